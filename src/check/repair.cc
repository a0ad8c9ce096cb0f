#include "torikomi/check/repair.h"

#include <algorithm>

#include "check/char_scan.h"
#include "check/readings.h"
#include "check/repair_scan.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

/// What a character that the scan noted becomes; an empty code where it is left to people.
Repair repair_of(std::string_view text, const CharHit& hit) {
  Repair out{hit.span(), {}, {}};
  switch (hit.kind) {
    case CharClass::kKangxi:
    case CharClass::kRadical:
      if (const auto kanji = ideograph_of(hit.code_point)) {
        utf8::append(out.text, *kanji);
        out.code = hit.kind == CharClass::kKangxi ? "TXT001" : "TXT002";
      }
      break;
    case CharClass::kHalfKana:
      out.text = fold(slice(text, out.span));
      out.code = "TXT005";
      break;
    case CharClass::kCombining:
      out.span.begin -= utf8::decode_before(text, hit.begin).size;
      out.text = fold(slice(text, out.span));
      out.code = "TXT005";
      break;
    case CharClass::kDash:
      out.text = "ー";
      out.code = "TXT006";
      break;
    case CharClass::kLigature:
      out.text = fold(slice(text, out.span));
      out.code = "TXT007";
      break;
    default:
      break;
  }
  return out;
}

/// Half-width kana are folded as one run, so that dakuten join their kana.
bool continues(const Repair& last, const CharHit& hit) {
  return last.code == "TXT005" && (hit.kind == CharClass::kHalfKana || hit.kind == CharClass::kCombining) &&
         last.span.end == hit.begin;
}

std::string without_blanks(std::string_view words) {
  std::string out;
  for (const char c : words)
    if (c != ' ') out += c;
  return out;
}

}  // namespace

std::vector<Repair> find_repairs(std::string_view text) {
  std::vector<Repair> out;
  for (const CharHit& hit : scan_characters(text)) {
    if (!out.empty() && continues(out.back(), hit)) {
      out.back().span.end = hit.end;
      out.back().text = fold(slice(text, out.back().span));
      continue;
    }
    Repair repair = repair_of(text, hit);
    if (!repair.code.empty() && repair.text != slice(text, repair.span)) out.push_back(std::move(repair));
  }
  for (const Span span : spaced_dates(text)) out.push_back({span, without_blanks(slice(text, span)), "TXT009"});
  for (const LostSmallKana& lost : find_lost_small_kana(text)) out.push_back({lost.letter, "ょ", "TXT012"});
  std::stable_sort(out.begin(), out.end(),
                   [](const Repair& a, const Repair& b) { return a.span.begin < b.span.begin; });
  std::uint32_t done = 0;
  std::erase_if(out, [&](const Repair& repair) {
    if (repair.span.begin < done) return true;
    done = repair.span.end;
    return false;
  });
  return out;
}

std::string apply_repairs(std::string_view text, std::span<const Repair> repairs) {
  std::string out;
  out.reserve(text.size());
  std::uint32_t done = 0;
  for (const Repair& repair : repairs) {
    out += text.substr(done, repair.span.begin - done);
    out += repair.text;
    done = repair.span.end;
  }
  out += text.substr(done);
  return out;
}

}  // namespace torikomi

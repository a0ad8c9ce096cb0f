#include "torikomi/check/repair.h"

#include <algorithm>
#include <utility>

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

/// What one look at the text finds.
std::vector<Repair> find_once(std::string_view text) {
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

/// One repair of the text before with the place of its words in the text after.
struct Image {
  Repair repair;
  std::size_t begin = 0, end = 0;
};

std::vector<Image> images_of(std::vector<Repair> repairs) {
  std::vector<Image> out;
  std::size_t grown = 0, shrunk = 0;
  for (Repair& repair : repairs) {
    const std::size_t begin = repair.span.begin + grown - shrunk;
    grown += repair.text.size();
    shrunk += repair.span.size();
    const std::size_t end = begin + repair.text.size();
    out.push_back({std::move(repair), begin, end});
  }
  return out;
}

/// `first` and then `second`, which speaks of `after`, the text that `first` has made: as repairs of the text before.
std::vector<Repair> join(std::string_view after, std::vector<Repair> first, std::span<const Repair> second) {
  const std::vector<Image> images = images_of(std::move(first));
  std::vector<Repair> out;
  auto next = images.begin();
  std::size_t grown = 0, shrunk = 0;  // by the images before `next`
  const auto pass = [&] {
    grown += next->repair.text.size();
    shrunk += next->repair.span.size();
    ++next;
  };
  for (const Repair& later : second) {
    for (; next != images.end() && next->end <= later.span.begin; pass()) out.push_back(next->repair);
    std::size_t begin = later.span.begin, end = later.span.end;
    if (next != images.end() && next->begin < end) begin = std::min(begin, next->begin);
    const std::size_t before = begin + shrunk - grown;
    for (; next != images.end() && next->begin < later.span.end; pass()) end = std::max(end, next->end);
    Repair whole{
        {static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(end + shrunk - grown)}, {}, later.code};
    whole.text = std::string(after.substr(begin, later.span.begin - begin)) + later.text +
                 std::string(after.substr(later.span.end, end - later.span.end));
    out.push_back(std::move(whole));
  }
  for (; next != images.end(); ++next) out.push_back(next->repair);
  return out;
}

}  // namespace

std::vector<Repair> find_repairs(std::string_view text) {
  std::vector<Repair> out = find_once(text);
  if (out.empty()) return out;
  // a repair may bring another to light (ﾃ−ﾃ, 30年 3⽉), never a third one of the same place
  constexpr int kMostLooks = 4;
  for (int look = 0; look < kMostLooks; ++look) {
    const std::string after = apply_repairs(text, out);
    const std::vector<Repair> more = find_once(after);
    if (more.empty()) break;
    out = join(after, std::move(out), more);
  }
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

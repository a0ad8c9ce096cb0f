#include "torikomi/value/marks.h"

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::u32string_view kOn = U"■☑☒✓✔●◎○★☆◆◇▲△▼▽◯";
constexpr std::u32string_view kOff = U"□☐";

bool is_mark(char32_t c) { return kOn.find(c) != kOn.npos || kOff.find(c) != kOff.npos; }

/// Ends the name before it.
bool is_separator(char32_t c) {
  constexpr std::u32string_view kSeparators = U" \t\v\x1f\n、,・※";
  return kSeparators.find(c) != kSeparators.npos;
}

/// ※提案市町は★印, ★は提案市町, ★:提案市町, (★印は提案市町): a mark, and words that say what it means.
std::optional<Legend> read_legend(std::string_view text) {
  constexpr std::string_view kNote = "※";
  constexpr std::string_view kIs = "は";
  const std::size_t at = text.find(kNote);
  if (at == text.npos) return std::nullopt;
  Legend legend{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size()), {}, {}};
  for (std::size_t i = at; i < text.size();) {
    const auto c = utf8::decode(text, i);
    if (is_mark(c.code_point)) {
      legend.symbol = text.substr(i, c.size);
      break;
    }
    i += c.size;
  }
  if (legend.symbol.empty()) return std::nullopt;
  const std::string_view words = text.substr(at + kNote.size());
  const std::size_t is = words.find(kIs);
  const std::size_t sign = words.find(legend.symbol);
  if (is != words.npos && is < sign) {
    legend.meaning = words.substr(0, is);
  } else {
    legend.meaning = words.substr(sign + legend.symbol.size());
    for (const std::string_view lead : {"印", "は", ":", "…", "="})
      if (legend.meaning.starts_with(lead)) legend.meaning.remove_prefix(lead.size());
  }
  while (legend.meaning.ends_with(' ')) legend.meaning.remove_suffix(1);
  return legend;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && std::string_view(" \t\v\x1f\n").find(text[at]) != std::string_view::npos) ++at;
  return at;
}

}  // namespace

MarkRow parse_marks(std::string_view text) {
  MarkRow out;
  out.legend = read_legend(text);
  const std::size_t limit = out.legend ? out.legend->begin : text.size();
  for (std::size_t at = 0; at < limit;) {
    const auto c = utf8::decode(text, at);
    if (!is_mark(c.code_point)) {
      at += c.size;
      continue;
    }
    ++out.marks;
    MarkedName entry;
    entry.mark_begin = static_cast<std::uint32_t>(at);
    entry.mark_end = static_cast<std::uint32_t>(at + c.size);
    entry.mark = text.substr(at, c.size);
    std::size_t end = skip_blanks(text, entry.mark_end);
    entry.name_begin = static_cast<std::uint32_t>(end);
    while (end < limit) {
      const auto letter = utf8::decode(text, end);
      if (is_separator(letter.code_point) || is_mark(letter.code_point)) break;
      end += letter.size;
    }
    entry.name_end = static_cast<std::uint32_t>(end);
    if (entry.name_begin < end) {
      out.entries.push_back(entry);
    } else {
      ++out.stray;
    }
    at = end > entry.mark_end ? end : entry.mark_end;
  }
  return out;
}

std::string_view mark_role(std::string_view mark, const std::optional<Legend>& legend) {
  constexpr std::string_view kProposes = "提案";
  if (legend && mark == legend->symbol && legend->meaning.find(kProposes) != legend->meaning.npos) return "proposer";
  if (kOff.find(utf8::decode(mark, 0).code_point) != kOff.npos) return "not_involved";
  return "partner";
}

}  // namespace torikomi

#include "heading.h"

#include <algorithm>
#include <array>

#include "torikomi/core/utf8.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

constexpr std::string_view kBlanks = " \t\v\x1f";

NormSpan trimmed(std::string_view text, NormSpan span, std::string_view marks) {
  while (span.begin < span.end && marks.find(text[span.begin]) != marks.npos) ++span.begin;
  while (span.end > span.begin && marks.find(text[span.end - 1]) != marks.npos) --span.end;
  return span;
}

/// The bracket at the end of `cell`, without its marks; empty if there is none, or nothing stands before it.
NormSpan last_bracket(std::string_view text, NormSpan cell) {
  const NormSpan none{cell.end, cell.end};
  const std::string_view words = slice(text, cell);
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    if (words.empty() || words.back() != close) continue;
    // of (2019(H31)年) the outer one
    std::size_t at = words.size() - 1;
    for (int depth = 1; depth > 0 && at > 0;) {
      --at;
      depth += words[at] == close ? 1 : words[at] == open ? -1 : 0;
    }
    if (words[at] != open) at = words.rfind(open);
    if (at == words.npos) return none;
    return {cell.begin + static_cast<std::uint32_t>(at) + 1, cell.end - 1};
  }
  return none;
}

/// 人 of 職員数 人: a unit that a blank or a break parts from the words before it; empty if there is none.
NormSpan unit_apart(std::string_view text, NormSpan cell) {
  const std::string_view words = slice(text, cell);
  const std::size_t blank = words.find_last_of(kBlanks);
  if (blank == words.npos || blank == 0 || !is_heading_unit(words.substr(blank + 1))) return {cell.end, cell.end};
  return {cell.begin + static_cast<std::uint32_t>(blank) + 1, cell.end};
}

/// The label without its year: what stands before or behind it.
NormSpan without_year(std::string_view text, NormSpan core, NormSpan year) {
  constexpr std::string_view kEdges = " \t\v\x1f:/._>-";  // 令和5年度.予算額: a head of two rows written in one
  NormSpan before = trimmed(text, {core.begin, year.begin}, kEdges);
  const NormSpan behind = trimmed(text, {year.end, core.end}, kEdges);
  if (before.empty()) return behind;
  if (behind.empty() && slice(text, before).ends_with("(")) before.end -= 1;
  return behind.empty() ? before : NormSpan{core.begin, core.begin};
}

}  // namespace

NormSpan without_sign(std::string_view text, NormSpan core) {
  constexpr std::string_view kJoins = " \v\x1f-+=/()";
  constexpr std::string_view kPercent = "*100";
  std::string_view words = slice(text, core);
  bool named = false;
  bool letter_behind = false;
  if (words.ends_with(kPercent)) words.remove_suffix(kPercent.size());
  while (!words.empty()) {
    const auto last = utf8::decode_before(words, words.size());
    const bool letter =
        (last.code_point >= U'A' && last.code_point <= U'Z') || (last.code_point >= U'a' && last.code_point <= U'e');
    const bool circled = last.code_point >= U'①' && last.code_point <= U'⑳';
    if (letter && letter_behind) return core;
    if (!letter && !circled && kJoins.find(words.back()) == kJoins.npos) break;
    named = named || letter || circled;
    letter_behind = letter;
    words.remove_suffix(last.size);
  }
  const bool part_of_word = words.empty() || (static_cast<unsigned char>(words.back()) < 0x80 && words.back() != ')');
  return named && !part_of_word ? NormSpan{core.begin, core.begin + static_cast<std::uint32_t>(words.size())} : core;
}

NormSpan unit_in_brackets(std::string_view text, NormSpan cell) {
  const TextRange unit = heading_unit(slice(text, cell));
  return unit.empty() ? NormSpan{cell.end, cell.end} : NormSpan{cell.begin + unit.begin, cell.begin + unit.end};
}

/// (2012年度) of 平成24年度 (2012年度) 決算: the year before it by another calendar; empty where none is told twice.
NormSpan year_told_again(std::string_view text, NormSpan core) {
  const std::string_view words = slice(text, core);
  const std::size_t open = words.find('(');
  const std::size_t close = words.find(')');
  if (open == words.npos || open == 0 || close == words.npos || close < open) return {core.end, core.end};
  const auto year = find_heading_year(words.substr(0, open));
  const auto again = find_heading_year(words.substr(open + 1, close - open - 1));
  const bool both = year && year->words.begin == 0 && again && again->words.begin == 0;
  if (!both) return {core.end, core.end};
  return {core.begin + static_cast<std::uint32_t>(open), core.begin + static_cast<std::uint32_t>(close) + 1};
}

Heading read_heading(std::string_view text, NormSpan cell, const std::optional<LabelHit>& known,
                     const LabelFinder& labels) {
  const NormSpan none{cell.end, cell.end};
  Heading out{cell, known, none, unit_in_brackets(text, cell), false};
  if (!known && is_heading_unit(slice(text, cell))) out.unit = cell;
  const auto take_year = [&](NormSpan words) {
    const auto year = find_heading_year(slice(text, words));
    if (!year || !out.year.empty()) return false;
    out.year = {words.begin + year->words.begin, words.begin + year->words.end};
    return true;
  };
  if (known) {
    take_year(known->note.empty() ? none : known->note);
    return out;
  }
  // (A), (千円), (見込) and the like stand behind the label, 人 of 職員数 人 as well
  NormSpan core = cell;
  if (const NormSpan unit = unit_apart(text, cell); out.unit.empty() && !unit.empty()) {
    out.unit = unit;
    core = trimmed(text, {cell.begin, unit.begin}, kBlanks);
  }
  // 実質収支額 (純剰余金) C-D
  if (const NormSpan bare = without_sign(text, core); slice(text, bare).ends_with(')')) core = bare;
  for (NormSpan inside = last_bracket(text, core); !inside.empty(); inside = last_bracket(text, core)) {
    const NormSpan bare = trimmed(text, {core.begin, inside.begin - 1}, kBlanks);
    if (bare.empty()) break;
    take_year(inside);
    if (!labels.find(bare) && labels.find(inside) && find_heading_year(slice(text, bare))) {
      // 令和5年度(見込): the label stands in the brackets
      take_year(bare);
      out.hit = labels.find(inside);
      return out;
    }
    core = bare;
  }
  // 現況 2002年(数値は平成14年度末): the year beside the label, whatever the bracket tells
  if (const auto beside = find_heading_year(slice(text, core)); !out.year.empty() && beside && !labels.find(core)) {
    const NormSpan year = {core.begin + beside->words.begin, core.begin + beside->words.end};
    if (const NormSpan rest = without_year(text, core, year); !rest.empty() && labels.find(rest)) out.year = {};
  }
  if (const NormSpan again = year_told_again(text, core); out.year.empty() && !again.empty()) {
    take_year({core.begin, again.begin});
    const NormSpan rest = trimmed(text, {again.end, core.end}, kBlanks);
    out.only_year = rest.empty();
    if (!rest.empty()) out.hit = labels.find(rest);
    return out;
  }
  if (out.year.empty() && take_year(core)) {
    const NormSpan rest = without_year(text, core, out.year);
    out.only_year = rest.empty() && out.year.size() + 2 >= core.size();
    if (!rest.empty()) out.hit = labels.find(rest);
    if (!rest.empty() && !out.hit) out.hit = labels.find(without_sign(text, rest));
    return out;
  }
  if (!(core == cell)) out.hit = labels.find(core);
  if (!out.hit) out.hit = labels.find(without_sign(text, core));
  return out;
}

namespace {

/// 1人当たりのごみ排出量, 3歳児健診受診率: words that begin with a number and name what is measured.
bool names_measure(std::string_view words) {
  constexpr std::array<std::string_view, 6> kMeasures = {"率", "数", "量", "額", "割合", "満足度"};
  constexpr std::size_t kShortest = 18;  // bytes behind the number
  const std::size_t behind = words.find_first_not_of("0123456789,.");
  if (behind == words.npos || words.size() - behind < kShortest) return false;
  if (words.find_first_of(" (0123456789", behind) != words.npos) return false;
  return std::any_of(kMeasures.begin(), kMeasures.end(), [&](auto measure) { return words.ends_with(measure); });
}

/// 1人当たり(円): what something is reckoned for.
bool names_share(std::string_view words) {
  const std::size_t behind = std::min(words.find_first_not_of("0123456789"), words.size());
  if (behind == 0 || words.find_first_of("0123456789", behind) != words.npos) return false;
  for (const std::string_view each : {"当たり", "あたり", "当り"})
    if (words.find(each, behind) != words.npos) return true;
  return false;
}

}  // namespace

bool is_data(std::string_view words) {
  if (is_none_mark(words)) return true;
  for (const std::string_view sign : {"△", "▲", "-", "+", "(マイナス)", "マイナス", "約", "(", "[", "延べ", "±"})
    if (words.starts_with(sign)) words.remove_prefix(sign.size());
  while (words.starts_with(' ')) words.remove_prefix(1);
  if (words.empty() || words.front() < '0' || words.front() > '9' || names_measure(words) || names_share(words))
    return false;
  if (words.ends_with("目標") || words.ends_with("目標値")) return false;  // 5か年目標
  // 2022年, 29年度, 18年度から22年度までの交付額, 25末, 9月末現在, 15号 of a bill: a heading; 1.35(H29) is none
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  for (const std::string_view heading : {"年度", "年目", "末", "月末", "年後の", "か年の", "カ年の", "ヵ年の", "号"})
    if (words.substr(digits).starts_with(heading)) return false;
  const auto year = find_heading_year(words);
  return !year || year->words.begin != 0;
}

}  // namespace torikomi

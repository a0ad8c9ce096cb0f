#include "torikomi/value/kpi.h"

#include <array>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\x1f' || c == '\n'; }

TextRange trimmed(std::string_view text, TextRange range) {
  while (range.begin < range.end && is_blank(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_blank(text[range.end - 1])) --range.end;
  return range;
}

/// Where the bracket that closes at `close` was opened.
std::optional<std::uint32_t> opening(std::string_view text, std::uint32_t begin, std::uint32_t close) {
  int depth = 0;
  for (std::uint32_t at = close + 1; at > begin;) {
    --at;
    if (text[at] == ')') ++depth;
    if (text[at] == '(' && --depth == 0) return at;
  }
  return std::nullopt;
}

/// Takes "(平成28年度)" off the end of the value.
bool take_bracket(std::string_view cell, const DateContext& dates, KpiCell& out) {
  if (out.raw.empty() || cell[out.raw.end - 1] != ')') return false;
  const auto open = opening(cell, out.raw.begin, out.raw.end - 1);
  if (!open) return false;
  const TextRange inside = trimmed(cell, {*open + 1, out.raw.end - 1});
  auto date = parse_date(inside.of(cell), dates);
  if (!date) return false;
  out.as_of = std::move(date);
  out.as_of_words = inside;
  out.raw = trimmed(cell, {out.raw.begin, *open});
  return true;
}

/// Takes "H28年度:" off the begin, or "平成32年度" off the end, of the value; at least a blank or a colon must part
/// them.
void take_bare(std::string_view cell, const DateContext& dates, KpiCell& out) {
  for (DateValue& date : find_dates(out.raw.of(cell), dates)) {
    const TextRange words = {out.raw.begin + date.begin, out.raw.begin + date.end};
    const bool leads = words.begin == out.raw.begin && words.end < out.raw.end &&
                       (is_blank(cell[words.end]) || cell[words.end] == ':');
    const bool trails = words.end == out.raw.end && words.begin > out.raw.begin && is_blank(cell[words.begin - 1]);
    if (!leads && !trails) continue;
    TextRange raw = leads ? TextRange{words.end, out.raw.end} : TextRange{out.raw.begin, words.begin};
    while (!raw.empty() && cell[raw.begin] == ':') ++raw.begin;
    out.raw = trimmed(cell, raw);
    out.as_of_words = words;
    out.as_of = std::move(date);
    return;
  }
}

/// Takes "平成31年度までに" off the begin of the value.
void take_until(std::string_view cell, const DateContext& dates, KpiCell& out) {
  constexpr std::string_view kUntil = "までに";
  const std::size_t until = out.raw.of(cell).find(kUntil);
  if (until == std::string_view::npos) return;
  const TextRange words = trimmed(cell, {out.raw.begin, out.raw.begin + static_cast<std::uint32_t>(until)});
  auto date = parse_date(words.of(cell), dates);
  if (!date || !date->last) return;
  const auto behind = static_cast<std::uint32_t>(out.raw.begin + until + kUntil.size());
  const TextRange rest = trimmed(cell, {behind, out.raw.end});
  if (rest.empty()) return;
  out.as_of = std::move(date);
  out.as_of_words = words;
  out.raw = rest;
}

/// 15人 of 0人から15人へ: what it is to become. All of the words where they tell no such way.
std::string_view end_of_way(std::string_view words) {
  constexpr std::string_view kFrom = "から";
  constexpr std::string_view kTo = "へ";
  const std::size_t from = words.find(kFrom);
  if (from == words.npos || from == 0 || !words.ends_with(kTo)) return words;
  const std::string_view end = words.substr(from + kFrom.size());
  return parse_number(words.substr(0, from)) ? end.substr(0, end.size() - kTo.size()) : words;
}

constexpr std::array<std::string_view, 19> kClasses = {"男性",   "女性",   "男子", "女子", "男",     "女",     "小学校",
                                                       "中学校", "高校",   "児童", "生徒", "小学生", "中学生", "高校生",
                                                       "成人",   "保護者", "小",   "中",   "高"};

/// 35%以上, and (毎年度) on a line of its own: the value without the remark.
std::string_view without_remark(std::string_view words) {
  if (!words.ends_with(')')) return words;
  const auto open = opening(words, 0, static_cast<std::uint32_t>(words.size()) - 1);
  if (!open || *open == 0 || (words[*open - 1] != '\v' && words[*open - 1] != '\x1f')) return words;
  return trimmed(words, {0, *open}).of(words);
}

/// 5.4‰ ↓: the value without the sign that says which way it went.
std::string_view without_trend(std::string_view words) {
  for (const std::string_view sign : {"↑", "↓", "→", "↗", "↘"}) {
    if (!words.ends_with(sign)) continue;
    const std::string_view value = words.substr(0, words.size() - sign.size());
    return trimmed(value, {0, static_cast<std::uint32_t>(value.size())}).of(value);
  }
  return words;
}

/// 2.5万人分: what so many persons need.
std::optional<NumberValue> parse_shares(std::string_view words, const NumberContext& numbers) {
  constexpr std::string_view kPersons = "人分";
  constexpr std::string_view kShare = "分";
  if (!words.ends_with(kPersons)) return std::nullopt;
  words.remove_suffix(kShare.size());
  auto number = parse_number(words, numbers);
  if (number) number->unit += kShare;
  return number;
}

}  // namespace

bool names_running_total(std::string_view indicator) {
  return indicator.find("累計") != indicator.npos || indicator.find("累積") != indicator.npos;
}

bool is_none_mark(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const auto c = utf8::decode(cell, at);
    switch (c.code_point) {
      case ' ':
      case '\t':
      case '\v':
      case 0x1F:
      case '\n':
      case '-':
      case U'—':
      case U'―':
      case U'–':
      case U'−':
      case U'─':
      case U'ー':
      case U'…':
      case U'‐':
        break;
      default:
        return false;
    }
    at += c.size;
  }
  return true;
}

std::string_view counted_class(std::string_view cell) {
  for (const std::string_view word : kClasses) {
    if (!cell.starts_with(word)) continue;
    const char next = word.size() < cell.size() ? cell[word.size()] : ' ';
    const bool short_word = word == "小" || word == "中" || word == "高";  // 小6 is a class of a school
    if (short_word && !is_blank(next) && next != ':') continue;
    if (is_blank(next) || next == ':' || (next >= '0' && next <= '9')) return word;
  }
  return {};
}

KpiCell parse_kpi(std::string_view cell, const NumberContext& numbers, const DateContext& dates) {
  KpiCell out;
  if (is_none_mark(cell)) return out;
  out.raw = trimmed(cell, {0, static_cast<std::uint32_t>(cell.size())});
  if (!take_bracket(cell, dates, out)) take_bare(cell, dates, out);
  if (!out.as_of) take_until(cell, dates, out);
  if (is_none_mark(out.raw.of(cell))) out.raw = {out.raw.begin, out.raw.begin};
  if (out.raw.empty()) return out;
  constexpr std::string_view kInAll = "延べ";  // 延べ200人: persons that came twice count twice, which no column says
  std::string_view words = out.raw.of(cell);
  if (words.starts_with(kInAll)) words.remove_prefix(kInAll.size());
  if (const std::string_view counted = counted_class(words); !counted.empty()) {
    words.remove_prefix(counted.size());
    while (!words.empty() && (is_blank(words.front()) || words.front() == ':')) words.remove_prefix(1);
  }
  const std::string_view end = end_of_way(words);
  out.way = end.size() != words.size();
  words = end;
  const auto skipped = static_cast<std::uint32_t>(words.data() - out.raw.of(cell).data());
  out.number = parse_number(without_remark(without_trend(words)), numbers);
  if (!out.number) out.number = parse_shares(words, numbers);
  if (out.number) {
    out.number->begin += skipped;
    out.number->end += skipped;
  }
  return out;
}

}  // namespace torikomi

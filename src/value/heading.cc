#include "torikomi/value/heading.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "value/number_unit.h"

namespace torikomi {
namespace {

/// Headings are short; longer words are text.
constexpr std::size_t kLongest = 120;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 2022: four digits that are a year of our time and stand alone.
std::optional<HeadingYear> bare_western(std::string_view heading, const DateContext& context) {
  if (heading.size() != 4 || !std::all_of(heading.begin(), heading.end(), is_digit)) return std::nullopt;
  if (!heading.starts_with("19") && !heading.starts_with("20")) return std::nullopt;
  auto date = parse_date(std::string(heading) + "年", context);
  if (!date) return std::nullopt;
  date->begin = 0;
  date->end = 4;
  return HeadingYear{{0, 4}, std::move(date)};
}

/// 29年度, 元年度: the era is told elsewhere.
std::optional<HeadingYear> without_era(std::string_view heading, const DateContext& context) {
  constexpr std::string_view kFiscalYear = "年度";
  constexpr std::string_view kFirst = "元";
  // 目標最終年度 7年度: the word itself is no year
  for (std::size_t at = heading.find(kFiscalYear); at != heading.npos; at = heading.find(kFiscalYear, at + 1)) {
    std::size_t number = at;
    if (number > 0 && heading[number - 1] == ' ') --number;
    std::size_t begin = number;
    while (begin > 0 && is_digit(heading[begin - 1])) --begin;
    if (begin == number && heading.substr(0, at).ends_with(kFirst)) begin = number = at - kFirst.size();
    const bool first = begin == number && heading.substr(begin).starts_with(kFirst);
    if (!first && (begin == number || number - begin > 2)) continue;
    if (begin != 0 && std::string_view(" (\v").find(heading[begin - 1]) == std::string_view::npos) continue;
    const TextRange words{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + kFiscalYear.size())};
    // 18年度から22年度まで: none of both
    if (heading.find(kFiscalYear, words.end) != heading.npos) return std::nullopt;
    // 元年度 beside 2年度: the first year of the era that the others have
    auto date = parse_date(first ? std::string_view("1年度") : words.of(heading), context);
    if (date) date->begin = words.begin, date->end = words.end;
    return HeadingYear{words, std::move(date)};
  }
  return std::nullopt;
}

/// 25末: the end of a fiscal year.
std::optional<HeadingYear> end_of_year(std::string_view heading, const DateContext& context) {
  constexpr std::string_view kEnd = "末";
  const std::size_t digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
  if (digits == 0 || digits > 2 || heading.substr(digits) != kEnd) return std::nullopt;
  auto date = parse_date(std::string(heading.substr(0, digits)) + "年度", context);
  const TextRange words{0, static_cast<std::uint32_t>(heading.size())};
  if (date) date->begin = words.begin, date->end = words.end;
  return HeadingYear{words, std::move(date)};
}

/// A day stands for its year only where it says that it is the end of one, or when something was counted.
bool is_year(const DateValue& date, std::string_view words) {
  if (!date.first || !date.last) return false;
  if (date.precision == Precision::kYear || date.precision == Precision::kFiscalYear)
    return date.last->year() - date.first->year() <= std::chrono::years(1) && date.edtf.find("..") == date.edtf.npos;
  return words.find("年度末") != words.npos || words.find("年末") != words.npos || words.ends_with("現在");
}

/// Counters that say in brackets behind a name more often of what it speaks than how it is counted.
constexpr auto kNotes = std::to_array<std::string_view>(
    {"年",   "年間", "年度",   "月",   "期",   "日",       "市",   "町",   "村",   "県",     "区",   "国",   "部",
     "等",   "度",   "市町村", "市町", "町村", "都道府県", "地域", "地区", "圏域", "自治体", "事業", "施設", "学校",
     "教室", "講座", "項目",   "取組", "研修", "分野",     "会議", "社会", "組合", "企業",   "連合", "株式", "株",
     "級",   "位",   "番目",   "章",   "節",   "段階",     "A",    "B",    "V",    "N",      "J"});

constexpr auto kMultipliers = std::to_array<std::string_view>({"十億", "百万", "十万", "億", "万", "千", "百"});

}  // namespace

std::optional<HeadingYear> find_heading_year(std::string_view heading, const DateContext& context) {
  if (heading.empty() || heading.size() > kLongest) return std::nullopt;
  if (std::none_of(heading.begin(), heading.end(), is_digit) && heading.find("元") == heading.npos) return std::nullopt;
  if (auto year = bare_western(heading, context)) return year;
  if (auto year = end_of_year(heading, context)) return year;
  std::vector<DateValue> dates = find_dates(heading, context);
  if (dates.empty()) {
    const std::size_t bar = heading.find('_');  // R5_予算額
    return bar == heading.npos ? without_era(heading, context) : find_heading_year(heading.substr(0, bar), context);
  }
  if (dates.size() != 1) return std::nullopt;
  const TextRange words{dates.front().begin, dates.front().end};
  if (!is_year(dates.front(), words.of(heading))) return std::nullopt;
  return HeadingYear{words, std::move(dates.front())};
}

std::optional<int> fiscal_year_of_heading(const HeadingYear& year) {
  if (!year.date || !year.date->first) return std::nullopt;
  const Day first = *year.date->first;
  const int calendar = static_cast<int>(first.year());
  if (year.date->precision == Precision::kYear) return calendar;
  return static_cast<unsigned>(first.month()) < 4 ? calendar - 1 : calendar;
}

bool is_heading_unit(std::string_view words) {
  if (words.empty() || std::find(kNotes.begin(), kNotes.end(), words) != kNotes.end()) return false;
  for (const std::string_view multiplier : kMultipliers) {
    if (!words.starts_with(multiplier)) continue;
    words.remove_prefix(multiplier.size());
    break;
  }
  bool known = false;
  const std::size_t end = unit_end(words, 0, &known);
  if (end == 0 || !known) return false;
  return end == words.size() || (words[end] == '/' && unit_end(words, end + 1) == words.size());
}

namespace {

/// The heading without references behind it: 達成率【%】※*3.
std::string_view without_references(std::string_view heading) {
  const std::size_t mark = std::min(heading.find("※"), heading.find('*'));
  if (mark == heading.npos || mark == 0) return heading;
  std::string_view rest = heading.substr(mark);
  while (!rest.empty()) {
    const bool sign = rest.starts_with("※");
    if (!sign && std::string_view("*0123456789,").find(rest.front()) == std::string_view::npos) return heading;
    rest.remove_prefix(sign ? std::string_view("※").size() : 1);
  }
  return heading.substr(0, mark);
}

}  // namespace

TextRange heading_unit(std::string_view heading) {
  constexpr std::string_view kUnit = "単位";
  const auto range = [&](std::size_t begin, std::size_t end) {
    if (heading.substr(begin, end - begin).starts_with(kUnit)) begin += kUnit.size();
    while (begin < end && (heading[begin] == ' ' || heading[begin] == ':')) ++begin;
    while (end > begin && heading[end - 1] == ' ') --end;
    return TextRange{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  if (const std::size_t at = heading.find("(単位"); at != heading.npos)
    return range(at + 1, std::min(heading.find(')', at), heading.size()));
  constexpr std::string_view kOpen = "【";
  if (const std::size_t at = heading.find("【単位"); at != heading.npos)
    return range(at + kOpen.size(), std::min(heading.find("】", at), heading.size()));
  const std::string_view words = without_references(heading);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kBrackets = {
      {{"(", ")"}, {"[", "]"}, {"【", "】"}}};
  for (const auto& [open, close] : kBrackets) {
    const std::size_t at = words.ends_with(close) ? words.rfind(open) : words.npos;
    if (at == words.npos) continue;
    TextRange unit = range(at + open.size(), words.size() - close.size());
    if (is_heading_unit(unit.of(heading))) return unit;
    // (千円、税抜)
    const std::size_t more = unit.of(heading).find("、");
    if (more == words.npos || unit.of(heading).find("税", more) == words.npos) continue;
    unit.end = unit.begin + static_cast<std::uint32_t>(more);
    if (is_heading_unit(unit.of(heading))) return unit;
  }
  // 実施済校数 単位:校
  if (const std::size_t at = heading.rfind("単位:");
      at != heading.npos && at > 0 && (heading[at - 1] == ' ' || heading[at - 1] == '\v'))
    if (const TextRange unit = range(at, heading.size()); is_heading_unit(unit.of(heading))) return unit;
  return {};
}

std::string_view money_unit(std::string_view units) {
  constexpr std::string_view kYen = "円";
  constexpr std::string_view kComma = "、";
  constexpr std::string_view kDot = "・";
  std::string_view found;
  while (!units.empty()) {
    const std::size_t end = std::min({units.find(kComma), units.find(kDot), units.find_first_of(", /"), units.size()});
    std::string_view one = units.substr(0, end);
    if (const std::size_t of = one.rfind(':'); of != one.npos) one.remove_prefix(of + 1);  // 事業数:件 事業費:千円
    if (one.ends_with(kYen)) {
      if (!found.empty()) return {};
      found = one;
    }
    units.remove_prefix(end);
    if (units.starts_with(kComma) || units.starts_with(kDot)) {
      units.remove_prefix(kComma.size());
    } else if (!units.empty()) {
      units.remove_prefix(1);
    }
  }
  return found;
}

std::size_t money_unit_line(std::string_view words) {
  const std::string_view unit = words.substr(0, words.find('\v'));  // a line break inside a cell
  return is_heading_unit(unit) && !money_unit(unit).empty() ? unit.size() : 0;
}

}  // namespace torikomi

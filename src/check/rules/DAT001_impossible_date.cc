// DAT001: a date or time that does not exist.
#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <optional>
#include <span>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int value_of(std::string_view digits) {
  int out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

bool is_read(const TextInput& input, std::uint32_t at) {
  const auto& dates = input.facts.dates;
  const auto after = std::upper_bound(dates.begin(), dates.end(), at, [](std::uint32_t place, const FoundDate& date) {
    return place < date.span.begin;
  });
  return after != dates.begin() && at < std::prev(after)->span.end;
}

/// What stands between two numbers, the blanks of a spaced date aside: 6 月 30 日, R6. 6. 30.
std::string_view sign_between(std::string_view text, NormSpan first, NormSpan second) {
  std::string_view sign = text.substr(first.end, second.begin - first.end);
  while (sign.starts_with(' ')) sign.remove_prefix(1);
  while (sign.ends_with(' ')) sign.remove_suffix(1);
  return sign;
}

std::uint32_t skip_blanks_back(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at;
}

/// The words of the year before a month, if they are printed.
std::uint32_t begin_of_year(std::string_view text, std::uint32_t month) {
  constexpr std::string_view kYear = "年";
  std::uint32_t at = skip_blanks_back(text, month);
  if (!text.substr(0, at).ends_with(kYear)) return month;
  at = skip_blanks_back(text, at - static_cast<std::uint32_t>(kYear.size()));
  while (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
  const std::uint32_t era_end = skip_blanks_back(text, at);
  constexpr std::uint32_t kEraSize = 6;  // 平成 in UTF-8
  for (const std::string_view era : {"平成", "令和", "昭和"})
    if (text.substr(0, era_end).ends_with(era)) return era_end - kEraSize;
  return at;
}

void check_day(const TextInput& input, NormSpan month, NormSpan day, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const int m = value_of(slice(text, month));
  const int d = value_of(slice(text, day));
  const bool wrong = m < 1 || m > 12 || d < 1 || d > kDays[static_cast<std::size_t>(m) - 1];
  if (!wrong || is_read(input, month.begin)) return;
  constexpr std::string_view kDayWord = "日";
  const NormSpan span = {begin_of_year(text, month.begin),
                         static_cast<std::uint32_t>(text.find(kDayWord, day.end) + kDayWord.size())};
  if (m == 2 && d == 29 && span.begin == month.begin) return;  // no year: the day exists every fourth year
  diagnostics.add("DAT001", source_span(input, span), slice(text, span),
                  diagnostics.language() == Language::kJa ? "日" : "date");
}

/// Only beside a date: 1:30 alone may be a ratio.
void check_time(const TextInput& input, NormSpan hour, NormSpan minute, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const int h = value_of(slice(text, hour));
  const int m = value_of(slice(text, minute));
  if (hour.size() > 2 || minute.size() != 2 || (h <= 24 && m <= 59)) return;
  const auto& dates = input.facts.dates;
  const bool dated = std::any_of(dates.begin(), dates.end(), [&](const FoundDate& date) {
    return date.line.begin <= hour.begin && hour.begin < date.line.end;
  });
  if (!dated || is_read(input, hour.begin)) return;  // H30:30団体 counts in a year
  const NormSpan span = {hour.begin, minute.end};
  diagnostics.add("DAT001", source_span(input, span), slice(text, span),
                  diagnostics.language() == Language::kJa ? "時刻" : "time");
}

bool is_leap(int year) { return std::chrono::year(year).is_leap(); }

bool is_impossible(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1) return true;
  const int most = month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month) - 1];
  return day > most;
}

/// The year of the common era before year 1 of the era that a letter names.
std::optional<int> era_base(char letter) {
  if (letter == 'R') return 2018;
  if (letter == 'H') return 1988;
  if (letter == 'S') return 1925;
  return std::nullopt;
}

/// R6.2.30, R6. 2. 30, H30/13/1 and 2024-02-30: three numbers with the same sign between them.
void check_short(const TextInput& input, std::span<const NormSpan> three, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const std::string_view sign = sign_between(text, three[0], three[1]);
  if (sign.size() != 1 || sign != sign_between(text, three[1], three[2])) return;
  if (sign != "." && sign != "/" && sign != "-") return;
  if (three[1].size() > 2 || three[2].size() > 2 || three[0].begin == 0) return;
  const auto base = era_base(text[three[0].begin - 1]);
  const bool western = three[0].size() == 4 && sign != ".";
  if (!(base && three[0].size() <= 2) && !western) return;
  // 3.2.1.1 and 2024-02-30-5 are numbers of chapters or of cases
  if (three[2].end + 1 < text.size() && text[three[2].end] == sign.front() && text[three[2].end + 1] >= '0' &&
      text[three[2].end + 1] <= '9')
    return;
  const int year = value_of(slice(text, three[0])) + (western ? 0 : *base);
  if (western && (year < 1900 || year > 2100)) return;
  if (!is_impossible(year, value_of(slice(text, three[1])), value_of(slice(text, three[2])))) return;
  const NormSpan span = {three[0].begin - (western ? 0U : 1U), three[2].end};
  diagnostics.add("DAT001", source_span(input, span), slice(text, span),
                  diagnostics.language() == Language::kJa ? "日" : "date");
}

/// 平成29年13月 without a day, and 25時.
void check_part(const TextInput& input, NormSpan digits, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const std::string_view behind = text.substr(digits.end, 12);
  const int value = value_of(slice(text, digits));
  constexpr std::uint32_t kWord = 3;
  const bool japanese = diagnostics.language() == Language::kJa;
  const bool day_follows = behind.size() > kWord && behind[kWord] >= '0' && behind[kWord] <= '9';
  if (behind.starts_with("月") && !day_follows && (value < 1 || value > 12)) {
    const std::uint32_t begin = begin_of_year(text, digits.begin);
    if (begin == digits.begin) return;  // 18月齢 counts months
    const NormSpan span = {begin, digits.end + kWord};
    diagnostics.add("DAT001", source_span(input, span), slice(text, span), japanese ? "月" : "month");
  }
  // 25時間 is a length
  const bool hour = behind.starts_with("時") && !behind.starts_with("時間") && !behind.starts_with("時点");
  if (!hour || value <= 24) return;
  const NormSpan span = {digits.begin, digits.end + kWord};
  diagnostics.add("DAT001", source_span(input, span), slice(text, span), japanese ? "時刻" : "time");
}

bool day_follows(std::string_view text, std::uint32_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return text.substr(at).starts_with("日");
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const auto& digits = input.facts.digits;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i].size() <= 2) check_part(input, digits[i], diagnostics);
    if (i + 2 < digits.size()) check_short(input, std::span(digits).subspan(i, 3), diagnostics);
    if (i + 1 == digits.size() || digits[i].size() > 2 || digits[i + 1].size() > 2) continue;
    const std::string_view between = sign_between(text, digits[i], digits[i + 1]);
    if (between == "月" && day_follows(text, digits[i + 1].end))
      check_day(input, digits[i], digits[i + 1], diagnostics);
    if (between == ":") check_time(input, digits[i], digits[i + 1], diagnostics);
  }
}

}  // namespace

extern const Rule rule_DAT001;
const Rule rule_DAT001 = {
    {.code = "DAT001",
     .name = "impossible-date",
     .severity = Severity::kError,
     .summary = {"存在しない日付・時刻", "a date or time that does not exist"},
     .message = {"「{}」という{}はありません", "\"{}\" does not exist ({})"},
     .explain = {"2月30日 や 25:10 は読み取れないため、表には入りません。原本で確かめてください。",
                 "A date such as 2月30日 cannot be read and is missing from the tables. Look at the original."},
     .bad = "平成29年2月30日",
     .good = "平成29年2月28日"},
    run};

}  // namespace torikomi

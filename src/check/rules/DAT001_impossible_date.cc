// DAT001: a date or time that does not exist.
#include <algorithm>
#include <array>
#include <iterator>

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

bool is_read(const CheckInput& input, std::uint32_t at) {
  const auto& dates = input.facts.dates;
  const auto after = std::upper_bound(dates.begin(), dates.end(), at, [](std::uint32_t place, const FoundDate& date) {
    return place < date.span.begin;
  });
  return after != dates.begin() && at < std::prev(after)->span.end;
}

/// The words of the year before a month, if they are printed.
std::uint32_t begin_of_year(std::string_view text, std::uint32_t month) {
  constexpr std::string_view kYear = "年";
  if (!text.substr(0, month).ends_with(kYear)) return month;
  std::uint32_t at = month - static_cast<std::uint32_t>(kYear.size());
  while (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
  constexpr std::uint32_t kEraSize = 6;  // 平成 in UTF-8
  for (const std::string_view era : {"平成", "令和", "昭和"})
    if (text.substr(0, at).ends_with(era)) return at - kEraSize;
  return at;
}

void check_day(const CheckInput& input, NormSpan month, NormSpan day, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const int m = value_of(slice(text, month));
  const int d = value_of(slice(text, day));
  const bool wrong = m < 1 || m > 12 || d < 1 || d > kDays[static_cast<std::size_t>(m) - 1];
  if (!wrong || is_read(input, month.begin)) return;
  constexpr std::uint32_t kDayWord = 3;
  const NormSpan span = {begin_of_year(text, month.begin), day.end + kDayWord};
  if (m == 2 && d == 29 && span.begin == month.begin) return;  // no year: the day exists every fourth year
  diagnostics.add("DAT001", source_span(input, span), slice(text, span),
                  diagnostics.language() == Language::kJa ? "日" : "date");
}

/// Only beside a date: 1:30 alone may be a ratio.
void check_time(const CheckInput& input, NormSpan hour, NormSpan minute, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const int h = value_of(slice(text, hour));
  const int m = value_of(slice(text, minute));
  if (hour.size() > 2 || minute.size() != 2 || (h <= 24 && m <= 59)) return;
  const auto& dates = input.facts.dates;
  const bool dated = std::any_of(dates.begin(), dates.end(), [&](const FoundDate& date) {
    return date.line.begin <= hour.begin && hour.begin < date.line.end;
  });
  if (!dated) return;
  const NormSpan span = {hour.begin, minute.end};
  diagnostics.add("DAT001", source_span(input, span), slice(text, span),
                  diagnostics.language() == Language::kJa ? "時刻" : "time");
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const auto& digits = input.facts.digits;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    const std::string_view between = text.substr(digits[i].end, digits[i + 1].begin - digits[i].end);
    if (digits[i].size() > 2 || digits[i + 1].size() > 2) continue;
    if (between == "月" && text.substr(digits[i + 1].end).starts_with("日"))
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

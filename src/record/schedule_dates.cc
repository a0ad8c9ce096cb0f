#include "schedule_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "torikomi/value/heading.h"

namespace torikomi {
namespace {

/// Month and day of XXXX-03-10.
std::optional<std::pair<unsigned, unsigned>> day_of_no_year(const DateValue& date) {
  constexpr std::string_view kNoYear = "XXXX-";
  constexpr std::size_t kSize = 10;
  if (date.edtf.size() != kSize || !date.edtf.starts_with(kNoYear)) return std::nullopt;
  const auto number = [&](std::size_t at) {
    return static_cast<unsigned>((date.edtf[at] - '0') * 10 + (date.edtf[at + 1] - '0'));
  };
  return std::pair{number(kNoYear.size()), number(kNoYear.size() + 3)};
}

/// 14 of 14日(金) and nothing else.
std::optional<unsigned> day_of_month(std::string_view words) {
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  if (digits == 0 || digits > 2 || !words.substr(digits).starts_with("日")) return std::nullopt;
  const std::string_view rest = words.substr(digits + std::string_view("日").size());
  if (!rest.empty() && (!rest.starts_with("(") || rest.find(')') + 1 != rest.size())) return std::nullopt;
  unsigned day = 0;
  for (const char digit : words.substr(0, digits)) day = day * 10 + static_cast<unsigned>(digit - '0');
  return day;
}

/// The year that nobody prints is the one next to it in which the weekday is right, or stays open.
std::vector<DateValue> year_of_weekday(std::string_view words, std::vector<DateValue> dates, DateContext context) {
  const Day day = *dates.front().first;
  for (const int step : {-1, 1}) {
    context.fiscal_year.reset();
    context.previous = Day{day.year() + std::chrono::years(step), std::chrono::January, std::chrono::day(1)};
    std::vector<DateValue> other = find_dates(words, context);
    if (other.size() == 1 && other.front().weekday_agrees) return other;
  }
  return dates;
}

/// 10 of XXXX-10.
std::optional<unsigned> month_of_no_year(const DateValue& date) {
  constexpr std::string_view kNoYear = "XXXX-";
  constexpr std::size_t kSize = 7;
  if (date.edtf.size() != kSize || !date.edtf.starts_with(kNoYear)) return std::nullopt;
  const char* const digits = date.edtf.data() + kNoYear.size();
  return static_cast<unsigned>((digits[0] - '0') * 10 + (digits[1] - '0'));
}

}  // namespace

ScheduleDates::ScheduleDates(const Builder& builder, const CardContext& card, const TableMatch& table)
    : builder_(builder),
      card_(card),
      table_(table),
      has_year_column_(std::any_of(table.columns.begin(), table.columns.end(),
                                   [](const ColumnMatch& column) { return column.role == ColumnRole::kRowYear; })) {
  take_title_month();
}

/// 令和5年4月 of 令和5年4月の行事予定, where bare numbers stand below 日 and no column tells the month.
void ScheduleDates::take_title_month() {
  const bool told = std::any_of(table_.columns.begin(), table_.columns.end(),
                                [](const ColumnMatch& column) { return column.role == ColumnRole::kMonth; });
  if (told || !table_.rule->title) return;
  DateContext context;
  context.fiscal_year = fiscal_year();
  const auto dates = find_dates(builder_.words(table_.title), context);
  const auto is_month = [](const DateValue& date) { return date.precision == Precision::kMonth; };
  const auto date = std::find_if(dates.begin(), dates.end(), is_month);
  if (date == dates.end() || std::count_if(dates.begin(), dates.end(), is_month) > 1) return;
  if (date->first) previous_ = date->first;
  title_month_ = date->first ? std::optional(static_cast<unsigned>(date->first->month())) : month_of_no_year(*date);
}

void ScheduleDates::take_row_year(NormSpan year) {
  if (year.empty()) return;
  constexpr std::string_view kYear = "年";
  std::string words(builder_.words(year));
  if (!words.ends_with(kYear)) words += kYear;
  const auto date = parse_date(words);
  row_year_ = date && date->precision == Precision::kYear ? date->first : std::nullopt;
  month_.reset();
  yearless_month_.reset();
}

void ScheduleDates::take_month(NormSpan month) {
  if (month.empty()) return;
  DateContext context;
  context.fiscal_year = has_year_column_ ? std::nullopt : fiscal_year();
  context.previous = has_year_column_ ? row_year_ : month_ ? month_ : previous_;
  std::string words(builder_.words(month));
  constexpr std::size_t kDigits = 2;
  if (words.size() <= kDigits && words.find_first_not_of("0123456789") == words.npos) words += "月";
  const auto date = parse_date(words, context);
  month_ = date && date->precision == Precision::kMonth ? date->first : std::nullopt;
  yearless_month_ = date && !month_ ? month_of_no_year(*date) : std::nullopt;
}

bool ScheduleDates::take_heading_year(NormSpan words) {
  const auto year = find_heading_year(builder_.words(words));
  if (!year || !year->date || !year->date->first) return false;
  previous_ = year->date->first;
  heading_year_ = year->date->precision == Precision::kFiscalYear ? fiscal_year_of_heading(*year) : std::nullopt;
  return true;
}

std::vector<DateValue> ScheduleDates::read(NormSpan when) const {
  DateContext context;
  context.fiscal_year = fiscal_year();
  context.previous = month_ ? month_ : previous_ ? previous_ : begin_of_year();
  context.document_date = builder_.document.date;
  if (has_year_column_) {
    context = {};
    context.previous = row_year_;
  }
  return dates_in(when, context);
}

void ScheduleDates::remember(const DateValue& date) {
  if (date.first) previous_ = date.first;
  yearless_ = day_of_no_year(date);
}

/// 7 or 7日 below 日 beside 4月 is the 7th of that month.
std::vector<DateValue> ScheduleDates::dates_in(NormSpan when, const DateContext& context) const {
  constexpr std::string_view kDay = "日";
  const std::string_view all = builder_.words(when);
  std::string_view words = all;
  if (words.ends_with(kDay)) words.remove_suffix(kDay.size());
  auto month = month_ ? std::optional(static_cast<unsigned>(month_->month())) : yearless_month_;
  if (!month) month = title_month_;
  const bool bare = month && words.size() < 3 && words.find_first_not_of("0123456789") == words.npos;
  if (bare) return find_dates(fmt::format("{}月{}日", *month, words), context);
  if (const auto day = day_of_month(all)) return day_below(all, *day, context);
  std::vector<DateValue> dates = find_dates(all, context);
  if (dates.size() == 1 && dates.front().year_inferred && !dates.front().weekday_agrees)
    return year_of_weekday(all, std::move(dates), context);
  return dates;
}

/// 14日(金) below 11月13日(木): of the same month, and not before it.
std::vector<DateValue> ScheduleDates::day_below(std::string_view words, unsigned day,
                                                const DateContext& context) const {
  if (!previous_ && !month_ && yearless_ && day >= yearless_->second) {
    std::vector<DateValue> dates = find_dates(fmt::format("{}月{}", yearless_->first, words), context);
    if (dates.size() != 1) return {};
    dates.front().begin = 0;
    dates.front().end = static_cast<std::uint32_t>(words.size());
    return dates;
  }
  if (!previous_ && !month_) return day_below_title(words, context);
  if (!previous_ || month_ || day < static_cast<unsigned>(previous_->day())) return find_dates(words, context);
  const std::string whole = fmt::format("{}月{}", static_cast<unsigned>(previous_->month()), words);
  std::vector<DateValue> dates = find_dates(whole, context);
  if (dates.size() != 1 || !dates.front().weekday_agrees) return {};
  dates.front().begin = 0;
  dates.front().end = static_cast<std::uint32_t>(words.size());
  return dates;
}

/// 1日(木) below 2023年6月, where the weekday is right; else no month is known.
std::vector<DateValue> ScheduleDates::day_below_title(std::string_view words, const DateContext& context) const {
  const auto titles = find_dates(builder_.words(table_.title));
  if (titles.size() != 1 || titles.front().precision != Precision::kMonth || !titles.front().first) return {};
  const Day month = *titles.front().first;
  std::vector<DateValue> dates = find_dates(
      fmt::format("{}年{}月{}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()), words), context);
  if (dates.size() != 1 || !dates.front().weekday_agrees || words.find('(') == words.npos) return {};
  dates.front().begin = 0;
  dates.front().end = static_cast<std::uint32_t>(words.size());
  return dates;
}

/// 令和5年 or 会期 令和5年9月5日~22日 above the days: no day is earlier.
std::optional<Day> ScheduleDates::begin_of_year() const {
  const std::string_view title = builder_.words(table_.title);
  const auto year = find_heading_year(title);
  if (year && year->date && year->date->precision == Precision::kYear) return year->date->first;
  const auto dates = find_dates(title);
  if (dates.empty()) return begin_of_session();
  if (!dates.front().first || dates.front().year_inferred) return std::nullopt;
  if (dates.front().precision == Precision::kDay) return dates.front().first;
  if (dates.front().precision != Precision::kMonth) return std::nullopt;
  // 令和5年12月定例会: what leads to it lies some weeks before
  const Day month = *dates.front().first;
  return Day{month.year(), month.month(), std::chrono::day(1)} - std::chrono::months(2);
}

/// 令和2年第1回定例会 in the title of the document, where the line above the table names no time.
std::optional<Day> ScheduleDates::begin_of_session() const {
  const Table& documents = builder_.records[TableId::documents];
  const std::string_view title =
      documents.size() == 0 ? std::string_view() : documents.row(0)[col::documents::title].text();
  const bool session = title.find("定例会") != title.npos || title.find("臨時会") != title.npos;
  return session ? builder_.document.title_day : std::nullopt;
}

/// Of the line above the table, else of the card or document; none where the rows have left it.
std::optional<int> ScheduleDates::fiscal_year() const {
  std::optional<int> year = heading_year_ ? heading_year_ : fiscal_year_of(builder_.words(table_.title));
  if (!year) year = card_.fiscal_year;
  if (!year || !previous_) return year;
  const int of_previous = static_cast<int>(previous_->year()) - (static_cast<unsigned>(previous_->month()) < 4 ? 1 : 0);
  return of_previous == *year ? year : std::nullopt;
}

}  // namespace torikomi

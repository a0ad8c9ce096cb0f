// Dates and periods of Japanese administrative text (contract: "Values", edtf and the lines below it).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikomi {

using Day = std::chrono::year_month_day;

/// Contract: schedules.precision. A range whose ends differ has the coarser one; kNone for 随時, 未定, 未実施.
enum class Precision { kDay, kPartOfMonth, kMonth, kSeason, kQuarter, kHalf, kYear, kFiscalYear, kNone };
[[nodiscard]] std::string_view name(Precision precision);  ///< "day", "part_of_month", … as in the contract

/// Minutes after midnight, 0..1440 (24:00 is allowed as an end).
using MinuteOfDay = std::uint16_t;
[[nodiscard]] std::string format_time(MinuteOfDay time);  ///< "13:30"

/// What a text without its own year takes it from.
struct DateContext {
  std::optional<int> fiscal_year;    ///< of the column, the card or the plan: 2017 = 2017-04-01/2018-03-31
  std::optional<Day> previous;       ///< the nearest date before it in the same cell
  std::optional<Day> day_one;        ///< the first day of an event, from which 2日目 is counted
  std::optional<Day> document_date;  ///< tells the era of 29年度 where nothing else does; the checks judge era overflow
  bool bare_era_is_fiscal = false;  ///< a bare H28 is a fiscal year: 年度 stands in its table
};

/// One date or period found in a text. All offsets are bytes of that text.
struct DateValue {
  std::uint32_t begin = 0,
                end = 0;  ///< the date words with their qualifier (頃, から, weekday), without を予定, (予定), 開催
  std::string edtf;                ///< contract form; empty for kNone
  std::optional<Day> first, last;  ///< the days that edtf covers; nothing where it is open or kNone
  Precision precision = Precision::kNone;
  bool approximate = false;
  bool year_inferred = false;
  bool open_begin = false, open_end = false;    ///< ～H28.3, H29～
  bool era_overflow = false;                    ///< 平成33年度: computed past the end of its era
  bool lunisolar = false;                       ///< before 1873: only the year is given
  bool recurring = false;                       ///< 例年5月, 毎年9月1日: the year is left open
  bool pair_agrees = true;                      ///< false: 令和6年(2023年) names two years
  bool planned = false;                         ///< 予定 stands with it
  int event_day = 0;                            ///< 2 for 2日目, counted from day one of its event; else 0
  std::optional<std::chrono::weekday> weekday;  ///< as printed
  bool weekday_agrees = true;
  std::optional<MinuteOfDay> start_time, end_time;
  std::uint32_t time_begin = 0, time_end = 0;  ///< where the time is printed; equal: there is none
};

/// Every date in `text` (normalised), from left to right, lists as one value each (8月、9月). The context of a date is
/// what stands before it in `text`, else `context`. Linear time. Impossible dates (2月30日) are not dates.
[[nodiscard]] std::vector<DateValue> find_dates(std::string_view text, const DateContext& context = {});

/// Reads the eras from ICU now, which else the first look at a date does. May run beside anything.
void prepare_eras();

/// The date that is the whole of `text`, blanks around it aside; nothing where other words stand beside it.
[[nodiscard]] std::optional<DateValue> parse_date(std::string_view text, const DateContext& context = {});

}  // namespace torikomi

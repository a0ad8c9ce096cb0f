// What one date says in print, before context fills in what it leaves out.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "torikomi/value/date.h"
#include "value/date_era.h"
#include "value/scan.h"

namespace torikomi {

/// How the year is printed.
enum class YearKind : std::uint8_t {
  kNone,      ///< 9月1日
  kEra,       ///< 平成29年, H29
  kWestern,   ///< 2017年
  kShort,     ///< 29年度: an era year whose era stands elsewhere
  kPrevious,  ///< 同年, 翌年: counted from the date before it
  kContext,   ///< 今年度, 次年度: counted from the fiscal year of the context
  kElsewhere  ///< 昨年, 来年: a year that the text does not tell
};

/// The part of the year or month that is meant.
enum class Part : std::uint8_t {
  kWhole,
  kUpper,        ///< 上旬
  kMiddle,       ///< 中旬
  kLower,        ///< 下旬
  kUpperMiddle,  ///< 上中旬
  kMiddleLower,  ///< 中下旬
  kEnd,          ///< 月末, 年末, 年度末: the last day
  kHalf1,
  kHalf2,
  kQuarter1,
  kQuarter2,
  kQuarter3,
  kQuarter4,
  kSpring,
  kSummer,
  kAutumn,
  kWinter,
  kDecade  ///< 昭和30年代
};

/// The unit of a number, also of one that shares the unit of a later one (29~33年度).
enum class Unit : std::uint8_t { kNone, kYear, kFiscalYear, kDecade, kMonth, kDay };

/// Stands for ・ as the separator of a dotted date (29・5・19).
inline constexpr char kMiddleDot = '\x7F';

struct TimeSpan {
  std::size_t begin = 0, end = 0;  ///< bytes; begin == end: no time
  std::optional<MinuteOfDay> start, stop;
  [[nodiscard]] bool found() const { return end > begin; }
};

struct Element {
  std::size_t begin = 0, end = 0;
  YearKind year_kind = YearKind::kNone;
  const Era* era = nullptr;  ///< for kEra
  int year = 0;         ///< as printed: 29 of 平成29年, 2017 of 2017年; the distance for kPrevious and kContext
  bool fiscal = false;  ///< 年度
  bool bare = false;    ///< H28, 平成28 without 年
  bool shares_unit = false;              ///< 29 of 29~33年度
  int month = 0, day = 0;                ///< 0: not printed
  bool same_month = false;               ///< 同月, 同日, and 日 or 下旬 alone: the month of the date before it
  bool same_day = false;                 ///< 同日
  int shift_months = 0, shift_days = 0;  ///< 翌月, 翌日
  int event_day = 0;                     ///< 2 of 2日目
  Part part = Part::kWhole;
  int dots = 0;         ///< numbers of a dotted date (R6.6.7: 3); 0 for every other
  char dot = 0;         ///< its separator: . / - or kMiddleDot
  bool spaced = false;  ///< letter-spaced: 平 成 2 9 年 5 月
  bool approximate = false;
  bool recurring = false;     ///< 毎年, 例年
  bool old_calendar = false;  ///< 旧暦 stands before it
  int pair_year = 0;          ///< the year printed again in the other calendar: 令和6年(2024年)
  bool pair_differs = false;
  std::optional<std::chrono::weekday> weekday;
  TimeSpan time;

  /// The calendar year that is printed; nothing where it has to come from elsewhere.
  [[nodiscard]] std::optional<int> printed_year() const {
    if (year_kind == YearKind::kEra) return era->year + year - 1;
    if (year_kind == YearKind::kWestern) return year;
    return std::nullopt;
  }
};

enum class LexOutcome : std::uint8_t { kNo, kYes, kImpossible };

/// Reads one element at a known begin. No state but the text.
class ElementReader {
 public:
  explicit ElementReader(std::string_view text) : text_(text) {}

  /// `previous` is the element before it in the same phrase (7月29日 before 30日), or nullptr. kImpossible: the words
  /// have the form of a date that the calendar does not have; `out.end` is then where they end.
  [[nodiscard]] LexOutcome read(std::size_t pos, const Element* previous, Element& out) const;

  /// (水), (水・祝), 水曜日 after a day.
  void read_weekday(Element& e) const;

  /// (2024年) after 令和6年: the same date in the other calendar.
  void read_pair(Element& e) const;

 private:
  [[nodiscard]] LexOutcome read_solar(std::size_t pos, const Element* previous, Element& out) const;
  [[nodiscard]] LexOutcome era_year(Element& e, const EraWord& word) const;
  [[nodiscard]] LexOutcome imperial_year(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome number(Element& e, std::size_t pos, const Element* previous) const;
  [[nodiscard]] LexOutcome shared(Element& e, const scan::Numeral& n) const;
  [[nodiscard]] LexOutcome continued(Element& e, std::size_t pos, const Element& previous) const;
  [[nodiscard]] LexOutcome short_year(Element& e, std::size_t pos, const Element* previous) const;
  [[nodiscard]] LexOutcome after_year_number(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome after_year(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome month_in_year(Element& e, std::size_t pos) const;
  [[nodiscard]] bool month_word(std::size_t& pos) const;
  [[nodiscard]] bool named_day(Element& e, std::size_t pos) const;
  [[nodiscard]] bool day_of_its_name(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome after_fiscal_year(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome month(Element& e, int number, std::size_t pos) const;
  [[nodiscard]] LexOutcome after_month(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome day(Element& e, int number, std::size_t pos, bool kanji) const;
  [[nodiscard]] scan::Numeral numeral(const Element& e, std::size_t pos) const;
  [[nodiscard]] bool slashed_in_year(Element& e, const scan::Numeral& number) const;
  [[nodiscard]] std::size_t quarter(std::size_t pos, Part& part) const;
  [[nodiscard]] std::size_t quarter_number(std::size_t pos, Part& part) const;
  [[nodiscard]] LexOutcome dotted(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome apart(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome middle_dotted(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome dotted_rest(Element& e, std::size_t pos, const Element& previous) const;
  [[nodiscard]] scan::Numeral later_day_at(std::size_t pos, int day) const;
  [[nodiscard]] LexOutcome slashed_day(Element& e, std::size_t pos) const;
  [[nodiscard]] LexOutcome word(Element& e, std::size_t pos, const Element* previous) const;
  [[nodiscard]] bool ditto(std::size_t pos) const;
  [[nodiscard]] LexOutcome relative_word(Element& e, std::size_t pos) const;
  [[nodiscard]] bool goes_on_as_name(std::size_t pos) const;
  [[nodiscard]] bool counts_behind(std::size_t pos) const;
  [[nodiscard]] LexOutcome bare_end(Element& e, std::size_t pos, bool letter) const;
  [[nodiscard]] bool part_of_year(Element& e, std::size_t& pos) const;
  [[nodiscard]] bool season(Element& e, std::size_t& pos, bool after_year) const;
  void inline_pair(Element& e, std::size_t& pos) const;
  [[nodiscard]] Unit unit_ahead(std::size_t pos) const;
  [[nodiscard]] Unit unit_at(std::size_t pos) const;
  [[nodiscard]] bool ends_with_whole_day(std::size_t pos) const;
  [[nodiscard]] LexOutcome done(Element& e, std::size_t end) const;

  std::string_view text_;
};

/// A day that is counted from the first of an event: 2日目, 第2日目.
struct EventDay {
  std::size_t begin = 0, end = 0;
  int number = 0;
  [[nodiscard]] bool found() const { return end > begin; }
};
/// Not found where 目 begins a word of its own: 2日目標.
[[nodiscard]] EventDay event_day_at(std::string_view text, std::size_t pos);

/// Where the name of a month begins that ends at `pos` (師走 before 25日); `pos` where none does.
[[nodiscard]] std::size_t named_month_before(std::string_view text, std::size_t pos);

/// 1..28/29/30/31; 29 for February of an unknown year (0).
[[nodiscard]] int days_in_month(int year, int month);

/// The days of 上旬 (1 to 10), 中旬 (11 to 20), 下旬 (21 to 31) and of two of them; 1 and 31 for every other part.
[[nodiscard]] bool is_month_of_next_year(std::string_view text, std::size_t pos);  ///< 翌3月 stands at pos
[[nodiscard]] int first_of_third(Part part);
[[nodiscard]] int last_of_third(Part part);

/// Blanks, one line break of a cell or one slash (2017年/5月) between the parts of a date.
[[nodiscard]] std::size_t skip_gap(std::string_view text, std::size_t pos);

/// True where nothing at `pos` makes a quantity, a version or a word of the figures before it.
[[nodiscard]] bool figures_end(std::string_view text, std::size_t pos);

/// Letter-spaced figures (2 9): `most` single digits at most with one blank between each two, at least two of them,
/// before 年, 月 or 日. Not found else.
[[nodiscard]] scan::Numeral spaced_numeral_at(std::string_view text, std::size_t pos, int most);

/// A time of day or a span of times at `pos`. `after_date`: kanji numerals and an open begin (~16:30) are taken too.
[[nodiscard]] TimeSpan read_time(std::string_view text, std::size_t pos, bool after_date);

}  // namespace torikomi

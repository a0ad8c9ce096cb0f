// Dates that only the date before them tells: 2日目 of an event, 下旬 behind 8月上旬.
#include "value/date_resolve.h"
#include "value/scan.h"

namespace torikomi {
namespace {

constexpr int kMostEventDays = 99;
constexpr int kThird = 10;                           // days of 上旬 and of 中旬
constexpr int kLeapYear = 2000, kCommonYear = 2001;  // an open year is one of the two

int year_of(Day day) { return static_cast<int>(day.year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(day.month())); }
int day_of(Day day) { return static_cast<int>(static_cast<unsigned>(day.day())); }

std::chrono::sys_days sys_day(int year, int month, int day) {
  return Day{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
             std::chrono::day(static_cast<unsigned>(day))};
}

}  // namespace

EventDay event_day_at(std::string_view text, std::size_t pos) {
  EventDay out{.begin = pos, .end = pos};
  (void)scan::eat(text, pos, "第");
  const scan::Numeral n = scan::numeral_at(text, pos);
  if (!n.in(1, kMostEventDays)) return out;
  std::size_t end = scan::skip_blanks(text, n.end, 1);
  if (!scan::eat(text, end, "日") || !scan::nth_at(text, end)) return out;
  end += std::string_view("目").size();
  out.number = n.value;
  out.end = end;
  return out;
}

DateResolver::DateResolver(const DateContext& context) : context_(context), previous_(context.previous) {
  if (previous_) last_ = {year_of(*previous_), month_of(*previous_), day_of(*previous_)};
  if (const auto& day = context.day_one) {
    static_cast<Place&>(day_one_) = {year_of(*day), month_of(*day), day_of(*day)};
    day_one_.marked = true;
  }
}

/// `days` after `day`, which may be negative. Nothing where the year is open and the length of February decides.
std::optional<DateResolver::Place> DateResolver::later(const Place& day, int days) {
  const auto shifted = [&](int year) -> Place {
    const Day out = sys_day(year, day.month, day.day) + std::chrono::days(days);
    return {day.year == 0 ? 0 : year_of(out), month_of(out), day_of(out)};
  };
  if (day.year != 0) return shifted(day.year);
  const Place leap = shifted(kLeapYear);
  if (day.month == 2 && day.day == 29) return leap;
  const Place common = shifted(kCommonYear);
  if (leap.month != common.month || leap.day != common.day) return std::nullopt;
  return common;
}

/// How many days there are from `first` to `last`, both counted. An open year is a common one.
int DateResolver::days_between(const Place& first, const Place& last) {
  const int year = first.year != 0 ? first.year : kCommonYear;
  const auto begin = sys_day(year, first.month, first.day);
  auto end = sys_day(first.year != 0 ? last.year : year, last.month, last.day);
  if (end < begin) end = sys_day(year + 1, last.month, last.day);
  return static_cast<int>((end - begin).count()) + 1;
}

/// The first day that the point may mean, where its day is printed or a third of its month is.
DateResolver::Place DateResolver::place_of(const Point& point) {
  if (point.lunisolar) return {};
  const int day = point.day != 0 || first_of_third(point.part) == 1 ? point.day : first_of_third(point.part);
  return {point.year, point.month, day};
}

/// 2日目: day one of the event and one day.
bool DateResolver::event_day(const Element& e, Point& p) const {
  if (day_one_.month == 0 || (day_one_.days != 0 && e.event_day > day_one_.days)) return false;
  const auto day = later(day_one_, e.event_day - 1);
  if (!day) return false;
  p.year = day->year;
  p.month = day->month;
  p.day = day->day;
  p.inferred = p.year != 0;
  return set_days(p);
}

/// 下旬 behind 8月上旬: the same month. One that has passed (8月25日 … 上旬) may be of the next month or told in
/// retrospect, and is not read.
bool DateResolver::third_alone(const Element& e, Point& p) const {
  if (last_.month == 0 || last_.day > last_of_third(e.part)) return false;
  p.year = last_.year;
  p.month = last_.month;
  p.inferred = p.year != 0;
  return set_days(p);
}

bool DateResolver::is_event_day(int number) const {
  if (day_one_.month == 0 || last_.day == 0) return false;
  const auto day = later(day_one_, number - 1);
  return day && day->year == last_.year && day->month == last_.month && day->day == last_.day;
}

void DateResolver::mark_event_day(int number) {
  if (last_.day == 0) return;
  const auto first = later(last_, 1 - number);
  if (!first) return;
  static_cast<Place&>(day_one_) = *first;
  day_one_.days = 0;
  day_one_.marked = true;
}

/// The first day of an event with a range (8月1日~3日) is its day one; a single date only where it is marked so, and a
/// later date that is not marked ends what a range has told.
void DateResolver::remember_place(const Point& point) {
  last_ = place_of(point);
  if (!day_one_.marked) day_one_ = DayOne{};
}

void DateResolver::remember_range(const Point& first, const Point& last) {
  const Place begin = place_of(first);
  const Place end = place_of(last);
  last_ = begin.year == end.year && begin.month == end.month ? end : Place{};
  if (first.precision != Precision::kDay || last.precision != Precision::kDay || begin.day == 0 || end.day == 0) return;
  static_cast<Place&>(day_one_) = begin;
  day_one_.days = days_between(begin, end);
  day_one_.marked = false;
}

}  // namespace torikomi

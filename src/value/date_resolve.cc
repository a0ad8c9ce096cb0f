#include "value/date_resolve.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace torikomi {
namespace {

constexpr int kMostYearsToLeapDay = 8;  // 1896-02-29 to 1904-02-29
constexpr int kNearestEraYears = 20;    // how far a bare 29年度 may lie from its context

int year_of(Day day) { return static_cast<int>(day.year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(day.month())); }
int day_of(Day day) { return static_cast<int>(static_cast<unsigned>(day.day())); }

Day make_day(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

Day end_of_month(int year, int month) { return make_day(year, month, days_in_month(year, month)); }

/// 年度: 1 April to 31 March (会計法第1条, 地方自治法第208条).
int fiscal_year_of(Day day) { return year_of(day) - (month_of(day) <= 3 ? 1 : 0); }

bool is_season(Part part) { return part >= Part::kSpring && part <= Part::kWinter; }
bool is_third(Part part) { return part >= Part::kUpper && part <= Part::kMiddleLower; }

/// The first month of a part of a year whose first month is `start` (4 for a fiscal year), and how many it has.
struct Months {
  int first, count;
};
Months months_of(Part part, int start) {
  switch (part) {
    case Part::kHalf1:
      return {start, 6};
    case Part::kHalf2:
      return {start + 6, 6};
    case Part::kQuarter1:
    case Part::kQuarter2:
    case Part::kQuarter3:
    case Part::kQuarter4:
      return {start + 3 * (static_cast<int>(part) - static_cast<int>(Part::kQuarter1)), 3};
    case Part::kSpring:
    case Part::kSummer:
    case Part::kAutumn:
    case Part::kWinter:
      return {3 + 3 * (static_cast<int>(part) - static_cast<int>(Part::kSpring)), 3};
    default:
      return {start, 12};
  }
}

Precision precision_of(Part part, bool fiscal) {
  if (part == Part::kEnd) return Precision::kDay;
  if (is_season(part)) return Precision::kSeason;
  if (part == Part::kHalf1 || part == Part::kHalf2) return Precision::kHalf;
  if (part >= Part::kQuarter1 && part <= Part::kQuarter4) return Precision::kQuarter;
  return fiscal ? Precision::kFiscalYear : Precision::kYear;
}

/// "2017", "2017-05", "2017-05-19"; year 0 is open: "XXXX".
std::string edtf_text(int year, int month, int day) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kDay = 10;
  std::array<char, kDay> out;
  const auto two = [&out](std::size_t at, int value) {
    out[at] = static_cast<char>('0' + value / 10);
    out[at + 1] = static_cast<char>('0' + value % 10);
  };
  if (year == 0) {
    std::fill_n(out.begin(), kYear, 'X');
  } else {
    two(0, year / 100);
    two(2, year % 100);
  }
  out[kYear] = out[kMonth] = '-';
  two(kYear + 1, month);
  two(kMonth + 1, day);
  return {out.data(), day != 0 ? kDay : (month != 0 ? kMonth : kYear)};
}

std::string year_text(int year) { return edtf_text(year, 0, 0); }
std::string month_text(int year, int month) { return edtf_text(year, month, 0); }
std::string day_text(int year, int month, int day) { return edtf_text(year, month, day); }
/// EDTF level 1: 21 spring, 22 summer, 23 autumn, 24 winter.
std::string season_text(int year, Part part) {
  return month_text(year, 21 + static_cast<int>(part) - static_cast<int>(Part::kSpring));
}
std::string day_text(Day day) { return day_text(year_of(day), month_of(day), day_of(day)); }
std::string month_text(Day day) { return month_text(year_of(day), month_of(day)); }

}  // namespace

std::string text_of(Day day, Precision precision) {
  if (precision <= Precision::kPartOfMonth) return day_text(day);
  return precision == Precision::kYear ? year_text(year_of(day)) : month_text(day);
}

/// The part of a year: halves, quarters, seasons, the year itself.
void DateResolver::set_year_part(Point& p) {
  p.precision = precision_of(p.part, p.fiscal);
  if (p.part == Part::kDecade) {
    p.first = make_day(p.year, 1, 1);
    p.last = make_day(p.year + 9, 12, 31);
    p.begin = year_text(p.year);
    p.end = year_text(p.year + 9);
    return;
  }
  const Months months = months_of(p.part, p.fiscal ? 4 : 1);
  const int last_month = months.first + months.count - 1;
  if (p.year == 0) {  // only a season can stand without any year
    p.single = season_text(0, p.part);
    p.begin = month_text(0, months.first);
    p.end = month_text(0, (last_month - 1) % 12 + 1);
    return;
  }
  p.first = make_day(p.year + (months.first - 1) / 12, (months.first - 1) % 12 + 1, 1);
  p.last = end_of_month(p.year + (last_month - 1) / 12, (last_month - 1) % 12 + 1);
  if (p.part == Part::kEnd) {
    p.first = p.last;
    p.single = p.begin = p.end = day_text(*p.last);
    return;
  }
  p.begin = month_text(*p.first);
  p.end = month_text(*p.last);
  if (is_season(p.part)) {
    p.single = season_text(p.year, p.part);
  } else if (p.precision == Precision::kYear) {
    p.single = p.begin = p.end = year_text(p.year);
  }
}

/// The part of a month: thirds, its last day, the month itself. An open February ends with the month.
void DateResolver::set_month_part(Point& p) {
  const int length = days_in_month(p.year, p.month);
  int first = 1;
  int last = length;
  p.precision = Precision::kMonth;
  if (p.day != 0) {
    first = last = p.day;
    p.precision = Precision::kDay;
  } else if (p.part == Part::kEnd) {
    first = length;
    p.precision = Precision::kDay;
  } else if (is_third(p.part)) {
    first = first_of_third(p.part);
    last = std::min(last_of_third(p.part), length);
    p.precision = Precision::kPartOfMonth;
  }
  if (p.year != 0) {
    p.first = make_day(p.year, p.month, first);
    p.last = make_day(p.year, p.month, last);
  }
  const bool open_february = p.year == 0 && p.month == 2 && last == length && p.day == 0;
  if (p.precision == Precision::kMonth || (open_february && p.precision == Precision::kDay)) {
    p.precision = Precision::kMonth;
    p.single = p.begin = p.end = month_text(p.year, p.month);
  } else if (p.precision == Precision::kDay) {
    p.single = p.begin = p.end = day_text(p.year, p.month, last);
  } else {
    p.begin = day_text(p.year, p.month, first);
    p.end = open_february ? month_text(0, 2) : day_text(p.year, p.month, last);
  }
}

bool DateResolver::set_days(Point& p) {
  if (p.year != 0 && p.year < kFirstSolarYear) p.lunisolar = true;
  if (p.lunisolar) {
    p.month = p.day = 0;
    p.fiscal = false;
    if (p.part != Part::kDecade) p.part = Part::kWhole;
  }
  if (p.month == 0) {
    // Without any year a lone 春 is as well a name.
    if (p.year == 0 && !(is_season(p.part) && p.approximate)) return false;
    set_year_part(p);
    return true;
  }
  if (p.day > days_in_month(p.year, p.month)) return false;
  set_month_part(p);
  return true;
}

/// 平成33年 lies past the end of 平成, 令和元年4月1日 before the begin of 令和.
void DateResolver::mark_era(Point& p) {
  if (p.era == nullptr || p.lunisolar || !p.first) return;
  p.overflow = (p.era->end && *p.first > *p.era->end) || *p.last < p.era->start;
}

bool DateResolver::resolve_point(const Element& e, const Point* before, Role role, Point& p) const {
  p = Point{};
  p.fiscal = e.fiscal;
  p.month = e.month;
  p.day = e.day;
  p.part = e.part;
  p.approximate = e.approximate;
  p.shares_unit = e.shares_unit;
  p.lunisolar = e.old_calendar;
  if (e.event_day != 0) return event_day(e, p);
  if (before == nullptr && is_third(e.part) && e.month == 0 && e.shift_months == 0 && e.year_kind == YearKind::kNone)
    return third_alone(e, p);
  if (e.same_month && !take_month(e, before, p)) return false;
  if (!set_year(e, before, role, p)) return false;
  if (p.fiscal && p.month != 0) {
    if (p.month <= 3 && p.year != 0) ++p.year;
    p.fiscal = false;
  }
  if (!set_days(p)) return false;
  mark_era(p);
  return true;
}

/// 同月, 同日, 翌日 and a day or third alone: month and day come from the date before.
bool DateResolver::take_month(const Element& e, const Point* before, Point& p) const {
  if (before == nullptr && !previous_) return false;
  const Precision precision = before != nullptr ? before->precision : previous_precision_;
  const bool backwards = before != nullptr && is_third(before->part) && is_third(e.part) && e.part < before->part;
  if (backwards && e.shift_months == 0) return false;  // 8月下旬、上旬
  if (precision > Precision::kMonth || (e.same_day && precision != Precision::kDay)) return false;
  if (before != nullptr && !before->first) {  // the year is open: 9月1日、2日
    p.month = before->month;
    p.day = e.same_day ? before->day : p.day;
    return e.shift_months == 0 && e.shift_days == 0;
  }
  Day base = before != nullptr ? *before->first : *previous_;
  if (e.shift_days != 0) base = std::chrono::sys_days(base) + std::chrono::days(e.shift_days);
  if (e.shift_months != 0)
    base = Day{base.year(), base.month(), std::chrono::day(1)} + std::chrono::months(e.shift_months);
  if (!e.same_day && p.day != 0 && p.day < day_of(base) && e.year_kind == YearKind::kNone && e.dots == 0) {
    base = Day{base.year(), base.month(), std::chrono::day(1)} + std::chrono::months(1);  // 7月31日、1日
  }
  p.year = year_of(base);
  p.month = month_of(base);
  if (e.same_day) p.day = day_of(base);
  return true;
}

bool DateResolver::set_year(const Element& e, const Point* before, Role role, Point& p) const {
  switch (e.year_kind) {
    case YearKind::kEra:
      p.era = e.era;
      p.year = *e.printed_year();
      if (e.bare && context_.bare_era_is_fiscal && p.month == 0) p.fiscal = true;
      return true;
    case YearKind::kWestern:
      p.year = e.year;
      return true;
    case YearKind::kShort:
      return short_era_year(e, before, role, p);
    case YearKind::kPrevious:
      if (e.same_month) p.inferred = p.year != 0;  // 同月, 翌日: the year is that of the date before
      return e.same_month || previous_year(e, before, p);
    case YearKind::kContext:
      return context_year(e, before, p);
    case YearKind::kElsewhere:
      return p.month != 0;
    case YearKind::kNone:
      break;
  }
  if (role == Role::kRangeEnd) {
    end_of_range_year(*before, p);
    return true;
  }
  const bool shared = before != nullptr && before->shares_unit;
  if (e.same_month && p.year != 0) {
    p.inferred = !shared || before->inferred;
    return true;
  }
  infer_year(before, role, p);
  if (shared) p.inferred = before->inferred;
  return true;
}

/// The second end of a range takes the year of the first, or the next where it would lie before it.
void DateResolver::end_of_range_year(const Point& before, Point& p) {
  p.inferred = before.inferred;
  if (before.year == 0 || p.year != 0) return;
  if (p.month == 0) {  // a season or half: as the first
    const bool earlier = is_season(p.part) && is_season(before.part) && p.part < before.part;  // 冬~春
    p.year = before.year + (earlier ? 1 : 0);
    p.fiscal = p.fiscal || before.fiscal || !is_season(p.part);
    return;
  }
  if (!before.first) return;
  const int year = year_of(*before.first);
  const int month = month_of(*before.first);
  const int last = p.day != 0 ? p.day : last_of_third(p.part);
  const bool earlier = p.month < month || (p.month == month && last < day_of(*before.first));
  p.year = year + (earlier ? 1 : 0);
}

/// 29年度, 30年5月: the era is that of the date before, or the one that comes nearest to the context; it is inferred
/// where the text prints none.
bool DateResolver::short_era_year(const Element& e, const Point* before, Role role, Point& p) const {
  std::optional<int> base;
  if (before != nullptr && before->year != 0) {
    base = before->year;
  } else if (previous_) {
    base = year_of(*previous_);
  } else if (context_.fiscal_year) {
    base = context_.fiscal_year;
  } else if (context_.document_date) {
    base = fiscal_year_of(*context_.document_date);
  }
  const Era* era = before != nullptr && before->era != nullptr ? before->era : previous_era_;
  if (before != nullptr && before->era == nullptr && before->year >= 1000 && e.year < 100 && role != Role::kFirst) {
    p.year = before->year / 100 * 100 + e.year;  // 2017~19年度
    return p.year >= before->year;
  }
  const EraTable& eras = EraTable::get();
  if (era != nullptr) {
    p.inferred = before != nullptr && before->era != nullptr && before->inferred;
    p.era = era;
    p.year = era->year + e.year - 1;
    const Era* next = eras.next(*era);
    if (base && p.year < *base && next != nullptr && next->year + e.year - 1 >= *base) {
      p.era = next;
      p.year = next->year + e.year - 1;
    }
    return true;
  }
  if (base) {
    int best = kNearestEraYears + 1;
    for (const Era& candidate : eras.all()) {
      if (candidate.letter == 0) continue;
      const int year = candidate.year + e.year - 1;
      if (std::abs(year - *base) >= best) continue;
      best = std::abs(year - *base);
      p.era = &candidate;
      p.year = year;
    }
  }
  p.inferred = p.year != 0;
  return p.year != 0 || p.month != 0;
}

/// 同年, 翌年, 同年度.
bool DateResolver::previous_year(const Element& e, const Point* before, Point& p) const {
  p.inferred = true;
  const std::optional<Day> base = before != nullptr ? before->first : previous_;
  if (!base) {
    p.inferred = false;
    if (e.year >= 0 && p.month != 0) {
      infer_year(before, Role::kFirst, p);
      return true;
    }
    return false;
  }
  p.year = (e.fiscal ? fiscal_year_of(*base) : year_of(*base)) + e.year;
  return true;
}

/// 今年度, 次年度, 年度末: counted from the fiscal year of the context; inside a range from its first end.
bool DateResolver::context_year(const Element& e, const Point* before, Point& p) const {
  p.inferred = true;
  if (before != nullptr && before->first) {
    p.year = (e.fiscal ? fiscal_year_of(*before->first) : year_of(*before->first)) + e.year;
  } else if (context_.fiscal_year) {
    p.year = *context_.fiscal_year + e.year;
  } else if (previous_ && e.year == 0) {
    p.year = e.fiscal ? fiscal_year_of(*previous_) : year_of(*previous_);
  }
  return p.year != 0;
}

/// Contract: the year in which it falls on or after the nearest date before it, kept inside the fiscal year of its
/// column where there is one; else the fiscal year. Lists never run backwards.
void DateResolver::infer_year(const Point* before, Role role, Point& p) const {
  if (p.month == 0 && !is_season(p.part)) {                                             // 上半期, 第1四半期
    const bool follows = before != nullptr && before->year != 0 && before->month == 0;  // 2020年上半期、下半期
    p.fiscal = !follows || before->fiscal;
    if (follows) p.year = before->year;
    if (p.year == 0 && context_.fiscal_year) p.year = *context_.fiscal_year;
    if (p.year == 0 && before != nullptr) p.year = before->year;
    if (p.year == 0 && previous_) p.year = fiscal_year_of(*previous_);
    p.inferred = p.year != 0;
    return;
  }
  const bool listed = role != Role::kFirst && before != nullptr;
  if (listed && before->year == 0) return;
  const std::optional<Day> previous = listed ? before->first : previous_;
  const int month = p.month != 0 ? p.month : months_of(p.part, 1).first;
  const auto last_day = [&](int year) {
    return make_day(year, month, p.day != 0 ? p.day : days_in_month(year, month));
  };
  if (context_.fiscal_year) {
    const int year = *context_.fiscal_year + (month <= 3 && p.month != 0 ? 1 : 0);
    const bool past = previous && *previous > make_day(*context_.fiscal_year + 1, 3, 31);
    const bool backwards = listed && previous && last_day(year) < *previous;
    if (!past && !backwards) {
      p.year = year;
      p.inferred = true;
      return;
    }
  }
  if (!previous) return;
  p.inferred = true;
  for (int year = year_of(*previous); year <= year_of(*previous) + kMostYearsToLeapDay; ++year) {
    p.year = year;
    if (last_day(year).ok() && last_day(year) >= *previous) return;
  }
}

}  // namespace torikomi

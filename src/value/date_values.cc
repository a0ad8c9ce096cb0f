// Phrases to values: EDTF of points, ranges and open ranges.
#include <algorithm>

#include "value/date_resolve.h"

namespace torikomi {
namespace {

std::string qualified(const std::string& text, bool approximate) { return approximate ? text + "~" : text; }

bool weekday_fits(const Element& e, const std::optional<Day>& day) {
  return !e.weekday || !day || std::chrono::weekday(*day) == *e.weekday;
}

void set_time(const Element& first, const Element& second, DateValue& value) {
  value.start_time = first.time.start ? first.time.start : second.time.start;
  value.end_time = second.time.stop ? second.time.stop : first.time.stop;
  if (first.time.start && second.time.start && !second.time.stop && &first != &second) {
    value.end_time = second.time.start;  // 19日13:00~20日17:00
  }
  const TimeSpan& printed = first.time.found() ? first.time : second.time;
  value.time_begin = static_cast<std::uint32_t>(printed.begin);
  value.time_end = static_cast<std::uint32_t>(second.time.found() ? second.time.end : printed.end);
}

}  // namespace

DateValue DateResolver::value_of(const PhraseItem& item, const Point& point) {
  const Element& e = item.date;
  DateValue value;
  value.begin = static_cast<std::uint32_t>(e.begin);
  value.end = static_cast<std::uint32_t>(e.end);
  value.precision = point.precision;
  value.approximate = point.approximate;
  value.year_inferred = point.inferred;
  value.era_overflow = point.overflow;
  value.lunisolar = point.lunisolar;
  value.recurring = e.recurring;
  value.event_day = e.event_day;
  value.pair_agrees = !e.pair_differs && (e.pair_year == 0 || e.pair_year == point.year || point.year == 0);
  value.weekday = e.weekday;
  value.weekday_agrees = point.precision != Precision::kDay || weekday_fits(e, point.first);
  const bool beyond = item.exclusive && point.first && !point.lunisolar;
  value.open_begin = item.open_begin && (beyond || !item.exclusive);  // of an open year nothing lies beyond
  value.open_end = item.open_end && (beyond || !item.exclusive);
  if (!value.open_begin) value.first = point.first;
  if (!value.open_end) value.last = point.last;
  const bool mark = point.approximate && point.precision != Precision::kSeason;
  if (beyond && item.open_begin) {
    value.last = std::chrono::sys_days(*point.first) - std::chrono::days(1);
    value.edtf = "../" + qualified(text_of(*value.last, point.precision), mark);
  } else if (beyond) {
    value.first = std::chrono::sys_days(*point.last) + std::chrono::days(1);
    value.edtf = qualified(text_of(*value.first, point.precision), mark) + "/..";
  } else if (value.open_begin) {
    value.edtf = "../" + qualified(point.end, mark);
  } else if (value.open_end) {
    value.edtf = qualified(point.begin, mark) + "/..";
  } else if (!point.single.empty()) {
    value.edtf = qualified(point.single, mark);
  } else {
    value.edtf = qualified(point.begin, mark) + "/" + qualified(point.end, mark);
  }
  set_time(e, e, value);
  return value;
}

DateValue DateResolver::value_of(const PhraseItem& first, const Point& begin, const PhraseItem& second,
                                 const Point& end) {
  DateValue value = value_of(first, begin);
  value.end = static_cast<std::uint32_t>(second.date.end);
  value.precision = std::max(begin.precision, end.precision);
  value.approximate = begin.approximate || end.approximate;
  value.era_overflow = begin.overflow || end.overflow;
  value.lunisolar = begin.lunisolar || end.lunisolar;
  value.weekday = first.date.weekday ? first.date.weekday : second.date.weekday;
  const bool end_is_day = end.precision == Precision::kDay;
  value.weekday_agrees = value.weekday_agrees && (!end_is_day || weekday_fits(second.date, end.last));
  value.pair_agrees = value.pair_agrees && (second.date.pair_year == 0 || second.date.pair_year == end.year);
  value.open_begin = value.open_end = false;
  value.first = begin.first;
  value.last = end.last;
  const bool mark_begin = begin.approximate && begin.precision != Precision::kSeason;
  const bool mark_end = end.approximate && end.precision != Precision::kSeason;
  value.edtf = qualified(begin.begin, mark_begin) + "/" + qualified(end.end, mark_end);
  set_time(first.date, second.date, value);
  return value;
}

void DateResolver::remember(const Point& point) {
  if (point.first) {
    previous_ = point.first;
    previous_precision_ = point.precision;
  }
  if (point.era != nullptr && !point.inferred) previous_era_ = point.era;
}

void DateResolver::resolve(const Phrase& phrase, std::vector<DateValue>& out) {
  Point before;
  bool has_before = false;
  const std::size_t from = out.size();
  for (std::size_t i = 0; i < phrase.count; ++i) {
    const PhraseItem& item = phrase.items[i];
    Point point;
    if (!resolve_point(item.date, has_before ? &before : nullptr, has_before ? Role::kListed : Role::kFirst, point)) {
      break;
    }
    if (item.join == Join::kRange && i + 1 < phrase.count) {
      Point end;
      const PhraseItem& second = phrase.items[i + 1];
      // H28~H30年度: the unit of the second end holds for both.
      if (item.date.bare && second.date.fiscal && second.date.month == 0 && !point.fiscal) {
        point.fiscal = true;
        (void)set_days(point);
      }
      if (resolve_point(second.date, &point, Role::kRangeEnd, end)) {
        out.push_back(value_of(item, point, second, end));
        remember(point);
        if (item.date.event_day == 0) remember_range(point, end);
        before = end;
        has_before = true;
        ++i;
        continue;
      }
    }
    out.push_back(value_of(item, point));
    remember(point);
    if (item.date.event_day == 0) remember_place(point);
    before = point;
    has_before = true;
  }
  for (std::size_t i = from; i < out.size(); ++i) out[i].planned = phrase.planned;
}

}  // namespace torikomi

// Months and days of a date, by number or by name.
#include "value/date_element.h"
#include "value/scan.h"

namespace torikomi {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::eat;
using scan::eat_any;
using scan::Numeral;
using scan::numeral_at;
using scan::skip_blanks;

int first_of_third(Part part) {
  if (part == Part::kMiddle || part == Part::kMiddleLower) return 11;
  return part == Part::kLower ? 21 : 1;
}

int last_of_third(Part part) {
  if (part == Part::kUpper) return 10;
  return part == Part::kMiddle || part == Part::kUpperMiddle ? 20 : 31;
}

std::size_t skip_gap(std::string_view text, std::size_t pos) {
  const std::size_t blanks = skip_blanks(text, pos);
  if (at(text, blanks, "/") && digit_at(text, blanks + 1)) return blanks + 1;
  return at(text, blanks, "\v") ? skip_blanks(text, blanks + 1) : blanks;
}

/// The month after 年, by number or by name. kNo: there is none.
LexOutcome ElementReader::month_in_year(Element& e, std::size_t pos) const {
  if (eat_any(text_, pos, {"閏", "うるう"})) {  // leap months ended with the lunisolar calendar
    const Numeral leap = numeral_at(text_, skip_blanks(text_, pos, 1));
    std::size_t after = leap.end;
    if (!leap.in(1, 12) || !eat(text_, after, "月")) return LexOutcome::kNo;
    const LexOutcome outcome = month(e, leap.value, after);
    return e.printed_year().value_or(kFirstSolarYear) < kFirstSolarYear ? outcome : LexOutcome::kImpossible;
  }
  if (named_day(e, pos)) return LexOutcome::kYes;
  if (eat(text_, pos, "の") && named_day(e, pos)) return LexOutcome::kYes;  // 2017年の5月, 2017年の元日
  const Numeral n = numeral(e, pos);
  if (!n.found()) return LexOutcome::kNo;
  std::size_t after = skip_blanks(text_, n.end);
  if (month_word(after)) return month(e, n.value, after);
  if (slashed_in_year(e, n)) return LexOutcome::kYes;
  const bool slashed = scan::before(text_, pos, "/") && n.digits > 0 && n.digits <= 2 && n.in(1, 12);
  if (slashed &&
      (n.end == text_.size() || at_any(text_, n.end, {" ", ")", "~", "、", "\t", "\v", "\n"}))) {  // 2021年/7
    e.month = n.value;
    return done(e, n.end);
  }
  if (unit_ahead(n.end) != Unit::kMonth || !n.in(1, 12)) return LexOutcome::kNo;
  e.month = n.value;
  e.shares_unit = true;
  return done(e, n.end);
}

/// 昭和45年 1/1: month and day of a printed year.
bool ElementReader::slashed_in_year(Element& e, const Numeral& number) const {
  if (!number.in(1, 12) || number.digits == 0 || !at(text_, number.end, "/")) return false;
  const Numeral day = numeral_at(text_, number.end + 1);
  if (day.digits == 0 || !day.in(1, days_in_month(e.printed_year().value_or(0), number.value))) return false;
  if (!figures_end(text_, day.end) || at_any(text_, day.end, {"年", "月", "日"})) return false;
  e.month = number.value;
  e.day = day.value;
  return done(e, day.end) == LexOutcome::kYes;
}

/// Steps over 月 where it names a month: not 3月間, 第3月曜, 1月当たり.
bool ElementReader::month_word(std::size_t& pos) const {
  std::size_t next = pos;
  if (!eat(text_, next, "月") ||
      at_any(text_, next, {"間", "曜", "当たり", "あたり", "につき", "以内", "を超え", "を経過"}))
    return false;
  pos = next;
  return true;
}

LexOutcome ElementReader::month(Element& e, int number, std::size_t pos) const {
  e.end = pos;
  if (number < 1 || number > 12) return LexOutcome::kImpossible;
  e.month = number;
  return after_month(e, pos);
}

/// 7月1~7月3日: the 日 of the second end holds for the first one too. `pos` is the end of its figures.
bool ElementReader::ends_with_whole_day(std::size_t pos) const {
  if (!at(text_, pos, "~")) return false;
  std::size_t next = numeral_at(text_, pos + 1).end;
  return next > pos + 1 && eat(text_, next, "月") && numeral_at(text_, next).found() &&
         at(text_, numeral_at(text_, next).end, "日");
}

/// After 月.
LexOutcome ElementReader::after_month(Element& e, std::size_t pos) const {
  std::size_t next = skip_blanks(text_, pos, 1);
  if (at_any(text_, next, {"の上旬", "の中旬", "の下旬"})) next += 3;
  if (eat_any(text_, next, {"上中旬", "上・中旬", "上~中旬"})) {
    e.part = Part::kUpperMiddle;
    return done(e, next);
  }
  if (eat_any(text_, next, {"中下旬", "中・下旬", "中~下旬"})) {
    e.part = Part::kMiddleLower;
    return done(e, next);
  }
  if (eat_any(text_, next, {"上旬", "初旬"})) {
    e.part = Part::kUpper;
    return done(e, next);
  }
  if (eat(text_, next, "中旬")) {
    e.part = Part::kMiddle;
    return done(e, next);
  }
  if (eat(text_, next, "下旬")) {
    e.part = Part::kLower;
    return done(e, next);
  }
  if (eat(text_, next, "末日") || (eat(text_, next, "末") && !at_any(text_, next, {"尾", "端", "裔", "期が"}))) {
    e.part = Part::kEnd;
    return done(e, next);
  }
  if (eat(text_, next, "朔日")) {
    e.day = 1;
    return done(e, next);
  }
  if (eat(text_, next, "晦日")) {
    e.part = Part::kEnd;
    return done(e, next);
  }
  next = skip_gap(text_, pos);
  const Numeral n = numeral(e, next);
  if (n.found()) {
    std::size_t after = skip_blanks(text_, n.end);
    if (eat(text_, after, "日")) return day(e, n.value, after, n.kanji());
    if (n.in(1, 31) && (unit_ahead(n.end) == Unit::kDay || ends_with_whole_day(n.end))) {
      e.day = n.value;
      e.shares_unit = true;
      return done(e, n.end);
    }
  }
  return done(e, pos);
}

/// Months of the lunisolar calendar have 29 or 30 days, but the last one of all: 明治5年12月 ended with its second day.
/// A western year may stand before a day of either calendar.
int last_lunisolar_day(const Element& e) {
  constexpr int kLongest = 30, kLongestSolar = 31, kLastYear = kFirstSolarYear - 1, kLastDay = 2;
  if (e.year_kind != YearKind::kEra) return kLongestSolar;
  return e.month == 12 && e.printed_year() == kLastYear ? kLastDay : kLongest;
}

/// After 日. What only looks like a day (5日間, 2日目, 四日市) leaves the month alone.
LexOutcome ElementReader::day(Element& e, int number, std::size_t pos, bool kanji) const {
  if (at(text_, pos, "間") || scan::nth_at(text_, pos) || (kanji && at_any(text_, pos, {"市", "町"}))) {
    return e.month != 0 ? done(e, e.end) : LexOutcome::kNo;
  }
  e.end = pos;
  const int year = e.fiscal ? 0 : e.printed_year().value_or(0);
  const int last =
      e.month == 0 ? 31 : (year != 0 && year < kFirstSolarYear ? last_lunisolar_day(e) : days_in_month(year, e.month));
  if (number < 1 || number > last) return LexOutcome::kImpossible;
  e.day = number;
  return done(e, pos);
}

}  // namespace torikomi

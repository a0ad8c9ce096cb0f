// Dates in figures: R6.6.7, H30.1, 2017/5/19, 2017-05-19, and what follows them (R7.3.11~12, R6. 5. 31~6. 1).
#include "value/date_element.h"
#include "value/scan.h"

namespace torikomi {

using scan::at_any;
using scan::digit_at;
using scan::letter_at;
using scan::Numeral;
using scan::numeral_at;
using scan::skip_blanks;

bool figures_end(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return true;
  const utf8::Decoded next = utf8::decode(text, pos);
  const char32_t c = next.code_point;
  if (c < 0x80) {
    if (digit_at(text, pos) || c == '%') return false;
    if (letter_at(text, pos)) return c == 'T' && digit_at(text, pos + 1);  // ISO 8601 time
    if (c == '.' || c == '/' || c == '-') return !digit_at(text, pos + 1);
    return true;
  }
  if (utf8::is_katakana(c)) return c == U'・';
  return !at_any(text, pos, {"倍", "万", "億", "千", "百", "兆",   "人",   "件",   "回",   "円",  "割",
                             "分", "度", "番", "号", "条", "丁目", "か月", "ヶ月", "カ月", "箇月"});
}

namespace {

/// 2017.4~2018.3: the same form on the other side of a tilde makes a month of what could be a number.
bool beside_tilde(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t next = skip_blanks(text, end, 1);
  if (scan::eat(text, next, "~")) {
    const Numeral year = numeral_at(text, skip_blanks(text, next, 1));
    return year.digits == 4 && scan::at(text, year.end, ".") && digit_at(text, year.end + 1);
  }
  std::size_t tilde = scan::skip_blanks_before(text, begin, 1);
  if (!scan::before(text, tilde, "~")) return false;
  tilde = scan::skip_blanks_before(text, tilde - 1, 1);
  std::size_t month = tilde;
  while (month > 0 && tilde - month < 2 && digit_at(text, month - 1)) --month;
  return month < tilde && month > 4 && text[month - 1] == '.' && digit_at(text, month - 2) && digit_at(text, month - 5);
}

/// 2017/4/1-2018/3/31: the hyphen joins a second date of the same form.
bool range_follows(std::string_view text, std::size_t end, char dot) {
  if (dot == '-' || !scan::at(text, end, "-")) return false;
  const Numeral next = numeral_at(text, end + 1);
  return next.digits > 0 && next.end < text.size() && text[next.end] == dot && digit_at(text, next.end + 1);
}

/// 12/9 16:00, 12/9の16:00
bool time_of_day_follows(std::string_view text, std::size_t pos) {
  if (!scan::eat(text, pos, "の")) pos = skip_blanks(text, pos, 1);
  const Numeral hour = numeral_at(text, pos);
  constexpr int kMinuteDigits = 2;
  return hour.digits > 0 && hour.digits <= 2 && hour.in(0, 24) && scan::at(text, hour.end, ":") &&
         numeral_at(text, hour.end + 1).digits == kMinuteDigits;
}

}  // namespace

/// 29・5・19, 一九四〇・一・四: with two dots, since 29・30年度 is a list, and where no unit makes one of it
/// (4・5・6年度). 昭和九、八、二 stands in kanji throughout.
LexOutcome ElementReader::middle_dotted(Element& e, std::size_t pos) const {
  const std::string_view dot = scan::at(text_, pos, "、") ? "、" : "・";
  const Numeral month = numeral_at(text_, pos + dot.size());
  if (!month.in(1, 12) || month.digits > 2 || !scan::at(text_, month.end, dot)) return LexOutcome::kNo;
  if (dot == "、" && !month.kanji()) return LexOutcome::kNo;
  const Numeral day = numeral_at(text_, month.end + dot.size());
  if (day.digits > 2 || !day.in(1, days_in_month(*e.printed_year(), month.value))) return LexOutcome::kNo;
  if (unit_at(skip_blanks(text_, day.end, 1)) != Unit::kNone || unit_ahead(day.end) != Unit::kNone)
    return LexOutcome::kNo;
  if (!figures_end(text_, day.end) || scan::at(text_, day.end, "年") ||
      (scan::at(text_, day.end, dot) && numeral_at(text_, day.end + dot.size()).found()))
    return LexOutcome::kNo;
  e.month = month.value;
  e.day = day.value;
  e.dots = 3;
  e.dot = kMiddleDot;
  return done(e, day.end);
}

/// 2026 / 09 / 08: blanks on both sides of both slashes.
LexOutcome ElementReader::apart(Element& e, std::size_t pos) const {
  constexpr std::string_view kSlash = " / ";
  if (e.year_kind != YearKind::kWestern) return LexOutcome::kNo;
  const Numeral month = numeral_at(text_, pos + kSlash.size());
  if (month.digits == 0 || month.digits > 2 || !scan::at(text_, month.end, kSlash)) return LexOutcome::kNo;
  const Numeral day = numeral_at(text_, month.end + kSlash.size());
  if (day.digits == 0 || day.digits > 2 || !figures_end(text_, day.end) ||
      scan::at(text_, skip_blanks(text_, day.end, 1), "/"))
    return LexOutcome::kNo;
  e.end = day.end;
  if (!month.in(1, 12) || !day.in(1, days_in_month(*e.printed_year(), month.value))) return LexOutcome::kImpossible;
  e.month = month.value;
  e.day = day.value;
  return LexOutcome::kYes;
}

/// Figures after a year: one separator throughout, at most one blank after it.
LexOutcome ElementReader::dotted(Element& e, std::size_t pos) const {
  if (at_any(text_, pos, {"・", "、"})) return middle_dotted(e, pos);
  if (scan::at(text_, pos, " / ")) return apart(e, pos);
  if (pos >= text_.size() || !at_any(text_, pos, {".", "/", "-"})) return LexOutcome::kNo;
  const char dot = text_[pos];
  const Numeral month = numeral_at(text_, skip_blanks(text_, pos + 1, 1));
  if (!month.found() || month.digits == 0 || month.digits > 2) return LexOutcome::kNo;
  Numeral day;
  if (month.end < text_.size() && text_[month.end] == dot)
    day = numeral_at(text_, skip_blanks(text_, month.end + 1, 1));
  const bool has_day = day.found() && day.digits > 0 && day.digits <= 2;
  const std::size_t end = has_day ? day.end : month.end;
  if (day.found() && !has_day) return LexOutcome::kNo;
  const bool western = e.year_kind == YearKind::kWestern;
  // Three figures with a year before them count nothing, whatever word follows: 2020.7.18分.
  const bool whole_date = has_day && western && end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80;
  if (!whole_date && !figures_end(text_, end) && !(has_day && range_follows(text_, end, dot))) return LexOutcome::kNo;
  if (!has_day) {
    const bool padded = month.digits == 2 && text_[month.begin] == '0';
    const bool told = padded || beside_tilde(text_, e.begin, end) ||
                      at_any(text_, skip_blanks(text_, end, 1), {"以降", "以後", "以前", "現在", "時点", "頃", "ごろ"});
    if (western && dot == '.' && !told) return LexOutcome::kNo;
    if (western && dot == '-' && month.digits != 2) return LexOutcome::kNo;
    if (!western && (e.era->end && e.era->start.year() < std::chrono::year(1926))) return LexOutcome::kNo;  // M6.5
    if (!western && dot == '-') return LexOutcome::kNo;
    if (!western && letter_at(text_, e.begin) && e.year < 10 && month.digits == 1 && e.era->letter == 'S')
      return LexOutcome::kNo;
  }
  e.end = end;
  if (!month.in(1, 12)) return western && !has_day ? LexOutcome::kNo : LexOutcome::kImpossible;
  if (has_day && !day.in(1, days_in_month(*e.printed_year(), month.value))) return LexOutcome::kImpossible;
  e.month = month.value;
  e.day = has_day ? day.value : 0;
  if (std::size_t part = end; !has_day) {  // R5.3末, R5.3月上旬: a month as others are
    (void)scan::eat(text_, part, "月");
    if (part > end || at_any(text_, part, {"末", "上旬", "中旬", "下旬", "初旬"})) return after_month(e, part);
  }
  e.dots = has_day ? 3 : 2;
  e.dot = dot;
  return done(e, end);
}

/// What follows a dotted date in the same phrase takes its leading parts from it.
LexOutcome ElementReader::dotted_rest(Element& e, std::size_t pos, const Element& previous) const {
  std::array<int, 3> parts{};
  int count = 0;
  std::size_t end = pos;
  for (std::size_t at = pos; count < 3;) {
    const Numeral n = numeral_at(text_, at);
    if (!n.found() || n.digits == 0 || n.digits > 2) break;
    parts[static_cast<std::size_t>(count++)] = n.value;
    end = n.end;
    if (end >= text_.size() || text_[end] != previous.dot) break;
    at = skip_blanks(text_, end + 1, 1);
  }
  if (count == 0 || count > previous.dots || !figures_end(text_, end)) return LexOutcome::kNo;
  if (unit_at(skip_blanks(text_, end, 1)) != Unit::kNone) return LexOutcome::kNo;
  const bool has_day = previous.dots == 3;
  const int day = has_day ? parts[static_cast<std::size_t>(count - 1)] : 0;
  const int month_index = count - (has_day ? 2 : 1);
  const int month = month_index >= 0 ? parts[static_cast<std::size_t>(month_index)] : 0;
  const int year_index = month_index - 1;
  e.end = end;
  if ((month_index >= 0 && (month < 1 || month > 12)) || (has_day && (day < 1 || day > 31))) return LexOutcome::kNo;
  if (month != 0 && day > days_in_month(0, month)) return LexOutcome::kImpossible;
  if (year_index >= 0) {
    e.year_kind = YearKind::kShort;
    e.year = parts[static_cast<std::size_t>(year_index)];
  }
  e.month = month;
  e.day = day;
  e.same_month = month == 0;
  e.dots = previous.dots;
  e.dot = previous.dot;
  return done(e, end);
}

/// A day of the same month after `day`, in figures alone or with 日.
Numeral ElementReader::later_day_at(std::size_t pos, int day) const {
  const Numeral n = numeral_at(text_, pos);
  const Unit unit = unit_at(n.end);
  const bool alone = n.digits > 0 && figures_end(text_, n.end) && (unit == Unit::kNone || unit == Unit::kDay);
  constexpr int kLastDay = 31;
  return alone && n.in(day + 1, kLastDay) ? n : Numeral{};
}

/// 5/19(金), 05/19, 5/19 16:00, 4/1~9/30: a day only where a weekday, a leading zero, a time or a range that no
/// fractions make says so; 5/19 alone is as well a fraction.
LexOutcome ElementReader::slashed_day(Element& e, std::size_t pos) const {
  const auto at_slash = [this](std::size_t at, Numeral& month, Numeral& day) {
    month = numeral_at(text_, at);
    if (!month.in(1, 12) || month.digits == 0 || month.digits > 2 || !scan::at(text_, month.end, "/")) return false;
    day = numeral_at(text_, month.end + 1);
    if (day.digits == 0 || day.digits > 2 || !day.in(1, days_in_month(0, month.value))) return false;
    return figures_end(text_, day.end);
  };
  Numeral month;
  Numeral day;
  if (!at_slash(pos, month, day)) return LexOutcome::kNo;
  Element probe = e;
  probe.end = day.end;
  read_weekday(probe);
  bool sure = probe.weekday || text_[pos] == '0' || text_[day.begin] == '0' || time_of_day_follows(text_, day.end);
  std::size_t next = skip_blanks(text_, day.end, 1);
  const bool listed = scan::at(text_, next, "・");
  if (!sure && scan::eat_any(text_, next, {"~", "・"})) {
    Numeral month_after;
    Numeral day_after;
    constexpr int kNoDenominator = 12;
    next = skip_blanks(text_, next, 1);
    sure = at_slash(next, month_after, day_after)
               ? !listed && (day.value > kNoDenominator || day_after.value > kNoDenominator)  // 1/20・1/30: slopes
               : day.value > kNoDenominator && later_day_at(next, day.value).found();         // 10/24~25, 10/24・25
  }
  // The second end of such a range, or of one whose first end is a day.
  if (!sure) {
    const std::size_t tilde = scan::skip_blanks_before(text_, pos, 1);
    sure = tilde > 1 && text_[tilde - 1] == '~' && (digit_at(text_, tilde - 2) || text_[tilde - 2] == ')') &&
           day.value > 12;
  }
  if (!sure) return LexOutcome::kNo;
  e.month = month.value;
  e.day = day.value;
  return done(e, day.end);
}

}  // namespace torikomi

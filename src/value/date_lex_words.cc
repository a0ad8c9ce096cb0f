// Words of dates: halves, quarters, seasons, 同年, 翌月, 今年度, weekdays, and the same date in the other calendar.
#include "value/date_element.h"
#include "value/scan.h"

namespace torikomi {

using scan::at;
using scan::at_any;
using scan::eat;
using scan::eat_any;
using scan::Numeral;
using scan::numeral_at;
using scan::skip_blanks;

namespace {

std::optional<std::chrono::weekday> weekday_at(std::string_view text, std::size_t& pos) {
  constexpr std::array<std::string_view, 7> kNames = {"日", "月", "火", "水", "木", "金", "土"};
  for (unsigned i = 0; i < kNames.size(); ++i) {
    if (eat(text, pos, kNames[i])) return std::chrono::weekday(i);
  }
  return std::nullopt;
}

/// (Fri), (Fri.), Friday: steps over the English name of a weekday.
std::optional<std::chrono::weekday> english_weekday_at(std::string_view text, std::size_t& pos) {
  constexpr std::array<std::string_view, 7> kNames = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
  constexpr std::size_t kShort = 3;
  for (unsigned i = 0; i < kNames.size(); ++i) {
    std::size_t end = pos;
    if (!eat(text, end, kNames[i]) && !eat(text, end, kNames[i].substr(0, kShort))) continue;
    if (scan::letter_at(text, end)) return std::nullopt;
    (void)eat(text, end, ".");
    pos = end;
    return std::chrono::weekday(i);
  }
  return std::nullopt;
}

}  // namespace

void ElementReader::read_weekday(Element& e) const {
  std::size_t pos = skip_blanks(text_, e.end, 1);
  if (eat_any(text_, pos, {"(祝)", "(祝日)", "(休)", "(休日)"})) {
    e.end = pos;
    return;
  }
  if (eat(text_, pos, "(")) {
    constexpr std::size_t kLongest = 40;  // (土曜日・祝日), with room for a blank or two
    pos = skip_blanks(text_, pos, 1);
    if (const auto english = english_weekday_at(text_, pos); english && eat(text_, pos, ")")) {
      e.weekday = english;
      e.end = pos;
      return;
    }
    if (eat(text_, pos, "祝")) (void)eat_any(text_, pos, {"日", "・", "、"});
    const auto weekday = weekday_at(text_, pos);
    if (!weekday) return;
    if (!at_any(text_, pos, {")", "曜", "・", "祝", "、", ",", "/", " ", "土", "日", "振", "休"})) return;
    const std::size_t close = text_.substr(pos, kLongest).find(')');
    if (close == std::string_view::npos) return;
    e.weekday = weekday;
    e.end = pos + close + 1;
    return;
  }
  if (const auto english = english_weekday_at(text_, pos)) {
    e.weekday = english;
    e.end = pos;
    return;
  }
  const auto weekday = weekday_at(text_, pos);
  if (!weekday || !eat(text_, pos, "曜")) return;
  (void)eat(text_, pos, "日");
  e.weekday = weekday;
  e.end = pos;
}

void ElementReader::read_pair(Element& e) const {
  std::size_t pos = skip_blanks(text_, e.end, 1);
  if (!eat(text_, pos, "(")) return;
  (void)eat(text_, pos, "西暦");
  Element other;
  const Numeral n = numeral_at(text_, pos);
  if (n.digits == 4 && at(text_, n.end, ")")) {
    other.year_kind = YearKind::kWestern;
    other.year = n.value;
    other.end = n.end;
  } else if (read(pos, nullptr, other) != LexOutcome::kYes) {
    return;
  }
  const auto other_year = other.printed_year();
  const bool other_calendar = e.printed_year() && other_year && (e.era != other.era || other.year_kind != e.year_kind);
  if (!other_calendar || !at(text_, other.end, ")")) return;
  if (other.month != 0 && e.month == 0) return;
  e.pair_year = *other_year;
  e.pair_differs = (other.month != 0 && other.month != e.month) || (other.day != 0 && other.day != e.day);
  e.end = other.end + 1;
  if (e.month == 0 && !e.bare && !e.fiscal && at(text_, e.end, "度")) {  // 平成31年(令和元年)度
    e.fiscal = true;
    (void)after_fiscal_year(e, e.end + 3);
    return;
  }
  // 令和6年(2024年)4月1日: the date goes on after the bracket.
  if (e.month == 0 && !e.fiscal && !e.bare) {
    Element rest = e;
    const Numeral m = numeral_at(text_, e.end);
    std::size_t after = m.end;
    if (m.found() && eat(text_, after, "月") && month(rest, m.value, after) == LexOutcome::kYes) e = rest;
  }
}

/// 春 夏 秋 冬. After a year or another season the word must end there: not 平成29年秋田県, 春日市.
bool ElementReader::season(Element& e, std::size_t& pos, bool after_year) const {
  std::size_t end = pos;
  Part part = Part::kWhole;
  if (eat(text_, end, "春")) {
    part = Part::kSpring;
  } else if (eat(text_, end, "夏")) {
    part = Part::kSummer;
  } else if (eat(text_, end, "秋")) {
    part = Part::kAutumn;
  } else if (eat(text_, end, "冬")) {
    part = Part::kWinter;
  } else {
    return false;
  }
  const bool about = at_any(text_, end, {"頃", "ごろ"});
  if (!about && after_year) {
    (void)eat_any(text_, end, {"季", "期"});
    const char32_t next = utf8::decode(text_, end).code_point;
    if (utf8::is_han(next) || utf8::is_katakana(next) || at_any(text_, end, {"まき", "めき"})) {
      if (!at_any(text_, end, {"以降", "以後", "以前", "開催", "実施", "予定", "完成", "開始", "まで", "・"}))
        return false;
    }
  } else if (!about) {
    // A season without a year means one only where it is all there is, or the first of several: 春~夏, 秋(予定).
    if (scan::skip_blanks_before(text_, pos, 8) != 0) return false;
    std::size_t rest = skip_blanks(text_, end, 8);
    const bool several =
        eat_any(text_, rest, {"~", "・", "、", "から"}) && at_any(text_, rest, {"春", "夏", "秋", "冬"});
    if (!several && rest != text_.size() && !at_any(text_, rest, {"(予定)", "予定"})) return false;
  }
  e.part = part;
  pos = end;
  return true;
}

/// 第1, 第一, 第IV, 4 before 四半期 or before what leads to it; gives where it ends, `pos` where there is none.
std::size_t ElementReader::quarter_number(std::size_t pos, Part& part) const {
  constexpr std::array<std::array<std::string_view, 3>, 4> kNumbers = {
      {{"1", "一", "I"}, {"2", "二", "II"}, {"3", "三", "III"}, {"4", "四", "IV"}}};
  constexpr std::string_view kUnit = "四半期";
  std::size_t number = pos;
  (void)eat(text_, number, "第");
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    for (const std::string_view form : kNumbers[i]) {
      std::size_t end = number;
      if (!eat(text_, end, form) || !(at(text_, end, kUnit) || at_any(text_, end, {"~", "・", "、", "及び", "から"})))
        continue;
      part = static_cast<Part>(static_cast<int>(Part::kQuarter1) + static_cast<int>(i));
      return end;
    }
  }
  return pos;
}

/// 第1四半期, and 第1 of 第1~第2四半期, which has the unit of the second: gives where it ends; `pos` where there is
/// none.
std::size_t ElementReader::quarter(std::size_t pos, Part& part) const {
  std::size_t end = quarter_number(pos, part);
  if (end == pos || eat(text_, end, "四半期")) return end;
  std::size_t second = end;
  Part other = Part::kWhole;
  (void)eat_any(text_, second, {"~", "・", "、", "及び", "から"});
  const std::size_t second_end = quarter_number(second, other);
  return second_end > second && at(text_, second_end, "四半期") ? end : pos;
}

/// Halves, quarters, ends and seasons after 年, 年度 or alone.
bool ElementReader::part_of_year(Element& e, std::size_t& pos) const {
  std::size_t next = skip_blanks(text_, pos, 1);
  if (at_any(text_, next, {"の第", "の上半期", "の下半期", "の前半", "の後半"})) next += 3;
  const auto take = [&](Part part) {
    e.part = part;
    pos = next;
    return true;
  };
  if (eat_any(text_, next, {"上半期", "上期", "前半期", "前半"})) return take(Part::kHalf1);
  if (eat_any(text_, next, {"下半期", "下期", "後半期", "後半"})) return take(Part::kHalf2);
  if (e.fiscal && at_any(text_, next, {"前期", "後期"}) && !at_any(text_, next + 6, {"基本", "計画", "高齢"})) {
    next += 6;
    return take(scan::before(text_, next, "前期") ? Part::kHalf1 : Part::kHalf2);
  }
  Part part = Part::kWhole;
  if (const std::size_t end = quarter(next, part); end > next) {
    next = end;
    return take(part);
  }
  if (!e.fiscal && at(text_, pos, "年末") && !at_any(text_, pos, {"年末年始", "年末調整"})) pos += 3;  // 2018年年末
  if (eat(text_, pos, "末")) {
    if (at_any(text_, pos, {"尾", "端", "裔"})) {
      pos -= 3;
      return false;
    }
    (void)eat(text_, pos, "日");
    e.part = Part::kEnd;
    return true;
  }
  if (at(text_, pos, "内") ||
      (at(text_, pos, "中") &&
       !at_any(text_, pos, {"中学", "中央", "中心", "中国", "中間", "中期", "中旬", "中小", "中核", "中枢", "中山"}))) {
    pos += 3;
    return true;
  }
  std::size_t at_season = skip_blanks(text_, pos, 1);
  (void)eat(text_, at_season, "の");
  if (season(e, at_season, true)) {
    pos = at_season;
    return true;
  }
  return false;
}

namespace {

struct Relative {
  std::string_view word;
  YearKind kind;
  int distance;
  bool fiscal;
};
/// Longest first where one begins another. 次年度 counts from the fiscal year of the column, 翌年度 from the date
/// before.
constexpr std::array<Relative, 19> kRelatives = {{{"同年度", YearKind::kPrevious, 0, true},
                                                  {"同年", YearKind::kPrevious, 0, false},
                                                  {"翌々年度", YearKind::kPrevious, 2, true},
                                                  {"翌々年", YearKind::kPrevious, 2, false},
                                                  {"翌年度", YearKind::kPrevious, 1, true},
                                                  {"翌年", YearKind::kPrevious, 1, false},
                                                  {"今年度", YearKind::kContext, 0, true},
                                                  {"本年度", YearKind::kContext, 0, true},
                                                  {"当年度", YearKind::kContext, 0, true},
                                                  {"来年度", YearKind::kContext, 1, true},
                                                  {"次年度", YearKind::kContext, 1, true},
                                                  {"前年度", YearKind::kContext, -1, true},
                                                  {"昨年度", YearKind::kContext, -1, true},
                                                  {"今年", YearKind::kElsewhere, 0, false},
                                                  {"本年", YearKind::kElsewhere, 0, false},
                                                  {"昨年", YearKind::kElsewhere, 0, false},
                                                  {"来年", YearKind::kElsewhere, 0, false},
                                                  {"前年", YearKind::kPrevious, -1, false},
                                                  {"当年", YearKind::kElsewhere, 0, false}}};

}  // namespace

/// 翌3月
bool is_month_of_next_year(std::string_view text, std::size_t pos) {
  if (!eat(text, pos, "翌")) return false;
  const std::size_t digits = pos;
  while (pos < text.size() && pos < digits + 3 && scan::digit_at(text, pos)) ++pos;
  return pos > digits && pos < digits + 3 && at(text, pos, "月");
}

LexOutcome ElementReader::relative_word(Element& e, std::size_t pos) const {
  if (is_month_of_next_year(text_, pos)) {
    e.year_kind = YearKind::kPrevious;
    e.year = 1;
    return after_year(e, pos + std::string_view("翌").size());
  }
  for (const Relative& r : kRelatives) {
    std::size_t next = pos;
    if (!eat(text_, next, r.word)) continue;
    if (at_any(text_, next, {"比", "同", "並", "対"})) return LexOutcome::kNo;  // 前年比, 前年度同期
    e.year_kind = r.kind;
    e.year = r.distance;
    e.fiscal = r.fiscal;
    const LexOutcome outcome = r.fiscal ? after_fiscal_year(e, next) : after_year(e, next);
    // 昨年 alone names no year that could be written down.
    return r.kind == YearKind::kElsewhere && outcome == LexOutcome::kYes && e.month == 0 ? LexOutcome::kNo : outcome;
  }
  return LexOutcome::kNo;
}

/// 同上 where it is all there is: elsewhere it stands for a place as well.
bool ElementReader::ditto(std::size_t pos) const {
  constexpr int kMost = 8;
  std::size_t end = pos;
  if (!eat(text_, end, "同")) return false;
  end = skip_blanks(text_, end);
  return eat(text_, end, "上") && scan::skip_blanks_before(text_, pos, kMost) == 0 &&
         skip_blanks(text_, end, kMost) == text_.size();
}

/// A word that begins a date.
LexOutcome ElementReader::word(Element& e, std::size_t pos, const Element* previous) const {
  std::size_t next = pos;
  if (eat_any(text_, next, {"同月", "翌月"})) {
    e.year_kind = YearKind::kPrevious;
    e.same_month = true;
    e.shift_months = at(text_, pos, "翌") ? 1 : 0;
    e.end = next;
    return after_month(e, next);
  }
  if (eat_any(text_, next, {"同日", "翌日"})) {
    e.year_kind = YearKind::kPrevious;
    e.same_month = e.same_day = true;
    e.shift_days = at(text_, pos, "翌") ? 1 : 0;
    return done(e, next);
  }
  if (ditto(pos)) {
    e.year_kind = YearKind::kPrevious;
    e.same_month = e.same_day = true;
    return done(e, text_.size());
  }
  if (const EventDay counted = at(text_, pos, "第") ? event_day_at(text_, pos) : EventDay{}; counted.found()) {
    e.event_day = counted.number;
    return done(e, counted.end);
  }
  const bool in_word = utf8::is_han(utf8::decode_before(text_, pos).code_point) || scan::digit_at(text_, pos - 1);
  if (at_any(text_, pos, {"上半期", "下半期", "上期", "下期", "第"}) && !in_word && part_of_year(e, next))
    return done(e, next);
  const bool season_before = previous != nullptr && previous->part >= Part::kSpring && previous->part <= Part::kWinter;
  if (season(e, next, season_before)) return done(e, next);
  const bool month_before = previous != nullptr && (previous->month != 0 || previous->same_month);
  if ((month_before && at_any(text_, pos, {"上旬", "中旬", "下旬", "初旬", "末"})) ||
      (previous == nullptr && !in_word && at_any(text_, pos, {"上旬", "中旬", "下旬", "初旬"}))) {
    e.same_month = true;
    return after_month(e, pos);
  }
  if (at_any(text_, pos, {"年度末", "年度内", "年度中", "年内", "年末"})) {
    if (in_word || at_any(text_, pos, {"年末年始", "年末調整", "年度末残", "年内需"})) return LexOutcome::kNo;
    e.year_kind = YearKind::kContext;
    return after_year(e, pos + 3);
  }
  if (day_of_its_name(e, pos)) return LexOutcome::kYes;
  return relative_word(e, pos);
}

}  // namespace torikomi

// Reads the words of one date: years, months, days, dotted dates.
#include "value/date_element.h"
#include "value/scan.h"

namespace torikomi {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::eat;
using scan::eat_any;
using scan::is_digit;
using scan::is_letter;
using scan::letter_at;
using scan::Numeral;
using scan::numeral_at;
using scan::skip_blanks;

namespace {

constexpr int kLongestEra = 150;  // 昭和100年 is in use; beyond this a number is no year of an era
constexpr int kFirstWesternYear = 1000, kLastWesternYear = 2199;
constexpr int kFirstBareYear = 1500;  // 1300年 alone is as often a span of years (遷都1300年)
constexpr int kLongestBareEra = 64;   // 昭和: H64 and more is a name of something
constexpr int kMostShared = 12;       // numbers that may share one unit: 4・5・6月

/// Words that make a length of time or a count of what looks like a year: 2000年間, 100年前.
bool ends_as_length(std::string_view text, std::size_t pos) {
  if (at_any(text, pos, {"前半", "前期", "後半", "後期"})) return false;
  return scan::nth_at(text, pos) ||
         at_any(text, pos, {"間", "前", "後", "余", "以上", "超", "未満", "以内", "ぶり", "もの"});
}

/// 旧暦8月15日, 旧暦の8月15日, 旧暦 8月15日.
bool in_old_calendar(std::string_view text, std::size_t pos) {
  if (pos > 0 && text[pos - 1] == ' ') --pos;
  if (scan::before(text, pos, "の")) pos -= std::string_view("の").size();
  return scan::before(text, pos, "旧暦") || scan::before(text, pos, "陰暦");
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2) return year == 0 || std::chrono::year(year).is_leap() ? 29 : 28;
  return kDays[static_cast<std::size_t>(month - 1)];
}

Numeral spaced_numeral_at(std::string_view text, std::size_t pos, int most) {
  Numeral out{.begin = static_cast<std::uint32_t>(pos), .end = static_cast<std::uint32_t>(pos), .value = 0};
  while (digit_at(text, pos) && out.digits <= most) {
    out.value = out.value * 10 + (text[pos] - '0');
    out.end = static_cast<std::uint32_t>(pos + 1);
    ++out.digits;
    if (!at(text, pos + 1, " ")) break;
    pos += 2;
  }
  const bool unit = at_any(text, skip_blanks(text, out.end, 1), {"年", "月", "日"});
  if (out.digits < 2 || out.digits > most || !unit) return {};
  return out;
}

/// Figures of a part of the date: letter-spaced where those before them are.
Numeral ElementReader::numeral(const Element& e, std::size_t pos) const {
  constexpr int kTwo = 2;
  if (e.spaced) {
    if (const Numeral n = spaced_numeral_at(text_, pos, kTwo); n.found()) return n;
  }
  return digit_at(text_, pos) ? numeral_at(text_, pos) : scan::legal_numeral_at(text_, pos);
}

LexOutcome ElementReader::done(Element& e, std::size_t end) const {
  e.end = end;
  return LexOutcome::kYes;
}

LexOutcome ElementReader::read(std::size_t pos, const Element* previous, Element& out) const {
  const LexOutcome outcome = read_solar(pos, previous, out);
  if (outcome != LexOutcome::kYes || !in_old_calendar(text_, pos)) return outcome;
  // Days of the old calendar cannot be computed, and without its own year nothing of 旧暦8月15日 is known.
  if (!out.printed_year()) return LexOutcome::kImpossible;
  out.old_calendar = true;
  return LexOutcome::kYes;
}

LexOutcome ElementReader::read_solar(std::size_t pos, const Element* previous, Element& out) const {
  out = Element{};
  out.begin = out.end = pos;
  if (pos >= text_.size()) return LexOutcome::kNo;
  const char c = text_[pos];
  if (is_digit(c)) return number(out, pos, previous);
  const bool letter = is_letter(c);
  if (!letter && static_cast<unsigned char>(c) < 0x80) return LexOutcome::kNo;
  if (!letter && scan::kanji_numeral_at(text_, pos) >= 0) return number(out, pos, previous);
  if (at(text_, pos, "皇紀")) return imperial_year(out, pos);
  if (!letter) {
    if (const LexOutcome outcome = word(out, pos, previous); outcome != LexOutcome::kNo) return outcome;
    out = Element{};
    out.begin = out.end = pos;
  }
  const EraWord era = EraTable::get().at(text_, pos);
  return era.era != nullptr ? era_year(out, era) : LexOutcome::kNo;
}

/// 皇紀2600年 is 1940 (明治5年太政官布告第342号: counted from 660 BC).
LexOutcome ElementReader::imperial_year(Element& e, std::size_t pos) const {
  constexpr int kBefore = 660;
  const Numeral n = numeral_at(text_, skip_blanks(text_, pos + std::string_view("皇紀").size(), 1));
  if (!n.in(kBefore + kFirstWesternYear, kBefore + kLastWesternYear)) return LexOutcome::kNo;
  e.year_kind = YearKind::kWestern;
  e.year = n.value - kBefore;
  std::size_t unit = skip_blanks(text_, n.end);
  if (!eat(text_, unit, "年")) return LexOutcome::kNo;
  const LexOutcome outcome = after_year(e, unit);
  constexpr int kLastMonth = 12, kLastDay = 2;  // of 皇紀2532年, 明治5年
  const bool past_end = e.year == kFirstSolarYear - 1 && e.month == kLastMonth && e.day > kLastDay;
  return outcome == LexOutcome::kYes && past_end ? LexOutcome::kImpossible : outcome;
}

/// After the words of an era.
LexOutcome ElementReader::era_year(Element& e, const EraWord& word) const {
  const std::size_t pos = skip_blanks(text_, e.begin + word.size, word.letter ? 1 : 2);
  std::size_t end = pos;
  if (eat(text_, end, "元")) {
    e.year = 1;
  } else {
    constexpr int kLongestYear = 3;
    Numeral n = word.letter ? Numeral{} : spaced_numeral_at(text_, pos, kLongestYear);
    e.spaced = n.found() || word.size == 2 * 3 + 1;
    if (!n.found()) n = numeral_at(text_, pos);
    if (const Numeral deed = word.letter || n.digits > 0 ? Numeral{} : scan::legal_numeral_at(text_, pos);
        deed.end > n.end && at(text_, skip_blanks(text_, deed.end), "年"))  // 明治弐拾年; 昭和参 is no year
      n = deed;
    const bool kanji = word.letter && n.kanji() && !at(text_, n.end, "年");  // H二十年
    if (!n.found() || n.digits > (word.letter ? 2 : 3) || kanji) return LexOutcome::kNo;
    end = e.end = n.end;
    if (!n.in(1, kLongestEra))
      return at(text_, skip_blanks(text_, end), "年") ? LexOutcome::kImpossible : LexOutcome::kNo;
    e.year = n.value;
  }
  e.era = word.era;
  e.year_kind = YearKind::kEra;
  const LexOutcome outcome = after_year_number(e, end);
  if (outcome != LexOutcome::kYes) return outcome;
  const bool lower = word.letter && text_[e.begin] >= 'a';
  // 平29.5 as 平29.5.19; 大 and 明 begin too many words.
  const bool month = e.dots == 2 && at_any(text_, e.begin, {"平", "昭", "令"}) && digit_at(text_, e.begin + word.size);
  if (e.bare && word.era->year < kFirstModernEra) return LexOutcome::kNo;  // 延長1,200m, 文化3団体
  if ((word.short_form || lower) && (e.bare || e.dots == 2) && !month) return LexOutcome::kNo;
  if (word.short_form && !word.letter && e.dots < 3 && at(text_, e.end, "生")) return LexOutcome::kNo;  // 大3年生
  return e.bare ? bare_end(e, e.end, word.letter) : outcome;
}

/// A year in brackets between the number and its unit: 平成29(2017)年度, 2017(平成29)年.
void ElementReader::inline_pair(Element& e, std::size_t& pos) const {
  std::size_t inner = skip_blanks(text_, pos, 1);
  if (!eat(text_, inner, "(")) return;
  (void)eat(text_, inner, "西暦");
  const EraWord word = digit_at(text_, inner) ? EraWord{} : EraTable::get().at(text_, inner);
  const Era* era = word.era;
  inner = skip_blanks(text_, inner + word.size, 1);
  Numeral n = numeral_at(text_, inner);
  if (at(text_, inner, "元")) n = {static_cast<std::uint32_t>(inner), static_cast<std::uint32_t>(inner + 3), 1, 0};
  const bool fits = era != nullptr ? n.in(1, kLongestEra) : n.digits == 4;
  if (!fits || (era == nullptr && e.year_kind != YearKind::kEra) || era == e.era) return;
  inner = n.end;
  if (!eat(text_, inner, ")")) return;
  e.pair_year = era != nullptr ? era->year + n.value - 1 : n.value;
  pos = inner;
}

LexOutcome ElementReader::after_year_number(Element& e, std::size_t pos) const {
  inline_pair(e, pos);
  std::size_t unit = skip_blanks(text_, pos);
  if (eat(text_, unit, "年")) return after_year(e, unit);
  if (const LexOutcome outcome = dotted(e, pos); outcome != LexOutcome::kNo) return outcome;
  switch (unit_ahead(pos)) {
    case Unit::kFiscalYear:
      e.fiscal = e.shares_unit = true;
      return done(e, pos);
    case Unit::kDecade:
      e.part = Part::kDecade;
      return done(e, pos);
    case Unit::kYear:
      e.shares_unit = true;
      return done(e, pos);
    default:
      break;
  }
  if (e.year_kind != YearKind::kEra) {  // 2021春, 2021/春
    (void)eat(text_, pos, "/");
    return e.year >= kFirstBareYear && season(e, pos, true) ? done(e, pos) : LexOutcome::kNo;
  }
  e.bare = true;
  return done(e, pos);
}

/// H29-A is a name, H29-R3 a range.
bool ElementReader::goes_on_as_name(std::size_t pos) const {
  if (!at(text_, pos, "-") || !letter_at(text_, pos + 1)) return false;
  return EraTable::get().at(text_, pos + 1).era == nullptr || !digit_at(text_, pos + 2);
}

/// H27:100人, but not 2:30: a thing is counted.
bool ElementReader::counts_behind(std::size_t pos) const {
  while (digit_at(text_, pos) || (at(text_, pos, ",") && digit_at(text_, pos + 1))) ++pos;
  return at(text_, pos, "%") || utf8::is_han(utf8::decode(text_, pos).code_point);
}

/// H28 or 平成28 without 年 is a year only where nothing goes on after it: not R134a, S1グランプリ, 平成2丁目, M5.
LexOutcome ElementReader::bare_end(Element& e, std::size_t pos, bool letter) const {
  if (letter) {
    const bool old = e.era->end && static_cast<int>(e.era->start.year()) < 1926;
    const bool one_digit_showa = static_cast<int>(e.era->start.year()) == 1926 && e.year < 10;
    const bool told = at_any(text_, pos, {"頃", "ごろ", "生まれ"});  // M40頃
    if ((old || one_digit_showa || e.year > kLongestBareEra) && !told) return LexOutcome::kNo;
    if (at(text_, pos, " ") && letter_at(text_, pos + 1) && text_[pos + 1] >= 'a')
      return LexOutcome::kNo;  // H2 database
  }
  if (pos >= text_.size()) return LexOutcome::kYes;
  const utf8::Decoded next = utf8::decode(text_, pos);
  const char32_t c = next.code_point;
  if (c < 0x80) {
    const bool word = (c < 0x20 || is_digit(static_cast<char>(c)) || is_letter(static_cast<char>(c)));
    if (c < 0x20) return LexOutcome::kYes;
    if (word || c == '%' || c == '=' || c == '_' || c == '+' || c == '*' || c == '<' || c == '>')
      return LexOutcome::kNo;
    if (c == '-' && numeral_at(text_, pos + 1).in(e.year + 1, kLongestEra)) {  // H28-30
      return figures_end(text_, numeral_at(text_, pos + 1).end) ? LexOutcome::kYes : LexOutcome::kNo;
    }
    if (c == '-' || c == '.' || c == '/' || c == ':' || c == ',') {
      const bool more = digit_at(text_, pos + 1) || goes_on_as_name(pos);
      if (c == ':' && digit_at(text_, pos + 1)) return counts_behind(pos + 1) ? LexOutcome::kYes : LexOutcome::kNo;
      return more && c != ',' ? LexOutcome::kNo : LexOutcome::kYes;
    }
    return LexOutcome::kYes;
  }
  if ((utf8::is_katakana(c) && c != U'・') || c == U'×') return LexOutcome::kNo;
  if (letter)
    return at_any(text_, pos, {"号", "系", "棟", "階", "型", "形", "級", "番", "指定", "乗", "造"}) ? LexOutcome::kNo
                                                                                                    : LexOutcome::kYes;
  if (!utf8::is_han(c)) return LexOutcome::kYes;
  return at_any(text_, pos, {"以降", "以後", "以前", "頃", "現在", "時点", "迄", "及び", "並びに"}) ? LexOutcome::kYes
                                                                                                    : LexOutcome::kNo;
}

/// After 年.
LexOutcome ElementReader::after_year(Element& e, std::size_t pos) const {
  const std::size_t degree = e.spaced ? skip_blanks(text_, pos, 1) : pos;
  if (at(text_, degree, "度") && !scan::nth_at(text_, degree + 3)) {
    e.fiscal = true;
    return after_fiscal_year(e, degree + 3);
  }
  if (at(text_, pos, "代") && e.year % 10 == 0 && e.year > 0) {
    e.part = Part::kDecade;
    return done(e, pos + 3);
  }
  const std::size_t next = skip_gap(text_, pos);
  if (const LexOutcome outcome = month_in_year(e, next); outcome != LexOutcome::kNo) return outcome;
  if (part_of_year(e, pos)) return done(e, pos);
  if (e.year_kind == YearKind::kWestern && (ends_as_length(text_, pos) || e.year < kFirstBareYear))
    return LexOutcome::kNo;
  if (e.year_kind == YearKind::kEra && (at(text_, pos, "間") || scan::nth_at(text_, pos))) return LexOutcome::kNo;
  return done(e, pos);
}

/// After 年度.
LexOutcome ElementReader::after_fiscal_year(Element& e, std::size_t pos) const {
  std::size_t part = skip_blanks(text_, pos, 1);
  (void)eat(text_, part, "の");
  if (part_of_year(e, part)) return done(e, part);
  const Numeral n = numeral_at(text_, pos);
  std::size_t after = n.end;
  if (n.in(1, 12) && month_word(after)) return month(e, n.value, after);
  return done(e, pos);
}

LexOutcome ElementReader::number(Element& e, std::size_t pos, const Element* previous) const {
  Numeral n = numeral_at(text_, pos);
  constexpr int kWesternDigits = 4;
  if (n.digits == 1 && at(text_, pos + 1, " ")) {  // 2 0 1 7 年
    const Numeral spaced = spaced_numeral_at(text_, pos, kWesternDigits);
    e.spaced = spaced.digits == kWesternDigits && at(text_, skip_blanks(text_, spaced.end, 1), "年");
    if (e.spaced) n = spaced;
  }
  if (n.value < 0) return LexOutcome::kNo;
  if (n.digits == 4 || (n.kanji() && n.in(kFirstWesternYear, kLastWesternYear))) {
    if (!n.in(kFirstWesternYear, kLastWesternYear)) return LexOutcome::kNo;
    e.year_kind = YearKind::kWestern;
    e.year = n.value;
    return after_year_number(e, n.end);
  }
  constexpr int kLastShortYear = 99;
  if (n.value > (previous == nullptr ? kLastShortYear : kLongestEra)) {
    // 310年5月4日, 99999年1月1日: no year of an era, and its month and day none of another
    const std::size_t month = at(text_, n.end, "年") ? n.end + 3 : 0;
    e.end = n.end;
    return month > 0 && numeral_at(text_, month).found() ? LexOutcome::kImpossible : LexOutcome::kNo;
  }
  if (previous != nullptr) {
    if (const LexOutcome outcome = continued(e, pos, *previous); outcome != LexOutcome::kNo) return outcome;
  }
  if (std::size_t end = pos; previous != nullptr && at(text_, n.end, "四半期") && part_of_year(e, end))
    return done(e, end);  // 第1・2四半期
  std::size_t unit = skip_blanks(text_, n.end);
  if (at(text_, unit, "年")) {
    e.year_kind = YearKind::kShort;
    e.year = n.value;
    return short_year(e, unit + 3, previous);
  }
  if (at(text_, unit, "月")) {
    const bool apart = unit > n.end;
    if (!month_word(unit)) return LexOutcome::kNo;
    if (apart && at(text_, skip_blanks(text_, unit), "日")) return LexOutcome::kNo;  // 2 月 日: a numbered label
    if (at_any(text_, unit, {"雨", "晴", "病", "蝿", "蠅", "闇", "馬鹿", "人形"})) return LexOutcome::kNo;
    if (n.kanji() && at_any(text_, unit, {"堂", "女", "山"})) return LexOutcome::kNo;
    return month(e, n.value, unit);
  }
  if (eat(text_, unit, "日")) {
    if (const EventDay counted = event_day_at(text_, pos); counted.found()) {
      e.event_day = counted.number;
      return done(e, counted.end);
    }
    e.same_month = true;
    return day(e, n.value, unit, n.kanji());
  }
  if (std::size_t next = n.end; eat_any(text_, next, {"・", "、", "~"}) && event_day_at(text_, next).found()) {
    e.event_day = n.value;  // 1・2日目
    return done(e, n.end);
  }
  if (at(text_, n.end, "/")) {  // 10/24~25日: before 10 shares the 日
    if (const LexOutcome outcome = slashed_day(e, pos); outcome != LexOutcome::kNo) return outcome;
  }
  return shared(e, n);
}

/// A number whose unit stands with a later one.
LexOutcome ElementReader::shared(Element& e, const Numeral& n) const {
  const Unit unit = unit_ahead(n.end);
  if (unit == Unit::kMonth && n.in(1, 12)) {
    e.month = n.value;
  } else if (unit == Unit::kDay && n.in(1, 31)) {
    e.day = n.value;
    e.same_month = true;
  } else if (unit == Unit::kFiscalYear) {
    e.year_kind = YearKind::kShort;
    e.year = n.value;
    e.fiscal = true;
  } else {
    return LexOutcome::kNo;
  }
  e.shares_unit = true;
  return done(e, n.end);
}

/// A number that has no unit of its own and goes on as the element before: R7.3.11~12, H28~30, 7/29(土)~30(日),
/// 10/24~25.
LexOutcome ElementReader::continued(Element& e, std::size_t pos, const Element& previous) const {
  if (previous.dots > 0) return dotted_rest(e, pos, previous);
  const Numeral n = numeral_at(text_, pos);
  if (previous.bare && previous.year_kind == YearKind::kEra && n.digits > 0 && n.in(1, kLongestEra)) {
    if (!figures_end(text_, n.end) || unit_at(skip_blanks(text_, n.end, 1)) != Unit::kNone) return LexOutcome::kNo;
    if (unit_ahead(n.end) != Unit::kNone) return LexOutcome::kNo;
    e.year_kind = YearKind::kShort;
    e.year = n.value;
    e.bare = true;
    return done(e, n.end);
  }
  if (previous.day == 0 || !n.in(1, 31)) return LexOutcome::kNo;
  Element probe;
  probe.end = n.end;
  read_weekday(probe);
  const bool told = probe.weekday && at(text_, skip_blanks(text_, n.end, 1), "(");
  const bool joined = scan::before(text_, pos, "~") || scan::before(text_, pos, "・");
  const bool slashed = joined && at(text_, numeral_at(text_, previous.begin).end, "/");
  if (!told && !(slashed && later_day_at(pos, previous.day).found())) return LexOutcome::kNo;
  e.day = n.value;
  e.same_month = true;
  std::size_t end = n.end;
  if (slashed) (void)scan::eat(text_, end, "日");
  return done(e, end);
}

/// After 年 of a number without an era. Without a month it may be a length of time, so it needs a date before it.
LexOutcome ElementReader::short_year(Element& e, std::size_t pos, const Element* previous) const {
  const LexOutcome outcome = after_year(e, pos);
  if (outcome != LexOutcome::kYes || e.fiscal || e.month != 0) return outcome;
  if (previous == nullptr || ends_as_length(text_, pos)) return LexOutcome::kNo;
  return outcome;
}

Unit ElementReader::unit_at(std::size_t pos) const {
  if (eat(text_, pos, "年")) {
    if (at(text_, pos, "度")) return Unit::kFiscalYear;
    if (at(text_, pos, "代")) return Unit::kDecade;
    return ends_as_length(text_, pos) || at_any(text_, pos, {"生", "計画"}) ? Unit::kNone : Unit::kYear;
  }
  if (at(text_, pos, "月")) return month_word(pos) ? Unit::kMonth : Unit::kNone;
  if (eat(text_, pos, "日")) return at(text_, pos, "間") || scan::nth_at(text_, pos) ? Unit::kNone : Unit::kDay;
  return Unit::kNone;
}

/// The unit that a number without one shares with a later number: 29~33年度, 8・9月, 7月29、30日. `pos` is its end.
Unit ElementReader::unit_ahead(std::size_t pos) const {
  for (int i = 0; i < kMostShared; ++i) {
    pos = skip_blanks(text_, pos, 1);
    if (!eat_any(text_, pos, {"~", "・", "、", ",", "-", "から", "及び", "と", "/"})) return Unit::kNone;
    pos = skip_blanks(text_, pos, 1);
    const Numeral direct = numeral_at(text_, pos);
    std::size_t number = pos;
    if (!direct.found()) {
      const EraWord era = EraTable::get().at(text_, pos);
      if (letter_at(text_, pos) && era.era == nullptr) return Unit::kNone;
      number = skip_blanks(text_, pos + era.size, 1);
    }
    std::size_t end = number;
    if (direct.found() || !eat(text_, end, "元")) end = numeral_at(text_, number).end;
    if (end == number) return Unit::kNone;
    if (const Unit unit = unit_at(skip_blanks(text_, end, 1)); unit != Unit::kNone) return unit;
    pos = end;
  }
  return Unit::kNone;
}

}  // namespace torikomi

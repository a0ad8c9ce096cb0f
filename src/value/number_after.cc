// What stands to the right of the figures of a number: fractions, ranges, units, 以上, (累計).
#include <algorithm>

#include "value/number_read.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::eat;
using scan::eat_any;
using scan::letter_at;
using scan::skip_blanks;

class RightReader {
 public:
  RightReader(std::string_view text, const Amount& amount, NumberValue& value)
      : text_(text), amount_(amount), value_(value), pos_(amount.end) {
    value_.value = amount.value;
  }

  std::size_t run(PerUnit& per) {
    if (fraction() || tenths()) {
      qualifiers();
      value_.end = static_cast<std::uint32_t>(pos_);
      return pos_;
    }
    few();
    range();
    const std::size_t figures_end = pos_;
    if (names_not_counts(text_, pos_)) return pos_ + 3;
    unit();
    if (scan::nth_at(text_, pos_)) return pos_ + 3;                                // 2回目, 3年目
    if (figures_end < pos_ && !unit_known_ && at(text_, pos_, "第")) return pos_;  // 27総行第10号
    const std::size_t unit_stop = pos_;
    if (figures_end < pos_ && eat_any(text_, pos_, {"当たり", "あたり", "当り", "につき"})) {
      const bool one = value_.value == Decimal(1);  // 1人当たり is /人, 10万人当たり /10万人
      const std::size_t unit_begin = one ? skip_blanks(text_, figures_end, 1) : amount_.begin;
      set_per(per, text_.substr(unit_begin, unit_stop - unit_begin));
      return pos_;
    }
    if (figures_end < pos_ && of_each(figures_end)) {
      set_per(per, text_.substr(figures_end, unit_stop - figures_end));
      return pos_;
    }
    qualifiers();
    value_.end = static_cast<std::uint32_t>(pos_);
    return pos_;
  }

 private:
  bool fraction();
  bool named_fraction(std::size_t pos);
  bool tenths();
  [[nodiscard]] bool begins_half_word(std::size_t pos) const;
  void few();
  void range();
  [[nodiscard]] bool may_be_few() const;
  [[nodiscard]] Decimal high_of_few(const Amount& high) const;
  [[nodiscard]] bool in_list() const;
  [[nodiscard]] Decimal shared_multiplier(const Amount& high) const;
  void find_unit(std::size_t begin);
  void unit();
  void rest();
  void second_unit(std::size_t begin);
  void tenths_of_range();
  void hundredths();
  void half();
  void qualifiers();
  [[nodiscard]] bool of_each(std::size_t unit_begin) const;
  void set_per(PerUnit& per, std::string_view unit) const;
  bool running_total(std::size_t& pos) const;
  bool per();
  bool compare();
  bool approximate();

  std::string_view text_;
  const Amount& amount_;
  NumberValue& value_;
  std::size_t pos_;
  std::size_t unit_start_ = std::string_view::npos, unit_stop_ = 0;  ///< of the last unit that was looked for
  bool unit_known_ = false;
};

constexpr std::int64_t kMostDenominator = 1'000'000'000;

/// 3分の1, 三分の二; 1/2, 10/10; 1と2分の1.
bool RightReader::fraction() {
  if (!amount_.value.is_integer() || amount_.value <= Decimal(0) || amount_.value > Decimal(kMostDenominator))
    return false;
  if (named_fraction(skip_blanks(text_, pos_, 1))) return true;
  std::size_t next = skip_blanks(text_, pos_, 1);
  if (eat(text_, next, "と")) {
    const Amount bottom = read_amount(text_, skip_blanks(text_, next, 1));
    if (bottom.kind != Amount::Kind::kValue || !at(text_, skip_blanks(text_, bottom.end, 1), "分の")) return false;
    RightReader part(text_, bottom, value_);
    if (!part.fraction()) return false;
    const auto whole = amount_.value.times(Decimal(*value_.denominator));
    const auto top = whole ? whole->plus(value_.value) : std::nullopt;
    if (!top) return false;
    value_.value = *top;
    pos_ = part.pos_;
    return true;
  }
  constexpr int kMostDigits = 3;
  if (!amount_.integer_figures || amount_.numerals > kMostDigits || !at(text_, pos_, "/") ||
      !digit_at(text_, pos_ + 1)) {
    return false;
  }
  if (amount_.begin > 0 && text_[amount_.begin - 1] == '/') return false;
  const Amount bottom = read_amount(text_, pos_ + 1);
  const bool plain = bottom.kind == Amount::Kind::kValue && bottom.integer_figures && bottom.numerals <= kMostDigits;
  if (!plain || bottom.value.is_zero() || at(text_, bottom.end, "/")) return false;
  if (letter_at(text_, bottom.end) && unit_end(text_, bottom.end) == bottom.end) return false;  // 1/2L, but not 1/2a1
  value_.denominator = static_cast<std::uint32_t>(bottom.value.integer());
  pos_ = bottom.end;
  return true;
}

bool RightReader::named_fraction(std::size_t pos) {
  if (!eat(text_, pos, "分の")) return false;
  const Amount top = read_amount(text_, skip_blanks(text_, pos, 1));
  if (top.kind != Amount::Kind::kValue || !top.value.is_integer()) return false;
  value_.denominator = static_cast<std::uint32_t>(amount_.value.integer());
  value_.value = top.value;
  pos_ = top.end;
  return true;
}

/// 5割 is 50 %, 3割5分 35 %, 3割5分2厘 35.2 %.
bool RightReader::tenths() {
  std::size_t next = skip_blanks(text_, pos_, 1);
  if (!eat(text_, next, "割") || at_any(text_, next, {"合", "当", "り", "れ", "っ", "く", "烹", "安", "高", "振"}))
    return false;
  if (is_few(amount_)) {  // 二三割
    few();
    tenths_of_range();
    pos_ = next;
    return true;
  }
  std::optional<Decimal> percent = amount_.value.scaled(1);
  int power = 0;
  for (const std::string_view step : {"分", "厘", "毛"}) {
    const Amount more = read_amount(text_, next);
    if (more.kind != Amount::Kind::kValue || more.value > Decimal(9) || !at(text_, more.end, step)) break;
    const auto part = more.value.scaled(power);
    percent = percent && part ? percent->plus(*part) : std::nullopt;
    next = more.end + step.size();
    --power;
  }
  constexpr std::int64_t kHalf = 5;  // 5割半 is 55 %
  if (percent && at(text_, next, "半") && !begins_half_word(next)) {
    percent = percent->plus(Decimal(kHalf));
    next += 3;
  }
  if (!percent) return false;
  value_.value = *percent;
  value_.unit = "%";
  pos_ = next;
  return true;
}

/// 二三人: two rising kanji figures are "two or three", not 23. Without anything to count they are read by place.
void RightReader::few() {
  if (amount_.few_power >= 0) {
    const auto step = Decimal(1).scaled(amount_.few_power);
    value_.low = value_.value;
    if (step) value_.high = value_.value.plus(*step);
    return;
  }
  if (!is_few(amount_) || is_whole_text(text_, amount_)) return;
  value_.value = Decimal(amount_.value.integer() / 10);
  value_.low = value_.value;
  value_.high = Decimal(amount_.value.integer() % 10);
}

/// 2~3回, 100~200千円, 100人~200人, 8人から10人, 2、3人. A unit that stands with the low end has to be that of the high
/// end.
void RightReader::range() {
  if (value_.low) return;
  const std::size_t unit_begin = skip_blanks(text_, pos_, 1);
  find_unit(unit_begin);
  const std::string_view low_unit = text_.substr(unit_begin, unit_stop_ - unit_begin);
  const bool few = may_be_few();
  std::size_t next = skip_blanks(text_, low_unit.empty() ? pos_ : unit_begin + low_unit.size(), 1);
  const bool from = eat(text_, next, "から");
  if (!from && !eat(text_, next, "~")) {
    const bool few_here = few && low_unit.empty();
    const std::size_t hyphen = few_here ? 0 : hyphen_size(text_, next);
    if (few_here ? !eat_any(text_, next, {"、", ","}) : hyphen == 0) return;
    next += hyphen;
    if (hyphen > 1 && !digit_at(text_, next)) return;
    if (!low_unit.empty() && !digit_at(text_, next)) return;  // 3kg-6kg
  }
  const Amount high = read_amount(text_, skip_blanks(text_, next, 1));
  if (high.kind != Amount::Kind::kValue) return;
  const std::size_t high_begin = skip_blanks(text_, high.end, 1);
  const std::string_view high_unit = text_.substr(high_begin, unit_end(text_, high_begin) - high_begin);
  if (!low_unit.empty() && low_unit != high_unit) return;
  const std::size_t behind = high_begin + high_unit.size();
  if (from && at_any(text_, behind, {"に", "へ", "と", "増", "減"})) return;  // 10人から20人に: what was and what is
  Decimal low = amount_.value;
  if (!amount_.multiplied && high.multiplied && low_unit.empty()) {
    if (const auto scaled = low.times(shared_multiplier(high)); scaled && *scaled <= high.value) low = *scaled;
  }
  const Decimal top = few ? high_of_few(high) : high.value;
  if (low > top) return;
  if (few) {  // 2、3人, 二、三十人
    const Decimal step = high.multiplied ? shared_multiplier(high) : Decimal(1);
    const std::uint8_t numerals = high.multiplied ? 2 : 1;
    if (high.numerals != numerals || high_unit.empty() || low.plus(step) != top) return;
  }
  value_.value = low;
  value_.low = low;
  value_.high = top;
  pos_ = high.end;
}

/// 2、3人, 十二、三人: a comma stands behind one or two figures. 10、1人 is a list.
bool RightReader::may_be_few() const {
  constexpr std::int64_t kMost = 100;
  if (!at_any(text_, pos_, {"、", ","}) || amount_.few_power >= 0) return false;
  const bool tens = amount_.value.is_integer() && amount_.value < Decimal(kMost) && amount_.value.integer() % 10 != 0;
  return (amount_.numerals == 1 || tens) && !in_list();
}

/// 13 of 十二、三人, where `high` is 3.
Decimal RightReader::high_of_few(const Amount& high) const {
  if (high.numerals != 1 || high.multiplied || amount_.value < Decimal(10)) return high.value;
  const Decimal tens(amount_.value.integer() / 10 * 10);
  return tens.plus(high.value).value_or(high.value);
}

/// 1、2、3人: three are a list and no range.
bool RightReader::in_list() const {
  const std::size_t end = scan::skip_blanks_before(text_, amount_.begin, 1);
  for (const std::string_view comma : {",", "、"}) {
    if (!scan::before(text_, end, comma) || end == comma.size()) continue;
    const std::size_t last = end - comma.size();
    if (digit_at(text_, last - 1) || (last >= 3 && scan::kanji_numeral_at(text_, last - 3) >= 0)) return true;
  }
  return false;
}

/// 万 of 2~3万円 holds for both ends; that of 5~3万5千 does not.
Decimal RightReader::shared_multiplier(const Amount& high) const {
  const std::size_t begin = skip_blanks(text_, high.first_end, 1);
  const Multiplier m = unit_multiplier(text_.substr(begin));
  return begin + m.size == high.end ? m.factor : Decimal(1);
}

/// Looks for a unit once, for the range and for the number itself.
void RightReader::find_unit(std::size_t begin) {
  if (unit_start_ == begin) return;
  unit_start_ = begin;
  unit_stop_ = unit_end(text_, begin, &unit_known_);
}

/// 30余名, 50有余年: more than the figures, before the counter.
void RightReader::rest() {
  std::size_t next = pos_;
  if (!eat_any(text_, next, {"余", "有余"})) return;
  bool known = false;
  if (unit_end(text_, next, &known) == next || !known) return;
  value_.approximate = true;
  pos_ = next;
}

void RightReader::unit() {
  rest();
  const std::size_t begin = skip_blanks(text_, pos_, 1);
  find_unit(begin);
  const std::size_t end = unit_stop_;
  if (end == begin || (begin > pos_ && !unit_known_)) return;  // 30 人, but not 30 岡山
  if (scan::nth_at(text_, end)) {                              // 2回目 is no number: its unit is not worth a string
    pos_ = end;
    return;
  }
  value_.unit = std::string(text_.substr(begin, end - begin));
  if (const std::size_t blank = value_.unit.find(' '); blank != std::string::npos) value_.unit.erase(blank, 1);  // km 2
  if (value_.unit == "パーセント") value_.unit = "%";
  if (value_.unit == "パーセントポイント" || value_.unit == "%ポイント") value_.unit = "ポイント";
  pos_ = end;
  if (value_.unit == "割") tenths_of_range();
  second_unit(begin);
  hundredths();
  half();
}

/// 1~2割 is 10 to 20 %.
void RightReader::tenths_of_range() {
  const auto value = value_.value.scaled(1);
  const auto high = value_.high ? value_.high->scaled(1) : std::nullopt;
  if (!value || !high) return;
  value_.value = *value;
  value_.low = value;
  value_.high = high;
  value_.unit = "%";
}

/// 10円5銭: a hundredth of the yen (通貨の単位及び貨幣の発行等に関する法律第2条); 2ドル3セント.
void RightReader::hundredths() {
  const bool yen = value_.unit == "円";
  if ((!yen && value_.unit != "ドル" && value_.unit != "米ドル" && value_.unit != "ユーロ") || value_.low ||
      !value_.value.is_integer())
    return;
  const std::string_view small = yen ? "銭" : "セント";
  const Amount more = read_amount(text_, pos_);
  if (more.kind != Amount::Kind::kValue || more.value >= Decimal(100) || !at(text_, more.end, small)) return;
  const auto part = more.value.scaled(-2);
  const auto sum = part ? value_.value.plus(*part) : std::nullopt;
  if (!sum) return;
  value_.value = *sum;
  pos_ = more.end + small.size();
}

/// 店舗(施設): a second unit in brackets is part of the unit.
void RightReader::second_unit(std::size_t begin) {
  std::size_t inner = pos_;
  if (!eat(text_, inner, "(") || at_any(text_, inner, {"月", "日", "年", "%", "火", "水", "木", "金", "土"})) return;
  bool known = false;
  const std::size_t close = unit_end(text_, inner, &known);
  if (!known || close == inner || !at(text_, close, ")")) return;
  pos_ = close + 1;
  value_.unit = std::string(text_.substr(begin, pos_ - begin));
}

/// 半期, 半島: 半 begins another word.
bool RightReader::begins_half_word(std::size_t pos) const {
  return at_any(text_, pos,
                {"半期", "半分", "半ば", "半島", "半径", "半額", "半数", "半減", "半世", "半年", "半日", "半月"});
}

/// 1時間半, 2倍半, 四畳半.
void RightReader::half() {
  if (!at(text_, pos_, "半") || begins_half_word(pos_)) return;
  for (const std::string_view unit :
       {"時間", "年", "倍", "か月", "ヶ月", "カ月", "箇月", "週", "週間", "日", "分", "秒", "本", "個", "杯", "畳"}) {
    if (value_.unit != unit) continue;
    if (const auto more = value_.value.plus(Decimal::of(5, 1))) value_.value = *more;
    pos_ += 3;
    return;
  }
}

/// The words of 1人 and 1日 stand before another number; 1人1日 holds both.
void RightReader::set_per(PerUnit& per, std::string_view unit) const {
  const bool chained = !per.unit.empty() && per.outer.empty() && per.end == amount_.begin;
  per = chained ? PerUnit{unit, per.unit, per.begin, pos_} : PerUnit{unit, {}, amount_.begin, pos_};
}

/// 1日3回, 1人2枚, 1回約2時間: one of something has the number that stands glued behind it. Not 1時間30分, 1市2町.
bool RightReader::of_each(std::size_t unit_begin) const {
  if (!unit_known_ || value_.value != Decimal(1) || value_.low) return false;
  const std::string_view unit = text_.substr(unit_begin, pos_ - unit_begin);
  const auto one_of = [](std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  std::size_t next = pos_;
  (void)eat(text_, next, "に");  // 1日に3回
  (void)eat_any(text_, next, {"平均", "延べ", "のべ", "最大", "最低"});
  (void)eat_any(text_, next, {"約", "およそ"});
  const Amount amount = read_amount(text_, next);
  bool known = false;
  const std::size_t end = unit_end(text_, amount.end, &known);
  if (amount.kind != Amount::Kind::kValue || !known || end == amount.end || scan::nth_at(text_, end)) return false;
  const std::string_view counted = text_.substr(amount.end, end - amount.end);
  if (one_of(counted,
             {"年", "年間", "か月", "ヶ月", "カ月", "週", "週間", "日", "日間", "時", "時間", "分", "分間", "秒"})) {
    const bool day = one_of(counted, {"日", "日間"});
    return unit == "人" || unit == "回" || unit == "世帯" || (unit == "日" && !day);
  }
  if (one_of(unit, {"人", "日", "回", "週", "週間", "か月", "ヶ月", "カ月", "時間", "世帯", "団体", "社", "校", "戸"}))
    return true;
  return counted == "円" && one_of(unit, {"名", "件", "個", "枚", "冊", "本", "台", "泊", "食", "袋", "部", "点", "席",
                                          "口", "箱", "組", "束", "杯", "室"});
}

/// (累計), (累積), (5年間累計), (R2~R6の累計): moves `pos` behind the bracket, but for one that holds a date.
bool RightReader::running_total(std::size_t& pos) const {
  constexpr std::size_t kLongest = 40;  // bytes
  if (!at(text_, pos, "(")) return false;
  const std::string_view rest = text_.substr(pos + 1, kLongest);
  const std::string_view inside = rest.substr(0, rest.find_first_of("()\t\n\v\x1f"));
  if (inside.size() == rest.size() || rest[inside.size()] != ')') return false;
  if (!inside.ends_with("累計") && !inside.ends_with("累積") && !inside.ends_with("累計値")) return false;
  const bool is_plain = digit_at(inside, 0) || inside.starts_with("累");
  if (is_plain && inside.find('~') == inside.npos) pos += inside.size() + 2;
  return true;
}

void RightReader::qualifiers() {
  // The first character of every word below: most numbers have none, and are done with one look.
  static constexpr scan::CharSet kFirst(u"(/以未をよ超~程前ほくぐ頃ご余弱強");
  constexpr int kMost = 5;
  for (int i = 0; i < kMost; ++i) {
    std::size_t next = skip_blanks(text_, pos_, 1);
    if (!kFirst.contains(utf8::decode(text_, next).code_point)) return;
    if (const std::size_t bracket = next; running_total(next)) {
      value_.cumulative = true;
      if (next == bracket) return;
      pos_ = next;
    } else if (!per() && !compare() && !approximate()) {
      return;
    }
  }
}

/// 台/日, 回/年, 円/1人.
bool RightReader::per() {
  std::size_t next = skip_blanks(text_, pos_, 1);
  if (!value_.per.empty() || value_.unit.empty() || !eat(text_, next, "/")) return false;
  next = skip_blanks(text_, next, 1);
  if (at(text_, next, "1") && !digit_at(text_, next + 1)) ++next;
  const std::size_t end = unit_end(text_, next);
  if (end == next) return false;
  value_.per = std::string(text_.substr(next, end - next));
  pos_ = end;
  return true;
}

bool RightReader::compare() {
  if (value_.comparator != Comparator::kEqual) return false;
  std::size_t next = skip_blanks(text_, pos_, 1);
  if (eat(text_, next, "以上")) {
    value_.comparator = Comparator::kAtLeast;
  } else if (eat_any(text_, next, {"以下", "以内"})) {
    value_.comparator = Comparator::kAtMost;
  } else if (eat_any(text_, next, {"未満", "を下回る", "より小さい", "より少ない", "より小さく", "より少なく"})) {
    value_.comparator = Comparator::kLess;
  } else if (eat_any(text_, next,
                     {"を超える", "を超え", "超え", "を上回る", "より大きい", "より多い", "より大きく", "より多く"}) ||
             (eat(text_, next, "超") && !at_any(text_, next, {"過", "音", "高"}))) {
    value_.comparator = Comparator::kMore;
  } else if (!value_.low && eat(text_, next, "~") && !digit_at(text_, skip_blanks(text_, next, 1))) {
    value_.comparator = Comparator::kAtLeast;  // 300人~
  } else {
    return false;
  }
  pos_ = next;
  return true;
}

bool RightReader::approximate() {
  std::size_t next = skip_blanks(text_, pos_, 1);
  if (eat_any(text_, next, {"程度", "前後", "ほど", "くらい", "ぐらい", "頃", "ごろ", "余り"})) {
    value_.approximate = true;
    pos_ = next;
    return true;
  }
  if (next != pos_ || value_.unit.empty() || !eat_any(text_, next, {"弱", "強", "余"})) return false;
  const char32_t after = utf8::decode(text_, next).code_point;
  if (utf8::is_han(after) || at_any(text_, next, {"い", "め", "ま", "く"})) return false;  // 強化, 弱い
  value_.approximate = true;
  pos_ = next;
  return true;
}

}  // namespace

std::size_t read_after(std::string_view text, const Amount& amount, NumberValue& value, PerUnit& per) {
  return RightReader(text, amount, value).run(per);
}

}  // namespace torikomi

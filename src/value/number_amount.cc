#include "value/number_amount.h"

#include <algorithm>
#include <optional>

#include "value/number_group.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::skip_blanks;

/// Adds up groups and multipliers: 千 within a section of four digits, 万 億 兆 close the section. What stands behind a
/// multiplier is smaller than it: 1千1000, 1万12345 and 1.5千500 are no numbers.
class Sum {
 public:
  bool digits(Decimal value) {
    if (group_ || !below(value, last_small_ < 4 ? last_small_ : rest_) ||
        !below(value, std::min(section_place_, total_place_)))
      return false;
    group_ = value;
    return true;
  }
  bool power(int power) {
    const int places = group_ ? group_->scale() : 0;
    if (power >= 4) return close(power, places);
    if (power >= std::min(last_small_, section_place_)) return false;
    last_small_ = power;
    if (places > 0) section_place_ = power - places;
    return add(section_, group_.value_or(Decimal(1)), power) && below(section_, std::min(rest_, total_place_));
  }
  [[nodiscard]] std::optional<Decimal> total() const {
    auto sum = total_.plus(section_);
    if (sum && group_) sum = sum->plus(*group_);
    return sum;
  }
  /// 万二千: what stands before the figures is one of it.
  void begin_with_one(int power) {
    total_ = Decimal(1).scaled(power).value_or(Decimal());
    last_big_ = rest_ = power;
  }
  [[nodiscard]] bool holds_big() const { return bigs_ > 0; }
  [[nodiscard]] bool can_close(int power) const { return power < last_big_ && (group_ || !section_.is_zero()); }
  [[nodiscard]] bool can_close_after_digits(int power) const { return power < last_big_; }
  [[nodiscard]] bool can_add(int power) const { return power < last_small_; }
  [[nodiscard]] bool ends_with_ten() const { return last_small_ == 1; }
  /// 1万億: a big multiplier right behind the first one multiplies it.
  bool stack(int power) {
    if (bigs_ != 1 || power <= last_big_ || group_ || !section_.is_zero()) return false;
    const auto scaled = total_.scaled(power);
    if (!scaled) return false;
    total_ = *scaled;
    if (total_place_ < kNoLimit) total_place_ += power;
    last_big_ = rest_ = power;
    ++bigs_;
    return true;
  }
  /// 千〇十: the 〇 only says that there are no hundreds.
  void drop_placeholder() {
    if (group_ && group_->is_zero()) group_.reset();
  }

 private:
  static constexpr int kNoLimit = 32;

  static bool below(Decimal value, int power) {
    const auto limit = power < kNoLimit ? Decimal(1).scaled(power) : std::nullopt;
    return !limit || value < *limit;
  }
  /// `places`: figures behind the point of the last group.
  bool close(int power, int places) {
    if (!can_close(power)) return false;
    const int round = !group_ && last_small_ < 4 ? last_small_ : 0;  // 1百万 leaves place for 345千
    auto part = section_;
    if (group_) {
      const auto sum = part.plus(*group_);
      if (!sum) return false;
      part = *sum;
    }
    const auto scaled = part.scaled(power);
    if (!scaled || !below(*scaled, std::min(last_big_, total_place_))) return false;
    if (places > 0 || section_place_ < kNoLimit) total_place_ = power + (places > 0 ? -places : section_place_);
    section_place_ = kNoLimit;
    group_.reset();
    section_ = Decimal();
    rest_ = power + round;
    last_small_ = 4;
    last_big_ = power;
    ++bigs_;
    return add(total_, part, power);
  }
  bool add(Decimal& to, Decimal value, int power) {
    group_.reset();
    const auto scaled = value.scaled(power);
    const auto sum = scaled ? to.plus(*scaled) : std::nullopt;
    if (sum) to = *sum;
    return sum.has_value();
  }

  Decimal total_, section_;
  std::optional<Decimal> group_;
  int last_small_ = 4, last_big_ = kNoLimit;
  int rest_ = kNoLimit;  ///< what follows is below this power of ten
  /// The last figure behind a point: 1.5千 has hundreds, so 500 is no part of it.
  int section_place_ = kNoLimit, total_place_ = kNoLimit;
  int bigs_ = 0;  ///< multipliers from 万 on
};

/// Reads one amount, group by group.
class AmountReader {
 public:
  AmountReader(std::string_view text, std::size_t pos) : text_(text), end_(pos) {
    out_.begin = out_.end = pos;
    out_.kanji = true;
  }

  Amount read() {
    if (zero_in_katakana()) return out_;
    const int one = bare_multiplier();
    if (one > 0) sum_.begin_with_one(one);
    Step step = Step::kMore;
    while (step == Step::kMore) {
      step = after_digits_ ? Step::kDone : group();
      if (step == Step::kDone) step = multiplier();
    }
    if (step == Step::kBad) return out_;
    out_.end = end_;
    if (out_.kind != Amount::Kind::kValue) return out_;
    const auto sum = sum_.total();
    const auto total = sum ? sum->scaled(times_) : std::nullopt;
    if (!total || goes_on() || (one > 0 && !proves_bare(one))) return bad(end_);
    out_.value = *total;
    if (one > 0) out_.begin -= kKanji;
    return out_;
  }

 private:
  enum class Step : std::uint8_t { kMore, kDone, kBad };

  /// The run goes on as no number does: 1億2万億, 1千1千, 1万.5, 32二三.
  [[nodiscard]] bool goes_on() const {
    if (const int power = power_at(text_, end_); power >= 4 || (power > 0 && out_.multiplied))
      return !multiplier_begins_word(text_, end_);
    if (out_.multiplied) return at(text_, end_, ".") && digit_at(text_, end_ + 1);
    return out_.kanji ? digit_at(text_, end_) : scan::kanji_numeral_at(text_, end_) >= 0;
  }

  /// What follows in the same run is no number either.
  Amount bad(std::size_t end) {
    while (end < text_.size()) {
      if (digit_at(text_, end)) {
        ++end;
      } else if (power_at(text_, end) > 0 || kanji_digit_at(text_, end) >= 0) {
        end += 3;
      } else {
        break;
      }
    }
    out_.kind = Amount::Kind::kBad;
    out_.end = end;
    return out_;
  }
  Step bad_step(std::size_t end) {
    (void)bad(end);
    return Step::kBad;
  }

  /// ゼロ
  bool zero_in_katakana() {
    constexpr std::string_view kZero = "ゼロ";
    if (!at(text_, end_, kZero)) return false;
    out_.kind = Amount::Kind::kValue;
    out_.end = out_.first_end = end_ + kZero.size();
    out_.numerals = 1;
    return true;
  }

  /// 万二千三百, 億二千万: 一 is left out before the first multiplier. Its power of ten; 0 where the figures begin with
  /// none, or where it ends a word (東京二千, 巨万百).
  [[nodiscard]] int bare_multiplier() const {
    constexpr int kMyriad = 4;
    if (out_.begin < kKanji || digit_at(text_, out_.begin)) return 0;
    const std::size_t begin = out_.begin - kKanji;
    const int power = power_at(text_, begin);
    if (power < kMyriad) return 0;
    const char32_t prior = utf8::decode_before(text_, begin).code_point;
    return scan::is_word_char(prior) || (prior < 0x80 && scan::is_digit(static_cast<char>(prior))) ? 0 : power;
  }
  /// 万一 and 京三条 are words: the figures behind a bare multiplier have one of their own, those behind 京 a big one.
  [[nodiscard]] bool proves_bare(int power) const {
    constexpr int kTrillion = 12;
    return out_.multiplied && (power <= kTrillion || sum_.holds_big());
  }

  /// .77: a point begins the figures where nothing stands before it that it could join.
  void leading_point(Group& group, std::size_t pos) {
    if (out_.kind != Amount::Kind::kNone || !group.value || !group.plain || pos == 0 || text_[pos - 1] != '.') return;
    const bool free = pos == 1 || at_any(text_, pos - 2, {" ", "\t", "\n", "\v", "(", "|", "-"});
    const auto part = free ? group.value->scaled(-static_cast<int>(group.end - pos)) : std::nullopt;
    if (!part) return;
    group.value = *part;
    group.plain = false;
    out_.begin = pos - 1;
  }

  /// 二三万: two rising figures may be "two or three"; 一〇億 and 一五万 are not.
  static bool may_be_few(const Group& group) {
    constexpr int kTwo = 2;
    if (group.figures != kTwo || !group.value->is_integer()) return false;
    const std::int64_t n = group.value->integer();
    return n % 10 == n / 10 + 1;
  }

  /// 五六千円, 十五六人: "five or six". The pair is read as its first figure, and nothing but 万 or more goes on behind
  /// its multiplier.
  void read_few(Group& group) {
    constexpr std::uint8_t kTwo = 2;
    if (group.ascii || group.count != kTwo || !may_be_few(group)) return;
    const int power = power_at(text_, group.end);
    if (sum_.ends_with_ten() ? power > 0 && power < 4 : power == 0 || power >= 4) return;
    group.value = Decimal(group.value->integer() / 10);
    group.figures = 1;
    out_.few_power = 0;
  }

  /// kMore: a group was read.
  Step group() {
    if (out_.few_power > 0 && kanji_digit_at(text_, end_) >= 0) return bad_step(end_);  // 五六千三百
    if (const DigitWithPower both = digit_with_power_at(text_, end_); both.digit > 0 && sum_.can_add(both.power)) {
      if (!sum_.digits(Decimal(both.digit)) || !sum_.power(both.power)) return bad_step(end_ + 3);
      took_multiplier(end_ + 3);
      return Step::kMore;
    }
    const std::size_t pos = after_blank();
    Group group = digit_at(text_, pos) ? ascii_group(text_, pos) : kanji_group(text_, pos);
    if (group.bad) return bad_step(group.end);
    if (group.ascii) leading_point(group, pos);
    if (!group.value && out_.kanji && out_.multiplied) group = spoken_decimal(text_, pos);
    if (group.bad) return bad_step(group.end);
    if (!group.value) return Step::kDone;
    read_few(group);
    if (!sum_.digits(*group.value)) return out_.kind == Amount::Kind::kValue ? bad_step(group.end) : Step::kDone;
    if (group.ascii) out_.kanji = false;
    out_.integer_figures = group.ascii && group.plain && out_.kind == Amount::Kind::kNone;
    out_.legal = out_.legal || group.legal;
    out_.numerals = static_cast<std::uint8_t>(out_.numerals + group.count);
    const bool before_big = !may_be_few(group) && power_at(text_, group.end) >= 4;
    kanji_figures_ = group.ascii || group.decimal || before_big ? 0 : group.figures;
    placeholder_ = !group.ascii && group.figures == 0;
    end_ = group.end;
    if (out_.kind == Amount::Kind::kNone) out_.first_end = end_;
    out_.kind = Amount::Kind::kValue;
    after_digits_ = true;
    return Step::kMore;
  }

  /// kMore: a multiplier was read; kDone: none stands here.
  Step multiplier() {
    std::size_t pos = skip_blanks(text_, end_, 1);
    if (pos > end_ && (out_.kind != Amount::Kind::kValue || (out_.kanji ? !letter_spaced() : !after_digits_)))
      pos = end_;
    const int power = power_at(text_, pos);
    if (power == 0 || (!out_.kanji && multiplier_begins_word(text_, pos))) return Step::kDone;
    if (whole_thousands(pos)) return Step::kDone;
    if (power >= 4 && pos == end_ && !after_digits_ && sum_.stack(power)) {
      took_multiplier(pos + 3);
      return Step::kMore;
    }
    if (power >= 4 ? !sum_.can_close(power) : !sum_.can_add(power)) return Step::kDone;
    if (after_digits_ && placeholder_ && power < 4) sum_.drop_placeholder();
    const bool two_or_three = after_digits_ && kanji_figures_ > 1;  // 二三十
    if (two_or_three || !sum_.power(power)) return bad_step(pos + 3);
    spaced_ = pos > end_;
    out_.legal = out_.legal || (power < 4 && scan::kanji_numeral_at(text_, pos) < 0);
    took_multiplier(pos + 3);
    return Step::kMore;
  }

  /// 五百六十五千円, 七十一百万円: the unit multiplies the whole of a kanji number, where its own 千 would come first;
  /// 一五〇百万円: so it does for figures by place.
  bool whole_thousands(std::size_t pos) {
    if (!out_.kanji) return false;
    const std::size_t size = at(text_, pos, "千") ? kKanji : (at(text_, pos, "百万") ? 2 * kKanji : 0);
    if (size == 0) return false;
    const std::size_t end = pos + size;
    const bool yen = out_.multiplied && !sum_.can_add(power_at(text_, pos)) && at(text_, end, "円");
    const bool by_place = !out_.multiplied && kanji_figures_ > 1 && !multiplier_begins_word(text_, pos) &&
                          power_at(text_, end) == 0 && kanji_digit_at(text_, end) < 0;
    if (!yen && !by_place) return false;
    times_ = size == kKanji ? 3 : 6;
    out_.multiplied = true;
    end_ = end;
    return true;
  }

  void took_multiplier(std::size_t end) {
    if (out_.kind == Amount::Kind::kNone) out_.first_end = end_;
    out_.kind = Amount::Kind::kValue;
    out_.multiplied = true;
    out_.integer_figures = false;
    ++out_.numerals;
    if (out_.few_power >= 0) out_.few_power = static_cast<std::int8_t>(out_.few_power + power_at(text_, end - kKanji));
    end_ = end;
    after_digits_ = false;
  }

  /// Figures go on behind one blank where they have a multiplier of their own (7万 5千), or where a blank stood before
  /// the last one too (3 万 4,500).
  [[nodiscard]] std::size_t after_blank() {
    if (out_.kind != Amount::Kind::kValue) return end_;
    const std::size_t next = skip_blanks(text_, end_, 1);
    if (out_.kanji) return next > end_ && letter_spaced() ? next : end_;
    if (next == end_ || !digit_at(text_, next)) return end_;
    const Group group = ascii_group(text_, next);
    const int power = group.bad ? 0 : power_at(text_, group.end);
    const bool goes_on = power > 0 && (power >= 4 ? sum_.can_close_after_digits(power) : sum_.can_add(power));
    return goes_on || (spaced_ && !group.bad) ? next : end_;
  }

  /// 三千 八百 九十六: the text is nothing but kanji numerals and blanks. Asked only at its begin, so that the whole is
  /// looked through once.
  bool letter_spaced() {
    if (letter_spaced_ >= 0) return letter_spaced_ > 0;
    letter_spaced_ = 0;
    if (scan::skip_blanks_before(text_, out_.begin, kMostBlanks) != 0) return false;
    for (std::size_t pos = out_.begin; pos < text_.size();) {
      const bool numeral = power_at(text_, pos) > 0 || kanji_digit_at(text_, pos) >= 0;
      if (!numeral && text_[pos] != ' ') return false;
      pos += numeral ? 3 : 1;
    }
    letter_spaced_ = 1;
    return true;
  }

  static constexpr int kMostBlanks = 8;
  static constexpr std::size_t kKanji = 3;  // bytes of one kanji in UTF-8
  std::string_view text_;
  Amount out_;
  Sum sum_;
  std::size_t end_;
  int times_ = 0;           ///< power of ten of 千円 behind a whole number
  int letter_spaced_ = -1;  ///< -1: not asked yet
  bool after_digits_ = false;
  bool placeholder_ = false;  ///< the last group was 〇 alone
  bool spaced_ = false;       ///< a blank stood before the last multiplier
  int kanji_figures_ = 0;     ///< of the last group; 0 where a multiplier may follow any number of them
};

}  // namespace

Amount read_amount(std::string_view text, std::size_t pos) { return AmountReader(text, pos).read(); }

Multiplier unit_multiplier(std::string_view unit) {
  Multiplier out;
  std::optional<Decimal> factor = Decimal(1);
  int power = power_at(unit, 0);
  while (power != 0 && factor && unit.size() > out.size + 3) {
    factor = factor->scaled(power);
    out.size += 3;
    power = power_at(unit, out.size);
  }
  if (factor) out.factor = *factor;
  return out;
}

}  // namespace torikomi

#include "value/number_amount.h"

#include <optional>

#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::skip_blanks;

/// Power of ten of a multiplier: 1 十, 2 百, 3 千, 4 万, 8 億, 12 兆, 16 京; 0 for everything else.
int power_at(std::string_view text, std::size_t pos) {
  if (pos + 3 > text.size() || static_cast<unsigned char>(text[pos]) < 0xE4) return 0;
  switch (utf8::decode(text, pos).code_point) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    case U'万':
    case U'萬':
      return 4;
    case U'億':
      return 8;
    case U'兆':
      return 12;
    case U'京':
      return 16;
    default:
      return 0;
  }
}

/// 0..9 for a kanji digit; -1 else.
int kanji_digit_at(std::string_view text, std::size_t pos) {
  const int n = scan::kanji_numeral_at(text, pos);
  if (n >= 0 && n <= 9) return n;
  if (at(text, pos, "壱")) return 1;
  if (at(text, pos, "弐")) return 2;
  if (at(text, pos, "参")) return 3;
  return -1;
}

/// Words that begin with a multiplier but are none: 5百貨店, 3千葉.
bool multiplier_begins_word(std::string_view text, std::size_t pos) {
  return at_any(text, pos,
                {"百貨", "百科", "千葉", "千代", "千歳", "千曲", "万葉", "万博", "万全", "兆候", "京都", "十分"});
}

/// One run of digits before a multiplier.
struct Group {
  std::size_t end = 0;
  std::optional<Decimal> value;
  bool ascii = false, plain = true, bad = false, decimal = false;
  std::uint8_t count = 0;
};

/// 1,234,567: groups of three after the first comma. Other groups make no number (1,23), but single figures a list
/// (1,2,3). `end` is the end of the first group; false where the grouping is wrong, `end` is then the end of it all.
bool grouped_end(std::string_view text, std::size_t pos, std::size_t& end) {
  constexpr std::size_t kLongList = 16;  // bytes; a list is not looked through to its end from each of its figures
  std::size_t next = end;
  bool threes = end - pos <= 3;
  bool ones = end - pos == 1;
  while (next < text.size() && text[next] == ',' && digit_at(text, next + 1)) {
    const std::size_t group = next + 1;
    next = group;
    while (digit_at(text, next)) ++next;
    threes = threes && next - group == 3;
    ones = ones && next - group == 1;
    if (ones && next - end > kLongList) break;
  }
  if (next == end || ones) return true;
  end = next;
  return threes;
}

Group ascii_group(std::string_view text, std::size_t pos) {
  constexpr int kMostDigits = 18;
  Group out;
  out.end = pos;
  out.ascii = true;
  while (digit_at(text, out.end)) ++out.end;
  const std::size_t plain_end = out.end;
  out.bad = !grouped_end(text, pos, out.end);
  if (out.bad) return out;
  out.plain = out.end == plain_end;
  if (out.end < text.size() && text[out.end] == '.' && digit_at(text, out.end + 1)) {
    out.plain = false;
    ++out.end;
    while (digit_at(text, out.end)) ++out.end;
    if (at(text, out.end, ".") && digit_at(text, out.end + 1)) {  // 1.2.3
      while (digit_at(text, out.end) || (at(text, out.end, ".") && digit_at(text, out.end + 1))) ++out.end;
      out.bad = true;
      return out;
    }
  }
  std::int64_t coefficient = 0;
  int scale = 0;
  int digits = 0;
  bool after_point = false;
  for (std::size_t i = pos; i < out.end; ++i) {
    if (text[i] == '.') after_point = true;
    if (!scan::is_digit(text[i])) continue;
    if (digits > 0 || text[i] != '0') ++digits;
    if (digits > kMostDigits || (after_point && scale == kMostDigits)) {
      out.bad = true;
      break;
    }
    coefficient = coefficient * 10 + (text[i] - '0');
    scale += after_point ? 1 : 0;
  }
  if (!out.bad) out.value = Decimal::of(coefficient, scale);
  out.count = static_cast<std::uint8_t>(out.end - pos < 255 ? out.end - pos : 255);
  return out;
}

/// 三・五メートル, 三・一四: a point in kanji. 二・三人 is as well a list, so one figure after the point needs a unit
/// that measures.
std::optional<Decimal> kanji_decimal(std::string_view text, std::int64_t whole, Group& group) {
  constexpr int kMostPlaces = 6;
  std::size_t pos = group.end;
  const bool point = scan::eat(text, pos, ".");
  if (!point && !scan::eat(text, pos, "・")) return Decimal(whole);
  int places = 0;
  std::int64_t value = whole;
  for (int n = kanji_digit_at(text, pos); n >= 0 && places < kMostPlaces; n = kanji_digit_at(text, pos)) {
    value = value * 10 + n;
    ++places;
    pos += 3;
  }
  const bool measures = point || places > 1 || whole == 0 ||
                        at_any(text, pos,
                               {"%", "パーセント", "ポイント", "倍", "割", "億", "万", "兆", "度", "メートル", "キロ",
                                "グラム", "トン", "ヘクタール", "センチ", "ミリ", "リットル", "アール"});
  if (places == 0 || !measures || whole > 1'000'000) return Decimal(whole);
  group.end = pos;
  group.decimal = true;
  group.count = static_cast<std::uint8_t>(group.count + places);
  return Decimal::of(value, places);
}

Group kanji_group(std::string_view text, std::size_t pos) {
  Group out;
  out.end = pos;
  out.plain = false;
  std::int64_t value = 0;
  for (int n = kanji_digit_at(text, out.end); n >= 0; n = kanji_digit_at(text, out.end)) {
    if (out.count < 15) value = value * 10 + n;
    ++out.count;
    out.end += 3;
    if (out.count > 15) {
      out.bad = true;
      return out;
    }
  }
  if (out.count > 0) out.value = kanji_decimal(text, value, out);
  return out;
}

/// Adds up groups and multipliers: 千 within a section of four digits, 万 億 兆 close the section.
class Sum {
 public:
  bool digits(Decimal value) {
    if (group_) return false;
    group_ = value;
    return true;
  }
  bool power(int power) {
    if (power >= 4) return close(power);
    if (power >= last_small_) return false;
    last_small_ = power;
    return add(section_, group_.value_or(Decimal(1)), power);
  }
  [[nodiscard]] std::optional<Decimal> total() const {
    auto sum = total_.plus(section_);
    if (sum && group_) sum = sum->plus(*group_);
    return sum;
  }
  [[nodiscard]] bool has_group() const { return group_.has_value(); }
  [[nodiscard]] bool can_close(int power) const { return power < last_big_ && (group_ || !section_.is_zero()); }
  [[nodiscard]] bool can_add(int power) const { return power < last_small_; }

 private:
  bool close(int power) {
    if (!can_close(power)) return false;
    auto part = section_;
    if (group_) {
      const auto sum = part.plus(*group_);
      if (!sum) return false;
      part = *sum;
    }
    group_.reset();
    section_ = Decimal();
    last_small_ = 4;
    last_big_ = power;
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
  int last_small_ = 4, last_big_ = 20;
};

}  // namespace

Amount read_amount(std::string_view text, std::size_t pos) {
  Amount out;
  out.begin = out.end = pos;
  out.kanji = true;
  Sum sum;
  std::size_t end = pos;
  bool after_digits = false;
  int last_kanji_figures = 0;
  while (true) {
    if (!after_digits) {
      const Group group = digit_at(text, end) ? ascii_group(text, end) : kanji_group(text, end);
      if (group.bad) {
        out.kind = Amount::Kind::kBad;
        out.end = group.end;
        return out;
      }
      if (group.value) {
        if (!sum.digits(*group.value)) break;
        if (group.ascii) out.kanji = false;
        out.integer_figures = group.ascii && group.plain && out.kind == Amount::Kind::kNone;
        out.numerals = static_cast<std::uint8_t>(out.numerals + group.count);
        last_kanji_figures =
            group.ascii || group.decimal || (group.count > 2 && power_at(text, group.end) >= 4) ? 0 : group.count;
        end = group.end;
        if (out.kind == Amount::Kind::kNone) out.first_end = end;
        out.kind = Amount::Kind::kValue;
        after_digits = true;
        continue;
      }
    }
    const std::size_t at_power = after_digits && !out.kanji ? skip_blanks(text, end, 1) : end;
    const int power = power_at(text, at_power);
    if (power == 0 || (!out.kanji && multiplier_begins_word(text, at_power))) break;
    if (power >= 4 ? !sum.can_close(power) : !sum.can_add(power)) break;
    const bool two_or_three = after_digits && last_kanji_figures > 1;  // 二三十
    if (two_or_three || !sum.power(power)) {
      out.kind = Amount::Kind::kBad;
      out.end = at_power + 3;
      return out;
    }
    if (out.kind == Amount::Kind::kNone) out.first_end = end;
    out.kind = Amount::Kind::kValue;
    out.multiplied = true;
    out.integer_figures = false;
    ++out.numerals;
    end = at_power + 3;
    after_digits = false;
  }
  out.end = end;
  if (out.kind != Amount::Kind::kValue) return out;
  const auto total = sum.total();
  if (!total) {
    out.kind = Amount::Kind::kBad;
    return out;
  }
  out.value = *total;
  return out;
}

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

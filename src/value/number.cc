#include "torikomi/value/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "value/number_amount.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::before;
using scan::digit_at;
using scan::eat;
using scan::eat_any;
using scan::letter_at;
using scan::skip_blanks;
using scan::skip_blanks_before;

constexpr scan::CharSet kStarts(u"0123456789〇零一二三四五六七八九十百千壱弐参拾");

/// Reads one text from left to right.
class NumberFinder {
 public:
  NumberFinder(std::string_view text, const NumberContext& context, std::vector<NumberValue>& out)
      : text_(text), context_(context), out_(out) {}

  void run() {
    for (std::size_t pos = kStarts.find(text_, 0); pos < text_.size(); pos = kStarts.find(text_, pos)) {
      pos = std::max(step(pos), pos + 1);
    }
  }

 private:
  std::size_t step(std::size_t pos) {
    const Amount amount = read_amount(text_, pos);
    if (amount.kind == Amount::Kind::kNone) return pos + 3;
    if (amount.kind == Amount::Kind::kBad) return amount.end;
    if (const std::size_t end = identifier_end(amount); end > pos) return end;
    if (amount.kanji && !kanji_number(amount)) return amount.end;
    NumberValue value;
    const std::size_t end = read(amount, value);
    if (value.end == 0) return end;
    finish(pos, value);
    return end;
  }

  /// Times, telephone numbers, names with figures, 第3: what has figures but counts nothing. `amount.begin`: none of
  /// these.
  [[nodiscard]] std::size_t identifier_end(const Amount& amount) const {
    const std::size_t pos = amount.begin;
    if (before(text_, pos, "第") || before(text_, pos, "No.") || before(text_, pos, "№") || before(text_, pos, "〒") ||
        before(text_, pos, "数") || before(text_, pos, "何") || before(text_, pos, "幾") ||
        before(text_, pos, "No. ")) {
      return std::max(amount.end, unit_end(text_, amount.end));
    }
    if (amount.kanji) return pos;
    const bool after_letter =
        pos > 0 && (scan::is_letter(text_[pos - 1]) || text_[pos - 1] == '_' || text_[pos - 1] == '#');
    if (after_letter) return figures_chain(amount.end);
    if (pos > 1 && (text_[pos - 1] == '-' || text_[pos - 1] == '.') && scan::is_letter(text_[pos - 2]))
      return figures_chain(amount.end);
    if (at(text_, amount.end, ":") && digit_at(text_, amount.end + 1)) return figures_chain(amount.end);
    if (at(text_, amount.end, "-") && digit_at(text_, amount.end + 1) && !hyphen_range(amount))
      return figures_chain(amount.end);
    if (letter_at(text_, amount.end) && unit_end(text_, amount.end) == amount.end) return figures_chain(amount.end);
    return pos;
  }

  /// The end of figures and letters joined by - : . /
  [[nodiscard]] std::size_t figures_chain(std::size_t pos) const {
    while (pos < text_.size()) {
      if (digit_at(text_, pos) || letter_at(text_, pos)) {
        ++pos;
      } else if (at_any(text_, pos, {"-", ":", ".", "/"}) && (digit_at(text_, pos + 1) || letter_at(text_, pos + 1))) {
        pos += 2;
      } else {
        break;
      }
    }
    return pos;
  }

  /// 10-20人, 2-3回: two rising numbers with a unit.
  [[nodiscard]] bool hyphen_range(const Amount& low) const {
    const Amount high = read_amount(text_, low.end + 1);
    if (high.kind != Amount::Kind::kValue || low.value >= high.value || text_[low.begin] == '0') return false;
    bool known = false;
    const std::size_t end = unit_end(text_, high.end, &known);
    return end > high.end && known && !at(text_, high.end, "年") && !at(text_, high.end, "月");
  }

  /// Kanji numerals stand in many words (一般, 三重, 四万十). A number is what counts something or stands alone.
  [[nodiscard]] bool kanji_number(const Amount& a) const {
    if (at_any(text_, a.begin,
               {"四万十", "一二三", "十分", "百貨", "百科", "千葉", "千代", "万一", "五十嵐", "八百屋", "百姓"})) {
      return false;
    }
    const char32_t next = utf8::decode(text_, a.end).code_point;
    const bool alone_after =
        !utf8::is_han(next) && !utf8::is_katakana(next) && !utf8::is_hiragana(next) && next != U'々';
    const char32_t prior = utf8::decode_before(text_, a.begin).code_point;
    const bool alone_before =
        !utf8::is_han(prior) && !utf8::is_katakana(prior) && prior != U'々' && !utf8::is_hiragana(prior);
    if (alone_after && alone_before) return a.numerals > 1 || whole_text(a.begin, a.end);
    if (at(text_, a.end, "分の") && scan::kanji_numeral_at(text_, a.end + 6) >= 0) return true;
    if (counts_kanji(text_, a.end)) return true;
    if (a.numerals < 2) return false;
    bool known = false;
    return (alone_after && !utf8::is_han(prior)) ||
           (unit_end(text_, a.end, &known) > a.end && known &&
            !at_any(text_, a.end, {"里", "次", "番", "地", "国", "代"})) ||
           at_any(text_, a.end, {"の", "に", "を", "が", "は", "と", "以上", "以下", "未満", "超"});
  }

  [[nodiscard]] bool whole_text(std::size_t begin, std::size_t end) const {
    constexpr int kAny = 64;
    return skip_blanks_before(text_, begin, kAny) == 0 && skip_blanks(text_, end, kAny) == text_.size();
  }

  std::size_t read(const Amount& amount, NumberValue& v);
  bool fraction(const Amount& amount, std::size_t& pos, NumberValue& v) const;
  bool ratio(std::size_t& pos, const Amount& amount, NumberValue& v) const;
  void range(std::size_t& pos, const Amount& low, NumberValue& v) const;
  void unit(std::size_t& pos, NumberValue& v) const;
  void after_unit(std::size_t& pos, NumberValue& v) const;
  bool compare(std::size_t& pos, NumberValue& v) const;
  bool qualify(std::size_t& pos, NumberValue& v) const;
  void before_number(std::size_t pos, NumberValue& v) const;
  void finish(std::size_t pos, NumberValue& v);

  std::string_view text_;
  const NumberContext& context_;
  std::vector<NumberValue>& out_;
  std::string_view pending_per_;  ///< 人 of 1人当たり
  std::size_t pending_begin_ = 0, pending_end_ = 0;
};

/// Reads what follows the figures. v.end stays 0 where the whole counts nothing.
std::size_t NumberFinder::read(const Amount& amount, NumberValue& v) {
  std::size_t pos = amount.end;
  v.value = amount.value;
  if (fraction(amount, pos, v)) {
    after_unit(pos, v);
    v.end = static_cast<std::uint32_t>(pos);
    return pos;
  }
  if (ratio(pos, amount, v)) {
    after_unit(pos, v);
    v.end = static_cast<std::uint32_t>(pos);
    return pos;
  }
  range(pos, amount, v);
  const std::size_t figures_end = pos;
  if (names_not_counts(text_, pos)) return pos + 3;
  unit(pos, v);
  if (at(text_, pos, "目")) return pos + 3;  // 2回目, 3年目
  if (at_any(text_, pos, {"当たり", "あたり", "当り", "につき"}) && figures_end < pos && v.value == Decimal(1)) {
    pending_per_ = v.unit;
    pending_begin_ = amount.begin;
    (void)eat_any(text_, pos, {"当たり", "あたり", "当り", "につき"});
    pending_end_ = pos;
    if (pending_per_.empty()) return pos;
    pending_per_ = text_.substr(figures_end, pos - figures_end);
    pending_per_ = pending_per_.substr(0, unit_end(pending_per_, 0));
    return pos;
  }
  after_unit(pos, v);
  v.end = static_cast<std::uint32_t>(pos);
  return pos;
}

/// 3分の1, 三分の二; 1/2, 10/10.
bool NumberFinder::fraction(const Amount& amount, std::size_t& pos, NumberValue& v) const {
  constexpr std::int64_t kMostDenominator = 1'000'000'000;
  if (!amount.value.is_integer() || amount.value <= Decimal(0) || amount.value > Decimal(kMostDenominator))
    return false;
  std::size_t next = skip_blanks(text_, pos, 1);
  if (eat(text_, next, "分の")) {
    const Amount top = read_amount(text_, skip_blanks(text_, next, 1));
    if (top.kind != Amount::Kind::kValue || !top.value.is_integer()) return false;
    v.denominator = static_cast<std::uint32_t>(amount.value.coefficient());
    v.value = top.value;
    pos = top.end;
    return true;
  }
  constexpr int kMostDigits = 3;
  if (!amount.integer_figures || amount.numerals > kMostDigits || !at(text_, pos, "/") || !digit_at(text_, pos + 1))
    return false;
  if (amount.begin > 0 && text_[amount.begin - 1] == '/') return false;
  const Amount bottom = read_amount(text_, pos + 1);
  const bool plain = bottom.kind == Amount::Kind::kValue && bottom.integer_figures && bottom.numerals <= kMostDigits;
  if (!plain || bottom.value.is_zero() || at(text_, bottom.end, "/") || letter_at(text_, bottom.end)) return false;
  v.denominator = static_cast<std::uint32_t>(bottom.value.coefficient());
  pos = bottom.end;
  return true;
}

/// 5割 is 50 %; 3割5分 35 %, 3割5分2厘 35.2 %.
bool NumberFinder::ratio(std::size_t& pos, const Amount& amount, NumberValue& v) const {
  std::size_t next = skip_blanks(text_, pos, 1);
  if (!eat(text_, next, "割") || at_any(text_, next, {"合", "当", "り", "れ", "っ", "く", "烹", "安", "高", "振"}))
    return false;
  std::optional<Decimal> percent = amount.value.scaled(1);
  int power = 0;
  for (const std::string_view step : {"分", "厘", "毛"}) {
    const Amount more = read_amount(text_, next);
    if (more.kind != Amount::Kind::kValue || more.value > Decimal(9) || !at(text_, more.end, step)) break;
    const auto part = more.value.scaled(power);
    percent = percent && part ? percent->plus(*part) : std::nullopt;
    next = more.end + step.size();
    --power;
  }
  if (!percent) return false;
  v.value = *percent;
  v.unit = "%";
  pos = next;
  return true;
}

/// 2~3回, 100~200千円, 100人~200人, 2、3人.
void NumberFinder::range(std::size_t& pos, const Amount& low, NumberValue& v) const {
  std::size_t next = pos;
  // A unit may stand with the low end too; it has to be that of the high end.
  bool known = false;
  const std::size_t low_unit_begin = skip_blanks(text_, pos, 1);
  const std::size_t low_unit_end = unit_end(text_, low_unit_begin, &known);
  const std::string_view low_unit = text_.substr(low_unit_begin, low_unit_end - low_unit_begin);
  const bool list = at(text_, pos, "、") && low.numerals == 1;
  if (!low_unit.empty()) next = low_unit_end;
  next = skip_blanks(text_, next, 1);
  if (!eat(text_, next, "~") && !(low_unit.empty() && ((list && eat(text_, next, "、")) || eat(text_, next, "-"))))
    return;
  next = skip_blanks(text_, next, 1);
  const Amount high = read_amount(text_, next);
  if (high.kind != Amount::Kind::kValue) return;
  const std::size_t high_unit_begin = skip_blanks(text_, high.end, 1);
  const std::size_t high_unit_end = unit_end(text_, high_unit_begin);
  const std::string_view high_unit = text_.substr(high_unit_begin, high_unit_end - high_unit_begin);
  if (!low_unit.empty() && low_unit != high_unit) return;
  if (at(text_, high_unit_end, "目")) return;
  Decimal low_value = low.value;
  if (!low.multiplied && high.multiplied && low_unit.empty()) {  // 2~3万円: the multiplier holds for both
    const Multiplier m =
        unit_multiplier(text_.substr(skip_blanks(text_, high.first_end, 1), high.end - high.first_end + 3));
    const auto scaled = m.size > 0 ? low.value.times(m.factor) : std::nullopt;
    if (scaled && *scaled < high.value && skip_blanks(text_, high.first_end, 1) + m.size >= high.end)
      low_value = *scaled;
  }
  if (low_value > high.value) return;
  if (list && (high.numerals != 1 || high_unit.empty() || high.value != *low.value.plus(Decimal(1)))) return;
  v.value = low_value;
  v.low = low_value;
  v.high = high.value;
  pos = high.end;
}

void NumberFinder::unit(std::size_t& pos, NumberValue& v) const {
  const std::size_t begin = skip_blanks(text_, pos, 1);
  std::size_t end = unit_end(text_, begin);
  if (begin > pos && end > begin) {
    // After a blank only a known unit belongs to the number: 30 人, but 30 岡山市.
    bool known = false;
    end = unit_end(text_, begin, &known);
    if (!known) end = begin;
  }
  if (end > begin) {
    v.unit = std::string(text_.substr(begin, end - begin));
    if (v.unit == "パーセント") v.unit = "%";
    if (v.unit == "パーセントポイント" || v.unit == "%ポイント") v.unit = "ポイント";
    pos = end;
    // 店舗(施設): a second unit in brackets is part of it.
    std::size_t inner = end;
    if (eat(text_, inner, "(")) {
      bool known = false;
      const std::size_t close = unit_end(text_, inner, &known);
      if (known && close > inner && at(text_, close, ")") && !at_any(text_, inner, {"月", "日", "年", "%"})) {
        v.unit = std::string(text_.substr(begin, close + 1 - begin));
        pos = close + 1;
      }
    }
    // 1時間半, 2倍半
    if (at(text_, pos, "半") &&
        !at_any(text_, pos, {"半期", "半分", "半ば", "半島", "半径", "半額", "半数", "半減", "半世"}) &&
        (v.unit == "時間" || v.unit == "年" || v.unit == "倍" || v.unit == "か月" || v.unit == "日" ||
         v.unit == "分")) {
      if (const auto half = v.value.plus(Decimal::of(5, 1))) v.value = *half;
      pos += 3;
    }
  }
}

void NumberFinder::after_unit(std::size_t& pos, NumberValue& v) const {
  constexpr int kMostQualifiers = 5;
  for (int i = 0; i < kMostQualifiers; ++i) {
    std::size_t next = skip_blanks(text_, pos, 1);
    if (v.per.empty() && !v.unit.empty() && eat(text_, next, "/")) {
      next = skip_blanks(text_, next, 1);
      if (at(text_, next, "1") && !digit_at(text_, next + 1)) ++next;
      const std::size_t end = unit_end(text_, next);
      if (end == next) return;
      v.per = std::string(text_.substr(next, end - next));
      pos = end;
      continue;
    }
    if (eat_any(text_, next, {"(累計)", "(累積)", "(累計値)"})) {
      v.cumulative = true;
      pos = next;
      continue;
    }
    if (!compare(pos, v) && !qualify(pos, v)) return;
  }
}

bool NumberFinder::compare(std::size_t& pos, NumberValue& v) const {
  if (v.comparator != Comparator::kEqual) return false;
  std::size_t next = skip_blanks(text_, pos, 1);
  Comparator found = Comparator::kEqual;
  if (eat(text_, next, "以上")) {
    found = Comparator::kAtLeast;
  } else if (eat_any(text_, next, {"以下", "以内"})) {
    found = Comparator::kAtMost;
  } else if (eat_any(text_, next, {"未満", "を下回る"})) {
    found = Comparator::kLess;
  } else if (eat_any(text_, next, {"を超える", "を超え", "超え", "を上回る"}) ||
             (eat(text_, next, "超") && !at_any(text_, next, {"過", "音", "高"}))) {
    found = Comparator::kMore;
  } else if (!v.low && eat(text_, next, "~") && !digit_at(text_, skip_blanks(text_, next, 1))) {
    found = Comparator::kAtLeast;  // 300人~
  }
  if (found == Comparator::kEqual) return false;
  v.comparator = found;
  pos = next;
  return true;
}

bool NumberFinder::qualify(std::size_t& pos, NumberValue& v) const {
  std::size_t next = skip_blanks(text_, pos, 1);
  if (eat_any(text_, next, {"程度", "前後", "ほど", "くらい", "ぐらい", "頃", "ごろ", "余り"})) {
    v.approximate = true;
    pos = next;
    return true;
  }
  if (next == pos && !v.unit.empty() && eat_any(text_, next, {"弱", "強", "余"})) {
    const char32_t after = utf8::decode(text_, next).code_point;
    if (utf8::is_han(after) || at_any(text_, next, {"い", "め", "ま", "く"})) return false;
    v.approximate = true;
    pos = next;
    return true;
  }
  return false;
}

/// Signs and qualifiers to the left of the figures: 約, ▲, 最大, 累計, 年(4回).
void NumberFinder::before_number(std::size_t pos, NumberValue& v) const {
  const std::size_t floor = out_.empty() ? 0 : out_.back().end;
  std::size_t begin = pos;
  const auto step = [&](std::string_view word) {
    const std::size_t end = skip_blanks_before(text_, begin, 1);
    if (!before(text_, end, word) || end - word.size() < floor) return false;
    begin = end - word.size();
    return true;
  };
  const auto step_any = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), step);
  };
  if (!pending_per_.empty() && skip_blanks_before(text_, begin, 1) >= pending_end_) {
    std::size_t gap = skip_blanks(text_, pending_end_, 1);
    (void)eat_any(text_, gap, {"約", "およそ", "、"});
    gap = skip_blanks(text_, gap, 1);
    if (gap == pos) {
      v.per = std::string(pending_per_);
      v.approximate = v.approximate || step_any({"約", "およそ"});
      begin = pending_begin_;
    }
  }
  if (step_any({"¥", "\\", "金"}) && (v.unit.empty() || v.unit == "円")) {
    v.unit = "円";
  } else {
    begin = v.per.empty() || pending_per_.empty() ? pos : begin;
  }
  if (step_any({"▲", "△", "▼", "マイナス"})) {
    v.value = v.value.negated();
  } else if (const std::size_t end = begin; end > floor && (text_[end - 1] == '-' || before(text_, end, "−") ||
                                                            before(text_, end, "ー") || before(text_, end, "+"))) {
    const std::size_t size = text_[end - 1] == '-' || text_[end - 1] == '+' ? 1 : 3;
    const utf8::Decoded prior = utf8::decode_before(text_, end - size);
    const bool free =
        prior.size == 0 || prior.code_point <= 0x20 ||
        at_any(text_, end - size - prior.size, {"(", "[", "=", ":", "、", "。", "「", "約", "~", "/", ",", "|"});
    if (free && end - size >= floor) {
      begin = end - size;
      if (text_[begin] != '+') v.value = v.value.negated();
    }
  } else if (step("プラス")) {
    v.approximate = v.approximate || false;
  }
  if (step_any({"約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", "凡そ"})) v.approximate = true;
  if (v.comparator == Comparator::kEqual && !v.low) {
    if (step_any({"最大", "最高", "最長", "上限"})) {
      v.comparator = Comparator::kAtMost;
    } else if (step_any({"最低", "最小", "最少", "少なくとも", "下限"})) {
      v.comparator = Comparator::kAtLeast;
    } else if (begin > floor && text_[begin - 1] == '~') {
      v.comparator = Comparator::kAtMost;
      --begin;
    }
  }
  if (step("累計")) v.cumulative = true;
  if (v.per.empty() && !v.unit.empty()) {
    for (const std::string_view word : {"年間", "年", "月", "週"}) {
      const std::size_t end = begin;
      if (!before(text_, end, word) || end - word.size() < floor) continue;
      const utf8::Decoded prior = utf8::decode_before(text_, end - word.size());
      const bool counted =
          prior.size != 0 &&
          (prior.code_point < 0x80 ? prior.code_point > 0x20 && prior.code_point != '(' && prior.code_point != ':'
                                   : utf8::is_han(prior.code_point));
      if (counted || v.unit == "年" || v.unit == "月" || v.unit == "日") break;
      v.per = word == "年間" ? "年" : std::string(word);
      begin = end - word.size();
      break;
    }
  }
  v.begin = static_cast<std::uint32_t>(begin);
}

void NumberFinder::finish(std::size_t pos, NumberValue& v) {
  before_number(pos, v);
  pending_per_ = {};
  if (v.unit.empty() && !v.denominator && !context_.unit.empty()) {
    const Multiplier m = unit_multiplier(context_.unit);
    const auto scaled = v.value.times(m.factor);
    if (!scaled) return;
    v.value = *scaled;
    if (v.low) v.low = v.low->times(m.factor);
    if (v.high) v.high = v.high->times(m.factor);
    v.unit = std::string(context_.unit.substr(m.size));
  }
  v.is_money = v.unit == "円";
  out_.push_back(std::move(v));
}

}  // namespace

std::string_view name(Comparator comparator) {
  constexpr std::array<std::string_view, 5> kNames = {"=", ">=", "<=", "<", ">"};
  return kNames[static_cast<std::size_t>(comparator)];
}

std::string NumberValue::value_text() const {
  return denominator ? fmt::format("{}/{}", value.to_string(), *denominator) : value.to_string();
}

std::vector<NumberValue> find_numbers(std::string_view text, const NumberContext& context) {
  std::vector<NumberValue> out;
  NumberFinder(text, context, out).run();
  return out;
}

std::optional<NumberValue> parse_number(std::string_view text, const NumberContext& context) {
  std::vector<NumberValue> found = find_numbers(text, context);
  if (found.empty()) return std::nullopt;
  const NumberValue& v = found.front();
  std::size_t begin = 0;
  while (begin < text.size() && (text[begin] == ' ' || static_cast<unsigned char>(text[begin]) < 0x20)) ++begin;
  std::size_t end = text.size();
  while (end > begin && (text[end - 1] == ' ' || static_cast<unsigned char>(text[end - 1]) < 0x20)) --end;
  const bool wrapped = begin < end && text[begin] == '(' && text[end - 1] == ')' && v.begin == begin + 1;
  if (wrapped) {
    ++begin;
    --end;
  }
  if (v.begin != begin) return std::nullopt;
  std::size_t rest = skip_blanks(text, v.end);
  if (rest < end && text[rest] == '(' && text[end - 1] == ')') rest = end;
  if (rest < end) return std::nullopt;
  return std::move(found.front());
}

}  // namespace torikomi

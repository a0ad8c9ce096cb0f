// What stands to the left of a number: signs, 約, 最大, 累計, 年(4回).
#include <algorithm>
#include <array>

#include "value/number_read.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at_any;
using scan::before;
using scan::skip_blanks;
using scan::skip_blanks_before;

class LeftReader {
 public:
  LeftReader(std::string_view text, std::size_t pos, std::size_t floor, NumberValue& value)
      : text_(text), begin_(pos), floor_(floor), value_(value) {}

  void run(const PerUnit& per) {
    read_words();
    per_words(per);
    value_.begin = static_cast<std::uint32_t>(begin_);
  }

 private:
  void read_words() {
    // The last character of every word below: before most numbers stands none, and one look tells.
    static constexpr scan::CharSet kLast(
        u"¥￥$€£₩DYRPWdyrpw▲△▼Δ∆ス)下負の-+−ー約そね概ぼ大高長限低小少も計間額年月週~べに≥≧≤≦<>=");
    const std::size_t end = skip_blanks_before(text_, begin_, 1);
    if (!kLast.contains(utf8::decode_before(text_, end).code_point)) return;
    money_sign();
    sign();
    money_sign();  // ¥-500
    if (step_any({"約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", "凡そ"})) value_.approximate = true;
    bounds();
    if (step("累計")) value_.cumulative = true;
    per_prefix();
  }

  bool step(std::string_view word) {
    const std::size_t end = skip_blanks_before(text_, begin_, 1);
    if (!before(text_, end, word) || end - word.size() < floor_) return false;
    begin_ = end - word.size();
    return true;
  }
  bool step_any(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return step(word); });
  }

  /// 1人当たり300円, 1日平均30台, 1人1日当たり900g.
  void per_words(const PerUnit& per) {
    if (per.unit.empty() || per.begin < floor_ || !value_.per.empty()) return;
    std::size_t gap = skip_blanks(text_, per.end, 1);
    (void)scan::eat(text_, gap, "に");
    (void)scan::eat_any(text_, gap, {"平均", "延べ", "のべ"});
    if (skip_blanks(text_, gap, 1) != begin_) return;
    if (!per.outer.empty()) value_.per = std::string(per.outer) + "・";
    value_.per += per.unit;
    begin_ = per.begin;
  }

  void money_sign() {
    const Currency currency = currency_before(text_, begin_);
    if (currency.size == 0 || begin_ - currency.size < floor_) return;
    if (!value_.unit.empty() && value_.unit != currency.unit) return;
    value_.unit = std::string(currency.unit);
    begin_ -= currency.size;
  }

  /// ▲ and △ are signs in accounts and statistics; - and + only where nothing stands before them that they could join.
  void sign() {
    if (step_any({"▲", "△", "▼", "マイナス", "零下", "氷点下"})) {
      negate();
      return;
    }
    if (const std::size_t size = negative_word_before(text_, begin_); size > 0 && begin_ - size >= floor_) {
      begin_ -= size;
      negate();
      return;
    }
    if (step("(マイナス)")) {  // -(マイナス)5: the sign is spelt out for those who listen
      (void)step_any({"-", "−", "△", "▲"});
      negate();
      return;
    }
    if (step("プラス") || begin_ <= floor_ || greek_triangle()) return;
    if (sign_apart()) return;
    std::size_t size = 0;
    for (const std::string_view word : {"-", "+", "−", "ー"}) {
      if (before(text_, begin_, word)) size = word.size();
    }
    if (size == 0 || begin_ - size < floor_) return;
    if (!joins_nothing(begin_ - size)) return;
    begin_ -= size;
    if (text_[begin_] != '+') negate();
  }

  /// - 1,200: a blank stands between the sign and figures that are all of the text. With a unit or words behind it the
  /// hyphen is as well a bullet.
  bool sign_apart() {
    constexpr int kAny = 64;
    const std::size_t end = skip_blanks_before(text_, begin_, 1);
    if (end == begin_ || end <= floor_ || value_.low || value_.denominator) return false;
    const std::size_t sign = text_[end - 1] == '-' ? end - 1 : (before(text_, end, "−") ? end - 3 : end);
    if (sign == end || skip_blanks_before(text_, sign, kAny) != 0 || !value_.unit.empty()) return false;
    if (skip_blanks(text_, value_.end, kAny) != text_.size()) return false;
    begin_ = sign;
    negate();
    return true;
  }

  /// Δ1,200 for △1,200. Behind a word (温度差Δ5) it is the letter.
  bool greek_triangle() {
    const std::size_t end = skip_blanks_before(text_, begin_, 1);
    std::size_t size = 0;
    for (const std::string_view letter : {"Δ", "∆"}) {
      if (before(text_, end, letter)) size = letter.size();
    }
    if (size == 0 || end - size < floor_) return false;
    if (!joins_nothing(end - size) || before(text_, end - size, "差")) return false;
    begin_ = end - size;
    negate();
    return true;
  }

  /// A sign at `pos` stands at the begin, or behind a blank, a mark, a sign of money or a measure.
  [[nodiscard]] bool joins_nothing(std::size_t pos) const {
    const utf8::Decoded prior = utf8::decode_before(text_, pos);
    const std::size_t prior_at = pos - prior.size;
    return prior.code_point <= 0x20 ||
           at_any(text_, prior_at,
                  {"(", "[", "=", ":", "、", "。", "「", "約", "~", "/", ",", "|", "・", "¥", "￥", "$", "€", "£"}) ||
           after_measure(pos);
  }

  /// 前年比-5%, 平均は-3.2: behind a particle or what is measured the sign joins nothing.
  [[nodiscard]] bool after_measure(std::size_t pos) const {
    return pos > floor_ && at_any(text_, pos - std::min<std::size_t>(pos, 3),
                                  {"は", "が", "を", "の", "も", "で", "比", "率", "減", "差"});
  }

  void negate() {
    value_.value = value_.value.negated();
    if (!value_.low) return;
    value_.low = value_.value;  // ▲5~3: the sign stands with the first
  }

  void bounds() {
    if (value_.comparator != Comparator::kEqual || value_.low) return;
    if (step_any({"最大", "最高", "最長", "上限", "≤", "≦", "<="})) {
      value_.comparator = Comparator::kAtMost;
    } else if (step_any({"最低", "最小", "最少", "少なくとも", "下限", "≥", "≧", ">="})) {
      value_.comparator = Comparator::kAtLeast;
    } else if (is_all_behind('<')) {
      value_.comparator = Comparator::kLess;
    } else if (is_all_behind('>')) {
      value_.comparator = Comparator::kMore;
    } else if (begin_ > floor_ && text_[begin_ - 1] == '~') {
      const utf8::Decoded prior = utf8::decode_before(text_, begin_ - 1);
      const bool free = prior.code_point <= 0x20 || at_any(text_, begin_ - 1 - prior.size, {"(", "[", ":", "、", "「"});
      if (!free) return;
      value_.comparator = Comparator::kAtMost;
      --begin_;
    }
  }

  /// <5%: nothing but the sign and the number, since <5> is a number in brackets.
  bool is_all_behind(char sign) {
    constexpr int kAny = 64;
    if (begin_ != 1 || floor_ > 0 || text_[0] != sign) return false;
    if (skip_blanks(text_, value_.end, kAny) != text_.size()) return false;
    begin_ = 0;
    return true;
  }

  /// 年4回, 月2回, 年間100人, 月額3万円.
  void per_prefix() {
    if (!value_.per.empty() || value_.unit.empty()) return;
    constexpr std::string_view kInAll = "延べ", kIn = "に";  // 年間延べ500人, 年に4回
    std::size_t end = before(text_, begin_, kInAll) ? begin_ - kInAll.size() : begin_;
    if (before(text_, end, kIn)) end -= kIn.size();
    for (const std::string_view word : {"年間", "月間", "年額", "月額", "日額", "年", "月", "週"}) {
      if (!before(text_, end, word) || end - word.size() < floor_) continue;
      const utf8::Decoded prior = utf8::decode_before(text_, end - word.size());
      const char32_t c = prior.code_point;
      const bool counted = c < 0x80 ? c > 0x20 && c != '(' && c != ':' : utf8::is_han(c);
      if (counted || value_.unit == "年" || value_.unit == "月" || value_.unit == "日" || value_.unit == "年度") return;
      value_.per = std::string(word.substr(0, 3));
      begin_ = end - word.size();
      return;
    }
  }

  std::string_view text_;
  std::size_t begin_, floor_;
  NumberValue& value_;
};

}  // namespace

Currency currency_before(std::string_view text, std::size_t pos) {
  struct Sign {
    std::string_view word, unit;
  };
  constexpr std::array<Sign, 18> kSigns = {{{"¥", "円"},
                                            {"￥", "円"},
                                            {"JPY", "円"},
                                            {"jpy", "円"},
                                            {"US$", "ドル"},
                                            {"$", "ドル"},
                                            {"USD", "ドル"},
                                            {"usd", "ドル"},
                                            {"€", "ユーロ"},
                                            {"EUR", "ユーロ"},
                                            {"eur", "ユーロ"},
                                            {"£", "ポンド"},
                                            {"GBP", "ポンド"},
                                            {"gbp", "ポンド"},
                                            {"CNY", "元"},
                                            {"cny", "元"},
                                            {"₩", "ウォン"},
                                            {"KRW", "ウォン"}}};
  const std::size_t end = skip_blanks_before(text, pos, 1);
  for (const Sign& sign : kSigns) {
    if (!before(text, end, sign.word)) continue;
    const std::size_t begin = end - sign.word.size();
    if (scan::is_letter(sign.word[0]) && begin > 0 && scan::letter_at(text, begin - 1)) continue;  // XUSD
    return {pos - begin, sign.unit};
  }
  return {};
}

std::size_t negative_word_before(std::string_view text, std::size_t pos) {
  for (const std::string_view word : {"負の", "負"}) {
    if (before(text, pos, word) && !scan::is_word_char(utf8::decode_before(text, pos - word.size()).code_point))
      return word.size();
  }
  return 0;
}

void read_before(std::string_view text, std::size_t pos, std::size_t floor, const PerUnit& per, NumberValue& value) {
  LeftReader(text, pos, floor, value).run(per);
}

}  // namespace torikomi

// Tells numbers from kanji numerals that count nothing.
#include <algorithm>

#include "value/number_group.h"
#include "value/number_read.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::before;
using scan::is_word_char;
using scan::skip_blanks;
using scan::skip_blanks_before;

}  // namespace

bool is_whole_text(std::string_view text, const Amount& a) {
  constexpr int kAny = 64;
  return skip_blanks_before(text, a.begin, kAny) == 0 && skip_blanks(text, a.end, kAny) == text.size();
}

bool is_few(const Amount& a) {
  if (a.few_power >= 0) return true;
  if (!a.kanji || a.multiplied || a.numerals != 2 || !a.value.is_integer()) return false;
  const std::int64_t n = a.value.integer();
  return n >= 10 && n % 10 == n / 10 + 1;
}

namespace {

/// Words that begin like a number: names, and numbers that have become words.
bool begins_kanji_word(std::string_view text, std::size_t pos) {
  constexpr std::string_view kTenth = "十分の";
  if (at(text, pos, kTenth)) return scan::kanji_numeral_at(text, pos + kTenth.size()) <= 0;
  if (at(text, pos, "十分間")) return at(text, pos, "十分間に合");
  return at_any(text, pos,
                {"四万十", "十分", "十二分に", "十二分な", "百人一首", "百貨", "百科", "千葉", "千代", "万一", "八百屋",
                 "百姓", "千曲", "千歳", "七五三", "三軒茶屋", "九頭竜", "二十日"});
}

/// 千円, (百万円), (千人): the unit of a column or of all its numbers, not a number.
bool is_unit_of_table(std::string_view text, const Amount& a) {
  const std::string_view multiplier = text.substr(a.begin, a.end - a.begin);
  if (multiplier != "千" && multiplier != "百万" && multiplier != "十億") return false;  // 千百万円 is a number
  constexpr int kAny = 64;
  bool known = false;
  const std::size_t unit = unit_end(text, a.end, &known);
  if (unit == a.end || !known) return false;
  const std::size_t left = skip_blanks_before(text, a.begin, kAny);
  const std::size_t right = skip_blanks(text, unit, kAny);
  if (left > 0 && (text[left - 1] == '-' || before(text, left, "−")) && skip_blanks_before(text, left - 1, kAny) == 0)
    return right == text.size();  // -百万円: the cell is empty but for its unit
  const bool bracket = at_any(text, left - std::min<std::size_t>(left, 1), {"(", "[", "/"}) ||
                       at_any(text, left - std::min<std::size_t>(left, 3), {"、", "・", "〔", "【", ":"});
  const bool closes = at_any(text, right, {")", "]", "/", "、", "・", "〕", "】", ","});
  const bool usual = at(text, a.end, "円") || at_any(text, a.begin, {"千人", "千件"});  // 百万人 alone is a number
  return (left == 0 && right == text.size() && usual) || (bracket && closes);
}

/// 八百万 is as well a word for very many (八百万の神): a number where figures or a counter go on.
bool is_myriad_word(std::string_view text, const Amount& a) {
  constexpr std::size_t kSize = 9;
  if (!at_any(text, a.begin, {"八百万", "八百萬"}) || a.end - a.begin > kSize) return false;
  bool known = false;
  return unit_end(text, a.end, &known) == a.end || !known;
}

/// 金一万円, 約三百: words that stand glued before a number.
bool may_stand_before(std::string_view text, std::size_t pos) {
  return at_any(text, pos - std::min<std::size_t>(pos, 3), {"約", "金", "計", "各", "全", "延", "総", "万"});
}

/// 三陸, 一伍: nobody writes figures of both forms by place, unless three and more of them are all there is (壹〇二).
bool mixes_forms(std::string_view text, const Amount& a, bool whole) {
  constexpr std::uint8_t kMany = 3;
  if (whole && a.numerals >= kMany) return false;
  for (std::size_t pos = a.begin; pos < a.end; pos += 3) {
    if (scan::kanji_numeral_at(text, pos) > 0) return true;
  }
  return false;
}

/// 壱 弐 参 and the rarer forms stand in many words (参加, 陸上): a number of them has two characters, or is all there
/// is.
bool is_legal_number(std::string_view text, const Amount& a, char32_t prior, bool whole) {
  if (!a.multiplied && mixes_forms(text, a, whole)) return false;
  if (a.numerals < 2) {
    const bool counts = at_any(text, a.end, {"円", "割"}) && (!utf8::is_han(prior) || may_stand_before(text, a.begin));
    return (whole || counts) && !at_any(text, a.begin, {"陸", "漆", "什", "陌"});  // words of one letter
  }
  return whole || a.multiplied ? !utf8::is_han(prior) || may_stand_before(text, a.begin) : false;
}

/// ゼロ件, but not ゼロ回答, ゼロカーボン, リンゼロ.
bool is_zero_word(std::string_view text, const Amount& a, char32_t prior, bool whole) {
  if (whole) return true;
  bool known = false;
  const std::size_t end = unit_end(text, a.end, &known);
  return known && end > a.end && !is_word_char(utf8::decode(text, end).code_point) && !utf8::is_katakana(prior);
}

/// マイナス五, 負の五, but not 五マイナス三.
bool stands_behind_minus(std::string_view text, const Amount& a) {
  constexpr std::string_view kMinus = "マイナス";
  if (negative_word_before(text, a.begin) > 0) return true;
  if (!before(text, a.begin, kMinus)) return false;
  const char32_t prior = utf8::decode_before(text, a.begin - kMinus.size()).code_point;
  return !is_word_char(prior);
}

/// 二、三人, 四、五百人: the counter, and the multiplier, stand with the second.
bool two_or_three(std::string_view text, const Amount& a) {
  if (a.numerals != 1 || a.multiplied || !at(text, a.end, "、")) return false;
  const std::size_t next = a.end + std::string_view("、").size();
  const int n = scan::kanji_numeral_at(text, next);
  const std::size_t counter = next + 3;
  return n <= 10 && Decimal(n) == a.value.plus(Decimal(1)) &&
         counts_kanji(text, power_at(text, counter) > 0 ? counter + 3 : counter);
}

}  // namespace

bool is_repeated(std::string_view text, const Amount& a) {
  if (a.numerals != 1 || a.end >= text.size() || static_cast<unsigned char>(text[a.end]) < 0x80) return false;
  const std::size_t end = unit_end(text, a.end);
  const std::string_view word = text.substr(a.begin, end - a.begin);
  if (end == a.end) return false;
  if (before(text, a.begin, word)) return !scan::digit_at(text, a.begin - word.size() - 1);
  return at(text, end, word);
}

bool is_kanji_number(std::string_view text, const Amount& a) {
  const bool whole = is_whole_text(text, a);
  if (begins_kanji_word(text, a.begin) || is_myriad_word(text, a) || is_unit_of_table(text, a) ||
      (a.numerals == 3 && (at(text, a.begin, "五七五") || (!whole && at(text, a.begin, "一二三")))))
    return false;
  const char32_t next = utf8::decode(text, a.end).code_point;
  const char32_t prior = utf8::decode_before(text, a.begin).code_point;
  const bool ends = !is_word_char(next) && !utf8::is_hiragana(next);
  const bool minus = stands_behind_minus(text, a);
  const bool begins = prior == U'約' || minus || (!is_word_char(prior) && !utf8::is_hiragana(prior));
  if (a.legal) return is_legal_number(text, a, prior, whole);
  if (at(text, a.begin, "ゼロ")) return is_zero_word(text, a, prior, whole);
  constexpr std::uint8_t kPadded = 3;  // 〇〇三, as 003
  if (a.numerals >= kPadded && !a.multiplied && a.value.is_integer() && at_any(text, a.begin, {"〇", "零"}))
    return false;
  const std::size_t of = skip_blanks(text, a.end, 1);
  if (at(text, of, "割") && begins) return true;
  if (at(text, of, "分の") &&
      scan::kanji_numeral_at(text, skip_blanks(text, of + std::string_view("分の").size(), 1)) >= 0) {
    return true;
  }
  if (at(text, of, "と")) {  // 三と四分の一
    const Amount bottom = read_amount(text, skip_blanks(text, of + std::string_view("と").size(), 1));
    if (bottom.kind == Amount::Kind::kValue && at(text, skip_blanks(text, bottom.end, 1), "分の")) return true;
  }
  if (two_or_three(text, a)) return true;
  if (ends && begins) return (!a.value.is_zero() && (a.numerals > 1 || minus)) || (whole && !at(text, a.begin, "〇"));
  if (a.value.is_zero() && a.numerals > 1) return false;  // 〇〇市
  if (a.numerals > 1 && at(text, a.end, "余") && counts_kanji(text, a.end + std::string_view("余").size())) return true;
  if (counts_kanji(text, a.end)) return true;
  if (a.numerals < 2) return false;
  bool known = false;
  if (unit_end(text, a.end, &known) > a.end && known &&
      !at_any(text, a.end, {"里", "次", "番", "地", "国", "代", "世", "色", "節気"}))
    return !is_few(a) || !at_any(text, a.end, {"市", "町", "村", "区", "丁", "社会", "人前", "部", "作", "字", "章"});
  if (is_few(a)) return false;
  constexpr std::uint8_t kLong = 3;  // no word begins with as many: 二百四十五です, 五万あげる
  const bool large = at_any(text, a.end - 3, {"万", "億", "兆"});
  if (a.multiplied && utf8::is_hiragana(next) && (large || (a.numerals >= kLong && !is_word_char(prior)))) return true;
  return (ends && !utf8::is_han(prior)) ||
         at_any(text, a.end,
                {"の", "に", "を", "が", "は", "と", "以上", "以下", "未満", "超", "程度", "前後", "以内"});
}

}  // namespace torikomi

// Tells numbers from figures and kanji numerals that count nothing.
#include <algorithm>

#include "value/number_read.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::before;
using scan::digit_at;
using scan::letter_at;
using scan::skip_blanks;
using scan::skip_blanks_before;

/// The end of figures and letters joined by - : . /
std::size_t chain_end(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    if (digit_at(text, pos) || letter_at(text, pos)) {
      ++pos;
    } else if (at_any(text, pos, {"-", ":", ".", "/"}) && (digit_at(text, pos + 1) || letter_at(text, pos + 1))) {
      pos += 2;
    } else {
      break;
    }
  }
  return pos;
}

/// 10-20人, 2-3回: two rising numbers with a unit.
bool is_hyphen_range(std::string_view text, const Amount& low) {
  const Amount high = read_amount(text, low.end + 1);
  if (high.kind != Amount::Kind::kValue || low.value >= high.value || text[low.begin] == '0') return false;
  bool known = false;
  const std::size_t end = unit_end(text, high.end, &known);
  return end > high.end && known && !at_any(text, high.end, {"年", "月"});
}

bool is_word_char(char32_t c) { return utf8::is_han(c) || utf8::is_katakana(c) || c == U'々'; }

}  // namespace

namespace {

/// 図1, 別紙2, ※1, 内線3412: figures without a unit behind the name of what they number.
bool is_reference(std::string_view text, const Amount& amount) {
  const std::size_t end = skip_blanks_before(text, amount.begin, 1);
  constexpr scan::CharSet kLast(u"図表紙料式添付注考線案号※");
  if (end == 0 || !kLast.contains(utf8::decode_before(text, end).code_point)) return false;
  bool named = false;
  for (const std::string_view word :
       {"図",   "表", "別図", "別表", "図表", "別紙", "資料", "参考資料", "様式", "別添",
        "添付", "注", "参考", "内線", "議案", "※",    "番号", "記号",     "付表", "附表"}) {
    named =
        named || (before(text, end, word) && !is_word_char(utf8::decode_before(text, end - word.size()).code_point));
  }
  return named && unit_end(text, amount.end) == amount.end;
}

/// Words go on at `pos`: not the end of a counted thing (30 人, 30 人以上), but 日時, 課題, テーマ.
bool is_heading_word(std::string_view text, std::size_t pos) {
  bool known = false;
  const std::size_t end = unit_end(text, pos, &known);
  const char32_t c = utf8::decode(text, known && end > pos ? end : pos).code_point;
  if (!is_word_char(c) && !(utf8::is_hiragana(c) && end == pos)) return false;
  return !at_any(text, end,
                 {"以上", "以下", "未満", "以内", "程度", "前後", "超", "当たり", "余", "強", "弱", "増", "減", "分の",
                  "万", "億", "千", "百"});
}

/// (1) 課題, 2 日時, 3. 場所: the number of a heading or of a list item at the begin of a text, or (2) between blanks.
bool is_item_number(std::string_view text, const Amount& amount) {
  constexpr std::int64_t kMostItems = 20;
  constexpr int kAny = 64;
  if (!amount.integer_figures || amount.value > Decimal(kMostItems)) return false;
  const bool bracket = before(text, amount.begin, "(") && at(text, amount.end, ")");
  const std::size_t begin = amount.begin - (bracket ? 1 : 0);
  const char32_t prior = utf8::decode_before(text, begin).code_point;
  const bool first = skip_blanks_before(text, begin, kAny) == 0 || prior < 0x20;
  if (!first && !(bracket && prior == U' ')) return false;
  std::size_t next = amount.end;
  if (bracket || at_any(text, next, {".", ")"})) {
    next = skip_blanks(text, next + 1);
    const char32_t c = utf8::decode(text, next).code_point;
    return is_word_char(c) || utf8::is_hiragana(c) || letter_at(text, next);
  }
  return at(text, next, " ") && is_heading_word(text, skip_blanks(text, next));
}

/// P 4, p.12: a page.
bool is_page(std::string_view text, std::size_t pos) {
  for (const std::string_view word : {"P ", "p ", "P.", "p.", "P. ", "p. "}) {
    if (before(text, pos, word) && !letter_at(text, pos - word.size() - 1)) return true;
  }
  return false;
}

}  // namespace

std::size_t identifier_end(std::string_view text, const Amount& amount) {
  const std::size_t pos = amount.begin;
  for (const std::string_view word : {"〒", "〒 ", "No.", "No. ", "№"}) {
    if (before(text, pos, word)) return chain_end(text, amount.end);
  }
  for (const std::string_view word : {"単位", "単位:", "単位: ", "単位 :", "単位 : "}) {
    if (before(text, pos, word)) return std::max(amount.end, unit_end(text, amount.end));  // (単位:千円)
  }
  for (const std::string_view word : {"第", "数", "何", "幾", "±"}) {
    if (!before(text, pos, word)) continue;
    const std::size_t end = at(text, amount.end, "-") ? chain_end(text, amount.end) : amount.end;  // 第1-2図
    return std::max(end, unit_end(text, end));
  }
  if (at_any(text, amount.end, {"数", "何"}) && !at_any(text, amount.end, {"数値", "数量"}))
    return amount.end + 3;  // 十数人
  if (amount.kanji) return pos;
  if (is_reference(text, amount) || is_page(text, pos)) return chain_end(text, amount.end);
  if (is_item_number(text, amount)) return amount.end;
  const bool after_letter = pos > 0 && (scan::is_letter(text[pos - 1]) || text[pos - 1] == '_' ||
                                        text[pos - 1] == '#' || text[pos - 1] == '^');
  if (after_letter) return chain_end(text, amount.end);
  if (pos > 1 && text[pos - 1] == '/' && letter_at(text, pos - 2)) return chain_end(text, amount.end);  // x.jp/2017
  if (before(text, pos, ".")) return chain_end(text, amount.end);  // .5 and v.5 are told by nobody
  if (pos > 1 && text[pos - 1] == '-' && letter_at(text, pos - 2)) {
    return chain_end(text, amount.end);
  }
  constexpr std::uint8_t kPaddedName = 3;  // 001, 0120, 011002
  if (amount.integer_figures && amount.numerals >= kPaddedName && text[pos] == '0') return chain_end(text, amount.end);
  if (at(text, amount.end, "^")) return chain_end(text, amount.end + 1);
  if (at(text, amount.end, ":") && digit_at(text, amount.end + 1)) return chain_end(text, amount.end);
  if (at(text, amount.end, "-") &&
      (digit_at(text, amount.end + 1) ? !is_hyphen_range(text, amount) : letter_at(text, amount.end + 1))) {
    return chain_end(text, amount.end);  // 086-803, 2021-A
  }
  if (letter_at(text, amount.end) && unit_end(text, amount.end) == amount.end) return chain_end(text, amount.end);
  return pos;
}

bool is_few(const Amount& a) {
  if (!a.kanji || a.multiplied || a.numerals != 2 || !a.value.is_integer()) return false;
  const std::int64_t n = a.value.coefficient();
  return n >= 10 && n % 10 == n / 10 + 1;
}

namespace {

/// Words that begin like a number: names, and numbers that have become words.
bool begins_kanji_word(std::string_view text, std::size_t pos) {
  return at_any(text, pos,
                {"四万十", "十分", "百貨", "百科", "千葉", "千代", "万一", "八百屋", "八百万", "八百萬", "百姓", "千曲",
                 "千歳", "七五三", "三軒茶屋", "九頭竜", "二十日"});
}

/// 金一万円, 約三百: words that stand glued before a number.
bool may_stand_before(std::string_view text, std::size_t pos) {
  return at_any(text, pos - std::min<std::size_t>(pos, 3), {"約", "金", "計", "各", "全", "延", "総", "万"});
}

/// 三陸, 一伍: nobody writes figures of both forms by place.
bool mixes_forms(std::string_view text, const Amount& a) {
  for (std::size_t pos = a.begin; pos < a.end; pos += 3) {
    if (scan::kanji_numeral_at(text, pos) > 0) return true;
  }
  return false;
}

/// 壱 弐 参 and the rarer forms stand in many words (参加, 陸上): a number of them has two characters, or is all there
/// is.
bool is_legal_number(std::string_view text, const Amount& a, char32_t prior, bool whole) {
  if (!a.multiplied && mixes_forms(text, a)) return false;
  if (a.numerals < 2) return whole && at_any(text, a.begin, {"壱", "弐", "参", "拾"});
  return whole || a.multiplied ? !utf8::is_han(prior) || may_stand_before(text, a.begin) : false;
}

/// 一人一人, 一軒一軒: each of them, not one.
bool is_repeated(std::string_view text, const Amount& a) {
  if (a.numerals != 1) return false;
  const std::string_view word = text.substr(a.begin, unit_end(text, a.end) - a.begin);
  return before(text, a.begin, word) || at(text, a.begin + word.size(), word);
}

/// 二、三人: the counter stands with the second.
bool two_or_three(std::string_view text, const Amount& a) {
  if (a.numerals != 1 || a.multiplied || !at(text, a.end, "、")) return false;
  const std::size_t next = a.end + std::string_view("、").size();
  const int n = scan::kanji_numeral_at(text, next);
  return n < 10 && Decimal(n) == a.value.plus(Decimal(1)) && counts_kanji(text, next + 3);
}

}  // namespace

bool is_kanji_number(std::string_view text, const Amount& a) {
  if (begins_kanji_word(text, a.begin) || (a.numerals == 3 && at_any(text, a.begin, {"一二三", "五七五"})))
    return false;
  const char32_t next = utf8::decode(text, a.end).code_point;
  const char32_t prior = utf8::decode_before(text, a.begin).code_point;
  const bool ends = !is_word_char(next) && !utf8::is_hiragana(next);
  const bool begins = prior == U'約' || (!is_word_char(prior) && !utf8::is_hiragana(prior));
  constexpr int kAny = 64;
  const bool whole = skip_blanks_before(text, a.begin, kAny) == 0 && skip_blanks(text, a.end, kAny) == text.size();
  if (a.legal) return is_legal_number(text, a, prior, whole);
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
  if (ends && begins) return (a.numerals > 1 && !a.value.is_zero()) || (whole && !at(text, a.begin, "〇"));
  if (a.value.is_zero() && a.numerals > 1) return false;  // 〇〇市
  if (counts_kanji(text, a.end)) return !is_repeated(text, a);
  if (a.numerals < 2 || is_few(a)) return false;
  bool known = false;
  if (unit_end(text, a.end, &known) > a.end && known &&
      !at_any(text, a.end, {"里", "次", "番", "地", "国", "代", "世"}))
    return true;
  return (ends && !utf8::is_han(prior)) ||
         at_any(text, a.end,
                {"の", "に", "を", "が", "は", "と", "以上", "以下", "未満", "超", "程度", "前後", "以内"});
}

}  // namespace torikomi

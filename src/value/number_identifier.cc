// Tells numbers from figures that name: references, item numbers, telephone numbers, versions, pages.
#include <algorithm>
#include <array>

#include "value/number_read.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::before;
using scan::digit_at;
using scan::is_word_char;
using scan::letter_at;
using scan::skip_blanks;
using scan::skip_blanks_before;

/// The end of figures and letters joined by - : . / or by ー, typed for a hyphen
std::size_t chain_end(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    if (digit_at(text, pos) || letter_at(text, pos)) {
      ++pos;
    } else if (const std::size_t size = hyphen_size(text, pos); size > 1 && digit_at(text, pos + size)) {
      pos += size;
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
  const Amount high = read_amount(text, low.end + hyphen_size(text, low.end));
  if (high.kind != Amount::Kind::kValue || low.value >= high.value || text[low.begin] == '0') return false;
  bool known = false;
  const std::size_t end = unit_end(text, high.end, &known);
  return end > high.end && known && !at_any(text, high.end, {"年", "月"});
}

bool before_any(std::string_view text, std::size_t pos, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before(text, pos, word); });
}

}  // namespace

namespace {

/// 図1, 別紙2, ※1, 内線3412: figures without a unit behind the name of what they number.
bool is_reference(std::string_view text, const Amount& amount) {
  const std::size_t end = skip_blanks_before(text, amount.begin, 1);
  static constexpr scan::CharSet kLast(u"図表紙料式添付注考線案号真問※*策標針略甲乙丙)");
  const char32_t last = utf8::decode_before(text, end).code_point;
  if (end == 0 || !kLast.contains(last)) return false;
  bool named = false;
  if (last == U')')
    return before_any(text, end, {"(款)", "(項)", "(目)", "注)"}) && unit_end(text, amount.end) == amount.end;
  for (const std::string_view word :
       {"図", "表",   "別図", "別表", "図表",     "別紙",     "資料", "参考資料", "様式", "別添", "添付",
        "注", "参考", "内線", "議案", "※",        "番号",     "記号", "付表",     "附表", "写真", "問",
        "*",  "施策", "政策", "戦略", "基本目標", "基本方針", "甲",   "乙",       "丙"}) {
    const char32_t prior = utf8::decode_before(text, end - std::min(end, word.size())).code_point;
    const bool free = word == "*" ? prior < 0x20 || prior >= 0x80 : !is_word_char(prior) || word == "番号";
    named = named || (before(text, end, word) && (free || word.ends_with("策")));  // 口座番号, 重点施策 too
  }
  return named && unit_end(text, amount.end) == amount.end;
}

/// 2 日 時, 1 期 日: two letters of a label that are spaced apart, not a unit and a word.
bool is_spaced_label(std::string_view text, std::size_t pos) {
  const utf8::Decoded first = utf8::decode(text, pos);
  const std::size_t gap = pos + first.size;
  if (!utf8::is_han(first.code_point) || !at(text, gap, " ")) return false;
  const std::size_t next = skip_blanks(text, gap);
  const utf8::Decoded second = utf8::decode(text, next);
  if (!utf8::is_han(second.code_point)) return false;
  const std::size_t end = skip_blanks(text, next + second.size, 1);
  return end >= text.size() || text[end] == ':' || text[end] == '|' || static_cast<unsigned char>(text[end]) < 0x20;
}

/// Words go on at `pos`: not the end of a counted thing (30 人, 30 人以上), but 日時, 課題, 県と市, テーマ.
bool is_heading_word(std::string_view text, std::size_t pos) {
  if (is_spaced_label(text, pos)) return true;
  bool known = false;
  const std::size_t end = unit_end(text, pos, &known);
  if (known && end > pos && at_any(text, end, {"と", "及び"})) return true;
  constexpr std::size_t kTwoKanji = 6;
  if (known && end - pos >= kTwoKanji && at(text, end, "の")) return true;  // 3 事業の概要
  const char32_t c = utf8::decode(text, known && end > pos ? end : pos).code_point;
  if (!is_word_char(c) && !(utf8::is_hiragana(c) && end == pos)) return false;
  return !at_any(text, end,
                 {"以上", "以下", "未満", "以内", "程度", "前後", "超", "当たり", "余", "強", "弱", "増", "減", "分の",
                  "万", "億", "千", "百"});
}

/// Nothing stands before `pos` in its line but the marks of a heading or list (## 2 指標), or it begins a cell (| 2
/// 会場).
bool begins_line(std::string_view text, std::size_t pos) {
  constexpr int kAny = 64, kMostMarks = 6;
  for (int marks = 0; marks <= kMostMarks; ++marks) {
    pos = skip_blanks_before(text, pos, kAny);
    if (pos == 0 || static_cast<unsigned char>(text[pos - 1]) < 0x20 || text[pos - 1] == '|') return true;
    if (text[pos - 1] != '#' && text[pos - 1] != '-' && text[pos - 1] != '>') return false;
    --pos;
  }
  return false;
}

/// (1), 2., 3): nothing but the number of an item. (862) is a number in brackets.
bool is_bare_item(std::string_view text, const Amount& amount, bool bracket) {
  if (!bracket && !at_any(text, amount.end, {".", ")"})) return false;
  constexpr int kAny = 64;
  const std::size_t begin = amount.begin - (bracket ? 1 : 0);
  return skip_blanks_before(text, begin, kAny) == 0 && skip_blanks(text, amount.end + 1, kAny) == text.size();
}

/// (1) 課題, 2 日時, 3. 場所: the number of a heading or of a list item at the begin of a line, or (2) behind words.
bool is_item_number(std::string_view text, const Amount& amount) {
  constexpr std::int64_t kMostItems = 20;
  if (!amount.integer_figures || amount.value > Decimal(kMostItems)) return false;
  const bool bracket = before(text, amount.begin, "(") && at(text, amount.end, ")");
  if (is_bare_item(text, amount, bracket)) return true;
  const std::size_t begin = amount.begin - (bracket ? 1 : 0);
  const auto stands = [&](std::string_view word) { return before(text, begin, word); };
  const bool listed =
      bracket && (stands(" ") || stands("、") || stands("。") || stands("「") || stands("※") || stands("("));
  if (!listed && !begins_line(text, begin)) return false;
  std::size_t next = amount.end;
  if (bracket || at_any(text, next, {".", ")"})) {
    next = skip_blanks(text, next + 1);
    const char32_t c = utf8::decode(text, next).code_point;
    return is_word_char(c) || utf8::is_hiragana(c) || letter_at(text, next);
  }
  return at(text, next, " ") && is_heading_word(text, skip_blanks(text, next));
}

/// Where 第12 begins that ends at `pos`; `pos` where none does.
std::size_t ordinal_before(std::string_view text, std::size_t pos) {
  constexpr std::size_t kMostDigits = 4;
  std::size_t begin = pos;
  while (begin > 0 && pos - begin < kMostDigits && digit_at(text, begin - 1)) --begin;
  return begin < pos && before(text, begin, "第") ? begin - std::string_view("第").size() : pos;
}

/// 第1・2回, 第1~3回: what goes on with an ordinal is one.
bool is_listed_ordinal(std::string_view text, std::size_t pos) {
  for (const std::string_view joint : {"・", "、", "~"}) {
    if (!before(text, pos, joint)) continue;
    return ordinal_before(text, pos - joint.size()) < pos - joint.size();
  }
  return false;
}

/// 第2条の2, 第252条の22第1項, 別表第1の2, 12番地の3: the branch number of an article, that of one added later.
bool is_branch_number(std::string_view text, const Amount& amount) {
  constexpr std::string_view kOf = "の";
  if (before(text, amount.begin, "番地")) return true;
  if (!before(text, amount.begin, kOf)) return false;
  const std::size_t end = amount.begin - kOf.size();
  const auto stands = [&](std::string_view word) { return before(text, end, word); };
  if (!stands("条") && !stands("項") && !stands("号") && !stands("章") && !stands("番地") &&
      ordinal_before(text, end) == end)
    return false;
  bool known = false;
  return unit_end(text, amount.end, &known) == amount.end || !known;
}

/// 086(803)1234, of which 0 is the first figure: the middle figures of a telephone number stand in brackets.
std::size_t bracketed_telephone_end(std::string_view text, const Amount& amount) {
  std::size_t pos = amount.end;
  if (!at(text, pos, "(")) return pos;
  ++pos;
  while (digit_at(text, pos)) ++pos;
  return at(text, pos, ")") && pos > amount.end + 1 && digit_at(text, pos + 1) ? chain_end(text, pos + 1) : amount.end;
}

/// 090 1234 5678, likewise: a telephone number whose parts stand apart.
std::size_t spaced_telephone_end(std::string_view text, const Amount& amount) {
  constexpr int kMostParts = 3, kFewest = 9, kMost = 11;  // figures
  if (!amount.integer_figures || !at(text, amount.end, " ")) return amount.end;
  std::size_t end = amount.end;
  int parts = 1;
  int digits = amount.numerals;
  for (std::size_t next = end; parts < kMostParts && at(text, next, " "); ++parts) {
    const scan::Numeral part = scan::numeral_at(text, next + 1);
    if (part.digits < 2 || part.digits > 4) break;
    digits += part.digits;
    next = end = part.end;
  }
  return parts == kMostParts && digits >= kFewest && digits <= kMost && !digit_at(text, end) ? end : amount.end;
}

/// (03) 1234-5678, +81 (3) 1234-5678, +44 20-7946-0958: a telephone number behind its area in brackets or behind +.
std::size_t abroad_telephone_end(std::string_view text, const Amount& amount) {
  constexpr int kFewest = 8, kMost = 15;  // figures
  const bool area = text[amount.begin] == '0' && before(text, amount.begin, "(") && at(text, amount.end, ") ");
  const bool abroad = before(text, amount.begin, "+") && at_any(text, amount.end, {" ", "-"});
  if (!amount.integer_figures || !(area || abroad)) return amount.end;
  std::size_t end = amount.end;
  int digits = amount.numerals;
  bool hyphen = false;
  for (std::size_t next = end; next < text.size() && digits <= kMost; ++next) {
    if (digit_at(text, next)) {
      ++digits;
      end = next + 1;
    } else if (text[next] == '-') {
      hyphen = true;
    } else if (text[next] != ' ' && text[next] != '(' && text[next] != ')') {
      break;
    }
  }
  return hyphen && digits >= kFewest && digits <= kMost ? end : amount.end;
}

/// 1/2ページ is page one of two; 3対1 a score or a ratio.
std::size_t place_or_ratio_end(std::string_view text, const Amount& amount) {
  constexpr std::string_view kTo = "対";
  if (at(text, amount.end, "/")) {
    const scan::Numeral last = scan::numeral_at(text, amount.end + 1);
    const bool page = last.digits > 0 && at_any(text, skip_blanks(text, last.end, 1), {"ページ", "頁"});
    return page ? last.end : amount.end;
  }
  if (at(text, amount.end, kTo) && digit_at(text, amount.end + kTo.size()))
    return scan::numeral_at(text, amount.end + kTo.size()).end;
  return amount.end;
}

/// Nothing that could be counted, and nothing that makes a range, list or fraction, follows.
bool stands_alone(std::string_view text, std::size_t pos) {
  const std::size_t unit = skip_blanks(text, pos, 1);
  return unit_end(text, unit) == unit && !at_any(text, pos, {",", ".", "~", "/"});
}

/// フェーズ2, Windows 11: a whole number of few figures, without a unit, behind a foreign word. With a comma it counts.
bool numbers_foreign_word(std::string_view text, const Amount& amount) {
  constexpr std::uint8_t kMostGlued = 5, kMostApart = 3;
  const std::size_t pos = amount.begin;
  if (!amount.integer_figures || amount.numerals > kMostGlued || pos < 3) return false;
  if (text[pos - 1] == ' ') {
    if (currency_before(text, pos).size > 0) return false;
    const bool word = letter_at(text, pos - 2) && letter_at(text, pos - 3);
    return word && amount.numerals <= kMostApart && stands_alone(text, amount.end);
  }
  const utf8::Decoded last = utf8::decode_before(text, pos);
  if (!utf8::is_katakana(last.code_point) || last.code_point == U'・') return false;
  const utf8::Decoded prior = utf8::decode_before(text, pos - last.size);
  const bool sign = before(text, pos, "マイナス") || before(text, pos, "プラス") || before(text, pos, "イコール");
  // テーマ7 地域の活力, but センター3 箇所
  const bool apart = at(text, amount.end, " ") && is_heading_word(text, skip_blanks(text, amount.end));
  return utf8::is_katakana(prior.code_point) && !sign && (apart || stands_alone(text, amount.end));
}

/// ISO 14001, Society 5.0, バージョン2.0: the figures are part of the name.
bool ends_name(std::string_view text, std::size_t pos) {
  if (before(text, pos, "バージョン")) return true;
  if (pos < 2 || text[pos - 1] != ' ' || (!letter_at(text, pos - 2) && text[pos - 2] != '.')) return false;
  const auto stands = [&](std::string_view word) { return before(text, pos - 1, word); };
  if (letter_at(text, pos - 2) && before(text, pos - 2, "JIS ")) return true;  // JIS Q 15001
  constexpr std::array<std::string_view, 7> kWords = {"ISO", "Version", "Ver", "Ver.", "Vol.", "No", "Society"};
  return std::any_of(kWords.begin(), kWords.end(), stands);
}

/// 小6国語, 中3・: the year of a school whose name is cut to its first letter.
bool follows_short_school(std::string_view text, const Amount& amount) {
  constexpr std::size_t kLetter = std::string_view("小").size();
  if (!amount.integer_figures || amount.value > Decimal(6) || !before_any(text, amount.begin, {"小", "中"}))
    return false;
  if (is_word_char(utf8::decode_before(text, amount.begin - kLetter).code_point)) return false;
  return at_any(text, amount.end, {"国語", "算数", "数学", "理科", "社会", "英語", "・", "~", "、", ")"});
}

/// 小学6年, 高校二年, 3年2組: a year of school.
bool names_school_year(std::string_view text, const Amount& amount) {
  static constexpr scan::CharSet kSchoolEnds(u"学校");
  if (amount.value > Decimal(6)) return false;
  const scan::Numeral room = scan::numeral_at(text, amount.end + std::string_view("年").size());
  if (room.digits > 0 && at(text, room.end, "組")) return true;
  return kSchoolEnds.contains(utf8::decode_before(text, amount.begin).code_point) &&
         before_any(text, amount.begin, {"小学", "中学", "小学校", "中学校", "高校", "高等学校", "大学"}) &&
         !at_any(text, amount.end, {"年間", "年目", "年後", "年前"});
}

/// 31年度 is a year whose era stands elsewhere, 毎月10日 a day of each month; 3月, 25時 and the parts of a date that
/// the calendar does not have (令和0年, 2月30日) count nothing either. Few fiscal years are a length.
bool names_time(std::string_view text, const Amount& amount) {
  constexpr std::uint8_t kYearDigits = 2;
  static constexpr scan::CharSet kUnits(u"年月日時組会ペ頁"), kEraEnds(u"成和正治暦前紀");
  if (kEraEnds.contains(utf8::decode_before(text, amount.begin).code_point) &&
      before_any(text, amount.begin, {"平成", "令和", "昭和", "大正", "明治", "西暦", "紀元前", "皇紀"}))
    return true;
  constexpr std::uint8_t kYear = 4;
  if (at(text, amount.end, "s") && amount.integer_figures && amount.numerals == kYear &&
      amount.value.integer() % 10 == 0)  // 1960s
    return true;
  if (!kUnits.contains(utf8::decode(text, amount.end).code_point) || !amount.value.is_integer()) return false;
  if (at(text, amount.end, "年度")) return amount.integer_figures && amount.numerals >= kYearDigits;
  if (at(text, amount.end, "年")) return names_school_year(text, amount);
  constexpr std::uint8_t kRoomDigits = 3;
  if (at_any(text, amount.end, {"ペ", "頁"}))  // where it is told, not how many they are
    return at_any(text, amount.end, {"ページ参照", "ページを参照", "ページ目", "頁参照", "頁を参照", "頁目"});
  if (at(text, amount.end, "会")) return amount.numerals >= kRoomDigits && at(text, amount.end, "会議室");
  if (at(text, amount.end, "組")) return before(text, amount.begin, "年") && digit_at(text, amount.begin - 4);
  if (at(text, amount.end, "月")) return !at_any(text, amount.end, {"月間", "月当", "月あた", "月につき"});
  if (at(text, amount.end, "時")) return !at(text, amount.end, "時間");
  return at(text, amount.end, "日") && !at(text, amount.end, "日間") && before_any(text, amount.begin, {"毎月", "月"});
}

/// 2の9の1: the block, number and branch of an address.
std::size_t of_chain_end(std::string_view text, const Amount& amount) {
  constexpr std::string_view kOf = "の";
  constexpr int kFew = 2;
  if (!amount.integer_figures) return amount.end;
  std::size_t end = amount.end;
  int links = 0;
  for (std::size_t next = end; scan::eat(text, next, kOf) && digit_at(text, next); ++links) {
    next = end = scan::numeral_at(text, next).end;
  }
  return links >= kFew ? end : amount.end;
}

/// - 3 -: a page between dashes, alone in its text.
bool is_dashed_page(std::string_view text, const Amount& amount) {
  constexpr int kAny = 64;
  const std::size_t right = skip_blanks(text, amount.end, 1);
  if (!at(text, right, "-") || !amount.integer_figures) return false;
  const std::size_t left = skip_blanks_before(text, amount.begin, 1);
  return before(text, left, "-") && skip_blanks_before(text, left - 1, kAny) == 0 &&
         skip_blanks(text, right + 1, kAny) == text.size();
}

/// P 4, p.12: a page.
bool is_page(std::string_view text, std::size_t pos) {
  for (const std::string_view word : {"P ", "p ", "P.", "p.", "P. ", "p. "}) {
    if (before(text, pos, word) && !letter_at(text, pos - word.size() - 1)) return true;
  }
  return false;
}

}  // namespace

namespace {

/// 数10人, 数百万円: several tens. 利用者数80, 指数0.45, 参加者数100 and 件数10件 are counts of what stands before 数.
bool is_several(std::string_view text, const Amount& amount) {
  constexpr std::string_view kSome = "数";
  if (!before(text, amount.begin, kSome) || !amount.value.is_integer()) return false;
  const std::size_t noun_end = amount.begin - kSome.size();
  const std::string_view figures = text.substr(amount.begin, amount.end - amount.begin);
  if (before_any(text, noun_end, {"者", "員"}) || figures.find(',') != figures.npos) return false;
  const std::string_view unit = text.substr(amount.end, unit_end(text, amount.end) - amount.end);
  if (!unit.empty() && before(text, noun_end, unit)) return false;
  std::int64_t rest = amount.value.integer();
  if (rest <= 1) return false;
  while (rest % 10 == 0) rest /= 10;
  return rest == 1;
}

/// № 5, (単位:千円), 第1-2図, 十数人, 万1千: words beside the figures that make them no number of their own.
std::size_t named_end(std::string_view text, const Amount& amount) {
  const std::size_t pos = amount.begin;
  if (at_any(text, amount.end, {"数", "何"}) && !at_any(text, amount.end, {"数値", "数量"})) return amount.end + 3;
  // The last character of every word below: before most numbers stands none, and one look tells.
  static constexpr scan::CharSet kLast(u"〒.№位:第い数何幾±ス万萬億兆");
  if (!kLast.contains(utf8::decode_before(text, skip_blanks_before(text, pos, 1)).code_point)) return pos;
  for (const std::string_view word : {"〒", "〒 ", "No.", "No. ", "№"}) {
    if (before(text, pos, word)) return chain_end(text, amount.end);
  }
  for (const std::string_view word : {"単位", "単位:", "単位: ", "単位 :", "単位 : "}) {
    if (before(text, pos, word)) return std::max(amount.end, unit_end(text, amount.end));
  }
  const bool several = is_several(text, amount);
  for (const std::string_view word :
       {"第", "第 ", "だい", "数", "何", "幾", "±", "プラスマイナス", "万", "萬", "億", "兆"}) {
    if (!before(text, pos, word) || (word == "数" && !several)) continue;
    const std::size_t end = at(text, amount.end, "-") ? chain_end(text, amount.end) : amount.end;
    return std::max(end, unit_end(text, end));
  }
  return pos;
}

/// 件数…10件: figures with a unit behind the dots that lead to them. Without one they are a page of the contents.
bool follows_leader(std::string_view text, const Amount& amount) {
  if (!before(text, amount.begin, "..") || at_any(text, amount.end, {"ページ", "頁", "P", "p"})) return false;
  bool known = false;
  return unit_end(text, amount.end, &known) > amount.end && known;
}

/// Figures that go on as a name, or are the tail of one: v2, .5, 001, x.jp/2017, 086-803, 2021-A, 13:30.
bool is_part_of_chain(std::string_view text, const Amount& amount) {
  const std::size_t pos = amount.begin;
  if (pos > 0 && letter_at(text, pos - 1) && currency_before(text, pos).size == 0) return true;
  if (pos > 0 && at_any(text, pos - 1, {"_", "#", "^"})) return true;
  if (before(text, pos, ".") && !follows_leader(text, amount)) return true;
  if (pos > 1 && (text[pos - 1] == '/' || text[pos - 1] == '-') && (letter_at(text, pos - 2) || text[pos - 2] == '*'))
    return true;
  if (pos > 3 && text[pos - 1] == '-' && scan::kanji_numeral_at(text, pos - 4) >= 0) return true;  // 与一四-1
  constexpr std::uint8_t kPaddedName = 3;                                                          // 001, 0120, 011002
  if (amount.integer_figures && amount.numerals >= kPaddedName && text[pos] == '0') return true;
  if (at(text, amount.end, ":") && (digit_at(text, amount.end + 1) || letter_at(text, amount.end + 1))) return true;
  if (before(text, pos, "::")) return true;  // 2001:db8::1
  if (const std::size_t size = hyphen_size(text, amount.end); size > 0)
    return digit_at(text, amount.end + size) ? !is_hyphen_range(text, amount)
                                             : size == 1 && letter_at(text, amount.end + 1);
  return letter_at(text, amount.end) && unit_end(text, amount.end) == amount.end;
}

}  // namespace

std::size_t hyphen_size(std::string_view text, std::size_t pos) {
  if (at(text, pos, "-")) return 1;
  constexpr std::string_view kLongVowel = "ー";
  return at(text, pos, kLongVowel) ? kLongVowel.size() : 0;
}

std::size_t identifier_end(std::string_view text, const Amount& amount) {
  if (const std::size_t end = named_end(text, amount); end > amount.begin) return end;
  if (names_time(text, amount)) return chain_end(text, amount.end);
  if (amount.kanji) return amount.begin;
  if (is_page(text, amount.begin)) {
    const std::size_t end = chain_end(text, amount.end);
    return at(text, end, "~") ? chain_end(text, end + 1) : end;  // P.9~10
  }
  if (is_item_number(text, amount) || is_dashed_page(text, amount)) return amount.end;
  if (const std::size_t end = abroad_telephone_end(text, amount); end > amount.end) return end;
  if (text[amount.begin] == '0') {
    if (const std::size_t end = bracketed_telephone_end(text, amount); end > amount.end) return end;
    if (const std::size_t end = spaced_telephone_end(text, amount); end > amount.end) return end;
  }
  if (const std::size_t end = place_or_ratio_end(text, amount); end > amount.end) return end;
  if (const std::size_t end = of_chain_end(text, amount); end > amount.end) return end;
  if (const std::size_t end = named_list_end(text, amount); end > amount.end) return end;
  if (at(text, amount.end, "^")) {  // 10^-3
    std::size_t exponent = amount.end + 1;
    while (at_any(text, exponent, {"+", "-"})) ++exponent;
    return chain_end(text, exponent);
  }
  const bool named = is_reference(text, amount) || follows_short_school(text, amount) ||
                     is_branch_number(text, amount) || ends_name(text, amount.begin) ||
                     is_listed_ordinal(text, amount.begin) || numbers_foreign_word(text, amount);
  return named || is_part_of_chain(text, amount) || ends_address(text, amount) ? chain_end(text, amount.end)
                                                                               : amount.begin;
}

}  // namespace torikomi

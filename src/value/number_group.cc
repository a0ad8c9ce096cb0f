// The figures of a number: groups of digits and the multipliers between them.
#include "value/number_group.h"

#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::skip_blanks;

int power_at(std::string_view text, std::size_t pos) {
  if (pos + 3 > text.size() || static_cast<unsigned char>(text[pos]) < 0xE4) return 0;
  static constexpr scan::CharSet kAll(u"十拾什百佰陌千仟阡万萬億兆京垓秭穣");
  const char32_t c = utf8::decode(text, pos).code_point;
  if (!kAll.contains(c)) return 0;
  switch (c) {
    case U'十':
    case U'拾':
    case U'什':
      return 1;
    case U'百':
    case U'佰':
    case U'陌':
      return 2;
    case U'千':
    case U'仟':
    case U'阡':
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
    case U'垓':
      return 20;
    case U'秭':
      return 24;
    case U'穣':
      return 28;
    default:
      return 0;
  }
}

namespace {

/// 1..9 for 壱 弐 参 … (大字); -1 else.
int legal_digit_at(std::string_view text, std::size_t pos) {
  if (pos + 3 > text.size() || static_cast<unsigned char>(text[pos]) < 0xE4) return -1;
  const int n = scan::legal_numeral(utf8::decode(text, pos).code_point);
  return n < 10 ? n : -1;
}

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
  if (at(text, next, ",,") && digit_at(text, next + 2)) {  // 1,,234
    for (end = next; digit_at(text, end) || at(text, end, ",");) ++end;
    return false;
  }
  if (next == end || ones) return true;
  const bool padded = text[pos] == '0';  // 000,000: as 001
  end = next;
  return threes && !padded;
}

/// 1.234,5.678: a point in what follows the comma too. `pos` is that of the comma.
bool grouped_end_is_list(std::string_view text, std::size_t pos) {
  std::size_t end = pos + 1;
  if (!digit_at(text, end)) return true;
  while (digit_at(text, end)) ++end;
  return at(text, end, ".") && digit_at(text, end + 1);
}

/// 1、234、567 as vertical text groups figures: only where it is the whole text, follows ¥ or is a sum of money in a
/// sentence (費用は4、409千円), since 120、130人 is a list. Gives the end of the groups; `end` where there are none.
std::size_t ideographic_groups_end(std::string_view text, std::size_t pos, std::size_t end) {
  constexpr std::string_view kComma = "、";
  constexpr std::size_t kFewFigures = 2;
  // Asked first: a long list is not looked through from each of its numbers.
  const std::size_t before = scan::skip_blanks_before(text, pos, 1);
  const bool yen = scan::before(text, before, "¥") || scan::before(text, before, "￥");
  const bool in_words = before > 0 && static_cast<unsigned char>(text[before - 1]) >= 0x80 &&
                        !scan::before(text, before, "・") &&
                        (!scan::before(text, before, kComma) || scan::before(text, before, "円、"));
  if (!yen && before != 0 && !(in_words && end - pos <= kFewFigures)) return end;
  std::size_t next = end;
  int groups = 0;
  while (at(text, next, kComma)) {
    std::size_t group = next + kComma.size();
    while (digit_at(text, group)) ++group;
    if (group - next - kComma.size() != 3) return end;
    next = group;
    ++groups;
  }
  const bool list = end - pos > 3 || (end - pos == 3 && groups < 2) || text[pos] == '0';
  if (groups == 0 || list) return end;
  if (!yen && before != 0) return at_any(text, next, {"円", "千円", "百万円", "万円", "億円"}) ? next : end;
  return yen || unit_end(text, skip_blanks(text, next, 1)) == text.size() ? next : end;
}

/// 1, 321, 604 as readers of pages print groups: only where it is all there is but a sign, brackets and a unit, since
/// 1, 2, 3 and 1,000, 200 are lists. Gives the end of the groups; `end` where there are none.
std::size_t apart_groups_end(std::string_view text, std::size_t pos, std::size_t end) {
  constexpr std::size_t kGroup = 3;  // figures
  if (end - pos > kGroup || text[pos] == '0') return end;
  std::size_t begin = scan::skip_blanks_before(text, pos, 1);
  for (const std::string_view sign : {"△", "▲", "-"})
    if (scan::before(text, begin, sign)) begin = scan::skip_blanks_before(text, begin - sign.size(), 1);
  const bool bracket = scan::before(text, begin, "(");
  if (begin != (bracket ? 1U : 0U)) return end;
  std::size_t next = end;
  while (at(text, next, ", ")) {
    const scan::Numeral group = scan::numeral_at(text, next + 2);
    if (group.digits != kGroup) return end;
    next = group.end;
  }
  std::size_t rest = unit_end(text, scan::skip_blanks(text, next, 1));
  if (bracket && at(text, rest, ")")) ++rest;
  return rest == text.size() ? next : end;
}

/// 一点五, 三点二%, 五点二五円: no word goes on behind the figures, so that 点 counts nothing (三点一組).
bool ends_spoken_decimal(std::string_view text, std::size_t pos, int places) {
  const char32_t next = utf8::decode(text, pos).code_point;
  if (!scan::is_word_char(next) || power_at(text, pos) >= 4) return true;
  bool known = false;
  const bool unit = unit_end(text, pos, &known) > pos && known;
  return unit && (places > 1 || utf8::is_katakana(next) || at_any(text, pos, {"倍", "度", "割"}));
}

/// 一九二点一六八点零点一: where figures end that 点 joins more than once.
std::size_t spoken_chain_end(std::string_view text, std::size_t pos) {
  constexpr std::string_view kPoint = "点";
  while (at(text, pos, kPoint) && kanji_digit_at(text, pos + kPoint.size()) >= 0) {
    pos += kPoint.size();
    while (kanji_digit_at(text, pos) >= 0) pos += 3;
  }
  return pos;
}

/// 三・五メートル, 三・一四, 二七・六人: a point in kanji. 二・三人 is as well "two or three" or a list, so
/// one figure after the point needs more than one before it, or a unit that measures; else it is no number.
std::optional<Decimal> kanji_decimal(std::string_view text, std::int64_t whole, Group& group) {
  constexpr std::int64_t kMost = 100'000'000'000'000'000;  // so that another figure fits
  std::size_t pos = group.end;
  const bool spoken = scan::eat(text, pos, "点");
  const bool point = spoken || scan::eat(text, pos, ".");
  if (!point && !scan::eat(text, pos, "・")) return Decimal(whole);
  int places = 0;
  std::int64_t value = whole;
  for (int n = kanji_digit_at(text, pos); n >= 0 && value < kMost; n = kanji_digit_at(text, pos)) {
    value = value * 10 + n;
    ++places;
    pos += 3;
  }
  if (spoken && places > 0) {
    const std::size_t end = spoken_chain_end(text, pos);
    group.bad = end > pos;
    if (group.bad) group.end = end;
    if (group.bad || !ends_spoken_decimal(text, pos, places)) return Decimal(whole);
  }
  const bool figures = group.count > 1 && !at_any(text, pos, {"・", "、"});  // 一二・三・四 is a list
  const bool alone = pos - 3U * (group.count + 1U + static_cast<unsigned>(places)) == 0 && pos == text.size() &&
                     value != whole * 10 + whole + 1;  // 三・五, but 二・三 is as well two or three
  const bool measures = point || places > 1 || whole == 0 || figures || group.legal || alone ||
                        at_any(text, pos,
                               {"%", "パーセント", "ポイント", "倍", "割", "億", "万", "兆", "度", "メートル", "キロ",
                                "グラム", "トン", "ヘクタール", "センチ", "ミリ", "リットル", "アール"});
  const bool unclear = places == 1 && !measures && counts_kanji(text, pos);
  if (unclear && !scan::before(text, group.end - 3 * group.count, "・")) {
    group.bad = true;
    group.end = pos;
    return std::nullopt;
  }
  if (places == 0 || !measures || kanji_digit_at(text, pos) >= 0) return Decimal(whole);
  group.end = pos;
  group.decimal = true;
  group.count = static_cast<std::uint8_t>(group.count + places);
  return Decimal::of(value, places);
}

}  // namespace

int kanji_digit_at(std::string_view text, std::size_t pos) {
  const int n = scan::kanji_numeral_at(text, pos);
  return n >= 0 ? (n <= 9 ? n : -1) : legal_digit_at(text, pos);
}

std::size_t big_multiplier_size(std::string_view text, std::size_t pos) {
  constexpr int kMyriad = 4;
  return power_at(text, pos) >= kMyriad && !multiplier_begins_word(text, pos) ? 3 : 0;
}

DigitWithPower digit_with_power_at(std::string_view text, std::size_t pos) {
  const int n = scan::kanji_numeral_at(text, pos);
  if (n == 20 || n == 30 || n == 40) return {n / 10, 1};
  if (at(text, pos, "皕")) return {2, 2};
  return {};
}

bool multiplier_begins_word(std::string_view text, std::size_t pos) {
  return at_any(text, pos,
                {"百貨", "百科", "千葉", "千代", "千歳", "千曲", "万葉", "万博", "万全", "兆候", "京都", "十分"});
}

namespace {

/// 1.2E+09, as spreadsheets print a number that is too long for its cell: what stands behind the figures. A point
/// before it or a sign in it tells the exponent from a name (2E5).
struct Exponent {
  int power = 0;
  std::size_t size = 0;  ///< 0: there is none
};
Exponent exponent_at(std::string_view text, std::size_t pos, bool after_point) {
  if (!scan::at_any(text, pos, {"E", "e"})) return {};
  std::size_t end = pos + 1;
  const bool minus = at(text, end, "-");
  const bool sign = minus || at(text, end, "+");
  end += sign ? 1 : 0;
  const scan::Numeral power = scan::numeral_at(text, end);
  if (power.digits == 0 || power.digits > 2 || !(sign || after_point)) return {};
  if (scan::letter_at(text, power.end) || at_any(text, power.end, {".", "-", "/", ":"})) return {};
  return {minus ? -power.value : power.value, power.end - pos};
}

}  // namespace

Group ascii_group(std::string_view text, std::size_t pos) {
  Group out;
  out.end = pos;
  out.ascii = true;
  while (digit_at(text, out.end)) ++out.end;
  const std::size_t plain_end = out.end;
  out.bad = !grouped_end(text, pos, out.end);
  if (out.bad) return out;
  if (out.end == plain_end && at(text, out.end, "、")) out.end = ideographic_groups_end(text, pos, out.end);
  if (out.end == plain_end && at(text, out.end, ", ")) [[unlikely]]
    out.end = apart_groups_end(text, pos, out.end);
  if (out.end == plain_end && at(text, out.end, " ") && digit_at(text, out.end + 1)) [[unlikely]] {
    const BlankGroups groups = blank_groups(text, pos, out.end);
    out.end = groups.end;
    out.bad = groups.kind == BlankGroups::Kind::kUnclear;
    if (out.bad) return out;
  }
  out.plain = out.end == plain_end;
  if (out.end < text.size() && text[out.end] == '.' && digit_at(text, out.end + 1)) {
    out.plain = false;
    ++out.end;
    while (digit_at(text, out.end)) ++out.end;
    if (out.end - plain_end == 4 && at(text, out.end, ",") && !grouped_end_is_list(text, out.end)) {
      out.bad = true;  // 1.234,56: as others group, or a list
      while (digit_at(text, out.end) || (at(text, out.end, ",") && digit_at(text, out.end + 1))) ++out.end;
      return out;
    }
    if (at(text, out.end, ".") && digit_at(text, out.end + 1)) {  // 1.2.3
      while (digit_at(text, out.end) || (at(text, out.end, ".") && digit_at(text, out.end + 1))) ++out.end;
      out.bad = true;
      return out;
    }
  }
  // Long figures without a comma or a multiplier are those of a code.
  constexpr int kMostDigits = 18, kMostOfNumber = 36;
  const bool number = out.end > plain_end || power_at(text, out.end) > 0;
  WideInt coefficient = 0;
  int scale = 0;
  int digits = 0;
  bool after_point = false;
  for (std::size_t i = pos; i < out.end; ++i) {
    if (text[i] == '.') after_point = true;
    if (!scan::is_digit(text[i])) continue;
    if (digits > 0 || text[i] != '0') ++digits;
    if (digits > (number ? kMostOfNumber : kMostDigits) || (after_point && scale == kMostDigits)) {
      out.bad = true;
      break;
    }
    coefficient = coefficient * 10 + (text[i] - '0');
    scale += after_point ? 1 : 0;
  }
  if (!out.bad) out.value = Decimal::of(coefficient, scale);
  const bool letter = out.end < text.size() && (text[out.end] | 0x20) == 'e';
  if (const Exponent exponent = letter ? exponent_at(text, out.end, after_point) : Exponent{};
      exponent.size > 0 && out.value) [[unlikely]] {
    out.value = out.value->scaled(exponent.power);
    out.plain = false;
    out.end += exponent.size;
    out.bad = !out.value;
  }
  out.count = static_cast<std::uint8_t>(out.end - pos < 255 ? out.end - pos : 255);
  return out;
}

Group spoken_decimal(std::string_view text, std::size_t pos) {
  Group out;
  out.end = pos;
  out.plain = false;
  if (!at(text, pos, "点")) return out;
  const auto value = kanji_decimal(text, 0, out);
  if (out.decimal) out.value = value;
  return out;
}

Group kanji_group(std::string_view text, std::size_t pos) {
  Group out;
  out.end = pos;
  out.plain = false;
  std::int64_t value = 0;
  for (int n = kanji_digit_at(text, out.end); n >= 0; n = kanji_digit_at(text, out.end)) {
    if (out.count < 15) value = value * 10 + n;
    ++out.count;
    if (value > 0) ++out.figures;
    out.legal = out.legal || scan::kanji_numeral_at(text, out.end) < 0;
    out.end += 3;
    if (out.count > 15) {
      out.bad = true;
      return out;
    }
  }
  if (out.count == 0) return out;
  if (at(text, out.end, "、") && !out.legal) [[unlikely]] {
    const KanjiGroups groups = kanji_groups(text, pos, out.end);
    out.bad = groups.unclear;
    for (std::size_t i = out.end; i < groups.end; i += 3) {
      const int n = kanji_digit_at(text, i);
      if (n < 0) continue;  // 、
      out.bad = out.bad || ++out.count > 15;
      value = out.bad ? value : value * 10 + n;
      ++out.figures;
    }
    out.end = groups.end;
    if (out.bad) return out;
  }
  out.value = kanji_decimal(text, value, out);
  return out;
}

}  // namespace torikomi

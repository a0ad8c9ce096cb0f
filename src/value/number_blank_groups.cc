// Figures grouped by blanks: 1 000 人, 12 345 678円. The same figures may be columns of a table, so they are one number
// only where something says so.
#include "value/number_amount.h"
#include "value/number_group.h"
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

constexpr std::size_t kGroup = 3;  // figures
constexpr int kAnyBlanks = 64;

/// One blank and three figures.
bool group_at(std::string_view text, std::size_t pos) {
  if (!at(text, pos, " ") || digit_at(text, pos + 1 + kGroup)) return false;
  return digit_at(text, pos + 1) && digit_at(text, pos + 2) && digit_at(text, pos + 3);
}

enum class Left : std::uint8_t {
  kFree,
  kName,   ///< the first figures end a name: H30 120人, 表1 200人
  kColumn  ///< other figures, or a foreign word, stand apart before them
};

Left left_of(std::string_view text, std::size_t pos) {
  const std::size_t end = skip_blanks_before(text, pos, kAnyBlanks);
  if (end == 0) return Left::kFree;
  const char c = text[end - 1];
  if (scan::is_digit(c) || scan::is_letter(c)) return end < pos ? Left::kColumn : Left::kName;
  if (end == pos && at_any(text, pos - 1, {"_", "#", "^", ".", ",", "/", ":"})) return Left::kName;
  if (end == pos && c == '-' && (digit_at(text, pos - 2) || letter_at(text, pos - 2))) return Left::kName;
  for (const std::string_view word : {"第", "図", "表", "紙", "資料", "様式", "別添", "注", "号", "※", "*", "№"}) {
    if (before(text, end, word)) return Left::kName;
  }
  return Left::kFree;
}

bool is_word(char32_t c) { return scan::is_word_char(c) || utf8::is_hiragana(c); }

/// 人, 千円, %: a unit at `pos` that no longer word begins with (人口), and where the quantity ends with it.
struct Counted {
  bool unit = false, ends = false;
};
Counted counted_at(std::string_view text, std::size_t pos) {
  std::size_t unit = skip_blanks(text, pos, 1);
  const bool apart = unit > pos;
  const std::size_t power = unit_multiplier(text.substr(unit)).size;
  bool known = false;
  const std::size_t end = unit_end(text, unit + power, &known);
  if ((!known || end == unit + power) && power == 0) return {};
  const char32_t next = utf8::decode(text, end).code_point;
  const bool goes_on =
      is_word(next) && !at_any(text, end, {"以上", "以下", "以内", "未満", "超", "程度", "前後", "ほど", "を超"});
  if (apart && goes_on && !utf8::is_hiragana(next)) return {};  // 5 120 人口
  return {true, !goes_on};
}

/// 1 000~2 000人: the unit stands with the high end, whose figures are only stepped over.
bool range_is_counted(std::string_view text, std::size_t pos) {
  pos = skip_blanks(text, pos, 1);
  if (!scan::eat(text, pos, "~")) return false;
  pos = skip_blanks(text, pos, 1);
  const std::size_t high = pos;
  while (digit_at(text, pos) || (pos > high && at_any(text, pos, {",", "."}))) ++pos;
  while (pos > high && group_at(text, pos)) pos += 1 + kGroup;
  return pos > high && counted_at(text, pos).unit;
}

/// 1 120人が: the first figure may number an item of a list.
bool may_number_item(std::string_view text, std::size_t pos, std::size_t end) {
  const std::size_t line = skip_blanks_before(text, pos, kAnyBlanks);
  const bool begins = line == 0 || static_cast<unsigned char>(text[line - 1]) < 0x20 || text[line - 1] == '|';
  constexpr int kMostItems = 20;
  return begins && scan::numeral_at(text, pos).in(0, kMostItems) && end - pos <= 2 + 1 + kGroup;
}

}  // namespace

BlankGroups blank_groups(std::string_view text, std::size_t pos, std::size_t end) {
  BlankGroups out{.end = end};
  if (end - pos > kGroup || !group_at(text, end)) return out;
  const Left left = left_of(text, pos);
  if (left == Left::kName) return out;
  bool padded = false;  // 000 and 050 are no number of their own
  while (group_at(text, out.end)) {
    padded = padded || text[out.end + 1] == '0';
    out.end += 1 + kGroup;
  }
  out.kind = BlankGroups::Kind::kUnclear;
  const bool name = text[pos] == '0' && end > pos + 1;  // 078 345 6789
  if (name && at(text, out.end, " ") && digit_at(text, out.end + 1)) out.end = scan::numeral_at(text, out.end + 1).end;
  if (left == Left::kColumn || text[pos] == '0') return out;
  std::size_t last = out.end;
  if (at(text, last, ".") && digit_at(text, last + 1)) last = scan::numeral_at(text, last + 1).end;
  const std::size_t next = skip_blanks(text, last, kAnyBlanks);
  if (digit_at(text, next) || at_any(text, last, {".", ",", "-", ":", "/"})) return out;
  const bool whole = skip_blanks_before(text, pos, kAnyBlanks) == 0 && next == text.size();
  const Counted counted = counted_at(text, last);
  const bool yen = before(text, pos, "¥") || before(text, pos, "￥");
  const bool range = range_is_counted(text, last);
  const bool sure = yen || range || padded || counted.ends || !may_number_item(text, pos, out.end);
  if (sure && (counted.unit || yen || range || (whole && padded))) out.kind = BlankGroups::Kind::kNumber;
  return out;
}

}  // namespace torikomi

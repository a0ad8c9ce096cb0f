// Kanji figures grouped by threes as vertical text and statutes do: 一、五〇〇円, 二五〇、〇〇〇円. The same comma
// parts the members of a list (二〇〇、三〇〇人) and ends the number of an item (一、五〇〇円を納める者).
#include "value/number_group.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::skip_blanks;
using scan::skip_blanks_before;

constexpr std::string_view kComma = "、";
constexpr std::size_t kKanji = 3;  // bytes of one kanji in UTF-8
constexpr std::size_t kGroup = 3;  // figures
constexpr int kAnyBlanks = 64;

/// 、 and three kanji figures that neither a fourth nor 十 百 千 follows.
bool group_at(std::string_view text, std::size_t pos) {
  if (!at(text, pos, kComma)) return false;
  pos += kComma.size();
  for (std::size_t i = 0; i < kGroup; ++i, pos += kKanji) {
    if (const int n = scan::kanji_numeral_at(text, pos); n < 0 || n > 9) return false;
  }
  constexpr int kMyriad = 4;
  const int power = power_at(text, pos);
  return kanji_digit_at(text, pos) < 0 && (power == 0 || power >= kMyriad);
}

/// The cell ends with the number and its unit.
bool ends_cell(std::string_view text, std::size_t pos) {
  pos += big_multiplier_size(text, pos);
  pos = skip_blanks(text, unit_end(text, skip_blanks(text, pos, 1)), kAnyBlanks);
  return pos == text.size() || static_cast<unsigned char>(text[pos]) < 0x20 || text[pos] == '|';
}

bool begins_cell(std::string_view text, std::size_t pos) {
  pos = skip_blanks_before(text, pos, kAnyBlanks);
  return pos == 0 || static_cast<unsigned char>(text[pos - 1]) < 0x20 || text[pos - 1] == '|';
}

}  // namespace

KanjiGroups kanji_groups(std::string_view text, std::size_t pos, std::size_t end) {
  KanjiGroups out{.end = end};
  const std::size_t first = (end - pos) / kKanji;
  if (first > kGroup || at(text, pos, "〇") || at(text, pos, "零")) return out;
  int groups = 0;
  bool padded = false;  // 〇〇〇 is no member of a list
  for (; group_at(text, out.end); ++groups) {
    padded = padded || scan::kanji_numeral_at(text, out.end + kComma.size()) == 0;
    out.end += kComma.size() + kGroup * kKanji;
  }
  if (groups == 0) return out;
  const bool begins = begins_cell(text, pos);
  const bool whole = begins && ends_cell(text, out.end);
  out.grouped = true;
  if (first == kGroup && !padded && !(whole && groups > 1)) {  // 二〇〇、三〇〇人
    return {.end = end};
  }
  const std::size_t unit = out.end + big_multiplier_size(text, out.end);
  const bool item = begins && !whole && first == 1 && groups == 1 && !padded;
  const bool list = first == 2 && !padded && !whole && !at(text, unit, "円");
  out.unclear = item || list;
  return out;
}

}  // namespace torikomi

#include "layout/heading_style.h"

#include <algorithm>
#include <array>
#include <string>

#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

constexpr std::u32string_view kKanjiDigits = U"一二三四五六七八九十";
constexpr std::u32string_view kKanaOrder = U"アイウエオカキクケコサシスセソタチツテトナニヌネノ";

/// 第1編 第1部 第1章 第1節 第1款 第1項 第1条 and 第1 alone.
Style chapter_style(std::string_view mark) {
  int rank = kChapterRank;
  for (const std::string_view unit : {"編", "部", "章", "節", "款", "項", "条"}) {
    if (mark.ends_with(unit)) return {rank, 0};
    ++rank;
  }
  return {rank, 0};
}

/// (1), (ア), (a): by what stands in the brackets.
Style bracket_style(std::string_view mark) {
  const auto inside = utf8::decode(mark, 1).code_point;
  if (utf8::is_katakana(inside)) return {kNumberRank + 3, 1};
  if (inside >= 'a' && inside <= 'z') return {kNumberRank + 5, 1};
  return {kNumberRank + 1, inside >= '0' && inside <= '9' ? 1U : 2U};
}

int roman_number(std::string_view mark) {
  constexpr std::array<std::string_view, 12> kRoman = {"I",   "II",   "III", "IV", "V",  "VI",
                                                       "VII", "VIII", "IX",  "X",  "XI", "XII"};
  const auto found = std::find(kRoman.begin(), kRoman.end(), mark.substr(0, mark.find_last_of("IVX") + 1));
  return found == kRoman.end() ? 0 : static_cast<int>(found - kRoman.begin()) + 1;
}

/// The first digits of the mark; kanji digits are added up (十二 is 12, 二十 is 20).
int digits_of(std::string_view mark) {
  int number = 0;
  bool found = false;
  for (std::size_t at = 0; at < mark.size();) {
    const auto c = utf8::decode(mark, at);
    at += c.size;
    const std::size_t kanji = kKanjiDigits.find(c.code_point);
    if (c.code_point >= '0' && c.code_point <= '9') {
      number = std::min(number, 999) * 10 + static_cast<int>(c.code_point - '0');
    } else if (c.code_point == U'十') {
      number = std::max(number, 1) * 10;
    } else if (kanji != kKanjiDigits.npos) {
      number += static_cast<int>(kanji) + 1;
    } else if (found) {
      break;
    } else {
      continue;
    }
    found = true;
  }
  return number;
}

}  // namespace

Style style_of(std::string_view words, const Block& block) {
  if (block.kind != BlockKind::kHeading)
    if (const auto named = named_number(slice(words, block.span)))
      return {kNamedRank, 0x10000U + static_cast<std::uint32_t>(
                                         utf8::decode_before(words, block.span.begin + named->word).code_point)};
  // the name of an article, (目的), stands below that of the rules
  if (block.kind != BlockKind::kHeading) return {kPlainRank, words[block.span.begin] == '(' ? 1U : 0U};
  const std::string_view mark = words.substr(block.marker.begin, block.marker.size());
  if (mark.empty()) return {kAnywhereRank, utf8::decode(words, block.span.begin).code_point};
  if (mark.front() == '#') return {kHashRank, static_cast<std::uint32_t>(mark.size())};
  const auto marker = read_marker(slice(words, block.span));
  if (!marker) return {kAnywhereRank, 0};
  switch (marker->kind) {
    case MarkerKind::kChapter:
      return chapter_style(mark);
    case MarkerKind::kRoman:
      return {kNumberRank - 1, 0};
    case MarkerKind::kNumber:
      return {kNumberRank, static_cast<std::uint32_t>(static_cast<unsigned char>(mark.back()) > '9' ? mark.back() : 0)};
    case MarkerKind::kBracket:
      return bracket_style(mark);
    case MarkerKind::kKana:
      return {kNumberRank + 2, 0};
    case MarkerKind::kCircled:
      return {kNumberRank + 4, 0};
    default:
      return {kAnywhereRank, utf8::decode(mark, 0).code_point};
  }
}

int number_of(std::string_view mark) {
  const std::string_view bare = mark.starts_with('(') ? mark.substr(1) : mark;
  const char32_t first = utf8::decode(bare, 0).code_point;
  if (utf8::is_katakana(first)) {
    const std::size_t place = kKanaOrder.find(first);
    return place == kKanaOrder.npos ? 0 : static_cast<int>(place) + 1;
  }
  if (first >= 'a' && first <= 'z') return static_cast<int>(first - 'a') + 1;
  if (first >= 0x2460 && first <= 0x2473) return static_cast<int>(first - 0x2460) + 1;
  if (first == 'I' || first == 'V' || first == 'X') return roman_number(bare);
  return digits_of(bare);
}

std::optional<NamedNumber> named_number(std::string_view words) {
  constexpr std::array<std::string_view, 16> kNames = {
      "施策の方向", "施策の柱", "基本目標", "基本施策", "基本方針", "重点目標", "重点施策", "主要施策",
      "施策",       "政策",     "戦略",     "目標",     "テーマ",   "取組項目", "柱",       "プロジェクト"};
  for (const std::string_view name : kNames) {
    if (!words.starts_with(name)) continue;
    std::size_t at = name.size();
    if (at < words.size() && words[at] == ' ') ++at;
    NamedNumber out{static_cast<std::uint32_t>(name.size()), 0};
    const std::size_t digits = at;
    for (int number = 0; at < words.size() && at < digits + 8; ++at) {
      const bool digit = words[at] >= '0' && words[at] <= '9';
      if (!digit && words[at] != '-' && words[at] != '.') break;
      number = digit ? number * 10 + (words[at] - '0') : 0;
      out.number = number;
    }
    if (at == digits) {  // 基本目標I
      while (at < words.size() && at < digits + 4 && (words[at] == 'I' || words[at] == 'V' || words[at] == 'X')) ++at;
      out.number = roman_number(words.substr(digits, at - digits));
    }
    if (at == digits || at + 1 >= words.size() || words[at] != ' ') return std::nullopt;
    return out;
  }
  return std::nullopt;
}

Part part_of(std::string_view words) {
  constexpr std::array<std::string_view, 8> kAnnexes = {"参考資料", "資料編",   "資料",     "附属資料",
                                                        "付属資料", "巻末資料", "用語解説", "用語集"};
  constexpr std::string_view kAround = "〔〕【】《》〈〉<>[]()";
  std::string bare;
  for (std::size_t at = 0; at < words.size() && bare.size() <= kAnnexes.front().size();) {
    const auto size = std::max<std::size_t>(utf8::decode(words, at).size, 1);
    const std::string_view letter = words.substr(at, size);
    if (letter != " " && kAround.find(letter) == kAround.npos) bare += letter;
    at += size;
  }
  if (bare == "はじめに" || bare == "おわりに") return Part::kForeword;
  return std::find(kAnnexes.begin(), kAnnexes.end(), bare) == kAnnexes.end() ? Part::kNone : Part::kAnnex;
}

}  // namespace torikomi::shapes

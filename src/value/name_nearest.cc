// Suggestions for words that look like a misread name. For findings only, never for values.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "name_reading.h"
#include "name_table.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

using names::NameTable;

/// Characters of like shape that character recognition takes for each other, a group a line. Variants of one character
/// need no line: they are one symbol already.
constexpr std::u32string_view kLookAlikes[] = {
    U"市巿布帀肺姉", U"町盯叮",   U"村材杜付",   U"区匹凶図", U"県具懸",   U"府俯符", U"郡群都部", U"湯潟場揚陽",
    U"土士工上",     U"末未木本", U"日目白曰臼", U"己已巳",   U"大太犬丈", U"王玉主", U"刀力カ九", U"千干于午",
    U"人入八",       U"田由甲申", U"間問聞門閂", U"崎埼岐碕", U"掘堀",     U"栗粟票", U"荻萩",     U"斉斎齋",
    U"熊態能",       U"島鳥嶋烏", U"瀬頼",       U"津律",     U"幡播",     U"網綱鋼", U"宮官富",   U"北比",
    U"西酉四",       U"東束柬",   U"備傭",       U"裕祐",     U"口ロ",     U"二ニ",   U"三ミ",     U"夕タ",
    U"工エ",         U"卜ト",     U"川州洲",     U"泉原",     U"牧枚",     U"美羊",   U"坂板阪",   U"須順",
    U"滝竜",         U"竹行",     U"岡岡冏",     U"石右若",   U"小少",     U"内肉",   U"子予",     U"水氷永",
    U"河何",         U"浜兵",     U"浦捕補",     U"福副幅",   U"和知",     U"久夂",   U"今令",     U"佐左",
    U"賀質",         U"真直",     U"高髙喬",     U"野豫",     U"井并",     U"伊尹",   U"吉古",     U"名各",
    U"谷答",         U"原厚",     U"安女",       U"平乎",     U"栄営",     U"清情晴", U"青責",     U"治冶",
    U"積績",         U"越趣",     U"秋狄",       U"米来",     U"深探",     U"沢択",   U"館舘飽",   U"鹿庶",
    U"茨葵",         U"飯飲",     U"豊農",
};

struct Letter {
  names::Symbol symbol = 0;
  char32_t code_point = 0;
};
/// A word as letters; empty if it is longer than any name.
struct Word {
  std::array<Letter, 24> letters;
  std::size_t size = 0;
};

Word read_word(const NameTable& table, std::string_view text) {
  Word word;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    at += c.size;
    if (names::is_blank(c.code_point)) continue;
    if (word.size == word.letters.size()) return {};
    word.letters[word.size++] = {table.symbol(c.code_point), c.code_point};
  }
  return word;
}

/// The names of facts() as letters, so that a look-up only compares. Built by the first caller; thread-safe.
const std::vector<Word>& words_of(const NameTable& table) {
  static const std::vector<Word> words = [&] {
    std::vector<Word> out;
    out.reserve(table.facts().size());
    for (const Municipality& body : table.facts()) out.push_back(read_word(table, body.name));
    return out;
  }();
  return words;
}

bool same(const Letter& a, const Letter& b) {
  return a.symbol != 0 || b.symbol != 0 ? a.symbol == b.symbol : a.code_point == b.code_point;
}

bool look_alike(char32_t a, char32_t b) {
  return std::ranges::any_of(kLookAlikes, [&](std::u32string_view group) {
    return group.find(a) != group.npos && group.find(b) != group.npos;
  });
}

/// How a name differs from the word. The order is that of the suggestions.
enum class Difference { kLookAlike, kLetter, kLength, kLastLetter, kMore };

Difference compare(const Word& word, const Word& name) {
  const std::size_t shorter = std::min(word.size, name.size);
  if (std::max(word.size, name.size) - shorter > 1) return Difference::kMore;
  std::size_t head = 0;
  while (head < shorter && same(word.letters[head], name.letters[head])) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && same(word.letters[word.size - 1 - tail], name.letters[name.size - 1 - tail])) ++tail;
  if (word.size != name.size) return head + tail == shorter ? Difference::kLength : Difference::kMore;
  if (head + tail + 1 != word.size) return Difference::kMore;
  if (look_alike(word.letters[head].code_point, name.letters[head].code_point)) return Difference::kLookAlike;
  return tail == 0 ? Difference::kLastLetter : Difference::kLetter;
}

struct Found {
  const Municipality* body;
  Difference difference;
};

bool in_force(const Municipality& body, const NameContext& context) {
  if (!context.date) return !body.valid_to;
  return (!body.valid_from || *body.valid_from <= *context.date) && (!body.valid_to || *context.date <= *body.valid_to);
}

/// The name without the prefecture printed before it; that prefecture goes to `prefecture`.
std::string_view without_prefecture(const NameTable& table, std::string_view text, std::string_view& prefecture) {
  for (std::size_t end = 0; end < text.size() && end <= 12; end += utf8::decode(text, end).size) {
    if (table.prefecture(text.substr(0, end)) == 0) continue;
    prefecture = text.substr(0, end);
    return text.substr(end);
  }
  return text;
}

}  // namespace

std::vector<const Municipality*> nearest_names(std::string_view text, const NameContext& context) {
  constexpr std::size_t kMost = 3;
  constexpr std::size_t kShortest = 3;  // characters: shorter words are near to too much
  const NameTable& table = NameTable::get();
  if (text.size() > 100 || parse_name(text, context)) return {};
  std::string_view prefecture = context.prefecture;
  const Word word = read_word(table, without_prefecture(table, text, prefecture));
  if (word.size < 2) return {};

  std::vector<Found> found;
  const std::vector<Word>& words = words_of(table);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Municipality& body = table.facts()[i];
    if (!prefecture.empty() && body.prefecture != prefecture) continue;
    const Difference difference = compare(word, words[i]);
    if (difference == Difference::kMore || !in_force(body, context)) continue;
    if (difference != Difference::kLookAlike && word.size < kShortest) continue;
    found.push_back({&body, difference});
  }
  std::ranges::stable_sort(found, {}, &Found::difference);
  if (!found.empty() && found.front().difference == Difference::kLookAlike)
    std::erase_if(found, [](const Found& one) { return one.difference != Difference::kLookAlike; });
  std::vector<const Municipality*> nearest;
  for (const Found& one : found)
    if (nearest.size() < kMost) nearest.push_back(one.body);
  return nearest;
}

}  // namespace torikomi

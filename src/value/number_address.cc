// Figures at the end of an address: 岡山県津山市山北520. They name a plot and count nothing.
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

constexpr std::size_t kKanji = 3;  // bytes of one kanji in UTF-8

/// The words that stand glued before `pos`, and the bodies that blanks part from them (岡山県 津山市山北520).
std::string_view run_before(std::string_view text, std::size_t pos) {
  constexpr std::size_t kLongest = 90;  // bytes
  static constexpr scan::CharSet kBodyEnds(u"都道府県市郡区町村");
  std::size_t begin = pos;
  while (begin > 0 && pos - begin < kLongest) {
    const std::size_t gap = begin < pos ? scan::skip_blanks_before(text, begin) : begin;
    const utf8::Decoded c = utf8::decode_before(text, gap);
    if (gap < begin) {
      if (!kBodyEnds.contains(c.code_point)) break;
      begin = gap;
    }
    if (c.code_point < 0x80 || c.code_point == U'、' || c.code_point == U'。' || c.code_point == U'・') break;
    begin -= c.size;
  }
  return text.substr(begin, pos - begin);
}

/// 津山市人口99937, 県内市町村27: the words tell what the figures count.
bool says_what_counts(std::string_view run) {
  static constexpr scan::CharSet kCountEnds(u"数計口額率費人者員件量高均比値約金等回");
  if (kCountEnds.contains(utf8::decode_before(run, run.size()).code_point)) return true;
  constexpr std::array<std::string_view, 10> kWords = {"市町", "町村", "市区", "県内", "市内",
                                                       "町内", "村内", "区内", "県民", "市民"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [run](std::string_view word) { return run.find(word) != std::string_view::npos; });
}

enum class Level : std::uint8_t { kNone, kPrefecture, kCounty, kCity, kWard, kTown };

/// What the name of a body that ends with the character at `pos` would be.
Level level_at(std::string_view run, std::size_t pos) {
  if (at(run, pos, "県") || (at(run, pos, "都") && before(run, pos, "東京")) ||
      (at(run, pos, "道") && before(run, pos, "北海")) ||
      (at(run, pos, "府") && (before(run, pos, "大阪") || before(run, pos, "京都"))))
    return Level::kPrefecture;
  if (at(run, pos, "郡")) return Level::kCounty;
  if (at(run, pos, "市")) return Level::kCity;
  if (at(run, pos, "区")) return Level::kWard;
  return at_any(run, pos, {"町", "村"}) ? Level::kTown : Level::kNone;
}

/// Two bodies, one inside the other, and the name of a place in them. 岡山県津山市加茂町 too, but not
/// 岡山県久米郡美咲町, which may be what is counted.
bool names_place(std::string_view run) {
  Level last = Level::kNone;
  std::size_t name = 0;  // where the next name begins
  int bodies = 0;
  bool in_city = false;
  for (std::size_t i = 0; i < run.size(); i += std::max<std::size_t>(utf8::decode(run, i).size, 1)) {
    const Level here = level_at(run, i);
    if (here <= last || i == name) continue;
    in_city = here == Level::kTown && (last == Level::kCity || last == Level::kWard);
    last = here;
    ++bodies;
    name = i + kKanji;
  }
  constexpr int kAll = 3;
  return (bodies >= 2 && name < run.size()) || (bodies == kAll && in_city);
}

}  // namespace

bool ends_address(std::string_view text, const Amount& amount) {
  constexpr std::uint8_t kMostDigits = 5;
  const std::size_t pos = amount.begin;
  if (!amount.integer_figures || amount.numerals > kMostDigits || pos < 2 * kKanji) return false;
  if (static_cast<unsigned char>(text[pos - 1]) < 0x80) return false;
  // A word behind the figures is their unit: asked without looking it up, since most numbers have one.
  const char32_t next = utf8::decode(text, amount.end).code_point;
  if (utf8::is_han(next) || utf8::is_katakana(next) || next == U'%' || next == U',' || next == U'.' || next == U'~' ||
      next == U'/' || unit_end(text, amount.end) != amount.end)
    return false;
  if (before(text, pos, "丁目")) return true;
  if (before(text, pos, "ノ") && scan::kanji_numeral_at(text, pos - 2 * kKanji) >= 0) return true;  // 西新宿二ノ8
  const std::string_view run = run_before(text, pos);
  if (says_what_counts(run)) return false;
  return run.find("大字") != std::string_view::npos || names_place(run);
}

}  // namespace torikomi

#include "layout/cell_words.h"

#include <algorithm>
#include <array>

#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kLongestHeading = 32;
constexpr std::size_t kLongestValue = 60;  ///< bytes
constexpr std::size_t kLongestUnit = 3;    ///< letters that a number leaves: 千円, 人/年

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_year(std::string_view words) {
  if (words.size() > 40) return false;
  if (words.find("年度") != words.npos) return true;
  if (words.find("月") != words.npos) return false;
  if (words.ends_with("年")) return true;
  return words.size() <= 4 && (words[0] == 'H' || words[0] == 'R' || words[0] == 'S') && is_digit(words.back());
}

bool is_value(std::string_view words) {
  if (words.empty() || words.size() > kLongestValue) return false;
  if (words == "-" || words == "—" || words == "―" || words == "○" || words == "皆増" || words == "皆減") return true;
  if (is_year(words)) return false;
  std::size_t digits = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    at += c.size;
    if (c.code_point < 0x80 && is_digit(static_cast<char>(c.code_point))) {
      ++digits;
      continue;
    }
    constexpr std::u32string_view kFree = U" .,+-%()/:~△▲\v±約年月日";
    others += kFree.find(c.code_point) == kFree.npos ? 1 : 0;
  }
  return digits > 0 && (others <= kLongestUnit || (words.find("月") != words.npos && words.find("日") != words.npos));
}

bool is_unit_word(std::string_view words) {
  constexpr std::array<std::string_view, 6> kUnits = {"千円", "円", "百万円", "万円", "億円", "%"};
  return std::find(kUnits.begin(), kUnits.end(), words) != kUnits.end();
}

bool is_total_word(std::string_view words) {
  constexpr std::size_t kLongest = 40;  // bytes, letter spacing included
  if (words.size() > kLongest) return false;
  const std::string key = label_key(words);
  return key == "計" || key.ends_with("合計") || key.ends_with("総計") || key.ends_with("小計");
}

bool is_heading_words(std::string_view words) {
  if (words.ends_with("。") || is_value(words)) return false;
  return utf8::count(words) <= kLongestHeading;
}

bool is_usual_heading(std::string_view words) {
  if (words.empty() || utf8::count(words) > 12) return false;
  for (const std::string_view end :
       {"名",   "額",   "数",   "率",   "値",   "区分", "種別", "項目", "日",   "場所", "会場", "者",
        "内容", "備考", "摘要", "概要", "番号", "No",   "No.",  "単位", "年度", "説明", "理由", "方法",
        "期間", "時期", "種類", "施設", "名称", "状況", "対象", "結果", "効果", "課題", "分類", "所管",
        "割合", "時間", "指標", "職",   "役職", "所属", "節",   "款",   "項",   "目",   "計",   "等"})
    if (words.ends_with(end)) return true;
  return false;
}

bool same_but_blanks(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < a.size() && is_blank(a[i])) ++i;
    while (j < b.size() && is_blank(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

std::optional<UnitWords> find_unit(std::string_view text, NormSpan line) {
  constexpr std::string_view kUnit = "単位";
  constexpr std::size_t kLongest = 30;  ///< bytes
  const std::string_view words = slice(text, line);
  const std::size_t found = words.find(kUnit);
  if (found == words.npos) return std::nullopt;
  std::size_t at = found + kUnit.size();
  const std::size_t behind = at;
  while (at < words.size() && (is_blank(words[at]) || words[at] == ':' || words[at] == '(')) ++at;  // 単位(円)
  if (at == behind || at == words.size()) return std::nullopt;
  const std::size_t end = std::min(words.find_first_of(")] \t|", at), words.size());
  if (end == at || end - at > kLongest) return std::nullopt;
  std::size_t begin = found;
  if (begin > 0 && (words[begin - 1] == '(' || words[begin - 1] == '[')) --begin;
  return UnitWords{line.begin + static_cast<std::uint32_t>(begin),
                   {line.begin + static_cast<std::uint32_t>(at), line.begin + static_cast<std::uint32_t>(end)}};
}

}  // namespace torikomi::shapes

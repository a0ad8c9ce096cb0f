#include "amount_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "builder.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/number.h"

namespace torikomi {

std::string_view kind_of_title(std::string_view title) {
  const auto says = [&](std::string_view word) { return title.find(word) != title.npos; };
  if (says("残高") || says("現在高")) return "other";
  const bool one = says("決算") != says("予算");
  // 歳出予算 of a book; the sides of a statement are told without it
  if (one && !says("収支") && (says("歳入") || says("歳出"))) return says("決算") ? "settlement" : "budget";
  const bool income = says("収入") || says("歳入");
  const std::size_t out = title.find("支出");  // 国庫支出金 is what comes in
  const bool expense = says("歳出") || (out != title.npos && !title.substr(out).starts_with("支出金"));
  if (income != expense) return income ? "income" : "expense";
  if (one) return says("決算") ? "settlement" : "budget";
  return {};
}

std::string_view side_of(std::string_view title) {
  const std::string_view kind = kind_of_title(title);
  return kind == "income" || kind == "expense" ? kind : std::string_view();
}

bool is_part(std::string_view item) { return item.starts_with("うち") || item.starts_with("(うち"); }

std::string_view without_unit(std::string_view item) {
  const TextRange unit = heading_unit(item);
  if (unit.empty()) return item;
  std::size_t bracket = 0;  // 事業費(税込)【千円】: the last one before the unit
  for (const std::string_view open : {"(", "[", "【"})
    if (const std::size_t at = item.rfind(open, unit.begin); at != item.npos) bracket = std::max(bracket, at);
  return item.substr(0, bracket);
}

std::string_view without_sign(std::string_view item) {
  constexpr std::string_view kFirst = "①";  // to ⑳: the first two bytes are the same
  const std::size_t at = item.size() - std::min(item.size(), kFirst.size());
  return item.substr(at).starts_with(kFirst.substr(0, 2)) ? item.substr(0, at) : item;
}

bool adds_signs(std::string_view item) { return item.find("+②") != item.npos; }

bool names_count(std::string_view item) {
  const std::string key = label_key(item.substr(0, item.find('(')));
  for (const std::string_view end :
       {"所要時間", "従事時間", "人員", "人工", "職員数", "人数", "件数", "回数", "者数", "世帯数", "延床面積"})
    if (key.ends_with(end)) return true;
  return false;
}

TextRange unit_of_item(std::string_view item) {
  const TextRange unit = heading_unit(without_sign(item));
  const bool letter = unit.end - unit.begin == 1 && unit.of(item)[0] >= 'A';
  return letter ? TextRange{} : unit;
}

bool is_share(std::string_view item) {
  const std::string key = label_key(item.substr(0, item.find('(')));
  return key.ends_with("率") || key.ends_with("割合") || key.ends_with("構成比") || key.ends_with("前年比") ||
         key.ends_with("前年度比") || key.ends_with("指数");
}

bool is_data_only(std::string_view words) {
  const auto number = parse_number(words);
  return number && number->unit.empty();
}

bool holds_letters(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const auto letter = utf8::decode(words, at);
    if (utf8::is_han(letter.code_point) || utf8::is_hiragana(letter.code_point) || utf8::is_katakana(letter.code_point))
      return true;
    at += letter.size;
  }
  return false;
}

bool is_total(std::string_view item) {
  constexpr std::array<std::string_view, 5> kTotals = {"計", "差引", "差引額", "差引残額", "小計"};
  constexpr std::size_t kLongestSign = 8;  // bytes, brackets included
  std::string key = label_key(item);
  // 歳入総額(A), 差引額(A-B): the bracket names it in a sum
  if (const std::size_t open = key.rfind('(');
      open != key.npos && key.ends_with(')') && key.size() - open <= kLongestSign)
    key.resize(open);
  if (std::find(kTotals.begin(), kTotals.end(), key) != kTotals.end()) return true;
  constexpr std::array<std::string_view, 6> kEnds = {"合計", "総計", "総額", "市町計", "市町村計", "団体計"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return key.ends_with(end); });
}

}  // namespace torikomi

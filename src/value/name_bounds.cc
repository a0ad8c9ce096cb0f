#include "name_bounds.h"

#include <algorithm>
#include <span>

#include "torikomi/core/utf8.h"

namespace torikomi::names {
namespace {

/// Words that may stand glued before a name.
constexpr std::string_view kWordsBefore[] = {
    "年",   "度",   "月",   "日",   "回",   "旧",   "元",   "各",   "同",   "現",   "等",   "他",
    "内",   "外",   "市",   "町",   "村",   "区",   "郡",   "県",   "府",   "都",   "道",   "者",
    "員",   "長",   "課",   "部",   "局",   "室",   "係",   "側",   "先",   "名",   "会場", "場所",
    "主催", "共催", "後援", "協力", "参加", "出席", "欠席", "対象", "担当", "全国", "代表", "当番",
    "幹事", "提案", "構成", "連携", "隣接", "近隣", "周辺", "中心", "合計", "特に", "及",   "並"};

/// Kanji that make another place name when they stand before one (東広島市, 新居浜), and 字 (a part of a municipality).
constexpr std::u32string_view kPlaceBefore = U"東西南北新大小上中下本奥前後字";

/// What may not follow the last character of a name.
struct NotAfter {
  std::string_view last;
  std::string_view next;
  std::string_view unless;  ///< … except where this follows; empty: no exception
};
constexpr NotAfter kNotAfter[] = {
    {"市", "場", ""},
    {"市", "街", ""},
    {"市", "町村", ""},
    {"町", "内会", ""},
    {"町", "会", "会議"},
    {"町", "並", ""},
    {"町", "なみ", ""},
    {"町", "家", ""},
    {"町", "屋", ""},
    {"町", "工場", ""},
    {"市", "駅", ""},
    {"町", "駅", ""},
    {"村", "駅", ""},
    {"町", "丁目", ""},
    {"町", "村", ""},
    {"村", "落", ""},
    {"村", "山", ""},
    {"村", "上", ""},
    {"区", "間", ""},
    {"区", "域", ""},
    {"区", "分", ""},
    {"区", "画", ""},
    {"都", "心", ""},
    {"都", "市", "市町村"},
    {"都", "市", "市区町村"},
    {"道", "路", ""},
    {"中央市", "民", ""},  // 中央市民病院: of the citizens, not of 中央市
    // 村上市郎, 中村市太郎: a family name and a given one; 富山市太郎丸 is a place
    {"市", "郎", ""},
    {"市", "太郎", "太郎丸"},
    {"市", "次郎", "次郎丸"},
    {"市", "三郎", "三郎丸"},
    {"市", "兵衛", ""},
    {"市", "左衛門", ""},
    {"市", "右衛門", ""},
    {"市", "之助", ""},
    {"市", "之進", ""},
};

bool ends_with_word(std::string_view head) {
  return std::ranges::any_of(kWordsBefore, [&](std::string_view word) { return head.ends_with(word); });
}

bool is_joined(char32_t c) { return utf8::is_han(c) || c == U'々' || c == U'ヶ' || c == U'ケ' || c == U'ノ'; }

bool is_particle(char32_t c) {
  return std::u32string_view(U"はがをにとのもやへでびらたかむ").find(c) != std::u32string_view::npos;
}

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') ||
         std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

/// 3丁目, 十丁目: the name is that of a part of a town.
bool is_block_number(std::string_view after) {
  std::size_t at = 0;
  for (int digits = 0; digits < 4; ++digits) {
    const utf8::Decoded c = utf8::decode(after, at);
    if (!is_digit(c.code_point)) break;
    at += c.size;
  }
  return at > 0 && after.substr(at).starts_with("丁目");
}

}  // namespace

bool may_begin(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const char32_t before = utf8::decode_before(text, begin).code_point;
  const char32_t first = utf8::decode(text, begin).code_point;
  if (utf8::is_hiragana(before)) return !utf8::is_hiragana(first) || is_particle(before);
  if (utf8::is_katakana(before) && utf8::is_katakana(first)) return false;
  if (!is_joined(before)) return true;

  const std::size_t length = utf8::count(text.substr(begin, end - begin));
  if (length < 3) return false;
  if (ends_with_word(text.substr(0, begin))) return true;
  return length >= 4 && kPlaceBefore.find(before) == kPlaceBefore.npos;
}

bool may_end(std::string_view text, std::uint32_t end) {
  const std::string_view head = text.substr(0, end);
  const std::string_view after = text.substr(end);
  if (head.ends_with("町") && is_block_number(after)) return false;
  bool forbidden = false;
  for (const NotAfter& rule : kNotAfter) {
    if (!head.ends_with(rule.last) || !after.starts_with(rule.next)) continue;
    if (!rule.unless.empty() && after.starts_with(rule.unless)) return true;
    forbidden = true;
  }
  return !forbidden;
}

bool goes_on_with_address(std::string_view between) {
  constexpr std::size_t kLongest = 60;
  constexpr std::u32string_view kHyphens = U"-‐−－ー〇";
  if (between.size() > kLongest) return false;
  for (std::size_t at = 0; at < between.size();) {
    const utf8::Decoded c = utf8::decode(between, at);
    const bool katakana = utf8::is_katakana(c.code_point) && c.code_point != U'・';
    // 滝川市一の坂町: part of the name of the town, but not in 津山市の, 津山市内の.
    const bool of = c.code_point == U'の' && at > 0 && !ends_with_word(between.substr(0, at));
    if (!of && !is_joined(c.code_point) && !katakana && !is_digit(c.code_point) &&
        kHyphens.find(c.code_point) == kHyphens.npos)
      return false;
    at += c.size;
  }
  constexpr std::size_t kOneKanji = 3;  // bytes
  return std::ranges::none_of(kWordsBefore, [&](std::string_view word) {
    return (word == "旧" || word.size() > kOneKanji) && between.ends_with(word);
  });
}

bool marked_former(std::string_view text, std::uint32_t begin) {
  const std::string_view head = text.substr(0, begin);
  return head.ends_with("旧") || head.ends_with("元");
}

}  // namespace torikomi::names

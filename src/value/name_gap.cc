#include "name_gap.h"

#include <algorithm>

#include "name_reading.h"
#include "torikomi/core/utf8.h"

namespace torikomi::names {
namespace {

/// Takes `word` off the front of `text` if it stands there.
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

}  // namespace

Gap gap_of(std::string_view between) {
  if (between.empty()) return Gap::kNone;
  constexpr std::size_t kLongest = 40;
  if (between.size() > kLongest) return Gap::kOther;
  constexpr std::string_view kHeads[] = {"(", "（", ":", "：", "内の", "の", "「", "【", "<", "〈"};
  constexpr std::string_view kCommas[] = {"、",     "，", ",", "・", "･", "/", "／", "と", "や", "及び", "および",
                                          "並びに", "」", "■", "□",  "★", "☆", "☑",  "☐",  "●",  "○"};
  Gap gap = Gap::kHeading;
  while (!between.empty()) {
    const utf8::Decoded c = utf8::decode(between, 0);
    if (is_blank(c.code_point) || c.code_point == 0x1F) {
      between.remove_prefix(c.size);
    } else if (std::ranges::any_of(kCommas, [&](std::string_view word) { return take(between, word); })) {
      gap = Gap::kComma;
    } else if (std::ranges::none_of(kHeads, [&](std::string_view word) { return take(between, word); })) {
      return Gap::kOther;
    }
  }
  return gap;
}

}  // namespace torikomi::names

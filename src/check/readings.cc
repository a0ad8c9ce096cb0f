#include "check/readings.h"

#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::string_view kLarge = "ちよう";

/// The kanji name behind the reading, with one blank between them.
std::string_view name_behind(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 60;
  const std::string_view rest = text.substr(at, kLongest);
  const std::size_t begin = rest.starts_with(" ") ? 1 : rest.starts_with("\u3000") ? 3 : 0;
  if (begin == 0) return {};
  std::size_t end = begin;
  while (utf8::is_han(utf8::decode(rest, end).code_point)) end += utf8::decode(rest, end).size;
  return rest.substr(begin, end - begin);
}

}  // namespace

std::vector<LostSmallKana> find_lost_small_kana(std::string_view text) {
  std::vector<LostSmallKana> out;
  for (std::size_t at = find_words(text, kLarge); at != text.npos; at = find_words(text, kLarge, at + 1)) {
    const std::string_view name = name_behind(text, at + kLarge.size());
    const std::size_t town = name.find("町");
    if (town == name.npos || town == 0) continue;
    std::size_t begin = at;
    while (begin > 0 && utf8::is_hiragana(utf8::decode_before(text, begin).code_point))
      begin -= utf8::decode_before(text, begin).size;
    constexpr std::uint32_t kKana = 3;  // bytes
    const auto letter = static_cast<std::uint32_t>(at) + kKana;
    out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + kLarge.size())},
                   {letter, letter + kKana},
                   name});
  }
  return out;
}

}  // namespace torikomi

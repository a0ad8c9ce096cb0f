// Finding the few bytes that a format cannot take as they are, eight bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace torikomi {

/// Position of the first byte that is a control character (below 0x20) or one of `Special` (ASCII); the size of the
/// text where there is none. Every other byte, all of UTF-8 above ASCII with it, is passed over quickly.
template <char... Special>
[[nodiscard]] std::size_t find_special(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  // The high bit of every byte of `word` below `limit` <= 0x80. Exact up to the first such byte, which is all that
  // counts (Hacker's Delight, chapter 6).
  const auto below = [](std::uint64_t word, std::uint64_t limit) { return (word - kOnes * limit) & ~word & kHighs; };
  const auto is_special = [](char c) { return static_cast<unsigned char>(c) < 0x20 || (... || (c == Special)); };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((below(word, 0x20) | ... | below(word ^ (kOnes * static_cast<unsigned char>(Special)), 1)) != 0) break;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

}  // namespace torikomi

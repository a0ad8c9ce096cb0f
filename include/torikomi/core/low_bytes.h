// Finding blanks and other control characters in UTF-8, eight bytes at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace torikomi {

/// Position of the first byte at or behind `at` that is a blank or a control character (U+0000..0020); the size of the
/// text where there is none.
[[nodiscard]] inline std::size_t find_low_byte(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    // the high bit of every byte below 0x21; exact up to the first (Hacker's Delight, chapter 6)
    const std::uint64_t low = (word - kOnes * 0x21) & ~word & kHighs;
    if (low == 0) continue;
    if constexpr (std::endian::native == std::endian::little)
      return at + static_cast<std::size_t>(std::countr_zero(low)) / 8;
    break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) > 0x20) ++at;
  return at;
}

}  // namespace torikomi

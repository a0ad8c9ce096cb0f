// Walking over UTF-8 that is known to be valid (the decode stage sees to that).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace torikomi::utf8 {

/// One code point and how many bytes it takes. size is 0 only at the end of the text.
struct Decoded {
  char32_t code_point = 0;
  std::uint8_t size = 0;
};

/// The code point that begins at byte `at`; {0, 0} at the end. A byte that begins no code point reads as U+FFFD,
/// size 1.
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at);

/// The code point that ends at byte `at` (exclusive); {0, 0} at the begin.
[[nodiscard]] Decoded decode_before(std::string_view text, std::size_t at);

/// Gives the bytes of `c`, one `char` after the other, to `put`.
template <typename Put>
void encode(char32_t c, Put put) {
  const auto byte = [&put](char32_t value) { put(static_cast<char>(value)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

void append(std::string& out, char32_t code_point);

/// decode() for a byte that is there and is no ASCII character.
[[nodiscard]] Decoded decode_any(std::string_view text, std::size_t at);

/// Number of code points.
[[nodiscard]] std::size_t count(std::string_view text);

[[nodiscard]] constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// ASCII and the three bytes of kana and kanji are read on the spot.
inline Decoded decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const bool three = (byte(0) & 0xF0U) == 0xE0U && text.size() - at >= 3 && is_continuation(text[at + 1]) &&
                     is_continuation(text[at + 2]);
  if (!three) return decode_any(text, at);
  return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
}

/// Kanji, with 々〆ヶヵ left out: CJK Unified Ideographs, extensions A to H, compatibility ideographs (Unicode 15).
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}
/// Hiragana U+3041..309F and katakana U+30A0..30FF.
[[nodiscard]] constexpr bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
[[nodiscard]] constexpr bool is_katakana(char32_t c) { return c >= 0x30A0 && c <= 0x30FF; }

}  // namespace torikomi::utf8

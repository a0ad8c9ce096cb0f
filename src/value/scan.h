// Small readers that dates and numbers share: blanks, literals, ASCII digits and kanji numerals in normalised text.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>

#include "torikomi/core/low_bytes.h"
#include "torikomi/core/utf8.h"

namespace torikomi::scan {

/// True where `literal` stands at byte `pos`. Its last byte is looked at first: it is what kanji differ in most.
[[nodiscard]] inline bool at(std::string_view text, std::size_t pos, std::string_view literal) {
  const std::size_t size = literal.size();
  return pos <= text.size() && text.size() - pos >= size && size > 0 && text[pos + size - 1] == literal[size - 1] &&
         text[pos] == literal[0] && std::memcmp(text.data() + pos, literal.data(), size) == 0;
}

/// True where `literal` ends at byte `pos`.
[[nodiscard]] inline bool before(std::string_view text, std::size_t pos, std::string_view literal) {
  return pos >= literal.size() && at(text, pos - literal.size(), literal);
}

/// Where the first blank or line break stands; npos where there is none.
[[nodiscard]] inline std::size_t find_gap(std::string_view text) {
  for (std::size_t pos = find_low_byte(text, 0); pos < text.size(); pos = find_low_byte(text, pos + 1))
    if (text[pos] == ' ' || text[pos] == '\v' || text[pos] == '\n') return pos;
  return text.npos;
}

/// Steps over `literal` where it stands at `pos`.
inline bool eat(std::string_view text, std::size_t& pos, std::string_view literal) {
  if (!at(text, pos, literal)) return false;
  pos += literal.size();
  return true;
}

/// Steps over the first of `literals` that stands at `pos`. Longer ones have to come first.
inline bool eat_any(std::string_view text, std::size_t& pos, std::initializer_list<std::string_view> literals) {
  for (const std::string_view literal : literals) {
    if (eat(text, pos, literal)) return true;
  }
  return false;
}

[[nodiscard]] inline bool at_any(std::string_view text, std::size_t pos,
                                 std::initializer_list<std::string_view> literals) {
  return eat_any(text, pos, literals);
}

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
[[nodiscard]] inline bool digit_at(std::string_view text, std::size_t pos) {
  return pos < text.size() && is_digit(text[pos]);
}
[[nodiscard]] inline bool letter_at(std::string_view text, std::size_t pos) {
  return pos < text.size() && is_letter(text[pos]);
}

/// True behind the 目 of 目標, 目的 and 目安.
[[nodiscard]] bool begins_word_of_aim(std::string_view text, std::size_t behind);
/// 目 of 2回目 and 3日目.
[[nodiscard]] inline bool nth_at(std::string_view text, std::size_t pos) {
  constexpr std::string_view kNth = "目";
  return at(text, pos, kNth) && !begins_word_of_aim(text, pos + kNth.size());
}

/// A character that words of kanji or katakana are made of; hiragana parts them.
[[nodiscard]] inline bool is_word_char(char32_t c) { return utf8::is_han(c) || utf8::is_katakana(c) || c == U'々'; }

/// Steps over at most `most` blanks. Structure (\v, \x1f, TAB, line ends) is no blank.
inline std::size_t skip_blanks(std::string_view text, std::size_t pos, int most = 2) {
  while (most-- > 0 && pos < text.size() && text[pos] == ' ') ++pos;
  return pos;
}

/// The same to the left: the begin of the blanks that end at `pos`.
inline std::size_t skip_blanks_before(std::string_view text, std::size_t pos, int most = 2) {
  while (most-- > 0 && pos > 0 && text[pos - 1] == ' ') --pos;
  return pos;
}

/// 0..9 for 〇零一…九, 10 十, 100 百, 1000 千, 20 廿, 30 卅, 40 卌; -1 for everything else.
[[nodiscard]] int kanji_numeral(char32_t c);

/// The same for the three-byte character at `pos`; -1 where none stands there.
[[nodiscard]] int kanji_numeral_at(std::string_view text, std::size_t pos);

/// The same for the forms of deeds (大字): 1..9 for 壱弐参 …, 10 拾, 100 佰, 1000 阡; -1 for everything else.
[[nodiscard]] int legal_numeral(char32_t c);

/// A run of ASCII digits, or of kanji numerals read by place (二〇一七) or by value (二十九).
struct Numeral {
  std::uint32_t begin = 0, end = 0;  ///< begin == end: there is none
  int value = -1;                    ///< -1: too long (more than 9 digits) or malformed (十十)
  std::uint8_t digits = 0;           ///< of an ASCII run; 0 for kanji
  [[nodiscard]] bool found() const { return end > begin; }
  [[nodiscard]] bool kanji() const { return found() && digits == 0; }
  [[nodiscard]] bool in(int low, int high) const { return found() && value >= low && value <= high; }
};
[[nodiscard]] Numeral numeral_at(std::string_view text, std::size_t pos);

/// A run of kanji numerals that may hold forms of deeds (弐拾九). Words begin with them too (参加), so the reader has
/// to ask for what follows.
[[nodiscard]] Numeral legal_numeral_at(std::string_view text, std::size_t pos);

/// A set of code points of the Basic Multilingual Plane, built at compile time.
class CharSet {
 public:
  constexpr explicit CharSet(std::u16string_view chars) {
    for (const char16_t c : chars) bits_[c >> 6U] |= std::uint64_t{1} << (c & 63U);
  }
  [[nodiscard]] constexpr bool contains(char32_t c) const {
    return c < 0x10000 && ((bits_[c >> 6U] >> (c & 63U)) & 1U) != 0;
  }
  /// The first byte at or after `pos` that begins a character of the set; text.size() where there is none.
  /// One look-up a character, no branch on what the character is.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t pos) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t size = text.size();
    while (pos < size) {
      const unsigned c = bytes[pos];
      if (c < 0x80) {
        if (contains(c)) return pos;
        ++pos;
      } else if (c >= 0xE0 && c < 0xF0 && size - pos >= 3) {
        const unsigned code = ((c & 0x0FU) << 12U) | ((bytes[pos + 1] & 0x3FU) << 6U) | (bytes[pos + 2] & 0x3FU);
        if (contains(code)) return pos;
        pos += 3;
      } else {
        ++pos;  // two- and four-byte characters are in no set; continuation bytes are stepped over
      }
    }
    return size;
  }

 private:
  std::uint64_t bits_[1024] = {};
};

}  // namespace torikomi::scan

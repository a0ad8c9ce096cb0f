// What a text can be read as at one place: [prefecture] [county or city] name, each part as the tables write it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "name_table.h"

namespace torikomi::names {

/// Where blanks may stand: between two parts (岡山県 津山市), or between any two characters (津 山 市).
enum class Blanks { kBetweenParts, kAnywhere };

/// One way to read a name. Offsets are bytes of the text.
struct Reading {
  std::uint32_t name_begin = 0;  ///< of the body's own name
  std::uint32_t end = 0;
  Node name = 0;
  Node parent = 0;              ///< printed county or city; 0: not printed, or none that the tables know for this name
  std::uint8_t prefecture = 0;  ///< printed prefecture; 0: not printed, or the name itself is the prefecture
  bool blank_after_prefecture = false;

  /// True for a body that can be meant: it has what is printed.
  [[nodiscard]] bool fits(const Body& body) const {
    return (prefecture == 0 || (body.prefecture == prefecture && !body.is_prefecture())) &&
           (parent == 0 || body.parent == parent);
  }
};

/// The readings at one place, in a fixed room; what does not fit in is dropped (the tables need 9 at most).
class Readings {
 public:
  void add(const Reading& reading) {
    if (size_ < all_.size()) all_[size_++] = reading;
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::span<Reading> all() { return std::span(all_).first(size_); }
  [[nodiscard]] std::span<const Reading> all() const { return std::span(all_).first(size_); }

 private:
  std::array<Reading, 24> all_;
  std::size_t size_ = 0;
};

/// A character of a name, with the variation selectors behind it (葛 + U+E0100): which of two glyphs, not which name.
struct Character {
  Symbol symbol = 0;
  std::uint32_t end = 0;
};
[[nodiscard]] Character read_character(const NameTable& table, std::string_view text, std::uint32_t at);

[[nodiscard]] bool is_blank(char32_t c);
/// The first byte at or after `at` that is no blank.
[[nodiscard]] std::uint32_t skip_blanks(std::string_view text, std::uint32_t at);

/// After at most two blanks of one line, which may stand between the parts of one name; a tab is the border of a cell.
[[nodiscard]] std::uint32_t skip_joint(std::string_view text, std::uint32_t at);

/// Every reading that begins at byte `at`. Bounded work: no name is longer than some twenty characters.
[[nodiscard]] Readings read_names(const NameTable& table, std::string_view text, std::uint32_t at, Blanks blanks);

/// True where the words are written as `name` is, character by character, blanks and variation selectors aside.
[[nodiscard]] bool same_writing(std::string_view words, std::string_view name);

}  // namespace torikomi::names

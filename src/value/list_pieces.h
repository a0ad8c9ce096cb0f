// The pieces of a list: the words between partings, and what stands in brackets.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace torikomi::lists {

/// Blanks inside a cell or between lines.
inline constexpr std::string_view kBlanks = " \t\v\x1f\r\n";

struct Range {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

/// What stands between two partings: words, or the inside of a pair of brackets.
struct Piece {
  Range range;
  int bracket = -1;          ///< number of the pair of brackets, counted from 0; -1: outside of brackets
  bool after_word = false;   ///< brackets right behind words, blanks aside
  bool before_word = false;  ///< brackets right before words
  bool colon = false;        ///< a colon or the border of a cell follows
};

/// Cuts a list at partings (、 , / : tab) and brackets; brackets inside brackets belong to the words there. The pieces
/// are in reading order, none is empty, all are without blanks at their ends. Linear time.
[[nodiscard]] std::vector<Piece> cut_list(std::string_view text);

}  // namespace torikomi::lists

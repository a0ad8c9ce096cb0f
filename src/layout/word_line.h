// One line as words: where each of them stands, and which of them are one label or name.
#pragma once

#include <cstdint>
#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/text/normalize.h"

namespace torikomi::shapes {

/// How places in a line are counted. `pdftotext -layout` counts every character as one; what is made for a screen
/// counts East Asian wide ones as two.
enum class Measure : std::uint8_t { kCharacters, kScreen };

/// Words between two blanks, with their place from the begin of the source line, [from, to), by both measures.
struct Word {
  NormSpan span;
  std::uint32_t from[2] = {0, 0}, to[2] = {0, 0};
  std::uint32_t gap = 0;       ///< blanks before it
  bool wide_gap = false;       ///< all of them are ideographic (U+3000)
  bool behind_number = false;  ///< no number and no unit itself, but the word before it is a number
  bool digits = false;         ///< begins with a digit: 60件
  bool sign = false;           ///< △ of △ 1,955
};

/// Words [first, last] that stand together; apart from others by two blanks and more.
struct Segment {
  std::uint32_t first = 0, last = 0;
};

/// One line of words.
struct WordLine {
  std::vector<Word> words;
  std::vector<Segment> segments;  ///< letter-spaced labels (項   目) put together
  std::vector<Segment> apart;     ///< the same with every letter by itself
  [[nodiscard]] NormSpan span(Segment segment) const {
    return {words[segment.first].span.begin, words[segment.last].span.end};
  }
};

/// The words of `line`; no segments where the line has more than a table could.
[[nodiscard]] WordLine read_words(const NormText& norm, NormSpan line);

}  // namespace torikomi::shapes

// Columns made of blanks: where the words of a line stand, and which columns the lines of a table have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
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
  bool behind_number = false;  ///< no number itself, but the word before it is one
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

/// Which columns a segment takes.
struct Fit {
  Segment segment;
  std::size_t column = 0, width = 1;
};

/// [from, to) in a line.
struct Places {
  std::uint32_t from = 0, to = 0;
};

/// The columns that the lines so far have in common.
class Columns {
 public:
  Columns(const WordLine& line, Measure measure);
  /// Known beforehand.
  Columns(const std::vector<Places>& columns, Measure measure);

  /// How the line fits, and nothing where it does not. Columns grow with it.
  [[nodiscard]] std::optional<std::vector<Fit>> add(const WordLine& line);
  /// How the line fits into the columns as they are now.
  [[nodiscard]] std::optional<std::vector<Fit>> fit(const WordLine& line) const;

  [[nodiscard]] std::size_t size() const { return columns_.size(); }
  /// How many of the words that fit stand below or above others of their column.
  [[nodiscard]] std::size_t overlaps(const WordLine& line, const std::vector<Fit>& fits) const;
  /// A column for words that stand in none: part of a head of several lines. False if they touch a column.
  bool insert(const WordLine& line);
  /// True if the words [first, last] fill the column to its right edge, as wrapped words do.
  [[nodiscard]] bool fills(std::size_t column, const Word& first, const Word& last) const;

 private:
  struct Column {
    std::uint32_t from = 0, to = 0;
    std::size_t lines = 1;  ///< that have words in it
  };
  [[nodiscard]] std::uint32_t from(const WordLine& line, Segment segment) const {
    return line.words[segment.first].from[measure_];
  }
  [[nodiscard]] std::uint32_t to(const WordLine& line, Segment segment) const {
    return line.words[segment.last].to[measure_];
  }
  [[nodiscard]] std::optional<std::vector<Fit>> fit(const WordLine& line, const std::vector<Segment>& segments) const;
  [[nodiscard]] bool is_elsewhere(const WordLine& line, Segment segment, std::size_t column) const;
  [[nodiscard]] std::optional<std::vector<Fit>> in_order(const WordLine& line,
                                                         const std::vector<Segment>& segments) const;
  [[nodiscard]] std::optional<std::vector<Fit>> by_place(const WordLine& line,
                                                         const std::vector<Segment>& segments) const;
  void place(const WordLine& line, Segment segment, std::vector<Fit>& out) const;
  [[nodiscard]] static bool is_letter_spaced(const WordLine& line, Segment segment);
  [[nodiscard]] bool cut(const WordLine& line, Segment& segment, std::size_t first, std::size_t last,
                         std::vector<Fit>& out) const;
  bool pair(std::vector<Column>& wider);
  bool split(const WordLine& line);
  [[nodiscard]] bool is_nearer_to_next(const WordLine& line, std::size_t segment, const Column& column) const;
  bool merge_thin(const std::vector<Fit>& fits);
  bool widen(const WordLine& line, const std::vector<Segment>& segments);
  void grow(const WordLine& line, const std::vector<Fit>& fits);

  std::vector<Column> columns_;
  std::size_t measure_;
  std::size_t lines_ = 1;
};

}  // namespace torikomi::shapes

// Columns made of blanks: which columns the lines of a table have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/word_line.h"

namespace torikomi::shapes {

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
  void take_free_columns(const WordLine& line, const std::vector<Segment>& segments, std::vector<Fit>& out) const;
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

// Markdown emphasis: which ** and __ are markup.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace torikomi::markup {

/// Finds the pairs of ** or __ (also *** and ___) inside one cell: between tabs, bars and line ends. The opening one
/// has to stand before a word, the closing one after a word; __ also not inside a word, so that 年__月__日 stays a form
/// to fill in. Everything else (a lone ※*, rows of asterisks) is text. Cells are read once, in order.
class Emphasis {
 public:
  explicit Emphasis(std::string_view source) : source_(source) {}

  /// Bytes of markup at `at`, where a * or _ stands; 0 if it is text. REQUIRES: `at` never goes back.
  [[nodiscard]] std::size_t markup_at(std::size_t at);

 private:
  struct Mark {
    std::size_t at, length;
  };
  void read_cell(std::size_t begin);

  std::string_view source_;
  std::size_t cell_end_ = 0;
  std::vector<Mark> marks_;
  std::size_t next_ = 0;
};

}  // namespace torikomi::markup

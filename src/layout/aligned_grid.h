// A run of lines whose words stand below each other in columns of blanks.
#pragma once

#include <string_view>
#include <vector>

#include "layout/columns.h"
#include "layout/lines.h"

namespace torikomi::shapes {

/// One line of a table.
struct TableLine {
  std::size_t line = 0;
  WordLine words;
  std::vector<Fit> fits;
  std::vector<bool> fills;  ///< parallel: the words reach the right edge of their column, as wrapped ones do
};

struct Grid {
  std::vector<TableLine> lines;
  std::size_t end = 0;   ///< first line behind the table
  std::size_t rows = 0;  ///< lines with words in several columns
  std::size_t columns = 0;
};

/// The table whose first line with several columns is `start`; with `with_line_above` the line before it may hold part
/// of its head. Reads each line a bounded number of times.
[[nodiscard]] Grid grow_grid(Context& context, std::size_t start, bool with_line_above);

/// Two columns of prose with a wide blank here and there look like a table of two columns; so do numbered paragraphs.
[[nodiscard]] bool is_table(const Context& context, const Grid& grid);

[[nodiscard]] bool is_sentence(std::string_view words);
/// No row but what stands above a table: 2  歳入, 1 収入の部      (単位:円).
[[nodiscard]] bool is_caption(const Context& context, const WordLine& words);
/// … (単位:千円) at its end.
[[nodiscard]] bool ends_with_unit(const Context& context, const WordLine& words);
/// 21年度 | 22年度 | 23年度, 単位 | 22年度 | 23年度: below rows of a table the head of another one.
[[nodiscard]] bool heads_years(const Context& context, const WordLine& words);
[[nodiscard]] bool is_title_or_unit(std::string_view words);
/// Words with a wide blank between them.
[[nodiscard]] bool has_inner_gap(std::string_view line);
/// A line that cannot belong to a table of blanks.
[[nodiscard]] bool is_other_shape(std::string_view line);

}  // namespace torikomi::shapes

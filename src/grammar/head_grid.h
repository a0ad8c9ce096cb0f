// The rows of a head as columns: each with its headings from the highest to the lowest.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "header_row.h"
#include "heading.h"

namespace torikomi {

struct HeadColumn {
  std::uint16_t column = 0;
  std::vector<Heading> heads;  ///< from the highest to the lowest; none where only values stand in the column
};

struct HeadGrid {
  std::size_t rows = 1;             ///< of the head
  std::vector<HeadColumn> columns;  ///< by column
};

/// Rows of a head are those that hold labels, years and units, and no values. A heading reaches over the empty cells
/// behind it as far as headings stand below them. Extractors that lose the width of a heading move the ones behind it
/// to the left: they are put back where the values below tell.
[[nodiscard]] HeadGrid read_head_grid(std::string_view text, std::span<const RowCells> rows, const LabelFinder& labels);

}  // namespace torikomi

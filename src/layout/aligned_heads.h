// Headings over several columns of a table of blanks.
#pragma once

#include <vector>

#include "layout/aligned_grid.h"

namespace torikomi::shapes {

/// From the leftmost to the rightmost word of every column from a line on; cells over several columns say nothing.
[[nodiscard]] std::vector<Places> extents(const Grid& grid, std::size_t measure, std::size_t first_line = 0);

/// 年度別実績値 in the middle above R3 | R4 | R5: a heading holds for the columns that have headings in the next line
/// and none of their own beside it, as far as it stands in their middle.
void spread_headings(const Context& context, Grid& grid, Measure measure);

}  // namespace torikomi::shapes

// Cells of the rows of a known table by what their column means.
#pragma once

#include "torikomi/grammar/match.h"

namespace torikomi {

/// The first cell of `row` in a column of this role; empty where the table has none.
[[nodiscard]] inline NormSpan cell_of(const TableMatch& table, const TableRow& row, ColumnRole role) {
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (table.columns[c].role == role) return row.cells[c];
  return {};
}

}  // namespace torikomi

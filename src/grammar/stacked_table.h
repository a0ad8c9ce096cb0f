// Lines of one cell each that were found to be a table.
#pragma once

#include <cstdint>
#include <vector>

#include "stacked_body.h"
#include "stacked_head.h"
#include "torikomi/layout/block.h"

namespace torikomi {

/// A table that was found: its blocks, from the first heading on, and which cells its rows have.
struct StackedTable {
  std::vector<std::uint32_t> cells;  ///< blocks
  HeadForm head;                     ///< of the first of them
  StackedBody body;
};

/// The words of a line that is one cell; of a row (区分 |) those without the bar.
[[nodiscard]] NormSpan lone_cell(const Layout& layout, const Block& line);

/// Puts rows in the place of these lines. REQUIRES: `tables` is in reading order, no two share a block.
void make_rows(Layout& layout, const std::vector<StackedTable>& tables);

}  // namespace torikomi

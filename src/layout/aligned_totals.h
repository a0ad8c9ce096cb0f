// Totals that stand in the middle of the column of the names.
#pragma once

#include "layout/aligned_grid.h"

namespace torikomi::shapes {

/// Puts the second column into the first where it holds nothing but the heading of the names and totals, which stand a
/// little to the right of the names. Other grids stay as they are.
void join_total_column(const Context& context, Grid& grid);

}  // namespace torikomi::shapes

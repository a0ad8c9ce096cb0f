// Numbers of rows in a table of blanks that lists two levels of names.
#pragma once

#include "layout/aligned_grid.h"

namespace torikomi::shapes {

/// 1   市   民   税 to the right of and below 1 市   税: a number that stands in the column of the higher names belongs
/// to the name right behind it. Numbers in a column of their own stay there.
void join_numbers(const Context& context, Grid& grid);

}  // namespace torikomi::shapes

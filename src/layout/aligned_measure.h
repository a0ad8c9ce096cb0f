// Which of two readings of the same table counted places as they were written.
#pragma once

#include "layout/aligned_grid.h"

namespace torikomi::shapes {

/// True where the lines read with wide letters as two places make the better table, false where those that count every
/// character as one do.
[[nodiscard]] bool counts_screen(const Grid& characters, const Grid& screen);

}  // namespace torikomi::shapes

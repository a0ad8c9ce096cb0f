// Which of two readings of the same table counted places as they were written.
#pragma once

#include "layout/aligned_grid.h"

namespace torikomi::shapes {

/// How the document counts places, by the numbers that end below each other in it. Looked for once.
void settle_places(Context& context);

/// True where the lines read with wide letters as two places make the better table, false where those that count every
/// character as one do.
[[nodiscard]] bool counts_screen(const Context& context, const Grid& characters, const Grid& screen);

/// Words over several columns, words apart that share one, and a head beside its columns tell that places were counted
/// otherwise.
[[nodiscard]] std::size_t misfits(const Grid& grid, Measure measure);

}  // namespace torikomi::shapes

// The columns that many lines have in common, seen at once.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/columns.h"
#include "layout/lines.h"

namespace torikomi::shapes {

/// Stretches of places that are parted by places where hardly a line from `start` on, up to a blank one, has words. The
/// words of a head may stand in lines of their own, so that no single line shows all columns. Empty where there are too
/// few lines to tell.
[[nodiscard]] std::vector<Places> project_columns(const Context& context, std::size_t start, Measure measure);

}  // namespace torikomi::shapes

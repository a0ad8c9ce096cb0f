// The words of a finding, as the table of findings and every report of them show them.
#pragma once

#include <string_view>

namespace torikomi {

/// What `diagnostics.excerpt` holds of these words: 120 bytes at most, no character cut. A view of `words`.
[[nodiscard]] std::string_view excerpt(std::string_view words);

}  // namespace torikomi

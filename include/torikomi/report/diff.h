// Unified diffs of repaired texts.
#pragma once

#include <string>
#include <string_view>

namespace torikomi {

/// The unified diff from `before` to `after`, three lines of context; empty where they are equal. REQUIRES: both have
/// the same number of lines, as repairs inside lines leave it.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace torikomi

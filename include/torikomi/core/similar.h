// "Did you mean …?"
#pragma once

#include <string_view>
#include <vector>

namespace torikomi {

/// Optimal string alignment distance in code points, or `limit` + 1 where it is larger than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The nearest of `known` within a third of the word's length (at least one, at most three edits); the first of equals; empty if none.
[[nodiscard]] std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace torikomi

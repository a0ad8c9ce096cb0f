// "Did you mean …?"
#pragma once

#include <span>
#include <string_view>

namespace torikomi {

/// The choice that `word` most probably meant: fewest single-letter edits (insert, delete, replace, swap), at most a
/// third of its length (but one always). Empty where none is near. ASCII case is ignored. The first of equals wins.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> choices);

}  // namespace torikomi

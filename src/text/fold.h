// Character folding on the source text, one character with its neighbours at a time.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/folded_text.h"

namespace torikomi::folding {

/// Offset of the first character at or after `from` that may have to change; size() if there is none. With `markup`,
/// also of the first < & * _ [ $ : \.
template <bool markup>
[[nodiscard]] std::size_t find_attention(std::string_view source, std::size_t from);

/// Folds the character at `at` (with the marks after it where it is a mark itself); returns where it ends.
[[nodiscard]] std::size_t fold_next(FoldedText& out, std::string_view source, std::size_t at);

/// Source [begin, end) means the character `c` (an entity): takes its folded form.
void fold_as(FoldedText& out, std::string_view source, std::size_t begin, std::size_t end, char32_t c);

}  // namespace torikomi::folding

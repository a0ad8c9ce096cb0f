// Which characters are marks, and what a row says about them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "torikomi/value/marks.h"

namespace torikomi::marks {

/// Bytes of the mark at byte `at`; 0 where there is none.
[[nodiscard]] std::size_t mark_length(std::string_view text, std::size_t at);

/// The legends of a row in order, at most 8, not overlapping. A note that explains no symbol (※詳細は別紙) is one with
/// an empty symbol: its words are no name either.
[[nodiscard]] std::vector<Legend> find_legends(std::string_view text);

}  // namespace torikomi::marks

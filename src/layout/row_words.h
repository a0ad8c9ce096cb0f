// What words in two lines of a table of blanks say about the cell or row that they belong to.
#pragma once

#include <string_view>

#include "torikomi/core/span.h"

namespace torikomi::shapes {

/// What stood between two lines of a cell: nothing where the words were wrapped at the edge of their column (a blank
/// between Latin words), else a line break.
[[nodiscard]] std::string_view glue(std::string_view text, NormSpan before, bool filled, NormSpan behind);

/// 000 below 3,222,441,
[[nodiscard]] bool is_rest_of_sum(std::string_view above, std::string_view below);

/// 地  方  交  付  税 above 交  通  安  全: both are spread over their column, and which row the lower one belongs to
/// nobody can tell.
[[nodiscard]] bool are_spread(std::string_view above, std::string_view below);

/// ◎ 予約システム更新事業, and below it a sentence that says what it is for.
[[nodiscard]] bool explains(std::string_view above, std::string_view below);

/// Digits and what stands in numbers.
[[nodiscard]] bool is_number(std::string_view words);

/// 7 or 12 of 12 公債費.
[[nodiscard]] bool is_row_number(std::string_view words);

/// (平成29年度), (見込; not (特活)青空の会.
[[nodiscard]] bool is_remark(std::string_view words);

}  // namespace torikomi::shapes

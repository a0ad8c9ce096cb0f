// The columns of a head as those of one table of a grammar.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "head_grid.h"
#include "header_row.h"

namespace torikomi {

/// Table number `table` of the grammar, without its rows; nothing where the head lacks what it demands. `rows` begin
/// with those of the head.
[[nodiscard]] std::optional<TableMatch> match_head_table(std::string_view text, const HeadGrid& grid,
                                                         std::span<const RowCells> rows, const Grammar& grammar,
                                                         std::size_t table, const HeadContext& context,
                                                         const LabelFinder& labels);

/// 受入額(円), 伸率 (3)/(1): by the words before its brackets.
[[nodiscard]] bool ends_like(std::string_view heading, const ColumnRule& column);

}  // namespace torikomi

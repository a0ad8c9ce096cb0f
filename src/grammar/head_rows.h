// Which rows of a table are its head, and the headings in them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "header_row.h"
#include "heading.h"

namespace torikomi {

struct Head {
  Heading heading;
  std::uint16_t column = 0, width = 1;
};
using HeadRow = std::vector<Head>;

/// The rows of the head from the highest on, one at least: headings have the columns where they are printed. `rows`
/// holds the first rows of the table, one at least.
[[nodiscard]] std::vector<HeadRow> read_head_rows(std::string_view text, std::span<const RowCells> rows,
                                                  const LabelFinder& labels);

/// One heading a column from the first on.
[[nodiscard]] bool is_dense(const HeadRow& row);

/// 項目別集計 of 会派 | 交付額 | 項目別集計 | 残額: the only heading of a row that names parts, where `parts` headings
/// below it and the others make as many columns as the rows have. Both rows are written without their empty cells.
[[nodiscard]] std::optional<std::size_t> find_parted_head(std::string_view text, const HeadRow& upper,
                                                          std::size_t parts, std::size_t columns);

/// The label is that of a table or of a column.
[[nodiscard]] bool leads_to_table(const std::optional<LabelHit>& hit);

}  // namespace torikomi

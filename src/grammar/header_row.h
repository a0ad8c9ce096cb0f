// Rows of cells: which are the header of a known table, and which cell stands below which heading.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "label_finder.h"
#include "torikomi/grammar/match.h"

namespace torikomi {

/// A cell with words, and the label that they are.
struct RowCell {
  NormSpan span;
  std::uint16_t column = 0;
  std::optional<LabelHit> hit;
};

/// The table whose header `cells` are: the family's tables in order, then those of the supplements. Without rows.
[[nodiscard]] std::optional<TableMatch> match_header(std::string_view text, std::span<const RowCell> cells,
                                                     std::span<const Grammar* const> grammars);

/// For each cell the number of the heading above it. Exact columns where they agree; else, where there are as many
/// cells as headings, in order (extractors shift whole rows; `fits` is then false); else each under the last heading at
/// or before it. Nothing where two cells would share one heading.
[[nodiscard]] std::optional<std::vector<std::size_t>> place_below(std::span<const std::uint16_t> columns,
                                                                  std::span<const RowCell> cells, bool& fits);

}  // namespace torikomi

// The head of a table: which table it is, what its columns are, and which cell stands below which heading.
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
  std::uint16_t width = 1;
  std::optional<LabelHit> hit;
};

using RowCells = std::vector<RowCell>;

/// A table whose head was read.
struct TableHead {
  TableMatch match;      ///< without rows
  std::size_t rows = 1;  ///< of the head
};

/// What stands around a head, for tables that their headings alone do not tell.
struct HeadContext {
  NormSpan title, unit;  ///< of the lines above; empty if there are none
  bool own_unit = true;  ///< the unit stands with this table, not with one before it
};

/// 1,500円, △3千円.
[[nodiscard]] bool prints_yen(std::string_view words);

/// Numbers stand in columns of this role.
[[nodiscard]] bool holds_value(ColumnRole role);

/// The table whose head `rows` begins with: the family's tables in order, then those of the supplements. `rows` goes on
/// with the first rows of the table, by which columns without a heading and headings over several columns are told.
[[nodiscard]] std::optional<TableHead> match_head(std::string_view text, std::span<const RowCells> rows,
                                                  std::span<const Grammar* const> grammars, const HeadContext& context);

/// Cells that name a known table or one of its columns, or a year. 0 where `cells` cannot be the first row of a head: a
/// value, or a single cell that is no heading of amounts over a later column.
[[nodiscard]] std::size_t known_headings(std::string_view text, const RowCells& cells);

/// For each cell the number of the heading above it. Exact columns where they agree; else, where there are as many
/// cells as headings, in order (extractors shift whole rows; `fits` is then false); else each under the last heading at
/// or before it. Nothing where two cells would share one heading.
[[nodiscard]] std::optional<std::vector<std::size_t>> place_below(std::span<const std::uint16_t> columns,
                                                                  std::span<const RowCell> cells, bool& fits);

/// 委員長 | 小 林 みどり: the post of a member and his name are no headings.
[[nodiscard]] bool names_member(std::string_view text, const RowCells& cells);

}  // namespace torikomi

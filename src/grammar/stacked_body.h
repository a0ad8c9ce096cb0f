// Deals out the cells below a head, one after the other, to the columns of their table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "torikomi/grammar/match.h"

namespace torikomi {

/// A number and what belongs to it, or a mark for none, and nothing else: not 1日の摂取量, 1 市税.
[[nodiscard]] bool is_whole_value(std::string_view words);

/// A date and nothing else.
[[nodiscard]] bool is_whole_date(std::string_view words);

/// What a cell of a column must be like.
enum class CellClass : std::uint8_t {
  kValue,
  kMoney,  ///< a value that counts nothing else than yen
  kUnit,
  kDate,
  kPerson,
  kWords,  ///< no value
  kBody,   ///< no value and no name of a person
  kKind,   ///< what the values of the row are: 目標, 実績
  kAny
};

struct StackedColumn {
  CellClass cell = CellClass::kAny;
  bool core = false;       ///< every row has it
  bool indicator = false;  ///< names an indicator
};

struct StackedCell {
  std::string_view words;
  bool tells_kind = false;  ///< 目標, 実績: a grammar knows it as the name of a row
};

/// The columns of a table by their roles. No column is of the core where nothing tells where a row begins.
/// `bodies`: every member has a body of its own; else one may be that of the members below it as well.
[[nodiscard]] std::vector<StackedColumn> stacked_columns(const TableMatch& match, bool bodies);

/// One row: `columns[n]` is the column of the cell `first + n`. A loose cell, which could stand in several columns, is
/// a row of its own with column 0.
struct StackedRow {
  std::size_t first = 0;
  std::vector<std::uint16_t> columns;
};

struct StackedBody {
  std::vector<StackedRow> rows;
  std::size_t full = 0;   ///< rows that are no loose cell
  std::size_t end = 0;    ///< of the cells that were taken
  bool complete = false;  ///< every row has all of its cells, and nothing is left
};

[[nodiscard]] StackedBody read_stacked_body(std::span<const StackedCell> cells,
                                            const std::vector<StackedColumn>& columns);

}  // namespace torikomi

// What the heads of a table say about its columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/facts.h"

namespace torikomi {

struct ColumnHead {
  std::uint16_t column = 0;
  std::string label;  ///< without blanks; of several rows of heads the lowest that says something
  NormSpan span;
};

/// The rows above the first row with two numbers (or one beside words) are heads.
struct TableHeads {
  std::vector<ColumnHead> columns;
  std::uint32_t first_row = 0;  ///< block of the first row of data
};

/// Nothing where the grid has no head or no data below it.
[[nodiscard]] std::optional<TableHeads> find_heads(const CheckInput& input, const Grid& grid);

/// The cell in that column of a row that holds a number.
[[nodiscard]] std::optional<std::size_t> number_in(const CheckInput& input, const Block& row, std::uint16_t column);

/// The words of the first cell with words, without blanks, numbers and notes in brackets aside: the label of a row.
[[nodiscard]] std::string row_label(const CheckInput& input, const Block& row);

/// |a - b| <= limit; true where that cannot be computed.
[[nodiscard]] bool is_within(Decimal a, Decimal b, Decimal limit);

}  // namespace torikomi

// What the heads of a table say about its columns.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "check/facts.h"

namespace torikomi {

/// The heads of a grid, from the numbers of its cells (CheckFacts::numbers).
[[nodiscard]] std::optional<TableHeads> read_heads(const NormText& text, const Layout& layout,
                                                   std::span<const std::optional<CellNumber>> numbers,
                                                   const Grid& grid);

/// The cell in that column of a row that holds a number.
[[nodiscard]] std::optional<std::size_t> number_in(const TextInput& input, const Block& row, std::uint16_t column);

/// The words of the first cell with words, without blanks, numbers and notes in brackets aside: the label of a row.
[[nodiscard]] std::string row_label(const TextInput& input, const Block& row);

/// |a - b| <= limit; true where that cannot be computed.
[[nodiscard]] bool is_within(Decimal a, Decimal b, Decimal limit);

}  // namespace torikomi

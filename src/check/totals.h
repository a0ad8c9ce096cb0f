// Totals of tables and the items above them.
#pragma once

#include <string>
#include <vector>

#include "check/facts.h"

namespace torikomi {

struct Total {
  NormSpan span;  ///< the printed total
  Decimal printed, sum;
  Decimal allowance;    ///< how far rounding of the items may move the sum; 0 where values are exact
  std::string addends;  ///< "111570 + 620000"
};

/// Every total row (合計, 計, 総計, 小計) of every table, column by column, with the sum of the items above it up to
/// the header or the total before; and every column of totals, row by row (find_row_totals). Columns with items that
/// are no numbers or not to be added (率, 平均) are left out, and so are tables whose levels the labels do not tell.
[[nodiscard]] std::vector<Total> find_totals(const TextInput& input);

/// Columns headed 合計 or 計: the sum of the columns of numbers to their left, where most rows agree that it is one.
void find_row_totals(const TextInput& input, const Grid& grid, std::vector<Total>& out);

/// True where the difference is no more than rounding of the shown digits explains.
[[nodiscard]] bool is_rounding(const Total& total);

}  // namespace torikomi

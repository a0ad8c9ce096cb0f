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

/// Every total row (合計, 計, 総計) of every table, column by column, with the sum of the items above it up to the
/// header or the total before. Columns with items that are no numbers are left out, as are tables with subtotals.
[[nodiscard]] std::vector<Total> find_totals(const CheckInput& input);

/// True where the difference is no more than rounding of the shown digits explains.
[[nodiscard]] bool is_rounding(const Total& total);

}  // namespace torikomi

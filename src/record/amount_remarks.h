// Sums inside the remarks of a row of amounts: 需用費 60 and 役務費 2,502 below 説明 of a budget book.
#pragma once

#include <string_view>
#include <vector>

#include "builder.h"

namespace torikomi {

/// One line of a remark that is words and a sum.
struct RemarkSum {
  NormSpan item, sum;
};

/// The lines of `cell` that are words and a number without a unit, and nothing else (がん検診推進事業費 (1/2) 348).
/// Lines are parted by breaks or by " / ". In the order of the cell; those without a number are left out.
[[nodiscard]] std::vector<RemarkSum> sums_in_remark(const Builder& builder, NormSpan cell);

/// The remark breaks down `total`: its sums make just as much.
[[nodiscard]] bool adds_up(const Builder& builder, const std::vector<RemarkSum>& sums, NormSpan total);

}  // namespace torikomi

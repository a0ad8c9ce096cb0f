// Tables of evaluation sheets that hold indicators and sums below the same years: 利用者数 | 人 | 120 | 130 above
// 事業費 | 千円 | 900 | 950.
#pragma once

#include <optional>

#include "builder.h"

namespace torikomi {

/// The rows of one table by what they are; both parts have all columns of it, with roles of their own.
struct MixedTable {
  TableMatch kpis, sums;
};

/// Nothing where the rows of `table` are all of one kind, or where its grammar has no table of the other.
[[nodiscard]] std::optional<MixedTable> part_mixed(const Builder& builder, const TableMatch& table);

}  // namespace torikomi

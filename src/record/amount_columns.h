// What a column of a table of amounts holds, by its role.
#pragma once

#include "torikomi/grammar/match.h"

namespace torikomi {

[[nodiscard]] inline bool is_item(ColumnRole role) {
  return role == ColumnRole::kLineItem || role == ColumnRole::kCategory;
}

[[nodiscard]] inline bool is_sum(ColumnRole role) {
  return role == ColumnRole::kAmount || role == ColumnRole::kDifference || role == ColumnRole::kYear;
}

}  // namespace torikomi

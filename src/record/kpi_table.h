// A KPI table read cell by cell: one entry an indicator, whose values stand in one row or in several (目標 and 実績
// below each other, one row a year).
#pragma once

#include <vector>

#include "builder.h"
#include "torikomi/value/kpi.h"

namespace torikomi {

struct KpiValue {
  NormSpan cell;
  KpiCell kpi;
  ColumnRole role = ColumnRole::kOther;
  NormSpan as_of_words;
  std::optional<DateValue> as_of;
};

struct KpiEntry {
  NormSpan indicator, unit;  ///< as printed; empty where not
  NormSpan detail;  ///< 肺がん検診 behind がん検診の受診率, in a column without a heading; or empty
  NormSpan first;   ///< the first cell of its first row
  bool fits = true;
  std::vector<KpiValue> values;
};

/// Rows that name no value give no entry, and are handed to `tables`.
[[nodiscard]] std::vector<KpiEntry> read_kpi_table(Builder& builder, const CardContext& card, const TableMatch& table);

}  // namespace torikomi

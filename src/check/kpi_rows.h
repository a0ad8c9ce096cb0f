// Indicators together with their values.
#pragma once

#include "check/facts.h"

namespace torikomi {

/// Calls `check(kpi, values, rows)` for each row of kpis; `rows` are its rows of the table kpi_values, which stand in
/// the same order.
template <class Check>
void for_each_kpi(const Records& records, Check check) {
  const Table& kpis = records[TableId::kpis];
  const Table& values = records[TableId::kpi_values];
  std::size_t at = 0;
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const ConstRow kpi = kpis.row(i);
    RowRange rows{at, at};
    while (rows.end < values.size() &&
           values.row(rows.end)[col::kpi_values::kpi_id].text() == kpi[col::kpis::kpi_id].text())
      ++rows.end;
    at = rows.end;
    check(kpi, values, rows);
  }
}

}  // namespace torikomi

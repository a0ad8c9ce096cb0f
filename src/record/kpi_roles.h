// What the columns of a KPI table are, once their years are told apart.
#pragma once

#include <vector>

#include "builder.h"

namespace torikomi {

/// Baseline, current, target, actual or milestone.
[[nodiscard]] bool is_kpi_value(ColumnRole role);

/// Rows say what their values are: 目標 and 実績 below each other.
[[nodiscard]] bool rows_tell_kinds(const TableMatch& table);

/// What the dates of the table that leave something out are read with.
[[nodiscard]] DateContext dates_of_kpis(const Builder& builder, const CardContext& card, const TableMatch& table);

/// The role of each column: 現状値 without a 基準値 is the baseline (contract), headings that are years are the first,
/// the last or one between, past or to come.
[[nodiscard]] std::vector<ColumnRole> settle_kpi_roles(const Builder& builder, const TableMatch& table,
                                                       const DateContext& dates);

}  // namespace torikomi

// The values of a KPI table and the time that each of them speaks of.
#pragma once

#include <vector>

#include "kpi_table.h"

namespace torikomi {

/// Reads cells of one table from top to bottom. Builder, table and roles (by column, settled) outlive *this.
class KpiCells {
 public:
  KpiCells(const Builder& builder, const TableMatch& table, const std::vector<ColumnRole>& roles,
           const DateContext& dates);

  /// The last cell of the row in a column of this role; empty where there is none.
  [[nodiscard]] NormSpan last_cell(const TableRow& row, ColumnRole role) const;

  /// The column says when a value beside it is reached or was measured: 目標値 | 目標年度, 年度 beside 値.
  [[nodiscard]] bool is_time(std::size_t column) const;

  /// The cell that says when the target of its row is to be reached; empty where none does.
  [[nodiscard]] NormSpan target_year(const TableRow& row) const;

  /// R3.4.1 | R9.4.1 below 現状値 | 目標値, and nothing else: the days that the values of the rows below speak of.
  /// False where the row is another one.
  bool take_days(const TableRow& row);

  /// `cell` (the one of `row` in this column, or a part of it) as a value of `role`.
  [[nodiscard]] KpiValue read(const TableRow& row, std::size_t column, NormSpan cell, ColumnRole role,
                              std::string_view unit);

  /// The value is the target of the heading that is over all the years.
  void set_goal(KpiValue& value) const;

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return builder_.words(span); }
  [[nodiscard]] bool is_year_of_value(std::size_t column) const;
  [[nodiscard]] std::optional<DateValue> time_of_target(NormSpan cell) const;
  [[nodiscard]] KpiCell parse(NormSpan cell, std::string_view unit) const;
  void take_time(const TableRow& row, std::size_t number, KpiValue& value) const;
  [[nodiscard]] std::optional<DateValue> fiscal_year_of_cell(std::size_t column, NormSpan year) const;

  const Builder& builder_;
  const TableMatch& table_;
  const std::vector<ColumnRole>& roles_;
  DateContext dates_;
  std::vector<NormSpan> days_;         ///< by column, printed in a row of their own; empty: there is no such row
  std::optional<Day> seen_;            ///< the first date that a heading or a cell prints with its era
  bool goes_by_target_years_ = false;  ///< an indicator has a row for each year of its target
};

}  // namespace torikomi

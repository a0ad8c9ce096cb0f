// The unit of a sum in a table of amounts: of its item, its row, its column, the table.
#pragma once

#include <string_view>
#include <vector>

#include "builder.h"

namespace torikomi {

class AmountUnits {
 public:
  AmountUnits(const Builder& builder, const TableMatch& table);

  /// Of the item, else of the row and the column. うち国県支出金 and where money comes from have that of the last item
  /// with one: 千円 of 事業費(千円).
  [[nodiscard]] std::string_view unit_of(const TableRow& row, std::size_t column, NormSpan item);
  /// Printed in the head of a column or over its first words; or empty.
  [[nodiscard]] std::string_view unit_over(std::size_t column) const;
  /// 97.8 among sums in whole yen, or beside (単位:円、%): a share.
  [[nodiscard]] bool is_decimal_share(NormSpan cell, std::string_view unit) const;
  /// The cell without the unit over its number, and without the brackets of a group ([5,000]).
  [[nodiscard]] NormSpan value_of(NormSpan cell) const;

 private:
  void read_units();
  [[nodiscard]] std::string_view unit_beside() const;
  [[nodiscard]] NormSpan unit_behind(NormSpan cell) const;
  [[nodiscard]] std::string_view unit_below_number(NormSpan cell) const;
  [[nodiscard]] std::string_view unit_below_headings(const TableRow& row, std::size_t number) const;
  [[nodiscard]] std::string_view unit_of_difference(const TableRow& row, std::size_t number) const;

  const Builder& builder_;
  const TableMatch& table_;
  std::string_view table_unit_;  ///< money, or empty
  std::string_view years_unit_;  ///< the first that a heading names, or empty
  std::string_view row_unit_;    ///< that the item of the last row with one names: 千円 of 事業費(千円)
  std::vector<NormSpan> units_;  ///< by column, printed over its first number; or empty
};

}  // namespace torikomi

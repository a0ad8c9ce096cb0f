// The fiscal year of the sums in a table of amounts: of the column, of the row, of what the table or the document says.
#pragma once

#include <optional>

#include "builder.h"

namespace torikomi {

/// What a row says of its year.
struct RowYear {
  std::optional<int> year;
  NormSpan words;           ///< the cell that tells it
  bool is_item = false;     ///< that cell is what the sums would be for
  bool short_item = false;  ///< the item is a year without its era: 21年度
};

class AmountYears {
 public:
  AmountYears(const Builder& builder, const CardContext& card, const TableMatch& table);

  /// True where columns are single years.
  [[nodiscard]] bool any_columns() const { return has_columns_; }
  /// 本年度, 前年度 or 比較 before the items of a row: it holds for the rows below, too. Call for every row.
  void take_side(const TableRow& row);
  /// Of the sums of `item`. A row with a year of its own ends the side above it.
  [[nodiscard]] RowYear year_of_row(const TableRow& row, NormSpan item);
  /// 本年度, 比較: what the last of them said; empty where none holds.
  [[nodiscard]] NormSpan side() const { return side_ ? side_words_ : NormSpan(); }
  [[nodiscard]] bool side_is_difference() const { return side_ && !side_->years; }
  /// The item of a row is a side itself: 本年度 | 1,000.
  [[nodiscard]] bool is_side(NormSpan item) const { return side_ && side_of_cell(item).has_value(); }
  /// A difference of two years is of none, nor is a sum beside years.
  [[nodiscard]] Cell year_of_column(const ColumnMatch& column) const;
  [[nodiscard]] Cell year_of_sum(const ColumnMatch& column, NormSpan item, const RowYear& row) const;

 private:
  struct Side {
    std::optional<int> years;  ///< from the fiscal year of the document; nothing: a difference
  };

  [[nodiscard]] std::optional<Side> side_of_cell(NormSpan words) const;
  [[nodiscard]] Cell year_of_side() const;
  [[nodiscard]] std::optional<int> bare_year(NormSpan words) const;
  [[nodiscard]] bool is_short_year(NormSpan words) const;
  [[nodiscard]] bool tells_a_beginning(const ColumnMatch& column) const;
  [[nodiscard]] NormSpan year_cell(const TableRow& row, NormSpan item) const;
  [[nodiscard]] NormSpan year_of_item(NormSpan item) const;
  [[nodiscard]] Cell cell_of(NormSpan words) const;
  [[nodiscard]] std::optional<Day> day_of_a_heading() const;

  const Builder& builder_;
  const TableMatch& table_;
  DateContext dates_;
  std::optional<int> fiscal_year_;  ///< of the title of the table, else of the document
  bool has_columns_ = false;
  std::optional<Side> side_;  ///< of two years that the rows belong to, or their difference
  NormSpan side_words_;
};

/// 2020 of 令和2年度 and nothing else.
[[nodiscard]] std::optional<int> fiscal_year_of_cell(std::string_view words);

}  // namespace torikomi

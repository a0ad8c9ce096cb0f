// Dates of the rows of a schedule: what a row leaves out is that of the rows, columns and headings above it.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "builder.h"

namespace torikomi {

/// Reads the rows of one table from top to bottom. Builder, card and table outlive *this.
class ScheduleDates {
 public:
  ScheduleDates(const Builder& builder, const CardContext& card, const TableMatch& table);

  /// 令和5 | 4 | 13 below 年 | 月 | 日: the year of this row and those below it; nothing where `year` is empty. A bare
  /// 27 has no era: no year is known.
  void take_row_year(NormSpan year);

  /// 4月 | 13日(土): the month of this row and of those below it; nothing where `month` is empty.
  void take_month(NormSpan month);

  /// 平成21年度, alone in its row: the year of the rows below. False where the words are no year.
  bool take_heading_year(NormSpan words);

  /// The dates that the cell of a row names, which stay unknown to the rows below until they are remembered.
  [[nodiscard]] std::vector<DateValue> read(NormSpan when) const;

  void remember(const DateValue& date);

 private:
  void take_title_month();
  [[nodiscard]] std::vector<DateValue> dates_in(NormSpan when, const DateContext& context) const;
  [[nodiscard]] std::vector<DateValue> day_below(std::string_view words, unsigned day,
                                                 const DateContext& context) const;
  [[nodiscard]] std::vector<DateValue> day_below_title(std::string_view words, const DateContext& context) const;
  [[nodiscard]] std::optional<Day> begin_of_year() const;
  [[nodiscard]] std::optional<Day> begin_of_session() const;
  [[nodiscard]] std::optional<int> fiscal_year() const;

  const Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  std::optional<Day> previous_;                            ///< of the row above
  std::optional<int> heading_year_;                        ///< a fiscal year that stands alone in a row above
  std::optional<Day> month_;                               ///< its first day
  std::optional<std::pair<unsigned, unsigned>> yearless_;  ///< month and day of the date above, whose year is not told
  bool has_year_column_ = false;
  std::optional<Day> row_year_;  ///< the first day of the year that its column tells; nothing where the era is not told
  std::optional<unsigned> title_month_;     ///< that the line above names, for bare days
  std::optional<unsigned> yearless_month_;  ///< that of this row and those above, where no year is told
};

}  // namespace torikomi

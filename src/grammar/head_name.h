// An indicator that is named in the head of its table instead of in the rows.
#pragma once

#include <span>
#include <string_view>

#include "header_row.h"
#include "heading.h"

namespace torikomi {

/// 実施済校数(校) | 区分 | 3年度 | 4年度 over 目標 and 実績, with nothing else below it, also behind 成果指標1; or
/// 成果指標名 | 実施済校数 | 単位 | 校 above a line of years and 目標値. `match` outlives it; its row kinds are
/// settled.
class HeadName {
 public:
  HeadName(std::string_view text, std::span<const RowCells> body, const LabelFinder& labels, TableMatch& match)
      : text_(text), body_(body), labels_(labels), match_(match) {}

  /// Makes the name the title of the table and gives its unit to the values. False where the head names none.
  bool take();

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }
  [[nodiscard]] bool has_years() const;
  bool take_beside_label();
  bool take_before(std::size_t kinds);
  void take_unit(NormSpan unit);
  [[nodiscard]] bool is_unit_label(NormSpan heading) const;
  [[nodiscard]] bool stands_in_head(const ColumnMatch& column, std::uint16_t kinds) const;

  std::string_view text_;
  std::span<const RowCells> body_;
  const LabelFinder& labels_;
  TableMatch& match_;
};

}  // namespace torikomi

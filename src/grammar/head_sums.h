// The columns of a head below which sums of money stand, whatever their headings say.
#pragma once

#include <span>
#include <string_view>

#include "header_row.h"

namespace torikomi {

/// Settles a table of amounts by what stands below its headings. `match` outlives it.
class HeadSums {
 public:
  HeadSums(std::string_view text, std::span<const RowCells> body, const HeadContext& context, TableMatch& match)
      : text_(text), body_(body), context_(context), match_(match) {}

  void settle() {
    settle_endings();
    settle_words();
    settle_money();
    settle_rest();
    settle_sides();
    settle_items();
  }

  /// Above the table, in a heading or below it, something says that its values are yen.
  [[nodiscard]] bool speaks_of_money() const;

  /// (単位:人) above the table, and no word of yen in it: its values are no money.
  [[nodiscard]] bool counts_others() const;

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }
  [[nodiscard]] bool is_yen(NormSpan units) const;
  [[nodiscard]] const ColumnRule* rule_of(ColumnRole role) const;

  void settle_endings();
  void settle_words();
  void settle_money();
  void settle_rest();
  void settle_items();
  void settle_sides();
  void settle_inner_items(const ColumnRule& item);
  void settle_second_items(const ColumnRule& item);
  [[nodiscard]] bool holds_data(std::uint16_t column) const;
  [[nodiscard]] bool holds_words_only(std::uint16_t column) const;
  [[nodiscard]] bool holds_names(std::uint16_t column) const;
  [[nodiscard]] bool holds_numbers(std::uint16_t column) const;
  [[nodiscard]] bool holds_codes(std::uint16_t column) const;
  [[nodiscard]] bool holds_money(std::uint16_t column) const;
  [[nodiscard]] bool stands_among_sums(const ColumnMatch& column) const;
  [[nodiscard]] bool holds_groups(std::uint16_t column) const;
  [[nodiscard]] bool holds_plain_sums(std::uint16_t column, std::string_view units) const;
  [[nodiscard]] bool speaks_of_money_below() const;
  [[nodiscard]] bool is_unit_over_number(NormSpan cell) const;
  [[nodiscard]] bool is_statement() const;

  std::string_view text_;
  std::span<const RowCells> body_;
  const HeadContext& context_;
  TableMatch& match_;
};

}  // namespace torikomi

// The note of an amount: what tells it from its neighbours in the row, and the remark beside it.
#pragma once

#include <string_view>
#include <vector>

#include "builder.h"

namespace torikomi {

class AmountNotes {
 public:
  AmountNotes(Builder& builder, const TableMatch& table) : builder_(builder), table_(table) {}

  /// What stands around a sum.
  struct Place {
    std::size_t column = 0;
    std::string_view kind;   ///< of the amount
    NormSpan part;           ///< the class of its item
    bool year_lost = false;  ///< the heading is a year that no amount can bear
  };
  /// The class of the item, the heading where kind and year do not tell the amount from its neighbours, and the remark
  /// of the row.
  [[nodiscard]] Cell note_of(const TableRow& row, const Place& place) const;
  /// The headings of a column without units, the year and signs such as A-B.
  [[nodiscard]] std::vector<NormSpan> words_over(const ColumnMatch& column) const;
  /// What the row remarks beside the sum in `column`; or empty.
  [[nodiscard]] NormSpan remark_of(const TableRow& row, std::size_t column) const;

 private:
  [[nodiscard]] std::size_t sums() const;
  [[nodiscard]] bool hides_kind(const ColumnMatch& column, std::string_view kind) const;
  [[nodiscard]] bool same_facts(const ColumnMatch& a, const ColumnMatch& b) const;

  Builder& builder_;
  const TableMatch& table_;
};

}  // namespace torikomi

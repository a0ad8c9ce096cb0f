// What the sums of a row of amounts are for: the deepest item beside them, the class that parts it, or the total.
#pragma once

#include <utility>
#include <vector>

#include "builder.h"

namespace torikomi {

struct AmountItem {
  NormSpan words;
  NormSpan part;  ///< 使用料 beside the item 会議室: a class of its sums; 歳入 of which 計 is the total; or empty
  bool total = false;
};

class AmountItems {
 public:
  AmountItems(const Builder& builder, const TableMatch& table);

  /// False where no column names what the amounts are for: the title does.
  [[nodiscard]] bool any() const { return any_; }
  /// Keeps the items of a row: a merged cell holds for the rows below. Call for every row, before item_of.
  void hold(const TableRow& row);
  /// Of the sum in `column`.
  [[nodiscard]] AmountItem item_of(const TableRow& row, std::size_t column) const;
  /// 110千円 below 経費 is no item.
  [[nodiscard]] bool is_money(NormSpan words) const;

 private:
  void find_classes();
  [[nodiscard]] bool comes_again(std::size_t column) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> item_columns(std::size_t column) const;
  [[nodiscard]] AmountItem deepest(const TableRow& row, std::size_t column) const;
  [[nodiscard]] NormSpan category_over(std::size_t first, NormSpan item) const;
  [[nodiscard]] bool begins_anew(const TableRow& row, std::size_t column) const;
  [[nodiscard]] bool is_count(NormSpan words) const;
  void take_total(const TableRow& row, AmountItem& item) const;
  [[nodiscard]] bool is_group_total(NormSpan words) const;
  [[nodiscard]] NormSpan group_of(const TableRow& row, NormSpan total) const;

  const Builder& builder_;
  const TableMatch& table_;
  std::vector<bool> classes_;     ///< by column: its words part the sums of an item
  std::vector<NormSpan> held_;    ///< by column, the last item that was printed
  std::vector<NormSpan> groups_;  ///< by column, the last item or class above that no total has closed
  bool closes_ = false;           ///< the row before was the total of a group
  bool groups_told_ = false;      ///< several rows are totals of groups: which one is worth telling
  bool any_ = false;
};

/// ・防災事業: the mark of a list is no part of its name.
[[nodiscard]] NormSpan without_bullet(const Builder& builder, NormSpan item);

}  // namespace torikomi

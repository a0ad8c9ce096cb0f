// Which row of one table is which row of the same table on the other side.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "torikomi/record/records.h"

namespace torikomi {

/// The rows of a table of two documents, matched.
struct RowPair {
  std::optional<std::size_t> before, after;
};

/// Gives the ids of one pair of documents common numbers, so that rows can be matched under the measure, event or KPI
/// that they belong to.
class CommonIds {
 public:
  /// The same number on both sides from now on; an empty `before` or `after`: a number of its own.
  void pair(std::string_view before, std::string_view after);
  /// Empty for an id that belongs to no table.
  [[nodiscard]] std::string before(std::string_view id) const { return of(before_, id); }
  [[nodiscard]] std::string after(std::string_view id) const { return of(after_, id); }
  /// True where what has this id is only on one side.
  [[nodiscard]] bool is_single(std::string_view id) const { return single_.count(std::string(id)) > 0; }

 private:
  using Numbers = std::unordered_map<std::string, std::size_t>;
  static std::string of(const Numbers& numbers, std::string_view id);
  Numbers before_, after_;
  std::unordered_map<std::string, bool> single_;
  std::size_t next_ = 0;
};

/// Columns whose difference counts: no ids, lines, findings, nor what another table says, too.
[[nodiscard]] bool is_compared(const TableInfo& table, const ColumnInfo& column);

/// The cell as text, so that outputs of different formats agree: line ends as CSV writes them.
[[nodiscard]] std::string comparable(const Cell& cell);

/// Pairs in the order of `after`, rows that are gone last. `ids` must know the ids of the tables that this one refers
/// to.
[[nodiscard]] std::vector<RowPair> pair_rows(const Table& before, const Table& after, const CommonIds& ids);

}  // namespace torikomi

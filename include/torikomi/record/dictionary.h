// What the tables, columns and code words of the contract mean: for data dictionaries, code lists and schemas.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "torikomi/record/schema.h"

namespace torikomi {

/// One word of a closed vocabulary.
struct Term {
  std::string_view value;  ///< as it stands in the cell
  Text2 meaning;
};

/// Every word that may stand in the column, or nothing where any text may. Static storage.
[[nodiscard]] std::span<const Term> terms(TableId table, std::string_view column);

/// What one row of the table is.
[[nodiscard]] Text2 describe(TableId table);
/// What the column holds. Never empty.
[[nodiscard]] Text2 describe(TableId table, std::string_view column);
/// Name of the type, for people.
[[nodiscard]] Text2 describe(ColumnType type);

/// The column whose values name the rows, where there is one.
[[nodiscard]] std::optional<std::size_t> primary_key(const TableInfo& table);

/// A column whose values are keys of another table, or empty.
struct ForeignKey {
  std::size_t column;
  const TableInfo* table;
  std::size_t key;  ///< column of *table
};
[[nodiscard]] std::vector<ForeignKey> foreign_keys(const TableInfo& table);

}  // namespace torikomi

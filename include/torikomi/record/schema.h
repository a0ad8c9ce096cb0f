// The tables and columns of the record contract, as data.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "torikomi/core/result.h"

namespace torikomi {

enum class ColumnType { id, text, code, integer, decimal, boolean, date, edtf, time, narrative };

struct ColumnInfo {
  std::string_view name;  ///< CSV header, JSON key, SQLite column
  ColumnType type;
  Text2 title;
};

/// In the order of the contract.
enum class TableId : std::size_t {
#define TABLE(name, ja, en) name,
#define COLUMN(table, name, type, ja, en)
#include "torikomi/record/tables.def"
};

struct TableInfo {
  TableId id;
  std::string_view name;
  Text2 title;
  std::span<const ColumnInfo> columns;
};

/// Every table, in the order of the contract; index = TableId.
[[nodiscard]] std::span<const TableInfo> all_tables();
[[nodiscard]] inline const TableInfo& table_info(TableId id) { return all_tables()[static_cast<std::size_t>(id)]; }

namespace detail {
// Numbers every column through all tables; `before_x` steps back so that the first column of x gets the number
// `begin_x`.
enum GlobalColumn : int {
#define TABLE(name, ja, en) begin_##name, before_##name = begin_##name - 1,
#define COLUMN(table, name, type, ja, en) table##_##name,
#include "torikomi/record/tables.def"
};
}  // namespace detail

/// Column numbers by name: row[col::schedules::edtf].
namespace col {
#define TABLE(name, ja, en)
#define COLUMN(table, name, type, ja, en)                                                  \
  namespace table {                                                                        \
  inline constexpr std::size_t name = detail::table##_##name - int{detail::begin_##table}; \
  }
#include "torikomi/record/tables.def"
}  // namespace col

}  // namespace torikomi

#include "torikomi/record/schema.h"

#include <array>

namespace torikomi {
namespace {

struct FlatColumn {
  TableId table;
  ColumnInfo info;
};

constexpr std::array kFlat = {
#define TABLE(name, ja, en)
#define COLUMN(table, name, type, ja, en) FlatColumn{TableId::table, {#name, ColumnType::type, {ja, en}}},
#include "torikomi/record/tables.def"
};

constexpr auto kColumns = [] {
  std::array<ColumnInfo, kFlat.size()> columns{};
  for (std::size_t i = 0; i < kFlat.size(); ++i) columns[i] = kFlat[i].info;
  return columns;
}();

constexpr std::span<const ColumnInfo> columns_of(TableId table) {
  std::size_t begin = 0;
  while (kFlat[begin].table != table) ++begin;
  std::size_t end = begin;
  while (end < kFlat.size() && kFlat[end].table == table) ++end;
  return std::span(kColumns).subspan(begin, end - begin);
}

constexpr std::array kTables = {
#define TABLE(name, ja, en) TableInfo{TableId::name, #name, {ja, en}, columns_of(TableId::name)},
#define COLUMN(table, name, type, ja, en)
#include "torikomi/record/tables.def"
};

}  // namespace

std::span<const TableInfo> all_tables() { return kTables; }

}  // namespace torikomi

#include "compare/row_pairs.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

/// "before-after" of each pair, rows by number, "." for none.
std::string told(const std::vector<RowPair>& pairs) {
  std::string out;
  for (const RowPair& pair : pairs) {
    if (!out.empty()) out += ' ';
    out += (pair.before ? std::to_string(*pair.before) : ".") + "-" + (pair.after ? std::to_string(*pair.after) : ".");
  }
  return out;
}

Records measures(std::initializer_list<const char*> projects) {
  Records out;
  for (const char* project : projects) out[TableId::measures].add()[col::measures::project] = project;
  return out;
}

std::string pair_measures(std::initializer_list<const char*> before, std::initializer_list<const char*> after) {
  return told(pair_rows(measures(before)[TableId::measures], measures(after)[TableId::measures], CommonIds()));
}

TEST(RowPairs, MeasuresByTheirNames) {
  const struct {
    const char* name;
    std::initializer_list<const char*> before, after;
    const char* pairs;
  } rows[] = {
      {"nothing", {}, {}, ""},
      {"all new", {}, {"商談会", "見本市"}, ".-0 .-1"},
      {"all gone", {"商談会", "見本市"}, {}, "0-. 1-."},
      {"the same in another order", {"商談会", "見本市"}, {"見本市", "商談会"}, "1-0 0-1"},
      {"twice the same name, in their order", {"商談会", "商談会"}, {"商談会", "商談会"}, "0-0 1-1"},
      {"one of two is gone", {"商談会", "商談会"}, {"商談会"}, "0-0 1-."},
      {"a longer name", {"商談会"}, {"合同商談会"}, "0-0"},
      {"half of the pairs in common are enough", {"甲乙丙"}, {"甲乙丁"}, "0-0"},
      {"less than half is not", {"甲乙丙丁"}, {"甲乙戊己"}, ".-0 0-."},
      {"the better one of two", {"観光案内所の運営", "観光案内板の設置"}, {"観光案内板の新設"}, "1-0 0-."},
      {"a name of one character is like no other", {"甲"}, {"乙"}, ".-0 0-."},
  };
  for (const auto& row : rows) EXPECT_EQ(pair_measures(row.before, row.after), row.pairs) << row.name;
}

TEST(RowPairs, TheStricterColumnsComeFirst) {
  const auto with = [](std::initializer_list<std::pair<const char*, const char*>> rows) {
    Records out;
    for (const auto& [measure, project] : rows) {
      const Row row = out[TableId::measures].add();
      row[col::measures::measure] = measure;
      row[col::measures::project] = project;
    }
    return out;
  };
  const Records before = with({{"産業", "連携"}, {"観光", "連携"}});
  const Records after = with({{"観光", "連携"}, {"医療", "連携"}});
  EXPECT_EQ(told(pair_rows(before[TableId::measures], after[TableId::measures], CommonIds())), "1-0 0-1");
}

/// A KPI of one measure is none of another, whatever it is called.
TEST(RowPairs, RowsArePairsBelowTheSameMeasureOnly) {
  const auto kpi_of = [](const char* measure) {
    Records out;
    const Row row = out[TableId::kpis].add();
    row[col::kpis::measure_id] = measure;
    row[col::kpis::indicator] = "来場者数";
    return out;
  };
  const Records before = kpi_of("old-1");
  const Records after = kpi_of("new-1");
  CommonIds same;
  same.pair("old-1", "new-1");
  EXPECT_EQ(told(pair_rows(before[TableId::kpis], after[TableId::kpis], same)), "0-0");
  CommonIds others;
  others.pair("old-1", "new-2");
  others.pair("", "new-1");
  EXPECT_EQ(told(pair_rows(before[TableId::kpis], after[TableId::kpis], others)), ".-0 0-.");
}

TEST(CommonIds, GiveTheSameNumberToBothSides) {
  CommonIds ids;
  ids.pair("a", "x");
  ids.pair("b", "");
  ids.pair("", "y");
  EXPECT_EQ(ids.before("a"), ids.after("x"));
  EXPECT_NE(ids.before("b"), ids.after("y"));
  EXPECT_EQ(ids.before("x"), "");
  EXPECT_EQ(ids.after(""), "");
  EXPECT_FALSE(ids.is_single("a"));
  EXPECT_TRUE(ids.is_single("b"));
  EXPECT_TRUE(ids.is_single("y"));
}

TEST(Comparable, LineEndsAreThoseOfCsv) {
  const struct {
    const char *text, *expected;
  } rows[] = {{"", ""},          {"a", "a"},        {"a\nb", "a / b"},     {"a\r\nb", "a / b"},
              {"a\rb", "a / b"}, {"a\vb", "a / b"}, {"a\fb", "a / b"},     {"a\n\nb", "a /  / b"},
              {"\na", " / a"},   {"a\r", "a / "},   {"a\n\rb", "a /  / b"}};
  for (const auto& row : rows) EXPECT_EQ(comparable(Cell(row.text)), row.expected);
  EXPECT_EQ(comparable(Cell(true)), "true");
  EXPECT_EQ(comparable(Cell(1200)), "1200");
  EXPECT_EQ(comparable(Cell(*Decimal::parse("0.5"))), "0.5");
}

TEST(IsCompared, LeavesOutWhatOnlyTellsThePlace) {
  const struct {
    TableId table;
    const char* column;
    bool expected;
  } rows[] = {
      {TableId::documents, "title", true},      {TableId::documents, "source", false},
      {TableId::documents, "coverage", false},  {TableId::measures, "project", true},
      {TableId::measures, "measure_id", false}, {TableId::measures, "card_no", false},
      {TableId::kpis, "indicator", true},       {TableId::kpis, "line", false},
      {TableId::kpis, "findings", false},       {TableId::diagnostics, "rule", true},
      {TableId::diagnostics, "message", false}, {TableId::diagnostics, "end_line", false},
  };
  for (const auto& row : rows) {
    const TableInfo& table = table_info(row.table);
    bool found = false;
    for (const ColumnInfo& column : table.columns) {
      if (column.name != row.column) continue;
      found = true;
      EXPECT_EQ(is_compared(table, column), row.expected) << table.name << "." << row.column;
    }
    EXPECT_TRUE(found) << row.column;
  }
}

}  // namespace
}  // namespace torikomi

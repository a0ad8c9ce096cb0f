// Folders of CSV files: quoting, line ends, headings and what is no CSV of ours.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "compare/sets.h"
#include "write/support.h"

namespace torikomi {
namespace {

using testing::TemporaryFolder;

/// A line of headings for every table, and `rows` below those of the table `measures`.
class CsvFolder {
 public:
  explicit CsvFolder(std::string_view end = "\n", bool japanese = false) : end_(end) {
    for (const TableInfo& table : all_tables()) {
      std::string text;
      for (const ColumnInfo& column : table.columns) {
        if (!text.empty()) text += ',';
        text += japanese ? column.title.ja : column.name;
      }
      write(table.name, text + end_);
    }
    add("documents", "d1,a.txt,UTF-8,,標題,津山市,332038,,,2017,,,,");
  }
  void write(std::string_view table, const std::string& text) { std::ofstream(file(table), std::ios::binary) << text; }
  void add(std::string_view table, const std::string& row, bool ended = true) {
    std::ofstream(file(table), std::ios::binary | std::ios::app) << row << (ended ? end_ : "");
  }
  /// A measure whose project is written as `field`.
  void add_project(const std::string& field) { add("measures", "d1,d1-1,1,,," + field + ",,,,,,,,,,,"); }
  void remove(std::string_view table) { std::filesystem::remove(file(table)); }
  [[nodiscard]] OpenedSet open() const { return open_csv_set(folder_.path()); }

 private:
  [[nodiscard]] std::string file(std::string_view table) const { return folder_ / (std::string(table) + ".csv"); }
  TemporaryFolder folder_;
  std::string end_;
};

/// The project of the only measure.
std::string project_in(const CsvFolder& folder) {
  const auto set = folder.open();
  if (!set) return "error: " + set.error().message.en;
  const auto records = (*set)->load(0);
  if (!records) return "error: " + records.error().message.en;
  const Table& measures = (*records)[TableId::measures];
  return measures.size() == 1 ? std::string(measures.row(0)[col::measures::project].text()) : "not one measure";
}

TEST(CsvSet, FieldsComeBackAsTheyWere) {
  const struct {
    const char *name, *field, *expected;
  } rows[] = {
      {"plain", "商談会", "商談会"},
      {"quoted", "\"商談会\"", "商談会"},
      {"a comma", "\"甲,乙\"", "甲,乙"},
      {"quotes", "\"「\"\"甲\"\"」\"", "「\"甲\"」"},
      {"only a quote", "\"\"\"\"", "\""},
      {"an empty quoted field", "\"\"", ""},
      {"a line end inside", "\"甲\n乙\"", "甲\n乙"},
      {"CR LF inside", "\"甲\r\n乙\"", "甲\r\n乙"},
      {"a CR at its end", "\"甲\r\"", "甲\r"},
      {"a quote in the middle", "甲\"乙", "甲\"乙"},
  };
  for (const auto& row : rows) {
    for (const char* end : {"\n", "\r\n"}) {
      CsvFolder folder(end);
      folder.add_project(row.field);
      EXPECT_EQ(project_in(folder), row.expected) << row.name;
    }
  }
}

TEST(CsvSet, ALastFieldKeepsItsCarriageReturnWhereItIsQuoted) {
  CsvFolder folder;
  folder.add("measures", "d1,d1-1,1,,,甲,,,,,,,,,,,\"TXT001\r\"");
  const auto set = folder.open();
  ASSERT_TRUE(set) << set.error().message.en;
  const auto records = (*set)->load(0);
  ASSERT_TRUE(records);
  EXPECT_EQ((*records)[TableId::measures].row(0)[col::measures::findings].text(), "TXT001\r");
}

/// The excel profile, which ends lines with CR LF, puts a ' before what would run; nobody else does.
TEST(CsvSet, TheGuardOfSpreadsheetsIsTakenOffWhereItWasPut) {
  const struct {
    const char *field, *excel, *data;
  } rows[] = {
      {"'=1+1", "=1+1", "'=1+1"}, {"'＋5", "＋5", "'＋5"},
      {"'@甲", "@甲", "'@甲"},    {"' / 甲", " / 甲", "' / 甲"},
      {"'甲", "'甲", "'甲"},      {"'", "'", "'"},
      {"''=1", "''=1", "''=1"},   {"-5の改善", "-5の改善", "-5の改善"},
  };
  for (const auto& row : rows) {
    CsvFolder excel("\r\n", true);
    excel.add_project(row.field);
    EXPECT_EQ(project_in(excel), row.excel) << row.field;
    CsvFolder data;
    data.add_project(row.field);
    EXPECT_EQ(project_in(data), row.data) << row.field;
  }
}

TEST(CsvSet, CellsHaveTheTypesOfTheirColumns) {
  CsvFolder folder;
  const auto set = folder.open();
  ASSERT_TRUE(set) << set.error().message.en;
  ASSERT_EQ((*set)->documents().size(), 1U);
  const auto& facts = (*set)->documents()[0];
  EXPECT_EQ(facts.document_id, "d1");
  EXPECT_EQ(facts.source, "a.txt");
  EXPECT_EQ(facts.title, "標題");
  EXPECT_EQ(facts.publisher, "332038") << "the code is text, whose zeros count";
  EXPECT_EQ(facts.fiscal_year, 2017);
}

TEST(CsvSet, Rejected) {
  const struct {
    const char* name;
    void (*damage)(CsvFolder&);
  } rows[] = {
      {"a table is missing", [](CsvFolder& f) { f.remove("kpis"); }},
      {"an empty file", [](CsvFolder& f) { f.write("kpis", ""); }},
      {"other columns", [](CsvFolder& f) { f.write("kpis", "a,b\n"); }},
      {"a row with a field less", [](CsvFolder& f) { f.add("measures", "d1,d1-1,1"); }},
      {"a quote without an end", [](CsvFolder& f) { f.add_project("\"甲"); }},
      {"torn in the last row", [](CsvFolder& f) { f.add("measures", "d1,d1-1,1,,,甲,,,,,,,,,,,", false); }},
  };
  for (const auto& row : rows) {
    CsvFolder folder;
    row.damage(folder);
    const auto set = folder.open();
    ASSERT_FALSE(set) << row.name;
    EXPECT_EQ(set.error().code, ErrorCode::kInput) << row.name;
  }
}

}  // namespace
}  // namespace torikomi

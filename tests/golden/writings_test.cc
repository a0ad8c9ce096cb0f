// samples/writings: one report as several extractors write it. All of them give the same records; where they stand in
// the file is what differs.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support.h"

namespace torikomi {
namespace {

namespace fs = std::filesystem;

/// Columns that speak of the bytes or the lines of the file.
bool is_about_the_file(std::string_view column) {
  for (const std::string_view name : {"source", "encoding", "coverage", "structured"})
    if (column == name) return true;
  return column.starts_with("line") || column.ends_with("_id");
}

/// `raw` is what was printed, and that is what the writings differ in: breaks and markup count nothing here.
std::string bare(std::string_view words) {
  std::string out;
  for (const char c : words)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
  return out;
}

std::string comparable(const Document& document) {
  std::string out;
  for (const Table& table : document.records.tables()) {
    if (table.info().name == std::string_view("diagnostics")) continue;
    for (std::size_t i = 0; i < table.size(); ++i) {
      out += std::string(table.info().name) + "\n";
      const ConstRow row = table.row(i);
      for (std::size_t c = 0; c < row.size(); ++c) {
        const std::string_view name = table.info().columns[c].name;
        if (is_about_the_file(name) || name == "findings" || row[c].empty()) continue;
        std::string value;
        row[c].append_to(value);
        out += "  " + std::string(name) + "=" + (name == "raw" || name.ends_with("_raw") ? bare(value) : value) + "\n";
      }
    }
  }
  return out;
}

TEST(Writings, GiveTheSameRecords) {
  std::vector<fs::path> inputs;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TORIKOMI_REPOSITORY) / "samples/writings"))
    if (entry.path().stem() == "input") inputs.push_back(entry.path());
  std::sort(inputs.begin(), inputs.end());
  ASSERT_GE(inputs.size(), 5U);
  std::string expected;
  for (const fs::path& path : inputs) {
    const auto document = testing::ingest_bytes(testing::read_file(path));
    ASSERT_TRUE(document) << path;
    const std::string own = comparable(*document);
    if (expected.empty()) expected = own;
    EXPECT_EQ(expected, own) << path;
    for (const TableId id :
         {TableId::kpis, TableId::schedules, TableId::amounts, TableId::participants, TableId::tables})
      EXPECT_GT(document->records[id].size(), 2U) << path;
  }
}

}  // namespace
}  // namespace torikomi

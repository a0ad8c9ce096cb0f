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

std::vector<std::string_view> parts_of(std::string_view words, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0;;) {
    const std::size_t end = words.find(separator, begin);
    out.push_back(words.substr(begin, end - begin));
    if (end == words.npos) return out;
    begin = end + 1;
  }
}

/// How a row of cells begins, what parts them, and how it ends.
struct Writing {
  std::string_view begin, between, end, table_begin, table_end;
};

std::string escaped(std::string_view cell, const Writing& writing) {
  std::string out;
  for (const char c : cell) {
    if (c == '|' && writing.begin == "| ") out += '\\';
    out += c;
  }
  return out;
}

/// The rows between tabs in another writing; all other lines as they are.
std::string rewritten(std::string_view report, const Writing& writing) {
  std::string out;
  bool in_table = false;
  for (const std::string_view line : parts_of(report, '\n')) {
    const bool row = line.find('\t') != line.npos;
    const bool ruling = row && line.find_first_not_of("-\t\r ") == line.npos;
    if (row != in_table) out += row ? writing.table_begin : writing.table_end;
    in_table = row;
    if (ruling && writing.begin != "| ") continue;
    if (row) {
      out += writing.begin;
      bool first = true;
      for (const std::string_view cell : parts_of(line, '\t')) {
        if (!first) out += writing.between;
        first = false;
        out += escaped(cell, writing);
      }
      out += writing.end;
    } else {
      out += line;
    }
    out += '\n';
  }
  return out;
}

// Whatever report it is, its rows say the same between bars and in HTML.
TEST(Writings, RowsBetweenTabsReadTheSameAsOthers) {
  constexpr Writing kBars{"| ", " | ", " |", "", ""};
  constexpr Writing kHtml{"<tr><td>", "</td><td>", "</td></tr>", "<table>\n", "</table>\n"};
  int reports = 0;
  for (const fs::path& path : testing::all_reports()) {
    const std::string report = testing::read_file(path);
    if (report.find('\t') == report.npos || report.find('\r') != report.npos) continue;
    const auto document = testing::ingest_bytes(report);
    if (!document || document->records[TableId::documents].size() != 1) continue;
    ++reports;
    const std::string expected = comparable(*document);
    for (const Writing& writing : {kBars, kHtml}) {
      const auto other = testing::ingest_bytes(rewritten(report, writing));
      ASSERT_TRUE(other) << path;
      EXPECT_EQ(comparable(*other), expected) << path << writing.begin;
    }
  }
  EXPECT_GT(reports, 10);
}

}  // namespace
}  // namespace torikomi

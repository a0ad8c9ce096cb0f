// Nothing is lost silently: what a row of the report says stands in some value of the output.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "support.h"
#include "torikomi/value/kpi.h"

namespace torikomi::testing {
namespace {

/// Every byte of the source that some value was read from.
std::vector<bool> read_bytes(const Document& document) {
  std::vector<bool> out(document.source->text().size());
  for (const Table& table : document.records.tables()) {
    if (table.info().name == "diagnostics") continue;
    for (std::size_t r = 0; r < table.size(); ++r)
      for (const Cell& cell : table.row(r))
        if (const auto span = cell.span()) std::fill(out.begin() + span->begin, out.begin() + span->end, true);
  }
  return out;
}

struct TableRows {
  std::set<std::uint32_t> blocks;
  std::set<std::uint32_t> told;  ///< begin of cells that only say what the others are: 目標, 実績, 人, 4月
  std::set<std::string_view> names;
};

TableRows table_rows(const DocumentMatch& match) {
  TableRows out;
  const auto take = [&](const CardMatch& card) {
    for (const TableMatch& table : card.tables) {
      out.names.insert(table.rule->name);
      for (const TableRow& row : table.rows) {
        out.blocks.insert(row.block);
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
          const ColumnRole role = table.columns[c].role;
          if (role == ColumnRole::kRowKind || role == ColumnRole::kRowYear || role == ColumnRole::kUnit ||
              role == ColumnRole::kMonth)
            out.told.insert(row.cells[c].begin);
        }
      }
    }
  };
  std::for_each(match.cards.begin(), match.cards.end(), take);
  std::for_each(match.sheets.begin(), match.sheets.end(), take);
  return out;
}

/// 目標値 beside a value, in a table of money too: it is the role of the value.
bool names_a_role(std::string_view words) {
  const std::string key = label_key(words);
  for (const Grammar& grammar : grammars())
    for (const TableRule& table : grammar.tables)
      for (const RowRule& row : table.rows)
        if (row.role != ColumnRole::kOther && std::find(row.labels.begin(), row.labels.end(), key) != row.labels.end())
          return true;
  return false;
}

/// The cells of rows that no value was read from. The words of a table's head are its columns.
std::vector<std::string> lost_cells(const Document& document) {
  const std::vector<bool> read = read_bytes(document);
  const TableRows rows = table_rows(document.match);
  std::vector<std::string> out;
  for (std::uint32_t block = 0; block < document.layout.blocks.size(); ++block) {
    const BlockClaim& claim = document.match.claims[block];
    const bool is_head = rows.names.contains(claim.rule) && !rows.blocks.contains(block);
    if (document.layout.blocks[block].kind != BlockKind::kRow || claim.claim == Claim::kIgnored || is_head) continue;
    for (const GridCell& cell : document.layout.cells_of(document.layout.blocks[block])) {
      const std::string_view words = document.text->slice(cell.span);
      if (words.empty() || is_none_mark(words) || rows.told.contains(cell.span.begin) || names_a_role(words)) continue;
      const Span span = document.text->to_source(cell.span);
      if (std::find(read.begin() + span.begin, read.begin() + span.end, true) == read.begin() + span.end)
        out.push_back(std::to_string(document.text->line_of(cell.span)) + ": " + std::string(words));
    }
  }
  return out;
}

std::vector<std::string> lost_in(std::string text) {
  const auto document = ingest_bytes(std::move(text));
  return document ? lost_cells(*document) : std::vector<std::string>{"not read"};
}

TEST(Completeness, EveryCellOfARowIsInTheOutput) {
  for (const auto& path : all_reports()) {
    const auto document = ingest_bytes(read_file(path));
    ASSERT_TRUE(document) << path;
    EXPECT_EQ(lost_cells(*document), std::vector<std::string>()) << path;
  }
}

/// What is taken for unknown gives the same when that is asked for by name.
TEST(Completeness, TheGenericGrammarReadsTheSameByName) {
  for (const auto& path : all_reports()) {
    const auto found = ingest_bytes(read_file(path));
    ASSERT_TRUE(found) << path;
    if (found->match.grammar != nullptr) continue;
    const auto forced = ingest_as("generic", read_file(path));
    ASSERT_TRUE(forced) << path;
    for (const Table& table : found->records.tables()) {
      if (table.info().name == "documents") continue;
      std::vector<std::size_t> columns(table.info().columns.size());
      std::iota(columns.begin(), columns.end(), 0);
      const TableId id = static_cast<TableId>(&table - found->records.tables().data());
      EXPECT_EQ(rows(forced->records, id, columns), rows(found->records, id, columns)) << path << table.info().name;
    }
  }
}

TEST(Completeness, ColumnsForWhichNoRecordHasAPlaceAreFields) {
  EXPECT_EQ(lost_in("(単位:千円)\n\n款\t項\t事業名\t補正額\t財源\t概要\n"
                    "2 総務費\t1 総務管理費\t庁舎設備更新事業\t48,200\t地方債 43,300\t空調設備の更新\n"
                    "8 土木費\t2 道路橋りょう費\t道路維持補修事業\t95,000\t一般財源 95,000\t市道青葉線ほか\n"),
            std::vector<std::string>());
  EXPECT_EQ(lost_in("区分\t団体名\t職名\n市町村\t青葉市\t企画課長\n\t若草町\t\n県\t岡山県\t市町村課長\n\t\t企画課長\n"),
            std::vector<std::string>());
}

/// A cell that begins with a year is a heading only where it is one: the words below the labels of a card are kept.
TEST(Completeness, ASentenceWithAYearIsNoHead) {
  const auto document = ingest_bytes(
      "施策\t農作物被害の減少\t事務事業\t有害鳥獣対策\t\n関係市町\t■津山市 □玉野市\t\t\t\n"
      "\t事業計画(平成29年度)\tこれまでの取組実績\t今後の課題・改善点\t\n"
      "\t・資料収集(平成29年6月~)\t平成29年度の取組みはまだない。\t・共通の様式を検討する。\t\n"
      "KPIの状況\t指 標\t基準値\t現状値\t目標値\n\t会議の回数\t—\t—\t1回/年 (平成29~33年度)\n");
  ASSERT_TRUE(document);
  const Table& measures = document->records[TableId::measures];
  ASSERT_EQ(measures.size(), 1U);
  EXPECT_EQ(measures.row(0)[col::measures::plan].text(), "・資料収集(平成29年6月~)");
  EXPECT_EQ(measures.row(0)[col::measures::achievements].text(), "平成29年度の取組みはまだない。");
  EXPECT_EQ(measures.row(0)[col::measures::issues].text(), "・共通の様式を検討する。");
}

}  // namespace
}  // namespace torikomi::testing

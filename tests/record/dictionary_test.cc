#include "torikomi/record/dictionary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace torikomi {
namespace {

TEST(Dictionary, ExplainsEveryTableColumnAndType) {
  for (const TableInfo& table : all_tables()) {
    EXPECT_FALSE(describe(table.id).ja.empty()) << table.name;
    for (const ColumnInfo& column : table.columns) {
      const Text2 text = describe(table.id, column.name);
      EXPECT_FALSE(text.ja.empty()) << table.name << '.' << column.name;
      EXPECT_FALSE(text.en.empty()) << table.name << '.' << column.name;
      EXPECT_FALSE(describe(column.type).en.empty()) << column.name;
    }
  }
  EXPECT_TRUE(describe(TableId::documents, "no such column").ja.empty());
}

TEST(Dictionary, KnowsTheClosedVocabularies) {
  std::size_t vocabularies = 0;
  for (const TableInfo& table : all_tables()) {
    for (const ColumnInfo& column : table.columns) {
      std::set<std::string_view> values;
      for (const Term& term : terms(table.id, column.name)) {
        EXPECT_TRUE(values.insert(term.value).second) << term.value;
        EXPECT_FALSE(term.meaning.ja.empty() || term.meaning.en.empty()) << term.value;
      }
      vocabularies += values.empty() ? 0 : 1;
    }
  }
  EXPECT_EQ(vocabularies, 9U);  // every vocabulary names a column that is there
  EXPECT_TRUE(terms(TableId::participants, "name").empty());
}

TEST(Dictionary, KnowsTheKeys) {
  EXPECT_EQ(primary_key(table_info(TableId::measures)), col::measures::measure_id);
  EXPECT_EQ(primary_key(table_info(TableId::participants)), col::participants::participant_id);
  EXPECT_FALSE(primary_key(table_info(TableId::tables)));
  EXPECT_FALSE(primary_key(table_info(TableId::diagnostics)));
  EXPECT_TRUE(foreign_keys(table_info(TableId::documents)).empty());
  const auto keys = foreign_keys(table_info(TableId::participants));
  ASSERT_EQ(keys.size(), 3U);
  EXPECT_EQ(keys[2].column, col::participants::schedule_id);
  EXPECT_EQ(keys[2].table->name, "schedules");
  EXPECT_EQ(keys[2].key, col::schedules::schedule_id);
}

TEST(Dictionary, TitlesAreUniqueInTheirTableSoThatTheyCanBeHeadings) {
  for (const TableInfo& table : all_tables()) {
    std::set<std::string_view> ja;
    std::set<std::string_view> en;
    for (const ColumnInfo& column : table.columns) {
      EXPECT_TRUE(ja.insert(column.title.ja).second) << table.name << ' ' << column.title.ja;
      EXPECT_TRUE(en.insert(column.title.en).second) << table.name << ' ' << column.title.en;
    }
  }
}

}  // namespace
}  // namespace torikomi

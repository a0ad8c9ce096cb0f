// What workers wrote comes back without loss: writing it again gives the same bytes.
#include "torikomi/batch/records_json.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "torikomi/batch/batch.h"
#include "torikomi/grammar/grammar.h"
#include "torikomi/write/json.h"

namespace torikomi {
namespace {

std::string json_of(const Records& records) {
  std::string out;
  append_json_document(out, records);
  return out;
}

TEST(RecordsJson, EverySampleComesBack) {
  const std::vector<Grammar> grammars = built_in_grammars();
  int samples = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TORIKOMI_REPOSITORY "/samples")) {
    if (entry.path().filename() != "input.txt") continue;
    ++samples;
    auto document = ingest({"input.txt", *read_file(entry.path().string())}, {grammars, nullptr, Language::kJa});
    ASSERT_TRUE(document);
    const std::string before = json_of(document->records);
    const auto again = records_from_json(before);
    ASSERT_TRUE(again) << again.error().message.en;
    EXPECT_EQ(before, json_of(*again));
  }
  EXPECT_GT(samples, 0);
}

TEST(RecordsJson, NumbersKeepEveryDigitAndTextsStayTexts) {
  Records records;
  Row row = records[TableId::kpi_values].add();
  row[col::kpi_values::value] = Decimal::of(123456789012345678, 18);
  row[col::kpi_values::unit] = "100";
  row[col::kpi_values::cumulative] = false;
  row[col::kpi_values::raw] = Cell("a\tb\n\"\\").at(Span{3, 9});
  records[TableId::kpi_values].add()[col::kpi_values::value] = std::string_view("1/3");
  records.unclaimed.push_back({7, {1, 2}});
  const auto again = records_from_json(json_of(records));
  ASSERT_TRUE(again);
  EXPECT_EQ(json_of(records), json_of(*again));
  EXPECT_EQ((*again)[TableId::kpi_values].row(0)[col::kpi_values::unit].text(), "100");
  EXPECT_EQ((*again)[TableId::kpi_values].row(1)[col::kpi_values::value].text(), "1/3");
}

TEST(RecordsJson, Rejected) {
  const std::string empty = json_of(Records());
  ASSERT_TRUE(records_from_json(empty));
  std::string without = empty;
  without.replace(without.find("\"kpis\""), 6, "\"kpiz\"");
  std::string row = empty;
  row.replace(row.find("\"kpis\":[]"), 9, "\"kpis\":[{\"spans\":{}}]");
  for (const std::string& bad : {std::string(), std::string("[]"), std::string("{}"), empty.substr(0, empty.size() - 1),
                                 empty + "x", without, row})
    EXPECT_FALSE(records_from_json(bad)) << bad;
}

}  // namespace
}  // namespace torikomi

// Real reports with hand-made reference rows, where a folder with them is at hand (TORIKOMI_REFERENCE: corpus/, gold/).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "support.h"

namespace torikomi {
namespace {

namespace fs = std::filesystem;

/// The report whose file name begins with `number`; skips the test where there is none.
std::optional<Document> reference(std::string_view number) {
  const char* folder = std::getenv("TORIKOMI_REFERENCE");
  if (folder == nullptr) return std::nullopt;
  for (const auto& entry : fs::directory_iterator(fs::path(folder) / "corpus")) {
    if (!entry.path().filename().string().starts_with(number)) continue;
    auto document = testing::ingest_bytes(testing::read_file(entry.path()), entry.path().filename().string());
    if (document) return *std::move(document);
  }
  return std::nullopt;
}

TEST(Reference, TheCardReportIsTakenInWhole) {
  const auto document = reference("000");
  if (!document) GTEST_SKIP() << "TORIKOMI_REFERENCE is not set";
  const Records& records = document->records;
  EXPECT_EQ(records[TableId::measures].size(), 42U);
  EXPECT_EQ(records[TableId::kpis].size(), 47U);
  std::size_t on_rosters = 0;
  const Table& participants = records[TableId::participants];
  for (std::size_t i = 0; i < participants.size(); ++i)
    on_rosters += participants.row(i)[col::participants::schedule_id].empty() ? 1 : 0;
  EXPECT_EQ(on_rosters, 504U);
  std::size_t stray = 0;
  for (const Diagnostic& finding : document->diagnostics.all()) stray += finding.rule->code == "PAR008" ? 1 : 0;
  EXPECT_EQ(stray, 4U) << "four rows print 13 marks for 12 names";
}

}  // namespace
}  // namespace torikomi

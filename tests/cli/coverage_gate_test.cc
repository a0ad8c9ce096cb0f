#include "cli/coverage_gate.h"

#include <gtest/gtest.h>

namespace torikomi::cli {
namespace {

Records document(const char* coverage, std::size_t unclaimed) {
  Records records;
  Row row = records[TableId::documents].add();
  row[col::documents::source] = "report.txt";
  row[col::documents::coverage] = Decimal::parse(coverage);
  records.unclaimed.resize(unclaimed);
  return records;
}

TEST(CoverageGate, ComparesExactly) {
  const auto gate = CoverageGate::open("95");
  ASSERT_TRUE(gate);
  EXPECT_FALSE(gate->complaint(document("1", 0)));
  EXPECT_FALSE(gate->complaint(document("0.95", 5)));
  const auto complaint = gate->complaint(document("0.9499", 6));
  ASSERT_TRUE(complaint);
  EXPECT_EQ(complaint->en,
            "report.txt: coverage 94.99 % is below --fail-under 95 % (6 lines unclaimed; --dump ledger lists them)");
}

TEST(CoverageGate, WithoutALimitEverythingPasses) {
  const auto gate = CoverageGate::open("");
  ASSERT_TRUE(gate);
  EXPECT_FALSE(gate->complaint(document("0", 100)));
}

TEST(CoverageGate, RefusesWhatIsNoPercentage) {
  for (const char* word : {"-1", "100.1", "95%", "many", " ", "1e2"}) EXPECT_FALSE(CoverageGate::open(word)) << word;
  for (const char* word : {"0", "99.5", "100"}) EXPECT_TRUE(CoverageGate::open(word)) << word;
}

}  // namespace
}  // namespace torikomi::cli

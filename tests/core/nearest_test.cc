#include "torikomi/core/nearest.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 5> kFormats = {"json", "ndjson", "csv", "xlsx", "sqlite"};

TEST(Nearest, FindsWhatWasMeant) {
  const struct {
    const char* word;
    const char* meant;
  } near[] = {{"jsno", "json"},    {"JSON", "json"}, {"xls", "xlsx"},
              {"sqlit", "sqlite"}, {"csv", "csv"},   {"ndjsn", "ndjson"}};
  for (const auto& c : near) EXPECT_EQ(nearest(c.word, kFormats), c.meant) << c.word;
  for (const char* far : {"parquet", "pdf", "", "ods!"}) EXPECT_EQ(nearest(far, kFormats), "") << far;
  EXPECT_EQ(nearest(std::string(1'000'000, 'x'), kFormats), "");
}

}  // namespace
}  // namespace torikomi

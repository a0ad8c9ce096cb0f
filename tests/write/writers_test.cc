#include "torikomi/write/writer.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace torikomi {
namespace {

TEST(Writers, AreDescribedAndDistinct) {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const WriterEntry& entry : all_writers()) {
    EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
    EXPECT_FALSE(entry.summary.ja.empty() || entry.summary.en.empty()) << entry.name;
    for (const auto extension : entry.extensions) EXPECT_TRUE(extensions.insert(extension).second) << extension;
  }
}

TEST(Writers, TheFormatFollowsFromTheTarget) {
  const struct {
    const char* target;
    const char* to;
    bool several;
    const char* format;
  } cases[] = {
      {"a.json", "", true, "json"},     {"a.ndjson", "", false, "ndjson"}, {"dir.x/a.JSONL", "", false, "ndjson"},
      {"out/", "", false, "csv"},       {"out", "", false, "csv"},         {"./out.d/tables", "", false, "csv"},
      {"..", "", false, "csv"},         {"", "", false, "json"},           {"-", "", true, "ndjson"},
      {"a.txt", "json", false, "json"}, {"-", "NDJSON", false, "ndjson"},  {".hidden", "", false, "csv"},
  };
  for (const auto& c : cases) {
    const auto format = choose_format(c.target, c.to, c.several);
    ASSERT_TRUE(format) << c.target;
    EXPECT_EQ((*format)->name, c.format) << c.target;
  }
}

TEST(Writers, AnUnknownFormatSaysWhatItMayHaveMeant) {
  const struct {
    const char* target;
    const char* to;
    const char* hint;
  } cases[] = {
      {"a.jsn", "", "Did you mean \".json\"?"},
      {"a", "jsno", "Did you mean \"json\"?"},
      {"a.csv", "", "-o a/"},
      {"a.pdf", "", "--to"},
      {"a", "parquet", "Formats: json ndjson csv"},
  };
  for (const auto& c : cases) {
    const auto format = choose_format(c.target, c.to, false);
    ASSERT_FALSE(format) << c.target;
    EXPECT_EQ(format.error().code, ErrorCode::kUsage);
    EXPECT_NE(format.error().message.en.find(c.hint), std::string::npos) << format.error().message.en;
    EXPECT_FALSE(format.error().message.ja.empty());
  }
  EXPECT_FALSE(open_writer("parquet", "a", {}));
  EXPECT_FALSE(open_writer("csv", "-", {}));
}

}  // namespace
}  // namespace torikomi

#include "torikomi/batch/worker.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include "batch/base64.h"

namespace torikomi {
namespace {

TEST(Fnv1a, PublishedValues) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325U);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8U);
}

TEST(Shards, EveryDocumentIsInExactlyOne) {
  for (const std::uint64_t count : {1U, 3U, 8U}) {
    std::array<int, 8> sizes{};
    for (int i = 0; i < 4000; ++i) {
      const std::string id = "reports/" + std::to_string(i) + ".txt";
      int owners = 0;
      for (std::uint64_t k = 0; k < count; ++k) {
        if (!Shard{k, count}.has(id)) continue;
        ++owners;
        ++sizes[k];
      }
      EXPECT_EQ(owners, 1) << id;
    }
    for (std::uint64_t k = 0; k < count; ++k) EXPECT_NEAR(sizes[k], 4000.0 / static_cast<double>(count), 100);
  }
}

TEST(Shards, Words) {
  const auto good = parse_shard("3/8");
  ASSERT_TRUE(good);
  EXPECT_EQ((*good).index, 3U);
  EXPECT_EQ((*good).count, 8U);
  for (const char* bad : {"", "3", "3/", "/8", "8/8", "9/8", "0/0", "-1/8", "1/8x", "1.5/8", " 1/8"})
    EXPECT_FALSE(parse_shard(bad)) << bad;
}

TEST(Base64, Accepted) {
  EXPECT_EQ(decode_base64(""), "");
  EXPECT_EQ(decode_base64("Zg=="), "f");
  EXPECT_EQ(decode_base64("Zm8="), "fo");
  EXPECT_EQ(decode_base64("Zm9vYmFy"), "foobar");
  EXPECT_EQ(decode_base64("Zm8"), "fo");
  EXPECT_EQ(decode_base64("AP/+"), std::string("\0\xFF\xFE", 3));
}

TEST(Base64, Rejected) {
  for (const char* bad : {"Z", "Zg=a", "Zm9v YmFy", "Zm9v\n", "Zh==", "====", "Zm-_"})
    EXPECT_FALSE(decode_base64(bad)) << bad;
}

struct ItemCase {
  std::string_view line;
  const char* id;  // nullptr: no work item
  WorkItem::Kind kind;
  std::string_view value;
};

TEST(WorkItem, Lines) {
  using Kind = WorkItem::Kind;
  const ItemCase cases[] = {
      {R"({"id":"a","path":"x.txt"})", "a", Kind::kPath, "x.txt"},
      {R"({"path":"x.txt","id":"a"})", "a", Kind::kPath, "x.txt"},
      {R"({"id":"a","text":"\u5831\n"})", "a", Kind::kText, "報\n"},
      {R"( {"id":"a","base64":"Zg==","more":{"id":"b","path":"y"},"n":[1,null,true]} )", "a", Kind::kBase64, "Zg=="},
      {R"({"id":"a"})", "a", Kind::kNothing, ""},
      {R"({"id":"a","text":"x","path":"y"})", "a", Kind::kNothing, "y"},
      {R"({"id":7,"text":"x"})", "7", Kind::kText, "x"},
      {"", nullptr, Kind::kNothing, ""},
      {"[]", nullptr, Kind::kNothing, ""},
      {R"({"id":"","path":"x"})", nullptr, Kind::kNothing, ""},
      {R"({"path":"x"})", nullptr, Kind::kNothing, ""},
      {R"({"id":"a","path":"x")", nullptr, Kind::kNothing, ""},
      {R"({"id":"a"} {"id":"b"})", nullptr, Kind::kNothing, ""},
      {"{\"id\":\"\xFF\"}", nullptr, Kind::kNothing, ""},
  };
  for (const ItemCase& c : cases) {
    const auto item = parse_work_item({c.line, 0, true, true});
    ASSERT_EQ(static_cast<bool>(item), c.id != nullptr) << c.line;
    if (!item) continue;
    EXPECT_EQ((*item).id, c.id) << c.line;
    EXPECT_EQ((*item).kind, c.kind) << c.line;
    EXPECT_EQ((*item).value, c.value) << c.line;
  }
}

TEST(WorkItem, ALineAboveTheLimitKeepsItsId) {
  const auto item = parse_work_item({R"({"id":"a","text":"cut off he)", 0, false, true});
  ASSERT_TRUE(item);
  EXPECT_EQ((*item).id, "a");
  EXPECT_EQ((*item).kind, WorkItem::Kind::kTooLong);
  EXPECT_FALSE(parse_work_item({R"({"text":"cut off he)", 0, false, true}));
}

struct Line {
  std::string text;
  std::uint64_t offset;
  bool whole, ended;
  bool operator==(const Line&) const = default;
};

std::vector<Line> lines_of(const std::string& content, std::size_t longest) {
  std::string path = (std::filesystem::temp_directory_path() / "torikomi-lines-XXXXXX").string();
  ::close(::mkstemp(path.data()));
  std::ofstream(path, std::ios::binary) << content;
  std::vector<Line> out;
  auto reader = LineReader::open(path, longest);
  while (true) {
    const auto line = reader->next();
    if (!line || !*line) break;
    out.push_back({std::string((*line)->text), (*line)->offset, (*line)->whole, (*line)->ended});
  }
  std::filesystem::remove(path);
  return out;
}

TEST(LineReader, Lines) {
  EXPECT_TRUE(lines_of("", 100).empty());
  EXPECT_EQ(lines_of("a\n\nbc", 100),
            (std::vector<Line>{{"a", 0, true, true}, {"", 2, true, true}, {"bc", 3, true, false}}));
  EXPECT_EQ(lines_of("abcd\ne\n", 3), (std::vector<Line>{{"abcd", 0, false, true}, {"e", 5, true, true}}));
}

TEST(LineReader, LongLinesAreCutAndTheNextOneIsRight) {
  const std::string big(3'000'000, 'x');
  const auto lines = lines_of("first\n" + big + "\nlast\n" + big, 1'000'000);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_FALSE(lines[1].whole);
  EXPECT_LT(lines[1].text.size(), 1'000'000U);
  EXPECT_EQ(lines[2], (Line{"last", 6 + big.size() + 1, true, true}));
  EXPECT_FALSE(lines[3].whole);
  EXPECT_FALSE(lines[3].ended);
}

}  // namespace
}  // namespace torikomi

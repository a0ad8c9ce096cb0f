// JSON files: where a document begins and ends, and files that were cut short.
#include <gtest/gtest.h>

#include <fstream>

#include "compare/sets.h"
#include "torikomi/write/json.h"
#include "write/support.h"

namespace torikomi {
namespace {

std::string document(const char* id, const char* title) {
  Records records;
  const Row row = records[TableId::documents].add();
  row[col::documents::document_id] = id;
  row[col::documents::title] = title;
  std::string out;
  append_json_document(out, records);
  return out;
}

/// The titles of the documents, read through load(); or that it is an error.
std::string titles_in(const std::string& json) {
  const testing::TemporaryFolder folder;
  const std::string path = folder / "a.json";
  std::ofstream(path, std::ios::binary) << json;
  const auto set = open_json_set(path);
  if (!set) return set.error().code == ErrorCode::kInput ? "refused" : "another error";
  std::string out;
  for (std::size_t i = 0; i < (*set)->documents().size(); ++i) {
    const auto records = (*set)->load(i);
    if (!records) return "cannot load";
    out += std::string((*records)[TableId::documents].row(0)[col::documents::title].text()) + ";";
  }
  return out;
}

TEST(JsonSet, FindsItsDocuments) {
  const std::string a = document("1", "甲");
  const std::string b = document("2", "乙");
  std::string none;
  append_json_document(none, Records());
  const struct {
    const char* name;
    std::string json, expected;
  } rows[] = {
      {"one", a, "甲;"},
      {"lines", a + "\n" + b + "\n", "甲;乙;"},
      {"an array", "[" + a + ",\n" + b + "]\n", "甲;乙;"},
      {"without anything between them", a + b, "甲;乙;"},
      {"braces and quotes in a text", document("1", "}{\"\\") + "\n" + b, "}{\"\\;乙;"},
      {"an input that could not be read", none + "\n" + a, "甲;"},
      {"longer than one block of the reader", document("1", std::string(3U << 20U, 'a').c_str()) + b,
       std::string(3U << 20U, 'a') + ";乙;"},
  };
  for (const auto& row : rows) EXPECT_TRUE(titles_in(row.json) == row.expected) << row.name;
}

TEST(JsonSet, Rejected) {
  const std::string a = document("1", "甲");
  const struct {
    const char* name;
    std::string json;
  } rows[] = {
      {"nothing", ""},
      {"an empty array", "[]"},
      {"an object of somebody else", "{}"},
      {"text", "施策\t産業の振興\n"},
      {"cut short in the only document", a.substr(0, a.size() - 1)},
      {"cut short in the second document", a + "\n" + a.substr(0, a.size() / 2)},
      {"cut short in a text of the second document", a + "\n{\"documents"},
      {"a closing brace too many", a + "}"},
  };
  for (const auto& row : rows) EXPECT_EQ(titles_in(row.json), "refused") << row.name;
}

}  // namespace
}  // namespace torikomi

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <rapidjson/document.h>

#include <sstream>
#include <string>

#include "write/json_pen.h"
#include "write/support.h"

namespace torikomi {
namespace {

using testing::any_text;
using testing::contents;
using testing::sample_document;
using testing::TemporaryFolder;
using testing::write_all;

rapidjson::Document parse(const std::string& text) {
  rapidjson::Document out;
  out.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseNumbersAsStringsFlag |
            rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  return out;
}

/// `text` as the pen writes it through a buffer of `room` bytes at first.
std::string json_text(std::string_view text, std::size_t room = 0) {
  std::string out;
  std::string buffer(room, '\0');
  JsonPen pen(buffer, [&](std::string_view bytes) { out += bytes; });
  pen.text(text);
  pen.flush();
  return out;
}

std::string text_of(const rapidjson::Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// The cell as the JSON value says it: what CSV would write, for any type.
std::string printed(const rapidjson::Value& value) {
  if (value.IsNull()) return {};
  if (value.IsBool()) return value.GetBool() ? "true" : "false";
  return text_of(value);  // numbers are read as their text
}

void expect_same(const rapidjson::Value& object, const Records& document) {
  std::vector<std::string> keys;
  for (const auto& member : object.GetObject()) keys.push_back(text_of(member.name));
  std::vector<std::string> wanted;
  for (const TableInfo& table : all_tables()) wanted.emplace_back(table.name);
  wanted.emplace_back("unclaimed");
  EXPECT_EQ(keys, wanted);
  for (const Table& table : document.tables()) {
    const auto& rows = object[std::string(table.info().name).c_str()];
    ASSERT_EQ(rows.Size(), table.size());
    for (unsigned r = 0; r < rows.Size(); ++r) {
      ASSERT_EQ(rows[r].MemberCount(), table.info().columns.size() + 1);
      for (std::size_t c = 0; c < table.info().columns.size(); ++c) {
        const std::string name(table.info().columns[c].name);
        std::string cell;
        table.row(r)[c].append_to(cell);
        EXPECT_EQ(printed(rows[r][name.c_str()]), cell) << table.info().name << '.' << name;
        const auto span = table.row(r)[c].span();
        ASSERT_EQ(rows[r]["spans"].HasMember(name.c_str()), span.has_value()) << name;
        if (!span) continue;
        EXPECT_EQ(text_of(rows[r]["spans"][name.c_str()][0]), std::to_string(span->begin));
        EXPECT_EQ(text_of(rows[r]["spans"][name.c_str()][1]), std::to_string(span->end));
      }
    }
  }
  ASSERT_EQ(object["unclaimed"].Size(), document.unclaimed.size());
}

TEST(JsonText, EscapesWhatTheStandardDemandsAndNothingElse) {
  const struct {
    std::string_view text;
    const char* json;
  } cases[] = {{"", R"("")"},
               {"事業", R"("事業")"},
               {"a\"b\\c", R"("a\"b\\c")"},
               {"1\n2\t3\r", R"("1\n2\t3\r")"},
               {std::string_view("\0\x1f\x7f", 3), "\"\\u0000\\u001f\x7f\""},
               {"long enough for whole words \" and then some", R"("long enough for whole words \" and then some")"},
               {"/ \u2028", "\"/ \u2028\""}};
  for (const auto& c : cases) {
    EXPECT_EQ(json_text(c.text), c.json);
  }
}

RC_GTEST_PROP(JsonTextProperty, AnyTextSurvives, ()) {
  const std::string text = *any_text();
  const std::string json = json_text(text);
  RC_ASSERT(json_text(text, *rc::gen::inRange<std::size_t>(0, 300)) == json);
  const auto read = parse(json);
  RC_ASSERT(read.IsString());
  RC_ASSERT(text_of(read) == text);
}

TEST(Json, OneDocumentIsAnObjectThatReadsBackCellByCell) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  ASSERT_TRUE(write_all("json", folder / "a.json", {&document}));
  const std::string text = contents(folder / "a.json");
  const auto read = parse(text);
  ASSERT_TRUE(read.IsObject());
  expect_same(read, document);
  EXPECT_NE(text.find("\"value_yen\":-123456789012345678,"), std::string::npos);  // exact, not a double
  EXPECT_NE(text.find("\n    {\"document_id\":\"0123456789ab\",\"measure_id\":\"0123456789ab-m1\""), std::string::npos);
  EXPECT_NE(text.find("\"unclaimed\": [\n    {\"line\":7,\"span\":[50,60]}\n  ]\n}\n"), std::string::npos);
}

TEST(Json, SeveralDocumentsAreAnArrayAndNoneIsAnEmptyOne) {
  const TemporaryFolder folder;
  const Records a = sample_document("aaaaaaaaaaaa");
  const Records b = sample_document("bbbbbbbbbbbb");
  const Records empty;
  ASSERT_TRUE(write_all("json", folder / "3.json", {&a, &empty, &b}));
  const auto three = parse(contents(folder / "3.json"));
  ASSERT_TRUE(three.IsArray());
  ASSERT_EQ(three.Size(), 3U);
  expect_same(three[0], a);
  expect_same(three[1], empty);
  expect_same(three[2], b);
  ASSERT_TRUE(write_all("json", folder / "0.json", {}));
  EXPECT_EQ(contents(folder / "0.json"), "[]\n");
}

TEST(Ndjson, HasOneObjectALine) {
  const TemporaryFolder folder;
  const Records a = sample_document("aaaaaaaaaaaa");
  const Records b = sample_document("bbbbbbbbbbbb");
  ASSERT_TRUE(write_all("ndjson", folder / "a.ndjson", {&a, &b}));
  std::istringstream lines(contents(folder / "a.ndjson"));
  std::string line;
  for (const Records* document : {&a, &b}) {
    ASSERT_TRUE(std::getline(lines, line));
    const auto read = parse(line);
    ASSERT_TRUE(read.IsObject());
    expect_same(read, *document);
  }
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(Json, SameRecordsGiveTheSameBytes) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  for (const char* name : {"1.json", "2.json"}) ASSERT_TRUE(write_all("json", folder / name, {&document}));
  EXPECT_EQ(contents(folder / "1.json"), contents(folder / "2.json"));
}

TEST(Json, NoFileWithoutFinishAndNoneOnAFullDisk) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  for (const char* format : {"json", "ndjson"}) {
    {
      auto writer = open_writer(format, folder / "a", {});
      ASSERT_TRUE(writer);
      ASSERT_TRUE((*writer)->write(document));
    }
    testing::FaultyFiles files;
    files.space = 100;
    WriteOptions options;
    options.files = &files;
    const auto done = write_all(format, folder / "a", {&document}, options);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::kOutput);
    EXPECT_FALSE(write_all(format, "/dev/full", {&document}));
  }
  EXPECT_TRUE(folder.names().empty());
}

}  // namespace
}  // namespace torikomi

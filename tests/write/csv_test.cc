#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <vector>

#include "torikomi/core/sha256.h"
#include "torikomi/record/formula_guard.h"
#include "write/csv_text.h"
#include "write/support.h"

namespace torikomi {
namespace {

using testing::any_text;
using testing::contents;
using testing::put;
using testing::sample_document;
using testing::TemporaryFolder;
using testing::write_all;
using Fields = std::vector<std::string>;

/// A strict reader of RFC 4180 by itself: nothing where a quote stands in the wrong place.
std::optional<std::vector<Fields>> read_csv(std::string_view text, std::string_view line_end) {
  std::vector<Fields> rows;
  Fields row;
  std::size_t at = 0;
  while (at < text.size()) {
    std::string field;
    if (text[at] == '"') {
      for (++at;; ++at) {
        if (at >= text.size()) return std::nullopt;
        if (text[at] != '"') {
          field += text[at];
        } else if (text.substr(at, 2) == "\"\"") {
          field += text[at++];
        } else {
          ++at;
          break;
        }
      }
    } else {
      const auto end = std::min(text.find(',', at), text.find(line_end, at));
      if (end == text.npos) return std::nullopt;
      field = text.substr(at, end - at);
      if (field.find('"') != field.npos) return std::nullopt;
      at = end;
    }
    row.push_back(std::move(field));
    if (text.substr(at, 1) == ",") {
      ++at;
    } else if (text.substr(at).starts_with(line_end)) {
      at += line_end.size();
      rows.push_back(std::exchange(row, {}));
    } else {
      return std::nullopt;
    }
  }
  return rows;
}

std::string one_line(std::string text) {
  for (std::size_t at = 0; (at = text.find_first_of("\n\r\v\f", at)) != text.npos; at += 3) {
    text.replace(at, text.compare(at, 2, "\r\n") == 0 ? 2 : 1, " / ");
  }
  return text;
}

TEST(CsvText, QuotesOnlyWhereNeededAndKeepsOneLine) {
  const struct {
    const char* text;
    const char* data;
    const char* excel;
  } cases[] = {
      {"事業", "事業", "事業"},
      {"a,b", "\"a,b\"", "\"a,b\""},
      {"「\"」", "\"「\"\"」\"", "\"「\"\"」\""},
      {"1\n2\r\n3\r4", "1 / 2 / 3 / 4", "1 / 2 / 3 / 4"},
      {"1\n2,3", "\"1 / 2,3\"", "\"1 / 2,3\""},
      {"=1+1", "=1+1", "'=1+1"},
      {"+81", "+81", "'+81"},
      {"-①関係深化型", "-①関係深化型", "'-①関係深化型"},
      {"@イオンモール", "@イオンモール", "'@イオンモール"},
      {"\tx", "\tx", "'\tx"},
      {"\rx", " / x", "' / x"},
      {"\nx", " / x", "' / x"},
      {"＝A1", "＝A1", "'＝A1"},
      {"＋A1", "＋A1", "'＋A1"},
      {"－A1", "－A1", "'－A1"},
      {"＠A1", "＠A1", "'＠A1"},
      {"=A,1", "\"=A,1\"", "\"'=A,1\""},
      {"1-2", "1-2", "1-2"},
      {"'quoted", "'quoted", "'quoted"},
      {"ー長音", "ー長音", "ー長音"},
      {"▲5", "▲5", "▲5"},
  };
  for (const auto& c : cases) {
    std::string data;
    append_csv_text(data, c.text, CsvProfile::kData);
    EXPECT_EQ(data, c.data) << c.text;
    std::string excel;
    append_csv_text(excel, c.text, CsvProfile::kExcel);
    EXPECT_EQ(excel, c.excel) << c.text;
  }
}

TEST(CsvText, LeavesNumbersWithoutAGuard) {
  Cell cells[] = {Cell(-5), Cell(*Decimal::parse("-0.5")), Cell("-5"), Cell(), Cell(true)};
  std::string out;
  append_csv_row(out, cells, CsvProfile::kExcel);
  EXPECT_EQ(out, "-5,-0.5,'-5,,true\r\n");
}

RC_GTEST_PROP(CsvTextProperty, AnyTextSurvivesButForItsLineEnds, ()) {
  const auto texts = *rc::gen::container<std::vector<std::string>>(3, any_text());
  Cell cells[] = {Cell(texts[0]), Cell(texts[1]), Cell(texts[2])};
  for (const CsvProfile profile : {CsvProfile::kData, CsvProfile::kExcel}) {
    std::string out;
    append_csv_row(out, cells, profile);
    const auto rows = read_csv(out, profile == CsvProfile::kData ? "\n" : "\r\n");
    RC_ASSERT(rows.has_value());
    RC_ASSERT(rows->size() == 1U);
    for (std::size_t i = 0; i < 3; ++i) {
      const bool guarded = profile == CsvProfile::kExcel && runs_as_formula(texts[i]);
      RC_ASSERT((*rows)[0][i] == (guarded ? "'" : "") + one_line(texts[i]));
    }
  }
}

TEST(Csv, EveryTableReadsBackCellByCell) {
  const TemporaryFolder folder;
  const Records a = sample_document("aaaaaaaaaaaa");
  const Records b = sample_document("bbbbbbbbbbbb");
  ASSERT_TRUE(write_all("csv", folder / "out", {&a, &b}));
  for (const TableInfo& info : all_tables()) {
    const auto rows = read_csv(contents(folder / ("out/" + std::string(info.name) + ".csv")), "\n");
    ASSERT_TRUE(rows) << info.name;
    ASSERT_EQ(rows->size(), 1 + a[info.id].size() + b[info.id].size());
    for (std::size_t c = 0; c < info.columns.size(); ++c) {
      EXPECT_EQ((*rows)[0][c], info.columns[c].name);
      std::size_t r = 1;
      for (const Records* document : {&a, &b}) {
        const Table& table = (*document)[info.id];
        for (std::size_t i = 0; i < table.size(); ++i, ++r) {
          std::string cell;
          table.row(i)[c].append_to(cell);
          EXPECT_EQ((*rows)[r][c], one_line(cell)) << info.name << '.' << info.columns[c].name;
        }
      }
    }
  }
}

TEST(Csv, TheExcelProfileHasMarkLineEndsAndGuards) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  WriteOptions options;
  options.profile = CsvProfile::kExcel;
  options.header = HeaderStyle::kJapanese;
  ASSERT_TRUE(write_all("csv", folder.path(), {&document}, options));
  const std::string text = contents(folder / "measures.csv");
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF文書ID,事業ID,番号,"));
  EXPECT_NE(text.find(",'=合計する事業,"), std::string::npos);
  EXPECT_TRUE(text.ends_with("\r\n"));
  EXPECT_NE(contents(folder / "amounts.csv").find(",-123456789012345678,"), std::string::npos);
}

rapidjson::Document descriptor(const TemporaryFolder& folder) {
  rapidjson::Document out;
  out.Parse(contents(folder / "datapackage.json").c_str());
  return out;
}

TEST(Datapackage, DescribesWhatWasWritten) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  ASSERT_TRUE(write_all("csv", folder.path(), {&document}));
  const auto package = descriptor(folder);
  ASSERT_TRUE(package.IsObject());
  const auto& resources = package["resources"];
  ASSERT_EQ(resources.Size(), all_tables().size());
  for (unsigned i = 0; i < resources.Size(); ++i) {
    const TableInfo& table = all_tables()[i];
    const std::string text = contents(folder / resources[i]["path"].GetString());
    EXPECT_EQ(resources[i]["bytes"].GetUint64(), text.size());
    EXPECT_EQ(resources[i]["hash"].GetString(), "sha256:" + sha256_hex(text));
    const auto& fields = resources[i]["schema"]["fields"];
    ASSERT_EQ(fields.Size(), table.columns.size());
    for (unsigned c = 0; c < fields.Size(); ++c) EXPECT_EQ(fields[c]["name"].GetString(), table.columns[c].name);
  }
  const auto& participants = resources[static_cast<unsigned>(TableId::participants)]["schema"];
  EXPECT_STREQ(participants["primaryKey"][0].GetString(), "participant_id");
  EXPECT_STREQ(participants["foreignKeys"][2]["reference"]["resource"].GetString(), "schedules");
  EXPECT_STREQ(participants["fields"][5]["constraints"]["pattern"].GetString(), "^[0-9]{6}$");
  EXPECT_STREQ(participants["fields"][6]["categories"][0]["value"].GetString(), "prefecture");
}

TEST(Csv, Cp932StopsWithTheListOfWhatItCannotHold) {
  const TemporaryFolder folder;
  WriteOptions options;
  options.encoding = CsvEncoding::kCp932;
  options.header = HeaderStyle::kJapanese;
  Records document = sample_document();
  ASSERT_TRUE(write_all("csv", folder / "good", {&document}, options));
  EXPECT_TRUE(contents(folder / "good/participants.csv").starts_with("\x95\xB6\x8F\x91ID,"));
  EXPECT_NE(contents(folder / "good/datapackage.json").find("windows-31j"), std::string::npos);
  document[TableId::measures].row(0)[col::measures::plan] = "5km²を整備";
  document[TableId::participants].row(0)[col::participants::raw] = "习と²";
  const auto refused = write_all("csv", folder / "bad", {&document}, options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kOutput);
  const std::string& message = refused.error().message.en;
  EXPECT_NE(message.find("² (U+00B2) ×2: 報告書/甲,乙.txt:2 measures.plan, 報告書/甲,乙.txt:3 participants.raw"),
            std::string::npos)
      << message;
  EXPECT_NE(message.find("习 (U+4E60) ×1"), std::string::npos) << message;
  EXPECT_EQ(folder.names(), std::vector<std::string>{"good"});
}

TEST(Csv, ReplacesItsSetAsAWhole) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  put(folder / "notes.txt", "mine");
  ASSERT_TRUE(write_all("csv", folder.path(), {&document}));
  const std::string first = contents(folder / "datapackage.json");
  EXPECT_FALSE(write_all("csv", folder.path(), {&document}));
  WriteOptions force;
  force.force = true;
  testing::FaultyFiles full;
  full.space = 2000;
  force.files = &full;
  EXPECT_FALSE(write_all("csv", folder.path(), {&document, &document}, force));
  EXPECT_EQ(contents(folder / "datapackage.json"), first);
  force.files = nullptr;
  ASSERT_TRUE(write_all("csv", folder.path(), {&document}, force));
  EXPECT_EQ(contents(folder / "datapackage.json"), first);  // same records, same bytes
  EXPECT_EQ(contents(folder / "notes.txt"), "mine");
  EXPECT_EQ(folder.names().size(), all_tables().size() + 2);
}

}  // namespace
}  // namespace torikomi

#include "write/xlsx/xlsx.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "write/support.h"
#include "write/xlsx/cell_text.h"

namespace torikomi {
namespace {

using testing::any_text;
using testing::contents;
using testing::sample_document;
using testing::TemporaryFolder;
using testing::write_all;

TEST(CellText, IsCutBetweenLinesOrCharactersOnlyWhereACellIsFull) {
  EXPECT_EQ(xlsx::cell_pieces("").size(), 1U);
  EXPECT_EQ(xlsx::cell_pieces(std::string(xlsx::kMostUnits, 'x')).size(), 1U);
  EXPECT_EQ(xlsx::cell_pieces(std::string(xlsx::kMostUnits + 1, 'x')).size(), 2U);
  std::string kanji;
  for (int i = 0; i < 20'000; ++i) kanji += "業";  // 60,000 bytes, but 20,000 units
  EXPECT_EQ(xlsx::cell_pieces(kanji).size(), 1U);
  std::string astral;
  for (int i = 0; i < 20'000; ++i) astral += "𠮷";  // 40,000 units
  EXPECT_EQ(xlsx::cell_pieces(astral).size(), 2U);
  std::string lines;
  for (int i = 0; i < 600; ++i) lines += "行\n";
  const auto pieces = xlsx::cell_pieces(lines);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_TRUE(pieces[0].ends_with('\n'));
}

RC_GTEST_PROP(CellTextProperty, PiecesAreTheTextAndFitACell, ()) {
  std::string text = *any_text();
  const auto times = *rc::gen::inRange(1, 4000);
  std::string whole;
  for (int i = 0; i < times && whole.size() < 200'000; ++i) whole += text;
  std::string joined;
  for (const std::string_view piece : xlsx::cell_pieces(whole)) {
    joined += piece;
    std::size_t units = 0;
    for (std::size_t at = 0; at < piece.size();) {
      const auto c = utf8::decode(piece, at);
      units += c.code_point > 0xFFFF ? 2 : 1;
      at += c.size;
    }
    RC_ASSERT(units <= xlsx::kMostUnits);
    RC_ASSERT(std::count(piece.begin(), piece.end(), '\n') <= std::ptrdiff_t{xlsx::kMostLineFeeds});
  }
  RC_ASSERT(joined == whole);
}

TEST(CellText, KnowsWhatXmlCannotHold) {
  EXPECT_EQ(xlsx::xml_safe("事業 ①★"), "事業 ①★");
  EXPECT_EQ(xlsx::xml_safe(std::string_view("a\0b", 3)), "a\uFFFDb");
  EXPECT_EQ(xlsx::xml_safe("\xEF\xBF\xBE|\xEF\xBF\xBF"), "\uFFFD|\uFFFD");
  EXPECT_EQ(xlsx::xml_safe("_x0041_ _x00_ _xyz1_"), "_x005F_x0041_ _x00_ _xyz1_");
  EXPECT_EQ(xlsx::xml_safe("\x8E\x96.txt"), "\uFFFD\uFFFD.txt");  // a file name in CP932
}

TEST(CellText, MeasuresWidthAndLines) {
  EXPECT_EQ(xlsx::width("abc"), 3U);
  EXPECT_EQ(xlsx::width("事業①"), 6U);
  EXPECT_EQ(xlsx::width("ｱｲ"), 2U);
  EXPECT_EQ(xlsx::width("a\n事業\nb"), 4U);
  EXPECT_EQ(xlsx::wrapped_lines("", 10), 1U);
  EXPECT_EQ(xlsx::wrapped_lines("a\nb\n", 10), 3U);
  EXPECT_EQ(xlsx::wrapped_lines(std::string(100, 'x'), 10), 11U);
}

TEST(CellText, CountsDaysAsExcelDoes) {
  EXPECT_EQ(xlsx::day_number("1900-03-01"), 61);
  EXPECT_EQ(xlsx::day_number("2017-10-01"), 43009);
  EXPECT_EQ(xlsx::day_number("2024-02-29"), 45351);
  for (const char* bad : {"1900-02-28", "2017-10", "2017-02-29", "2017-13-01", "2017/10/01", "", "2017-10-01~"}) {
    EXPECT_FALSE(xlsx::day_number(bad)) << bad;
  }
}

TEST(Xlsx, KnowsTheFirstYearsOfEras) {
  for (const char* first : {"2019-05-01", "2019-12-31", "1989-01-08", "1926-12-31", "1912-07-30"})
    EXPECT_TRUE(xlsx::in_first_year(first)) << first;
  for (const char* other : {"2019-04-30", "2020-01-01", "1989-01-07", "1926-12-24", "2017-05-01"})
    EXPECT_FALSE(xlsx::in_first_year(other)) << other;
}

Status write_limited(const std::string& path, const Records& document, std::size_t most_table_rows) {
  auto writer = open_xlsx_with(path, {}, most_table_rows);
  if (!writer) return writer.error();
  for (int i = 0; i < 3; ++i) {
    if (auto done = (*writer)->write(document); !done) return done;
  }
  return (*writer)->finish();
}

TEST(Xlsx, SameRecordsGiveTheSameBytesInBothModes) {
  const TemporaryFolder folder;
  Records document = sample_document();
  const std::string source = "一行目\n二行目\n";
  document.source_text = source;
  for (const std::size_t limit : {std::size_t{0}, std::size_t{10}, std::size_t{1000}}) {
    ASSERT_TRUE(write_limited(folder / "a", document, limit));
    ASSERT_TRUE(write_limited(folder / "b", document, limit));
    EXPECT_TRUE(contents(folder / "a").starts_with("PK\x03\x04"));
    EXPECT_EQ(contents(folder / "a"), contents(folder / "b"));
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"a", "b"}));
    std::filesystem::remove(folder / "a");
    std::filesystem::remove(folder / "b");
  }
}

TEST(Xlsx, LeavesNothingWithoutFinishOrOnAFullDisk) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  for (const std::size_t limit : {std::size_t{0}, std::size_t{1000}}) {
    auto writer = open_xlsx_with(folder / "a.xlsx", {}, limit);
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->write(document));
  }
  const auto full = write_all("xlsx", "/dev/full", {&document});
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::kOutput);
  EXPECT_FALSE(write_all("xlsx", folder / "missing/a.xlsx", {&document}));
  testing::FaultyFiles files;
  files.renames_until_error = 0;
  WriteOptions options;
  options.files = &files;
  EXPECT_FALSE(write_all("xlsx", folder / "a.xlsx", {&document}, options));
  EXPECT_TRUE(folder.names().empty());
}

}  // namespace
}  // namespace torikomi

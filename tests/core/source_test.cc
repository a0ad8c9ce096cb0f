#include "torikomi/core/source.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

std::vector<std::string> lines_of(const Source& source) {
  std::vector<std::string> out;
  for (std::uint32_t line = 1; line <= source.line_count(); ++line)
    out.emplace_back(source.slice(source.line_span(line)));
  return out;
}

TEST(Source, LinesEndAtEveryKindOfLineEnd) {
  const struct {
    const char* name;
    const char* text;
    std::vector<std::string> lines;
  } rows[] = {
      {"an empty text is one empty line", "", {""}},
      {"no line end", "市", {"市"}},
      {"LF", "市\n町", {"市", "町"}},
      {"CR LF is one", "市\r\n町", {"市", "町"}},
      {"a lone CR", "市\r町", {"市", "町"}},
      {"all three", "a\nb\r\nc\rd", {"a", "b", "c", "d"}},
      {"empty lines", "\n\n市", {"", "", "市"}},
      {"empty lines of CR", "\r\r市", {"", "", "市"}},
      {"LF CR are two", "a\n\rb", {"a", "", "b"}},
      {"CR CR LF are two", "a\r\r\nb", {"a", "", "b"}},
      {"a last line end begins no line", "市\n", {"市"}},
      {"a last CR LF begins no line", "市\r\n", {"市"}},
      {"only the last of several", "市\n\n", {"市", ""}},
      {"a form feed ends none", "a\fb\vc", {"a\fb\vc"}},
      {"nor does U+2028", "a\u2028b", {"a\u2028b"}},
  };
  for (const auto& row : rows) EXPECT_EQ(lines_of(Source("s", row.text)), row.lines) << row.name;
}

TEST(Source, ALineAndColumnCountCodePoints) {
  const Source source("s", "市a𠮷b\n町\r\nc");
  const struct {
    const char* name;
    std::uint32_t offset, line, column;
  } rows[] = {
      {"the first byte", 0, 1, 1},  {"behind three bytes", 3, 1, 2},
      {"behind one byte", 4, 1, 3}, {"behind four bytes", 8, 1, 4},
      {"the line end", 9, 1, 5},    {"the second line", 10, 2, 1},
      {"the CR", 13, 2, 2},         {"the LF behind it", 14, 2, 3},
      {"the third line", 15, 3, 1}, {"the end of the text", 16, 3, 2},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(source.line_of(row.offset), row.line) << row.name;
    EXPECT_EQ(source.line_column(row.offset).line, row.line) << row.name;
    EXPECT_EQ(source.line_column(row.offset).column, row.column) << row.name;
  }
}

TEST(Source, TheEndBelongsToTheLastLine) {
  EXPECT_EQ(Source("s", "").line_of(0), 1U);
  EXPECT_EQ(Source("s", "市\n").line_of(4), 1U);
  EXPECT_EQ(Source("s", "市\n町").line_of(7), 2U);
}

/// Lines longer than any block that the source may count by, with characters of every size.
TEST(Source, LineColumnIsExactInLongLines) {
  constexpr std::string_view kUnit = "市aé𠮷";
  std::string text = "短い行\n";
  const auto long_line = static_cast<std::uint32_t>(text.size());
  for (int i = 0; i < 3000; ++i) text += kUnit;
  const auto second_end = static_cast<std::uint32_t>(text.size());
  text += "\n";
  for (int i = 0; i < 700; ++i) text += "町";
  const Source source("s", text);
  std::uint32_t column = 1;
  for (std::uint32_t at = long_line; at < second_end; at += utf8::decode(source.text(), at).size) {
    ASSERT_EQ(source.line_column(at).line, 2U);
    ASSERT_EQ(source.line_column(at).column, column++) << "byte " << at;
  }
  EXPECT_EQ(source.line_column(second_end).column, 3000U * 4 + 1);
  for (std::uint32_t i = 0; i <= 700; ++i) {
    ASSERT_EQ(source.line_column(second_end + 1 + 3 * i).line, 3U);
    ASSERT_EQ(source.line_column(second_end + 1 + 3 * i).column, i + 1);
  }
}

TEST(Source, KeepsNameAndText) {
  const Source source("a/b.txt", "市町村");
  EXPECT_EQ(source.name(), "a/b.txt");
  EXPECT_EQ(source.text(), "市町村");
  EXPECT_EQ(source.slice({3, 6}), "町");
  EXPECT_EQ(source.slice({9, 9}), "");
}

TEST(Span, CoverIsTheSmallestThatHoldsBoth) {
  EXPECT_EQ(cover(Span{2, 4}, Span{6, 8}), (Span{2, 8}));
  EXPECT_EQ(cover(Span{6, 8}, Span{2, 4}), (Span{2, 8}));
  EXPECT_EQ(cover(Span{2, 8}, Span{3, 4}), (Span{2, 8}));
  EXPECT_TRUE((Span{3, 3}).empty());
  EXPECT_EQ((Span{3, 7}).size(), 4U);
}

}  // namespace
}  // namespace torikomi

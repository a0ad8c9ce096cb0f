// Line and column of a place in lines of any length.
#include <gtest/gtest.h>

#include <string>

#include "torikomi/core/source.h"

namespace torikomi {
namespace {

TEST(LongLine, CountsCharactersAsInAShortOne) {
  std::string line;  // characters of one to four bytes, so that pages begin inside of them
  while (line.size() < 50'000) line += "a¢あ𠮷";
  const Source source("x.txt", "表題\n" + line + "\n終わり");
  const auto begin = static_cast<std::uint32_t>(source.text().find('\n')) + 1;
  std::uint32_t column = 1;
  for (std::uint32_t at = begin; at < begin + line.size(); ++at) {
    if ((static_cast<unsigned char>(source.text()[at]) & 0xC0U) == 0x80U) continue;
    const LineColumn place = source.line_column(at);
    ASSERT_EQ(place.line, 2U);
    ASSERT_EQ(place.column, column++);
  }
  const auto end = static_cast<std::uint32_t>(source.text().size());
  EXPECT_EQ(source.line_column(end).line, 3U);
  EXPECT_EQ(source.line_column(end).column, 4U);
}

}  // namespace
}  // namespace torikomi

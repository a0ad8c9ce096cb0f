// Page numbers, repeated headers, and what only looks like them.
#include <gtest/gtest.h>

#include "layout/split.h"

namespace torikomi {
namespace {

using testing::Split;

/// Lines of furniture: "3 page-number 7 page-header".
std::string furniture(const Split& split) {
  std::string out;
  for (const Block& block : split.layout.blocks)
    if (block.kind == BlockKind::kFurniture) out += std::to_string(block.line) + " " + std::string(block.rule) + " ";
  return out;
}

TEST(Furniture, PageNumbers) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"本文\n- 12 -\n本文", "2 page-number "},
      {"本文\n― 12 ―\n本文", "2 page-number "},
      {"本文\nP.12\n", "2 page-number "},
      {"本文\n12ページ\n", "2 page-number "},
      {"本文\n   12\n\f本文", "2 page-number "},
      {"本文\n12\n本文", ""},
      {"本文\n3/12\n本文", ""},
      {"表\n1\n2\n3\n4\n", ""},
      {"本文\n-12\n本文", ""},
      {"・12\n", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(furniture(Split(c.text)), c.expected) << c.text;
}

TEST(Furniture, BareNumbersThatCountPages) {
  std::string text;
  for (int page = 4; page < 8; ++page) {
    for (int line = 0; line < 10; ++line)
      text +=
          std::string(static_cast<std::size_t>(page), 'a') + std::string(static_cast<std::size_t>(line), 'x') + "\n";
    text += std::to_string(page) + "\n";
  }
  EXPECT_EQ(furniture(Split(text)), "11 page-number 22 page-number 33 page-number 44 page-number ");
}

TEST(Furniture, HeadersThatComeOnEveryPage) {
  const std::string report =
      "観光振興計画\n\n本文一\n\f観光振興計画\n\n本文二\n\f観光振興計画\n\n本文三\n\f1 まとめ\n本文四\n";
  EXPECT_EQ(furniture(Split(report)), "4 page-header 7 page-header ");
}

TEST(Furniture, HeadingsAndHeadsOfTablesAreNone) {
  EXPECT_EQ(furniture(Split("1 概要\n本文\n\f1 概要\n本文二\n\f1 概要\n本文三\n\f1 概要\n本文四\n")), "");
  EXPECT_EQ(furniture(Split("項目  金額\nA  1円\n\f項目  金額\nB  2円\n\f項目  金額\nC  3円\n\f項目  金額\nD  4円\n")),
            "");
}

}  // namespace
}  // namespace torikomi

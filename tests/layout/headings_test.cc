// Levels of headings, and numbered lines that are none.
#include <gtest/gtest.h>

#include "layout/split.h"

namespace torikomi {
namespace {

using testing::Split;

/// The levels of the headings, in order.
std::string levels(const Split& split) {
  std::string out;
  for (const Block& block : split.layout.blocks)
    if (block.kind == BlockKind::kHeading) out += std::to_string(block.level);
  return out;
}

TEST(Headings, StandBelowWhatIsOpen) {
  const struct {
    const char* name;
    const char* text;
    const char* expected;
  } cases[] = {
      {"the usual order",
       "第1章 総論\n本文。\n第1節 背景\n本文。\n1 目的\n本文。\n(1) 現状\n本文。\nア 人口\n本文。\n(ア) "
       "推移\n本文。\n第2章 各論\n本文。",
       "1234561"},
      {"without chapters the numbers are highest", "1 目的\n本文。\n(1) 現状\n本文。\n2 方法\n本文。", "121"},
      {"marks stand where they come up", "■ 概要\n本文。\n1 目的\n本文。\n■ 実績\n本文。", "121"},
      {"marks below numbers", "1 目的\n本文。\n■ 背景\n本文。\n2 方法\n本文。", "121"},
      {"Markdown counts its signs", "# 報告\n## 目的\n本文。\n1 背景\n本文。\n# 付録", "1231"},
      {"brackets", "【連携】\n本文。\n1 目的\n本文。\n【体制】\n本文。", "121"},
      {"第1 alone", "第1 趣旨\n本文。\n1 対象\n本文。\n第2 方法\n本文。", "121"},
  };
  for (const auto& c : cases) EXPECT_EQ(levels(Split(c.text)), c.expected) << c.name;
}

TEST(Headings, NumberedLinesOneAfterTheOtherAreAList) {
  EXPECT_EQ(levels(Split("1 議題\n(1) 計画の変更\n(2) 予算の補正\n(3) その他\n\n2 報告\n本文。")), "11");
  EXPECT_EQ(levels(Split("(1) 計画の変更\n\n(2) 予算の補正\n本文。")), "11");
}

}  // namespace
}  // namespace torikomi

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
    if (block.heads()) out += std::to_string(block.level);
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
      {"a series inside of another one, which goes on behind it",
       "1 現状\n本文。\n2 方向\n本文。\n(1) 視点\n本文。\nI 自立\n本文。\nII 創生\n本文。\n3 体制\n本文。", "112331"},
      {"a new series below a line without a mark",
       "計画\n\n1 現状\n本文。\n(1) 人口\n本文。\n\n資料の部\n\n1 推計\n本文。\n\n調べ\n\n1 方法\n本文。", "1121212"},
      {"the lines of a table of contents open nothing",
       "計画\n\n目次\n\n1 現状と課題について 1\n\n〔参考資料〕\n\n1 現状と課題について\n本文。", "1211"},
      {"annexes end the chapters, forewords hold none",
       "計画\n\nはじめに\n\n本文。\n\n1 現状\n本文。\n\n参考資料\n\n1 推計\n本文。", "11112"},
      {"articles below their rules",
       "計画\n\n会議設置要綱\n\n(目的)\n\n第1条 置く。\n\n(組織)\n\n第2条 なる。\n\n別表 1\n\n本文。", "11221"},
      {"named numbers", "計画\n\n基本目標1 働く場をつくる\n\n数値目標\n\n本文。\n\n基本目標2 人を呼び込む\n\n本文。",
       "1121"},
      {"第1 alone", "第1 趣旨\n本文。\n1 対象\n本文。\n第2 方法\n本文。", "121"},
  };
  for (const auto& c : cases) EXPECT_EQ(levels(Split(c.text)), c.expected) << c.name;
}

TEST(Headings, NumberedLinesOneAfterTheOtherAreAList) {
  EXPECT_EQ(levels(Split("1 議題\n(1) 計画の変更\n(2) 予算の補正\n(3) その他\n\n2 報告\n本文。")), "11");
  EXPECT_EQ(levels(Split("(1) 計画の変更\n\n(2) 予算の補正\n本文。")), "11");
}

TEST(Headings, ShortLinesThatStandAloneHeadWhatFollows) {
  const struct {
    const char* name;
    const char* text;
    const char* expected;
  } cases[] = {
      {"above text", "報告\n\n事業の概要\n\n圏域の課題を調べた。", "11"},
      {"above a table", "報告\n\n事業の一覧\n\n番号\t名称\n1\t講座", "11"},
      {"what stands in 「」 may hold anything", "報告\n\n「話そう、まちのこと！」\n\n市民が集まった。", "11"},
      {"関係人口とは", "報告\n\n関係人口とは\n\n地域に関わる人である。", "11"},
      {"a sentence", "報告\n\n圏域の課題を調べた\n\n本文。", "1"},
      {"a note", "報告\n\n※集計中\n\n本文。", "1"},
      {"the first line of a paragraph", "報告\n\n圏域の課題\n課題の調べ。\n\n本文。", "1"},
      {"a count", "報告\n\n16団体\n\n本文。", "1"},
      {"a list of short lines", "報告\n\n若い世代\n\n高齢の世代\n\n子どもたち\n\n本文。", ""},
      {"the cover above the table of contents", "報告\n\n推進会議\n\n目次\n\n本文。", "11"},
      {"a reference in brackets", "報告\n\n[結果は「資料編」を参照]\n\n本文。", "1"},
      {"the end of the text", "報告\n\n本文。\n\n事務局", "1"},
  };
  for (const auto& c : cases) EXPECT_EQ(levels(Split(c.text)), c.expected) << c.name;
}

}  // namespace
}  // namespace torikomi

// Pages of a body about its finances, as readers of web pages write their tables: bars, the width of merged headings
// lost, empty cells kept; and the ratios of its finances.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;
using testing::kpi_values_of;
using testing::rows_of;

std::string amounts_of(std::string_view page) {
  return rows_of(page, TableId::amounts, {col::amounts::item, col::amounts::fiscal_year, col::amounts::value_yen});
}

TEST(FinancePages, HeadingsThatComeAgainAreDealtOutToTheLastOnesAbove) {
  EXPECT_EQ(
      rows_of("歳入予算の概要\n科目 | 本年度予算額 | 前年度予算額 | 比較 | ||||\n---|---|---|---|---|---|---|---|\n"
              "金額 | 構成比 | 金額 | 構成比 | 増減額 | 増減率 | ||\n"
              "1 | 市税 | 5,560 | 12.2 | 5,459 | 11.0 | 101 | 1.9 |\n"
              "2 | 市債 | 6,285 | 13.7 | 7,737 | 15.5 | △1,452 | △18.8 |\n"
              "歳入合計 | 45,860 | 100.0 | 49,800 | 100.0 | △3,940 | △7.9 |\n",
              TableId::amounts, {col::amounts::item, col::amounts::kind, col::amounts::raw}),
      "市税|budget|5,560\n市税|budget|5,459\n市税|other|101\n市債|budget|6,285\n市債|budget|7,737\n"
      "市債|other|△1,452\n歳入合計|other|45,860\n歳入合計|other|49,800\n歳入合計|other|△3,940\n");
}

TEST(FinancePages, EmptyCellsBehindASumSayNothing) {
  EXPECT_EQ(amounts_of("平成16年度白川市水道事業会計予算 |\n収 入 |\n||||||\n第1款 | 水道事業収益 | 1,088千円 | ||||\n"
                       "第1項 | 営業収益 | 1,060千円 | ||||\n"),
            "水道事業収益|2004|1088000\n営業収益|2004|1060000\n");
}

TEST(FinancePages, OneCellALineWithABarBehindIt) {
  EXPECT_EQ(
      amounts_of("決算状況(単位:千円)\n\n区分 |\n歳入総額 |\n歳出総額 |\n実質収支 |\n一般会計 |\n6,712 |\n6,688 |\n24 "
                 "|\n老人保健特別会計 |\n2,225 |\n2,232 |\n-(マイナス)7 |\n"),
      "一般会計||6712000\n一般会計||6688000\n一般会計||24000\n老人保健特別会計||2225000\n"
      "老人保健特別会計||2232000\n老人保健特別会計||-7000\n");
}

TEST(FinancePages, ABarAtTheBeginOfTheHeadPartsAnEmptyCell) {
  EXPECT_EQ(amounts_of("(単位:百万円)\n | R2 | R3 (見込み) |\n---|---|---|\n一般会計 | 41,795 | 41,681 |\n"
                       "企業会計 | 22,557 | 20,864 |\n"),
            "一般会計|2020|41795000000\n一般会計|2021|41681000000\n企業会計|2020|22557000000\n"
            "企業会計|2021|20864000000\n");
}

TEST(FinancePages, AUnitOfMoneyAloneInALine) {
  EXPECT_EQ(amounts_of("1 予算\n(百万円)\n区分\t中期計画\t平成22年度実績\n収入\t71\t14\n"),
            "収入||71000000\n収入|2010|14000000\n");
}

TEST(FinancePages, SumsOfAnArticleInColumnsOfBlanks) {
  EXPECT_EQ(amounts_of("第3条    予定額は、次のとおりと定める。\n"
                       "                             収              入\n"
                       "  第1款    病 院 事 業 収 益             18,585,089 千円\n"
                       "    第1項    医 業 収 益                 16,487,654 千円\n"
                       "                             支              出\n"
                       "  第1款    病 院 事 業 費 用             18,271,353 千円\n"
                       "    第1項    医 業 費 用                 17,885,715 千円\n"),
            "病院事業収益||18585089000\n医業収益||16487654000\n病院事業費用||18271353000\n医業費用||17885715000\n");
  EXPECT_EQ(amounts_of("収 入\n第 1款\t病院事業収益\t5,117千 円\n"), "病院事業収益||5117000\n");
}

TEST(FinancePages, ALabelOfSumsBeforeWordsAloneIsATitle) {
  constexpr std::string_view kTable = "区分 | 予算額(税込み) |\n---|---|\n収益的収入 | 14億円 |\n";
  EXPECT_EQ(amounts_of("平成29年度当初予算:水道事業会計\n\n" + std::string(kTable)), "収益的収入|2017|1400000000\n");
  EXPECT_EQ(amounts_of("当初予算額:12千円\n"), "当初予算額||12000\n");
}

TEST(FinancePages, SignsStandBehindBrackets) {
  EXPECT_EQ(amounts_of("(単位:円)\n\n区分\t歳入決算額 A\t実質収支額 (純剰余金) C-D\n一般会計\t2,926\t△197\n"),
            "一般会計||2926\n一般会計||-197\n");
}

TEST(FinancePages, RatiosAreResultsAndTheirLimitsNoTargets) {
  const std::vector<Case> cases = {
      {"the name of the body",
       "(単位:%)\n\n健全化判断比率 | 白川市 | 早期健全化基準 | 財政再生基準\n実質赤字比率 | - | 12.63 | 20.00\n"
       "実質公債費比率 | 2.6 | 25.0 | 35.0\n",
       "actual|2.6|%|\n"},
      {"years",
       "健全化判断比率(単位:%)\n\n区分\t令和4年度\t令和3年度決算\t早期健全化基準\n実質公債費比率\t2.6\t3.1\t25.0\n",
       "actual|2.6|%|2022-04/2023-03\nactual|3.1|%|2021-04/2022-03\n"},
      {"accounts of enterprises", "会計名\t資金不足比率\t経営健全化基準\n水道事業会計\t1.5%\t20.0%\n",
       "actual|1.5|%|\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(kpi_values_of(c.input), c.expected) << c.name;
}

TEST(FinancePages, HeadingsAreCutAcrossTheRowsOfAHead) {
  EXPECT_EQ(amounts_of("一般会計歳入歳出決算額の累年比較\t\t\t\t\t\t\n"
                       "(歳 入)\t\t\t\t\t\t(単位:千円,%)\n"
                       "年 度\t平成28年度\t\t\t平成29年度\t\t\n"
                       "\t\t\t対前年\t\t\t対前年\n"
                       "区 分\t決 算 額\t百分比\t\t決 算 額\t百分比\t\n"
                       "科 目\t\t\t度 比\t\t\t度 比\n"
                       "県 税\t77008735\t14.6\t101.1\t76620340\t15.6\t100.1\n"),
            "県税|2016|77008735000\n県税|2017|76620340000\n");
}

TEST(FinancePages, TheUnitStandsBesideTheTitle) {
  const std::string table = "科目\t令和3年度予算額\t令和4年度予算額\n県税\t1,200\t1,300\n";
  const std::string rows = "県税|2021|1200000\n県税|2022|1300000\n";
  EXPECT_EQ(amounts_of("一般会計歳入予算\t\t(単位:千円)\n" + table), rows);
  EXPECT_EQ(amounts_of("(歳入)\t\t(単位:千円,%)\n" + table), rows);
  EXPECT_EQ(amounts_of("第1表\t歳入歳出予算\t(単位:千円)\n---\t---\t---\n" + table), rows);
  EXPECT_EQ(amounts_of("| 一般会計歳入予算 | | 単位:千円 |\n|---|---|---|\n"
                       "| 科目 | 令和3年度予算額 | 令和4年度予算額 |\n| 県税 | 1,200 | 1,300 |\n"),
            rows);
}

TEST(FinancePages, YearsOverHeadingsThatComeAgainHoldForTheirOwnOnes) {
  EXPECT_EQ(
      amounts_of("（単位：千円）\n"
                 "                                         H25                                     H26\n"
                 "                                     対前年度    対前年度                   対前年度    対前年度\n"
                 "      歳     入           決算額                              決算額\n"
                 "                                       増減額      増減率                     増減額      増減率\n"
                 "   市            税     10,707,635      278,147         2.7   10,653,318    △ 54,317      △ 0.5\n"
                 "   地 方 譲 与 税          276,941    △ 16,208       △ 5.5      264,579    △ 12,362      △ 4.5\n"
                 "   国 庫 支 出 金        7,296,821   △ 118,795       △ 1.6    7,149,594   △ 147,227      △ 2.0\n"),
      "市税|2013|10707635000\n市税||278147000\n市税|2014|10653318000\n市税||-54317000\n"
      "地方譲与税|2013|276941000\n地方譲与税||-16208000\n地方譲与税|2014|264579000\n地方譲与税||-12362000\n"
      "国庫支出金|2013|7296821000\n国庫支出金||-118795000\n国庫支出金|2014|7149594000\n国庫支出金||-147227000\n");
}

TEST(FinancePages, TargetAndResultOfAnIndicatorInALine) {
  EXPECT_EQ(kpi_values_of("令和3年度 留学支援\n３ 執行額 12,345円\n指標：留学生数 目標：13,550 人 実績：14,358 人\n"),
            "target|13550|人|\nactual|14358|人|\n");
}

}  // namespace
}  // namespace torikomi

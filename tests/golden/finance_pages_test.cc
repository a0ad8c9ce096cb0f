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
  EXPECT_EQ(rows_of("歳入予算の概要\n科目 | 本年度予算額 | 前年度予算額 | 比較 | ||||\n---|---|---|---|---|---|---|---|\n"
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

}  // namespace
}  // namespace torikomi

// Budgets and settlements as PDFs lay them out: letters spread over columns, totals in the middle, sums in words, two
// columns in one.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::rows_of;

std::string amounts_of(std::string_view page) {
  return rows_of(page, TableId::amounts,
                 {col::amounts::item, col::amounts::kind, col::amounts::fiscal_year, col::amounts::value_yen});
}

TEST(BudgetLayouts, NumbersOfAFontAreTheDigitsThatItPrints) {
  EXPECT_EQ(amounts_of("令和6年度 当初予算\n(単位:千円)\n区分\t本年度\t前年度\n市税\t㻝㻘㻞㻜㻜\t㻥㻜㻜\n"),
            "市税|budget|2024|1200000\n市税|budget|2023|900000\n");
}

TEST(BudgetLayouts, LettersOfAKnownHeadingAreOneHoweverFarApart) {
  EXPECT_EQ(
      amounts_of("令和6年度 款別比較\n\n"
                 "                                                 本         年    度            前            年    "
                 "度               比      較\n"
                 "                                     款\n"
                 "                                            予       算     額   構 成 比   予       算        額   "
                 "構 成 比     増     減  額   "
                 " 増 減        率\n"
                 "\n"
                 "1    議               会                   費       431,207 千円      0.5 %       448,915 千円       "
                 "  0.6 %   △ 17,708 千円     △ 3.2 %\n"
                 "\n"
                 "2    総               務                   費   11,024,500         11.9      9,812,300            "
                 "10.4      1,212,200       25.7\n"),
      "議会費|budget|2024|431207000\n議会費|budget|2023|448915000\n議会費|other||-17708000\n"
      "総務費|budget|2024|11024500000\n総務費|budget|2023|9812300000\n総務費|other||1212200000\n");
}

TEST(BudgetLayouts, TotalsStandInTheMiddleOfTheNames) {
  EXPECT_EQ(amounts_of("                    平成27年度    同窓会決算書\n\n"
                       "収入の部                                                     単位(円)\n"
                       "     項目          予算額 a        決算額 b       比較増減 b-a\n"
                       "入会金             1,200,000     1,230,000         30,000\n"
                       "会費              4,810,000     4,795,000       △ 15,000\n"
                       "     合計         6,010,000     6,025,000         15,000\n"),
            "入会金|budget|2015|1200000\n入会金|settlement|2015|1230000\n入会金|other||30000\n"
            "会費|budget|2015|4810000\n会費|settlement|2015|4795000\n会費|other||-15000\n"
            "合計|other|2015|6010000\n合計|other|2015|6025000\n合計|other||15000\n");
}

TEST(BudgetLayouts, SumsInWordsOfAnyPower) {
  struct Row {
    const char* page;
    const char* rows;
  };
  for (const Row& row : {
           Row{"令和6年度 決算の概要\n\n   歳 入   312 億 4,055 万 7 千円(前年度比 8 億 1,002 万 3 千円増)\n\n"
               "   歳 出   301 億 1,234 万 5 千円(前年度比 7 億 2,001 万 4 千円増)\n",
               "歳入|settlement|2024|31240557000\n歳出|settlement|2024|30112345000\n"},
           Row{"令和6年度 決算の概要\n\n   歳入\n         (前年度比 3 億増)\n         412 億 3,344 万 5 千円\n", ""},
           Row{"令和4年度 決算説明\n\n予算現額 2兆1,045億3,678万9,012円\n調定額 2兆980億円\n"
               "収入済額 2兆871億2,345万6,789円\n",
               "予算現額|budget|2022|2104536789012\n調定額|other|2022|2098000000000\n"
               "収入済額|settlement|2022|2087123456789\n"},
           Row{"令和4年度 決算\n\n※自主財源…7,123,400千円(41.2%)\n", "自主財源|settlement|2022|7123400000\n"},
       })
    EXPECT_EQ(amounts_of(row.page), row.rows) << row.page;
}

TEST(BudgetLayouts, TwoColumnsShareACell) {
  const std::string both = "防災訓練|budget|2022|1200000\n防災訓練|settlement|2022|1150000\n";
  EXPECT_EQ(amounts_of("令和4年度 成果\n(単位:千円)\n事業名\t予算現額<br>決算額\t成果\n---\t---\t---\n"
                       "防災訓練\t1,200<br>1,150\t2回行った\n"),
            both);
  EXPECT_EQ(amounts_of("令和4年度 成果\n(単位:千円)\n事業名\t予算額<br>(決算額)\t成果\n---\t---\t---\n"
                       "防災訓練\t1,200<br>(1,150)\t2回行った\n"),
            both);
  EXPECT_EQ(amounts_of("令和4年度 成果\n(単位:千円)\n事業名\t予算現額 決算額\t成果\n---\t---\t---\n"
                       "防災訓練\t1,200 1,150\t2回行った\n"),
            both);
  // a heading of two lines over one sum
  EXPECT_EQ(amounts_of("令和4年度 決算\n(単位:千円)\n事業名\t補正後<br>予算額\t成果\n---\t---\t---\n"
                       "防災訓練\t1,200\t2回行った\n"),
            "防災訓練|budget|2022|1200000\n");
}

TEST(BudgetLayouts, YearsBeforeABarAndTheUnitOfADifference) {
  EXPECT_EQ(amounts_of("(単位:千円)\n区分\tR5_予算額\tR4_決算額\n総務費\t1,500\t1,300\n"),
            "総務費|budget|2023|1500000\n総務費|settlement|2022|1300000\n");
  EXPECT_EQ(amounts_of("令和5年度 予算\n\n科目\t令和5年度(千円)\t令和4年度(千円)\t増減\n市税\t1,500\t1,400\t100\n"
                       "町債\t2,500\t2,600\t3.8\n"),
            "市税|budget|2023|1500000\n市税|budget|2022|1400000\n市税|other||100000\n"
            "町債|budget|2023|2500000\n町債|budget|2022|2600000\n町債|other||\n");
}

}  // namespace
}  // namespace torikomi

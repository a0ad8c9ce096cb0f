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

TEST(BudgetLayouts, ANumberRightBeforeASpreadNameTakesNoLetterFromIt) {
  EXPECT_EQ(rows_of("歳入歳出予算事項別明細書\n\n"
                    "        款                          本年度予算額        前年度予算額        比    較\n"
                    "                                         千円              千円              千円\n"
                    " 1市                    税          31,405,000        31,209,000          196,000\n"
                    " 2地  方  譲  与  税                   312,000           327,000         △15,000\n"
                    "     歳  入  合  計                 31,717,000        31,536,000          181,000\n",
                    TableId::amounts, {col::amounts::item, col::amounts::raw, col::amounts::note}),
            "1市税|31,405,000|本年度予算額\n1市税|31,209,000|前年度予算額\n1市税|196,000|比 較\n"
            "2地方譲与税|312,000|本年度予算額\n2地方譲与税|327,000|前年度予算額\n2地方譲与税|△15,000|比 較\n"
            "歳入合計|31,717,000|本年度予算額\n歳入合計|31,536,000|前年度予算額\n歳入合計|181,000|比 較\n");
}

TEST(BudgetLayouts, ASumThatReachesDownIsToldOnce) {
  EXPECT_EQ(
      rows_of("令和6年度 予算\n(単位:千円)\n<table><tr><th>款</th><th>予算額</th><th>説明</th><th>予算額</th></tr>"
              "<tr><td rowspan=\"2\">国庫支出金</td><td rowspan=\"2\">7,300</td><td>医療給付費</td><td>5,000</td></tr>"
              "<tr><td>児童手当</td><td>2,300</td></tr></table>\n",
              TableId::amounts, {col::amounts::item, col::amounts::value_yen}),
      "国庫支出金|7300000\n医療給付費|5000000\n児童手当|2300000\n");
}

TEST(BudgetLayouts, SumsBelowTheirNames) {
  const auto sums = [](std::string_view page) {
    return rows_of(page, TableId::amounts, {col::amounts::item, col::amounts::value_yen});
  };
  EXPECT_EQ(sums("令和6年度 決算\n\n目的別の内訳\n\n商工費\n1,250億円\n(3.1%)\n民生費\n2,310 億円(5.7%)\n"),
            "商工費|125000000000\n民生費|231000000000\n");
  EXPECT_EQ(sums("令和6年度 主要事業\n\n1 道路改良事業\n  25,300千円\n  市道を広げる。\n"), "道路改良事業|25300000\n");
  // sums above their names, or where one has none
  EXPECT_EQ(sums("令和6年度 決算\n\n内訳\n\n1,250億円\n商工費\n2,310億円\n民生費\n"), "");
  EXPECT_EQ(sums("令和6年度 決算\n\n内訳\n\n商工費\n1,250億円\n(3.1%)\n9,000億円\n"), "");
  EXPECT_EQ(sums("令和6年度 決算\n\n歳入\n(前年度比 3億円増)\n412億3,344万5千円\n"), "");
}

TEST(BudgetLayouts, TheTwoSidesStandBesideEachOther) {
  EXPECT_EQ(amounts_of("令和5年度 予算\n(単位:千円)\n歳入\t予算額\t構成比\t歳出\t予算額\t構成比\n"
                       "市税\t1,500\t50.0\t総務費\t900\t30.0\n町債\t1,500\t50.0\t民生費\t2,100\t70.0\n"),
            "市税|budget|2023|1500000\n総務費|budget|2023|900000\n町債|budget|2023|1500000\n"
            "民生費|budget|2023|2100000\n");
  EXPECT_EQ(amounts_of("令和5年度 予算\n(単位:億円)\n歳出\t\t歳入\t\n1.民生費の追加\t38\t1.公債金\t23\n"
                       "(1)給付費\t15\t2.税外収入\t14\n"),
            "1.民生費の追加|budget|2023|3800000000\n1.公債金|budget|2023|2300000000\n"
            "(1)給付費|budget|2023|1500000000\n2.税外収入|budget|2023|1400000000\n");
  EXPECT_EQ(
      amounts_of("令和5年度 収支決算書\n(単位:円)\n<table><tr><th colspan=\"2\">収入の部</th><th colspan=\"2\">"
                 "支出の部</th></tr><tr><td>会費</td><td>30,000</td><td>事務費</td><td>12,000</td></tr></table>\n"),
      "会費|income|2023|30000\n事務費|expense|2023|12000\n");
}

TEST(BudgetLayouts, WhatLinesSayOfAYear) {
  EXPECT_EQ(amounts_of("平成28年度 予算の概要\n\n一般会計\t平成27年度当初予算額\t185億6,000万円\n"
                       "特別会計\t平成26年度決算額\t92億1,400万円\n"),
            "一般会計|budget|2015|18560000000\n特別会計|settlement|2014|9214000000\n");
  EXPECT_EQ(amounts_of("令和6年度 決算報告\n\n◇保険給付費:6億1,200万円(前年度比4.1%減)\n◇参加費:500円\n"),
            "保険給付費|settlement|2024|612000000\n");
}

TEST(BudgetLayouts, DaysBelowAMonthAndTablesBesideEachOther) {
  const auto days = [](std::string_view page) {
    return rows_of(page, TableId::schedules, {col::schedules::activity, col::schedules::edtf});
  };
  EXPECT_EQ(days("令和5年4月の行事予定\n\n日\t曜日\t行事\n4\t火\t新入生登校\n6\t木\t始業式\n7\t金\t\n"),
            "新入生登校|2023-04-04\n始業式|2023-04-06\n");
  EXPECT_EQ(days("5月の行事予定\n\n日\t曜日\t行事\t日\t曜日\t行事\n8\t月\t家庭訪問\t17\t水\t遠足\n"
                 "9\t火\t\t18\t木\t内科検診\n"),
            "家庭訪問|XXXX-05-08\n遠足|XXXX-05-17\n内科検診|XXXX-05-18\n");
  EXPECT_EQ(days("令和5年度 行事\n\n月日\t行事\t月日\t行事\n4月8日\t入学式\t9月1日\t始業式\n"
                 "5月3日\t遠足\t10月9日\t運動会\n"),
            "入学式|2023-04-08\n始業式|2023-09-01\n遠足|2023-05-03\n運動会|2023-10-09\n");
}

TEST(BudgetLayouts, SingleBlanksPartTheCellsBelowAHeadOfThem) {
  EXPECT_EQ(amounts_of("決算の状況\n(単位:千円)\n区分 令和4年度 令和3年度 増減額 増減率\n市 税 1,200 1,100 100 9.1\n"
                       "地方 譲与税 2,300 2,400 △ 100 △ 4.2\n以上のとおりである。\n"),
            "市税|settlement|2022|1200000\n市税|settlement|2021|1100000\n市税|other||100000\n"
            "地方 譲与税|settlement|2022|2300000\n地方 譲与税|settlement|2021|2400000\n地方 譲与税|other||-100000\n");
  // one row, or a row that lacks a value: nobody knows which
  EXPECT_EQ(amounts_of("決算\n(単位:千円)\n区分 予算現額 決算額\n総務費 1,200 1,100\n"), "");
  EXPECT_EQ(amounts_of("決算\n(単位:千円)\n区分 予算現額 決算額\n総務費 1,200\n民生費 1,300 1,250\n"), "");
}

TEST(BudgetLayouts, AHeadingBehindItsValuesEndsAStackedTable) {
  const std::string head = "(単位:百万円)\n\n区分\n\n補正前予算額\n\n補正額\n\n補正後予算額\n\n一般会計\n\n";
  EXPECT_EQ(amounts_of("令和7年度10月・12月補正予算\n\n" + head + "3,700\n\n300\n\n4,000\n\n第4号の補正\n\n" + head +
                       "4,000\n\n30\n\n4,030\n\n2 訂正の理由\n"),
            "一般会計|budget|2025|3700000000\n一般会計|budget|2025|300000000\n一般会計|budget|2025|4000000000\n"
            "一般会計|budget|2025|4000000000\n一般会計|budget|2025|30000000\n一般会計|budget|2025|4030000000\n");
}

TEST(BudgetLayouts, TotalsOfGroupsTellTheirGroup) {
  EXPECT_EQ(
      rows_of("令和5年度 決算\n(単位:千円)\n区分\t科目\t決算額\n歳入\t市税\t1,000\n\t町債\t2,000\n\t計\t3,000\n"
              "歳出\t総務費\t1,500\n\t計\t1,500\n\t計\t4,500\n",
              TableId::amounts, {col::amounts::item, col::amounts::value_yen, col::amounts::note}),
      "市税|1000000|歳入\n町債|2000000|歳入\n計|3000000|歳入\n総務費|1500000|歳出\n計|1500000|歳出\n計|4500000|\n");
}

TEST(BudgetLayouts, TitlesAndHeadingsPrintedLetterByLetter) {
  EXPECT_EQ(
      amounts_of(
          "                    平 成 2 7 年 度 各 会 計 収 支 計 算 書                                     (表1)\n"
          "                          平成28年2月末日現在\n\n"
          "   会    計    別                                                                              執行率\n"
          "                              予 算 現 額           本   月   分           累      計\n"
          "                                        円                    円                  円           %\n"
          "市             税                2,307,000,000        143,393,000        1,875,407,000         81.3\n"
          "地  方  譲  与  税                 124,000,000                  0           99,544,000         80.3\n"),
      "市税|budget|2015|2307000000\n市税|other|2015|143393000\n市税|other|2015|1875407000\n"
      "地方譲与税|budget|2015|124000000\n地方譲与税|other|2015|0\n地方譲与税|other|2015|99544000\n");
}

TEST(BudgetLayouts, CapsByYearAndChangesInBrackets) {
  EXPECT_EQ(
      amounts_of("活動支援補助金\n\n実施年\t補助金額\t補助限度額\n---\t---\t---\n1年目\t対象経費の3分の2\t20万円\n"
                 "2年目以降\t対象経費の3分の2\t12万円\n"),
      "1年目|cap||200000\n2年目以降|cap||120000\n");
  EXPECT_EQ(
      amounts_of(
          "令和5年度の予算\n総務費の主な増減は、\n・庁舎管理事業(+2,300万9,000円)\n・職員手当等(△1億8,700万円)\n"),
      "庁舎管理事業|other|2023|23009000\n職員手当等|other|2023|-187000000\n");
}

TEST(BudgetLayouts, NamesOfOneSideAloneComeAgain) {
  // 償還の方法 stands before the second 限度額 and is no name
  EXPECT_EQ(
      rows_of(
          "令和5年度 補正予算\n(単位:千円)\n起債の目的\t補正前\t\t補正後\t\n\t限度額\t償還の方法\t限度額\t償還の方法\n"
          "---\t---\t---\t---\t---\n道路整備事業\t4,300\t条件による。\t4,500\t条件による。\n",
          TableId::amounts, {col::amounts::item, col::amounts::value_yen}),
      "道路整備事業|4300000\n道路整備事業|4500000\n");
  EXPECT_EQ(amounts_of("令和4年度 施策の成果\n\n事業名\t支援事業\t支援事業\t支援事業\t担当課\t育成課\t育成課\n"
                       "---\t---\t---\t---\t---\t---\t---\n"
                       "予算現額\t31,200千円\t決算額\t30,900千円\t執行率\t99.0%\t99.0%\n"),
            "予算現額|budget|2022|31200000\n決算額|settlement|2022|30900000\n");
}

}  // namespace
}  // namespace torikomi

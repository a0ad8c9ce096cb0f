// Review sheets of projects: money by year, results and plans, unit costs, what receivers spend it on. An extractor
// leaves the cells that a merged one covers empty, prints its words in each of them, or keeps its width.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::rows;

struct Case {
  std::string_view name;
  std::string input;
};

constexpr std::string_view kFront = "事業番号 0123\n\n平成24年行政事業レビューシート (白川省)\n\n";

std::string amounts_of(const std::string& input) {
  return testing::rows_of(std::string(kFront) + input, TableId::amounts,
                          {col::amounts::item, col::amounts::fiscal_year, col::amounts::value_yen});
}

std::string values_of(const std::string& input) {
  const auto document = testing::ingest_bytes(std::string(kFront) + input);
  if (!document) return {};
  return rows(document->records, TableId::kpis, {col::kpis::indicator}) +
         rows(document->records, TableId::kpi_values,
              {col::kpi_values::role, col::kpi_values::as_of_edtf, col::kpi_values::value});
}

TEST(ReviewSheets, ANumberIsNoTitle) {
  const auto document = testing::ingest_bytes(std::string(kFront) + "事業名\t白川文化交流事業\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::documents, {col::documents::title}),
            "平成24年行政事業レビューシート (白川省)\n");
}

TEST(ReviewSheets, TheNameOfThePartBesideAllItsRowsIsNoItem) {
  const std::vector<Case> cases = {
      {"empty", "予算内訳\n(単位:百万円)\t費目\t\t24年度当初予算\t25年度要求\n\t諸謝金\t\t3\t4\n\t旅費\t\t5\t6\n"},
      {"again",
       "予算内訳<br>(単位:百万円)\t費目\t費目\t24年度当初予算\t25年度要求\n"
       "予算内訳<br>(単位:百万円)\t諸謝金\t諸謝金\t3\t4\n予算内訳<br>(単位:百万円)\t旅費\t旅費\t5\t6\n"},
      {"html",
       "<table><tr><td rowspan=3>予算内訳<br>(単位:百万円)</td><td colspan=2>費目</td><td>24年度当初予算</td>"
       "<td>25年度要求</td></tr><tr><td colspan=2>諸謝金</td><td>3</td><td>4</td></tr>"
       "<tr><td colspan=2>旅費</td><td>5</td><td>6</td></tr></table>\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(amounts_of(c.input), "諸謝金|2012|3000000\n諸謝金|2013|4000000\n旅費|2012|5000000\n旅費|2013|6000000\n")
        << c.name;
}

TEST(ReviewSheets, ResultsStandOverWhatWasExpected) {
  const std::vector<Case> cases = {
      {"empty",
       "活動指標及び活動実績\t活動指標\t\t単位\t22年度\t23年度\t24年度活動見込\n"
       "\t招致者数\t活動実績<br>(当初見込み)\t人\t1,721<br>(1,700)\t1,698<br>(1,650)\t-<br>(1,600)\n"},
      {"again",
       "活動指標及び活動実績\t活動指標\t活動指標\t単位\t22年度\t23年度\t24年度活動見込\n"
       "活動指標及び活動実績\t招致者数\t活動実績<br>(当初見込み)\t人\t1,721<br>(1,700)\t1,698<br>(1,650)\t(1,600)\n"},
      {"html",
       "<table><tr><td rowspan=2>活動指標及び活動実績</td><td "
       "colspan=2>活動指標</td><td>単位</td><td>22年度</td><td>23年度</td>"
       "<td>24年度活動見込</td></tr><tr><td>招致者数</td><td>活動実績<br>(当初見込み)</td><td>人</td>"
       "<td>1,721<br>(1,700)</td><td>1,698<br>(1,650)</td><td>(1,600)</td></tr></table>\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(values_of(c.input),
              "招致者数\nactual|2010-04/2011-03|1721\ntarget|2010-04/2011-03|1700\nactual|2011-04/2012-03|1698\n"
              "target|2011-04/2012-03|1650\nmilestone|2012-04/2013-03|1600\n")
        << c.name;
}

TEST(ReviewSheets, UnitCostsAreWhatWasMeasured) {
  EXPECT_EQ(values_of("単位当たりコスト\t算出根拠\t\t単位\t22年度\t23年度\n"
                      "\t執行額/開催回数\t単位当たりコスト\t千円\t25\t30\n\t\t計算式\t千円/回\t100/4\t150/5\n"),
            "執行額/開催回数\nactual|2010-04/2011-03|25000\nactual|2011-04/2012-03|30000\n");
}

TEST(ReviewSheets, WhatReceiversSpendItOn) {
  EXPECT_EQ(
      amounts_of("A.白川工業(株)\t\t\tB.緑町組合\t\t\n費目\t使途\t金額<br>(百万円)\t費目\t使途\t金額<br>(百万円)\n"
                 "人件費\t技術者\t38\t旅費\t調査\t4\n計\t\t38\t計\t\t4\n"),
      "人件費||38000000\n旅費||4000000\n計||38000000\n計||4000000\n");
}

TEST(ReviewSheets, ASheetOfAYearTellsWhatTheYearBeforeWasSpentOn) {
  const auto document = testing::ingest_bytes(
      "令和5年度レビューシート "
      "(白川省)\n\nA.白川工業(株)\n\n費目\t使途\t金額(百万円)\n人件費\t技術者\t38\n\n支出先上位10者リスト\n\n"
      "\t支出先\t業務概要\t支出額(百万円)\n1\t白川工業(株)\t調査\t38\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::amounts,
                 {col::amounts::item, col::amounts::fiscal_year, col::amounts::value_yen, col::amounts::note}),
            "人件費||38000000|技術者\n白川工業(株)||38000000|調査\n");
}

TEST(ReviewSheets, AGroupPrintedOverEachOfItsColumnsIsOneHeading) {
  EXPECT_EQ(amounts_of("歳入決算額 (単位:千円)\n\n歳入\tH25\tH25\tH26\tH26\n---\t---\t---\t---\t---\n"
                       "歳入\t決算額\t対前年度増減額\t決算額\t対前年度増減額\n市税\t10,707\t278\t10,653\t△54\n"),
            "市税|2013|10707000\n市税||278000\n市税|2014|10653000\n市税||-54000\n");
  EXPECT_EQ(amounts_of("会計別予算\n\n会計別\t平成28年度<br>予算額A\t比較\t比較\n会計別\t平成28年度<br>予算額A\t"
                       "増減<br>A-B\t率\n\t千円\t千円\t%\n一般会計\t295,200\t300\t0.10\n"),
            "一般会計|2016|295200000\n一般会計||300000\n");
}

TEST(ReviewSheets, TheNumberOfTheLastYearMayStandInACellOfItsOwn) {
  const std::vector<Case> cases = {
      {"empty",
       "成果目標\t成果目標\t成果指標\t\t単位\t22年度\t目標年度\t\n\t\t\t\t\t\t5\t年度\n"
       "\t学習機会の充実\t参加者数\t成果実績\t人\t1,820\t-\t\n\t\t\t目標値\t人\t1,500\t4,000\t\n"},
      {"html",
       "<table><tr><td rowspan=4>成果目標</td><td rowspan=2>成果目標</td><td rowspan=2>成果指標</td><td rowspan=2></td>"
       "<td rowspan=2>単位</td><td rowspan=2>22年度</td><td "
       "colspan=2>目標年度</td></tr><tr><td>5</td><td>年度</td></tr>"
       "<tr><td rowspan=2>学習機会の充実</td><td rowspan=2>参加者数</td><td>成果実績</td><td>人</td><td>1,820</td>"
       "<td colspan=2>-</td></tr><tr><td>目標値</td><td>人</td><td>1,500</td><td colspan=2>4,000</td></tr></table>\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(values_of(c.input), "参加者数\nactual|2010-04/2011-03|1820\ntarget|2010-04/2011-03|1500\ntarget||4000\n")
        << c.name;
}

TEST(ReviewSheets, TheLastYearHasTheEraOfTheOthers) {
  EXPECT_EQ(
      values_of("指標\t\t単位\t22年度\t目標最終年度<br>26年度\n利用率\t成果実績\t%\t98\t-\n\t目標値\t%\t90\t100\n"),
      "利用率\nactual|2010-04/2011-03|98\ntarget|2010-04/2011-03|90\ntarget|2014-04/2015-03|100\n");
}

TEST(ReviewSheets, WhatIsPlannedForThisYearStandsBesideResults) {
  EXPECT_EQ(values_of("活動指標\t単位\t22年度<br>(実績)\t23年度<br>(実績)\t24年度<br>(予定)\n運行回数\t回\t3\t4\t5\n"),
            "運行回数\nactual|2010-04/2011-03|3\nactual|2011-04/2012-03|4\ntarget|2012-04/2013-03|5\n");
}

TEST(ReviewSheets, ColumnsMayBeToldBySigns) {
  EXPECT_EQ(
      amounts_of("(単位:千円、%)\n\n区分\t23年度<br>最終予算額<br>(1)\t24年度<br>現計予算額<br>(2)\t伸率\t\n"
                 "\t\t\t(2)/(1)\t(1)/(2)\n一般会計\t752,301\t707,249\t▲6.6\t0.6\n特別会計\t34,091\t34,494\t4.3\t3.1\n"),
      "一般会計|2011|752301000\n一般会計|2012|707249000\n特別会計|2011|34091000\n特別会計|2012|34494000\n");
  EXPECT_EQ(amounts_of("(単位:円)\n\n区分\t24年度\t23年度\t対 前 年 度\t\n\t\t\t増 減\t比\n"
                       "支出済額 (B)\t9,595\t9,298\t297\t103.2\n不用額\t1,100\t1,000\t100\t110.0\n"),
            "支出済額 (B)|2012|9595\n支出済額 (B)|2011|9298\n支出済額 (B)||297\n不用額|2012|1100\n不用額|2011|1000\n"
            "不用額||100\n");
}

TEST(ReviewSheets, SumsBesideTheirLabelsAreNoRowOfATable) {
  EXPECT_EQ(
      amounts_of("事業名\t拠点事業\t\t\t担当課\t育成課\n予算現額\t48,512千円\t決算額\t47,903千円\t執行率\t98.7%\n"),
      "予算現額||48512000\n決算額||47903000\n");
}

TEST(ReviewSheets, ASheetInColumnsOfBlanksHasATableForEachLineOfYears) {
  const std::vector<std::string_view> lines = {
      "                                  21年度    22年度      23年度      24年度要求",
      "  予算額・                  当初予算       463       415       367        340",
      "  執行額        予算の状況      補正予算         -         -         -",
      "  (単位:百万円)              計          463       415       367        340",
      "             執行額                   402       371       318",
      "  成果目標及び            成果指標           単位     22年度      23年度       目標値",
      "  成果実績                                                        (24年度)",
      "  (アウトカム)    交流事業参加者数   成果実績      人        4,436     4,334      4,400",
      "                        達成度          %        99        97",
      "  活動指標及び            活動指標           単位     22年度      23年度     24年度活動見込",
      "  活動実績       新規招致者数     活動実績      人        1,721     1,698",
      "  (アウトプット)              (当初見込み)          (1,700)   (1,650)    (1,600)"};
  std::string input;
  for (const std::string_view line : lines) input += std::string(line) + "\n";
  EXPECT_EQ(amounts_of(input),
            "当初予算|2009|463000000\n当初予算|2010|415000000\n当初予算|2011|367000000\n当初予算|2012|340000000\n"
            "計|2009|463000000\n計|2010|415000000\n計|2011|367000000\n計|2012|340000000\n"
            "執行額|2009|402000000\n執行額|2010|371000000\n執行額|2011|318000000\n");
  EXPECT_EQ(values_of(input),
            "交流事業参加者数\n新規招致者数\nactual|2010-04/2011-03|4436\nactual|2011-04/2012-03|4334\n"
            "target|2012-04/2013-03|4400\nactual|2010-04/2011-03|1721\ntarget|2010-04/2011-03|1700\n"
            "actual|2011-04/2012-03|1698\ntarget|2011-04/2012-03|1650\nmilestone|2012-04/2013-03|1600\n");
}

TEST(ReviewSheets, TheNameOfAnIndicatorStandsInTheMiddleOfItsRows) {
  EXPECT_EQ(
      values_of("成果目標\t成果指標\t\t単位\t22年度\t23年度\n\t\t成果実績\t人\t10\t12\n\t参加者数\t目標値\t人\t11\t13\n"
                "\t\t達成度\t%\t90\t92\n\t\t成果実績\t件\t5\t6\n\t相談件数\t目標値\t件\t7\t8\n"),
      "参加者数\n相談件数\nactual|2010-04/2011-03|10\nactual|2011-04/2012-03|12\ntarget|2010-04/2011-03|11\n"
      "target|2011-04/2012-03|13\nactual|2010-04/2011-03|5\nactual|2011-04/2012-03|6\ntarget|2010-04/2011-03|7\n"
      "target|2011-04/2012-03|8\n");
}

TEST(ReviewSheets, MarksForNoneBehindTheLastHeadingLoseNoRow) {
  EXPECT_EQ(amounts_of("A.都道府県\n\n\t支出先\t業務概要\t支出額(百万円)\t入札者数\n1\t白川県\t調査\t402\t-\t-"
                       "\n2\t緑県\t調査\t188\t-\t-\n"),
            "白川県||402000000\n緑県||188000000\n");
}

}  // namespace
}  // namespace torikomi

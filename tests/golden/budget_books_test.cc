// Tables of budget books as `pdftotext -layout` writes them: the words of a heading stand in the middle of its columns
// and of its height.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::rows;

struct Case {
  std::string_view name, title;
  std::vector<std::string_view> lines;
  std::string_view expected;
};

TEST(BudgetBooks, HeadingsStandInTheMiddleOfTheirColumns) {
  const std::vector<Case> cases = {
      {"a group over three columns, headings of two lines and signs",
       "予算執行状況",
       {"                      予 算 現 額               9月末日現在   執行率",
        "  区 分   当初予算額   前年度からの     計      の収入済額     B/A",
        "                          繰越額         A           B",
        "  市税       301,545              −   301,545       162,773     54.0",
        "  市債        59,206          7,804    67,010        25,039     37.4",
        "  合 計      360,751          7,804   368,555       187,812     51.0"},
       "市税||301545000\n"
       "市税||301545000\n"
       "市税||162773000\n"
       "市債||59206000\n"
       "市債||7804000\n"
       "市債||67010000\n"
       "市債||25039000\n"
       "合計||360751000\n"
       "合計||7804000\n"
       "合計||368555000\n"
       "合計||187812000\n"},
      {"years in the first line of their headings",
       "平成15年度予算",
       {"               14年度       15年度     補正後          伸率",
        "  区分       最終予算額   現計予算額    累計     (3)/(1)   (3)/(2)",
        "                (1)          (2)         (3)",
        "  一般会計      752,301      707,249   702,853     ▲6.6     ▲0.6",
        "  特別会計       34,091       34,494    35,569       4.3       3.1",
        "  企業会計       67,389       63,043    64,036     ▲5.0       1.6"},
       "一般会計|2002|752301000\n"
       "一般会計|2003|707249000\n"
       "一般会計|2003|702853000\n"
       "特別会計|2002|34091000\n"
       "特別会計|2003|34494000\n"
       "特別会計|2003|35569000\n"
       "企業会計|2002|67389000\n"
       "企業会計|2003|63043000\n"
       "企業会計|2003|64036000\n"},
      {"years over groups",
       "平成27年度決算の概要",
       {"                              H25                                 H26",
        "  歳入           決算額     対前年度    対前年度     決算額      対前年度    対前年度",
        "                             増減額      増減率                   増減額      増減率",
        "  市税         10,707,635     278,147        2.7   10,653,318    △ 54,317     △ 0.5",
        "  地方譲与税      276,941   △ 16,208     △ 5.5      264,579    △ 12,362     △ 4.5",
        "  地方交付税    6,655,962   △ 59,965     △ 0.9    6,514,366   △ 141,596     △ 2.1"},
       "市税|2013|10707635000\n"
       "市税||278147000\n"
       "市税|2014|10653318000\n"
       "市税||-54317000\n"
       "地方譲与税|2013|276941000\n"
       "地方譲与税||-16208000\n"
       "地方譲与税|2014|264579000\n"
       "地方譲与税||-12362000\n"
       "地方交付税|2013|6655962000\n"
       "地方交付税||-59965000\n"
       "地方交付税|2014|6514366000\n"
       "地方交付税||-141596000\n"},
      {"signs below the headings, the name of a group of rows beside them",
       "平成25年度の状況",
       {"                                                       24年度の状況            25年度の状況",
        "  所管           補助事業等名         交付決定額   交付額   翌年度繰越額   交付額   翌年度繰越額",
        "                                                                                     (事故繰越)",
        "                                          A          B         C=A-B         F         G=C-F",
        "           災害救助費等負担金            108,763   87,375              -        -              -",
        "  総務課   原子力施設等防災対策等交          173        -            173      109             35",
        "           付金",
        "           防災力向上支援事業補助金           31       31              -        -              -",
        "  建設課   住宅改修補助金                  4,994       41          4,947    3,991            124"},
       "災害救助費等負担金|2013|108763000\n"
       "災害救助費等負担金|2012|87375000\n"
       "原子力施設等防災対策等交付金|2013|173000\n"
       "原子力施設等防災対策等交付金|2012|173000\n"
       "原子力施設等防災対策等交付金|2013|109000\n"
       "原子力施設等防災対策等交付金|2013|35000\n"
       "防災力向上支援事業補助金|2013|31000\n"
       "防災力向上支援事業補助金|2012|31000\n"
       "住宅改修補助金|2013|4994000\n"
       "住宅改修補助金|2012|41000\n"
       "住宅改修補助金|2012|4947000\n"
       "住宅改修補助金|2013|3991000\n"
       "住宅改修補助金|2013|124000\n"},
  };
  for (const Case& c : cases) {
    std::string input = std::string(c.title) + "\n\n(単位:千円、%)\n\n";
    for (const std::string_view line : c.lines) input += std::string(line) + "\n";
    const auto document = testing::ingest_bytes(input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::amounts,
                   {col::amounts::item, col::amounts::fiscal_year, col::amounts::value_yen}),
              c.expected)
        << c.name;
  }
}

std::string amounts_of(const std::string& input) {
  return testing::rows_of(input, TableId::amounts,
                          {col::amounts::item, col::amounts::fiscal_year, col::amounts::value_yen});
}

TEST(BudgetBooks, AColumnThatIsEmptyInTheFirstRowsIsOneMore) {
  const std::vector<std::string_view> lines = {
      "  活動指標及び        活動指標                単位    平成29年度    平成30年度     令和元年度     令和2年度     "
      "令和3年度",
      "  活動実績                                                                   活動見込      活動見込",
      "  (アウトプット)   相談対応件数        活動実績    件      182,300   190,450   201,220         -         -",
      "                           当初見込み   件      180,000   185,000   195,000   200,000   210,000"};
  std::string input = "令和2年度行政事業レビューシート (白川省)\n\n";
  for (const std::string_view line : lines) input += std::string(line) + "\n";
  const auto document = testing::ingest_bytes(input);
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::kpi_values,
                 {col::kpi_values::role, col::kpi_values::as_of_edtf, col::kpi_values::value}),
            "actual|2017-04/2018-03|182300\nactual|2018-04/2019-03|190450\nactual|2019-04/2020-03|201220\n"
            "target|2017-04/2018-03|180000\ntarget|2018-04/2019-03|185000\ntarget|2019-04/2020-03|195000\n"
            "milestone|2020-04/2021-03|200000\nmilestone|2021-04/2022-03|210000\n");
}

TEST(BudgetBooks, SumsOfAnArticleStandBehindTheirNumbers) {
  EXPECT_EQ(
      amounts_of(
          "白川市水道事業会計予算\n\n収 入\n\n第1款\t水道事業収益\t1,061,250千円\n第1項\t営業収益\t571,200千円\n\n"
          "(1)\t委託料\t500千円\n"),
      "水道事業収益||1061250000\n営業収益||571200000\n委託料||500000\n");
}

TEST(BudgetBooks, AUnitBesidePercentagesHoldsForTheNextTable) {
  EXPECT_EQ(amounts_of("平成28年度 予算\n\n歳 "
                       "入\n\n(単位:千円、%)\n\n款別\t平成28年度\t平成27年度\t増減額\n市税\t130,500\t129,800\t700\n\n"
                       "歳出(性質別)\n\n区分\t平成28年度\t平成27年度\t増減額\t主な増減理由\n人件費\t52,310\t51,"
                       "998\t312\t共済費の増\n"),
            "市税|2016|130500000\n市税|2015|129800000\n市税||700000\n人件費|2016|52310000\n人件費|2015|"
            "51998000\n人件費||312000\n");
}

TEST(BudgetBooks, AGroupOverHeadingsOfWhichFewAreKnown) {
  EXPECT_EQ(
      amounts_of("歳入歳出決算額の累年比較 "
                 "(単位:千円、%)\n\n年度\t平成30年度\t平成30年度\t平成30年度\t令和元年度\t令和元年度\t令和元年度\n"
                 "区分<br>科目\t決算額\t百分比\t対前年度比\t決算額\t百分比\t対前年度比\n県税\t76,620\t16.1\t99.5\t78,"
                 "434\t16.4\t102.4\n"
                 "地方交付税\t148,902\t31.2\t99.1\t150,102\t31.4\t100.8\n"),
      "県税|2018|76620000\n県税|2019|78434000\n地方交付税|2018|148902000\n地方交付税|2019|150102000\n");
}

TEST(BudgetBooks, TheYearsOfAnItemStandBelowEachOther) {
  EXPECT_EQ(amounts_of("令和4年度予算\n\n第2表 継続費\n\n款\t項\t事業名\t総額\t年度\t年割額\n\t\t\t千円\t\t千円\n"
                       "8 土木費\t4 都市計画費\t広場整備事業\t820\t令和4年度\t210\n\t\t\t\t令和5年度\t610\n"),
            "広場整備事業|2022|820000\n広場整備事業|2022|210000\n広場整備事業|2023|610000\n");
}

TEST(BudgetBooks, DebtAtTheEndOfThreeYears) {
  EXPECT_EQ(
      amounts_of(
          "令和4年度予算\n\n(単位:千円)\n\n区分\t前々年度末<br>現在高\t前年度末<br>現在高見込額\t当該年度中増減見込\t\t"
          "当該年度末<br>現在高見込額\n\t\t\t当該年度中<br>起債見込額\t当該年度中<br>元金償還見込額\t\n"
          "1 普通債\t8,120\t8,010\t392\t810\t7,592\n"),
      "1 普通債|2020|8120000\n1 普通債|2021|8010000\n1 普通債|2022|392000\n1 普通債|2022|810000\n1 "
      "普通債|2022|7592000\n");
}

TEST(BudgetBooks, APeriodIsNoYearAndWhatAYearLeavesIsItsOwn) {
  EXPECT_EQ(amounts_of(
                "令和4年度予算\n\n(単位:千円)\n\n事項\t限度額\t期間\t金額\n調理業務委託\t186,300\t令和3年度\t60,100\n"),
            "調理業務委託|2022|186300000\n調理業務委託|2022|60100000\n");
  EXPECT_EQ(
      amounts_of("令和4年度決算\n\n(単位:円)\n\n会計名\t収入済額\t支出済額\t歳入歳出差引額\n一般会計\t900\t800\t100\n"),
      "一般会計|2022|900\n一般会計|2022|800\n一般会計|2022|100\n");
}

TEST(BudgetBooks, AUnitForEachHeading) {
  EXPECT_EQ(amounts_of("平成16年度 "
                       "事業の結果\n\n単位…事業数:件　事業費:千円\n\n部局名\t平成15年度\t\t比較\t\n\t事業数\t事業費(A)"
                       "\t事業数\t(B)\n"
                       "総務部\t42\t1,820\t40\t30\n合計\t42\t1,820\t40\t30\n"),
            "総務部|2003|1820000\n総務部||30000\n合計|2003|1820000\n合計||30000\n");
}

TEST(BudgetBooks, WhatOnePersonCostsAndSumsBelowAChange) {
  EXPECT_EQ(amounts_of("令和5年度 決算の概要\n\n費目\t決算額(千円)\t1人当たり(円)\n民生費\t15,220\t182,220\n"),
            "民生費|2023|15220000\n民生費|2023|182220\n");
  EXPECT_EQ(amounts_of("令和5年度 "
                       "決算\n\n(単位:百万円、%)\n\n区分\t令和5年度\t\t増減\t\n\t金額\t構成比\t金額\t率\n市税\t12,"
                       "110\t28.1\t90\t0.7\n"
                       "繰入金\t2,330\t5.4\t350\t17.7\n"),
            "市税|2023|12110000000\n市税||90000000\n繰入金|2023|2330000000\n繰入金||350000000\n");
}

TEST(BudgetBooks, AUnitWithoutTax) {
  EXPECT_EQ(
      amounts_of(
          "料金収入の推移\n\n年度\tR1\tR2\n水道料金収入(千円、税抜)\t901,220\t893,110\n有収水量(千㎥)\t6,220\t6,150\n"),
      "水道料金収入(千円、税抜)|2019|901220000\n水道料金収入(千円、税抜)|2020|893110000\n");
}

TEST(BudgetBooks, ListsOfProjectsWithoutAHead) {
  EXPECT_EQ(
      amounts_of(
          "令和2年度 主な事業\n\n● 病児保育事業 ･･･････････････ ３，５２８万円\n"
          "● 放課後児童育成事業…２億９，３０７万円\n ★ 新たに２クラブを開設\n◆ 空調設備整備事業…４，２００万円\n"),
      "病児保育事業|2020|35280000\n放課後児童育成事業|2020|293070000\n空調設備整備事業|2020|42000000\n");
  EXPECT_EQ(amounts_of(" 新  ◎ 図書予約システム更新事業                          18,240 千円\n"
                       "       読みたい本をどこからでも取り置けます。\n"
                       " 拡  ◎ こども医療費助成事業                             512,300 千円\n"),
            "図書予約システム更新事業||18240000\nこども医療費助成事業||512300000\n");
}

}  // namespace
}  // namespace torikomi

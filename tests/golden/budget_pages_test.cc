// Pages of budget books as readers of images write them: bars or tabs, cells that are lost, units over first numbers.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::rows;

std::string amounts_of(std::string_view page) {
  return testing::rows_of(page, TableId::amounts, {col::amounts::item, col::amounts::kind, col::amounts::value_yen});
}

struct Case {
  std::string_view name, page, expected;
};

void expect_amounts(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(amounts_of(c.page), c.expected) << c.name;
}

TEST(BudgetPages, RowsThatLostTheirFirstCellsStandRight) {
  expect_amounts({
      {"bars, with blanks in the numbers, over the end of a page",
       "歳出\n\n- 6 -\n\n款 | 項 | 金 額 (千円)\n1. 議 会 費 |  | 177, 853\n1. 議 会 費 | 177, 853\n2. 総 務 費 |  | "
       "6, 820, 367\n1. 総 務 管 理 費 | 6, 643, 079\n\n- 6 -\n\n- 7 -\n\n2. 徴 税 費 | 64, 872\n3. 民 生 費 |  | 13, "
       "392, "
       "041\n",
       "1. 議 会 費|other|177853000\n1. 議 会 費|other|177853000\n2. 総 務 費|other|6820367000\n"
       "1. 総 務 管 理 費|other|6643079000\n2. 徴 税 費|other|64872000\n3. 民 生 費|other|13392041000\n"},
      {"tabs",
       "当初予算\n\n款\t項\t本年度予算額(千円)\t前年度予算額(千円)\n2 総務費\t1 総務管理費\t6,643\t6,500\n2 "
       "徴税費\t648\t640\n",
       "1 総務管理費|budget|6643000\n1 総務管理費|budget|6500000\n2 徴税費|budget|648000\n2 徴税費|budget|640000\n"},
      {"a count is an item", "暗幕の使用料\n\n品名\t事項\t使用料(円)\t備考\n机\t1枚\t50\n", "机|fee|50\n"},
  });
}

TEST(BudgetPages, HeadingsOfAGroupBeginTheirRow) {
  constexpr std::string_view kExpected =
      "1 衛生費補助金|budget|5666000\n1 衛生費補助金|budget|5524000\n1 衛生費補助金|other|142000\n"
      "3 保健費|budget|5666000\n5 住宅費補助金|budget|333202000\n";
  expect_amounts({
      {"bars",
       "(款) 15 国庫支出金 (項) 2 国庫補助金\n(単位:千円)\n\n目 | 本年度予算額 | 前年度予算額 | 比較 | 節 |  | 説 "
       "明\n区分 | "
       "金額\n1 衛生費補助金 | 5,666 | 5,524 | 142 | 3 保健費 | 5,666 | 検診\n5 住宅費補助金 | 333,202 | 住宅の整備\n",
       kExpected},
      {"tabs",
       "(款) 15 国庫支出金 (項) 2 国庫補助金\n(単位:千円)\n\n目\t本年度予算額\t前年度予算額\t比較\t節\t\t説 "
       "明\n区分\t金額\n1 衛生費補助金\t5,666\t5,524\t142\t3 保健費\t5,666\t検診\n5 "
       "住宅費補助金\t333,202\t住宅の整備\n",
       kExpected},
  });
}

TEST(BudgetPages, UnitsStandOverOrBehindTheFirstNumbers) {
  expect_amounts({
      {"behind the first number of each column",
       "目\t本年度予算額\t前年度予算額\t説明\n1 自動車税\t204,000 千円\t194,300 "
       "千円\t重量による\n計\t204,000\t194,300\n",
       "1 自動車税|budget|204000000\n1 自動車税|budget|194300000\n計|other|204000000\n計|other|194300000\n"},
      {"a row of units, % among them",
       "款\t本年度予算額\t構成比\t\n\t\t本年度\t前年度\n\t千円\t%\t%\n1 議会費\t177,853\t0.5\t0.5\n2 "
       "総務費\t6,820,367\t17.4\t12.9\n",
       "1 議会費|budget|177853000\n2 総務費|budget|6820367000\n"},
      {"headings and units that begin their rows",
       "款 | 本年度予算額 | 前年度予算額 | 比 較 | 構 成 比\n本 年 度 | 前 年 度\n千円 | 千円 | 千円 | % | %\n1. 市 税 "
       "| 9,911 | "
       "9,427 | 484 | 25.1 | 26.2\n2. 譲与税 | 266 | 269 | △3 | 0.7 | 0.7\n",
       "1. 市 税|budget|9911000\n1. 市 税|budget|9427000\n1. 市 税|other|484000\n"
       "2. 譲与税|budget|266000\n2. 譲与税|budget|269000\n2. 譲与税|other|-3000\n"},
      {"what the sums are for stands below sums: the head is not understood",
       "目 | 本年度予算額 | 比較 | 財源内訳 |  |  | 節 |  | 説 明\n特定財源 |  |  | 区分 | 金額\n国庫支出金 | 地方債 | "
       "その他\n千円 | 千円 | 千円 | 千円 | 千円 |  | 千円 | 千円\n1総務費 |  |  |  |  |  | 報償費 | 762\n旅費 | "
       "84\n費用弁償 | 44\n",
       ""},
      {"a unit below a heading is not what its sums are for",
       "区分\t職員数\t給与費\t\t合計\n\t\t給料\t計\t\n\t人\t千円\t千円\t千円\n本年度\t512\t1,812\t3,052\t3,"
       "662\n前年度\t505"
       "\t1,790\t2,990\t3,590\n",
       "給料|other|1812000\n計|other|3052000\n合計|other|3662000\n給料|other|1790000\n計|other|2990000\n"
       "合計|other|3590000\n"},
      {"breaks of headings as slashes",
       "目 | 本 年 度 / 予 算 額 | 節 / 区分 | 節 / 金額 | 説 明\n | 千円 |  | 千円 | 千円\n2 教育費 | 2,070 | 1 "
       "学校保健費 | "
       "2,070 | 保護者負担金\n",
       "2 教育費|budget|2070000\n1 学校保健費|budget|2070000\n"},
      {"a sum that stands below the remarks",
       "目\t節\t\t説明\n\t区分\t金額\t\n\t\t千円\t千円\n2 "
       "賦課費\t使用料\t\t2,626\n\t負担金\t\t17,137\n\t会議負担金\t14\t\n",
       "使用料|other|2626000\n負担金|other|17137000\n会議負担金|other|14000\n"},
  });
}

TEST(BudgetPages, RemarksListSumsWhereMoneyStandsOverThemOrTheyAddUp) {
  expect_amounts({
      {"千円 over the column",
       "目\t節\t\t説明\n\t区分\t金額\t\n\t\t千円\t千円\n3 福祉費\t\t\t医療費 13\n\t\t\t10. 助成事業費 (106, "
       "193)\n\t\t\t扶助費 103, 631<br>手数料 20<br>電算処理委託\n",
       "医療費|other|13000\n10. 助成事業費|other|106193000\n扶助費|other|103631000\n手数料|other|20000\n"},
      {"they make the sum beside them",
       "(単位:千円)\n\n区分\t金額\t説明\n衛生費補助金\t2,073\tがん検診事業費 (1/2) 348 / 健康診査事業費 1,725\n"
       "住宅費補助金\t500\t定員 30<br>家賃 240\n",
       "衛生費補助金|other|2073000\nがん検診事業費 (1/2)|other|348000\n健康診査事業費|other|1725000\n"
       "住宅費補助金|other|500000\n"},
  });
}

TEST(BudgetPages, ASingleBarAmongRowsPartsTwoCells) {
  const auto document =
      testing::ingest_bytes("款 | 項 | 金額(円)\n1. 市税 |  | 9,900\n1. 市民税 | 4,400\n\n本文 | 注\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::sections, {col::sections::text}), "本文 | 注\n");
}

TEST(BudgetPages, PrintedPagesAreReadBelowTheirCaptions) {
  expect_amounts({
      {"a caption between two tables, names that go on alone below their sum, names printed wide",
       "第    １       表   歳入歳出予算\n １       歳   入                        （単位：千円）\n\n"
       "               款              項               金     額\n"
       " １   市       税                                   9,900\n"
       "                        1 市 民 税                       4,400\n"
       "                        2 固定資産税                     5,500\n"
       " 6   地方特例交付金                                  458\n"
       "                        1 地方特例交付金                  456\n"
       "                        2 新型感染症対策地方税減収         2\n"
       "                            補填特別交付金\n"
       " 7   地方交付税                                       384\n",
       "市税|budget|9900000\n1市民税|budget|4400000\n2 固定資産税|budget|5500000\n地方特例交付金|budget|458000\n"
       "1 地方特例交付金|budget|456000\n2 新型感染症対策地方税減収補填特別交付金|budget|2000\n"
       "地方交付税|budget|384000\n"},
      {"款 between two lines of headings, names printed letter by letter, blank lines below the head and before a "
       "total",
       "     歳   入\n"
       "                                       本        年    度             前        年    度              比       "
       "   較\n"
       "                   款\n"
       "                                   予       算    額   構 成 比      予       算    額   構 成 比     増    減 "
       " 額        増 減     率\n"
       "\n"
       "  1   市                        税    9,900,000 千円     54.1 ％     9,700,000 千円     53.9 ％       200,000 "
       "千円      2.1 ％\n"
       "\n"
       "  2   地     方      交      付    税    8,366,000        45.7       8,297,000        46.1          69,000     "
       "   0.8\n"
       "\n"
       "  3   災  害  復      旧  費                24,000         0.1           3,000         0.0          21,000     "
       " 700.0\n"
       "\n"
       "\n"
       "\n"
       "          歳    入       合   計       18,290,000       100.0      18,000,000       100.0        290,000       "
       "  1.6\n",
       "市税|budget|9900000000\n市税|budget|9700000000\n市税|other|200000000\n"
       "地方交付税|budget|8366000000\n地方交付税|budget|8297000000\n地方交付税|other|69000000\n"
       "災害復旧費|budget|24000000\n災害復旧費|budget|3000000\n災害復旧費|other|21000000\n"
       "歳入合計|other|18290000000\n歳入合計|other|18000000000\n歳入合計|other|290000000\n"},
      {"構 成 比 off the shares below it, a blank line between all rows",
       "                                                 本         年    度             前         年    度           "
       "   比         較\n"
       "                     款\n"
       "                                             予       算     額   構 成 比      予       算     額   構 成 比  "
       "   増     減  額       増 減      率\n"
       "\n"
       "1    議               会                   費       469,000 千円       0.5 ％       459,000 千円      0.5 ％   "
       "     10,000 千円      2.2 ％\n"
       "\n"
       "2    総               務                   費   12,486,000         13.1      11,361,000         11.9       "
       "1,125,000         9.9\n",
       "議会費|budget|469000000\n議会費|budget|459000000\n議会費|other|10000000\n"
       "総務費|budget|12486000000\n総務費|budget|11361000000\n総務費|other|1125000000\n"},
      {"names of 項 with their numbers beside and below those of 款, 千円 between head and rows, a name that goes on",
       "第１表        歳    入       歳   出   予   算\n"
       "  歳 入\n"
       "            款                                    項               金     額\n"
       "                                                                              千円\n"
       "\n"
       "1 市                         税                                        21,980,198\n"
       "                                1   市    民           税         9,405,816\n"
       "                                4   市   た        ば       こ   税         1,653,203\n"
       "2 地     方       譲       与   税                                          764,944\n"
       "                                1 地 方 揮 発 油 譲 与 税                       119,000\n"
       "                                2 新型感染症緊急対策に伴う                   3,311\n"
       "                                  地方税減収補填特別交付金\n"
       "3   地    方       交       付   税                                        27,070,000\n",
       "1市税|budget|21980198000\n1市民税|budget|9405816000\n4市たばこ税|budget|1653203000\n"
       "2地方譲与税|budget|764944000\n1地方揮発油譲与税|budget|119000000\n"
       "2 新型感染症緊急対策に伴う 地方税減収補填特別交付金|budget|3311000\n3地方交付税|budget|27070000000\n"},
      {"numbers near the first letter of their name, the number of the page below the table",
       "1 総括表                                                         (単位：千円・％)\n"
       "             款             補 正 前 の 額   構成比   補  正  額        計        構成比\n"
       " 1 市                税        20,136,110    53.7       307,709    20,443,819     54.6\n"
       " 2 地  方  譲  与  税             162,000     0.4       △ 7,000       155,000      0.4\n"
       " 3 利 子 割 交 付 金             152,000     0.4                      152,000      0.4\n"
       "                                      1\n",
       "1市税|budget|20136110000\n1市税|budget|307709000\n1市税|other|20443819000\n2地方譲与税|budget|162000000\n"
       "2地方譲与税|budget|-7000000\n2地方譲与税|other|155000000\n3利子割交付金|budget|152000000\n"
       "3利子割交付金|other|152000000\n"},
      {"what one blank parts is a label, and so is 比   較; an empty cell; a total cut behind its commas",
       "令和8年度 当初予算（単位：千円）\n"
       "         款                          本 年 度         前 年 度          比   較\n"
       " 1   県            税              120,000,000   118,000,000     2,000,000\n"
       " 2   地  方  譲  与  税                    512,000                     512,000\n"
       "  歳 出 合 計                         3,222,441,    2,941,301,      281,140,\n"
       "                                         000           000           000\n",
       "県税|budget|120000000000\n県税|budget|118000000000\n県税|other|2000000000\n"
       "地方譲与税|budget|512000000\n地方譲与税|other|512000000\n歳出合計|other|3222441000000\n"
       "歳出合計|other|2941301000000\n歳出合計|other|281140000000\n"},
      {"names and totals in lines above their sums",
       "令和8年度 当初予算（単位：千円）\n"
       "             款                        本 年 度          前 年 度          比   較\n"
       " 1    議       会       費\n"
       "                                     1,288,000      1,261,000         27,000\n"
       " 2    総       務       費\n"
       "                                    51,200,000     49,900,000      1,300,000\n"
       " 歳       出       合       計\n"
       "                                   689,950,000    667,959,000     21,991,000\n",
       "議会費|budget|1288000000\n議会費|budget|1261000000\n議会費|other|27000000\n"
       "総務費|budget|51200000000\n総務費|budget|49900000000\n総務費|other|1300000000\n"
       "歳出合計|other|689950000000\n歳出合計|other|667959000000\n歳出合計|other|21991000000\n"},
      {"both sides beside each other",
       "令和8年度 当初予算（単位：千円）\n"
       "                   歳          入                                           歳          出\n"
       "     款              本年度          前年度         比較              款            本年度         前年度      "
       "    比較\n"
       "１ 市 税           148,938,000  145,700,000  3,238,000     １ 議 会 費         1,021,222   1,026,482     "
       "△5,260\n"
       "２ 市 債            33,100,000   31,000,000  2,100,000     ２ 民 生 費       130,500,000 127,000,000  "
       "3,500,000\n",
       "1市税|budget|148938000000\n1市税|budget|145700000000\n1市税|other|3238000000\n"
       "1議会費|budget|1021222000\n1議会費|budget|1026482000\n1議会費|other|-5260000\n"
       "2市債|budget|33100000000\n2市債|budget|31000000000\n2市債|other|2100000000\n"
       "2民生費|budget|130500000000\n2民生費|budget|127000000000\n2民生費|other|3500000000\n"},
  });
}

}  // namespace
}  // namespace torikomi

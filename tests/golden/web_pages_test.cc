// Pages that were taken from the web: Markdown with lost cells, HTML with marks in its cells, tables drawn with lines.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;
using testing::kpi_values_of;
using testing::rows;

std::string amounts(std::string_view input) {
  using namespace col::amounts;
  return testing::rows_of(input, TableId::amounts, {fiscal_year, item, value_yen, note});
}

std::string events(std::string_view input) {
  using namespace col::schedules;
  return testing::rows_of(input, TableId::schedules, {edtf, start_time, end_time, activity, place, content});
}

std::string people(std::string_view input) {
  return testing::rows_of(input, TableId::participants, {col::participants::name});
}

TEST(WebPages, GiveWhatGroupsSpent) {
  for (const Case& c : {
           Case{"costs by groups, and a second table right below the first",
                "令和4年度 政務活動費\n(単位 円)\n区分 | 新政会 | 青空21 |\n---|---|---|\n人数 | 7人 | 6人 |\n"
                "交付金額 | 2,025,000 | 1,800,000 |\n区分 | 緑の会 |\n---|---|\n交付金額 | 300,000 |\n",
                "2022|交付金額|2025000|新政会\n2022|交付金額|1800000|青空21\n2022|交付金額|300000|緑の会\n"},
           Case{"the head of the first table opens a third one",
                "(単位 円)\n区分 | 新政会 | 青空21 |\n---|---|---|\n交付金額 | 2,025,000 | 1,800,000 |\n区分 | 緑の会 "
                "| 南の会 |\n"
                "---|---|---|\n交付金額 | 300,000 | 400,000 |\n区分 | 新政会 | 青空21 |\n---|---|---|\n研修費 | 52,800 "
                "| 0 |\n",
                "|交付金額|2025000|新政会\n|交付金額|1800000|青空21\n|交付金額|300000|緑の会\n|交付金額|400000|南の会\n"
                "|研修費|52800|新政会\n|研修費|0|青空21\n"},
           Case{"what one heading is made of begins its row",
                "収支報告\n\n会派 | 人数 | 交付額 | 項目別集計 | 残余金返納額 | ||\n---|---|---|---|---|---|---|\n"
                "研修費 | 広報費 | 合計 | ||||\n新政会 | 8人 | 2,880,000円 | 597,860円 | 895,580円 | 1,493,440円 | "
                "1,386,560円 |\n",
                "|新政会|2880000|交付額\n|新政会|597860|研修費\n|新政会|895580|広報費\n|新政会|1493440|合計\n"
                "|新政会|1386560|残余金返納額\n"},
           Case{"the numbers of accounts are no items",
                "<table><tr><td>款</td><td>項</td><td>目</td><td>事業内容</td><td>金額<br>(千円)</td></tr>"
                "<tr><td>2</td><td>1</td><td>11</td><td>空調設備改修</td><td>48,756 </td></tr>"
                "<tr><td></td><td></td><td></td><td>合計</td><td>48,756</td></tr></table>\n",
                "|空調設備改修|48756000|\n|合計|48756000|\n"},
           Case{"sums by month, what kind of sums the title says",
                "令和4年度\n市長交際費の状況\n月 | 支出金額 | 内訳 |\n---|---|---|\n4月 | 78,432円 | 内訳 |\n"
                "1月 | 94,180円 | 内訳 |\n合計 | 172,612円 | |\n",
                "2022|4月|78432|\n2022|1月|94180|\n2022|合計|172612|\n"},
           Case{"the difference to the year before, in money",
                "決算の公表\n\n区分\t令和4年度\t\t令和3年度\t\t対前年度比\t\n\t決算額(千円)\t構成比(%)\t決算額(千円)"
                "\t構成比(%)\t"
                "金額(千円)\t増減率(%)\n負担金\t1,198\t95.1\t876\t96.1\t322\t36.7\n使用料\t370\t4.9\t595\t3."
                "9\t▲225\t▲37.8\n",
                "2022|負担金|1198000|\n2021|負担金|876000|\n|負担金|322000|対前年度比\n金額(千円)\n2022|使用料|370000|"
                "\n2021|"
                "使用料|595000|\n"
                "|使用料|-225000|対前年度比\n金額(千円)\n"},
           Case{"the unit in the line below a number",
                "令和4年度 指定管理者の評価\n\n施設名\t指定期間\t指定管理者\t指定管理料(年額)\t利用者(年間)\n"
                "健康福祉館\t令和3年4月1日~令和8年3月31日\tみどり株式会社\t18,298<br>千円\t61,225\n"
                "老人福祉センター\t令和3年4月1日~令和8年3月31日\t福祉事業団\t0円\t515\n",
                "2022|健康福祉館|18298000|\n2022|老人福祉センター|0|\n"},
           Case{"what a body has put into companies",
                "出資法人\n\n社名 | 資本金(市出資比率) | 業種 |\n---|---|---|\n株式会社みどり | 30,000千円(90.0%) | |\n"
                "森林組合 | 1,000万円(45.3%) | 林業 |\n",
                "|株式会社みどり|30000000|\n|森林組合|10000000|\n"},
           Case{"letters of sums behind headings, what is reckoned from them",
                "平成19年度 効果額実績\n\n実績額は計画額を上回った。(単位:百万円)\n\n"
                "|   | 計画額a | 決算額b | 差b-a | 達成率<br>(金額)<br>b/a*100 |\n|---|---|---|---|---|\n"
                "| 職員に関すること | 130.7 | 153.8 | 23.1 | 117.7% |\n",
                "2007|職員に関すること|130700000|\n2007|職員に関すること|153800000|\n2007|職員に関すること|23100000|"
                "差b-a\n"},
           Case{"parts that come again below every name, under one heading; the unit beside another label",
                "事業計画書(総括表)\n\n町名\t青葉町\t(単位:円)\n\n№\t単位事業名\t\t令和4年度\t令和5年度\n---\n"
                "1\t公園づくり\t総事業費\t900\t800\n\t\tうち県交付金\t450\t400\n"
                "2\t春まつり\t総事業費\t700\t600\n\t\tうち県交付金\t350\t0\n町計\t\t総事業費\t1,600\t1,400\n",
                "2022|公園づくり|900|総事業費\n2023|公園づくり|800|総事業費\n2022|公園づくり|450|うち県交付金\n"
                "2023|公園づくり|400|うち県交付金\n2022|春まつり|700|総事業費\n2023|春まつり|600|総事業費\n"
                "2022|春まつり|350|うち県交付金\n2023|春まつり|0|うち県交付金\n2022|総事業費|1600|\n2023|総事業費|1400|"
                "\n"},
           Case{"sums behind colons below an item that heads them",
                "広報\n\n●令和6年度に行う主な事業と予算額\nみどりの広場等整備事業:4億5,098万4千円\n"
                "給食支援事業:1億970万円\n令和6年国民スポーツ大会関連事業:1億3,338万1千円\n問い合わせ:財政課\n",
                "2024|みどりの広場等整備事業|450984000|\n2024|給食支援事業|109700000|\n"
                "2024|令和6年国民スポーツ大会関連事業|133381000|\n"},
           Case{"a column that lacks its heading makes no year one of two columns",
                "平成27年度 事務事業評価シート\n(単位:円)\n\n区分\t25年度決算\t26年度決算\t27年度予算\n---\n"
                "①事業費\t312,400\t298,700\t350,000\n財源内訳\t国支出金\t0\t0\t0\n\t地方債\t0\t0\t0\n"
                "\t一般財源\t312,400\t298,700\t350,000\n②平均職員費\t7,210,000\t6,924,000\t6,925,000\n"
                "③人員(人工)\t0.30\t0.30\t0.30\n④職員費\t2,163,000\t2,077,200\t2,077,500\n",
                "2013|①事業費|312400|\n2014|①事業費|298700|\n2015|①事業費|350000|\n"},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
}

TEST(WebPages, GiveTheirEvents) {
  for (const Case& c : {
           Case{"the title of the document names the year of the session, 休会日 stands below 時間",
                "令和2年第1回定例会 日程\n変更されることがあります。\n月日\t時間\t会議事項\t内容\n"
                "2月13日(木曜日)\t10:00\t本会議第1日\t会期の決定\n\t本会議終了後\t広報委員会\t\n2月14日(金曜日)"
                "\t休会日\t\t\n",
                "2020-02-13|10:00||本会議第1日||会期の決定\n2020-02-13|||広報委員会||\n2020-02-14|||休会日||\n"},
           Case{"a meeting and its day in brackets, of the fiscal year above it",
                "令和元年度 議会運営委員会\n\n 第11回委員会 (1月19日)\n出席委員 大林泰委員長,町川茂副委員長\n",
                "2020-01-19|||委員会||\n"},
           Case{"the cell of a day reaches down and has lost its place, and a row is broken behind its bars",
                "令和5年12月定例会 会期日程\n| 日付 | 時間 | 会議 | 備考 |\n|---|---|---|---|\n"
                "| 11月24日(金曜日) | 10時00分 | 議会運営委員会 | |\n| 11時00分 | 議員協議会 | ||\n| \n "
                "12月1日(金曜日)  | \n"
                "9時20分 | 本会議 | 提案説明 |\n| 委員会 終了後  | \n予算委員会 | \n||\n",
                "2023-11-24|10:00||議会運営委員会||\n2023-11-24|11:00||議員協議会||\n2023-12-01|09:20||本会議||\n"
                "2023-12-01|||予算委員会||\n"},
           Case{"no session: nobody tells the year",
                "令和2年版 市のあゆみ\n変更されることがあります。\n月日\t時間\t会議事項\t内容\n"
                "2月13日\t10:00\t本会議第1日\t会期の決定\n",
                "XXXX-02-13|10:00||本会議第1日||会期の決定\n"},
           Case{"time and place in lines below the name",
                "<h2>令和7年6月定例会議</h2>\n<table>\n<tr>\n<th><em>6</em>月<em>6</em>日<span>(金曜)</span></th>\n"
                "<td><strong>議会運営委員会</strong>\n<br />開会時間:午前10時<br "
                "/>会場:協議会室1<div>付議案件</div></td></tr>\n"
                "<tr><th><em>11</em>日<span>(水曜)</span></th>\n<td><strong>広報委員会</strong>\n<br "
                "/>開会時間:本会議終了後<br />"
                "会場:協議会室1</td></tr>\n</table>\n",
                "2025-06-06|10:00||議会運営委員会|協議会室1|付議案件\n"
                "2025-06-11|||広報委員会|協議会室1|開会時間:本会議終了後\n会場:協議会室1\n"},
           Case{"when it began stands above the day, in a drawn table with a ruling in one column",
                "会 議 結 果\n"
                "┌──────┬──────────────┬───────┐\n"
                "│      │              │ 会議室   │\n"
                "│会議名   │第16回 議会改革特別委員会├───────┤\n"
                "│      │              │ 第2委員会室│\n"
                "├──────┼──────────────┴───────┤\n"
                "│      │ 開会 午後 1時30分          │\n"
                "│日    時│令和5年10月27日(金)         │\n"
                "│      │ 閉会 午後 2時46分          │\n"
                "└──────┴──────────────────────┘\n",
                "2023-10-27|13:30|14:46|第16回 議会改革特別委員会||\n"},
           Case{"nothing over the days, and days over two lines",
                "策定スケジュール\n\n|   | 主な出来事 | 内容等 |\n|---|---|---|\n"
                "| 令和3年2月20日 | 冊子の作成 | 市の状況をまとめた |\n| 3月26日<br>~30日 | 説明会 |  |\n"
                "| 8月5日 | 職員研修会 | 班員(32名)が対象 |\n",
                "2021-02-20|||冊子の作成||市の状況をまとめた\n2021-03-26/2021-03-30|||説明会||\n"
                "2021-08-05|||職員研修会||班員(32名)が対象\n"},
       })
    EXPECT_EQ(events(c.input), c.expected) << c.name;
}

TEST(WebPages, NameThoseWhoCame) {
  for (const Case& c : {
           Case{"letters one blank apart and gaps between names, also before a given name of one letter",
                "特別委員会会議録\n\n日時\t令和5年10月27日(金)\n出席委員\t◎道 上 文 夫  〇町 川 皇 介   星 川 良 "
                "行<br> 大 林   尚   "
                "西 藤 哲 雄\n",
                "道上文夫\n町川皇介\n星川良行\n大林尚\n西藤哲雄\n"},
           Case{"seats before names without a blank, in rows that blank lines part",
                "令和5年第2回定例会\n\n出席議員  5名\n\n 1番 大林尚美    2番 町川 勇    3番 西藤哲雄\n\n"
                " 4番 田上めぐみ   6番 南 聡\n\n欠席議員  なし\n",
                "大林尚美\n町川 勇\n西藤哲雄\n田上めぐみ\n南 聡\n"},
           Case{"seats in cells of their own, a name in hiragana",
                "定例会会議録\n\n出席議員(4人)\n\n   1番  林 正安         2番  大林尚美\n\n   3番  のぞみ勝安      4番 "
                " 町川 勇\n",
                "林 正安\n大林尚美\nのぞみ勝安\n町川 勇\n"},
           Case{"the last seat stands alone",
                "令和5年第2回定例会\n\n出席議員  4名\n\n 1番 大林尚美    2番 町川 勇    3番 西藤哲雄\n\n 4番 南 聡\n\n"
                "欠席議員  なし\n",
                "大林尚美\n町川 勇\n西藤哲雄\n南 聡\n"},
           Case{"spread letters over several cells, offices before names",
                "出席議員　　４名\n\n　１番　　大　林　　　尚　君　　　　２番　　町　川　皇　介　君\n\n"
                "　３番　　南　　　　　聡　君　　　　４番　　星　川　良　行　君\n\n説明のための出席者\n\n"
                "　市　　　長　　西　藤　哲　雄　君　　　　助　　　役　　田　上　　　恵　君\n",
                "大林尚\n町川皇介\n南聡\n星川良行\n西藤哲雄\n田上恵\n"},
           Case{"who voted how on bills that only numbers name",
                "賛否一覧\n\n氏名\t会派\t15号\t16号\n大林 尚美\t新政会\t〇\t〇\n町川 勇\t緑の会\t〇\t×\n",
                "大林 尚美\n町川 勇\n"},
           Case{"a gap between family and given name parts no persons",
                "特別委員会会議録\n\n日時\t令和5年10月27日(金)\n出席委員\t大 林   太 郎\n", "大林太郎\n"},
       })
    EXPECT_EQ(people(c.input), c.expected) << c.name;
}

TEST(WebPages, GiveTheirIndicators) {
  for (const Case& c : {
           Case{"a sign behind a value says which way it went",
                "数値目標 婚姻率\n平成25年(基準値)\t平成27年\t平成28年(現状値)\t平成31年(目標値)\n---\n5.5‰\t5.4‰ "
                "↓\t5.0‰ "
                "↓\t5.9‰\n",
                "baseline|5.5|‰|2013\nactual|5.4|‰|2015\ncurrent|5|‰|2016\ntarget|5.9|‰|2019\n"},
           Case{"a row that is broken behind its bars",
                "成果目標の動向\n項目 | 目標値(期限) | 計画策定時の数値 | 最新値 | |\n---|---|---|---|---|\n"
                "候補者に占める割合 | 35% (2025年) |\n17.8% (2017年) |\n18.2% (2019年) |\n|\n",
                "target|35|%|2025\nbaseline|17.8|%|2017\ncurrent|18.2|%|2019\n"},
           Case{"rows that lack cells are no broken row",
                "成果目標の動向\n項目 | 目標値 | 現状値 | 備考 |\n---|---|---|---|\n候補者に占める割合 | 35% "
                "|\n採用者に占める割合 | 40% |\n",
                "target|35|%|\ntarget|40|%|\n"},
           Case{"from a number below zero", "基本目標と指標\n①転入者数-転出者数:△1,577人(平成25年)→0人(平成31年)\n",
                "baseline|-1577|人|2013\ntarget|0|人|2019\n"},
       })
    EXPECT_EQ(kpi_values_of(c.input), c.expected) << c.name;
}

// Signs, units and marks as programs that read images of pages write them.
TEST(WebPages, ReadFormulasAsWhatIsPrinted) {
  const auto document = testing::ingest_bytes(
      "令和5年度 緑化事業評価\n\n| 指標 | 単位 | 基準値 | 目標値 |\n|---|---|---|---|\n"
      "| 参加率 | \\% | $45.2$ | $\\geq 50\\%$ |\n| 面積 | m$^2$ | 1,200 | 1,500 |\n"
      "| 排出量 | t-$\\text{CO}_2$ | 20 | $\\blacktriangle 30$ |\n\n(単位:千円)\n"
      "| 区分 | 予算額 | 決算額 | 増減 |\n|---|---|---|---|\n| 苗木費 | $1{,}200$ | \\(1,150\\) | $\\triangle 50$ |\n");
  ASSERT_TRUE(document);
  using namespace col;
  EXPECT_EQ(
      rows(document->records, TableId::kpis, {kpis::indicator, kpis::unit, kpis::baseline_value, kpis::target_value}),
      "参加率|%|45.2|50\n面積|m2|1200|1500\n排出量|t-CO2|20|-30\n");
  EXPECT_EQ(rows(document->records, TableId::amounts, {amounts::item, amounts::kind, amounts::value_yen}),
            "苗木費|budget|1200000\n苗木費|settlement|1150000\n苗木費|other|-50000\n");
}

// A head of two rows as tables of a program flatten it, behind what programs that read pages say of them.
TEST(WebPages, ReadFlattenedHeads) {
  const auto document = testing::ingest_bytes(
      "---\nprimary_language: ja\nis_table: True\n---\n{0}------------------------------------------------\n\n"
      "| 費目 | 令和5年度.予算額(千円) | 令和5年度.決算額(千円) |\n|---|---|---|\n| 人件費 | 1,200 | 1,100 |\n\n"
      "| 指標 | 令和5年度_目標 | 令和5年度_実績 |\n|---|---|---|\n| 参加者数 | 120人 | 98人 |\n");
  ASSERT_TRUE(document);
  using namespace col;
  EXPECT_EQ(rows(document->records, TableId::amounts,
                 {amounts::fiscal_year, amounts::item, amounts::kind, amounts::value_yen}),
            "2023|人件費|budget|1200000\n2023|人件費|settlement|1100000\n");
  EXPECT_EQ(rows(document->records, TableId::kpi_values, {kpi_values::role, kpi_values::value, kpi_values::as_of_edtf}),
            "target|120|2023-04/2024-03\nactual|98|2023-04/2024-03\n");
  EXPECT_EQ(document->records[TableId::sections].size(), 0U);
}

}  // namespace
}  // namespace torikomi

// Reports of no known family: which rows are KPIs, amounts, events and members by the words of their headings, and
// which are none.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;
using testing::kpi_values_of;
using testing::rows;

TEST(UnknownReports, GiveTheValuesOfTheirIndicators) {
  for (const Case& c : {
           Case{"a year over targets and results",
                "x\n\n指標名\t単位\t令和4年度\t\t令和5年度\n\t\t目標\t実績\t目標\n件数\t件\t18\t15\t20\n",
                "target|18|件|2022-04/2023-03\nactual|15|件|2022-04/2023-03\ntarget|20|件|2023-04/2024-03\n"},
           Case{"the same without the empty cells",
                "x\n\n指標名\t単位\t令和4年度\t令和5年度\n目標\t実績\t目標\t実績\n件数\t件\t18\t15\t20\t19\n",
                "target|18|件|2022-04/2023-03\nactual|15|件|2022-04/2023-03\ntarget|20|件|2023-04/2024-03\n"
                "actual|19|件|2023-04/2024-03\n"},
           Case{"targets and results below each other, the width of a heading lost",
                "x\n\n指標名\t単位\t区分\tR3年度\tR4年度\n成果指標\t利用者数\t人\t目標\t90\t95\n\t\t\t実績\t43\t61\n",
                "target|90|人|2021-04/2022-03\ntarget|95|人|2022-04/2023-03\nactual|43|人|2021-04/2022-03\n"
                "actual|61|人|2022-04/2023-03\n"},
           Case{"one row a year",
                "x\n\n指標\t年度\t目標値\t実績値\n冊数(冊)\t令和2年度\t10\t9\n冊数(冊)\t令和3年度\t12\t11\n",
                "target|10|冊|2020-04/2021-03\nactual|9|冊|2020-04/2021-03\ntarget|12|冊|2021-04/2022-03\n"
                "actual|11|冊|2021-04/2022-03\n"},
           Case{"a value alone below the years is the target of the head that slipped above theirs",
                "x\n\n目標指標\t\t現状値\t目標値(H32)"
                "\t\n事業\t項目\t現状値\t指標値\t\n\t\t\tH31\tH32\n\t死者数\t3人\t0人\n"
                "重要業績評価指標\t\t現状値\t指標値\n(1)\t拠点数\t1箇所\t2箇所\t4箇所\n",
                "baseline|3|人|\ntarget|0|人|2020\nbaseline|1|箇所|\nmilestone|2|箇所|2019\ntarget|4|箇所|2020\n"},
           Case{"a year before its label", "x\n\n指標名\tR4年度実績\tR7年度目標\n割合\t58%\t70%\n",
                "actual|58|%|2022-04/2023-03\ntarget|70|%|2025-04/2026-03\n"},
           Case{"the head of the next table says nothing of the rows above it",
                "x\n\n成果指標\t\t単位\tR2年度\tR3年度\n就職率\t成果実績\t%\t61\t68\n\t目標値\t%\t65\t67\n"
                "活動指標\t\t単位\tR2年度\tR3年度\n支援者数\t活動実績\t人\t12\t10\n",
                "actual|61|%|2020-04/2021-03\nactual|68|%|2021-04/2022-03\ntarget|65|%|2020-04/2021-03\n"
                "target|67|%|2021-04/2022-03\nactual|12|人|2020-04/2021-03\nactual|10|人|2021-04/2022-03\n"},
           Case{"a target of a year on the way is a milestone, one for all years has none",
                "<table><tr><th rowspan=2>KPI</th><th colspan=2>目標値</th></tr><tr><th>R6年度</th><th>R7年度</th></tr>"
                "<tr><td>件数</td><td>3件</td><td>5件</td></tr><tr><td>率</td><td colspan=2>90%</td></tr></table>",
                "milestone|3|件|2024-04/2025-03\ntarget|5|件|2025-04/2026-03\ntarget|90|%|\n"},
           Case{"a total is no indicator", "x\n\n指標\t基準値\t目標値\n件数\t3件\t5件\n計\t-\t-\n",
                "baseline|3|件|\ntarget|5|件|\n"},
           Case{"no heading names the indicator",
                "x\n\n目標項目\t現状値\t目標値\n出生率\t1.35(H29年度)\t1.60(R6年度)\n",
                "baseline|1.35||2017-04/2018-03\ntarget|1.6||2024-04/2025-03\n"},
           Case{"目標 heads the indicators, another 目標 their values",
                "x\n\n目標\t現状(令和2年度)\t目標(令和7年度)\n受診率\t45%\t60%\n",
                "baseline|45|%|2020-04/2021-03\ntarget|60|%|2025-04/2026-03\n"},
           Case{"the name of an indicator begins with a digit",
                "x\n\n環境目標\t基準値\t実績\t目標\n1人当たりのごみ排出量\t980g\t950g\t900g\n",
                "baseline|980|g|\nactual|950|g|\ntarget|900|g|\n"},
           Case{"a label a line", "指標名:組織率\n基準値:68.2%(令和元年度)\n目標値:85.0%(令和8年度)\n",
                "baseline|68.2|%|2019-04/2020-03\ntarget|85|%|2026-04/2027-03\n"},
           Case{"a statistic is no indicator", "x\n\n区分\t2010\t2015\n人口(人)\t1,000\t900\n", ""},
           Case{"money of a sum beside it is no unit of an indicator",
                "x\n\n事業\n\n(単位:千円)\n事業名\t総事業費\t指標\t目標値\t実績値\n農泊\t82\t利用者数\t30\t27\n",
                "target|30||\nactual|27||\n"},
           Case{"years of a report of results",
                "令和5年度主要施策の成果\n\n指標名\t単位\t令和4年度\t令和5年度\n登録児童数\t人\t228\t241\n",
                "actual|228|人|2022-04/2023-03\nactual|241|人|2023-04/2024-03\n"},
           Case{"words about the height of their values, a group in the middle above its columns",
                "x\n\n                    基準値                       目標値\n"
                " 施策   指標     単位             令和4年度\n"
                "                   (R1)                     (R6)\n"
                "                              目標     実績\n"
                "      農業者と\n"
                " 農業          人      120     130    126    140\n"
                "      なった人\n"
                "      農園の数   箇所      4       6      7      8\n",
                "baseline|120|人|2019-04/2020-03\ntarget|130|人|2022-04/2023-03\nactual|126|人|2022-04/"
                "2023-03\ntarget|140|人|2024-04/2025-03\n"
                "baseline|4|箇所|2019-04/2020-03\ntarget|6|箇所|2022-04/2023-03\nactual|7|箇所|2022-04/"
                "2023-03\ntarget|8|箇所|2024-04/2025-03\n"},
           Case{"a heading in the middle above three years, in columns of blanks",
                "x\n\n 指標     単位      現状値            年度別実績値          目標値\n"
                "             年度      値     R3     R4     R5     R8\n"
                " 組織率    ％    R2   78.5   80.1   81.4   83.0   90.0\n"
                " 発生件数   件    R2    112     98     91     87     80\n"
                " 団員数    人    R2    641    630    612    598    650\n",
                "baseline|78.5|%|2020-04/2021-03\nactual|80.1|%|2021-04/2022-03\nactual|81.4|%|2022-04/"
                "2023-03\nactual|83|%|2023-04/2024-03\ntarget|90|%|2026-04/2027-03\n"
                "baseline|112|件|2020-04/2021-03\nactual|98|件|2021-04/2022-03\nactual|91|件|2022-04/"
                "2023-03\nactual|87|件|2023-04/2024-03\ntarget|80|件|2026-04/2027-03\n"
                "baseline|641|人|2020-04/2021-03\nactual|630|人|2021-04/2022-03\nactual|612|人|2022-04/"
                "2023-03\nactual|598|人|2023-04/2024-03\ntarget|650|人|2026-04/2027-03\n"},
           Case{
               "a merged indicator whose rows another column tells apart",
               "x\n\n目標項目\t対象\t策定時\t最終目標\n朝食の割合\t小学生\t92%\t100%\n\t中学生\t84%\t95%\n\t\t1%\t2%\n",
               "baseline|92|%|\ntarget|100|%|\nbaseline|84|%|\ntarget|95|%|\n"},
           Case{"the first year of an era that the other years have",
                "令和4年度 レビューシート\n\n活動指標\t\t単位\t元年度\t2年度\n研修\t活動実績\t人\t8\t9\n",
                "actual|8|人|2019-04/2020-03\nactual|9|人|2020-04/2021-03\n"},
           Case{"what is to be done is no value", "x\n\n項目\t現状\t目標\n交通\tバスが少ない。\t増やす。\n", ""},
       })
    EXPECT_EQ(kpi_values_of(c.input), c.expected) << c.name;
}

std::string amounts(std::string_view input) {
  using namespace col::amounts;
  return testing::rows_of(input, TableId::amounts, {fiscal_year, kind, item, value_yen, note});
}

TEST(UnknownReports, GiveTheirAmounts) {
  for (const Case& c : {
           Case{"two years and their difference",
                "令和6年度予算説明書\n\n(単位:千円)\n款\t本年度予算額\t前年度予算額\t比較\n1 市税\t220\t224\t△4\n",
                "2024|budget|1 市税|220000|\n2023|budget|1 市税|224000|\n|other|1 市税|-4000|比較\n"},
           Case{"where the money comes from",
                "x\n\n区分(千円)\t令和3年度決算\t令和4年度予算\n国庫支出金\t4\t5\n一般財源\t6\t-\n人数(人)\t2\t2\n",
                "2021|earmarked|国庫支出金|4000|\n2022|earmarked|国庫支出金|5000|\n2021|other|一般財源|6000|決算\n"},
           Case{"an item of its own beside another",
                "x\n\n(単位:千円)\n目\t本年度\t節\t\n\t\t区分\t金額\n1 個人\t9\t1 現年分\t8\n\t\t2 滞納分\t1\n",
                "|other|1 個人|9000|本年度\n|other|1 現年分|8000|金額\n|other|2 滞納分|1000|金額\n"},
           Case{"a part has the unit of the row that it is part of",
                "x\n\n区分\t令和3年度決算\n事業費(千円)\t9\nうち人件費\t4\n職員数(人)\t2\nうち正職員\t1\n",
                "2021|settlement|事業費(千円)|9000|\n2021|settlement|うち人件費|4000|\n"},
           Case{"a heading and a unit above columns of blanks are no row",
                "x\n\n2  歳入\n                        (単位:千円)\n  区分        予算額     決算額\n  町税           "
                "420        410\n\n"
                "3  歳出                 (単位:円)\n  区分        予算額     決算額\n  議会費         120        110\n",
                "|budget|町税|420000|\n|settlement|町税|410000|\n|budget|議会費|120|\n|settlement|議会費|110|\n"},
           Case{"sums below each other without a head",
                "令和6年度当初予算案\n\n主な事業\n新\t出産応援交付金\t12,500千円\n\t医療費助成\t65,000千円\n",
                "2024|budget|出産応援交付金|12500000|\n2024|budget|医療費助成|65000000|\n"},
           Case{"no unit, no value", "x\n\n事業名\t予算額\nA\t500\n", "|budget|A||\n"},
           Case{"a year in the label", "事業の費用\n令和4年度決算額:8,540千円\n", "2022|settlement|決算額|8540000|\n"},
           Case{"a unit that counts persons", "x\n\n(単位:人)\n年度\t日帰り\t宿泊\t計\nR3年度\t10\t20\t30\n", ""},
           Case{"a sum of what nobody names", "x\n\n区分\t国指定\t市指定\t計\n史跡\t1\t2\t3\n", ""},
           Case{"sums below headings that nobody knows, where a unit says yen",
                "x\n\n(単位:円)\n区分\t補助\t計\n町税\t1\t3\n", "|other|町税|1|補助\n|other|町税|3|計\n"},
           Case{"counts, shares and decimals beside them are none",
                "x\n\n(単位:千円)\n区分\t利用者数\t補助\t計\t伸び\n町税\t9\t1\t3\t1.5\n",
                "|other|町税|1000|補助\n|other|町税|3000|計\n"},
           Case{"no unit, no sums below unknown headings", "x\n\n区分\t午前\t計\n和室\t1\t3\n", ""},
           Case{"the unit over the first numbers, a difference by its ending",
                "x\n\n款\t予算現額\t収入済額\t予算現額との比較\n税\t円<br>9\t円<br>7\t円<br>△2\n費\t5\t5\t0\n",
                "|budget|税|9|\n|settlement|税|7|\n|other|税|-2|予算現額との比較\n"
                "|budget|費|5|\n|settlement|費|5|\n|other|費|0|予算現額との比較\n"},
           Case{"letters that name a column in a sum, and a row of units",
                "x\n\n会計\t令和4年度\v当初予算額 A\t令和3年度<br>当初予算額 B\t増減 "
                "A-B\n\t千円\t千円\t千円\n税\t9\t7\t2\n",
                "2022|budget|税|9000|\n2021|budget|税|7000|\n|other|税|2000|増減\n"},
           Case{"headings say what the sums of a year are for",
                "x\n\n(単位:千円)\n年度\t歳入\t差引(形式収支)\n令和4年度\t9\t2\n令和3年度\t8\t1\n",
                "2022|other|歳入|9000|\n2022|other|差引(形式収支)|2000|\n"
                "2021|other|歳入|8000|\n2021|other|差引(形式収支)|1000|\n"},
           Case{"a class beside an item, which holds for the rows below",
                "x\n\n室名\t区分\t料金\n和室\t使用料\t90円\n\t暖房料\t70円\n",
                "|fee|和室|90|使用料\n|fee|和室|70|暖房料\n"},
           Case{"who is paid parts the sums of an item, and is one by itself",
                "x\n\n件名\t契約の相手方\t契約金額\n清掃\t(株)青空\t90円\n\n支出先\t業務概要\t支出額\n青空(株)"
                "\t調査\t5円\n",
                "|other|清掃|90|(株)青空\n|other|青空(株)|5|調査\n"},
           Case{"a count is no item, hours below a heading are part of it",
                "x\n\n(単位:円)\n品名\t事項\t午前\t午後\n\t\t9時~12時\t13時~17時\n幕\t1枚\t50\t60\n",
                "|other|幕|50|午前\n9時~12時\n|other|幕|60|午後\n13時~17時\n"},
           Case{"one heading over sums, none over their items", "x\n\n\t補正額\n一般会計\t9千円\n特別会計\t8千円\n",
                "|budget|一般会計|9000|\n|budget|特別会計|8000|\n"},
           Case{"words before the sums are the items where no heading is one",
                "x\n\n\t内容\t補正額(千円)\t理由\n1\t寄附金\t9\t件数増\n", "|budget|寄附金|9000|\n"},
           Case{"the sum comes first",
                "x\n\n60千円\t◆除雪車購入[建設課]<br>更新する。\n△2千円\t◆祭り[観光課]<br>中止。\n",
                "|other|除雪車購入[建設課]|60000|\n|other|祭り[観光課]|-2000|\n"},
           Case{"words in the gaps of a head, a count with its unit apart",
                "x\n\n(単位:千円)\n区分\t職員数 人\t給与費\t\t合計\n\t\t報酬\t手当\t\n市長\t5\t2\t3\t9\n",
                "|other|市長|2000|給与費\n報酬\n|other|市長|3000|給与費\n手当\n|other|市長|9000|合計\n"},
           Case{"rows of two years and their difference",
                "令和5年度予算\n\n(単位:円)"
                "\n区分\t\t給料\t計\n本年度\t市長\t2\t3\n\t議員\t1\t1\n前年度\t市長\t2\t2\n比較\t市長\t0\t1\n",
                "2023|budget|市長|2|本年度\n給料\n2023|budget|市長|3|本年度\n計\n2023|budget|議員|1|本年度\n給料\n"
                "2023|budget|議員|1|本年度\n計\n2022|budget|市長|2|前年度\n給料\n2022|budget|市長|2|前年度\n計\n"
                "|other|市長|0|比較\n給料\n|other|市長|1|比較\n計\n"},
           Case{"groups in brackets in columns of their own, numbers before the items",
                "x\n\n(単位:円)\nNO.\t科目\t予算額\t\t決算額\t\n①\t会費\t\t[9]\t\t[7]\n②\t正会員\t8\t\t6\t\n",
                "|budget|会費|9|\n|settlement|会費|7|\n|budget|正会員|8|\n|settlement|正会員|6|\n"},
           Case{"年度 over years, rows of shares, two units",
                "x\n\n(単位 円・%)\n区分\t年度\t\t増減\n\t令和5年度\t令和4年度\t\n支出済額 (B)\t9\t8\t1\n執行率 "
                "(B)/(A)\t85.6\t86.9\t△1.3\n",
                "2023|settlement|支出済額 (B)|9|\n2022|settlement|支出済額 (B)|8|\n|other|支出済額 (B)|1|増減\n"},
           Case{"headings of sums by their ends, years without a word, names that are counted",
                "x\n\n年度\t受入件数\tふるさと納税総額\n2018\t9\t1億2万3円\n\n2市町\t\t2018年\t\t2019年\t\n府県\t市町\t"
                "件数\t受入"
                "金額\t件数\t受入金額\n大阪府\t泉佐野市\t2\t5円\t3\t6円\n",
                "2018|other|ふるさと納税総額|100020003|\n2018|other|泉佐野市|5|受入金額\n2019|other|泉佐野市|6|"
                "受入金額\n"},
           Case{"sums of groups before the known ones, where nobody names a unit",
                "x\n\n科目\t公益事業\t法人会計\t合計\t前年度決算\n会費\t1,000\t2,000\t3,000\t2,900\n",
                "|other|会費||公益事業\n|other|会費||法人会計\n|other|会費||合計\n|settlement|会費||前年度決算\n"},
           Case{"a share behind the sum of a line",
                "令和5年度予算\n\n歳出\n\n○民生費   785億円(構成比42.0%)\n○土木費   211億円(構成比11.3%)\n",
                "2023|expense|民生費|78500000000|\n2023|expense|土木費|21100000000|\n"},
           Case{"words between sums under one heading, or before sums without one, are what these are for",
                "x\n\n(単位:円)\n節\t予算額\t説明\t予算額\n負担金\t9\t医療費\t5\n\t\t手当\t4\n\n"
                "項目\t支出額\t備考\t\n調査費\t9円\t交通費\t5円\n\t\t宿泊費\t4円\n会議費\t0円\t-\t\n",
                "|budget|負担金|9|予算額\n|budget|医療費|5|予算額\n|budget|手当|4|予算額\n"
                "|other|調査費|9|支出額\n|other|交通費|5|\n|other|宿泊費|4|\n|other|会議費|0|支出額\n"},
           Case{"two tables beside each other, whose items go on in the next column",
                "x\n\n(単位:千円)\n項目\t\t金額\t項目\t\t金額\n収入\t料金\t3\t収入\t負担金\t8\n\t雑入\t1\t\t借入\t2\n",
                "|other|料金|3000|金額\n|other|負担金|8000|金額\n|other|雑入|1000|金額\n|other|借入|2000|金額\n"},
           Case{"counts among sums, a table right below that has the unit of the one above",
                "x\n\n(単位 "
                "円)\n\n区分\t青空会\t海原会\n人数\t7人\t6人\n交付金額\t9\t8\n\n区分\t青空会\t海原会\n広報費\t3\t2\n",
                "|other|交付金額|9|青空会\n|other|交付金額|8|海原会\n|other|広報費|3|青空会\n|other|広報費|2|海原会\n"},
           Case{"ends of years, when a fund was set up, years from and to",
                "平成29年度予算\n\n(単位:百万円)\n年度(平成)\t27末\t28末(見込)\n減債基金\t2\t3\n\n(単位:百万円)"
                "\n基金名\t設置年度\t26年度から28年度までの"
                "取崩額B\t28年度末の残額C\n育英基金\t平成20年度\t5\t7\n",
                "2015|budget|減債基金|2000000|\n2016|other|減債基金|3000000|見込\n"
                "2017|budget|育英基金|5000000|26年度から28年度までの取崩額B\n2016|budget|育英基金|7000000|"
                "28年度末の残額C\n"},
           Case{"a head whose last heading has its column to itself, units below it",
                "x\n\n区分\t令和3年度末現在高\t令和4年度中増減\t\t令和4年度末現在高\n\t\t起債額\t償還額\t\n\t千円\t千円"
                "\t千円\t千円\n1 土木\t9\t2\t1\t10\n",
                "2021|other|1 土木|9000|令和3年度末現在高\n2022|other|1 土木|2000|起債額\n2022|other|1 "
                "土木|1000|償還額\n2022|other|1 土木|10000|令和4年度末現在高\n"},
           Case{"fees of one: 1件につき, 1通, 1通あたり",
                "x\n\n手数料の事項\t\t手数料の金額\n住民票\t写し\t1件につき 200円\n\t記載事項証明書\t1通 "
                "300円\n\n証明書\n\n"
                "受理証明書\t1通あたり350円\n閲覧\t無料\n",
                "|fee|写し|200|\n|fee|記載事項証明書|300|\n|fee|受理証明書|350|1通あたり\n"},
           Case{"headings that nobody knows over sums that print yen",
                "令和6年度 政務活動費\n\n収入・支出の別\t\t会派の名称\t\n\t\t青空会(7人)\t海原会(4人)\n収入\t1 "
                "政務活動費\t9円\t8円\n支出\t1 研修費\t\t7円\n",
                "2024|other|1 政務活動費|9|会派の名称\n青空会(7人)\n2024|other|1 政務活動費|8|会派の名称\n海原会(4人)\n"
                "2024|other|1 研修費|7|会派の名称\n海原会(4人)\n"},
           Case{"sums to the thousand behind 万, the mark of a list, the year of a row of money",
                "平成29年度予算\n\n起債\t4億840万円\nその他\t4億7,684万1千円\n\n項目\t予算額(千円)"
                "\n・防災事業\t9\n平成28年度当初予算額\t8\n",
                "2017|budget|起債|408400000|\n2017|budget|その他|476841000|\n2017|budget|防災事業|9000|\n"
                "2016|budget|平成28年度当初予算額|8000|\n"},
           Case{"a date over sums is a heading",
                "x\n\n(単位:千円・%)\n区分\t予算現額\t\t9月末日現在の収入済額\t執行率\n\t当初予算額\t計 "
                "A\t\t\n市税\t9\t9\t4\t44.4\n",
                "|budget|市税|9000|\n|other|市税|9000|計\n|other|市税|4000|9月末日現在の収入済額\n"},
           Case{"the title tells the era", "平成24年レビューシート\n\n区分(百万円)\t23年度\t24年度\n当初予算\t3\t4\n",
                "2011|budget|当初予算|3000000|\n2012|budget|当初予算|4000000|\n"},
           Case{"a heading over several of the next line, in columns of blanks",
                "令和5年度予算\n\n                          (単位:千円)\n"
                "  目          本年度     前年度      本年度の財源内訳      説明\n"
                "                                  国県支出金   一般財源\n"
                " 1 管理費       530        518         20         510     給与\n"
                " 2 社会福祉総務費 410      405         30         380     通信\n"
                " 計           940        923         50         890\n",
                "2023|budget|1 管理費|530000|給与\n2022|budget|1 管理費|518000|給与\n"
                "2023|earmarked|1 管理費|20000|給与\n2023|other|1 管理費|510000|一般財源\n給与\n"
                "2023|budget|2 社会福祉総務費|410000|通信\n2022|budget|2 社会福祉総務費|405000|通信\n"
                "2023|earmarked|2 社会福祉総務費|30000|通信\n2023|other|2 社会福祉総務費|380000|一般財源\n通信\n"
                "2023|other|計|940000|本年度\n2022|other|計|923000|前年度\n2023|other|計|50000|国県支出金\n"
                "2023|other|計|890000|一般財源\n"},
           Case{"a column of units, and words below a heading of sums",
                "令和5年度 "
                "評価シート\n\n財源内訳\t単位\t4年度(決算)\t5年度(予算)"
                "\n国庫支出金\t千円\t15\t20\n一般財源\t千円\t32\t0\n",
                "2022|earmarked|国庫支出金|15000|\n2023|earmarked|国庫支出金|20000|\n2022|other|一般財源|32000|決算\n"
                "2023|other|一般財源|0|予算\n"},
           Case{"settlements of a statement are income or expense",
                "令和5年度 協議会 収支決算書\n\n収入の部 (単位:円)\n\n科目\t予算額\t決算額\n会費\t5\t4\n",
                "2023|budget|会費|5|\n2023|income|会費|4|\n"},
           Case{"what was not used is none of both",
                "令和5年度決算\n\n(単位:円)\n款\t予算現額\t支出済額\t不用額\n議会費\t9\t7\t2\n",
                "2023|budget|議会費|9|\n2023|settlement|議会費|7|\n2023|other|議会費|2|不用額\n"},
           Case{"a side of a book of budgets is budget",
                "令和6年度予算の概要\n\n性質別歳出予算(単位:千円)\n\n区分\t令和6年度\t令和5年度\n人件費\t2\t3\n",
                "2024|budget|人件費|2000|\n2023|budget|人件費|3000|\n"},
           Case{"sums beside indicators",
                "x\n\n事業\n\n(単位:千円)\n事業名\t総事業費\t指標\t目標値\t実績値\n農泊\t82\t利用者数\t30\t27\n",
                "|other|農泊|82000|\n"},
           Case{"sums at the end of lines",
                "令和6年度当初予算の概要\n\n・企業立地助成 1億5,000万円\n・空き家改修補助 6件 4,500千円\n",
                "2024|budget|企業立地助成|150000000|\n2024|budget|空き家改修補助|4500000|6件\n"},
           Case{"a unit in heavy brackets behind a remark", "x\n\n内訳\t令和3年度決算\n事業費(税込)【千円】\t9\n",
                "2021|settlement|事業費(税込)【千円】|9000|\n"},
           Case{"people are no money", "x\n\n区分\tR3年度\tR4年度\n職員数(人)\t12\t13\n", ""},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
}

TEST(UnknownReports, GiveTheEventOfMinutesAndItsPeople) {
  const auto document = testing::ingest_bytes(
      "第2回環境審議会 会議録\n\n1 日時 令和5年8月23日(水) 14:00~16:00\n2 場所 市役所\n3 出席者 "
      "山田会長、鈴木委員、別紙のとおり\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::place}),
            "2023-08-23|市役所\n");
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name, col::participants::kind}),
            "山田|person\n鈴木|person\n");
}

TEST(UnknownReports, ReadLabelsInLetterSpacing) {
  const auto document = testing::ingest_bytes(
      "第1回交通会議 議事録\n\n日  時:令和5年6月29日(木) 13:30~15:00\n場  所:市役所  大会議室\n欠 席 者:なし\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::place}),
            "2023-06-29|市役所 大会議室\n");
  EXPECT_EQ(document->records[TableId::tables].size(), 0U);
}

TEST(UnknownReports, LabelsInLetterSpacingNeedNoColonBeforeTheirWords) {
  const auto document = testing::ingest_bytes(
      "第2回都市計画審議会 議事録\n\n日  時 令和5年8月25日(金) 10:00~11:30\n場  所 町役場\n出席者\n  会長    小柳 "
      "清吾\n"
      "  委員    鎌本 順一、石森 守\n\n開会\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::place}),
            "2023-08-25|町役場\n");
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}),
            "小柳 清吾\n鎌本 順一\n石森 守\n");
}

TEST(UnknownReports, WordsInAColumnWithoutAHeadingGoOnTheIndicatorBeforeThem) {
  const auto document = testing::ingest_bytes(
      "x\n\n評価指標\t\t策定時\t目標値\n朝食の欠食率\t\t20%\t10%\nがん検診の受診率\t肺がん検診\t19%\t40%"
      "\n\t胃がん検診\t10%\t18%\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::kpis, {col::kpis::indicator, col::kpis::baseline_value}),
            "朝食の欠食率|20\nがん検診の受診率 肺がん検診|19\nがん検診の受診率 胃がん検診|10\n");
}

TEST(UnknownReports, TheWordsOfAMarkedLabelStandBehindABlankLine) {
  const auto document = testing::ingest_bytes(
      "第1回協働審議会会議録\n\n1 日時\n\n令和4年4月27日(水曜日) 午後7時~8時\n\n2 場所\n\n市民センター\n\n3 出席者\n\n"
      "委員:山田太郎、鈴木花子(2名)\n\n4 欠席者\n\nなし\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::place}),
            "2022-04-27|市民センター\n");
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), "山田太郎\n鈴木花子\n");
}

TEST(UnknownReports, NamesPrintedLetterByLetterAreWhole) {
  const auto document = testing::ingest_bytes(
      "総務委員会記録\n\n日  時  令和5年9月15日(金)\n場  所  第3委員会室\n出席委員(4名)\n  委 員 長  東 尾 みさと\n"
      "  副委員長  清 原 和 美\n  委  員  新 藤 加 代       野 口 たつお\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}),
            "東尾みさと\n清原和美\n新藤加代\n野口たつお\n");
}

TEST(UnknownReports, ARowThatOpensASheetEndsTheListOfThoseWhoCame) {
  const auto document = testing::ingest_bytes(
      "会議録\n\n日時:令和5年8月5日\n出席者\n7月3日\t議会運営委員会\n町長\t山田 太郎\n7月4日\t全員協議会\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->records[TableId::schedules].size(), 3U);
}

TEST(UnknownReports, WhatKindOfPaperItIsNamesNoEvent) {
  const auto document =
      testing::ingest_bytes("第1回都市計画審議会\n会 議 録\n\n1 日 時 令和5年8月25日(金)\n2 場 所 町役場\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::activity}), "第1回都市計画審議会\n");
}

TEST(UnknownReports, DaysInRowsWithoutAHeadAreEvents) {
  const auto document = testing::ingest_bytes(
      "議会だより\n\n議会の動き\n令和5年\n\n7月3日\t議会運営委員会\n12月20日\t第4回定例会閉会\n\n人口\n4月1日\t1,"
      "234人\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::activity}),
            "2023-07-03|議会運営委員会\n2023-12-20|定例会閉会\n");
}

TEST(UnknownReports, BareDaysStandBelowTheirMonth) {
  const auto document =
      testing::ingest_bytes("令和6年度 行事予定\n\n月\t日\t曜\t行事名\n4月\t7\t日\t春季演習\n\t14\t日\t桜まつり\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules,
                 {col::schedules::edtf, col::schedules::activity, col::schedules::status}),
            "2024-04-07|春季演習|planned\n2024-04-14|桜まつり|planned\n");
}

TEST(UnknownReports, DaysWithTheirUnitStandBesideTheirMonth) {
  const auto document =
      testing::ingest_bytes("令和6年度 年間行事\n\n月\t日\t行事名\n4月\t18日\t総会\n5月\t9日\t清掃\n\t23日\t視察\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::activity}),
            "2024-04-18|総会\n2024-05-09|清掃\n2024-05-23|視察\n");
}

TEST(UnknownReports, TheMonthStandsInAColumnOfItsOwn) {
  const auto document = testing::ingest_bytes(
      "令和6年度 年間行事予定\n\n月\t日(曜)\t行事名\t会場\n4月\t13日(土)\t開講式\tホール\n\t28日(日)\t散策\t公園\n"
      "10月\t12日(土)~13日(日)\t文化祭\t全館\n1月\t11日(土)\t書き初め\t和室\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::activity}),
            "2024-04-13|開講式\n2024-04-28|散策\n2024-10-12/2024-10-13|文化祭\n2025-01-11|書き初め\n");
}

TEST(UnknownReports, LabelsInWideLettersNeedNoColon) {
  const auto document = testing::ingest_bytes(
      "第3回 総合計画審議会\n\n日 時 令和5年10月12日(木) 14時00分~\n場 所 市役所本庁舎 3階 大会議室\n\n1 開会\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::place}),
            "2023-10-12|市役所本庁舎 3階 大会議室\n");
  EXPECT_EQ(rows(document->records, TableId::documents, {col::documents::publisher}), "\n");
}

TEST(UnknownReports, ATableThatStandsByItselfIsNoPartOfTheSheetBelow) {
  const auto document = testing::ingest_bytes(
      "計画\n\n委員名簿\n\n所属\t氏名\n大学\t青木 一郎\n\n1 テーマ\t移住を考える\n2 日時\t令和5年2月8日\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::activity}), "移住を考える\n");
}

TEST(UnknownReports, TheUpperOfTwoItemsIsAField) {
  const auto document = testing::ingest_bytes("x\n\n(単位:円)\n事業名\t財源\t予算額\n文化振興\t県補助金\t350,000\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::amounts, {col::amounts::item, col::amounts::value_yen}),
            "県補助金|350000\n");
  EXPECT_EQ(rows(document->records, TableId::fields, {col::fields::label, col::fields::text}), "事業名|文化振興\n");
}

TEST(UnknownReports, GiveTheMembersOfLists) {
  const auto document = testing::ingest_bytes(
      "委員名簿\n\n番号\t氏名\t所属・役職\n1\t山本 恵子\t大学教授\n2\t会長 井上 健 氏\t市民会\n3\t(欠員)\t商工会\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name, col::participants::role}),
            "山本 恵子|member\n井上 健|member\n");
}

TEST(UnknownReports, NumbersInTheCellOfTheNameAreNoPartOfIt) {
  const auto document = testing::ingest_bytes(
      "子育て会議 委員名簿\n(任期:令和5年4月1日から)\n\nNo 氏名\t所属\n1 安部 恵美\t保育協議会\n2 井上 和也\tPTA\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), "安部 恵美\n井上 和也\n");
  EXPECT_EQ(rows(document->records, TableId::documents, {col::documents::title}), "子育て会議 委員名簿\n");
}

TEST(UnknownReports, AYearWithoutAnEraIsPrintedButNoDate) {
  const auto document = testing::ingest_bytes("x\n\n指標\t実績値\t目標値(7年度)\n件数\t71件\t110件\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::kpi_values,
                 {col::kpi_values::role, col::kpi_values::as_of_raw, col::kpi_values::as_of_edtf}),
            "actual||\ntarget|7年度|\n");
}

TEST(UnknownReports, GiveMembersWhosePostIsAKnownHeading) {
  const auto document = testing::ingest_bytes(
      "x\n\n| 区分 | 氏名 | 所属 | 備考 |\n|---|---|---|---|\n| 会長 | 田中 一郎 | 大学 | |\n"
      "| 委員 | 佐藤 花子 | 商工会議所 | |\n| 委員 | 鈴木 次郎 | 公募 | 欠席 |\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}),
            "田中 一郎\n佐藤 花子\n鈴木 次郎\n");
}

TEST(UnknownReports, ATableDirectlyBelowAnotherHasItsOwnHead) {
  const auto document = testing::ingest_bytes(
      "x\n\n区分\t氏名\t所属\n会長\t田中 一郎\t大学\n期日\t場所\t内容\n令和4年8月3日\t市庁\t審議\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->records[TableId::participants].size(), 1U);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::place}),
            "2022-08-03|市庁\n");
}

TEST(UnknownReports, ATableInsideACardIsReadAlthoughItsFirstCellsAreLabels) {
  if (!testing::has_family("evaluation-sheet")) GTEST_SKIP() << "no family has such cards";
  const auto document = testing::ingest_bytes(
      "令和4年度 事務事業評価シート\n\n| 事業名 | 空き家対策 | 担当課 | 建設課 |\n|---|---|---|---|\n"
      "| 目的 | 空き家の適正管理 | 対象 | 所有者 |\n\n| 区分 | 指標名 | 単位 | 令和4年度実績 | 令和5年度計画 |\n"
      "|---|---|---|---|---|\n| 活動指標 | 登録件数 | 件 | 18 | 20 |\n| 成果指標 | 成約件数 | 件 | 11 | 12 |\n");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->records[TableId::measures].size(), 1U);
  EXPECT_EQ(rows(document->records, TableId::kpis, {col::kpis::indicator, col::kpis::target_value}),
            "登録件数|20\n成約件数|12\n");
  EXPECT_NE(rows(document->records, TableId::fields, {col::fields::label, col::fields::text}).find("区分|成果指標"),
            std::string::npos);
}

TEST(UnknownReports, FractionsAndUndatedValuesOfASeriesAreAsPrinted) {
  if (!testing::has_family("evaluation-sheet")) GTEST_SKIP() << "no family has such cards";
  const std::string head = "事業の説明\n\n事業名\t夜間開館\n\n【Do】\n\n成果指標\t利用した人の割合\n";
  EXPECT_EQ(testing::kpi_values_of(head + "令和4年度\t目標値\t3分の1\n令和3年度\t実績値\t2分の1\n"),
            "target|1/3||2022-04/2023-03\nactual|1/2||2021-04/2022-03\n");
  EXPECT_EQ(testing::rows_of(head + "目標値\t100(未定)\n目標値\t120(令和6年度)\n目標値\t110(随時)\n", TableId::kpis,
                             {col::kpis::target_value, col::kpis::target_as_of}),
            "120|2024-04/2025-03\n");
}

TEST(UnknownReports, RowsOfACardAreWholeWithoutARemark) {
  EXPECT_EQ(testing::kpi_values_of(
                "令和4年度 事務事業評価シート\n\n事業名\t空き家対策\t担当課\t建設課\n\n"
                "種別\t指標名\t単位\t令和4年度実績\t令和5年度計画\t備考\n活動指標\t登録件数\t件\t18\t20\t\n"
                "成果指標\t成約件数\t件\t11\t12\t\n"),
            "actual|18|件|2022-04/2023-03\ntarget|20|件|2023-04/2024-03\n"
            "actual|11|件|2022-04/2023-03\ntarget|12|件|2023-04/2024-03\n");
}

TEST(UnknownReports, LoseNoBodyAndNoPostOfAMember) {
  const auto document = testing::ingest_bytes("委員名簿\n(敬称略)\n\n氏名\t所属\t職名\n山本 恵子\t県立大学\t教授\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::fields, {col::fields::section, col::fields::label, col::fields::text}),
            "委員名簿|所属|県立大学\n委員名簿|職名|教授\n");
}

TEST(UnknownReports, TakeTheYearOfARowAndNoSumForAnItem) {
  const auto document = testing::ingest_bytes(
      "令和5年度 寄附金の状況\n\n年度\t寄附金額\t経費\n令和3年度\t231千円\t110千円\n令和4年度\t250千円\t120千円\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::amounts,
                 {col::amounts::fiscal_year, col::amounts::item, col::amounts::value_yen}),
            "2021||231000\n2022||250000\n");
  EXPECT_NE(rows(document->records, TableId::fields, {col::fields::label, col::fields::text}).find("経費|110千円"),
            std::string::npos);
}

TEST(UnknownReports, BearABracketThatNothingOpens) {
  const auto document = testing::ingest_bytes("x\n\n科目\t予算額(千円)\n計)\t500\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::amounts, {col::amounts::item, col::amounts::value_yen}), "計)|500000\n");
}

TEST(UnknownReports, SumsBesideDatesMembersAndIndicatorsAreAmounts) {
  for (const Case& c : {
           Case{"events", "令和5年度 計画\n\n施設名\t取組内容\t実施時期\t事業費(千円)\n公民館\t改修\t令和5年6月\t12\n",
                "2023|other|公民館|12000|\n"},
           Case{"members", "x\n\n構成市町\t代表者\t負担金\n白川市\t市長 佐藤 一郎\t1,200円\n", "|other|白川市|1200|\n"},
           Case{"indicators alone", "x\n\n指標\t現状値\t目標値\t事業費(千円)\n受診率\t45%\t60%\t5\n",
                "|other|受診率|5000|\n"},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
  const auto document =
      testing::ingest_bytes("令和5年度 計画\n\n行事名\t月日\t事業費(円)\n祭り\t8月5日\t90\n合計\t\t90\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->records[TableId::schedules].size(), 1U);
  EXPECT_EQ(document->records[TableId::amounts].size(), 2U);
}

TEST(UnknownReports, ATotalIsNoMember) {
  const auto document = testing::ingest_bytes("会員名簿\n\n団体名\t代表者\n白川商店会\t佐藤 一郎\n合計\t\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), "佐藤 一郎\n");
}

TEST(UnknownReports, NumbersOfPeopleAndWholeNamesOfBodiesAtAnEvent) {
  const auto document = testing::ingest_bytes(
      "x\n\n開催日\t会議名\t出席委員\n令和5年6月1日\t総会\t9名\n\n日時:令和5年9月1日\n場所:公園\n参加者:"
      "消防署、消防団、市民\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::headcount}),
            "2023-06-01|9\n2023-09-01|\n");
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), "消防署\n消防団\n");
}

TEST(UnknownReports, LoseNoColumn) {
  const auto document = testing::ingest_bytes("x\n\n事業名\t予算額(千円)\t担当課\nA\t500\t商工課\n");
  ASSERT_TRUE(document);
  EXPECT_NE(rows(document->records, TableId::fields, {col::fields::label, col::fields::text}).find("担当課|商工課"),
            std::string::npos);
  EXPECT_EQ(document->records[TableId::amounts].size(), 1U);
  EXPECT_EQ(document->records[TableId::tables].size(), 0U);
}

TEST(UnknownReports, AHeadHoldsBehindTheTitlesOfItsParts) {
  EXPECT_EQ(amounts("令和5年度 収支計算書\n(単位:円)\n\n科目\t予算額\t決算額\t差異\nⅠ 事業収支の部\n1. 会費収入\n"
                    "正会員会費\t7,600,000\t7,180,000\t420,000\n2. 管理費支出\n旅費\t900\t800\t100\n"),
            "2023|budget|正会員会費|7600000|\n2023|income|正会員会費|7180000|\n|other|正会員会費|420000|差異\n"
            "2023|budget|旅費|900|\n2023|expense|旅費|800|\n|other|旅費|100|差異\n");
  // numbers below the title of something else may count anything
  EXPECT_EQ(
      amounts("令和5年度 報告\n\n事業名\t予算額(千円)\t決算額(千円)\n祭り\t500\t480\n\n参加者数\n第1回\t35\t40\n"),
      "2023|budget|祭り|500000|\n2023|settlement|祭り|480000|\n");
}

TEST(UnknownReports, TellSumsByTheUnitOfTheirRowOrTitle) {
  for (const Case& c : {
           Case{"a column of units",
                "x\n\n項目\t単位\t2015年度\t2016年度\n維持管理費\t千円\t10,769\t25,380\n利用者\t人\t9\t8\n",
                "2015|other|維持管理費|10769000|\n2016|other|維持管理費|25380000|\n"},
           Case{"the title, years without their era",
                "使用料\n\n使用料の推移(千円)\n\n\t18年度\t19年度\n公民館\t3,761\t3,764\n",
                "|other|公民館|3761000|18年度\n|other|公民館|3764000|19年度\n"},
           Case{"the first number",
                "x\n\n地区名\t総工事費\t不当工事費\n大山\t円<br>8,040,000\t円<br>900\n谷\t1,000\t2,000\n",
                "|other|大山|8040000|総工事費\n|other|大山|900|不当工事費\n|other|谷|1000|総工事費\n|other|谷|2000|"
                "不当工事費\n"},
           Case{"what one costs", "x\n\n項目\t2015年度\t2016年度\n1件あたり経費\t299 円/人\t591 円/人\n",
                "2015|other|1件あたり経費|299|\n2016|other|1件あたり経費|591|\n"},
           Case{"yen left out", "x\n\n委託料\t光熱水費\n4,670万\t1億6,569万\n",
                "|other|x|46700000|委託料\n|other|x|165690000|光熱水費\n"},
           Case{"shares among printed yen",
                "x\n\n区分\t春の部\t秋の部\nA商店街\t1,000円\t2,000円\nB商店街\t500円\t700円\n前年比\t101.0%\t99.1%\n",
                "|other|A商店街|1000|春の部\n|other|A商店街|2000|秋の部\n|other|B商店街|500|春の部\n|other|B商店街|700|"
                "秋の部\n"},
           Case{"large sums of bids", "入札結果\n\n入札金額(税抜き)\n白川建設\t33億5000万\n",
                "|other|白川建設|3350000000|\n"},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
}

TEST(UnknownReports, YearsOfRowsHaveTheEraOfTheDocument) {
  EXPECT_EQ(amounts("平成22年度決算審査意見書\n\n(単位:円、%)\n区分\t予算現額\t収入済額\t収入率\n\t\t\t対予算\n"
                    "22年度\t622,512\t608,765\t97.8\n21年度\t655,123\t638,123\t97.4\n増減額\t△32,611\t△29,358\t\n"),
            "2010|budget|予算現額|622512|\n2010|settlement|収入済額|608765|\n2009|budget|予算現額|655123|\n"
            "2009|settlement|収入済額|638123|\n|other|予算現額|-32611|増減額\n|other|収入済額|-29358|増減額\n");
}

TEST(UnknownReports, TheLineBelowTheTitleMayHoldTheYear) {
  EXPECT_EQ(amounts("9月補正予算説明資料\n\n平成28年度 白川町\n\n事業名\t補正額(千円)\n橋の修繕\t500\n"),
            "2016|budget|橋の修繕|500000|\n");
}

TEST(UnknownReports, YearsOfIndicatorsHaveTheEraOfANeighbour) {
  const auto document = testing::ingest_bytes(
      "墓参事業 "
      "評価シート\n\n指標\t単位\t20年度(実績)\t21年度(実績)\t目標値(H22)\n利用者数\t人\t3,449\t3,642\t3,650\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::kpi_values, {col::kpi_values::role, col::kpi_values::as_of_edtf}),
            "actual|2008-04/2009-03\nactual|2009-04/2010-03\ntarget|2010-04/2011-03\n");
}

TEST(UnknownReports, ProjectsWithTheirCostInALine) {
  for (const Case& c : {
           Case{"in brackets, before what is done",
                "令和5年度 "
                "事業\n\n主な事業\n▼白川ため池耐震工事【700万円】堤体を補強します。\n▼樋門改修工事【1235万円】樋門を直"
                "します。\n",
                "2023|other|白川ため池耐震工事|7000000|\n2023|other|樋門改修工事|12350000|\n"},
           Case{"in brackets, below what is done",
                "令和5年度 事業\n\n主な事業\n▼地図を作ります。\n【防災力強化事業/876万円】\n",
                "2023|other|防災力強化事業|8760000|\n"},
           Case{"behind a word for it",
                "令和5年度 事業\n\n主な事業\n保育所整備助成 全体事業費1,150千円(うち政策枠700千円)\n",
                "2023|other|保育所整備助成|1150000|\n"},
           Case{"outturns with their rate",
                "令和5年度 事業\n\n■一般会計\n予算額:44億80万円\n収入済額:19億円(執行率44.4%)\n",
                "2023|budget|予算額|4400800000|\n2023|settlement|収入済額|1900000000|\n"},
           Case{"what made the sum grow or shrink",
                "令和5年度 決算の成果\n\n主な要因は、次のとおりである。\n○橋りょう維持工事費 "
                "16,811千円増\n○庁舎改修工事費 5千円減\n",
                "2023|other|橋りょう維持工事費|16811000|増\n2023|other|庁舎改修工事費|5000|減\n"},
           Case{"both sides in rows", "令和5年度 決算\n\n収益的収支\n収入\t5億735万円\n支出\t4億円\n",
                "2023|settlement|収入|507350000|\n2023|settlement|支出|400000000|\n"},
           Case{"numbers right before the names of accounts",
                "令和5年度 決算状況\n\n歳出の状況\n区分 "
                "科目\t令和5年度\t令和4年度\n\t決算額(a)\t決算額(b)\n1人件費\t6億5721万円\t2億円\n"
                "4普通建設事業\t2億8201万円\t1億円\n",
                "2023|settlement|1人件費|657210000|\n2022|settlement|1人件費|200000000|\n"
                "2023|settlement|4普通建設事業|282010000|\n2022|settlement|4普通建設事業|100000000|\n"},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
}

TEST(UnknownReports, RowsOfSheetsOfCosts) {
  for (const Case& c : {
           Case{"signs behind the unit, rows that count",
                "x\n\n事業コスト\t23年度決算額\t平成24年度予算額\n事業費計(千円)①\t1,250\t1,400\n人件費計(千円)②\t2,"
                "100\t2,100\n"
                "職員所要時間\t520\t520\n総事業費①+②\t3,350\t3,500\n",
                "2011|settlement|事業費計(千円)①|1250000|\n2012|budget|事業費計(千円)①|1400000|\n"
                "2011|settlement|人件費計(千円)②|2100000|\n2012|budget|人件費計(千円)②|2100000|\n"
                "2011|settlement|総事業費①+②|3350000|\n2012|budget|総事業費①+②|3500000|\n"},
           Case{"what it is for, before the sum",
                "x\n(単位:円)\n科目\t細目\t摘要\t金額\n設営費\t設営費\tステージ看板\t60,500\n",
                "|other|設営費|60500|ステージ看板\n"},
           Case{"accounts by who spends them, no unit",
                "令和5年度 学園祭 予算案\n\n1-1. "
                "収入の部\n科目\t全体\t総務局\n繰入金\t1,938,000\t-\n分担金\t5,490,000\t2,400\n",
                "2023|income|繰入金||全体\n2023|income|分担金||全体\n2023|income|分担金||総務局\n"},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
  const auto document = testing::ingest_bytes(
      "平成26年度事業報告書\n\n定款の事業名\t事業内容\t実施日時\t実施場所\t従事者の人数\t受益対象者の範囲及び人数\t支出"
      "額(千円)\n"
      "魚類の調査\t船の派遣\t平成26年11月\t大津市内\t8人\t湖北地域100人\t1,200\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::activity, col::schedules::content}),
            "魚類の調査|船の派遣\n");
}

}  // namespace
}  // namespace torikomi

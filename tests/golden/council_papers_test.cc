// Papers of councils and sheets of evaluations as many bodies print them: which rows a reader sees.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;
using testing::kpi_values_of;

std::string amounts(std::string_view input) {
  using namespace col::amounts;
  return testing::rows_of(input, TableId::amounts, {fiscal_year, kind, item, value_yen});
}

std::string events(std::string_view input) {
  using namespace col::schedules;
  return testing::rows_of(input, TableId::schedules, {edtf, start_time, end_time, activity, place, content});
}

std::string people(std::string_view input) {
  using namespace col::participants;
  return testing::rows_of(input, TableId::participants, {col::participants::name, kind});
}

TEST(CouncilPapers, GiveTheirEvents) {
  for (const Case& c : {
           Case{"when the meeting began and ended, below its day",
                "会 議 録\n\n会議の名称\t第1回白川市総合計画審議会\n開催日時\t令和5年8月25日(金)<br>開会:14時30分 "
                "閉会:15時55分\n開催場所\t第4会議室\n",
                "2023-08-25|14:30|15:55|第1回白川市総合計画審議会|第4会議室|\n"},
           Case{"the time before its word",
                "会 議 録\n\n会議の名称\t第2回環境審議会\n開催日時\t令和5年8月25日(金)<br>午前10時00分 開会 "
                "午前11時30分 "
                "閉会\n",
                "2023-08-25|10:00|11:30|第2回環境審議会||\n"},
           Case{"what is said of an event stands below it, in columns of blanks",
                "総合計画の策定経過\n\n 月日         内容\n 令和5年10月1日  町民アンケート調査\n                 "
                "◆回答者~3,052名\n 令和5年11月3日  講演会\n                 ◆参加者~59名\n",
                "2023-10-01|||町民アンケート調査||◆回答者~3,052名\n2023-11-03|||講演会||◆参加者~59名\n"},
           Case{"when it began and ended has labels of its own, 1 開会 is none",
                "白川市教育委員会会議録\n第20回定例会\n○開会日 令和5年6月28日(水)\n○場 所 委員会室\n○開 会 午前 "
                "10時00分\n"
                "○閉 会 午前 10時39分\n○議事日程\n1 開会\n2 報告\n",
                "2023-06-28|10:00|10:39|第20回定例会|委員会室|\n"},
           Case{"labels in brackets above their words",
                "第9回教育委員会議事録\n概要\n<開会>\n令和5年9月12日\n14時30分\n\n<会議場所>\n教育委員室\n\n",
                "2023-09-12|14:30||第9回教育委員会議事録|教育委員室|\n"},
           Case{"numbers of the labels in cells of their own",
                "教育委員会会議録\n白川市教育委員会\n\n1\t開会の日時\t令和5年3月23日(木) 午後2時00分\n2\t閉会の日時\t"
                "令和5年3月23日(木) 午後4時30分\n3\t招集の場所\t会議室1\n",
                "2023-03-23|14:00|16:30|白川市教育委員会|会議室1|\n"},
           Case{"what is announced stands above the sentence that says so",
                "令和5年度 "
                "国民健康保険運営協議会\n開催案内\n運営協議会を開催します。\n■日時:令和6年3月28日(木曜日)10時30分から\n"
                "■場所:文化会館 集会室B\n",
                "2024-03-28|10:30||令和5年度 国民健康保険運営協議会|文化会館 集会室B|\n"},
           Case{"where they met, below a day without a label",
                "総合計画特別委員会会議録\n令和5年6月23日(金曜日)午前10時3分開議\n議事堂第3委員会室\n〇協議事項\n",
                "2023-06-23|10:03||総合計画特別委員会会議録|議事堂第3委員会室|\n"},
           Case{"a label without a mark before a day",
                "第1回地域公共交通協議会\n日時 令和5年3月24日(金) 午後2時~\n場所 町役場 大会議室\n1 開 会\n2 挨拶\n",
                "2023-03-24|14:00||第1回地域公共交通協議会|町役場 大会議室|\n"},
       })
    EXPECT_EQ(events(c.input), c.expected) << c.name;
}

TEST(CouncilPapers, NameThoseWhoCame) {
  for (const Case& c : {
           Case{"a legend of marks names nobody",
                "審議結果\n\n審議会等名称\t環境審議会\n開催日時\t令和5年8月25日(金)"
                "\n出席者\t大林一郎、牛田久仁彦、木原麻紀、池田美香、金田忠一〔計5名〕<br>"
                "(○副部会長)\n",
                "大林一郎|person\n牛田久仁彦|person\n木原麻紀|person\n池田美香|person\n金田忠一|person\n"},
           Case{"what a body is called begins with a bracket",
                "第8回専門調査会 議事録\n日時: 令和5年12月22日(月)\n\n【出席者】\n\n 会長   山上 昌弘   中央大学教授\n "
                "委員   "
                "石田 不二代   経済会議代表\n        井山 久美枝   連合会参与\n        大島 麻子     "
                "(特活)青空の会理事\n",
                "山上 昌弘|person\n石田 不二代|person\n井山 久美枝|person\n大島 麻子|person\n"},
           Case{"who came and who did not, one a line",
                "教育委員会議事録\n日時:令和5年9月12日\n\n<委員出欠>\n花山弘正(出席)\n佐藤進(欠席)\n森川修次(出席)\n",
                "花山弘正|person\n森川修次|person\n"},
           Case{"a name behind a title and a colon, whatever it ends with",
                "常任委員会\n\n1.開催日時\n\n令和5年3月3日(金)10時開始\n\n3.出席委員\n\n委員長:星山健市、副委員長:"
                "安田哲郎\n"
                "委員:中里和雄、委員:おのみちよ\n",
                "星山健市|person\n安田哲郎|person\n中里和雄|person\nおのみちよ|person\n"},
           Case{"a town behind such a title",
                "合併協議会会議録\n日時:令和5年3月3日\n出席委員:会長:会津若松市、委員:喜多方市、委員:星山健市\n",
                "会津若松市|city\n喜多方市|city\n星山健市|person\n"},
           Case{"posts and names in a table of bars below the label",
                "教育委員会会議録\n第20回定例会\n○開会日 令和5年6月28日(水)\n○出席委員\n\n| 委員長 | 大 森 はるか "
                "|\n|---|---|\n"
                "| 委員 | 小 松 福次郎 |\n| 教育長 | 田 代 節 子 |\n",
                "大森はるか|person\n小松福次郎|person\n田代節子|person\n"},
           Case{"members of an assembly in two columns, whose day has no label",
                "令和5年第2回定例会\n\n1.出席議員次のとおり\n\n 1番   坂 井 康 夫    17番   大 川 一 夫\n"
                " 2番   河 村 光 男    18番   辰 野   昇\n 4番   岡 田 謙一郎   20番   上 原 義 夫\n",
                "坂井康夫|person\n大川一夫|person\n河村光男|person\n辰野昇|person\n岡田謙一郎|person\n上原義夫|"
                "person\n"},
           Case{
               "a count behind the label, behind other items",
               "特別委員会会議録\n令和5年6月23日(金曜日)午前10時3分開議\n第3委員会室\n〇協議事項\n1.議第51号 基本構想\n"
               "〇出席委員(3名)\n\n<table><tr><td>委員長</td><td>古 川 信 夫 君</td></tr><tr><td>委員</td><td>吉 村   "
               "徹 "
               "君</td></tr><tr><td>委員</td><td>小田島 みつえ 君</td></tr></table>\n",
               "古川信夫|person\n吉村徹|person\n小田島 みつえ|person\n"},
           Case{"what they are stands behind their names",
                "専門調査会\n・日時: 令和5年10月25日(水) 17:00~19:00\n・場所: 会議室\n\n・出席者\n会長\n羽田 佐和子 "
                "女子大学学長\n委員\n石山 哲夫 大学名誉教授\n勝田 和代 経済評論家・公認会計士\n",
                "羽田 佐和子|person\n石山 哲夫|person\n勝田 和代|person\n"},
           Case{"a cell of several lines and the lines below it, in columns of blanks",
                "教育委員会会議録\n\n 1   開会の日時         令和5年3月23日(木) 午後2時\n 3   招集の場所         "
                "会議室1\n"
                " 4   出席委員の氏名     倉橋 徳彦\n                        塩田 佳子\n                        大月 "
                "豊美\n"
                "                        荒木 徳尚\n\n5 列席したもの\n\n 教育部長   池田 聡\n 参事       中川 清人\n",
                "倉橋 徳彦|person\n塩田 佳子|person\n大月 豊美|person\n荒木 徳尚|person\n"},
           Case{"who came stands below the agenda",
                "第2回審議会議事録\n日 時:令和5年11月14日(金)午後7時\n場 所:会館\n\n1 開会\n2 審議\n(1)構成案\n3 "
                "閉会\n\n"
                "出席者\n白井会長 宮城副会長 奥津委員 戸辺委員\n杉山委員 照井委員\n\n(発言要旨)\n",
                "白井|person\n宮城|person\n奥津|person\n戸辺|person\n杉山|person\n照井|person\n"},
           Case{"a list of short words is not cut at the end of a line, in columns of blanks",
                "第3回子育て会議 概要\n\n 日 時      令和5年2月2日(木)13時30分\n 場 所      福祉センター 会議室\n"
                " 出席者     西山委員 橋本委員 中戸川委員\n            友田委員 川野委員\n",
                "西山|person\n橋本|person\n中戸川|person\n友田|person\n川野|person\n"},
       })
    EXPECT_EQ(people(c.input), c.expected) << c.name;
}

TEST(EvaluationSheets, GiveTheirSums) {
  for (const Case& c : {
           Case{"words in three columns before a head that has none above them, in columns of blanks",
                "x\n\n                                  単位   R4予算   R4決算   R5予算\n"
                " コスト   投入人員     正職員数     人                1.0\n"
                "                       嘱託員数     人                4.0\n"
                "          人件費       直接人件費   千円               906\n"
                "          直接事業費                千円      730      585      409\n"
                " 財源     使用料                    千円       16       22       90\n"
                "          一般財源(=総額-特定財源)  千円      354      336      959\n",
                "2022|settlement|直接人件費|906000\n2022|budget|直接事業費|730000\n2022|settlement|直接事業費|585000\n"
                "2023|budget|直接事業費|409000\n2022|budget|使用料|16000\n2022|settlement|使用料|22000\n"
                "2023|budget|使用料|90000\n2022|other|一般財源(=総額-特定財源)|354000\n"
                "2022|other|一般財源(=総額-特定財源)|336000\n2023|other|一般財源(=総額-特定財源)|959000\n"},
           Case{"staff is no money, what comes from the state and prefecture is earmarked",
                "x\n\n事業費(千円)\n\n区分\t令和3年度決算\t令和4年度予算\n国・府支出金\t4\t5\n一般財源\t6\t7\n"
                "投入人員\t0.01\t0.02\n",
                "2021|earmarked|国・府支出金|4000\n2022|earmarked|国・府支出金|5000\n2021|other|一般財源|6000\n"
                "2022|other|一般財源|7000\n"},
           Case{
               "sums of the year that is evaluated",
               "令和6年度事務事業評価結果表(令和5年度事後評価)\n\n投入指標\n\n\t計画額\t決算額\n事業費\t9千円\t7千円\n",
               "2023|budget|事業費|9000\n2023|settlement|事業費|7000\n"},
       })
    EXPECT_EQ(amounts(c.input), c.expected) << c.name;
}

TEST(EvaluationSheets, GiveTheirIndicators) {
  for (const Case& c : {
           Case{
               "how a goal was set is no value",
               "x\n\n指標区分\t指標名\t現況\t5年後の目標\t5年後の目標と設定の考え方\n活動\t改良延長\t-\t270m\t期間内\n",
               "target|270|m|\n"},
           Case{"a part of the table has a title, in columns of blanks",
                "成果目標の動向\n\n 項目           目標値(期限)   計画策定時の数値   最新値\n 第1分野 働き方\n"
                " 休暇の取得率            13%              3.1%      12.4%\n"
                "                (令和7年)      (令和2年)          (令和4年)\n",
                "target|13|%|2025\nbaseline|3.1|%|2020\ncurrent|12.4|%|2022\n"},
           Case{"the first indicator has no target, what a value is stands below 年度",
                "x\n\n区分\t指標名称\t単位\t計算式\t年度\tR4\tR5\n対象\t職員数\t人\t全職員\t目標\t\t\n\t\t\t\t実績\t395"
                "\t398\n"
                "活動\t利用者数\t人\t延べ\t目標\t150\t160\n\t\t\t\t実績\t148\t152\n",
                "actual|395|人|2022-04/2023-03\nactual|398|人|2023-04/2024-03\ntarget|150|人|2022-04/2023-03\n"
                "target|160|人|2023-04/2024-03\nactual|148|人|2022-04/2023-03\nactual|152|人|2023-04/2024-03\n"},
           Case{
               "the year of each value in a column beside it",
               "x\n\n指標名\t計画策定時のデータ\t\t最新のデータ\t\t目標\t\n\t年度\tデータ\t年度\tデータ\t年度\tデータ\n"
               "登録台数(台)\t2018\t3,105\t2020\t3,872\t2030\t20,000\n参加者数(人)\t2019\t1,254\t2020\t488\t2030\t1,"
               "500\n",
               "baseline|3105|台|2018-04/2019-03\ncurrent|3872|台|2020-04/2021-03\ntarget|20000|台|2030-04/2031-03\n"
               "baseline|1254|人|2019-04/2020-03\ncurrent|488|人|2020-04/2021-03\ntarget|1500|人|2030-04/2031-03\n"},
           Case{"years flush left over what was planned and what came, in columns of blanks",
                "x\n\n       指標名     単位    令和4年度       令和5年度\n                        計画       実績    "
                "計画       実績\n"
                " 活動  点検箇所   か所     103        102     101        101\n 成果  修繕箇所   か所       9         "
                "14      14         18\n",
                "target|103|か所|2022-04/2023-03\nactual|102|か所|2022-04/2023-03\ntarget|101|か所|2023-04/2024-03\n"
                "actual|101|か所|2023-04/2024-03\ntarget|9|か所|2022-04/2023-03\nactual|14|か所|2022-04/2023-03\n"
                "target|14|か所|2023-04/2024-03\nactual|18|か所|2023-04/2024-03\n"},
       })
    EXPECT_EQ(kpi_values_of(c.input), c.expected) << c.name;
}

}  // namespace
}  // namespace torikomi

// Pages of plans and of their yearly reports as many bodies print them.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;
using testing::kpi_values_of;

TEST(PlanPages, TellWhatWasDoneWhen) {
  using namespace col::schedules;
  for (const Case& c : {
           Case{"the year in a column of its own, lists in the last cell over several lines",
                "計画策定の経過\n\n年\t月日\t会議等\t内容\n令和4年\t5月20日\t第1回検討委員会\t・策定方針について\n"
                "\t7月15日\t第1回審議会\t・委嘱状の交付\n・諮問\n・策定方針について\n"
                "\t11月2日\t第2回審議会\t・素案について\n令和5年\t2月20日\t第3回審議会\t・案について\n\t3月1日\t答申\n",
                "2022-05-20|検討委員会|・策定方針について\n"
                "2022-07-15|審議会|・委嘱状の交付\n・諮問\n・策定方針について\n2022-11-02|審議会|・素案について\n"
                "2023-02-20|審議会|・案について\n2023-03-01|答申|\n"},
           Case{"a cell over blank lines between bars",
                "| 年月日 | 会議名 | 内容 |\n|---|---|---|\n| 令和4年5月20日 | 検討会 | ・委員の委嘱\n\n・策定方針 |\n"
                "| 令和4年7月15日 | 答申 | ・骨子案 |\n",
                "2022-05-20|検討会|・委員の委嘱\n・策定方針\n2022-07-15|答申|・骨子案\n"},
           Case{"the end of the agenda is no title", "1. 開会\n2. 議事\n3. 閉会\n\n日時 令和5年8月3日(木)\n",
                "2023-08-03||\n"},
       })
    EXPECT_EQ(testing::rows_of(c.input, TableId::schedules, {edtf, activity, content}), c.expected) << c.name;
}

TEST(PlanPages, TellWhatWasSpent) {
  using namespace col::amounts;
  for (const Case& c : {
           Case{"the year stands in the heading of the accounts, above the title of their sides",
                "令和5年度第1回 交通会議 次第\n\n令和4年度 収支決算書\n【収入の部】 "
                "(単位:円)\n科目\t決算額\n負担金\t2,500\n\n"
                "【支出の部】\n科目\t決算額\n会議費\t1,435\n",
                "2022|負担金|2500\n2022|会議費|1435\n"},
           Case{"a list of projects in a sheet is no project",
                "事務事業評価表\n\n主管課\t高齢福祉課\n\n事務事業名\tR3決算額(千円)\tR4決算額(千円)\t評価\n"
                "介護予防事業\t8,120\t9,044\tB\n",
                "2021|介護予防事業|8120000\n2022|介護予防事業|9044000\n"},
           Case{"sums of several years behind one label",
                "取組名:買い物支援バス\n担当課:福祉課\n事業費:令和3年度 3,120千円、令和4年度 3,345千円\n",
                "2021|事業費|3120000\n2022|事業費|3345000\n"},
       })
    EXPECT_EQ(testing::rows_of(c.input, TableId::amounts, {fiscal_year, item, value_yen}), c.expected) << c.name;
}

TEST(PlanPages, HoldValuesOfTheMiddle) {
  EXPECT_EQ(kpi_values_of("指標名\t単位\t現状値(R4)\t中間値(R7)\t目標値(R10)\n貸出冊数\t冊\t88,210\t92,000\t96,000\n"),
            "baseline|88210|冊|2022\nmilestone|92000|冊|2025\ntarget|96000|冊|2028\n");
  EXPECT_EQ(kpi_values_of("指標名\t単位\t策定時(R4)\t中間値(R7)\t目標値(R10)\n貸出冊数\t冊\t88,210\t92,000\t96,000\n"),
            "baseline|88210|冊|2022\ncurrent|92000|冊|2025\ntarget|96000|冊|2028\n");
}

TEST(PlanPages, HoldIndicatorsInAListItem) {
  EXPECT_EQ(kpi_values_of("数値目標\n\n- 指標:宿泊者数 現状値:15,200人(令和4年度) 目標値:20,000人(令和9年度)\n"),
            "baseline|15200|人|2022-04/2023-03\ntarget|20000|人|2027-04/2028-03\n");
}

TEST(PlanPages, HoldIndicatorsOneCellALine) {
  const std::string page =
      "施策コード |\n成果指標 |\n区分 |\n平成12年 |\n平成13年実績 |\n5ヵ年目標 |\n21104 |\n講座修了者数 |\n当初 "
      "|\nなし |\n"
      "1,012人 |\n1,500人 |\n21302 |\n図書館入館者数 |\n当初 |\n98,310人 |\n99,640人 |\n100,000人 |\n";
  EXPECT_EQ(kpi_values_of(page),
            "actual|||2000\nactual|1012|人|2001\ntarget|1500|人|\n"
            "actual|98310|人|2000\nactual|99640|人|2001\ntarget|100000|人|\n");
}

}  // namespace
}  // namespace torikomi

// Forms of minutes, day lists and plans as they are printed, in reports of no known family.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::rows;

struct Case {
  std::string_view name;
  std::string input;
  std::string_view expected;
};

TEST(PrintedForms, ReadThoseWhoCameOneALine) {
  const auto document = testing::ingest_bytes(
      "運営委員会速記録\n\n 出席委員 十九名\n委員長野口 信雄君\n理事花岡ともかず君\n大谷由美子君\n秋山 一郎君\n\n "
      "欠席委員 一名\n"
      "議長川野 忠男君\n\n本日の会議に付した事件\n理事の互選\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name, col::participants::role}),
            "野口 信雄|attendee\n花岡ともかず|attendee\n大谷由美子|attendee\n秋山 一郎|attendee\n");
}

TEST(PrintedForms, ReadMinutesWhoseLabelsStandAboveTheirWords) {
  const auto document = testing::ingest_bytes(
      "令和4年度第1回緑町市民協働審議会会議録\n\n1 日時\n令和4年4月27日(水曜日) 午後7時~8時50分\n\n2 場所\n緑町役場 "
      "大会議室\n\n3 出席者\n"
      "委員:奥田隆二、西川知子、麻川百、\n小森未来(4名)\n事務局:政策室長 富川健、池田尚子\n傍聴者:1名\n\n4 "
      "欠席者\nなし\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules,
                 {col::schedules::edtf, col::schedules::start_time, col::schedules::place, col::schedules::headcount}),
            "2022-04-27|19:00|緑町役場 大会議室|4\n");
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}),
            "奥田隆二\n西川知子\n麻川百\n小森未来\n");
}

TEST(PrintedForms, ListsOfThoseWhoCameHaveLabelsInside) {
  const auto document = testing::ingest_bytes(
      "会議録\n会議の名称\t第1回白川市総合計画審議会\n開催日時\t平成29年8月25日(金)\n出席者及び欠席者\t"
      "出席者:釜田公二(会長)、入田洋美、手塚正(順不同)<br>欠席者:岡田常雄<br>事務局:総務部長、職員3名<br>傍聴人:"
      "1名\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name, col::participants::kind}),
            "釜田公二|person\n入田洋美|person\n手塚正|person\n総務部長|department\n");
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::headcount}), "\n");
}

TEST(PrintedForms, ReadMembersInRowsWithoutAHead) {
  const std::vector<Case> cases = {
      {"post, name and body", "【出席者】\n会長\t山田 昌子\t白川大学教授\n\t石川 富二\t白川経済フォーラム\n",
       "山田 昌子\n石川 富二\n"},
      {"members of an assembly", "出席委員 三名\n委員長\t野山　有二君\n理事\t相田　　宏君\n\t花田ともみ君\n",
       "野山 有二\n相田 宏\n花田ともみ\n"},
      {"two in a row, printed wide",
       "協議会出席者\n副会長\t石 川 直 之\t田 島 千代松\n委員\t(白川町)\n\t稲 川　　修\t境 川 ケイ子\n",
       "石川直之\n田島千代松\n稲川修\n境川ケイ子\n"},
      {"who did not come", "欠席委員 二名\n議長\t川田 忠二君\n", ""},
      {"offices and words", "出席者\n総務 課長\t補佐\n区分\t人数\n", ""},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes(std::string("x\n\n") + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), c.expected) << c.name;
  }
}

TEST(PrintedForms, ReadDaysThatTheRowsAboveTell) {
  const std::vector<Case> cases = {
      {"days without their month",
       "令和7年11月定例会日程\n\n11月13日(木曜日)\t議会運営委員会\n14日(金曜日)\t休会\n12月1日(月曜日)\t一般質問\n",
       "2025-11-13|\n2025-11-14|\n2025-12-01|\n"},
      {"a time of its own",
       "令和5年12月定例会日程\n\n日付\t時間\t会議\n11月24日(金曜日)"
       "\t10時00分\t議会運営委員会\n\t11時00分\t議員協議会\n",
       "2023-11-24|10:00\n2023-11-24|11:00\n"},
      {"no day, no time: nothing is told", "令和5年度の日程\n\n日付\t会議\n6月1日\t総会\n\t役員会\n", "2023-06-01|\n"},
      {"a weekday that does not fit leaves the row",
       "令和7年11月定例会日程\n\n11月13日(木曜日)\t本会議\n14日(月曜日)\t休会\n", "2025-11-13|\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes(c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf, col::schedules::start_time}),
              c.expected)
        << c.name;
  }
}

TEST(PrintedForms, ReadIndicatorsWithWordsOfPlans) {
  const std::vector<Case> cases = {
      {"the newest beside the first value",
       "項目\t目標値(期限)\t計画策定時の数値\t最新値\n女性委員の割合\t35%以上<br>(毎年度)\t17.8%<br>(2017年)\t19.0%<"
       "br>"
       "(2019年)\n",
       "35%以上<br>(毎年度)|35|\n17.8%|17.8|2017\n19.0%|19|2019\n"},
      {"an era that is printed once", "指標\t現状\t目標\n耐震化率\t93.4%(平成27年度)\t100%(32年度)\n",
       "93.4%|93.4|2015-04/2016-03\n100%|100|2020-04/2021-03\n"},
      {"a goal of some years", "成果指標\t平成13年実績\t5ヵ年目標\n講座修了者数\t1,007人\t1,400人\n",
       "1,007人|1007|2001\n1,400人|1400|\n"},
      {"an arrow in a line", "基本目標\n①婚姻率:5.5‰(平成25年)→5.9‰(平成31年)\n", "5.5‰|5.5|2013\n5.9‰|5.9|2019\n"},
      {"an arrow between words", "名称:旧館→新館\n", ""},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes(std::string("x\n\n") + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::kpi_values,
                   {col::kpi_values::raw, col::kpi_values::value, col::kpi_values::as_of_edtf}),
              c.expected)
        << c.name;
  }
}

TEST(PrintedForms, YearsStandAloneAboveTheirDays) {
  const std::vector<Case> cases = {
      {"lines below a year",
       "策定経過\n\n2016年(平成28年)\n2月~3月 トークの開催\n10月 ワークショップ\n\n2017年(平成29年)\n9月~翌11月 "
       "委員会の開催\n",
       "2016-02/2016-03\n2016-10\n2017-09/2018-11\n"},
      {"rows below a fiscal year",
       "策定の記録\n\n「平成20年度」\t\n平成21年2月20日\t冊子の作成\n「平成21年度」\t\n7月5日\tインタビュー\n",
       "2009-02-20\n2009-07-05\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes(c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::edtf}), c.expected) << c.name;
  }
}

TEST(PrintedForms, MembersStandInTwoColumnsOrBesideTheirSeats) {
  const std::vector<Case> cases = {
      {"seats", "議番\t氏 名\t出欠\n1\t西川 政二\t\n16\t吉川 知之\t欠\n", "西川 政二\n吉川 知之\n"},
      {"two columns, and who did not come",
       "出席委員\t番号\t氏名\t番号\t氏名\n\t1番\t北川 寿\t8番\t内山 章\n欠席した委員\t11番\t上野 加子\t\t\n",
       "北川 寿\n内山 章\n"},
      {"a letter that wide printing cuts off", "出席委員\n1番委員\t吉\t川 美加子\t2番委員\t野 田 達 夫\n",
       "吉川美加子\n野田達夫\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes("x\n\n" + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), c.expected) << c.name;
  }
}

TEST(PrintedForms, ReadIndicatorsOfYearsAndGoals) {
  const std::vector<Case> cases = {
      {"a year beside the label and another in the bracket",
       "指標\t現況 2002年(平成14年度末)\t中間年度の目標 2014年(平成25年度末)\nごみ排出量\t174.3kg\t170.0kg\n",
       "baseline|174.3|2002\nmilestone|170|2014\n"},
      {"a row for each year of the target",
       "指標\t目標年度\t目標値\t実績値\n応募者数\t最終目標\t7,000件\t\n\tH28年度\t4,810件\t5,166件\n",
       "target|7000|\ntarget|4810|2016-04/2017-03\nactual|5166|2016-04/2017-03\n"},
      {"below its name", "数値目標① 婚姻率\n平成25年(基準値)\t平成27年\t平成31年(目標値)\n5.5‰\t5.4‰\t5.9‰\n",
       "baseline|5.5|2013\nactual|5.4|2015\ntarget|5.9|2019\n"},
      {"a goal that one strives for",
       "項目\t策定時(H18)\t現況(H23)\t努力目標(H32)\n消費量\t77.4(H16)\t63.7\t61.9<br>(20%減)\n",
       "baseline|77.4|2004\ncurrent|63.7|2011\ntarget|61.9|2020\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes("x\n\n" + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::kpi_values,
                   {col::kpi_values::role, col::kpi_values::value, col::kpi_values::as_of_edtf}),
              c.expected)
        << c.name;
  }
}

TEST(PrintedForms, CountsAreNoSumsOfMoney) {
  const std::vector<Case> cases = {
      {"opinions", "区分\t現状維持\tその他\t合計\n一次\t118\t42\t193\n", ""},
      {"a sign behind a cost", "区分\t28年度決算額\n人件費(a)\t108千円\n", "人件費(a)|108000\n"},
      {"the unit in heavy brackets", "区分\t平成25年度\t平成26年度\n当初予算額【単位:円】\t5,923,000\t5,750,000\n",
       "当初予算額【単位:円】|5923000\n当初予算額【単位:円】|5750000\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes("x\n\n" + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::amounts, {col::amounts::item, col::amounts::value_yen}), c.expected)
        << c.name;
  }
}

TEST(PrintedForms, ListsOfThoseWhoCameStandBelowTheirOffices) {
  const std::vector<Case> cases = {
      {"groups in brackets behind blank lines",
       "日時\n令和元年7月10日(水) "
       "午前10時\n\n出席者\n【会長】\n白川大学教授　　大河　修\n\n【委員】\n・商工会議所事務局長 鈴木 "
       "雪子\n・緑町私立幼稚園協議会 伊東 聡\n\n【傍聴人】\n0名\n\n議題\n",
       "大河 修\n鈴木 雪子\n伊東 聡\n"},
      {"family names with their title", "日時:平成31年3月28日\n出席委員:山口会長、藤井副会長、柿田委員、こども課長\n",
       "山口\n藤井\n柿田\n"},
      {"posts before whole names, labels in lines of their own",
       "日時\n平成25年10月31日(木)午後7時\n会場\n市役所4階\n出席者\n会長 松田多美、副会長 関口博司、委員 "
       "西川雅夫、池上文枝\n欠席者\nなし\n",
       "松田多美\n関口博司\n西川雅夫\n池上文枝\n"},
      {"bodies without posts", "日時:令和5年4月1日\n出席者:白川信用金庫、白川銀行、緑町電力\n", "白川銀行\n"},
      {"members of bodies in a list", "委員名簿(敬称略)\n【緑町】\t奥山成美\n【白川市】\t黒木直子、村山静江\n",
       "奥山成美\n黒木直子\n村山静江\n"},
      {"a list with words that name nobody", "委員名簿\n【緑町】\t公募市民、学識経験者\n", ""},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes("第1回協議会 会議録\n\n" + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), c.expected) << c.name;
  }
}

TEST(PrintedForms, HowOftenIsNotWhichOne) {
  const auto document =
      testing::ingest_bytes("令和5年度 講座\n\n講座\t実施日\t回数\n料理\t5月23日\t3回\n将棋\t6月1日\t第3回\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::schedules, {col::schedules::activity, col::schedules::ordinal}),
            "料理|\n将棋|3\n");
}

TEST(PrintedForms, NamesStandBehindSeatsAndMarks) {
  const std::vector<Case> cases = {
      {"marks and one title for all",
       "1.日 時 平成22年12月13日(月)\n1.出席委員 ◎山岸昌代 ○肥田茂明 佐野真一\n駒田高志 田村富雄各委員\n",
       "山岸昌代\n肥田茂明\n佐野真一\n駒田高志\n田村富雄\n"},
      {"seats in two columns",
       "応招議員(4名)\n1番 井 口 杏 子 議員\t2番 梶   謙 二 議員\n3番 瀬戸川 幸 枝 議員\t4番 星 川 信 二 議員\n",
       "井口杏子\n梶謙二\n瀬戸川幸枝\n星川信二\n"},
      {"no day, whose label is lost", "1 出席議員 2名\n1番 鈴木 元二\t2番 相田  力\n", "鈴木 元二\n相田 力\n"},
      {"in a line, family names", "出席者 白田会長 宮田副会長 奥村委員\n", "白田\n宮田\n奥村\n"},
      {"in a line, whole names", "出席委員 谷田部進委員長,大和野実副委員長,櫻田誠委員\n",
       "谷田部進\n大和野実\n櫻田誠\n"},
      {"letters printed wide, one name a cell",
       "1.日時\t平成30年1月25日(木)\n2.出席委員\t3名\n\t◎志　田　誠　司\t福　原　　　稔\n\t宇田野　　　恵\n",
       "志田誠司\n福原稔\n宇田野 恵\n"},
      {"short names between whole ones",
       "日時:平成25年10月29日\n出席委員:◎道川文雄 〇町村幸介<br>大森 勉 斉田哲也<br>井川 誠 長田 実 新田金次\n",
       "道川文雄\n町村幸介\n大森 勉\n斉田哲也\n井川 誠\n長田 実\n新田金次\n"},
      {"bullets and brackets",
       "■日時:平成24年1月30日(月)\n\n【委員出席者】\n・依川 浩二\t(白川大学教授)\n・佐々木 "
       "実\t(白川市議会議員)\n【委員欠席者】\n・鶴田 正二\t(白川土整備事務所長)\n",
       "依川 浩二\n佐々木 実\n"},
      {"kinds of members", "日時:令和5年4月1日\n出席委員:農業委員、推進委員、副会長、清水委員\n", "清水\n"},
      {"whether the public may come",
       "日時:平成21年7月15日\n出席者名:(委員)吉川雅二、小川清次\n公開又は非公開の別:公開 ・ 一部非公開 ・ 非公開\n",
       "吉川雅二\n小川清次\n"},
      {"two names a line, and officers",
       "日時:平成27年6月9日\n出席委員:部会長 坂田 和夫\n委員 相田 好男 浅井 直之\n大久根 典子 崎山 優子\n"
       "(環境省)\n",
       "坂田 和夫\n相田 好男\n浅井 直之\n大久根 典子\n崎山 優子\n"},
      {"names and nothing else",
       "日時:平成27年6月9日\n出席者:牛田久仁夫、○大久根一男、内山裕之、関ふ美子〔計4名〕(◎部会長、○副部会長)\n",
       "牛田久仁夫\n大久根一男\n内山裕之\n関ふ美子\n"},
      {"groups", "日時:平成27年6月9日\n出席者:宿泊業、飲食業、製造業、建設業\n", ""},
      {"a heading that ends the list", "出席委員 一名\n委員長\t野山 有二君\n欠席委員 一名\n議長\t川田 忠二君\n",
       "野山 有二\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes("第1回委員会 会議録\n\n" + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::participants, {col::participants::name}), c.expected) << c.name;
  }
}

TEST(PrintedForms, RowsSayWhatTheirValuesAre) {
  const std::vector<Case> cases = {
      {"services",
       "サービスの種類\t区分\tH27年度\tH28年度\n生活介護\t見込み量(人)\t2,773\t2,901\n\t実績値(人)\t2,735\t\n",
       "target|2773|人|2015-04/2016-03\ntarget|2901|人|2016-04/2017-03\nactual|2735|人|2015-04/2016-03\n"},
      {"references to notes", "成果目標\t当初値※1\t目標値※2\t結果※3\n利用時間数\t494万時間\t720万時間\t611万時間\n",
       "baseline|4940000|時間|\ntarget|7200000|時間|\nactual|6110000|時間|\n"},
      {"the aim in words and in numbers",
       "目標\t具体的な目標値\t現状値\t目標値\n朝食を欠食する国民を減らす\t④欠食する子供の割合\t4.4％\t0％\n",
       "baseline|4.4|%|\ntarget|0|%|\n"},
      {"whom a value counts",
       "項目\t現状値\t目標値\n標準値の人の割合\t男性 72.8％\t80％\n\t女性:73.1％\t82％\n"
       "朝食を食べている割合\t小学校 99.3％、中学校 96.4％\t100％\n",
       "baseline|72.8|%|\ntarget|80|%|\nbaseline|73.1|%|\ntarget|82|%|\nbaseline|||\ntarget|100|%|\n"},
      {"classes of schools, and a year with its era in brackets",
       "指標\t現状値\t目標値<br>(2019(H31)年)\n計画の作成\t小 84.1％\t100％\n\t中 93.5％\t100％\n",
       "baseline|84.1|%|\ntarget|100|%|2019\nbaseline|93.5|%|\ntarget|100|%|2019\n"},
      {"a month of the target", "指標\t指標値\t単位\t目標年月\t実績値\n利用件数\t2\t件\tH28.3\t5\n",
       "target|2|件|2016-03\nactual|5|件|\n"},
      {"classes that are no kinds", "項目\t区分\tH27年度\tH28年度\n人口\t男\t2,773\t2,901\n\t女\t2,735\t2,800\n", ""},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes("x\n\n" + c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::kpi_values,
                   {col::kpi_values::role, col::kpi_values::value, col::kpi_values::unit, col::kpi_values::as_of_edtf}),
              c.expected)
        << c.name;
  }
}

TEST(PrintedForms, ReadDaysOfAnAssembly) {
  const std::vector<Case> cases = {
      {"items with a comma",
       "令和7年第4回定例会の日程\n\n- 12月2日（火曜日）、本会議（開会日）\n- 12月5日（金曜日）、委員会\n",
       "2025-12-02||本会議(開会日)|\n2025-12-05||委員会|\n"},
      {"items with a time and dots",
       "審議日程は、次のとおりです。\n\n- 12月2日(金) 午後2時00分・・・・・・議会開会\n- 12月8日(木) "
       "午前9時30分・・・・・・一般質問 4名\n",
       "XXXX-12-02|14:00|議会開会|\nXXXX-12-08|09:30|一般質問 4名|\n"},
      {"the time in a second line",
       "令和7年11月定例会 日程\n\n11月20日(木曜日)\t開会日<br>開始時間:午前10時\n21日(金曜日)\t休会\n",
       "2025-11-20|10:00|開会日|\n2025-11-21||休会|\n"},
      {"days of a month whose year is not told",
       "日程\n\n3月10日(火曜日)\t本会議 議案の説明\n11日(水曜日)\t本会議 総括質疑\n",
       "XXXX-03-10||本会議 議案の説明|\nXXXX-03-11||本会議 総括質疑|\n"},
      {"two headings of days",
       "令和4年第3回定例会の会期日程\n\n期日\t日程\t場所\n---\t---\t---\n9月2日(金)\t本会議\t議事堂\n9月3日(土)"
       "\t休会\t\n",
       "2022-09-02||本会議|議事堂\n2022-09-03||休会|\n"},
      {"days on which nothing is done",
       "令和4年 会期日程\n\n月日\t曜日\t会議名\n---\t---\t---\n9月2日\t金曜\t本会議\n9月3日\t土曜\t\n",
       "2022-09-02||本会議|\n"},
      {"the place below the day",
       "令和6年度 事業計画\n\n期日・会場\t事業名\n---\t---\n5/9(木) "
       "13:30～<br>(北福祉プラザ)\t理事会\n10/22(火)<br>(南公民館)\t大会\n",
       "2024-05-09|13:30|理事会|北福祉プラザ\n2024-10-22||大会|南公民館\n"},
      {"the day behind", "令和7年度の主な行事日程\n\n代議員総会\t5月18日(日)\n新年交流会\t1月12日\n",
       "2025-05-18||代議員総会|\n2026-01-12||新年交流会|\n"},
      {"a day without a label", "第2回白川市生涯学習審議会会議録\n\n令和5年8月23日 午後2時\n",
       "2023-08-23|14:00|第2回白川市生涯学習審議会会議録|\n"},
      {"a place, and another mark below it",
       "白川市議会総務委員会会議録\n\n〇招集日時 平成25年12月12日 午前10時\n〇招集場所 委員会室\n〇会議に付した事件\n",
       "2013-12-12|10:00|白川市議会総務委員会会議録|委員会室\n"},
      {"a list of one month", "2023年6月 議会日程\n\n1日(木曜)\t休会\n2日(金曜)\t常任委員会<br>時刻:午前10時\n",
       "2023-06-01||休会|\n2023-06-02|10:00|常任委員会|\n"},
      {"days whose month nobody tells", "議会日程\n\n1日(木曜)\t休会\n2日(金曜)\t委員会\n", ""},
      {"month and day as bare numbers",
       "平成28年9月定例会日程\n\n月\t日\t曜\t日程\n---\t---\t---\t---\n8\t24\t水\t議会運営委員会(10:00)"
       "\n9\t1\t木\t本会議\n",
       "2016-08-24||議会運営委員会(10:00)|\n2016-09-01||本会議|\n"},
      {"a year whose era nobody tells",
       "策定経過\n\n年\t月\t日\t内容\n---\t---\t---\t---"
       "\n27\t10\t1\t町民アンケート\n28\t2\t3\t車座トーク\n\t3\t23\t推進会議\n",
       "XXXX-10-01||町民アンケート|\nXXXX-02-03||車座トーク|\nXXXX-03-23||推進会議|\n"},
      {"a year in a column",
       "策定経過\n\n年\t月\t日\t内容\n---\t---\t---\t---"
       "\n平成27年\t10\t1\t町民アンケート\n平成28年\t2\t3\t車座トーク\n",
       "2015-10-01||町民アンケート|\n2016-02-03||車座トーク|\n"},
      {"when and where in kana",
       "白川市文化振興プラン 策定委員会\n\nと き\t平成27年6月16日(火) 15:30～\nところ\t白川市役所 301会議室\n",
       "2015-06-16|15:30|白川市文化振興プラン 策定委員会|白川市役所 301会議室\n"},
      {"a day and its time in brackets",
       "令和2年9月定例会(第3回)白川市議会会議録\n\n令和2年9月1日(火曜日) (午前10時00分開会)\n",
       "2020-09-01|10:00|令和2年9月定例会(第3回)白川市議会会議録|\n"},
      {"a remark above the sheet", "白川市総務分科会\n会 議 録\n(開 会 中)\n\n開催日時\t平成26年12月11日(木)\n",
       "2014-12-11||白川市総務分科会|\n"},
  };
  for (const auto& c : cases) {
    const auto document = testing::ingest_bytes(c.input);
    ASSERT_TRUE(document);
    EXPECT_EQ(rows(document->records, TableId::schedules,
                   {col::schedules::edtf, col::schedules::start_time, col::schedules::activity, col::schedules::place}),
              c.expected)
        << c.name;
  }
}

TEST(PrintedForms, ColumnsOfMenAndWomenTellIndicatorsApart) {
  const auto document = testing::ingest_bytes(
      "x\n\n指標名\t性別\t平成15年9月30日現在\t目標値\n---\t---\t---\t---\n受診率\t男\t35.0%\t60.0%\n\t女\t38.2%\t60.0%"
      "\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(rows(document->records, TableId::kpis, {col::kpis::indicator}), "受診率 男\n受診率 女\n");
  EXPECT_EQ(rows(document->records, TableId::kpi_values, {col::kpi_values::value, col::kpi_values::as_of_edtf}),
            "35|2003-09-30\n60|\n38.2|2003-09-30\n60|\n");
}

// Contract: those who are absent are left out; members stay members.
TEST(PrintedForms, LeaveOutWhoDidNotCome) {
  const auto names = [](std::string_view title, std::string_view marks) {
    std::string report = std::string(title) + "\n\n氏名\t所属\t出欠\n";
    const std::string_view people[] = {"山野 一郎\t緑大学\t", "川瀬 花子\t商工会\t", "森田 次郎\t公募\t"};
    for (std::size_t i = 0; i < std::size(people); ++i) {
      const std::size_t end = marks.find('/');
      report += std::string(people[i]) + std::string(marks.substr(0, end)) + "\n";
      marks.remove_prefix(end == marks.npos ? marks.size() : end + 1);
    }
    return testing::rows_of(report, TableId::participants, {col::participants::name});
  };
  EXPECT_EQ(names("出席者名簿", "○/○/×"), "山野 一郎\n川瀬 花子\n");
  EXPECT_EQ(names("出席者名簿", "出席/欠席(代理)/出席"), "山野 一郎\n森田 次郎\n");
  EXPECT_EQ(names("出席者名簿", "○//○"), "山野 一郎\n森田 次郎\n");
  EXPECT_EQ(names("出席者名簿", "//"), "山野 一郎\n川瀬 花子\n森田 次郎\n");
  EXPECT_EQ(names("委員名簿", "○/×/○"), "山野 一郎\n川瀬 花子\n森田 次郎\n");
}

}  // namespace
}  // namespace torikomi

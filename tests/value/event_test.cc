// Dated events inside running text (contract: schedules, "Values").
#include "torikomi/value/event.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "torikomi/grammar/grammar.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

const EventWords& words() {
  static const EventWords kWords = load_grammar("name = \"none\"", "none.toml")->events;
  return kWords;
}

std::vector<Event> read(std::string_view text, DateContext context = {}) {
  std::vector<EventLine> lines;
  for (const CellItem& item : split_items(text, {0, static_cast<std::uint32_t>(text.size())}))
    lines.push_back({{item.marker.begin, item.marker.end}, {item.text.begin, item.text.end}});
  return read_events(text, lines, words(), context);
}

struct Expected {
  std::string_view edtf;
  std::int64_t ordinal = 0;  ///< 0: none
  std::string_view activity, place, participants, content;
  std::int64_t headcount = -1;  ///< -1: none
};

struct Case {
  std::string_view text;
  std::vector<Expected> events;
};

TEST(Event, ReadsTheFormsOfCells) {
  const Case cases[] = {
      {"・担当会議の開催 第1回:平成29年5月19日 於:岡山市 参加市町:全市町 内 容:進め方について (出席者:23名)",
       {{"2017-05-19", 1, "担当会議の開催", "岡山市", "全市町", "進め方について", 23}}},
      {"・会議の開催 第1回:平成29年5月19日 於:岡山市 第2回:平成29年10月頃 於:津山市",
       {{"2017-05-19", 1, "会議の開催", "岡山市", "", "", -1}, {"2017-10~", 2, "会議の開催", "津山市", "", "", -1}}},
      {"・会議の開催 平成28年度第1回:平成28年11月15日 於:岡山市  平成29年度1回:平成29年4月21日",
       {{"2016-11-15", 1, "会議の開催", "岡山市", "", "", -1}, {"2017-04-21", 1, "会議の開催", "", "", "", -1}}},
      {"・会議の開催 第2回以降は、協議の進捗状況をみて随時開催",
       {{"", 2, "会議の開催", "", "", "第2回以降は、協議の進捗状況をみて随時開催", -1}}},
      {"・研修の開催 ・第1回幹事会:平成29年4月26日(水) \v\x1f於:岡山市",
       {{"2017-04-26", 1, "研修の開催", "岡山市", "", "第1回幹事会", -1}}},
      {"・資料収集(平成29年6月~) 内容:被害対策", {{"2017-06/..", 0, "資料収集", "", "", "被害対策", -1}}},
      {"・平成29年11月19日 秋の収穫祭の開催", {{"2017-11-19", 0, "秋の収穫祭の開催", "", "", "", -1}}},
      {"・要望活動の実施 平成29年7月19日 岡山県、国道事務所",
       {{"2017-07-19", 0, "要望活動の実施", "", "", "岡山県、国道事務所", -1}}},
      {"・ワークショップの開催 平成29年8月、9月(予定)",
       {{"2017-08", 0, "ワークショップの開催", "", "", "", -1},
        {"2017-09", 0, "ワークショップの開催", "", "", "", -1}}},
      {"ツアーを実施する。 ◆真庭市 平成29年9月2日(土)実施予定", {{"2017-09-02", 0, "", "真庭市", "", "", -1}}},
      {"・相談会の開催 第1回 平成29年5月21日(日) 東京交通会館 12市町合同",
       {{"2017-05-21", 1, "相談会の開催", "東京交通会館", "12市町合同", "", -1}}},
      {"・会議の開催 参加市町(連携市町)(欠席は津山市) 時期:平成29年10月",
       {{"2017-10", 0, "会議の開催", "", "", "", -1}}},
      {"・報告会の開催 平成29年6月29日 於:岡山市役所 職員4名を含む95名が参加した。",
       {{"2017-06-29", 0, "報告会の開催", "岡山市役所", "", "職員4名を含む95名が参加した。", 95}}},
      {"・観光PR「甲」(平成29年6月3日)「乙」(時期未定)",
       {{"2017-06-03", 0, "観光PR「甲」", "", "", "", -1}, {"", 0, "「乙」", "", "", "", -1}}},
      {"・担当者会議の開催 第1回:平成29年8月(予定) 於:岡山市 ・随時:電子メールでの検討 内容:課題の検討",
       {{"2017-08", 1, "担当者会議の開催", "岡山市", "", "", -1},
        {"", 0, "電子メールでの検討", "", "", "課題の検討", -1}}},
      {"体験ツアーの実施 子ども達が川を巡るツアーを実施する。 ◆真庭市 平成29年9月2日(土)実施予定",
       {{"2017-09-02", 0, "体験ツアーの実施", "真庭市", "", "子ども達が川を巡るツアーを実施する。", -1}}},
      {"・交流を続けた。テレビ会議を実施した。(平成28年度)",
       {{"2016-04/2017-03", 0, "テレビ会議", "", "", "交流を続けた。テレビ会議を実施した。", -1}}},
      {"・平成29年度第1回協議会を開催し、進め方を協議した。 平成29年6月30日 於:岡山市",
       {{"2017-06-30", 1, "協議会", "岡山市", "", "平成29年度第1回協議会を開催し、進め方を協議した。", -1}}},
      {"別途、市の「秋のフェスタ」(平成29年8月23~24日@公会堂)において、両市のブースを設ける予定。",
       {{"2017-08-23/2017-08-24", 0, "秋のフェスタ", "公会堂", "",
         "別途、市の「秋のフェスタ」(平成29年8月23~24日@公会堂)において、両市のブースを設ける予定。", -1}}},
      {"・開館のポスター、ちらしを各町の公共施設で配布(平成29年3月) ・講座を書面で開催(平成29年4月)",
       {{"2017-03", 0, "開館のポスター、ちらしを各町の公共施設で配布", "各町の公共施設", "", "", -1},
        {"2017-04", 0, "講座を書面で開催", "", "", "", -1}}},
      {"・市民ホールでの展示(平成29年5月) ・経費を甲市で負担(平成29年6月) ・会議を各町にある公民館で開催(平成29年7月)",
       {{"2017-05", 0, "市民ホールでの展示", "市民ホール", "", "", -1},
        {"2017-06", 0, "経費を甲市で負担", "", "", "", -1},
        {"2017-07", 0, "会議を各町にある公民館で開催", "", "", "", -1}}},
      {"①人材育成事業 :未実施", {{"", 0, "人材育成事業", "", "", "", -1}}},
      {"平成28年度から、新たな計画の策定に着手。",
       {{"2016-04/..", 0, "新たな計画の策定に着手", "", "", "平成28年度から、新たな計画の策定に着手。", -1}}},
  };
  for (const Case& c : cases) {
    const auto events = read(c.text);
    ASSERT_EQ(events.size(), c.events.size()) << c.text;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const Event& got = events[i];
      const Expected& want = c.events[i];
      EXPECT_EQ(got.date.edtf, want.edtf) << c.text;
      EXPECT_EQ(got.ordinal.value_or(0), want.ordinal) << c.text;
      if (!want.activity.empty()) {
        EXPECT_EQ(got.activity.of(c.text), want.activity) << c.text;
      }
      EXPECT_EQ(got.place.of(c.text), want.place) << c.text;
      EXPECT_EQ(got.participants.of(c.text), want.participants) << c.text;
      EXPECT_EQ(got.content.of(c.text), want.content) << c.text;
      EXPECT_EQ(got.headcount.value_or(-1), want.headcount) << c.text;
    }
  }
}

TEST(Event, DatesToldInPassingAreNone) {
  for (const std::string_view text : {
           "・各市町の情報共有体制の検討",
           "・平成29年度事業の具体化について協議する",      // a year that is part of a name
           "・平成29年度の経費は備前市が負担",              // what is said of a year
           "・平成31年度での方針決定に向け、協議を行う。",  // an aim
           "・会議の開催 内容:平成30年度の予算について",    // a year inside 内容
           "・会議の開催 第1回 於:未定",                    // the place is open, not the date
           "・取組の詳細について協議・調整中",              // a remark, not a time
           "・年4回を目途に開催する",
       }) {
    EXPECT_TRUE(read(text).empty()) << text;
  }
}

TEST(Event, ADateWithoutYearTakesTheFiscalYear) {
  DateContext context;
  context.fiscal_year = 2017;
  const auto events = read("・勉強会 ・第1回 9月1日 ・第2回 2月", context);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].date.edtf, "2017-09-01");
  EXPECT_EQ(events[1].date.edtf, "2018-02");
  EXPECT_TRUE(events[1].date.year_inferred);
}

RC_GTEST_PROP(EventProperty, EveryRangeLiesInTheText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "・", " ", "  ", "\v", "\x1f", "第1回", ":", "平成29年5月19日", "9月", "随時", "(", ")", "於", "参加市町", "内容",
      "岡山市", "、", "。", "で", "を予定", "@", "平成29年度", "95名が参加"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  for (const Event& event : read(text)) {
    for (const TextRange range :
         {event.activity, event.place, event.participants, event.host, event.content, event.ordinal_words,
          event.headcount_words, TextRange{event.date.begin, event.date.end}}) {
      RC_ASSERT(range.begin <= range.end);
      RC_ASSERT(range.end <= text.size());
    }
  }
}

}  // namespace
}  // namespace torikomi

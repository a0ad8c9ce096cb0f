// Lists of members and heads of minutes whose words are printed wide or without labels.
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;

std::string people(std::string_view input) {
  return testing::rows_of(input, TableId::participants, {col::participants::name, col::participants::role});
}

std::string events(std::string_view input) {
  using namespace col::schedules;
  return testing::rows_of(input, TableId::schedules, {edtf, start_time, end_time, activity, place});
}

TEST(MemberLists, HoldNamesPrintedWide) {
  for (const Case& c : {
           Case{"the heading in two cells, and so are the names",
                "審議会委員名簿\n\n役職\t氏\t名\t所属\n会 長\t小 林\tみどり\t青葉町商工会\n委  員\t三 浦\t剛\t公募\n",
                "小林みどり|member\n三浦剛|member\n"},
           Case{"the same between bars",
                "審議会委員名簿\n\n| 氏 | 名 | 所属 |\n|---|---|---|\n| 小 林 | みどり | 青葉町商工会 |\n"
                "| 三 浦 | 剛 | 公募 |\n",
                "小林みどり|member\n三浦剛|member\n"},
           Case{"in columns of blanks, every heading and post letter by letter",
                "審議会委員名簿\n\n  役  職      氏    名         所  属  等\n  会  長    小 林 みどり   青葉町商工会\n"
                "  副会長    三 浦   剛     青葉町自治会連合会\n  委  員    大 沢 みのり   青葉農業協同組合\n",
                "小林みどり|member\n三浦剛|member\n大沢みのり|member\n"},
           Case{"given names letter by letter, classes only once",
                "委員名簿\n\n    区  分         氏      名          備    考\n 学識経験者     小  林  み ど り     会 "
                "長\n                三  浦      剛       副会長\n 公募委員       大  沢  み の り\n",
                "小林みどり|member\n三浦剛|member\n大沢みのり|member\n"},
           Case{"without a head, with ideographic blanks",
                "委 員 名 簿\n\n会　長　　小 林　みどり\n副会長　　三 浦　たける\n委　員　　大 沢　みのり\n",
                "小林みどり|member\n三浦たける|member\n大沢みのり|member\n"},
           Case{"those who came",
                "出席委員\n会　　長　　小　林　　みどり\n副 会 長　　三　浦　　　剛\n委　　員　　大　沢　　みのり\n",
                "小林みどり|attendee\n三浦剛|attendee\n大沢みのり|attendee\n"},
           Case{"several in a row behind their label, posts beside the names",
                "総務委員会会議録\n\n日時\t令和5年6月21日(水)\n出席者\t委員長\t三 浦 剛\t副委員長\t大 沢 "
                "みのり\n\t委  員\t山 村 ひろみ\t委  員\t小 林 ゆずる\n\t委  員\t戸 田   昇\n欠席者\tなし\n",
                "三浦剛|attendee\n大沢みのり|attendee\n山村ひろみ|attendee\n小林ゆずる|attendee\n戸田昇|attendee\n"},
           Case{"the same below a label without words, and in columns of blanks",
                "総 務 委 員 会\n\n1 日    時 令和5年6月21日(水)\n\n3 出席者    委員長   たけだ 三 郎   副委員長  三 "
                "浦 ふみあき\n          委  員  山 村 ひろみ   委  員  小 林 ゆずる\n          委  員  戸 田   昇\n",
                "たけだ三郎|attendee\n三浦ふみあき|attendee\n山村ひろみ|attendee\n小林ゆずる|attendee\n戸田昇|"
                "attendee\n"},
           Case{"seats before letters of which some stand wide apart",
                "農業委員会議事録\n\n出席委員\n1番委員　　小　林　みどり　　　　2番委員　　野　村　達　夫\n"
                "13番委員　　原　　　　勇　　　　15番委員　　大　沢　　　守\n",
                "小林みどり|attendee\n野村達夫|attendee\n原 勇|attendee\n大沢守|attendee\n"},
       })
    EXPECT_EQ(people(c.input), c.expected) << c.name;
}

TEST(MemberLists, MeetOnDaysWithoutLabels) {
  for (const Case& c : {
           Case{"the time in the line below",
                "青葉町議会会議録\n\n令和５年９月５日（火曜日）\n午前１０時００分開議\n\n出席議員（１名）\n１番　小林太"
                "一君\n",
                "2023-09-05|10:00||青葉町議会会議録|\n"},
           Case{"begin and end in lines of their own, then the place",
                "第2回総務常任委員会会議録\n\n○令和4年6月14日(火)\n午前10時 開議\n午前11時25分 散会\n第1委員会室\n",
                "2022-06-14|10:00|11:25|第2回総務常任委員会会議録|第1委員会室\n"},
           Case{"a day without a weekday may be that of the paper", "第2回環境審議会議事録\n令和4年6月14日\n", ""},
           Case{"no day of minutes", "環境審議会の答申\n令和4年6月14日(火)\n午前10時 開議\n", ""},
       })
    EXPECT_EQ(events(c.input), c.expected) << c.name;
}

}  // namespace
}  // namespace torikomi

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
           Case{"seats, and given names of one letter behind two blanks",
                "令和4年9月定例会(第3回)\n\n1 令和4年9月6日(火曜日) 10時5分\n1 市役所議場\n1 出席議員 4名\n"
                "     1番 小林 基弘        2番 三浦  力\n     3番 大沢  実        4番 戸田 信明\n1 欠席議員 なし\n",
                "小林 基弘|attendee\n三浦 力|attendee\n大沢 実|attendee\n戸田 信明|attendee\n"},
           Case{"given names of one letter with their title",
                "開会日に応招した議員\n小林 元一君          三好  昇君\n大沢 千代美君          宇田川 勲君\n",
                "小林 元一|attendee\n三好 昇|attendee\n大沢 千代美|attendee\n宇田川 勲|attendee\n"},
           Case{"a sentence that leads to them, the chair in brackets",
                "　令和4年8月4日第3回青葉町議会臨時会は、青葉町議場に招集された。\n\n"
                "１　出席議員は、４名で次のとおりである。\n　　１番　　小　林　友　一　　　　　　２番　　三　浦　季　夫"
                "\n"
                "　　３番　　大　沢　美津子（副議長）　　　４番　　戸　　　真　一\n\n２　欠席議員は、５番　　森　下　眞"
                "弓美\n",
                "小林友一|attendee\n三浦季夫|attendee\n大沢美津子|attendee\n戸真一|attendee\n"},
           Case{"a post like a heading and who came, below the head",
                "議会運営委員会会議録\n\n役職\t氏名\t出欠\n委員長\t小林和弘\t出席\n委員\t三浦直子\t出席\n"
                "委員\t大沢圭一\t出席\n議長\t戸田由美子\t出席\n",
                "小林和弘|member\n三浦直子|member\n大沢圭一|member\n戸田由美子|member\n"},
           Case{"groups in columns of blanks, a list over two lines, those who did not come below",
                "検討委員会　会議録（要旨）\n\n１　日　　時　　令和３年11月18日（木）　午後７時00分～８時30分\n"
                "３　出席者\n　　（委　員）　　大野委員長、村上副委員長、三好委員、\n　　　　　　　　　宇田川委員、戸川"
                "委員\n"
                "　　（事務局）　　教育長、学校教育課長\n４　欠席者　　　森委員、高木委員\n５　傍聴者　　　３名\n",
                "大野|attendee\n村上|attendee\n三好|attendee\n宇田川|attendee\n戸川|attendee\n学校教育課長|attendee\n"},
           Case{"a given name of one letter behind two blanks, posts at the begin",
                "委員会名簿\n　　役　職　　　　氏　　名　　　　　　所　　　　　属\n"
                "　　会　長　　　　大野　明夫　　　　　青葉短期大学\n　　委　員　　　　三好　　昇　　　　　青葉町商工会"
                "\n"
                "　　〃　　　　　　五十嵐　進　　　　　青葉町観光協会\n",
                "大野 明夫|member\n三好 昇|member\n五十嵐 進|member\n"},
           Case{"since or until when they were members",
                "委員名簿\n\n役職\t氏名\n委員\t五十嵐 進(令和5年3月まで)\n委員\t宇田川 勲(令和5年4月から)\n",
                "五十嵐 進|member\n宇田川 勲|member\n"},
           Case{"seats before letters of which some stand wide apart",
                "農業委員会議事録\n\n出席委員\n1番委員　　小　林　みどり　　　　2番委員　　野　村　達　夫\n"
                "13番委員　　森　　　　勇　　　　15番委員　　大　沢　　　守\n",
                "小林みどり|attendee\n野村達夫|attendee\n森 勇|attendee\n大沢守|attendee\n"},
       })
    EXPECT_EQ(people(c.input), c.expected) << c.name;
}

TEST(MemberLists, StandBehindTheNameOfTheirBody) {
  const std::string minutes =
      "第1回 青葉・若葉合併協議会\n会 議 録\n\n開催年月日  平成16年5月13日\n\n協議会委員定数  9名\n\n開会  "
      "午後1時30分\n\n閉会  午後3時45分\n青葉・若葉合併協議会出席者\n会 長 小 沢 清 雄\n副 会 長 大 野 明 夫 田 代 "
      "みどり\n委員 (若葉町)\n高 木 正 明 三 浦   剛\n五十嵐   進 森     弘\n(青葉町)\n山 村 洋 二 長谷部 良 "
      "三 以上9名\n青葉・若葉合併協議会欠席者 な   し\n";
  EXPECT_EQ(people(minutes),
            "小沢清雄|attendee\n大野明夫|attendee\n田代みどり|attendee\n高木正明|attendee\n三浦剛|attendee\n"
            "五十嵐 進|attendee\n森 弘|attendee\n山村洋二|attendee\n長谷部良三|attendee\n");
  EXPECT_EQ(events(minutes), "2004-05-13|13:30|15:45|第1回 青葉・若葉合併協議会|\n");
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
           Case{"below the name of the council, where they met below that",
                "白川市総合計画審議会(第1回第4部会)\n平成28年10月6日(木曜日) 18時30分~20時15分\n白川市役所本館 "
                "第2会議室\n1. 策定の進捗状況について\n",
                "2016-10-06|18:30|20:15|白川市総合計画審議会(第1回第4部会)|白川市役所本館 第2会議室\n"},
           Case{"an assembly, where it met in the next item, no more than that below a ruling",
                "令和4年9月定例会(第3回)\n\n1 令和4年9月6日(火曜日) 10時5分\n1 市役所議場\n──────────\n応招した議員\n",
                "2022-09-06|10:05||令和4年9月定例会(第3回)|市役所議場\n"},
           Case{"labels one a line, the place is short",
                "議会運営委員会会議録\n\n開催年月日\n\n令和4年11月8日(火曜日)\n\n開会時間\n\n午前10時00分\n\n"
                "開催場所\n\n町議会 協議会室1\n\n付議案件\n\n1. 定例会の運営について\n2. 議会改革について\n",
                "2022-11-08|10:00||議会運営委員会会議録|町議会 協議会室1\n"},
           Case{
               "the day beside 開会",
               "定例教育委員会会議録\n\n1 開会　　令和5年2月21日　午前9時30分\n2 閉会　　令和5年2月21日　午前10時45分\n"
               "3 会議に出席した委員の氏名\n　　教育長　　　大　野　明　夫\n",
               "2023-02-21|09:30|10:45|定例教育委員会会議録|\n"},
           Case{"in the line of the title", "総務文教常任委員会　令和4年6月22日（水）\n（開会前）\n※　日程確認\n",
                "2022-06-22|||総務文教常任委員会|\n"},
           Case{"in the sentence that says so",
                "総務委員会記録\n\n　令和4年1月28日（金）総務委員会を第一委員会室において開いた。\n　その次第は次のとお"
                "りである。\n",
                "2022-01-28|||総務委員会|第一委員会室\n"},
           Case{"a label that nobody knows among the others",
                "教育委員会2月定例会会議録\n\n開会年月日\t令和4年2月23日(水)\n委員定数\t5名\n場所\t町役場\n",
                "2022-02-23|||教育委員会2月定例会会議録|町役場\n"},
           Case{"a day without a weekday may be that of the paper", "第2回環境審議会議事録\n令和4年6月14日\n", ""},
           Case{"no day of minutes", "環境審議会の答申\n令和4年6月14日(火)\n午前10時 開議\n", ""},
       })
    EXPECT_EQ(events(c.input), c.expected) << c.name;
}

}  // namespace
}  // namespace torikomi

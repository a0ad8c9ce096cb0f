#include "torikomi/value/date.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

struct Reading {
  const char* text;
  const char* found;  ///< "words=edtf precision flags", several parted by " | "
};

/// One line for all that was found, so that a table can hold it.
std::string summary(std::string_view text, const std::vector<DateValue>& values) {
  std::string out;
  for (const DateValue& v : values) {
    if (!out.empty()) out += " | ";
    out += text.substr(v.begin, v.end - v.begin);
    out += '=';
    out += v.edtf;
    out += ' ';
    out += name(v.precision);
    if (v.approximate) out += " ~";
    if (v.year_inferred) out += " inferred";
    if (v.era_overflow) out += " overflow";
    if (v.lunisolar) out += " lunisolar";
    if (v.recurring) out += " recurring";
    if (v.planned) out += " planned";
    if (!v.pair_agrees) out += " pair!";
    if (!v.weekday_agrees) out += " weekday!";
    if (v.start_time) out += " from " + format_time(*v.start_time);
    if (v.end_time) out += " to " + format_time(*v.end_time);
  }
  return out;
}

void expect_readings(std::initializer_list<Reading> readings, const DateContext& context = {}) {
  for (const Reading& r : readings) EXPECT_EQ(summary(r.text, find_dates(r.text, context)), r.found) << r.text;
}

void expect_none(std::initializer_list<const char*> texts, const DateContext& context = {}) {
  for (const char* text : texts) EXPECT_EQ(summary(text, find_dates(text, context)), "") << text;
}

// Contract, Values, edtf: days and months by era name, letter, 元年, kanji and spaced figures.
TEST(Date, ReadsDaysAndMonths) {
  expect_readings({
      {"平成29年5月19日", "平成29年5月19日=2017-05-19 day"},
      {"平成 30 年 3 月 22 日", "平成 30 年 3 月 22 日=2018-03-22 day"},
      {"令和元年11月17日", "令和元年11月17日=2019-11-17 day"},
      {"令和元年十一月", "令和元年十一月=2019-11 month"},
      {"平成二十九年五月十九日", "平成二十九年五月十九日=2017-05-19 day"},
      {"平成二九年五月", "平成二九年五月=2017-05 month"},
      {"二〇一七年五月十九日", "二〇一七年五月十九日=2017-05-19 day"},
      {"H29.12.1", "H29.12.1=2017-12-01 day"},
      {"H27.10", "H27.10=2015-10 month"},
      {"R6. 6. 7", "R6. 6. 7=2024-06-07 day"},
      {"2017年5月19日", "2017年5月19日=2017-05-19 day"},
      {"2017/5/19", "2017/5/19=2017-05-19 day"},
      {"2017-05-19", "2017-05-19=2017-05-19 day"},
      {"2017.5.19", "2017.5.19=2017-05-19 day"},
      {"平成29年\v5月19日", "平成29年\v5月19日=2017-05-19 day"},
      {"平成29年5月19日\v~21日", "平成29年5月19日\v~21日=2017-05-19/2017-05-21 day"},
      {"平成29年5月19日\v~説明会", "平成29年5月19日=2017-05-19 day"},
      {"平成29年7月13日現在", "平成29年7月13日現在=2017-07-13 day"},
      {"平成28年度第1回:平成28年11月15日", "平成28年度=2016-04/2017-03 fiscal_year | 平成28年11月15日=2016-11-15 day"},
  });
  expect_none({"平成29年2月30日",
               "平成29年13月1日",
               "平成0年1月1日",
               "2017年9月31日",
               "2017/13/1",
               "H30.13.1",
               "令和元年5月0日",
               "2040",
               "5.9冊",
               "3.5%",
               "国道2号",
               "第1回",
               "086-803-1234",
               "192.168.1.1",
               "3.10.2",
               "R134a",
               "S1グランプリ",
               "M7.3の地震",
               "VAR1",
               "1・2位",
               "5/19",
               "平成2丁目",
               "遷都1300年",
               "2000年間",
               "3か月",
               "10日間"});
}

// Contract, Values, edtf: year, fiscal year, halves, quarters, thirds, ends, seasons.
TEST(Date, ReadsPeriods) {
  expect_readings({
      {"平成29年度", "平成29年度=2017-04/2018-03 fiscal_year"},
      {"2016年", "2016年=2016 year"},
      {"H28年度中", "H28年度中=2016-04/2017-03 fiscal_year"},
      {"平成29~33年度", "平成29~33年度=2017-04/2022-03 fiscal_year overflow"},
      {"令和3~5年度", "令和3~5年度=2021-04/2024-03 fiscal_year"},
      {"平成26年度~28年度", "平成26年度~28年度=2014-04/2017-03 fiscal_year"},
      {"令和5年度から令和14年度", "令和5年度から令和14年度=2023-04/2033-03 fiscal_year"},
      {"平成29年度上半期", "平成29年度上半期=2017-04/2017-09 half"},
      {"平成29年度下半期", "平成29年度下半期=2017-10/2018-03 half"},
      {"平成29年度第4四半期", "平成29年度第4四半期=2018-01/2018-03 quarter"},
      {"平成29年11月下旬", "平成29年11月下旬=2017-11-21/2017-11-30 part_of_month"},
      {"平成28年2月下旬", "平成28年2月下旬=2016-02-21/2016-02-29 part_of_month"},
      {"平成29年3月末", "平成29年3月末=2017-03-31 day"},
      {"平成29年度末", "平成29年度末=2018-03-31 day"},
      {"平成29年末", "平成29年末=2017-12-31 day"},
      {"平成29年秋", "平成29年秋=2017-23 season"},
      {"平成29年10月頃", "平成29年10月頃=2017-10~ month ~"},
      {"H30.1頃", "H30.1頃=2018-01~ month ~"},
  });
}

// Contract, Values, edtf: ranges, open ranges, lists.
TEST(Date, ReadsRangesAndLists) {
  expect_readings({
      {"平成29年5月~6月上旬", "平成29年5月~6月上旬=2017-05/2017-06-10 month"},
      {"平成29年11月下旬~平成30年1月", "平成29年11月下旬~平成30年1月=2017-11-21/2018-01 month"},
      {"平成29年7月29~30日", "平成29年7月29~30日=2017-07-29/2017-07-30 day"},
      {"R7.3.11~12", "R7.3.11~12=2025-03-11/2025-03-12 day"},
      {"R6. 5. 31~6. 1", "R6. 5. 31~6. 1=2024-05-31/2024-06-01 day"},
      {"平成29年12月~2月", "平成29年12月~2月=2017-12/2018-02 month"},
      {"平成29年4月~翌年3月", "平成29年4月~翌年3月=2017-04/2018-03 month"},
      {"平成 30 年 2 月 16 日(~3 月 2 日)", "平成 30 年 2 月 16 日(~3 月 2 日)=2018-02-16/2018-03-02 day"},
      {"平成29年6月~", "平成29年6月~=2017-06/.. month"},
      {"平成9年から", "平成9年から=1997/.. year"},
      {"H20~", "H20~=2008/.. year"},
      {"平成26年度より", "平成26年度より=2014-04/.. fiscal_year"},
      {"~H28.3", "~H28.3=../2016-03 month"},
      {"(~平成30年3月末)", "~平成30年3月末=../2018-03-31 day"},
      {"平成30年3月まで", "平成30年3月まで=../2018-03 month"},
      {"平成29年8月、9月、10月、12月(予定)",
       "平成29年8月=2017-08 month planned | 9月=2017-09 month inferred planned | 10月=2017-10 month inferred planned | "
       "12月=2017-12 month inferred planned"},
      {"平成29年11月、2月", "平成29年11月=2017-11 month | 2月=2018-02 month inferred"},
      {"平成29・30年度", "平成29=2017-04/2018-03 fiscal_year | 30年度=2018-04/2019-03 fiscal_year"},
      {"令和7年3月11日(火)、12日(水)", "令和7年3月11日(火)=2025-03-11 day | 12日(水)=2025-03-12 day inferred"},
  });
}

// Contract, Values: a date without a year.
TEST(Date, TakesTheYearFromItsContext) {
  DateContext fiscal;
  fiscal.fiscal_year = 2017;
  expect_readings(
      {{"9月1日", "9月1日=2017-09-01 day inferred"},
       {"2月", "2月=2018-02 month inferred"},
       {"秋ごろ", "秋ごろ=2017-23 season ~ inferred"},
       {"8月末", "8月末=2017-08-31 day inferred"},
       {"31年度以降", "31年度以降=2019-04/.. fiscal_year inferred"},
       {"29~33年度", "29~33年度=2017-04/2022-03 fiscal_year inferred overflow"},
       {"29年度、30年度", "29年度=2017-04/2018-03 fiscal_year inferred | 30年度=2018-04/2019-03 fiscal_year inferred"},
       {"平成28年度、29年度", "平成28年度=2016-04/2017-03 fiscal_year | 29年度=2017-04/2018-03 fiscal_year"},
       {"次年度以降", "次年度以降=2018-04/.. fiscal_year inferred"}},
      fiscal);
  expect_readings({{"9月1日", "9月1日=XXXX-09-01 day"},
                   {"9月", "9月=XXXX-09 month"},
                   {"例年 5 月", "例年 5 月=XXXX-05 month recurring"}});
  expect_none({"2月29日", "次年度比"}, fiscal);
  expect_none({"次年度以降", "31年度以降", "29~33年度", "年度内"});
  DateContext document;
  document.document_date = std::chrono::year(2018) / std::chrono::month(3) / std::chrono::day(19);
  expect_readings(
      {{"29~33年度", "29~33年度=2017-04/2022-03 fiscal_year inferred overflow"}, {"9月1日", "9月1日=XXXX-09-01 day"}},
      document);
  expect_none({"次年度以降", "年度内", "同日"}, document);
  DateContext previous;
  previous.previous = std::chrono::year(2017) / std::chrono::month(5) / std::chrono::day(19);
  expect_readings({{"同 上", "同 上=2017-05-19 day inferred"}, {"同月", "同月=2017-05 month inferred"}}, previous);
  expect_none({"同上の会場"}, previous);
  expect_none({"同上"});
}

// Contract, Values: 随時, 未定, 未実施 give precision none.
TEST(Date, ReadsWordsForNoDate) {
  expect_readings(
      {{"随 時", "随 時= none"}, {"未定", "未定= none"}, {"未実施", "未実施= none"}, {"調整中", "調整中= none"}});
  expect_none({"未定義", "随意", "調査中"});
}

// Eras: 昭和64年政令第1号, 平成31年政令第143号; 明治5年太政官布告第337号 for the calendar of 1873.
TEST(Date, KnowsWhereErasEnd) {
  expect_readings({{"平成31年4月30日", "平成31年4月30日=2019-04-30 day"},
                   {"平成31年5月1日", "平成31年5月1日=2019-05-01 day overflow"},
                   {"令和元年5月1日", "令和元年5月1日=2019-05-01 day"},
                   {"令和元年4月30日", "令和元年4月30日=2019-04-30 day overflow"},
                   {"平成31年度", "平成31年度=2019-04/2020-03 fiscal_year"},
                   {"令和元年度", "令和元年度=2019-04/2020-03 fiscal_year"},
                   {"平成33年度", "平成33年度=2021-04/2022-03 fiscal_year overflow"},
                   {"昭和64年1月7日", "昭和64年1月7日=1989-01-07 day"},
                   {"昭和64年1月8日", "昭和64年1月8日=1989-01-08 day overflow"},
                   {"大正15年12月25日", "大正15年12月25日=1926-12-25 day"},
                   {"昭和元年12月25日", "昭和元年12月25日=1926-12-25 day"},
                   {"明治6年1月1日", "明治6年1月1日=1873-01-01 day"},
                   {"明治5年12月2日", "明治5年12月2日=1872 year lunisolar"},
                   {"慶応3年10月14日", "慶応3年10月14日=1867 year lunisolar"}});
}

// Contract: start_time, end_time; weekdays are compared with the calendar.
TEST(Date, ReadsWeekdaysAndTimes) {
  expect_readings({{"令和7年3月11日(火) 13:30~17:00", "令和7年3月11日(火)=2025-03-11 day from 13:30 to 17:00"},
                   {"令和7年3月11日(水)", "令和7年3月11日(水)=2025-03-11 day weekday!"},
                   {"2017年5月19日(金)午後1時半", "2017年5月19日(金)=2017-05-19 day from 13:30"},
                   {"平成29年5月19日 正午", "平成29年5月19日=2017-05-19 day from 12:00"},
                   {"13:30~16:30", "13:30~16:30= none from 13:30 to 16:30"}});
  expect_none({"25時", "24時間", "10:5", "3対1", "23時59秒", "皇紀2532年12月5日"});
}

TEST(Date, ReadsTheSameYearInBothCalendars) {
  expect_readings({{"令和6年(2024年)4月1日", "令和6年(2024年)4月1日=2024-04-01 day"},
                   {"令和6(2024)年度", "令和6(2024)年度=2024-04/2025-03 fiscal_year"},
                   {"2017(平成29)年", "2017(平成29)年=2017 year"},
                   {"令和6年(2023年)", "令和6年(2023年)=2024 year pair!"}});
}

// What other readers of Japanese dates miss or misread: sign, era, fiscal year, ranges (ja-timex 0.2, NormalizeNumexp).
TEST(Date, ReadsWhatOthersMiss) {
  expect_readings({
      {"平成 30 年 3 月 22 日", "平成 30 年 3 月 22 日=2018-03-22 day"},
      {"R6. 6. 7", "R6. 6. 7=2024-06-07 day"},
      {"令和元年11月17日", "令和元年11月17日=2019-11-17 day"},
      {"平成29年7月29~30日", "平成29年7月29~30日=2017-07-29/2017-07-30 day"},
      {"平成29年5月~6月上旬", "平成29年5月~6月上旬=2017-05/2017-06-10 month"},
      {"平成29年度", "平成29年度=2017-04/2018-03 fiscal_year"},
      {"平成23~27年度", "平成23~27年度=2011-04/2016-03 fiscal_year"},
      {"平成29~33年度", "平成29~33年度=2017-04/2022-03 fiscal_year overflow"},
  });
}

// Figures of other forms: eight together, letter-spaced, with middle dots, with a slash in a year.
TEST(Date, ReadsFiguresOfOtherForms) {
  expect_readings({
      {"平 成 2 9 年 5 月 1 9 日", "平 成 2 9 年 5 月 1 9 日=2017-05-19 day"},
      {"平 成 2 9 年 度", "平 成 2 9 年 度=2017-04/2018-03 fiscal_year"},
      {"平成 2 9 年 1 2 月", "平成 2 9 年 1 2 月=2017-12 month"},
      {"2 0 1 7 年 5 月", "2 0 1 7 年 5 月=2017-05 month"},
      {"1 5月", "5月=XXXX-05 month"},
      {"昭和63・4・1", "昭和63・4・1=1988-04-01 day"},
      {"令6.1", "令6.1=2024-01 month"},
      {"2 月 3 日", "2 月 3 日=XXXX-02-03 day"},
      {"令和6年 2 月 日", "令和6年 2 月=2024-02 month"},
      {"(平29.10)", "平29.10=2017-10 month"},
      {"2021・7・18", "2021・7・18=2021-07-18 day"},
      {"一九四〇・一・四", "一九四〇・一・四=1940-01-04 day"},
      {"平成29・30年度", "平成29=2017-04/2018-03 fiscal_year | 30年度=2018-04/2019-03 fiscal_year"},
      {"2017年/5月", "2017年/5月=2017-05 month"},
      {"昭和45年 1/2", "昭和45年 1/2=1970-01-02 day"},
      {"2017/4/1-2018/3/31", "2017/4/1-2018/3/31=2017-04-01/2018-03-31 day"},
      {"2017.4.1-4.30", "2017.4.1-4.30=2017-04-01/2017-04-30 day"},
      {"平成29年4月―平成30年3月", "平成29年4月―平成30年3月=2017-04/2018-03 month"},
      {"4/26(Tue)", "4/26(Tue)=XXXX-04-26 day"},
      {"2026 / 9 / 8", "2026 / 9 / 8=2026-09-08 day"},
      {"12/9の16:00", "12/9=XXXX-12-09 day from 16:00"},
      {"10/24~25", "10/24~25=XXXX-10-24/XXXX-10-25 day"},
      {"自 令和3年6月1日 至 令和3年8月31日", "令和3年6月1日 至 令和3年8月31日=2021-06-01/2021-08-31 day"},
      {"自 令和3年6月1日\v至:令和3年8月31日", "令和3年6月1日\v至:令和3年8月31日=2021-06-01/2021-08-31 day"},
      {"令和3年6月1日至8月31日", "令和3年6月1日至8月31日=2021-06-01/2021-08-31 day"},
      {"2020年6月2~6月8日", "2020年6月2~6月8日=2020-06-02/2020-06-08 day"},
      {"2020年6月2~8月", "2020年6月=2020-06 month | 2~8月=2021-02/2021-08 month inferred"},
      {"6月1日至急", "6月1日=XXXX-06-01 day"},
      {"11/17~18日", "11/17~18日=XXXX-11-17/XXXX-11-18 day"},
      {"11/17・18日", "11/17=XXXX-11-17 day | 18日=XXXX-11-18 day"},
      {"10/24・25", "10/24=XXXX-10-24 day | 25=XXXX-10-25 day"},
      {"2024-11-25 Monday", "2024-11-25 Monday=2024-11-25 day"},
      {"2024-11-25(Tue)", "2024-11-25(Tue)=2024-11-25 day weekday!"},
  });
  expect_none({"1/20・1/30", "3/20・5人", "4/5・6年生", "10/24・25号"});
  expect_none({"2 月日",           "2 月 日",   "3 月 日 令和", "明5.3",      "大3.5",         "和昭 3.5",
               "平2.5倍",          "政令6.1",   "20170519",     "20170519円", "99999年1月1日", "2026 / 9 / 31",
               "2026 / 9 / 8 / 1", "2026 / 9",  "1/2 3:4",      "10/24~20",   "1/3~5",         "10/24~25人",
               "4・5・6",          "13・5・19", "三月以内",     "3月を超える"});
  EXPECT_EQ(parse_date(" 20170519 ")->edtf, "2017-05-19");
  EXPECT_EQ(parse_date("R060308")->edtf, "2024-03-08");
  EXPECT_EQ(parse_date(" H290519 ")->edtf, "2017-05-19");
  EXPECT_EQ(parse_date("S550618")->edtf, "1980-06-18");
  EXPECT_EQ(parse_date("T051009")->edtf, "1916-10-09");
  EXPECT_EQ(parse_date("2021,7,18")->edtf, "2021-07-18");
  for (const char* text : {"R060308号", "H320401", "R061308", "R06030", "S651231", "S641301", "T010101", "M050101",
                           "R0603081", "2021,7,18人", "2021,13,1", "2021,7,32", "2021,7", "2,021,718", "2021,007,18"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  for (const char* text : {"20170230", "2017051", "201705190", "20170519円", "12345678"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

// 大字 after an era, seasons without 年, ends of dotted months, halves of a fiscal year, 同 in a span of times.
TEST(Date, ReadsRarerForms) {
  expect_readings({
      {"明治弐拾年三月三日", "明治弐拾年三月三日=1887-03-03 day"},
      {"令和弐年参月参拾日", "令和弐年参月参拾日=2020-03-30 day"},
      {"昭和参拾年", "昭和参拾年=1955 year"},
      {"2021春", "2021春=2021-21 season"},
      {"・平29.5.19", "平29.5.19=2017-05-19 day"},
      {"R5.3末", "R5.3末=2023-03-31 day"},
      {"R5.3月上旬", "R5.3月上旬=2023-03-01/2023-03-10 part_of_month"},
      {"令和3年度前期", "令和3年度前期=2021-04/2021-09 half"},
      {"令和3年度前期基本計画", "令和3年度=2021-04/2022-03 fiscal_year"},
      {"午後1時半から同3時半", "午後1時半から同3時半= none from 13:30 to 15:30"},
  });
  expect_none({"昭和参", "平成参加", "明治参道", "2021春日", "2021秋田", "紀元前4年7月", "紀元前202年12月31日",
               "西暦99年5月3日"});
}

// Days with names of their own take their year as 9月1日 does; as a word alone only where it can be told.
TEST(Date, ReadsDaysByTheirNames) {
  expect_readings({
      {"師走25日", "師走25日=XXXX-12-25 day"},
      {"正月3日", "正月3日=XXXX-01-03 day"},
      {"例年睦月10日", "例年睦月10日=XXXX-01-10 day recurring"},
      {"令和8年5月15日に契約し、大晦日に引き渡す", "令和8年5月15日=2026-05-15 day | 大晦日=2026-12-31 day inferred"},
      {"令和8年5月15日と元旦", "令和8年5月15日=2026-05-15 day | 元旦=2027-01-01 day inferred"},
  });
  expect_none({"大晦日", "元日", "旧正月3日", "正月三が日", "論文月10日", "弥生", "葉月さん", "師走25日間"});
  DateContext fiscal;
  fiscal.fiscal_year = 2017;
  expect_readings({{"元日", "元日=2018-01-01 day inferred"}}, fiscal);
  expect_none({"地元日本酒", "元日営業"}, fiscal);
}

// An era that is none is no licence to leave the year open; in a context the word before may be a label.
TEST(Date, RefusesUnknownEras) {
  expect_none({"架空5年1月1日", "暦応3年1月1日"});
  expect_readings({{"3年1月1日", "3年1月1日=XXXX-01-01 day"}, {"生年月日3年1月1日", "3年1月1日=XXXX-01-01 day"}});
  DateContext fiscal;
  fiscal.fiscal_year = 2017;
  expect_readings({{"開催29年4月1日", "29年4月1日=2017-04-01 day inferred"}}, fiscal);
}

// Contract: year_inferred also where the year is that of the date before, but not in the second end of a range.
TEST(Date, MarksTheYearOfTheDateBefore) {
  expect_readings({
      {"平成29年11月5日、同月20日", "平成29年11月5日=2017-11-05 day | 同月20日=2017-11-20 day inferred"},
      {"平成29年11月5日から同月20日まで", "平成29年11月5日から同月20日まで=2017-11-05/2017-11-20 day"},
      {"平成29年11月5日。翌日", "平成29年11月5日=2017-11-05 day | 翌日=2017-11-06 day inferred"},
  });
}

// Issue: 1日目/2日目. Day N is the first day and N - 1 days; the first day is the one that is marked so, or that a
// range of days begins with. A date beside the words is the value itself.
TEST(Date, CountsTheDaysOfAnEvent) {
  expect_readings({
      {"8月1日(1日目)…2日目", "8月1日=XXXX-08-01 day | 2日目=XXXX-08-02 day"},
      {"平成29年8月1日(火)(初日)、第2日目(水)",
       "平成29年8月1日(火)=2017-08-01 day | 第2日目(水)=2017-08-02 day inferred"},
      {"平成29年8月2日(2日目)と一日目", "平成29年8月2日=2017-08-02 day | 一日目=2017-08-01 day inferred"},
      {"8月2日(2日目)", "8月2日=XXXX-08-02 day"},
      {"1日目:令和7年3月11日(火) 2日目:長井市", "令和7年3月11日(火)=2025-03-11 day | 2日目=2025-03-12 day inferred"},
      {"1日目 8月1日 2日目 8月2日", "8月1日=XXXX-08-01 day | 8月2日=XXXX-08-02 day"},
      {"8月1日 1日目:講義 8月2日 2日目:視察 3日目",
       "8月1日=XXXX-08-01 day | 8月2日=XXXX-08-02 day | 3日目=XXXX-08-03 day"},
      {"R6.12.31~1.1 2日目:9:00~12:00",
       "R6.12.31~1.1=2024-12-31/2025-01-01 day | 2日目=2025-01-01 day inferred from 09:00 to 12:00"},
      {"平成29年8月1日(1日目)、2日目以降", "平成29年8月1日=2017-08-01 day | 2日目以降=2017-08-02/.. day inferred"},
      {"平成29年8月1日(1日目)、2日目~3日目",
       "平成29年8月1日=2017-08-01 day | 2日目~3日目=2017-08-02/2017-08-03 day inferred"},
      {"平成29年8月1日(1日目)…2・3日目",
       "平成29年8月1日=2017-08-01 day | 2=2017-08-02 day inferred | 3日目=2017-08-03 day inferred"},
      {"2日目の8月2日", "8月2日=XXXX-08-02 day"},
      // not told: the event has two days, February may have 29, no day is marked as the first
      {"R7.3.11~12 3日目", "R7.3.11~12=2025-03-11/2025-03-12 day"},
      {"2月28日(1日目)、2日目", "2月28日=XXXX-02-28 day"},
      {"平成29年8月1日に提出。2日目は視察", "平成29年8月1日=2017-08-01 day"},
      {"平成29年8月1日(1日目)の2日目標", "平成29年8月1日=2017-08-01 day"},
  });
  expect_none({"2日目", "第2日目", "2日目標", "2日目的地", "1日目:午前中"});
  DateContext context;
  context.day_one = Day{std::chrono::year(2017), std::chrono::month(8), std::chrono::day(1)};
  expect_readings({{"2日目", "2日目=2017-08-02 day inferred"}, {"2日目標", ""}}, context);
}

// Contract: 上旬 01-10, 中旬 11-20, 下旬 21-end, here of the month of the nearest date before; lists never run
// backwards.
TEST(Date, TakesTheMonthOfAThirdFromTheDateBefore) {
  expect_readings({
      {"8月上旬に会議、下旬に視察",
       "8月上旬=XXXX-08-01/XXXX-08-10 part_of_month | 下旬=XXXX-08-21/XXXX-08-31 part_of_month"},
      {"平成29年8月5日に会議を行い、中旬に公表",
       "平成29年8月5日=2017-08-05 day | 中旬=2017-08-11/2017-08-20 part_of_month inferred"},
      {"平成29年8月に設置し、上旬、下旬",
       "平成29年8月=2017-08 month | 上旬=2017-08-01/2017-08-10 part_of_month inferred | "
       "下旬=2017-08-21/2017-08-31 part_of_month inferred"},
      {"平成29年8月の下旬", "平成29年8月の下旬=2017-08-21/2017-08-31 part_of_month"},
      {"平成29年8月下旬、翌月上旬",
       "平成29年8月下旬=2017-08-21/2017-08-31 part_of_month | "
       "翌月上旬=2017-09-01/2017-09-10 part_of_month inferred"},
      {"平成29年8月上中旬", "平成29年8月上中旬=2017-08-01/2017-08-20 part_of_month"},
      {"平成29年2月中・下旬", "平成29年2月中・下旬=2017-02-11/2017-02-28 part_of_month"},
      // another month is meant, or it cannot be told which
      {"平成29年8月25日に会議、上旬に公表", "平成29年8月25日=2017-08-25 day"},
      {"平成29年8月に設置。毎月上旬と下旬に会議", "平成29年8月=2017-08 month"},
      {"平成29年8月~10月に実施、下旬に公表", "平成29年8月~10月=2017-08/2017-10 month"},
      {"平成29年度に実施。下旬に公表", "平成29年度=2017-04/2018-03 fiscal_year"},
      {"8月上旬~下旬、中旬に公表", "8月上旬~下旬=XXXX-08-01/XXXX-08-31 part_of_month"},
      {"8月5日。旬の野菜", "8月5日=XXXX-08-05 day"},
  });
  expect_none({"上旬", "下旬に視察", "毎月下旬", "旬を味わう"});
}

// Contract: 四半期 and halves; the second of a list or range is of the year of the first, fiscal or not.
TEST(Date, ReadsListsOfQuartersAndHalves) {
  expect_readings({
      {"令和5年度第1・2四半期", "令和5年度第1=2023-04/2023-06 quarter | 2四半期=2023-07/2023-09 quarter inferred"},
      {"令和5年度第1~第2四半期", "令和5年度第1~第2四半期=2023-04/2023-09 quarter"},
      {"2020年第1、第2四半期", "2020年第1=2020-01/2020-03 quarter | 第2四半期=2020-04/2020-06 quarter inferred"},
      {"2020年上半期、下半期", "2020年上半期=2020-01/2020-06 half | 下半期=2020-07/2020-12 half inferred"},
      {"R1-R5", "R1-R5=2019/2023 year"},
      {"2018年年末", "2018年年末=2018-12-31 day"},
      {"2018年年末年始", "2018年=2018 year"},
      {"H27:100人 H28:1,200人", "H27=2015 year | H28=2016 year"},
  });
  expect_none({"第1・2四半期", "S1:2", "R3×2"});
}

// Words that begin like a month, and letters of eras inside names of goods and buildings.
TEST(Date, LeavesNamesAlone) {
  expect_none({"四月馬鹿", "五月人形", "五月病", "S30造", "品番H29-A", "型式R5-X", "1/2ページ"});
}

// Contract: ranges. 以降 begins one where a word ends it; 頭 and 初め say no more than から.
TEST(Date, ReadsRangesThatWordsClose) {
  expect_readings({
      {"平成29年4月1日以降9月30日まで", "平成29年4月1日以降9月30日まで=2017-04-01/2017-09-30 day"},
      {"令和3年5月以降、8月いっぱい", "令和3年5月以降、8月=2021-05/2021-08 month"},
      {"令和3年5月頭から8月末まで", "令和3年5月頭から8月末まで=2021-05/2021-08-31 month"},
      {"令和4年度当初から令和5年度まで", "令和4年度当初から令和5年度まで=2022-04/2024-03 fiscal_year"},
      {"2021年9月初め~11月", "2021年9月初め~11月=2021-09/2021-11 month"},
      {"令和3年5月以降8月に視察", "令和3年5月以降=2021-05/.. month | 8月=2021-08 month inferred"},
      {"令和3年5月初めの会議", "令和3年5月=2021-05 month"},
      {"2021.9以降", "2021.9以降=2021-09/.. month"},
      {"2021.9現在", "2021.9現在=2021-09 month"},
      {"2021.9.15分", "2021.9.15=2021-09-15 day"},
      {"2021年/9", "2021年/9=2021-09 month"},
      {"令和3年5月より前", "令和3年5月より前=../2021-04 month"},
      {"令和3年3月31日よりも後", "令和3年3月31日よりも後=2021-04-01/.. day"},
      {"平成28年度より前に", "平成28年度より前=../2016-03 fiscal_year"},
      {"5月より前", "5月より前=XXXX-05 month"},
      {"平成28年度より前年比", "平成28年度=2016-04/2017-03 fiscal_year"},
  });
  expect_none({"2021.9", "2021.9分"});
}

// Contract: seasons. Alone and without any year 春 is as well a name.
TEST(Date, ReadsSeasonsBesideEachOther) {
  expect_readings({{"平成29年春~夏", "平成29年春~夏=2017-03/2017-08 season"},
                   {"2021年冬~春", "2021年冬~春=2021-12/2022-05 season"},
                   {"2021/秋", "2021/秋=2021-23 season"},
                   {"秋ごろ", "秋ごろ=XXXX-23 season ~"}});
  DateContext fiscal;
  fiscal.fiscal_year = 2017;
  expect_readings({{"秋", "秋=2017-23 season inferred"},
                   {"秋(予定)", "秋=2017-23 season inferred planned"},
                   {"春~夏", "春~夏=2017-03/2017-08 season inferred"},
                   {"春・秋", "春=2017-21 season inferred | 秋=2017-23 season inferred"}},
                  fiscal);
  expect_none({"春", "夏", "秋", "冬", "春夏秋冬"});
  expect_none({"春の遠足", "秋田"}, fiscal);
}

// Contract: start_time. 夜12時 and 夜3時 may mean either half of the day, as 午後12時 may.
TEST(Date, ReadsPartsOfTheDay) {
  expect_readings({{"令和6年9月8日の朝8時", "令和6年9月8日=2024-09-08 day from 08:00"},
                   {"令和6年9月8日夜7時から9時", "令和6年9月8日=2024-09-08 day from 19:00 to 21:00"},
                   {"夕方4時半", "夕方4時半= none from 16:30"},
                   {"昼1時", "昼1時= none from 13:00"},
                   {"深夜2時", "深夜2時= none from 02:00"}});
  expect_none({"夜12時", "夜3時"});
}

// 西暦令和, 平成令和: nobody can tell which year is meant.
TEST(Date, RefusesTwoErasOfOneYear) {
  expect_none({"西暦令和6年9月8日", "平成令和2年9月8日", "令和西暦2024年9月8日", "明治大正3年"});
  expect_readings({{"平成・令和2年", "令和2年=2020 year"},
                   {"令和6年の元日", "令和6年の元日=2024-01-01 day"},
                   {"令和6年の大晦日", "令和6年の大晦日=2024-12-31 day"},
                   {"H二十年九月八日", "H二十年九月八日=2008-09-08 day"}});
}

// 明治5年太政官布告第337号: the last lunisolar month ended with its second day; no such month had 31 days.
TEST(Date, KnowsTheDaysOfTheLunisolarCalendar) {
  expect_readings({{"慶應2年8月30日", "慶應2年8月30日=1866 year lunisolar"},
                   {"寶暦4年", "寶暦4年=1754 year lunisolar"},
                   {"明治5年12月2日", "明治5年12月2日=1872 year lunisolar"},
                   {"明治5年11月30日", "明治5年11月30日=1872 year lunisolar"}});
  expect_none({"明治5年12月3日", "明治4年8月31日", "310年5月4日", "120年6月7日"});
}

// 文化, 延長 and others are words as well as eras; 約 also ends words.
TEST(Date, TellsWordsFromErasOfOldAndFromAbout) {
  expect_readings({{"文化3年", "文化3年=1806 year lunisolar"},
                   {"文化元年", "文化元年=1804 year lunisolar"},
                   {"天保3~5年", "天保3~5年=1832/1834 year lunisolar"},
                   {"延長令和6年5月1日", "令和6年5月1日=2024-05-01 day"},
                   {"芸術文化令和6年度", "令和6年度=2024-04/2025-03 fiscal_year"},
                   {"延長5月3日", "5月3日=XXXX-05-03 day"},
                   {"開催日...R6.5.1", "R6.5.1=2024-05-01 day"},
                   {"契約2024年5月", "2024年5月=2024-05 month"}});
  expect_none({"延長1,234m", "文化12件", "文化5", "約2024年前", "平成令和2年"});
}

// 、 between the figures of a day, all of them in kanji; a letter and a year told as one by 頃 or 生まれ.
TEST(Date, ReadsDatesOfRegisters) {
  expect_readings({{"昭和二八、六、四", "昭和二八、六、四=1953-06-04 day"},
                   {"明四一、一〇、三生", "明四一、一〇、三=1908-10-03 day"},
                   {"平成九、十、十一年度",
                    "平成九=1997-04/1998-03 fiscal_year | 十=1998-04/1999-03 fiscal_year | "
                    "十一年度=1999-04/2000-03 fiscal_year"},
                   {"T9頃", "T9頃=1920~ year ~"},
                   {"S5生まれ", "S5=1930 year"}});
  expect_none({"T9", "S5", "the H8 series", "明四一、一三、三"});
}

// 目 of 2日目 counts; that of 目標, 目安 and 目玉 does not.
TEST(Date, TellsCountedDaysAndYearsFromAims) {
  expect_readings({{"令和6年度目安", "令和6年度=2024-04/2025-03 fiscal_year"},
                   {"令和6年度目標値", "令和6年度=2024-04/2025-03 fiscal_year"},
                   {"令和6年5月1日目標", "令和6年5月1日=2024-05-01 day"},
                   {"2024年目標", "2024年=2024 year"}});
  expect_none({"3年目", "令和6年目", "2000年目"});
}

// Days of 旧暦 lie a month or two after those of the calendar; no year can be guessed for them.
TEST(Date, ComputesNoDayOfTheOldCalendar) {
  expect_readings({{"旧暦2015年10月1日", "2015年10月1日=2015 year lunisolar"},
                   {"旧暦の平成27年8月15日", "平成27年8月15日=2015 year lunisolar"},
                   {"平成27年旧暦8月15日", "平成27年=2015 year"},
                   {"2024年9月17日(旧暦8月15日)", "2024年9月17日=2024-09-17 day"},
                   {"新暦10月1日、旧暦8月20日、10月5日", "10月1日=XXXX-10-01 day | 10月5日=XXXX-10-05 day"}});
  expect_none({"旧暦8月15日", "旧暦の三月一日", "陰暦 8月15日", "旧暦1月1日から15日まで", "旧暦9月"});
}

TEST(Date, ParsesOnlyAWholeText) {
  EXPECT_EQ(parse_date(" 平成29年5月19日 ")->edtf, "2017-05-19");
  EXPECT_FALSE(parse_date("平成29年5月19日の会議"));
  EXPECT_FALSE(parse_date("5月と6月"));
  EXPECT_FALSE(parse_date(""));
}

}  // namespace
}  // namespace torikomi

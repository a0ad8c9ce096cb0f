#include <array>

#include "torikomi/value/examples.h"

namespace torikomi {
namespace {

constexpr std::array kDays = {
    ValueExample{"平成29年5月19日", "", "2017-05-19 day"},
    ValueExample{"平成 30 年 3 月 22 日", "", "2018-03-22 day"},
    ValueExample{"令和元年十一月十七日", "", "2019-11-17 day"},
    ValueExample{"㍻２９年５月", "", "2017-05 month"},
    ValueExample{"R6. 6. 7", "", "2024-06-07 day"},
    ValueExample{"H27.10", "", "2015-10 month"},
    ValueExample{"平29.5.19", "", "2017-05-19 day"},
    ValueExample{"2017年5月19日", "", "2017-05-19 day"},
    ValueExample{"2017/5/19", "", "2017-05-19 day"},
    ValueExample{"2017-05-19", "", "2017-05-19 day"},
    ValueExample{"二〇一七年五月十九日", "", "2017-05-19 day"},
    ValueExample{"20170519", "", "2017-05-19 day"},
    ValueExample{"平29.5", "", "2017-05 month"},
    ValueExample{"S550618", "", "1980-06-18 day"},
    ValueExample{"R060308", "", "2024-03-08 day"},
    ValueExample{"2021,7,18", "", "2021-07-18 day"},
    ValueExample{"2026 / 9 / 8", "", "2026-09-08 day"},
    ValueExample{"平 成 ２ ９ 年 ５ 月 １ ９ 日", "", "2017-05-19 day"},
    ValueExample{"平成29・5・19", "", "2017-05-19 day"},
    ValueExample{"昭和二八、六、四", "", "1953-06-04 day"},
    ValueExample{"R元.5.1", "", "2019-05-01 day"},
    ValueExample{"昭和45年 1/2", "", "1970-01-02 day"},
    ValueExample{"昭和二十年八月晦日", "", "1945-08-31 day"},
    ValueExample{"明治弐拾年参月三日", "", "1887-03-03 day"},
    ValueExample{"平成参加", "", ""},
    ValueExample{"西暦99年5月3日", "", ""},
    ValueExample{"平成29年2月30日", "", ""},
    ValueExample{"令和元年13月1日", "", ""},
    ValueExample{"5.9冊", "", ""},
    ValueExample{"国道2号", "", ""},
    ValueExample{"086-803-1234", "", ""},
};

constexpr std::array kPeriods = {
    ValueExample{"平成29年度", "", "2017-04/2018-03 fiscal_year"},
    ValueExample{"H28年度中", "", "2016-04/2017-03 fiscal_year"},
    ValueExample{"2015年", "", "2015 year"},
    ValueExample{"昭和30年代", "", "1955/1964 year"},
    ValueExample{"平成29年度上半期", "", "2017-04/2017-09 half"},
    ValueExample{"令和4年度第2四半期", "", "2022-07/2022-09 quarter"},
    ValueExample{"2020年の第一四半期", "", "2020-01/2020-03 quarter"},
    ValueExample{"令和3年度前期", "", "2021-04/2021-09 half"},
    ValueExample{"2021春", "", "2021-21 season"},
    ValueExample{"R5.3末", "", "2023-03-31 day"},
    ValueExample{"2021秋田", "", ""},
    ValueExample{"平成29年秋", "", "2017-23 season"},
    ValueExample{"平成29年11月下旬", "", "2017-11-21/2017-11-30 part_of_month"},
    ValueExample{"平成30年3月末", "", "2018-03-31 day"},
    ValueExample{"平成29年度末", "", "2018-03-31 day"},
    ValueExample{"100年の歴史", "", ""},
    ValueExample{"3か月間", "", ""},
    ValueExample{"三月以内", "", ""},
    ValueExample{"平成29年秋田県", "", "2017 year"},
};

constexpr std::array kRanges = {
    ValueExample{"平成29年5月～6月上旬", "", "2017-05/2017-06-10 month"},
    ValueExample{"平成29年7月29~30日", "", "2017-07-29/2017-07-30 day"},
    ValueExample{"平成29～33年度", "", "2017-04/2022-03 fiscal_year era_overflow"},
    ValueExample{"平成29年12月～2月", "", "2017-12/2018-02 month"},
    ValueExample{"R7.3.11~12", "", "2025-03-11/2025-03-12 day"},
    ValueExample{"R6. 5. 31~6. 1", "", "2024-05-31/2024-06-01 day"},
    ValueExample{"平成29年4月から翌年3月まで", "", "2017-04/2018-03 month"},
    ValueExample{"平成29年4月以降9月まで", "", "2017-04/2017-09 month"},
    ValueExample{"平成30年2月16日（～3月2日）", "", "2018-02-16/2018-03-02 day"},
    ValueExample{"自 令和3年6月1日 至 令和3年8月31日", "", "2021-06-01/2021-08-31 day"},
    ValueExample{"2017/4/1-2018/3/31", "", "2017-04-01/2018-03-31 day"},
    ValueExample{"平成29年9月~翌11月", "", "2017-09/2018-11 month"},
    ValueExample{"平成29年11月から翌2018年7月", "", "2017-11/2018-07 month"},
    ValueExample{"平成4・5・6年度", "",
                 "1992-04/1993-03 fiscal_year; 1993-04/1994-03 fiscal_year; 1994-04/1995-03 fiscal_year"},
    ValueExample{"平成29年6月～", "", "2017-06/.. month"},
    ValueExample{"2018年2月またはそれ以前", "", "../2018-02 month"},
    ValueExample{"平成26年度より", "", "2014-04/.. fiscal_year"},
    ValueExample{"～H28.3", "", "../2016-03 month"},
    ValueExample{"平成30年3月末まで", "", "../2018-03-31 day"},
    ValueExample{"平成28年度より増加", "", "2016-04/2017-03 fiscal_year"},
    ValueExample{"平成28年度より前", "", "../2016-03 fiscal_year"},
    ValueExample{"平成29・30年度", "", "2017-04/2018-03 fiscal_year; 2018-04/2019-03 fiscal_year"},
    ValueExample{"平成29年11月、2月（予定）", "", "2017-11 month planned; 2018-02 month year_inferred planned"},
};

constexpr std::array kVague = {
    ValueExample{"平成29年10月頃", "", "2017-10~ month approximate"},
    ValueExample{"秋ごろ", "fiscal_year=2017", "2017-23 season approximate year_inferred"},
    ValueExample{"春～夏", "fiscal_year=2017", "2017-03/2017-08 season year_inferred"},
    ValueExample{"春", "", ""},
    ValueExample{"例年5月", "", "XXXX-05 month recurring"},
    ValueExample{"随 時", "", "none"},
    ValueExample{"未定", "", "none"},
    ValueExample{"未実施", "", "none"},
    ValueExample{"未定義", "", ""},
};

constexpr std::array kContext = {
    ValueExample{"9月1日", "", "XXXX-09-01 day"},
    ValueExample{"9月1日", "fiscal_year=2017", "2017-09-01 day year_inferred"},
    ValueExample{"10/24～25", "", "XXXX-10-24/XXXX-10-25 day"},
    ValueExample{"10/24～25日", "", "XXXX-10-24/XXXX-10-25 day"},
    ValueExample{"10/24～20", "", ""},
    ValueExample{"12/9 16:00", "", "XXXX-12-09 day 16:00-"},
    ValueExample{"師走25日", "", "XXXX-12-25 day"},
    ValueExample{"大晦日", "fiscal_year=2017", "2017-12-31 day year_inferred"},
    ValueExample{"大晦日", "", ""},
    ValueExample{"架空5年1月1日", "", ""},
    ValueExample{"2月", "fiscal_year=2017", "2018-02 month year_inferred"},
    ValueExample{"2月", "previous=2017-11-05", "2018-02 month year_inferred"},
    ValueExample{"平成28年度から30年度まで", "", "2016-04/2019-03 fiscal_year"},
    ValueExample{"同月", "previous=2017-11-05", "2017-11 month year_inferred"},
    ValueExample{"翌日", "previous=2017-12-31", "2018-01-01 day year_inferred"},
    ValueExample{"次年度以降", "fiscal_year=2018", "2019-04/.. fiscal_year year_inferred"},
    ValueExample{"31年度以降", "fiscal_year=2018", "2019-04/.. fiscal_year year_inferred"},
    ValueExample{"29～33年度", "fiscal_year=2017", "2017-04/2022-03 fiscal_year year_inferred era_overflow"},
    ValueExample{"29～33年度", "date=2017-08-01", "2017-04/2022-03 fiscal_year year_inferred era_overflow"},
    ValueExample{"29～33年度", "", ""},
    ValueExample{"31年度以降", "", ""},
    ValueExample{"年度内", "", ""},
    ValueExample{"2月29日", "fiscal_year=2017", ""},
    ValueExample{"2日目", "date=2017-08-01", "2017-08-02 day year_inferred"},
    ValueExample{"8月1日（1日目）と2日目", "", "XXXX-08-01 day; XXXX-08-02 day"},
    ValueExample{"8月2日（2日目）", "", "XXXX-08-02 day"},
    ValueExample{"2日目標", "date=2017-08-01", ""},
    ValueExample{"8月上旬に会議、下旬に視察", "",
                 "XXXX-08-01/XXXX-08-10 part_of_month; XXXX-08-21/XXXX-08-31 part_of_month"},
    ValueExample{"下旬に視察", "", ""},
};

constexpr std::array kEras = {
    ValueExample{"平成31年4月30日", "", "2019-04-30 day"},
    ValueExample{"平成31年5月1日", "", "2019-05-01 day era_overflow"},
    ValueExample{"令和元年5月1日", "", "2019-05-01 day"},
    ValueExample{"平成31年度", "", "2019-04/2020-03 fiscal_year"},
    ValueExample{"平成33年度", "", "2021-04/2022-03 fiscal_year era_overflow"},
    ValueExample{"昭和64年1月7日", "", "1989-01-07 day"},
    ValueExample{"昭和64年1月8日", "", "1989-01-08 day era_overflow"},
    ValueExample{"明治6年1月1日", "", "1873-01-01 day"},
    ValueExample{"明治5年12月2日", "", "1872 year lunisolar"},
    ValueExample{"明治5年12月3日", "", ""},
    ValueExample{"旧暦平成27年8月15日", "", "2015 year lunisolar"},
    ValueExample{"2024年9月17日（旧暦8月15日）", "", "2024-09-17 day"},
    ValueExample{"旧暦8月15日", "", ""},
    ValueExample{"令和6年（2024年）4月1日", "", "2024-04-01 day"},
    ValueExample{"令和6年（2023年）", "", "2024 year pair_differs"},
    ValueExample{"平成令和2年4月1日", "", ""},
    ValueExample{"平成2丁目", "", ""},
    ValueExample{"R134a", "", ""},
    ValueExample{"M7.3の地震", "", ""},
};

constexpr std::array kTimes = {
    ValueExample{"令和7年3月11日（火） 13：30～17：00", "", "2025-03-11 day 13:30-17:00"},
    ValueExample{"令和7年3月11日（水）", "", "2025-03-11 day weekday_differs"},
    ValueExample{"2020-10-23(Fri) 11:30", "", "2020-10-23 day 11:30-"},
    ValueExample{"2018年5月15日の午後3時", "", "2018-05-15 day 15:00-"},
    ValueExample{"2017-05-09T10:30:00+09:00", "", "2017-05-09 day 10:30-"},
    ValueExample{"2017年5月19日午後1時半から3時まで", "", "2017-05-19 day 13:30-15:00"},
    ValueExample{"令和7年3月11日（火）、12日（水）", "", "2025-03-11 day; 2025-03-12 day year_inferred"},
    ValueExample{"正午", "", "none 12:00-"},
    ValueExample{"午後1時半から同3時半", "", "none 13:30-15:30"},
    ValueExample{"25時", "", ""},
    ValueExample{"24時間", "", ""},
    ValueExample{"午後12時", "", ""},
    ValueExample{"令和6年9月8日夜7時から9時", "", "2024-09-08 day 19:00-21:00"},
    ValueExample{"夜12時", "", ""},
};

constexpr std::array kForms = {
    ValueForm{{"日と月", "Days and months"},
              {"元号（名前・頭文字・合字）、西暦、漢数字、字間の空いた数字を読む。暦にない日は日付としない。",
               "Eras by name, letter or ligature, western years, kanji numerals and spaced figures. A day that the "
               "calendar does not "
               "have is no date."},
              kDays},
    ValueForm{{"期間", "Periods"},
              {"年度は4月から翌年3月。上旬は1～10日、中旬は11～20日、下旬は21日～月末。末は最後の日。",
               "A fiscal year runs from April to March. 上旬 is days 1–10, 中旬 11–20, 下旬 21 to the end; 末 is the "
               "last day."},
              kPeriods},
    ValueForm{{"範囲と並び", "Ranges and lists"},
              {"範囲の後ろは前から年月を受け、前へは戻らない。並びは1つずつの値になる。精度は粗い方。",
               "The second end of a range takes what it leaves out from the first and never lies before it. A list "
               "gives one value each. "
               "The precision is the coarser one."},
              kRanges},
    ValueForm{{"おおよその時期と未定", "Vague and open times"},
              {"頃・ごろ・程度は `~` を付ける（季節には付けない）。随時・未定・未実施・調整中は値が空で精度 `none`。",
               "頃, ごろ and 程度 add `~`, but not to a season. 随時, 未定, 未実施 and 調整中 have precision `none` "
               "and no value."},
              kVague},
    ValueForm{
        {"年のない日付", "Dates without a year"},
        {"直前の日付以後で年度の内に入る年をとり、`year_inferred` を付ける。手がかりがなければ年は `XXXX`。"
         "元号のない29年度は、文脈に最も近い元号の年とし、同じ印を付ける。2日目は（1日目）とある日か日の範囲の初めから"
         "数え、"
         "下旬だけなら直前の日付の月とする。",
         "They take the year in which they fall on or after the date before them, inside the fiscal year of the "
         "context, marked "
         "`year_inferred`. Without either the year stays `XXXX`. 29年度 without an era is that of the era "
         "nearest to the "
         "context, marked in the same way. 2日目 is counted from the day marked (1日目) or the first of a range; 下旬 "
         "alone is of the month of the date before it."},
        kContext},
    ValueForm{{"元号の境目", "Where eras end"},
              {"元号の終わりを過ぎた日は計算して `era_overflow` "
               "を付ける。1873年より前と旧暦の日は太陰太陽暦なので年だけ（`lunisolar`）。",
               "A day past the end of its era is computed and marked `era_overflow`. Before 1873 the calendar was "
               "lunisolar, as it is behind 旧暦: only the year "
               "is given, marked `lunisolar`."},
              kEras},
    ValueForm{
        {"曜日と時刻", "Weekdays and times"},
        {"曜日は暦と照らし、違えば `weekday_differs`。午前12時・午後12時・夜12時は正午とも夜中とも読めるので読まない。",
         "A weekday is compared with the calendar. 午前12時, 午後12時 and 夜12時 may mean noon or midnight, and are "
         "not read."},
        kTimes},
};

}  // namespace

std::span<const ValueForm> date_forms() { return kForms; }

}  // namespace torikomi

#include "torikomi/value/number.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

struct Reading {
  const char* text;
  const char* found;  ///< "words=value unit/per flags", several parted by " | "
};

std::string summary(std::string_view text, const std::vector<NumberValue>& values) {
  std::string out;
  for (const NumberValue& v : values) {
    if (!out.empty()) out += " | ";
    out += text.substr(v.begin, v.end - v.begin);
    out += '=';
    out += v.value_text();
    if (v.high) out += ".." + v.high->to_string();
    if (!v.unit.empty()) out += " " + v.unit;
    if (!v.per.empty()) out += "/" + v.per;
    if (v.comparator != Comparator::kEqual) out += " " + std::string(name(v.comparator));
    if (v.approximate) out += " ~";
    if (v.cumulative) out += " cumulative";
    if (v.is_money) out += " money";
  }
  return out;
}

void expect_readings(std::initializer_list<Reading> readings, const NumberContext& context = {}) {
  for (const Reading& r : readings) EXPECT_EQ(summary(r.text, find_numbers(r.text, context)), r.found) << r.text;
}

void expect_none(std::initializer_list<const char*> texts) {
  for (const char* text : texts) EXPECT_EQ(summary(text, find_numbers(text)), "") << text;
}

// Contract, Values, numbers: the base unit with multipliers applied.
TEST(Number, AppliesMultipliers) {
  expect_readings({{"18,513千人", "18,513千人=18513000 人"},
                   {"100千円", "100千円=100000 円 money"},
                   {"約2.5億円", "約2.5億円=250000000 円 ~ money"},
                   {"1億2000万", "1億2000万=120000000"},
                   {"1,234万5,678円", "1,234万5,678円=12345678 円 money"},
                   {"3万5千円", "3万5千円=35000 円 money"},
                   {"15百万円", "15百万円=15000000 円 money"},
                   {"2~3万円", "2~3万円=20000..30000 円 money"},
                   {"三十万", "三十万=300000"},
                   {"十万三千", "十万三千=103000"},
                   {"百二十三", "百二十三=123"},
                   {"五〇〇", "五〇〇=500"},
                   {"千二百円", "千二百円=1200 円 money"}});
  expect_none({"一般", "三重県", "四万十市", "一人ひとり", "二酸化炭素", "数千円", "数十人", "万全"});
}

// Contract, Values, numbers: signs, comparators, per, (累計), fractions.
TEST(Number, ReadsSignsAndQualifiers) {
  expect_readings({{"▲862人", "▲862人=-862 人"},
                   {"△3,639人", "△3,639人=-3639 人"},
                   {"-3.9ポイント", "-3.9ポイント=-3.9 ポイント"},
                   {"12.3%", "12.3%=12.3 %"},
                   {"30人/回", "30人/回=30 人/回"},
                   {"500人(累計)", "500人(累計)=500 人 cumulative"},
                   {"10,000台/日以上", "10,000台/日以上=10000 台/日 >="},
                   {"5回/年", "5回/年=5 回/年"},
                   {"年4回", "年4回=4 回/年"},
                   {"1人当たり300円", "1人当たり300円=300 円/人 money"},
                   {"≥50%", "≥50%=50 % >="},
                   {"成功率≧ 95.5%", "≧ 95.5%=95.5 % >="},
                   {"≦3日", "≦3日=3 日 <="},
                   {"<5%", "<5%=5 % <"},
                   {"<5>", "5=5"},
                   {"> 3件", "3件=3 件"},
                   {"20人以上30人未満", "20人以上=20 人 >= | 30人未満=30 人 <"},
                   {"2~3回", "2~3回=2..3 回"},
                   {"8人から10人の班", "8人から10人=8..10 人"},
                   {"1から5個", "1から5個=1..5 個"},
                   {"10人から20人に増加", "10人=10 人 | 20人=20 人"},
                   {"30人から10人", "30人=30 人 | 10人=10 人"},
                   {"3分の1", "3分の1=1/3"},
                   {"1/2", "1/2=1/2"},
                   {"5割", "5割=50 %"},
                   {"3割5分", "3割5分=35 %"},
                   {"5店舗(施設)", "5店舗(施設)=5 店舗(施設)"}});
  expect_none({"第1回", "国道2号", "086-803-1234", "R134a", "COVID-19", "A4", "1.2.3", "2回目", "13:30~16:30", "No.3"});
}

// Contract, Values, numbers: the unit of a heading holds for the numbers behind it that print none.
TEST(Number, TakesTheUnitThatTheTextNames) {
  expect_readings({{"(単位:千円) 1,200", "1,200=1200000 円 money"},
                   {"(単位:人) 30 (単位:千円) 40", "30=30 人 | 40=40000 円 money"},
                   {"(単位:千円) 1,200 30人", "1,200=1200000 円 money | 30人=30 人"}});
  expect_readings({{"1,200 (単位:千円)", "1,200=1200"},
                   {"(単位:千円、%) 5", "5=5"},
                   {"(単位千円 5", "5=5"},
                   {"(単位:施設) 5", "5=5"}});
  expect_none({"(単位:千円)", "(単位:千円) 第1回"});
}

// Kanji numbers by value and by place, with 零 for empty places and the forms of deeds (大字).
TEST(Number, ReadsKanjiNumbers) {
  expect_readings({{"一千〇二十四", "一千〇二十四=1024"},
                   {"千〇十", "千〇十=1010"},
                   {"四千零五万", "四千零五万=40050000"},
                   {"千六〇〇", "千六〇〇=1600"},
                   {"一二三四", "一二三四=1234"},
                   {"一億二三四五万六七八九", "一億二三四五万六七八九=123456789"},
                   {"五万廿", "五万廿=50020"},
                   {"壱億弐阡参百", "壱億弐阡参百=100002300"},
                   {"仟円", "仟円=1000 円 money"},
                   {"弐〇弐四", "弐〇弐四=2024"},
                   {"金壱百万円", "壱百万円=1000000 円 money"},
                   {"五 分の 一", "五 分の 一=1/5"},
                   {"四畳半", "四畳半=4.5 畳"},
                   {"十ドル", "十ドル=10 ドル"}});
  expect_none({"三五十", "七十二百一", "持参人", "参加", "陸上", "三陸", "弐〇弐四棟の", "七五三", "三軒茶屋駅",
               "九頭竜湖", "中村一二三"});
}

// What stands behind a multiplier is smaller than it.
TEST(Number, RefusesWhatDoesNotFall) {
  expect_readings({{"1万2345", "1万2345=12345"},
                   {"12千345", "12千345=12345"},
                   {"7万 5千 4百円", "7万 5千 4百円=75400 円 money"},
                   {"3 万 4,500トン", "3 万 4,500トン=34500 トン"},
                   {"3万 4,500人", "3万=30000 | 4,500人=4500 人"},
                   {"1、234、567", "1、234、567=1234567"},
                   {"¥88、000", "¥88、000=88000 円 money"},
                   {"経費は4、409千円で", "4、409千円=4409000 円 money"},
                   {"会費12、500円、13、800円", "12、500円=12500 円 money | 13、800円=13800 円 money"},
                   {"1号、2号、3、500円", "3=3 | 500円=500 円 money"},
                   {"定員5、100人", "5=5 | 100人=100 人"},
                   {"120、130人", "120=120 | 130人=130 人"},
                   {"2.5千万", "2.5千万=25000000"},
                   {"2.5万5百", "2.5万5百=25500"},
                   {"1.5百万1.5千20", "1.5百万1.5千20=1501520"},
                   {"2百万415千306", "2百万415千306=2415306"}});
  expect_none({"1千1000", "1万10千", "1万12345", "1億12000万", "1.5千500", "1.5千5百", "1.2万3千人", "1.5億2千万",
               "000,000", "0,500円", "12345678901234567890", "垓下の戦い", "1億2万億"});
}

// Two rising kanji figures where one is expected are "five or six", with the multiplier behind them.
TEST(Number, ReadsPairsOfFigures) {
  expect_readings({{"五六千円", "五六千円=5000..6000 円 money"},
                   {"十五六人", "十五六人=15..16 人"},
                   {"二三千万円", "二三千万円=20000000..30000000 円 money"},
                   {"二三割", "二三割=20..30 %"},
                   {"十二、三人", "十二、三人=12..13 人"},
                   {"14、5回", "14、5回=14..15 回"},
                   {"12、13人", "12=12 | 13人=13 人"},
                   {"10、1人", "10=10 | 1人=1 人"}});
  expect_none({"五六千三百円", "二・三人", "十二・三人"});
}

// Figures by place before 千 and 百万, a point that is spoken, and 負 as the sign.
TEST(Number, ReadsSpokenForms) {
  expect_readings({{"二七〇百万円", "二七〇百万円=270000000 円 money"},
                   {"三五〇千人", "三五〇千人=350000 人"},
                   {"三点一四", "三点一四=3.14"},
                   {"二点五倍", "二点五倍=2.5 倍"},
                   {"三点一組", "三点=3 点"},
                   {"負の百五", "負の百五=-105"},
                   {"負12.5", "負12.5=-12.5"},
                   {"自負3件", "3件=3 件"},
                   {"肆", "肆=4"},
                   {"參", "參=3"},
                   {"壱・弐", "壱・弐=1.2"},
                   {"七・四", "七・四=7.4"},
                   {"参割", "参割=30 %"},
                   {"三四寸", "三四寸=3..4 寸"},
                   {"四五日の旅", "四五日=4..5 日"}});
  expect_none({"七・八", "七・四の", "三四町", "什", "-百万円", "漆", "陸", "書肆", "二七〇千三百", "負債"});
}

// A spoken point stands behind a multiplier as well, and words may follow its figures.
TEST(Number, ReadsSpokenPoints) {
  expect_readings({{"マイナス七十二点零四", "マイナス七十二点零四=-72.04"},
                   {"四千二百点二五ドル", "四千二百点二五ドル=4200.25 ドル"},
                   {"三万点七", "三万点七=30000.7"},
                   {"二点五万", "二点五万=25000"},
                   {"八点六は高い", "八点六=8.6"},
                   {"七点三冊", "七点=7 点 | 三冊=3 冊"},
                   {"七万もらう", "七万=70000"},
                   {"鶴二羽", "二羽=2 羽"}});
  expect_none({"一七二点一六点三点四", "プラスマイナス三百万", "二羽織", "七万里"});
}

// Signs and codes of currencies, and the unit on both sides of a hyphen.
TEST(Number, ReadsCurrenciesAndRangesOfUnits) {
  expect_readings({{"USD 40", "USD 40=40 ドル"},
                   {"eur7.5", "eur7.5=7.5 ユーロ"},
                   {"-US$8.25", "-US$8.25=-8.25 ドル"},
                   {"JPY2,500", "JPY2,500=2500 円 money"},
                   {"£30", "£30=30 ポンド"},
                   {"3米ドル5セント", "3米ドル5セント=3.05 米ドル"},
                   {"4kg-7kg", "4kg-7kg=4..7 kg"},
                   {"9cm-4cm", "9cm=9 cm"},
                   {"¥-620", "¥-620=-620 円 money"},
                   {"￥△1,300", "￥△1,300=-1300 円 money"},
                   {"A-3, €-2", "€-2=-2 ユーロ"},
                   {"15ー20人", "15ー20人=15..20 人"},
                   {"3ードル", "3=3"},
                   {"1/4L", "1/4=1/4"}});
  expect_none({"XUSD40", "1970s"});
}

// Telephone numbers behind an area in brackets or the code of a country.
TEST(Number, LeavesTelephonesAlone) {
  expect_readings({{"+5 (前年比)", "+5=5"}, {"+3 -2 (人)", "+3=3 | -2=-2"}});
  expect_none({"(06) 2345-6789", "+81 80-2345-6789", "+81 (6) 2345-6789", "+44 20-7123-4567", "078 345 6789",
               "078ー345ー6789", "６５０ー００１２"});
}

// Figures that name: shops where all costs 100 yen, exhibits, notes, blocks of a town laid out by the compass, powers.
TEST(Number, LeavesNamesWithFiguresAlone) {
  expect_readings({{"100円均一", "100円=100 円 money"}, {"注) 3人", "3人=3 人"}, {"東5人", "5人=5 人"}});
  expect_none({"100均", "甲1", "乙4", "注) 3", "北3西1-7", "10^-3", "-2.5^+4", "2,,345", "080-****-4321",
               "fe80:1:c2::15", "JIS Q 9001"});
}

// The signs and qualifiers that others lose.
TEST(Number, ReadsWhatOthersMiss) {
  expect_readings({{"▲3.9%", "▲3.9%=-3.9 %"},
                   {"前年比-5%", "-5%=-5 %"},
                   {"平均は-3.2", "-3.2=-3.2"},
                   {"1~2割", "1~2割=10..20 %"},
                   {"5割半", "5割半=55 %"},
                   {"2222円13銭", "2222円13銭=2222.13 円 money"},
                   {"20より大きい", "20より大きい=20 >"},
                   {"30人より少ない", "30人より少ない=30 人 <"}});
  expect_none({"〒700-8554", "No.3-12"});
}

// Kanji numbers apart, of both forms, with 千円 behind the whole, and as "two or three".
TEST(Number, ReadsKanjiNumbersOfOtherForms) {
  expect_readings({{"一百 五 十 二", "一百 五 十 二=152"},
                   {"三千 八百 九十六 万 四千 九百 六十五", "三千 八百 九十六 万 四千 九百 六十五=38964965"},
                   {"五百六十五千円", "五百六十五千円=565000 円 money"},
                   {"七十一百万円", "七十一百万円=71000000 円 money"},
                   {"二、三人", "二、三人=2..3 人"},
                   {"1万億円", "1万億円=1000000000000 円 money"},
                   {"2ドル3セント", "2ドル3セント=2.03 ドル"},
                   {"2,3人", "2,3人=2..3 人"},
                   {"七十七程度", "七十七程度=77 ~"},
                   {"八トン", "八トン=8 トン"},
                   {"肆陸", "肆陸=46"},
                   {"零下10度", "零下10度=-10 度"}});
  expect_readings({{"1、2、3人", "1=1 | 2=2 | 3人=3 人"}, {"五百 三十人", "五百=500 | 三十人=30 人"}});
  expect_none({"三陸", "二参", "一人一人", "一軒一軒", "一、二の例", "八頭郡八頭町", "六ヶ所村", "百人町", "五七五",
               "十人十色", "十二分に", "百人一首", "一人暮らし", "一軒家", "四つ葉"});
}

// 一 is left out before the first multiplier of a long number, but 万 and 京 end and begin words as well; 千百万円 is a
// number and not the unit of a column.
TEST(Number, ReadsABareFirstMultiplier) {
  expect_readings({{"億二千三百四十五万人", "億二千三百四十五万人=123450000 人"},
                   {"費用は万二千円", "万二千円=12000 円 money"},
                   {"京二千兆", "京二千兆=12000000000000000"},
                   {"千百万円", "千百万円=11000000 円 money"},
                   {"千百十万円", "千百十万円=11100000 円 money"}});
  expect_none({"万一", "万三", "巨万二千", "京三条", "億万", "百万円", "千円"});
}

// Figures behind the name of what they number, and classes: ordinals count nothing.
TEST(Number, LeavesReferencesAlone) {
  expect_none({"図1", "別紙2", "資料3", "様式第1号", "※1", "注2", "内線 3412", "第1-2図", "2021-A", "3号機", "4番線",
               "2級河川", "2年生", "3次元", "1.234,56"});
  expect_none({"第2条の2",
               "第252条の22第1項",
               "写真4",
               "問1",
               "*1",
               "086(803)1234",
               "Society 5.0",
               "バージョン2.0",
               "ISO 14001",
               "1番目",
               "2次交通",
               "2款1項",
               "1型糖尿病",
               "5類感染症",
               "ミニ5駆",
               "3対1",
               "2040推計",
               "別表第1の2",
               "12番地の3",
               "第1・2回",
               "第1~3回",
               "27総行第10号",
               "口座番号 1234567",
               "21世紀",
               "31年度以降",
               "毎月10日",
               "フェーズ2",
               "ビジョン2030",
               "Windows 11",
               "Wi-Fi 6"});
  expect_readings({{"マイナス5", "マイナス5=-5"},
                   {"コスト1,200", "1,200=1200"},
                   {"センター3箇所", "3箇所=3 箇所"},
                   {"マグニチュード7.3", "7.3=7.3"},
                   {"PV 12,345", "12,345=12345"},
                   {"Total 1200", "1200=1200"},
                   {"CPU 4 個", "4 個=4 個"},
                   {"KPI 50%", "50%=50 %"},
                   {"2年度", "2年度=2 年度"},
                   {"毎月10日間", "10日間=10 日間"},
                   {"カバー率50%", "50%=50 %"},
                   {"3条件", "3条件=3 条件"},
                   {"△5.2P", "△5.2P=-5.2 P"},
                   {"30余名", "30余名=30 名 ~"},
                   {"五十余件", "五十余件=50 件 ~"},
                   {"十分の一", "十分の一=1/10"},
                   {"年間延べ500人", "年間延べ500人=500 人/年"}});
  expect_readings({{"第5条の2人", "2人=2 人"}, {"1項目", "1項目=1 項目"}, {"0(5)", "0=0 | 5=5"}});
  expect_readings({{"発表5件", "5件=5 件"}, {"図表3枚", "3枚=3 枚"}, {"1.5,2.5分", "1.5=1.5 | 2.5分=2.5 分"}});
}

TEST(Number, ReadsSignsOfOtherAlphabets) {
  expect_readings({{"Δ1,234", "Δ1,234=-1234"},
                   {"∆ 5.3%", "∆ 5.3%=-5.3 %"},
                   {"(Δ30人)", "Δ30人=-30 人"},
                   {"前年比Δ5%", "Δ5%=-5 %"},
                   {"マイナス五", "マイナス五=-5"}});
  expect_readings({{"図Δ3枚", "3枚=3 枚"}, {"温度差Δ5℃", "5℃=5 ℃"}});  // the letter
  expect_none({"ΔT", "ΔG5", "プラス五", "五マイナス三", "マイナス零", "マイナス一次"});
}

// The dots that lead from a label to its figures (… is three of them); pages of a table of contents have no unit.
TEST(Number, ReadsAmountsBehindLeaders) {
  expect_readings({{"件数...10件", "10件=10 件"}, {"人口......12,345人", "12,345人=12345 人"}, {".5", ".5=0.5"}});
  expect_none({"第1章 概要......12", "目次...35", "目次...35ページ", "v.2", "A...B5"});
}

TEST(Number, ReadsPointsAndHalvesOfKanji) {
  expect_readings({{"二七・六人", "二七・六人=27.6 人"},
                   {"一〇・五人", "一〇・五人=10.5 人"},
                   {"三年半", "三年半=3.5 年"},
                   {"二日半", "二日半=2.5 日"}});
  expect_readings({{"一二・三・四人", "四人=4 人"}});  // a list
  expect_none({"三年半ば", "三年半期", "二日半額", "昭和三年半ば", "三年"});
}

TEST(Number, TellsSeveralFromTheCountOfANoun) {
  expect_readings({{"参加者数120人", "120人=120 人"},
                   {"利用者数100人", "100人=100 人"},
                   {"脈拍数80", "80=80"},
                   {"財政力指数0.45", "0.45=0.45"},
                   {"戸数1,234", "1,234=1234"},
                   {"会員数三百二十名", "三百二十名=320 名"},
                   {"部数1,000", "1,000=1000"},
                   {"件数10件", "10件=10 件"}});
  expect_none({"数10人", "毎年数10件", "数100万円", "数千万円", "数十人", "十数人", "数億円", "数1次"});
}

// Contract: ordinals are no numbers; neither is what shares the word that makes them so.
TEST(Number, LeavesListsAndRangesOfNamesAlone) {
  expect_none({"5・6年生", "1・2号館", "1、2、3年目", "1・2・3年目", "1・2丁目", "3・4階", "1~3年目", "1~3回目"});
  expect_readings({{"3・4人", "3=3 | 4人=4 人"},
                   {"2・3階建て", "2=2 | 3階建=3 階建"},
                   {"5、6年生は30人", "30人=30 人"},
                   {"20人目標", "20人=20 人"},
                   {"延長1,234m", "1,234m=1234 m"},
                   {"芸術文化1,234件", "1,234件=1234 件"},
                   {"10~20件目安", "10~20件=10..20 件"}});
}

// Contract: leading numbers ((1), 1 テーマ) are part of no value; pages and the unit of a heading count nothing either.
TEST(Number, LeavesNumbersOfHeadingsAlone) {
  expect_none({"(1) 課題",
               "- (2) 調査の目的",
               "2 日時",
               "1 テーマ",
               "1. 会議の開催",
               "2) 場所",
               "P 4",
               "p.12",
               "(単位:千円)",
               "単位 : 百万円",
               "2 日 時",
               "| 1 期 日 |",
               "## 3 基金",
               "| 14 国庫支出金",
               "1 県と市町村との連携",
               "3 事業の概要",
               "## 2 施設の整備",
               "次の「(2) 枠組み」",
               "※(1)において",
               "P 9~10",
               "1/2ページ",
               "5/12 頁"});
  expect_readings({{"| 2 件 |", "2 件=2 件"}, {"2 人 3 人", "2 人=2 人 | 3 人=3 人"}});
  expect_readings({{"30 人", "30 人=30 人"},
                   {"3 人以上", "3 人以上=3 人 >="},
                   {"(862)", "862=862"},
                   {"12 施設", "12 施設=12 施設"},
                   {"4,131km 2", "4,131km 2=4131 km2"},
                   {"10m 2人", "10m=10 m | 2人=2 人"}});
}

TEST(Number, TakesTheUnitOfTheTableHeading) {
  expect_readings({{"1,234", "1,234=1234000 円 money"}, {"▲5", "▲5=-5000 円 money"}, {"3人", "3人=3 人"}},
                  {.unit = "千円"});
}

// Figures grouped by one blank are one number where a unit, ¥ or a padded group says so, and else not read at all: they
// are as well columns, and the first figure alone would be a wrong number.
TEST(Number, ReadsFiguresGroupedByBlanks) {
  expect_readings({{"2 000 人", "2 000 人=2000 人"},
                   {"14 250人", "14 250人=14250 人"},
                   {"3 405 600円", "3 405 600円=3405600 円 money"},
                   {"2 400千円", "2 400千円=2400000 円 money"},
                   {"1 350万円", "1 350万円=13500000 円 money"},
                   {"▲1 720件", "▲1 720件=-1720 件"},
                   {"約6 100台以上", "約6 100台以上=6100 台 >= ~"},
                   {"2 640.5 km", "2 640.5 km=2640.5 km"},
                   {"¥7 300", "¥7 300=7300 円 money"},
                   {"1 500~2 500人", "1 500~2 500人=1500..2500 人"},
                   {"来場者 8 215 人、うち市外 3 127 人", "8 215 人=8215 人 | 3 127 人=3127 人"},
                   {"9 000", "9 000=9000"}});
  expect_none({"12 345 678", "12 345", "4 118 津山市", "6 230 人口", "3 150人が参加", "PV 2 310 件", "0 450 人"});
  expect_readings({{"24 310 2,150", "2,150=2150"},  // columns
                   {"2019 310 450 人", "2019=2019"},
                   {"H30 150人", "150人=150 人"},
                   {"資料 3 250人", "250人=250 人"},
                   {"7 15 人", "7=7 | 15 人=15 人"},
                   {"7 1500 人", "7=7 | 1500 人=1500 人"},
                   {"7  150 人", "7=7 | 150 人=150 人"}});
}

// Contract, Values, numbers: 5回/年 has the unit 回, per 年; so has what 1日 and 1人 stand glued before.
TEST(Number, ReadsPerBeforeTheNumber) {
  expect_readings({{"1日2回", "1日2回=2 回/日"},
                   {"1人3枚まで", "1人3枚=3 枚/人"},
                   {"1回約2時間", "1回約2時間=2 時間/回 ~"},
                   {"1日平均85台", "1日平均85台=85 台/日"},
                   {"1日最大40人", "1日最大40人=40 人/日 <="},
                   {"1人1日当たり850g", "1人1日当たり850g=850 g/人・日"},
                   {"1世帯1か月当たり約18m3", "1世帯1か月当たり約18m3=18 m3/世帯・か月 ~"},
                   {"1個120円", "1個120円=120 円/個 money"},
                   {"一人一台", "一人一台=1 台/人"},
                   {"1人当たり▲40円", "1人当たり▲40円=-40 円/人 money"},
                   {"1日に2回", "1日に2回=2 回/日"},
                   {"1人に1台", "1人に1台=1 台/人"},
                   {"年に3回", "年に3回=3 回/年"}});
  expect_readings({{"1時間20分", "1時間=1 時間 | 20分=20 分"},
                   {"1年3か月", "1年=1 年 | 3か月=3 か月"},
                   {"1市2町", "1市=1 市 | 2町=2 町"},
                   {"1人 2枚", "1人=1 人 | 2枚=2 枚"},
                   {"21人2枚", "21人=21 人 | 2枚=2 枚"},
                   {"4月1日50人", "50人=50 人"},
                   {"5人に1人", "5人=5 人 | 1人=1 人"},
                   {"昨年に3回", "3回=3 回"},
                   {"5年に1回", "5年=5 年 | 1回=1 回"},
                   {"1日2回目", "1日=1 日"}});
  expect_none({"1人1人", "1校1校", "1つ1つ"});
}

// 延べ counts somebody each time; it is no running total such as 累計.
TEST(Number, TellsTotalsFromRunningTotals) {
  expect_readings({{"延べ2,150人", "2,150人=2150 人"}, {"2,150人(累計)", "2,150人(累計)=2150 人 cumulative"}});
}

// The calendar has neither of them, or they need a date beside them: none is a count.
TEST(Number, LeavesPartsOfDatesAlone) {
  expect_none({"令和0年", "平成8年14月5日", "昭和3月6日", "西暦310年", "2月30日", "9月", "26時", "毎月5日"});
  expect_readings(
      {{"4.2月分", "4.2月=4.2 月"}, {"9か月", "9か月=9 か月"}, {"26時間", "26時間=26 時間"}, {"5日", "5日=5 日"}});
}

// Figures of two forms, and runs that go on as no number does.
TEST(Number, RefusesRunsThatGoOn) {
  expect_none({"45六七", "七六54", "3四半期", "2千3千", "5万.2億", "億2千300", "〇〇五", "3の7の2", "8番アイアン",
               "5丁2-3", "だい7", "八軒町", "十分間に合う"});
  expect_readings({{"八百万円", "八百万円=8000000 円 money"},
                   {"八百万三千", "八百万三千=8003000"},
                   {"十分間", "十分間=10 分間"},
                   {"金弐円", "弐円=2 円 money"},
                   {"四〇億", "四〇億=4000000000"},
                   {"一八万", "一八万=180000"},
                   {"3番組", "3番組=3 番組"},
                   {".45", ".45=0.45"},
                   {"-.5%", "-.5%=-0.5 %"},
                   {"イコール64", "64=64"}});
  expect_none({"八百万の神", "八百万", "x.45", "五六万人"});
}

// Statutes group kanji figures by threes behind 、. A list does as well, and the number of an item stands before one.
TEST(Number, ReadsKanjiFiguresGroupedByThrees) {
  expect_readings({{"一、五〇〇円", "一、五〇〇円=1500 円 money"},
                   {"手数料は一、五〇〇円とする", "一、五〇〇円=1500 円 money"},
                   {"金二五〇、〇〇〇円", "二五〇、〇〇〇円=250000 円 money"},
                   {"一五、三〇〇円", "一五、三〇〇円=15300 円 money"},
                   {"三、〇〇〇人以上", "三、〇〇〇人以上=3000 人 >="},
                   {"一、二〇〇万円", "一、二〇〇万円=12000000 円 money"},
                   {"四、〇〇〇、〇〇〇", "四、〇〇〇、〇〇〇=4000000"},
                   {"一二三、〇四五、〇六七・〇八九", "一二三、〇四五、〇六七・〇八九=123045067.089"}});
  expect_readings({{"二〇〇、三〇〇人", "二〇〇=200 | 三〇〇人=300 人"},
                   {"二、三人", "二、三人=2..3 人"},
                   {"四、五百人", "四、五百人=400..500 人"},
                   {"二、三十件", "二、三十件=20..30 件"},
                   {"2、3千円", "2、3千円=2000..3000 円 money"},
                   {"二、五百人", "五百人=500 人"}});
  expect_none({"一、五〇〇円を納める者", "一、三〇〇人が参加した", "二〇、一五〇人の規模"});
}

// 五六 and 一二三 as the whole of a text are figures by place: there is nothing that two or three could count.
TEST(Number, ReadsRisingKanjiFiguresThatAreAllThereIs) {
  expect_readings({{"五六", "五六=56"}, {" 一二三 ", "一二三=123"}, {"七八", "七八=78"}, {"五六人", "五六人=5..6 人"}});
  expect_none({"七五三", "五七五", "中村一二三", "五六に"});
}

// Beyond 兆, and as spreadsheets print numbers that are too long for their cells.
TEST(Number, ReadsVeryLargeNumbers) {
  expect_readings(
      {{"5千京", "5千京=50000000000000000000"},
       {"一垓", "一垓=100000000000000000000"},
       {"39京4385兆4895万円", "39京4385兆4895万円=394385000048950000 円 money"},
       {"200000000000000000000万", "200000000000000000000万=2000000000000000000000000"},
       {"9,223,372,036,854,775,807円", "9,223,372,036,854,775,807円=9223372036854775807 円 money"},
       {"三秭", "三秭=3000000000000000000000000"},
       {"123京4567兆8901億2345万6789", "123京4567兆8901億2345万6789=1234567890123456789"},
       {"千二百三十四垓五千六百七十八京九十二", "千二百三十四垓五千六百七十八京九十二=123456780000000000000092"},
       {"1.25E+09", "1.25E+09=1250000000"},
       {"-3.2e-2", "-3.2e-2=-0.032"}});
  expect_none({"垓", "2E5", "1E5号室", "1.5E99", "1234567890123456789", "100K", "3M"});
}

// A hyphen apart is a sign where nothing but figures follows; with a unit it is as well a bullet.
TEST(Number, TakesAHyphenApartForASign) {
  expect_readings({{"- 1,200,000", "- 1,200,000=-1200000"}, {"− 35", "− 35=-35"}});
  expect_readings({{"- 30人", "30人=30 人"}, {"前年 - 1,200", "1,200=1200"}, {"- 1,200 増", "1,200=1200"}});
}

// 千円 in the head of a table is a unit, and words of a numeral and a counter are words.
TEST(Number, LeavesUnitsAndWordsAlone) {
  expect_none({"交付決定額(千円)", "千円", "支出額(百万円)", "入込客数(千人)", "金額(千円、%)", "観光消費額(百万円/年)",
               "三本柱", "一人っ子", "三回忌", "二枚貝", "九一色村", "二十四節気"});
  expect_readings({{"会費は千円", "千円=1000 円 money"},
                   {"(千二百円)", "千二百円=1200 円 money"},
                   {"百万", "百万=1000000"},
                   {"百万人", "百万人=1000000 人"},
                   {"二百四十五です", "二百四十五=245"},
                   {"三本", "三本=3 本"}});
}

// What a number stands behind, or before, makes a name of it also where a blank stands between.
TEST(Number, LeavesLabelsWithNumbersAlone) {
  expect_none({"第 1 回", "国道 53 号", "施策2 安全・安心", "重点施策3", "基本目標1", "(款) 2 総務費", "9款1項5目",
               "テーマ7 地域の活力", "小6国語", "中3、", "3階会議室", "2階 大会議室", "401会議室", "12ページ参照",
               "8頁を参照", "2ページ目", "1等", "3等地"});
  expect_readings({{"3会議室", "3会議=3 会議"},
                   {"5階建", "5階建=5 階建"},
                   {"24ページ", "24ページ=24 ページ"},
                   {"3等分", "3等=3 等"},
                   {"5人等", "5人=5 人"},
                   {"3目標", "3目標=3 目標"},
                   {"対策5件", "5件=5 件"},
                   {"目標11", "11=11"},
                   {"センター3 箇所", "3 箇所=3 箇所"},
                   {"最小3", "最小3=3 >="},
                   {"中5日", "5日=5 日"}});
}

// Numbers of items and pages that are all of a text, years of school, telephone numbers and addresses count nothing.
TEST(Number, LeavesNamesOfThingsAlone) {
  expect_none({"(1)", "(12)", "3.", "4)", "- 7 -", "小学6年", "高校2年", "小学三年", "3年2組", "090 1234 5678",
               "0868 32 2000"});
  expect_none({"岡山県津山市山北520", "京都市中京区壬生花井町13", "大阪府守口市大日東町4", "荻野7丁目15",
               "山形市大字十文字1", "西新宿二ノ8", "静岡市葵区与一四-1", "岡山県 津山市山北520",
               "鳥取県 西伯郡 伯耆町大和村松1", "北海道久遠郡せたな町北檜山区北檜山193"});
  expect_readings({{"(862)", "862=862"},
                   {"12年", "12年=12 年"},
                   {"大学4年間", "4年間=4 年間"},
                   {"09 12 34", "09=9 | 12=12 | 34=34"},
                   {"岡山県津山市12", "12=12"},
                   {"岡山県 津山市 520", "520=520"},
                   {"津山市 山北520", "520=520"},
                   {"岡山県久米郡美咲町12", "12=12"},
                   {"岡山県津山市人口99937", "99937=99937"},
                   {"県内市町村27", "27=27"},
                   {"合計520", "520=520"}});
}

TEST(Number, ReadsZeroInKatakana) {
  expect_readings({{"ゼロ", "ゼロ=0"}, {"ゼロ件", "ゼロ件=0 件"}, {"待機児童はゼロ人", "ゼロ人=0 人"}});
  expect_none({"ゼロカーボン", "ゼロ回答", "事故ゼロを目指す"});
}

TEST(Number, ParsesOnlyAWholeText) {
  EXPECT_EQ(parse_number("(862)")->value_text(), "862");
  EXPECT_EQ(parse_number("85者(平成28年度)")->unit, "者");
  EXPECT_FALSE(parse_number("85者が参加"));
  EXPECT_FALSE(parse_number("方針の決定"));
}

}  // namespace
}  // namespace torikomi

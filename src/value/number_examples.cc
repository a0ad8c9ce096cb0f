#include <array>

#include "torikomi/value/examples.h"

namespace torikomi {
namespace {

constexpr std::array kFigures = {
    ValueExample{"18,513千人", "", "18513000 人"},
    ValueExample{"１，０００", "", "1000"},
    ValueExample{"約2.5億円", "", "250000000 円 approximate"},
    ValueExample{"1億2000万", "", "120000000"},
    ValueExample{"3万5千円", "", "35000 円"},
    ValueExample{"15百万円", "", "15000000 円"},
    ValueExample{"三十万", "", "300000"},
    ValueExample{"五〇〇", "", "500"},
    ValueExample{"五百六十五千円", "", "565000 円"},
    ValueExample{"1万億円", "", "1000000000000 円"},
    ValueExample{"三千 八百 九十六", "", "3896"},
    ValueExample{"万二千三百四十五", "", "12345"},
    ValueExample{"千百十万円", "", "11100000 円"},
    ValueExample{"三陸", "", ""},
    ValueExample{"1.234,56", "", ""},
    ValueExample{"三・五メートル", "", "3.5 メートル"},
    ValueExample{"二七・六人", "", "27.6 人"},
    ValueExample{"二・三人", "", ""},
    ValueExample{"七・四", "", "7.4"},
    ValueExample{"三点一四", "", "3.14"},
    ValueExample{"四千二百点二五ドル", "", "4200.25 ドル"},
    ValueExample{"三点一組", "", "3 点"},
    ValueExample{"一七二点一六点三点四", "", ""},
    ValueExample{"參", "", "3"},
    ValueExample{"二七〇百万円", "", "270000000 円"},
    ValueExample{"2百万415千306", "", "2415306"},
    ValueExample{"三年半", "", "3.5 年"},
    ValueExample{"壱億弐阡参百万", "", "123000000"},
    ValueExample{"一千〇二十四", "", "1024"},
    ValueExample{"7万 5千 4百円", "", "75400 円"},
    ValueExample{"1,234", "unit=千円", "1234000 円"},
    ValueExample{"(単位：千円) 1,200", "", "1200000 円"},
    ValueExample{"1,200 (単位：千円)", "", "1200"},
    ValueExample{"1 000 人", "", "1000 人"},
    ValueExample{"12 345 678円", "", "12345678 円"},
    ValueExample{"12 345 678", "", ""},
    ValueExample{"ゼロ件", "", "0 件"},
    ValueExample{"1, 321, 604", "", "1321604"},
    ValueExample{"1, 2, 3", "", "1; 2; 3"},
    ValueExample{"1,23", "", ""},
    ValueExample{"1,,234", "", ""},
    ValueExample{"1.2.3", "", ""},
    ValueExample{"1千1000", "", ""},
    ValueExample{"1.5千500", "", ""},
    ValueExample{"000,000", "", ""},
    ValueExample{"9,223,372,036,854,775,807", "", "9223372036854775807"},
    ValueExample{"万二", "", ""},
    ValueExample{"5千京", "", "50000000000000000000"},
    ValueExample{"一、五〇〇円", "", "1500 円"},
    ValueExample{"一、五〇〇円を納める者", "", ""},
    ValueExample{"五六", "", "56"},
    ValueExample{"1.25E+09", "", "1250000000"},
    ValueExample{"100K", "", ""},
    ValueExample{"0033", "", ""},
    ValueExample{"〇", "", ""},
    ValueExample{"数千円", "", ""},
    ValueExample{"持参人", "", ""},
    ValueExample{"一般", "", ""},
    ValueExample{"三重県", "", ""},
    ValueExample{"四万十市", "", ""},
};

constexpr std::array kSigns = {
    ValueExample{"▲862人", "", "-862 人"},
    ValueExample{"△3,639人", "", "-3639 人"},
    ValueExample{"－3.9ポイント", "", "-3.9 ポイント"},
    ValueExample{"マイナス5", "", "-5"},
    ValueExample{"負の百五", "", "-105"},
    ValueExample{"Δ1,234", "", "-1234"},
    ValueExample{"温度差Δ5度", "", "5 度"},
    ValueExample{"-(マイナス)5,135", "", "-5135"},
    ValueExample{"前年比-5%", "", "-5 %"},
    ValueExample{"- 1,200,000", "", "-1200000"},
    ValueExample{"- 30人", "", "30 人"},
    ValueExample{"COVID-19", "", ""},
    ValueExample{"086-803-1234", "", ""},
    ValueExample{"±5%", "", ""},
    ValueExample{"プラスマイナス3度", "", ""},
    ValueExample{"¥-620", "", "-620 円"},
    ValueExample{"自負3件", "", "3 件"},
};

constexpr std::array kQualifiers = {
    ValueExample{"30人/回", "", "30 人 per 回"},
    ValueExample{"USD 40", "", "40 ドル"},
    ValueExample{"10,000台/日以上", "", "10000 台 per 日 >="},
    ValueExample{"年4回", "", "4 回 per 年"},
    ValueExample{"1人当たり300円", "", "300 円 per 人"},
    ValueExample{"1日3回", "", "3 回 per 日"},
    ValueExample{"1人1日当たり900g", "", "900 g per 人・日"},
    ValueExample{"1時間30分", "", "1 時間; 30 分"},
    ValueExample{"延べ1,234人", "", "1234 人"},
    ValueExample{"500人（累計）", "", "500 人 cumulative"},
    ValueExample{"60人（5年間累計）", "", "60 人 cumulative"},
    ValueExample{"5店舗（施設）", "", "5 店舗(施設)"},
    ValueExample{"20人以上30人未満", "", "20 人 >=; 30 人 <"},
    ValueExample{"1割を超える", "", "10 % >"},
    ValueExample{"30人程度", "", "30 人 approximate"},
    ValueExample{"最大30人", "", "30 人 <="},
};

constexpr std::array kRangesAndParts = {
    ValueExample{"2～3回", "", "2..3 回"},
    ValueExample{"2～3万円", "", "20000..30000 円"},
    ValueExample{"1～2割", "", "10..20 %"},
    ValueExample{"10-20人", "", "10..20 人"},
    ValueExample{"4kg-7kg", "", "4..7 kg"},
    ValueExample{"二三人", "", "2..3 人"},
    ValueExample{"2、3人", "", "2..3 人"},
    ValueExample{"3分の1", "", "1/3"},
    ValueExample{"1/2", "", "1/2"},
    ValueExample{"5割", "", "50 %"},
    ValueExample{"3割5分", "", "35 %"},
    ValueExample{"5割半", "", "55 %"},
    ValueExample{"10円5銭", "", "10.05 円"},
    ValueExample{"1時間半", "", "1.5 時間"},
    ValueExample{"8人から10人", "", "8..10 人"},
    ValueExample{"十二、三人", "", "12..13 人"},
    ValueExample{"五六千円", "", "5000..6000 円"},
    ValueExample{"五六千三百円", "", ""},
};

constexpr std::array kNames = {
    ValueExample{"図1", "", ""},
    ValueExample{"※2", "", ""},
    ValueExample{"(1) 課題", "", ""},
    ValueExample{"2 日時", "", ""},
    ValueExample{"4番線", "", ""},
    ValueExample{"一人一人", "", ""},
    ValueExample{"2021-A", "", ""},
    ValueExample{"(単位：千円)", "", ""},
    ValueExample{"第1回", "", ""},
    ValueExample{"2回目", "", ""},
    ValueExample{"5・6年生", "", ""},
    ValueExample{"20人目標", "", "20 人"},
    ValueExample{"数10人", "", ""},
    ValueExample{"参加者数120人", "", "120 人"},
    ValueExample{"国道2号", "", ""},
    ValueExample{"3丁目", "", ""},
    ValueExample{"北3西1-7", "", ""},
    ValueExample{"100均", "", ""},
    ValueExample{"乙4", "", ""},
    ValueExample{"13:30～16:30", "", ""},
    ValueExample{"A4", "", ""},
    ValueExample{"5G", "", ""},
    ValueExample{"001", "", ""},
    ValueExample{"〒700-8554", "", ""},
    ValueExample{"第2条の2", "", ""},
    ValueExample{"2次交通", "", ""},
    ValueExample{"1/2ページ", "", ""},
    ValueExample{"ISO 14001", "", ""},
    ValueExample{"JIS Q 15001", "", ""},
    ValueExample{"086(803)1234", "", ""},
    ValueExample{"KPI 50", "", ""},
    ValueExample{"令和0年", "", ""},
    ValueExample{"支出額（百万円）", "", ""},
    ValueExample{"(1)", "", ""},
    ValueExample{"- 3 -", "", ""},
    ValueExample{"小学6年", "", ""},
    ValueExample{"岡山県津山市山北520", "", ""},
    ValueExample{"090 1234 5678", "", ""},
    ValueExample{"+81 (6) 2345-6789", "", ""},
    ValueExample{"1970s", "", ""},
};

constexpr std::array kForms = {
    ValueForm{
        {"数字と位", "Figures and multipliers"},
        {"値は十進数のまま、千・万・億・兆・京を掛けた基の単位で。桁区切りが3桁ごとでない数は読まない。空白で3桁ごと"
         "に区切った数は、単位などで1つの数と分かるときだけ読む。漢数字は「、」で3桁ごとに区切ったものも読む。表の見出"
         "しや"
         "前に"
         "ある（単位：千円）は、単位のない数に掛かる。",
         "The value is an exact decimal in the base unit, with 千 万 億 兆 京 applied. Figures grouped otherwise "
         "than by threes are not "
         "read, and figures grouped by blanks only where a unit or the like makes one number of them. Kanji figures "
         "are grouped by 、 as well. 千円 of a "
         "table heading, or of (単位：千円) before them, multiplies and names numbers without a "
         "unit."},
        kFigures},
    ValueForm{{"符号", "Signs"},
              {"▲ △ は負号。- はほかの文字に続かないときだけ。空白を置いた - は、後が数字だけの文に限る。",
               "▲ and △ are minus signs; - is one only where it joins nothing, and apart from its figures only where "
               "they are all of the text."},
              kSigns},
    ValueForm{{"単位と修飾", "Units and qualifiers"},
              {"単位は印字のまま。/日・年4回・1人当たり・1日3回は `per`、（累計）は `cumulative`（延べは違う）、以上 "
               ">=・以下 <=・未満 <・超 >。",
               "The unit stays as printed. /日, 年4回, 1人当たり and 1日3回 give `per`, (累計) `cumulative` (延べ does "
               "not); 以上 is >=, 以下 <=, "
               "未満 <, 超 >."},
              kQualifiers},
    ValueForm{{"範囲と分数", "Ranges and parts"},
              {"範囲の値は下端で、上端も持つ。割は % に直す。", "The value of a range is its low end. 割 becomes %."},
              kRangesAndParts},
    ValueForm{{"数えない数字", "Figures that count nothing"},
              {"順序・番号・時刻・名前の中の数字は数ではない。",
               "Ordinals, identifiers, times and figures inside names are no numbers."},
              kNames},
};

}  // namespace

std::span<const ValueForm> number_forms() { return kForms; }

}  // namespace torikomi

#include <array>

#include "torikomi/value/examples.h"

namespace torikomi {
namespace {

constexpr std::array kPrinted = {
    ValueExample{"岡山県津山市", "", "332038"},
    ValueExample{"津山市", "", "332038"},
    ValueExample{"岡山県小田郡矢掛町", "", "334618"},
    ValueExample{"岡山県矢掛町", "", "334618"},
    ValueExample{"岡山倉敷市", "", "332020"},
    ValueExample{"東京北区", "", "131172"},
    ValueExample{"北海道札幌市中央区北1条西2丁目", "", "011011"},
    ValueExample{"東京都千代田区霞が関２－１－２", "", "131016"},
    ValueExample{"津山市、玉野市及び備前市", "", "332038; 332046; 332119"},
    ValueExample{"市町村合併", "", ""},
    ValueExample{"観光市場", "", ""},
    ValueExample{"町内会", "", ""},
    ValueExample{"東京駅", "", ""},
    ValueExample{"錦町駅", "", ""},
    ValueExample{"京都議定書", "", ""},
    ValueExample{"大岡山倉敷市", "", ""},
    ValueExample{"広島県津山市", "", "340006; 332038"},
};

constexpr std::array kWritings = {
    ValueExample{"髙梁市", "", "332097"},     ValueExample{"塩釜市", "", "042030"},
    ValueExample{"龍ヶ崎市", "", "082082"},   ValueExample{"鎌が谷市", "", "122246"},
    ValueExample{"津　山　市", "", "332038"}, ValueExample{"ゆうばりし 夕張市", "", "012092"},
    ValueExample{"⻄条市", "", "382060"},     ValueExample{"大湯村", "", ""},
};

constexpr std::array kMeaning = {
    ValueExample{"府中市", "", "? 132063 342084"},
    ValueExample{"府中市", "prefecture=広島県", "342084"},
    ValueExample{"府中市", "prefecture=岡山県", "? 132063 342084"},
    ValueExample{"府中市（東京都）", "", "132063"},
    ValueExample{"広島県福山市、府中市", "", "342076; 342084"},
    ValueExample{"篠山市", "date=2019-04-30", "282219"},
    ValueExample{"篠山市", "date=2019-05-01", "282219 former"},
    ValueExample{"静岡県浜松市中区", "date=2020-01-01", "221317"},
    ValueExample{"津山市加茂町", "", "332038"},
    ValueExample{"中央市民病院", "", ""},
    ValueExample{"全市町", "", ""},
};

constexpr std::array kForms = {
    ValueForm{{"印字のとおり", "As printed"},
              {"都道府県・郡・政令市の名は付いていてもいなくてもよい。住所は最も細かい団体（区）まで読む。語の一部は名"
               "ではない。",
               "With or without prefecture, county or city of a ward. An address gives the smallest body (the ward). "
               "Parts of "
               "longer words are no names."},
              kPrinted},
    ValueForm{{"表記の揺れ", "Ways of writing"},
              {"旧字・異体字、ヶ・ケ・が、字間の空白、付いた読みを許す。読み違えは値にせず、検査が候補を示す。",
               "Old and variant kanji, ヶ ケ が, letter spacing and readings glued to a name are allowed. A misread "
               "name is no "
               "value; a check suggests the nearest."},
              kWritings},
    ValueForm{
        {"同じ名の団体", "Bodies of one name"},
        {"都道府県（印字・文脈・並び）で決まらない名は、候補だけで団体コードを持たない。報告書の日に有効な名を採る。",
         "A name that no prefecture decides (printed beside it, of the context, of the list) has candidates and no "
         "code. The "
         "names in force on the date of the report count."},
        kMeaning},
};

}  // namespace

std::span<const ValueForm> name_forms() { return kForms; }

}  // namespace torikomi

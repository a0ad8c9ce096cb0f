// Character folding, every family with its accepted and its rejected half.
#include <gtest/gtest.h>

#include <string>

#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

struct Case {
  const char* text;
  const char* folded;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(fold(c.text), c.folded) << c.text;
    EXPECT_EQ(fold(c.folded), c.folded) << "not stable: " << c.text;
  }
}

TEST(Fold, WidthOfAsciiAndKana) {
  expect_all({{"２０１７ＡＢＣａｂｃ", "2017ABCabc"},
              {"（％）＝＋＜＞＆＊＿［］｜", "(%)=+<>&*_[]|"},
              {"，．", ",."},
              {"ｱｲｳｴｵｶﾞｷﾞﾊﾟﾋﾟｳﾞﾜﾞｦ｡｢｣､･ｰ", "アイウエオガギパピヴヷヲ。「」、・ー"},
              {"ﾃﾞｰﾀﾍﾞｰｽ", "データベース"},
              {"￥￠￡￢￤￨￭￮", "¥¢£¬¦│■○"},
              {"㻝㻘㻞㻜㻜㻌㻡㻚㻢", "1,200 5.6"},
              {"㻙㻌㻌㼇㼪", "-  [~"},
              {"㻋㼫", "㻋㼫"}});
}

TEST(Fold, DakutenJoinsItsKana) {
  expect_all({{"か\u3099", "が"},
              {"は\u309A", "ぱ"},
              {"か゛", "が"},
              {"ハ゜", "パ"},
              {"ｶ\u3099", "ガ"},
              {"カﾞ", "ガ"},
              {"ゝ゛", "ゞ"},
              {"う\u3099", "ゔ"},
              {"か\u200B\u3099", "が"},
              // no such kana: the mark stays
              {"あ゛", "あ゛"},
              {"ｱﾞ", "ア゛"},
              {"が゛", "が゛"},
              {"ｶﾟ", "カ゜"},
              {"゛", "゛"},
              {"ﾞ", "゛"},
              {"山゛", "山゛"},
              {"っ゛", "っ゛"},
              {"A\u3099", "A\u3099"},
              {"\nﾞ", "\n゛"}});
}

TEST(Fold, MarksOfOtherScriptsCompose) {
  expect_all({{"e\u0301", "é"},
              {"ｅ\u0301", "é"},
              {"a\u0323\u0302", "ậ"},
              {"a\u0302\u0323", "ậ"},
              {"e\u00AD\u0301", "é"},
              {"\u1100\u1161\u11A8", "각"},
              {"①\u0301", "①\u0301"},
              {"\u0301", "\u0301"}});
  const std::string many = "e" + [] {
    std::string marks;
    for (int i = 0; i < 40; ++i) marks += "\u0301";
    return marks;
  }();
  EXPECT_EQ(fold(many), many) << "more marks than any language has stay as they are";
}

TEST(Fold, Blanks) {
  expect_all({{"a\u3000b", "a b"},
              {"a\u00A0b\u2002c\u2009d\u200Ae\u202Ff\u205Fg\u1680h", "a b c d e f g h"},
              {"a\u3000\u3000b", "a  b"},
              {"a\u2028b\u2029c", "a b c"},
              {"a\tb\nc\r\nd\re\ff", "a\tb\nc\r\nd\re\ff"}});
}

TEST(Fold, InvisibleCharactersVanish) {
  expect_all({{"事\u200B業\u200C名\u200D称\u2060の\uFEFF欄", "事業名称の欄"},
              {"soft\u00ADhyphen", "softhyphen"},
              {"\u202Aa\u202C\u2066b\u2069\u200E\u200F\u061C", "ab"},
              {"葛\U000E0100城市", "葛城市"},
              {"☑\uFE0F", "☑"},
              {"a\x01\x08\x0B\x0E\x1B\x1F\x7F\u0080\u009F"
               "b",
               "ab"},
              {"\u3164\uFFA0\u115F\u1160", ""}});
}

TEST(Fold, TildesAndColons) {
  expect_all({{"29～30日", "29~30日"},
              {"29〜30", "29~30"},
              {"a∼b", "a~b"},
              {"a˜b", "a~b"},
              {"a⁓b", "a~b"},
              {"場所：市役所", "場所:市役所"},
              {"a∶b", "a:b"},
              {"a﹕b", "a:b"},
              {"a︓b", "a:b"},
              {"〰", "〰"}});
}

TEST(Fold, DashesByRole) {
  expect_all({{"10‐20", "10-20"},
              {"10‑20", "10-20"},
              {"10‒20", "10-20"},
              {"10–20", "10-20"},
              {"10−20", "10-20"},
              {"10－20", "10-20"},
              {"−5", "-5"},
              {"⁻¹", "-1"},
              // these are no hyphens
              {"—", "—"},
              {"―", "―"},
              {"─", "─"},
              {"ー", "ー"},
              {"サービス", "サービス"},
              // between katakana it is a misprinted long vowel
              {"サ−ビス", "サービス"},
              {"サ－ビス", "サービス"},
              {"セ‐タ", "セ-タ"},
              {"センタ–ビル", "センタービル"},
              {"ｻ－ﾋﾞｽ", "サービス"},
              {"ア－ウ", "ア-ウ"},
              {"センター－", "センター-"},
              {"ビス−の", "ビス-の"},
              {"あ−い", "あ-い"},
              {"バス-タクシー", "バス-タクシー"}});
}

TEST(Fold, EnclosedNumbersAndSymbolsAreKept) {
  for (const char* kept : {"①②③⑳", "⑴⒇", "⒈⒛", "⒜ⒶⓏⓐ⓪", "㉑㉟㊱㊿", "❶➀", "㊤㊥㊦㊙㊞", "㋐㋾", "🄰🄵🅰🈂",
                           "■□★☆☑☐○●◎◇◆▲△▼▽※→⇒", "※*", "々〆ヶヵ", "“”‘’", "´¨¸‾￣", "…"}) {
    const std::string expected = std::string(kept) == "…" ? "..." : kept;
    EXPECT_EQ(fold(kept), expected);
  }
}

TEST(Fold, CompatibilityFormsUnfold) {
  expect_all({{"㈱㈲㈹㈪", "(株)(有)(代)(月)"},
              {"㍻29年 ㍼㍽㍾ ㋿6年", "平成29年 昭和大正明治 令和6年"},
              {"㎡㎞㎏㍍㌔㌖％", "m2kmkgメートルキロキロメートル%"},
              {"Ⅰ Ⅳ ⅷ", "I IV viii"},
              {"½ ⅓ ²³ ℃ № ℡", "1/2 1/3 23 °C No TEL"},
              {"㋀㍘㏠", "1月0点1日"},
              {"ﬁ ǆ", "fi dž"},
              {"ゟヿ", "よりコト"},
              {"𝐀𝟙", "A1"},
              {"ﷺ", "ﷺ"}});
}

TEST(Fold, RadicalsAndCompatibilityIdeographs) {
  expect_all({{"⼤阪⽇本", "大阪日本"},
              {"神⼾市 ⿊部市 ⻘⿓", "神戸市 黒部市 青龍"},
              {"⺠間・⻑野・⻄条", "民間・長野・西条"},
              {"⻘⻭⻲⻯⻤⻩⺟", "青歯亀竜鬼黄母"},
              {"⺀⺚", "⺀⺚"},
              {"\uFA19\uFA1A", "神祥"},
              {"\uF9DC", "隆"},
              {"\U0002F818", "冤"},
              // characters of their own
              {"髙﨑𠮷野家", "髙﨑𠮷野家"},
              {"巿", "巿"}});
}

TEST(LabelKey, DropsBlanksAndOneTrailingColon) {
  const Case cases[] = {{"指 標", "指標"},
                        {"指　標：", "指標"},
                        {"報 償 費", "報償費"},
                        {"内 容:", "内容"},
                        {"連携分野：", "連携分野"},
                        {"a:b", "a:b"},
                        {":", ""},
                        {"", ""},
                        {" \t\u00A0", ""},
                        {"参加市町::", "参加市町:"},
                        {"ＫＰＩ の状況", "KPIの状況"}};
  for (const Case& c : cases) EXPECT_EQ(label_key(c.text), c.folded) << c.text;
}

TEST(DisplayWidth, CountsTerminalColumns) {
  const struct {
    const char* text;
    std::size_t columns;
  } cases[] = {{"", 0},  {"abc", 3}, {"岡山市", 6}, {"（株）", 6}, {"ﾃﾞｰﾀ", 4}, {"か\u3099", 2}, {"e\u0301", 1},
               {"①", 1}, {"—", 1},   {"\u200B", 0}, {"a\tb\n", 2}, {"𠮷", 2},   {"é", 1},        {"\u0085", 0}};
  for (const auto& c : cases) EXPECT_EQ(display_width(c.text), c.columns) << c.text;
}

}  // namespace
}  // namespace torikomi

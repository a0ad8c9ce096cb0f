#include "torikomi/value/body_list.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

/// 北海道 010006; inner bodies with +, unknown ones with ?, ambiguous ones with !, groups with *.
std::string shown(const BodyList& list) {
  std::string out;
  for (const ListedBody& entry : list.bodies) {
    if (!out.empty()) out += ", ";
    out += (entry.inner ? "+" : "") + entry.name;
    if (entry.body != nullptr) out += " " + std::string(entry.body->code);
    if (entry.body == nullptr) out += entry.group ? "*" : (entry.candidates.empty() ? "?" : "!");
  }
  return out;
}

TEST(BodyList, ReadsTheWaysInWhichBodiesAreListed) {
  const struct {
    const char* text;
    const char* expected;
    bool pure;
  } accepted[] = {
      {"北海道夕張市、岩手県住田町", "夕張市 012092, 住田町 034410", true},
      {"北海道(苫小牧市・長沼町)、鳥取県日野町", "北海道 010006, +苫小牧市 012131, +長沼町 014281, 日野町 314021",
       true},
      {"三重県(伊勢市・玉\n城町・度会町)、", "三重県 240001, +伊勢市 242039, +玉城町 244619, +度会町 244708", true},
      {"島根県益田市(津和野町・吉賀町)", "益田市 322041, +津和野町 325015, +吉賀町 325058", true},
      {"京都府福知山市(兵庫県丹波市、兵庫県朝来市)", "福知山市 262013, +丹波市 282235, +朝来市 282251", true},
      {"ゆうばりし 夕張市 (北海道)", "夕張市 012092", true},
      {"ひのちよう 日野町 (鳥取県)", "日野町 314021", true},
      {"いちきくしきのし いちき 串木野市 (鹿児島県)", "いちき串木野市 462195", true},
      {"うきは市 (福岡県)", "うきは市 402257", true},
      {"北海道 【苫小牧市 ほか4町村】", "北海道 010006, +苫小牧市 012131", true},
      {"ますだし 益田市 【津和野町・吉賀町】 (島根県)", "益田市 322041, +津和野町 325015, +吉賀町 325058", true},
      {"ゆざわし 湯沢市 (秋田県) 【神奈川県横浜市】", "湯沢市 052078, +横浜市 141003", true},
      {"山梨県 【山梨市、 上野原市、甲州市】", "山梨県 190004, +山梨市 192058, +上野原市 192121, +甲州市 192139", true},
      {"よこてし 横手市 (秋田県) ※", "横手市 052035", true},
      {"【長野県】須坂市、小布施町 (計1市1町)", "須坂市 202070, 小布施町 205419", true},
      {"【広島県】三原市、府中市 【岡山県】笠岡市 (計3市)", "三原市 342041, 府中市 342084, 笠岡市 332054", true},
      {"広島県:福山市、世羅町", "福山市 342076, 世羅町 344621", true},
      {"夕張市(ゆうばりし)", "夕張市 012092", true},
      {"盛岡市、倉敷市、北九州市・下関市", "盛岡市 032018, 倉敷市 332020, 北九州市 401005, 下関市 352012", true},
      {"神戸市、他9市町", "神戸市 281000", true},
      {"富山県\v南砺市", "南砺市 162108", true},
      // words that the tables do not know keep the list as it is printed, but it is then no pure list
      {"秋田県(大湯町)", "秋田県 050008, +大湯町?", true},
      {"①南秋地域(五城目町、井川町)(計2町) ②県南地域(横手市、湯沢市)",
       "五城目町 053619, 井川町 053660, 横手市 052035, "
       "湯沢市 052078",
       true},
      {"京都市、京都都市圏自治体NW", "京都市 261009, 京都都市圏自治体NW?", false},
      {"株式会社かえで研究所(島根県松江市)", "株式会社かえで研究所?", false},
      {"長崎県内全21市町", "長崎県内全21市町*", false},
      {"滝沢市※中心市・盛岡市", "滝沢市 032166, 盛岡市 032018", true},
      {"日南町、日野町、江府町", "日南町 314013, 日野町 314021, 江府町 314030", true},
      {"夕張市、日野町、日吉津村", "夕張市 012092, 日野町!, 日吉津村 313840", true},
      {"府中市", "府中市!", true},
      {"北海道\t夕張市、苫小牧市", "夕張市 012092, 苫小牧市 012131", true},
      // no list of bodies at all
      {"都市住民", "都市住民?", false},
      {"(仮称)", "仮称?", false},
      {"", "", false},
      {"令和2年度~", "令和2年度~?", false},
  };
  for (const auto& c : accepted) {
    const BodyList list = read_bodies(c.text);
    EXPECT_EQ(shown(list), c.expected) << c.text;
    EXPECT_EQ(list.pure, c.pure) << c.text;
  }
}

TEST(BodyList, OrganisationsAreKnownByTheirLegalForm) {
  for (const char* text :
       {"株式会社かえで研究所(島根県松江市)", "特定非営利活動法人ささえ、香川県三豊市 ほか2市", "夕張市"})
    EXPECT_TRUE(read_bodies(text).organizations) << text;
  for (const char* text : {"都市住民", "窓口の予約をオンラインで受け付ける", ""})
    EXPECT_FALSE(read_bodies(text).organizations) << text;
}

TEST(BodyList, ThePrefectureOfTheTableDecides) {
  NameContext context;
  context.prefecture = "広島県";
  EXPECT_EQ(shown(read_bodies("府中市", context)), "府中市 342084");
}

TEST(BodyList, TheTitleLeavesOutReadingsAndPrefectures) {
  const struct {
    const char* text;
    const char* title;
  } cases[] = {
      {"ゆうばりし 夕張市 (北海道)", "夕張市"},
      {"よこてし 横手市 (秋田県) ※", "横手市"},
      {"北海道 【苫小牧市 ほか4町村】", "北海道 【苫小牧市 ほか4町村】"},
      {"ますだし 益田市 【津和野町・吉賀町】 (島根県)", "益田市 【津和野町・吉賀町】"},
      {"ゆざわし 湯沢市 (秋田県) 【神奈川県横浜市】", "湯沢市 【神奈川県横浜市】"},
      {"鳥取県日野町", "日野町"},
      {"いちきくしきのし いちき 串木野市 (鹿児島県)", "いちき串木野市"},
      {"ちっぶべつちょう 秩父別町 (北海道)", "秩父別町"},
      {"株式会社かえで研究所", "株式会社かえで研究所"},
  };
  for (const auto& c : cases) EXPECT_EQ(read_bodies(c.text).title, c.title) << c.text;
}

TEST(BodyList, LongTextsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "(";
  EXPECT_FALSE(read_bodies(text).pure);
  text = "北海道(";
  for (int i = 0; i < 20000; ++i) text += "夕張市、";
  EXPECT_EQ(read_bodies(text + ")").bodies.size(), 20001U);
}

TEST(BodyList, SpansAreThePrintedNames) {
  const std::string text = "ゆうばりし 夕張市 (北海道)、岩手県住田町";
  const BodyList list = read_bodies(text);
  ASSERT_EQ(list.bodies.size(), 2U);
  EXPECT_EQ(text.substr(list.bodies[0].begin, list.bodies[0].end - list.bodies[0].begin), "夕張市");
  EXPECT_EQ(text.substr(list.bodies[1].begin, list.bodies[1].end - list.bodies[1].begin), "岩手県住田町");
}

}  // namespace
}  // namespace torikomi

#include "torikomi/value/municipality.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "torikomi/core/embedded.h"

namespace torikomi {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Day kJuly2017 = year(2017) / month(7) / day(1);

struct Line {
  std::string code, prefecture, name, kana, kind, valid_from, valid_to, parent;
};

/// The lines of a table, read without the code under test.
std::vector<Line> lines_of(std::string_view file) {
  std::vector<Line> lines;
  std::vector<std::string> cells(1);
  for (const char c : embedded_file(file).value_or("")) {
    if (c != '\t' && c != '\n') {
      cells.back() += c;
      continue;
    }
    cells.emplace_back();
    if (c == '\t') continue;
    if (cells[0] != "code")
      lines.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]});
    cells.assign(1, "");
  }
  return lines;
}

Day day_of(const std::string& iso) {
  return year(std::stoi(iso.substr(0, 4))) / month(static_cast<unsigned>(std::stoi(iso.substr(5, 2)))) /
         day(static_cast<unsigned>(std::stoi(iso.substr(8, 2))));
}

/// The code; "?" and the codes of the candidates where it is ambiguous; "+" behind a name that had ended.
std::string printed(const NameMatch& match) {
  std::string out = match.body != nullptr ? std::string(match.body->code) : "?";
  if (match.body == nullptr)
    for (const Municipality* body : match.candidates) out += fmt::format(" {}", body->code);
  else
    EXPECT_EQ(match.candidates, std::vector<const Municipality*>{match.body});
  return out + (match.former ? "+" : "");
}

std::string parsed(std::string_view text, const NameContext& context = {}) {
  const auto match = parse_name(text, context);
  return match ? printed(*match) : "";
}

/// "津山市 332038|東京都府中市 132063"
std::string found(std::string_view text, const NameContext& context = {}) {
  std::string out;
  for (const NameMatch& match : find_names(text, context)) {
    if (!out.empty()) out += '|';
    out += fmt::format("{} {}", text.substr(match.begin, match.end - match.begin), printed(match));
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(Tables, EveryNameInForceWithItsPrefectureGivesItsCode) {
  const std::vector<Line> lines = lines_of("data/municipalities.tsv");
  EXPECT_EQ(lines.size(), 1965U);
  std::map<std::string, int> bearers;
  for (const Line& line : lines) ++bearers[line.prefecture + line.name];
  for (const Line& line : lines) {
    if (line.kind == "prefecture") {
      EXPECT_EQ(parsed(line.name), line.code);
      continue;
    }
    EXPECT_EQ(parsed(line.prefecture + line.parent + line.name), line.code) << line.prefecture << line.name;
    EXPECT_EQ(found(line.prefecture + line.parent + line.name + "1番地"),
              line.prefecture + line.parent + line.name + " " + line.code);
    if (!line.parent.empty()) {
      EXPECT_EQ(parsed(line.parent + line.name), line.code) << line.parent << line.name;
    }
    if (bearers[line.prefecture + line.name] == 1) {
      EXPECT_EQ(parsed(line.prefecture + line.name), line.code) << line.prefecture << line.name;
      EXPECT_EQ(parsed(line.prefecture + " " + line.name), line.code) << line.prefecture << line.name;
    }
  }
}

TEST(Tables, EveryFormerNameGivesItsCodeOnADayOnWhichItWasValid) {
  const std::vector<Line> lines = lines_of("data/municipalities_former.tsv");
  EXPECT_EQ(lines.size(), 2069U);
  for (const Line& line : lines) {
    const NameContext context{.prefecture = {}, .date = day_of(line.valid_to), .roster = {}};
    EXPECT_EQ(parsed(line.prefecture + line.parent + line.name, context), line.code) << line.prefecture << line.name;
  }
}

TEST(Tables, EveryReadingStandsBeforeItsName) {
  for (const Line& line : lines_of("data/municipalities.tsv")) {
    if (line.kind == "prefecture") continue;
    EXPECT_EQ(parsed(line.kana + " " + line.prefecture + line.parent + line.name), line.code) << line.kana;
  }
}

TEST(Tables, EveryCheckDigitIsRight) {
  for (const char* file : {"data/municipalities.tsv", "data/municipalities_former.tsv"}) {
    for (const Line& line : lines_of(file)) {
      EXPECT_TRUE(valid_code(line.code)) << line.code;
      std::string wrong = line.code;
      wrong[5] = wrong[5] == '9' ? '0' : static_cast<char>(wrong[5] + 1);
      EXPECT_FALSE(valid_code(wrong)) << wrong;
    }
  }
  for (const char* code : {"", "33203", "3320388", "33203８", "33203a", " 32038"})
    EXPECT_FALSE(valid_code(code)) << code;
}

TEST(Tables, VariantsAreOneCharacterEachAndStandOnce) {
  std::map<std::string, int> seen;
  std::string character;
  const std::string file(embedded_file("data/kanji_variants.tsv").value_or(""));
  const std::string_view lines = std::string_view(file).substr(file.find('\n') + 1);
  EXPECT_GT(lines.size(), 1000U);
  for (const char byte : lines) {
    const bool begins = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (begins && !character.empty() && character != "\t" && character != "\n") ++seen[character];
    if (begins) character.clear();
    character += byte;
  }
  for (const auto& [one, count] : seen) EXPECT_EQ(count, 1) << one;
}

TEST(ParseName, ReadsWholeNames) {
  const Case accepted[] = {
      {"津山市", "332038"},
      {"岡山県津山市", "332038"},
      {"  岡山県 津山市\n", "332038"},
      {"津 山 市", "332038"},
      {"岡山県", "330001"},
      {"北海道", "010006"},
      {"東京都", "130001"},
      {"北海道空知郡奈井江町", "014249"},
      {"空知郡奈井江町", "014249"},
      {"北海道奈井江町", "014249"},
      {"札幌市中央区", "011011"},
      {"北海道札幌市中央区", "011011"},
      {"北海道中央区", "011011"},
      {"東京都千代田区", "131016"},
      {"千代田区", "131016"},
      {"京都府京都市上京区", "261025"},
      {"大阪府堺市", "271403"},
      {"鹿児島県いちき串木野市", "462195"},
      {"青森県三戸郡五戸町", "024422"},
      {"福岡県糟屋郡須恵町", "403440"},
      {"四日市市", "242021"},
      {"余市町", "014087"},
      // A county or island that the tables do not have with the name.
      {"福岡県粕屋郡須恵町", "403440"},
      {"東京都三宅島三宅村", "133817"},
      {"東京都八丈支庁八丈町", "134015"},
      // Kanji of old and other form, radicals, variation selectors.
      {"髙梁市", "332097"},
      {"広嶋県福山市", "342076"},
      {"曾爾村", "293857"},
      {"竜ヶ崎市", "082082"},
      {"桧原村", "133078"},
      {"五条市", "292079"},
      {"飛驒市", "212172"},
      {"鰺ケ沢町", "023213"},
      {"葛\U000E0100城市", "292117"},
      {"⻄条市", "382060"},
      {"泽西市", ""},
      // ヶ, ケ and が; ノ and の.
      {"鎌ヶ谷市", "122246"},
      {"鎌が谷市", "122246"},
      {"茅ケ崎市", "142077"},
      {"関ヶ原町", "213624"},
      {"金ヶ崎町", "033812"},
      {"西の島町", "325261"},
      // Readings, with small letters lost or with brackets.
      {"ゆうばりし 夕張市", "012092"},
      {"ゆうばりし夕張市", "012092"},
      {"すみたちよう 住田町", "034410"},
      {"さいたましさいたま市", "111007"},
      {"いちきくしきのし いちき 串木野市", "462195"},
      {"夕張市(ゆうばりし)", "012092"},
      {"夕張市（ユウバリシ）", "012092"},
      {"おかやまけんつやまし 岡山県津山市", "332038"},
      // A name of two writings: the one that is printed.
      {"鹿島市", "412074"},
      {"鹿嶋市", "082228"},
      {"茨城県鹿島市", "082228"},
      // Ambiguous names.
      {"府中市", "? 132063 342084"},
      {"東京都府中市", "132063"},
      {"府中市(広島県)", "342084"},
      {"泊村", "? 014036 016969"},
      {"古宇郡泊村", "014036"},
      {"南部町", "? 024457 193666 313891"},
      {"和歌山県南部町", "303895+"},
      {"當麻町", "? 294225 014541"},
  };
  for (const Case& c : accepted) EXPECT_EQ(parsed(c.text), c.expected) << c.text;
}

TEST(ParseName, IsNothingForOtherWords) {
  for (const char* text : {"",
                           " ",
                           "岡山",
                           "津山",
                           "市",
                           "県",
                           "津山市役所",
                           "岡山県知事",
                           "広島県津山市",
                           "空知郡",
                           "あいうえし 夕張市",
                           "夕張市(つやまし)",
                           "府中市(岡山県)",
                           "岡山県津山",
                           "津山市、玉野市",
                           "備前巿",
                           "大湯村",
                           "全市町",
                           "北海道庁",
                           "()",
                           "津山市()",
                           "(津山市)",
                           "さいたまし",
                           "\xE6\xB4",
                           "岡山県岡山県"}) {
    EXPECT_EQ(parsed(text), "") << text;
  }
}

TEST(ParseName, FollowsTheDateOfTheReport) {
  const NameContext before{.prefecture = {}, .date = year(2019) / month(4) / day(30), .roster = {}};
  const NameContext after{.prefecture = {}, .date = year(2019) / month(5) / day(1), .roster = {}};
  EXPECT_EQ(parsed("篠山市", before), "282219");
  EXPECT_EQ(parsed("篠山市", after), "282219+");
  EXPECT_EQ(parsed("篠山市"), "282219+");
  EXPECT_EQ(parsed("丹波篠山市", after), "282219");
  EXPECT_EQ(parsed("丹波篠山市", before), "282219");  // named before its day: no other body bears the name

  const NameContext in_2002{.prefecture = {}, .date = year(2002) / month(1) / day(1), .roster = {}};
  EXPECT_EQ(parsed("さいたま市", in_2002), "112445");  // its code before it had wards
  EXPECT_EQ(parsed("さいたま市"), "111007");
  EXPECT_EQ(parsed("浜松市中区"), "221317+");
  EXPECT_EQ(parsed("浜松市中区", in_2002), "221317");
  EXPECT_EQ(parsed("當麻町", in_2002), "294225");
}

TEST(ParseName, DecidesBetweenBodiesByEvidenceOnly) {
  EXPECT_EQ(parsed("府中市", {.prefecture = "広島県", .date = {}, .roster = {}}), "342084");
  EXPECT_EQ(parsed("府中市", {.prefecture = "岡山県", .date = {}, .roster = {}}), "? 132063 342084");
  EXPECT_EQ(parsed("中央区", {.prefecture = "北海道", .date = {}, .roster = {}}), "011011");
  EXPECT_EQ(parsed("北区", {.prefecture = "大阪府", .date = {}, .roster = {}}).substr(0, 1), "?");  // 大阪市, 堺市

  const Municipality* fukuyama = parse_name("広島県福山市")->body;
  const Municipality* fuchu = parse_name("東京都府中市")->body;
  const Municipality* osaka = parse_name("大阪市")->body;
  const Municipality* one[] = {fukuyama};
  const Municipality* both[] = {fukuyama, fuchu};
  const Municipality* city[] = {osaka, fuchu};
  EXPECT_EQ(parsed("府中市", {.prefecture = {}, .date = {}, .roster = one}), "342084");   // all of it in 広島県
  EXPECT_EQ(parsed("府中市", {.prefecture = {}, .date = {}, .roster = both}), "132063");  // it names this one
  EXPECT_EQ(parsed("府中市", {.prefecture = "広島県", .date = {}, .roster = both}), "132063");
  EXPECT_EQ(parsed("中央区", {.prefecture = {}, .date = {}, .roster = city}), "271284");

  // In force elsewhere, but a body of the report's own prefecture bore the name, or bears it in another writing.
  EXPECT_EQ(parsed("池田町", {.prefecture = "岐阜県", .date = {}, .roster = {}}), "214043");
  EXPECT_EQ(parsed("川上村", {.prefecture = "岡山県", .date = kJuly2017, .roster = {}}).substr(0, 1), "?");
  EXPECT_EQ(parsed("鹿島市", {.prefecture = "茨城県", .date = {}, .roster = {}}), "? 412074 082228");
  // A name that nobody bears any more.
  EXPECT_EQ(parsed("加茂町", {.prefecture = "岡山県", .date = kJuly2017, .roster = {}}), "336017+");
}

TEST(FindNames, ReadsRunningText) {
  const Case accepted[] = {
      {"参加市町:和気町、総社市", "和気町 333468|総社市 332089"},
      {"大阪市民と津山市長", "大阪市 271004|津山市 332038"},
      {"平成29年度津山市事業、会場岡山市役所", "津山市 332038|岡山市 331007"},
      {"主催:岡山県、岡山県立図書館", "岡山県 330001|岡山県 330001"},
      {"参加:さいたま市はつくば市へ", "さいたま市 111007|つくば市 082201"},
      {"東京都府中市宮西町2-24", "東京都府中市 132063"},
      {"北海道札幌市中央区北1条西2丁目", "北海道札幌市中央区 011011"},
      {"岐阜県不破郡関ヶ原町大字関ケ原894-58", "岐阜県不破郡関ヶ原町 213624"},
      {"静岡県浜松市中央区元城町103-2", "静岡県浜松市中央区 221384"},
      {"ゆうばりし 夕張市 (北海道)", "夕張市 (北海道) 012092"},
      {"いちきくしきのし いちき 串木野市", "いちき 串木野市 462195"},
      {"全国市町村会と東京都市町村総合事務組合", "東京都 130001"},
      {"四日市市と廿日市市と市川市", "四日市市 242021|廿日市市 342131|市川市 122033"},
      {"東村山駅から東村山市へ", "東村山市 132136"},
      {"■津山市 □玉野市", "津山市 332038|玉野市 332046"},
      {"津山市岡山市", "津山市 332038|岡山市 331007"},
      // A list goes on in the prefecture, or the city, that stands before it.
      {"広島県福山市、府中市", "広島県福山市 342076|府中市 342084"},
      {"広島県(福山市、府中市)", "広島県 340006|福山市 342076|府中市 342084"},
      {"鳥取県(境港市、南部町)、青森県(南部町)",
       "鳥取県 310000|境港市 312045|南部町 313891|青森県 020001|南部町 024457"},
      {"大阪市北区、中央区", "大阪市北区 271276|中央区 271284"},
      {"広島県(福山市)、府中市", "広島県 340006|福山市 342076|府中市 ? 132063 342084"},
      {"広島県、府中市", "広島県 340006|府中市 ? 132063 342084"},
      {"府中市(東京都)と府中市（広島県）", "府中市(東京都) 132063|府中市（広島県） 342084"},
      // A blank joins a prefecture with its city, unless both are members of one list; a tab ends a cell.
      {"岡山県 津山市 山下520", "岡山県 津山市 332038"},
      {"岡山県 岡山市 倉敷市", "岡山県 330001|岡山市 331007|倉敷市 332020"},
      {"岡山県\t津山市", "岡山県 330001|津山市 332038"},
      // A prefecture without its 都, 府 or 県 decides as one with it.
      {"東京新宿区と岡山倉敷市", "東京新宿区 131041|岡山倉敷市 332020"},
      {"東京北区東十条6丁目", "東京北区 131172"},
      {"広島府中市", "広島府中市 342084"},
      {"山形村山市", "山形村山市 062081"},
      // Towns that have become parts of a city.
      {"津山市加茂町塔中", "津山市 332038"},
      {"北海道滝川市一の坂町西", "北海道滝川市 012254"},
      {"津山市内の勝央町", "津山市 332038|勝央町 336220"},
      {"岡山市北区旭町1-2", "岡山市北区 331015"},
      {"旧早来町と篠山市", "早来町 015792+|篠山市 282219+"},
  };
  for (const Case& c : accepted) EXPECT_EQ(found(c.text), c.expected) << c.text;
}

TEST(FindNames, LeavesOtherWordsAlone) {
  for (const char* text : {"",
                           "今津市民ホール",
                           "会津市民",
                           "東京都市圏",
                           "東京都心部",
                           "中央市民病院",
                           "観光市場",
                           "大津市場",
                           "津山市街地",
                           "旭町3丁目",
                           "旭町の町内会",
                           "栄町十丁目",
                           "全市町",
                           "関係市町村",
                           "都市計画区域",
                           "北村さん",
                           "東村山",
                           "中央区域",
                           "岡山と津山",
                           "東京駅",
                           "道路",
                           "本町通り",
                           "A地区",
                           "新岡山市",
                           "岡山市町村会",
                           "朝日町内会",
                           "港区間",
                           "市町村合併",
                           "平成29年4月1日(土)",
                           "北海道路線",
                           "第2市民会館",
                           "光化学",
                           "大字奈井江町字",
                           "錦町駅",
                           "講師:村上市郎氏",
                           "中村市太郎",
                           "土岐市兵衛",
                           "豊田市駅前",
                           "大阪北区",
                           "岡山津市",
                           "神奈川町田市",
                           "大岡山倉敷市"}) {
    EXPECT_EQ(found(text), "") << text;
  }
}

TEST(FindNames, DropsEndedTownsWithoutEvidence) {
  const NameContext dated{.prefecture = {}, .date = kJuly2017, .roster = {}};
  const NameContext home{.prefecture = "岡山県", .date = kJuly2017, .roster = {}};
  EXPECT_EQ(found("加茂町の祭り", dated), "");
  EXPECT_EQ(found("加茂町の祭り", home), "加茂町 336017+");
  EXPECT_EQ(found("岡山県苫田郡加茂町の祭り", dated), "岡山県苫田郡加茂町 336017+");
  EXPECT_EQ(found("篠山市の祭り", dated), "篠山市 282219");
}

TEST(NearestNames, SuggestsWhatWasProbablyPrinted) {
  const auto nearest = [](std::string_view text, const NameContext& context = {}) {
    std::string out;
    for (const Municipality* body : nearest_names(text, context)) out += fmt::format("{} ", body->name);
    return out;
  };
  EXPECT_EQ(nearest("備前\u5DFF"), "備前市 ");
  EXPECT_EQ(nearest("岡山県備前\u5DFF"), "備前市 ");
  EXPECT_EQ(nearest("大湯村"), "大潟村 ");
  EXPECT_EQ(nearest("吉備中央市"), "吉備中央町 ");
  EXPECT_EQ(nearest("瀬戸内内市", {.prefecture = "岡山県", .date = {}, .roster = {}}), "瀬戸内市 ");
  EXPECT_EQ(nearest("大湯村", {.prefecture = "岡山県", .date = {}, .roster = {}}), "");
  for (const char* text : {"", "備前市", "津", "市", "参加者", "平成29年度", "岡山駅前広場にて"})
    EXPECT_EQ(nearest(text), "") << text;
}

std::string any_text() {
  static const std::vector<std::string> kPieces = {
      "岡山県", "東京都", "北海道", "空知郡", "津山市",     "府中市", "札幌市", "中央区", "加茂町", "ゆうばりし",
      "夕張市", "さい",   "たま",   "ヶ",     "崎市",       " ",      "\u3000", "\t",     "、",     "(",
      ")",      "旧",     "町",     "3丁目",  "\U000E0100", "\xE6",   "\xFF",   "a",      "の",     "と"};
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

RC_GTEST_PROP(NamesProperty, FoundNamesLieInOrderAndHaveCandidates, ()) {
  const std::string text = any_text();
  std::uint32_t at = 0;
  for (const NameMatch& match : find_names(text)) {
    RC_ASSERT(at <= match.begin);
    RC_ASSERT(match.begin < match.end);
    RC_ASSERT(match.end <= text.size());
    RC_ASSERT(!match.candidates.empty());
    RC_ASSERT((match.body != nullptr) == (match.candidates.size() == 1));
    at = match.end;
  }
}

RC_GTEST_PROP(NamesProperty, AWholeNameLiesInItsText, ()) {
  const std::string text = any_text();
  const auto match = parse_name(text);
  if (match) RC_ASSERT(match->begin < match->end && match->end <= text.size());
  RC_ASSERT(nearest_names(text).size() <= 3U);
}

RC_GTEST_PROP(NamesProperty, AnyBytesAreHarmless, (const std::string& text)) {
  (void)parse_name(text);
  (void)find_names(text);
  (void)nearest_names(text);
}

}  // namespace
}  // namespace torikomi

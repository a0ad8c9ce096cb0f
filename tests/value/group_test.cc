#include "torikomi/value/group.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace torikomi {
namespace {

/// "全市町 all|3市5町 count 3+5+0=8|6~7市町 count =6..7"
std::string printed(std::string_view text) {
  std::string out;
  for (const GroupWord& word : find_groups(text)) {
    if (!out.empty()) out += '|';
    out += fmt::format("{} {}", text.substr(word.begin, word.end - word.begin), name(word.group));
    if (word.cities || word.towns || word.villages)
      out += fmt::format(" {}+{}+{}", word.cities.value_or(0), word.towns.value_or(0), word.villages.value_or(0));
    if (word.total) out += fmt::format(" ={}", *word.total);
    if (word.total_high) out += fmt::format("..{}", *word.total_high);
  }
  return out;
}

struct Case {
  const char* text;
  const char* groups;
};

TEST(FindGroups, KnowsWhoIsMeant) {
  const Case accepted[] = {
      // Contract, "Values", schedule_id: every municipality of the roster.
      {"全市町", "全市町 all"},
      {"参加市町:全市町村", "全市町村 all"},
      {"連携市町", "連携市町 all"},
      {"全ての連携市町村", "連携市町村 all"},
      {"連携中枢都市圏構成市町", "構成市町 all"},
      {"構成団体", "構成団体 all"},
      {"圏域市町 圏域内全市町村", "圏域市町 all|圏域内全市町村 all"},
      {"全連携市町(岡山市を除く)", "全連携市町 all"},
      {"すべての市町村", "すべての市町村 all"},
      {"連携市への情報提供", "連携市 all"},
      // … those involved.
      {"全関係市町参加", "全関係市町 involved"},
      {"全関係市 関係市町", "全関係市 involved|関係市町 involved"},
      {"関係市町村の担当者", "関係市町村 involved"},
      {"全関係市参加", "全関係市 involved"},
      {"すべての関係市町", "すべての関係市町 involved"},
      // … counts.
      {"3市5町", "3市5町 count 3+5+0 =8"},
      {"置賜３市４町１村", "３市４町１村 count 3+4+1 =8"},
      {"7市・4町", "7市・4町 count 7+4+0 =11"},
      {"12市町合同", "12市町合同 count =12"},
      {"6~7市町合同、10市町合同", "6~7市町合同 count =6..7|10市町合同 count =10"},
      {"姫路市、他6市町", "6市町 count =6"},
      {"五市町、三市二町", "五市町 count =5|三市二町 count 3+2+0 =5"},
      {"東京23区", "23区 count 23+0+0 =23"},
      {"3市の課長級", "3市 count 3+0+0 =3"},
      {"5町村、2村", "5町村 count =5|2村 count 0+0+2 =2"},
      {"19自治体", "19自治体 count =19"},
      // … all of them, with the count to compare.
      {"全12市町", "全12市町 all =12"},
      {"関係5市町", "関係5市町 involved =5"},
      {"構成3市5町", "構成3市5町 all 3+5+0 =8"},
  };
  for (const Case& c : accepted) EXPECT_EQ(printed(c.text), c.groups) << c.text;
}

TEST(FindGroups, LeavesOtherWordsAlone) {
  for (const char* text : {"",
                           "市町",
                           "市町村課",
                           "各市町",
                           "両市町",
                           "近隣市町",
                           "他市町村",
                           "参加市町:津山市",
                           "全市",
                           "全町",
                           "全市民",
                           "県内全市町",
                           "全国の全市町村",
                           "安全市町",
                           "第2市民会館",
                           "3市民団体",
                           "5町内会",
                           "3市場",
                           "平成29年4月1日",
                           "2,500市町",
                           "三町",
                           "八日市",
                           "四日市市",
                           "十三湖",
                           "連携市民",
                           "関係者",
                           "関係団体",
                           "構成",
                           "全市町民",
                           "1区間",
                           "12345市町",
                           "7~6市町",
                           "市町合同",
                           "第3市町"}) {
    EXPECT_EQ(printed(text), "") << text;
  }
}

/// "津山市|早島町 in (欠席は津山市、早島町)"
std::string absent(std::string_view text) {
  std::string out;
  std::string lists;
  std::uint32_t last = 0;
  for (const AbsentName& one : find_absent(text)) {
    if (!out.empty()) out += '|';
    out += text.substr(one.begin, one.end - one.begin);
    if (one.list_end == last) continue;
    last = one.list_end;
    lists += fmt::format(" in {}", text.substr(one.list_begin, one.list_end - one.list_begin));
  }
  return out + lists;
}

TEST(FindAbsent, NamesThoseLeftOut) {
  const Case accepted[] = {
      {"(連携市町)(欠席は津山市、早島町) 内容", "津山市|早島町 in (欠席は津山市、早島町)"},
      {"全市町（欠席：津山市・早島町）", "津山市|早島町 in （欠席：津山市・早島町）"},
      {"参加:岡山市 欠席:津山市 早島町 内容:協議", "津山市|早島町 in 欠席:津山市 早島町"},
      {"全市町 欠席 津山市", "津山市 in 欠席 津山市"},
      {"全市町(欠席津山市と早島町)", "津山市|早島町 in (欠席津山市と早島町)"},
      {"不参加:津山市", "津山市 in 不参加:津山市"},
      {"欠席:津山商工会議所、玉野市", "津山商工会議所|玉野市 in 欠席:津山商工会議所、玉野市"},
      {"岡山市、倉敷市(津山市は欠席)", "津山市 in (津山市は欠席)"},
      {"津山市、早島町が欠席", "津山市|早島町 in 津山市、早島町が欠席"},
      {"津山市欠席 玉野市出席", "津山市 in 津山市欠席"},
      {"津山市を除く", "津山市 in 津山市を除く"},
      {"全市町(津山市、早島町を除く)", "津山市|早島町 in (津山市、早島町を除く)"},
      {"津山市と早島町を除き全市町", "津山市|早島町 in 津山市と早島町を除き"},
      {"津山市以外の市町", "津山市 in 津山市以外の市町"},
      // Lists that name nobody.
      {"全市町(欠席は3名)", " in (欠席は3名)"},
      {"欠席者なし", " in 欠席者なし"},
  };
  for (const Case& c : accepted) EXPECT_EQ(absent(c.text), c.groups) << c.text;
  for (const char* text : {"", "津山市、早島町", "土日を除く", "津山市以外の方からの問合せ", "欠席届を津山市に提出",
                           "参加市町:津山市", "欠席。津山市が説明", "消費税を除く"}) {
    EXPECT_EQ(absent(text), "") << text;
  }
}

RC_GTEST_PROP(GroupProperty, SpansLieInTheTextInOrder, ()) {
  static const std::vector<std::string> kPieces = {"全",   "関係", "連携", "構成",   "圏域内", "市",     "町",
                                                   "村",   "市町", "3",    "十",     "二",     "~",      "・",
                                                   "合同", "欠席", "は",   "津山市", "、",     "を除く", "\xE5"};
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  std::uint32_t at = 0;
  for (const GroupWord& word : find_groups(text)) {
    RC_ASSERT(at <= word.begin);
    RC_ASSERT(word.begin < word.end);
    RC_ASSERT(word.end <= text.size());
    RC_ASSERT(!word.total_high || *word.total < *word.total_high);
    at = word.end;
  }
  for (const AbsentName& one : find_absent(text))
    RC_ASSERT(one.list_begin <= one.begin && one.begin <= one.end && one.end <= one.list_end &&
              one.list_end <= text.size());
}

}  // namespace
}  // namespace torikomi

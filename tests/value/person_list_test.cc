#include "torikomi/value/person_list.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace torikomi {
namespace {

std::string names(std::string_view entry, bool family_names) {
  std::string out;
  for (const PersonSpan& person : persons_in(entry, family_names)) {
    if (!out.empty()) out += '|';
    out += entry.substr(person.begin, person.end - person.begin);
  }
  return out;
}

TEST(PersonList, GivesThePersonsOfOneEntry) {
  const struct {
    std::string_view entry, names;
    bool family_names = false;
  } cases[] = {
      {"山田太郎委員長", "山田太郎"},
      {"浅井委員", "浅井"},
      {"委員  新 田 加 代       野 口 たつお", "新 田 加 代|野 口 たつお"},
      {"委 員 水 島 正 子", "水 島 正 子"},
      {"田村富雄 清田謙次各委員", "田村富雄|清田謙次"},
      {"大森 勉 斉田哲也 小山明夫", "大森 勉|斉田哲也|小山明夫"},
      {"委員 相田 好男 浅井 直之", "相田 好男|浅井 直之"},
      {"木 下 大 助 重 田 元 子", "木 下 大 助|重 田 元 子"},
      {"大 田 正 幸 関 三 郎", ""},  // 4 and 3 letters, or 3 and 4
      {"石山 哲夫 白川大学名誉教授", "石山 哲夫"},
      {"加田 さゆり 前婦人団体連絡協議会事務局長", "加田 さゆり"},
      {"中田", "中田", true},
      {"中田", ""},
      {"農業委員", ""},
      {"議会総務課長", ""},
      {"事務局", ""},
      {"", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(names(one.entry, one.family_names), one.names) << one.entry;
}

TEST(PersonList, PartsItsEntries) {
  const std::string_view words = "◎山岸昌代、12番議員 肥田 茂明及び佐野真一";
  std::string out;
  for (auto [begin, end] = next_person(words, 0, ",()"); begin < end;
       std::tie(begin, end) = next_person(words, end, ",()"))
    out += std::string(words.substr(begin, end - begin)) + '|';
  EXPECT_EQ(out, "山岸昌代| 肥田 茂明|佐野真一|");
  EXPECT_EQ(next_name("、", 0, " ").first, 3U);
}

TEST(PersonList, FindsTheSpreadLettersOfOneName) {
  const struct {
    std::string_view words, name;
  } cases[] = {
      {"小 森   聡   君", "小 森   聡"},
      {"助 役  小 林\t清 君", "小 林\t清"},
      {"小森 聡 君", ""},
      {"小 森   聡", ""},
      {"市 長 君", ""},
      {"君", ""},
  };
  for (const auto& one : cases) {
    const auto name = find_spread_name(one.words);
    EXPECT_EQ(name ? one.words.substr(name->begin, name->end - name->begin) : std::string_view(), one.name)
        << one.words;
  }
}

TEST(PersonList, ATitleAloneNamesNobody) {
  EXPECT_FALSE(find_titled("山田太郎"));
  ASSERT_TRUE(find_titled("副会長"));
  EXPECT_EQ(find_titled("副会長")->end, 0U);
  ASSERT_TRUE(find_titled("○副部会長"));
  EXPECT_EQ(find_titled("○副部会長")->begin, find_titled("○副部会長")->end);
  ASSERT_TRUE(find_titled("山田会長"));
  EXPECT_EQ(find_titled("山田会長")->end, std::string_view("山田").size());
}

}  // namespace
}  // namespace torikomi

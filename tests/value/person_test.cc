#include "torikomi/value/person.h"

#include <gtest/gtest.h>

namespace torikomi {
namespace {

TEST(Person, IsWhatTheWordsEndWith) {
  const struct {
    std::string_view words, name;
  } cases[] = {
      {"箕浦 龍一", "箕浦 龍一"},
      {"地域活性化センターシニアフェロー 箕浦 龍一 氏", "箕浦 龍一"},
      {"山形大学 教授 山田太郎 氏", "山田太郎"},
      {"教授 山田太郎", "山田太郎"},
      {"山田太郎委員長", "山田太郎"},
      {"山田会長", "山田"},
      {"企画課長 渡辺誠", "渡辺誠"},
      {"阿部 寛", "阿部 寛"},
      {"下山 紗代子氏", "下山 紗代子"},
      {"会長 岡田 浩 様", "岡田 浩"},
      {"委 員 長  東 尾 みさき", "東 尾 みさき"},
      {"副委員長  清 野 和 美", "清 野 和 美"},
      {"副 議 長 小 川 伸 二", "小 川 伸 二"},
      {"会 長 岡 みさと", "岡 みさと"},
      {"委員長野口 信雄君", "野口 信雄"},
      {"財務局長谷口 健一君", "谷口 健一"},
      {"理事花岡ともかず君", "花岡ともかず"},
      {"大谷由美子君", "大谷由美子"},
      {"長谷部 実君", "長谷部 実"},
      {"南地区総合支所長 佐々木 孝 弘", "佐々木 孝 弘"},
      {"会長 岡 健", "岡 健"},
      {"福 原   稔", "福 原   稔"},
      {"佐々木  孝 弘", "佐々木  孝 弘"},
      {"委 員 東 豊", "東 豊"},
      {"委 員 水 島 正 子", "水 島 正 子"},
      {"会 長  林", "林"},
      {"副委員長   吉 村   徹 君", "吉 村   徹"},
  };
  for (const auto& one : cases) {
    const auto found = find_person(one.words);
    ASSERT_TRUE(found) << one.words;
    EXPECT_EQ(one.words.substr(found->begin, found->end - found->begin), one.name) << one.words;
  }
}

TEST(Person, IsNotFoundWhereNoNameIsLeft) {
  for (const std::string_view words : {"", "副会長", "会長 様", "一般社団法人ローカルグッド創成支援機構"})
    EXPECT_FALSE(find_person(words)) << words;
}

TEST(Person, IsClosedUpWhereItsLettersArePrintedOneByOne) {
  const struct {
    std::string_view words, closed;
  } cases[] = {
      {"清 野 和 美", "清野和美"},
      {"田 島 千代松", "田島千代松"},
      {"佐々木 孝 弘", "佐々木孝弘"},
      {"福 原   稔", "福原稔"},
      {"東\t尾\tみさき", "東尾みさき"},
      {"委 員 長", "委員長"},  // no name, but printed so
      {"山田 太郎", ""},       // two words
      {"原 武", ""},
      {"吉 川 美加子 野 田 達 夫", ""},  // two names
      {"山田 太郎 様", ""},
      {"山田太郎", ""},
      {"", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(close_letters(one.words).value_or(""), one.closed) << one.words;
}

TEST(Person, IsKnownByItsForm) {
  for (const std::string_view words : {"山田太郎", "林健", "佐々木みどり", "山田 太郎", "原 武", "五十嵐 まさみ",
                                       "清 野 和 美", "東 尾 みさき", "佐々木 孝 弘"})
    EXPECT_EQ(looks_like_person(words), words != "林健") << words;  // two letters are as well a word
  for (const std::string_view words :
       {"自治会長", "市議会議員", "保護者", "消防団", "事務局", "オンライン参加", "ABC", "山形市", "学識経験者", "別紙",
        "3名", "委 員 長", "出 席 者", "施策の方向", "な し"})
    EXPECT_FALSE(looks_like_person(words)) << words;
}

}  // namespace
}  // namespace torikomi

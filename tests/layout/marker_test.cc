#include "torikomi/layout/marker.h"

#include <gtest/gtest.h>

#include <string_view>

namespace torikomi {
namespace {

TEST(Marker, ReadsTheMarksOfListsAndHeadings) {
  const struct {
    std::string_view text, mark, words;
    MarkerKind kind;
  } accepted[] = {
      {"・会議の開催", "・", "会議の開催", MarkerKind::kBullet},
      {"○ 開催状況", "○", "開催状況", MarkerKind::kBullet},
      {"- 項目", "-", "項目", MarkerKind::kBullet},
      {"※印は見込み", "※", "印は見込み", MarkerKind::kNote},
      {"①在宅医療", "①", "在宅医療", MarkerKind::kCircled},
      {"(1)概要", "(1)", "概要", MarkerKind::kBracket},
      {"(12) 概要", "(12)", "概要", MarkerKind::kBracket},
      {"(ア)概要", "(ア)", "概要", MarkerKind::kBracket},
      {"1 目的", "1", "目的", MarkerKind::kNumber},
      {"1. 目的", "1.", "目的", MarkerKind::kNumber},
      {"2、目的", "2、", "目的", MarkerKind::kNumber},
      {"ア 少子化", "ア", "少子化", MarkerKind::kKana},
      {"II 取組", "II", "取組", MarkerKind::kRoman},
      {"第3条 会長は", "第3条", "会長は", MarkerKind::kChapter},
      {"第 2 章 現状", "第 2 章", "現状", MarkerKind::kChapter},
  };
  for (const auto& c : accepted) {
    const auto marker = read_marker(c.text);
    ASSERT_TRUE(marker) << c.text;
    EXPECT_EQ(marker->kind, c.kind) << c.text;
    EXPECT_EQ(c.text.substr(0, marker->size), c.mark) << c.text;
    EXPECT_EQ(c.text.substr(marker->text_at), c.words) << c.text;
  }
}

TEST(Marker, LeavesWordsAlone) {
  for (const std::string_view text : {"", "会議", "・・・", "○○市", "2017年", "1.5倍", "(仮称)会館", "(株)山田",
                                      "アート展", "ESD研修", "第1回会議", "-5", "(123)", "1000 人"}) {
    EXPECT_FALSE(read_marker(text)) << text;
  }
}

TEST(Marker, InsideACellOnlyUnmistakableMarksCount) {
  EXPECT_TRUE(read_inline_marker("・会議"));
  EXPECT_TRUE(read_inline_marker("②会議"));
  for (const std::string_view text : {"1 目的", "ア 目的", "- 目的", "II 目的"})
    EXPECT_FALSE(read_inline_marker(text)) << text;
}

}  // namespace
}  // namespace torikomi

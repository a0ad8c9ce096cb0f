#include "torikomi/layout/items.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>

namespace torikomi {
namespace {

std::string text_of(std::string_view cell) { return cell_text(cell, {0, static_cast<std::uint32_t>(cell.size())}); }

TEST(Items, SplitsWhereAnExtractorBrokeALine) {
  const struct {
    std::string_view cell, text;
  } cases[] = {
      {"", ""},
      {"特になし", "特になし"},
      {"・会議の開催 ・情報の収集", "・会議の開催\n・情報の収集"},
      {"会議の開催  情報の収集", "会議の開催\n情報の収集"},
      {"会議\v情報", "会議\n情報"},
      {"\v\x1f・会議\v\x1f・情報\v", "・会議\n・情報"},
      {"①会議 於:岡山市 ②情報", "①会議 於:岡山市\n②情報"},
      {"伝統・文化の発信", "伝統・文化の発信"},
      {"検討の視点・・・利用目的", "検討の視点・・・利用目的"},
      {"本文 ※注", "本文\n※注"},
      {" ・ 会議 ", "・ 会議"},
      {"・町を歩く。・店を訪ねる。●話を聞く。", "・町を歩く。\n・店を訪ねる。\n●話を聞く。"},
      {"●見学・体験●交流", "●見学・体験\n●交流"},
      {"・市民・団体・企業の交流", "・市民・団体・企業の交流"},
      {"○○市の事例", "○○市の事例"},
  };
  for (const auto& c : cases) EXPECT_EQ(text_of(c.cell), c.text) << c.cell;
}

TEST(Items, MarkersAreApartFromWords) {
  const std::string_view cell = "・会議の開催 (1)日程";
  const auto items = split_items(cell, {0, static_cast<std::uint32_t>(cell.size())});
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(slice(cell, items[0].marker), "・");
  EXPECT_EQ(slice(cell, items[0].text), "会議の開催");
  EXPECT_EQ(slice(cell, items[1].marker), "(1)");
  EXPECT_EQ(slice(cell, items[1].text), "日程");
}

TEST(Items, NestedListsKeepTheirLevel) {
  const std::string_view cell =
      "\v\x1f"
      "a\v\x1f\x1f"
      "b\v\x1f"
      "c";
  const auto items = split_items(cell, {0, static_cast<std::uint32_t>(cell.size())});
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].level, 0);
  EXPECT_EQ(items[1].level, 1);
  EXPECT_EQ(items[2].level, 0);
}

RC_GTEST_PROP(ItemsProperty, NoWordIsLost, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("会議", "・", " ", "  ", "\v", "\x1f", "①", "(1)", "。", "a", "\n"));
  std::string cell;
  for (const std::string& piece : pieces) cell += piece;
  const auto bare = [](std::string_view words) {
    std::string out;
    for (const char c : words)
      if (std::string_view(" \v\x1f\n").find(c) == std::string_view::npos) out += c;
    return out;
  };
  RC_ASSERT(bare(text_of(cell)) == bare(cell));
}

}  // namespace
}  // namespace torikomi

#include "torikomi/value/cue_amount.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

const AmountCues& cues() {
  static const AmountCues kCues = {{"上限額", "上限", "予算額", "当初予算額", "概算要求額", "補助額"},
                                   {"を上限", "を限度"}};
  return kCues;
}

std::string shown(std::string_view text) {
  std::string out;
  const CueAmounts found = find_cue_amounts(text, cues());
  for (const CueAmount& one : found.amounts) {
    out +=
        std::string(one.year.of(text)) + "|" + std::string(one.cue.of(text)) + "|" + std::string(one.amount.of(text));
    if (!one.note.empty()) out += "|" + std::string(one.note.of(text));
    out += "; ";
  }
  return out + (found.whole ? "whole" : "");
}

TEST(CueAmount, AWordNamesTheAmount) {
  const struct {
    const char* text;
    const char* expected;
  } accepted[] = {
      {"上限額:500万円(複数団体の連携事業の場合700万円)",
       "|上限額|500万円; |上限額|700万円|複数団体の連携事業の場合; whole"},
      {"(H30年度予算額:約2.5億円、R元年度予算額:約5.1億円)",
       "H30年度|予算額|約2.5億円; R元年度|予算額|約5.1億円; whole"},
      {"(令和元年度予算額:約2.0億円)", "令和元年度|予算額|約2.0億円; whole"},
      {"令和6年度の当初予算額は3億円", "令和6年度|当初予算額|3億円; whole"},
      {"1団体当たり上限1,000万円", "|上限|1,000万円; "},
      {"補助額は100万円を上限とする。", "|補助額|100万円; "},
      {"1件につき100万円を上限とする。", "|上限|1件につき100万円; "},
      {"予算額:令和6年度 3億円(令和5年度 2億円)", "令和6年度|予算額|3億円; 令和5年度|予算額|2億円; whole"},
      {"概算要求額 2.0億円", "|概算要求額|2.0億円; whole"},
  };
  for (const auto& c : accepted) EXPECT_EQ(shown(c.text), c.expected) << c.text;
  for (const char* text : {"予算額は団体により異なる。", "上限額:20人", "会費は500円",
                           "上限額の考え方 令和元年度は500万円", "上限額", "上限額:500万円~700万円", ""})
    EXPECT_EQ(shown(text), "") << text;
}

TEST(CueAmount, AHeadingCanNameTheAmountBelow) {
  const std::string_view heading = "<概算要求額>";
  EXPECT_EQ(amount_cue(heading, cues()).of(heading), "概算要求額");
  EXPECT_FALSE(amount_cue("【 上限額 】", cues()).empty());
  EXPECT_TRUE(amount_cue("<概算要求額の内訳>", cues()).empty());
  EXPECT_TRUE(amount_cue("<対象経費>", cues()).empty());
  const std::string_view text = "2.0億円";
  EXPECT_EQ(leading_amount(text).of(text), "2.0億円");
  EXPECT_TRUE(leading_amount("総額2.0億円").empty());
  EXPECT_TRUE(leading_amount("20人").empty());
}

}  // namespace
}  // namespace torikomi

// No text takes more than linear time, from the first stage to the last check: one token over and over, in one line or
// many. What is quadratic takes minutes at this size; what is linear, a few hundredths of a second.
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <string_view>

#include "golden/support.h"

namespace torikomi {
namespace {

constexpr double kMostSeconds = 8;  ///< of processor time; sanitizers included

class Hostile : public ::testing::TestWithParam<const char*> {};

TEST_P(Hostile, TextIsReadInLinearTime) {
  constexpr std::size_t kSize = 400'000;
  SCOPED_TRACE(GetParam());
  std::string text;
  while (text.size() < kSize) text += GetParam();
  const std::clock_t begin = std::clock();
  EXPECT_TRUE(testing::ingest_bytes(std::move(text)));
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, kMostSeconds);
}

std::string repeated(std::string_view head, std::string_view token, std::size_t count, std::string_view tail) {
  std::string out(head);
  for (std::size_t i = 0; i < count; ++i) out += token;
  return out += tail;
}

/// What would cost findings x length of the line, or columns x columns.
TEST(HostileLines, AreReadInLinearTime) {
  const std::string row = repeated("", "a\t", 100'000, "b\n");
  const std::string cells = repeated("<tr>", "<td>a</td>", 60'000, "</tr>");
  for (const std::string& text :
       {repeated("<table>", "<tr><td>開催日</td><td>令和5年2月30日</td></tr>", 15'000, "</table>"), row + row + row,
        "<table>" + cells + cells + cells + "</table>"}) {
    SCOPED_TRACE(text.substr(0, 40));
    const std::clock_t begin = std::clock();
    EXPECT_TRUE(testing::ingest_bytes(text));
    EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, kMostSeconds);
  }
}

INSTANTIATE_TEST_SUITE_P(Tokens, Hostile,
                         ::testing::Values("(", "【", "「", "※", "・", "、", "。", "■岡山市", "第1回:", "1市2町(",
                                           "(計2市1町)", "平成29年", "4月", "～", "・a", "A市、", "府中市", "1,", "千",
                                           "年", "令和", "<table>", "<td>", "<b>", "|", "| a ", "  a", "a\t", "指標\t",
                                           "KPI: ", "→", "合計\t", "1\n", "施策\tx\t事務事業\ty\n", "第1条 ", "- a\n",
                                           "  - a\n", "目標値\t現状値\n", "(単位:千円)\n1\t2\n", "| 指標 | 目標 |\n",
                                           "平成29年度\t", "100円\t", "担当者会議",
                                           "施策\t雇用\t令和5年4月1日 第1回 参加市町:全市町 "),
                         [](const auto& test) { return "Token" + std::to_string(test.index); });

}  // namespace
}  // namespace torikomi

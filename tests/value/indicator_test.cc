#include "torikomi/value/indicator.h"

#include <gtest/gtest.h>

#include <string>

#include "torikomi/layout/marker.h"

namespace torikomi {
namespace {

const ValueWords& words() {
  static const ValueWords kWords = {{"基準値"}, {"現状", "現状値"}, {"目標", "目標値", "予定"}, {"実績", "実績値"}};
  return kWords;
}

/// NAME = label raw number unit as_of; …
std::string shown(const std::string& text) {
  std::vector<EventLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto begin = static_cast<std::uint32_t>(at);
    EventLine line{{begin, begin}, {begin, static_cast<std::uint32_t>(end)}};
    if (const auto marker = read_marker(std::string_view(text).substr(at, end - at))) {
      line.marker.end = begin + marker->size;
      line.text.begin = begin + marker->text_at;
    }
    lines.push_back(line);
    at = end + 1;
  }
  constexpr const char* kLabels[] = {"", "baseline ", "current ", "target ", "actual "};
  std::string out;
  for (const Indicator& one : read_indicators(text, lines, words())) {
    out += std::string(one.name.of(text)) + " = ";
    for (const IndicatorValue& value : one.values) {
      out += kLabels[static_cast<int>(value.label)] + std::string(value.raw.of(text));
      if (value.number) out += " [" + value.number->value_text() + " " + value.number->unit + "]";
      if (value.as_of) out += " @" + value.as_of->edtf;
      out += "; ";
    }
  }
  return out;
}

TEST(Indicator, ReadsValuesInLines) {
  const struct {
    const char* text;
    const char* expected;
  } accepted[] = {
      {"○実施団体数(重複含む)\n(実績) R4年度:30団体、R5年度:44団体",
       "実施団体数(重複含む) = actual 30団体 [30 団体] @2022-04/2023-03; actual 44団体 [44 団体] @2023-04/2024-03; "},
      {"○参加団体数\n(予定) R元年度:調査中", "参加団体数 = target 調査中 @2019-04/2020-03; "},
      {"○取り組む団体数:409団体(H29.12.1)\n○目標値\n:検討中",
       "取り組む団体数 = 409団体 [409 団体] @2017-12-01; target 検討中; "},
      {"◎都市圏の形成\n⇒32圏域が形成済み (H31.4.1時点)", "都市圏の形成 = 32圏域 [32 圏域] @2019-04-01; "},
      {"・移住者数\n目標値:50人(令和7年度)\n現状値:20人(令和4年度)",
       "移住者数 = target 50人 [50 人] @2025-04/2026-03; current 20人 [20 人] @2022-04/2023-03; "},
      {"①満足度:80%以上(令和6年度)", "満足度 = 80%以上 [80 %] @2024-04/2025-03; "},
      {"○会員数\n○登録者数:100人(R5.3.31)", "登録者数 = 100人 [100 人] @2023-03-31; "},
  };
  for (const auto& c : accepted) EXPECT_EQ(shown(c.text), c.expected) << c.text;
  for (const char* text :
       {"○機会の提供等を行う自治体を採択し、事例創出", "○担当:総務課", "○各取組の横展開\n\n(会議における情報提供)",
        "全国各地において地域課題の解決に貢献", "○実施期間:令和2年度", "目標値:50人", "○目標値:50人", ""})
    EXPECT_EQ(shown(text), "") << text;
}

}  // namespace
}  // namespace torikomi

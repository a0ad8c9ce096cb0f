#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "layout/split.h"

namespace torikomi {
namespace {

using testing::Split;

TEST(Blocks, TellsTheKindsOfLinesApart) {
  const struct {
    const char* line;
    BlockKind kind;
  } cases[] = {
      {" \t ", BlockKind::kBlank},
      {"|---|---|", BlockKind::kSeparator},
      {"-----\t---", BlockKind::kSeparator},
      {"# 概要", BlockKind::kHeading},
      {"【連携分野：産業】", BlockKind::kHeading},
      {"(1) 課題", BlockKind::kHeading},
      {"第1章 現状", BlockKind::kHeading},
      {"施策\t産業", BlockKind::kRow},
      {"| a | b |", BlockKind::kRow},
      {"・会議の開催", BlockKind::kListItem},
      {"本文です。", BlockKind::kText},
      {"      歳   入", BlockKind::kText},
      {"1 会議を開催した。", BlockKind::kListItem},
  };
  for (const auto& c : cases) {
    const Split split(c.line);
    ASSERT_EQ(split.layout.blocks.size(), 1U) << c.line;
    EXPECT_EQ(split.layout.blocks[0].kind, c.kind) << c.line;
  }
}

TEST(Blocks, CellsKeepTheirColumns) {
  EXPECT_EQ(Split("\ta \t\tb\t").cells(0), (std::vector<std::string>{"", "a", "", "b", ""}));
  EXPECT_EQ(Split("| a | b\\|c |").cells(0), (std::vector<std::string>{"a", "b|c"}));
}

TEST(Blocks, TheLastOfTheMostCellsHoldsAllTheOthers) {
  const auto row = [](std::string_view begin, std::string_view before, std::string_view behind, std::string_view end) {
    std::string out(begin);
    for (std::size_t i = 0; i < kMostCells + 2; ++i)
      out.append(i == 0 ? "" : before).append("a").append(std::to_string(i)).append(behind);
    return out.append(end);
  };
  for (const std::string& text : {row("", "\t", "", ""), row("| ", " | ", "", " |\n|---|---|"),
                                  row("<table><tr><td>", "<td>", "</td>", "</tr></table>")}) {
    const Split split(text);
    const auto cells = split.layout.cells_of(split.layout.blocks[0]);
    ASSERT_EQ(cells.size(), kMostCells) << text.substr(0, 20);
    EXPECT_EQ(cells.back().column, kMostCells - 1);
    const std::string last = split.words(cells.back().span);
    for (std::size_t i = kMostCells - 1; i < kMostCells + 2; ++i)
      EXPECT_NE(last.find("a" + std::to_string(i)), last.npos) << last;
  }
}

TEST(Blocks, IdeographicBlanksBetweenLettersStandInsideWordsWhereOthersPartColumns) {
  const std::string head = "    款          項          金　　　額\n";
  EXPECT_EQ(Split(head + "    市税        市民税      1,200\n    寄附金      寄附金        300\n").cells(0),
            (std::vector<std::string>{"款", "項", "金   額"}));
}

TEST(Blocks, WideHeadingsAreToldApartByTheirWords) {
  const std::string head = "     目        本   年   度    前   年   度    比   較             説             明\n";
  const std::string row = "    市税        25,981,642   25,000,335    981,307             市民税\n";
  const Split split(head + row + row);
  std::vector<std::string> headings = split.cells(0);
  for (std::string& words : headings) std::erase(words, ' ');
  EXPECT_EQ(headings, (std::vector<std::string>{"目", "本年度", "前年度", "比較", "説明"}));
}

TEST(Blocks, ALoneLineOfSumsIsARowAlsoBehindANumber) {
  const Split row("4 利子割交付金          110,000           80,000       30,000\n\n\n本文\n");
  EXPECT_EQ(row.cells(0), (std::vector<std::string>{"4 利子割交付金", "110,000", "80,000", "30,000"}));
  EXPECT_NE(Split("4 会場          市役所       大会議室\n").layout.blocks[0].kind, BlockKind::kRow);
}

TEST(Blocks, LettersBeforeSumsAreOneNameWhereTheirGapsAreAlike) {
  EXPECT_EQ(Split("7   商        工         費   1,391,301   1.4").cells(0),
            (std::vector<std::string>{"7", "商        工         費", "1,391,301", "1.4"}));
  EXPECT_EQ(Split("市            債   △ 31,000   37.1 %").cells(0),
            (std::vector<std::string>{"市            債", "△ 31,000", "37.1 %"}));
  EXPECT_EQ(Split("資 産 割         所 得 割   1,200   900").cells(0),
            (std::vector<std::string>{"資 産 割", "所 得 割", "1,200", "900"}));
  EXPECT_EQ(Split("翌年度へ   繰   越   額   245,600   1.4").cells(0),
            (std::vector<std::string>{"翌年度へ", "繰   越   額", "245,600", "1.4"}));
}

TEST(Blocks, TheNumberOfANameStandsInTheLineBelowIt) {
  const Split split(
      "   款                       項            金　　　額\n"
      "                                            千円\n"
      "   市税\n"
      " 1                                        48,352\n"
      "           1 市民税                        18,420\n"
      "   寄附金\n"
      " 18                                        5,015\n"
      "           1 寄附金                         5,015\n"
      "                歳　入　合　計\n"
      "                                          53,367\n");
  std::vector<std::vector<std::string>> rows;
  for (std::size_t b = 0; b < split.layout.blocks.size(); ++b) {
    rows.emplace_back();
    for (const std::string& cell : split.cells(b))
      if (!cell.empty()) rows.back().push_back(cell);
  }
  EXPECT_EQ(rows, (std::vector<std::vector<std::string>>{{"款", "項", "金   額"},
                                                         {"千円"},
                                                         {"1 市税", "48,352"},
                                                         {"1 市民税", "18,420"},
                                                         {"18 寄附金", "5,015"},
                                                         {"1 寄附金", "5,015"},
                                                         {"歳 入 合 計", "53,367"}}));
}

TEST(Blocks, LettersBeforeAnHonorificAreOneName) {
  const Split split(" 委員長  東 田   英 君\n 副委員長 山之上   悠 君\n  〃   上 条 幸 代 君\n  〃   豊 田 美 好 君\n");
  EXPECT_EQ(split.cells(0), (std::vector<std::string>{"委員長", "東 田   英 君"}));
  EXPECT_EQ(split.cells(1), (std::vector<std::string>{"副委員長", "山之上   悠 君"}));
  EXPECT_EQ(split.cells(3), (std::vector<std::string>{"〃", "豊 田 美 好 君"}));
}

TEST(Blocks, LineEndsDoNotMatter) {
  const Split lf("a\tb\n\n・c\n");
  const Split crlf("a\tb\r\n\r\n・c\r\n");
  ASSERT_EQ(lf.layout.blocks.size(), crlf.layout.blocks.size());
  for (std::size_t i = 0; i < lf.layout.blocks.size(); ++i) {
    EXPECT_EQ(lf.layout.blocks[i].kind, crlf.layout.blocks[i].kind);
    EXPECT_EQ(lf.layout.blocks[i].line, crlf.layout.blocks[i].line);
    EXPECT_EQ(lf.text.slice(lf.layout.blocks[i].span), crlf.text.slice(crlf.layout.blocks[i].span));
  }
}

RC_GTEST_PROP(BlocksProperty, EveryLineIsOneBlockAndNoWordIsOutside, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("施策", "\t", "|", "\n", "\r\n", " ", "・", "1 ", "【", "】", "-", "#", "。"));
  std::string words;
  for (const std::string& piece : pieces) words += piece;
  const Split split(words);
  // rows that go on over lines are one block; no line is left out or taken twice
  std::uint32_t next = 1;
  for (const Block& block : split.layout.blocks) {
    RC_ASSERT(block.line == next);
    RC_ASSERT(block.line_end >= block.line);
    next = block.line_end + 1;
  }
  RC_ASSERT(words.empty() || next == split.source.line_count() + 1);
}

}  // namespace
}  // namespace torikomi

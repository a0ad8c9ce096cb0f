// Tables: rows that belong together, their heads, title and unit, and what page breaks do to them.
#include <gtest/gtest.h>

#include "layout/split.h"

namespace torikomi {
namespace {

using testing::Split;

TEST(TableUnits, TitleUnitAndHeads) {
  const struct {
    const char* name;
    const char* text;
    const char *title, *unit;
    std::uint32_t header_rows, columns;
  } cases[] = {
      {"title and unit above", "表1 支出の内訳\n(単位:千円)\n\n項目\t予算額\n謝金\t240\n", "表1 支出の内訳", "千円", 1,
       2},
      {"unit below", "項目\t予算額\n謝金\t240\n\n(単位:千円)\n\n以上である。", "", "千円", 1, 2},
      {"a head over the values alone", "\t件数\n相談\t12\n講座\t5\n", "", "", 1, 2},
      {"classes below words", "項目\t視点\t評価\n体制\t職員の配置\tA\n運営\t意見の反映\tA\n施設\t点検の実施\tB\n", "",
       "", 1, 3},
      {"both in one line", "【図表4】決算額 (単位：円)\n項目\t金額\n謝金\t240\n", "【図表4】決算額", "円", 1, 2},
      {"ruling of Markdown", "| 団体 | 代表 |\n|---|---|\n| 青葉会 | 山田 |\n", "", "", 1, 2},
      {"words of heads only", "団体名\t役職\t氏名\n青葉会\t会長\t山田 花子\n", "", "", 1, 3},
      {"two heads", "指標\t現状値\t目標値\t\n\tR4年度\tR5年度\tR6年度\n来場者\t10人\t20人\t30人\n", "", "", 2, 4},
      {"labels and words", "事業名\t港の市\n担当\t商工課\n", "", "", 0, 2},
      {"prose is no title", "次のとおり支出した。\n項目\t金額\n謝金\t240\n", "", "", 1, 2},
      {"title in a row of its own", "| 表2 収入 | |\n| 項目 | 金額 |\n| 会費 | 300円 |\n", "表2 収入", "", 2, 2},
      {"head of HTML", "<table><tr><th>会</th><th>長</th></tr><tr><td>青葉会</td><td>山田</td></tr></table>", "", "", 1,
       2},
  };
  for (const auto& c : cases) {
    const Split split(c.text);
    ASSERT_EQ(split.layout.tables.size(), 1U) << c.name;
    const TableUnit& unit = split.layout.tables[0];
    EXPECT_EQ(split.words(unit.title), c.title) << c.name;
    EXPECT_EQ(split.words(unit.unit), c.unit) << c.name;
    EXPECT_EQ(unit.header_rows, c.header_rows) << c.name;
    EXPECT_EQ(unit.columns, c.columns) << c.name;
  }
}

TEST(TableUnits, AUnitBetweenTwoTablesIsThatOfTheSecond) {
  const Split split("項目\t予算額\n謝金\t240\n\n(単位:円)\n\n期日\t場所\t費用\n6月1日\t市役所\t300\n");
  ASSERT_EQ(split.layout.tables.size(), 2U);
  EXPECT_EQ(split.words(split.layout.tables[0].unit), "");
  EXPECT_EQ(split.words(split.layout.tables[1].unit), "円");
}

TEST(TableUnits, GoOnOverPageBreaks) {
  const struct {
    const char* name;
    const char* text;
    std::size_t tables;
    std::uint32_t repeated_line;  ///< 0: none
  } cases[] = {
      {"head again", "項目\t金額\nA費\t1円\n\f\n項目\t金額\nB費\t2円\n", 1, 4},
      {"head again below a page number", "項目\t金額\nA費\t1円\n\n- 3 -\n\n項目\t金額\nB費\t2円\n", 1, 6},
      {"same columns", "項目\t金額\nA費\t1円\n\fB費\t2円\n", 1, 0},
      {"said to go on", "項目\t金額\nA費\t1円\n\f\n表1(続き)\n項目\t金額\nB費\t2円\n", 1, 5},
      {"other columns", "項目\t金額\nA費\t1円\n\f期日\t場所\t人数\n6月1日\t市役所\t3人\n", 2, 0},
      {"a blank line is no page break", "項目\t金額\nA費\t1円\n\n区分\t金額\nB費\t2円\n", 2, 0},
      {"words between", "項目\t金額\nA費\t1円\n\f次に収入を示す。\n項目\t金額\nB費\t2円\n", 2, 0},
  };
  for (const auto& c : cases) {
    const Split split(c.text);
    EXPECT_EQ(split.layout.tables.size(), c.tables) << c.name;
    for (const Block& block : split.layout.blocks)
      EXPECT_EQ(block.repeated_header, block.line == c.repeated_line) << c.name << " " << block.line;
  }
}

TEST(TableUnits, ARowThatAPageBreakCutIsOneRow) {
  const Split split(
      "会議名\t期日\t内容\n推進会議\t6月1日\t来年度の事業の進め方と担当する課の\n\n- 1 "
      "-\n\n\t\t分担について協議した。\n"
      "部会\t7月2日\t予算の協議\n");
  ASSERT_EQ(split.layout.tables.size(), 1U);
  EXPECT_EQ(split.cells(1)[2], "来年度の事業の進め方と担当する課の分担について協議した。");
  EXPECT_EQ(split.at_line(6).kind, BlockKind::kCutRow);
  // each letter leads back to its own place
  const NormSpan cell = split.layout.cells_of(split.layout.blocks[1])[2].span;
  const Span rest = split.text.to_source({cell.end - 3, cell.end});
  EXPECT_EQ(split.source.line_of(rest.begin), 6U);
}

TEST(TableUnits, ARowThatALineBreakCutIsOneRow) {
  const Split split("団体\t内容\t額\n青葉会\t花壇の整備と\n\t花の講習\t300\n若草会\t講座\t200\n");
  EXPECT_EQ(split.cells(2), (std::vector<std::string>{"青葉会", "花壇の整備と花の講習", "300"}));
  EXPECT_EQ(split.at_line(2).kind, BlockKind::kCutRow);
}

TEST(TableUnits, ARowWithoutAKeyIsNotJoinedWithoutEvidence) {
  for (const char* rest : {"\t\t・分担の確認\n", "\t\t120人\n", "別の会議\t\t分担について\n"}) {
    const Split split("会議名\t期日\t内容\n推進会議\t6月1日\t来年度の事業の進め方と担当\n\f" + std::string(rest) +
                      "部会\t7月2日\t予算\n");
    EXPECT_EQ(split.cells(1)[2], "来年度の事業の進め方と担当") << rest;
  }
}

TEST(TableUnits, CellsOfSeveralLinesAreOneText) {
  const Split split(
      "  期日        会議名          主な内容                参加者\n"
      "  6月1日      推進会議        来年度の事業の進め方    14人\n"
      "                              と担当の分担\n"
      "  7月2日      部会            予算の協議              9人\n");
  ASSERT_EQ(split.layout.tables.size(), 1U);
  EXPECT_EQ(split.cells(1),
            (std::vector<std::string>{"6月1日", "推進会議", "来年度の事業の進め方と担当の分担", "14人"}));
  EXPECT_EQ(split.layout.blocks[1].line_end, 3U);
}

TEST(TableUnits, WordsBehindANestedTableBelongToTheirCell) {
  const Split split("<table><tr><td>前<table><tr><td>中</td></tr></table>後</td><td>隣</td></tr></table>");
  EXPECT_EQ(split.cells(0), (std::vector<std::string>{"前\v後", "隣"}));
}

}  // namespace
}  // namespace torikomi

// Tables whose cells stand one a line.
#include "torikomi/grammar/stacked_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "torikomi/core/source.h"

namespace torikomi {
namespace {

constexpr const char* kWords = R"(name = "words"
supplements = true
[[table]]
name     = "kpi"
type     = "kpi"
required = ["indicator"]
any      = ["target", "actual", "year"]
open     = true
  [[table.column]]
  role   = "indicator"
  labels = ["指標"]
  [[table.column]]
  role   = "unit"
  labels = ["単位"]
  [[table.column]]
  role   = "target"
  labels = ["目標値"]
  [[table.column]]
  role   = "actual"
  labels = ["実績値"]
  [[table.column]]
  role   = "year"
  [[table.column]]
  role   = "row_kind"
  labels = ["区別"]
  [[table.column]]
  role   = "other"
  labels = ["担当課", "施策"]
  [[table.row]]
  role   = "target"
  labels = ["目標"]
  [[table.row]]
  role   = "actual"
  labels = ["実績"]
[[table]]
name = "amount"
type = "amount"
any  = ["amount"]
open = true
  [[table.column]]
  role   = "item"
  first_unknown = true
  labels = ["科目"]
  [[table.column]]
  role   = "amount"
  kind   = "budget"
  labels = ["予算額"]
  [[table.column]]
  role   = "amount"
  kind   = "settlement"
  labels = ["決算額"]
  [[table.column]]
  role   = "other"
  labels = ["備考"]
[[table]]
name = "member"
type = "member"
any  = ["name"]
open = true
  [[table.column]]
  role   = "organization"
  labels = ["所属"]
  [[table.column]]
  role   = "name"
  labels = ["氏名"]
  [[table.column]]
  role   = "other"
  labels = ["区分", "役割"]
)";

/// Every row as "column=words …"; other lines are left out.
std::vector<std::string> rows_of(const std::string& text) {
  const auto grammar = load_grammar(kWords, "words.toml");
  EXPECT_TRUE(grammar);
  const Source source("x.txt", text);
  NormText norm = normalize(source);
  Layout layout = split_blocks(norm);
  const Grammar* supplement = &*grammar;
  stack_rows(norm.text(), layout, std::span(&supplement, 1));
  std::vector<std::string> out;
  for (const Block& block : layout.blocks) {
    if (block.kind != BlockKind::kRow) continue;
    EXPECT_LT(block.table, layout.tables.size());
    std::string line;
    for (const GridCell& cell : layout.cells_of(block)) {
      if (!line.empty()) line += ' ';
      line += std::to_string(cell.column) + "=" + std::string(norm.slice(cell.span));
    }
    out.push_back(line);
  }
  return out;
}

using Rows = std::vector<std::string>;

struct Case {
  const char* name;
  const char* input;
  Rows expected;
};

class StackedRows : public testing::TestWithParam<Case> {};

TEST_P(StackedRows, AreRows) { EXPECT_EQ(rows_of(GetParam().input), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Accepted, StackedRows,
    testing::Values(
        Case{"Complete",
             "科目\n予算額\n決算額\n1 会議費\n1,200\n1,150\n2 事務費\n300\n-\n",
             {"0=科目 1=予算額 2=決算額", "0=1 会議費 1=1,200 2=1,150", "0=2 事務費 1=300 2=-"}},
        Case{"OneUnknownHeadAtTheEnd",
             "科目\n予算額\nねらい\n会議費\n1,200\n総会\n事務費\n300\n通信\n",
             {"0=科目 1=予算額 2=ねらい", "0=会議費 1=1,200 2=総会", "0=事務費 1=300 2=通信"}},
        Case{"RemarksThatMayLack",
             "科目\n予算額\n備考\n会議費\n1,200\n総会\n事務費\n300\n雑費\n20\n",
             {"0=科目 1=予算額 2=備考", "0=会議費 1=1,200 2=総会", "0=事務費 1=300", "0=雑費 1=20"}},
        Case{"YearsOverParts",
             "科目\n令和4年度\n令和5年度\n予算額\n決算額\n予算額\n決算額\n会議費\n10\n9\n20\n19\n事務費\n5\n4\n6\n6\n",
             {"0=科目 1=令和4年度 3=令和5年度", "1=予算額 2=決算額 3=予算額 4=決算額", "0=会議費 1=10 2=9 3=20 4=19",
              "0=事務費 1=5 2=4 3=6 4=6"}},
        Case{"KindsWithoutAHead", "指標\n単位\n令和4年度\n令和5年度\n利用者数\n人\n目標\n10\n20\n実績\n9\n21\n", {}},
        Case{"KindsBeforeTheUnit",
             "指標\n単位\n令和4年度\n令和5年度\n利用者数\n目標\n人\n10\n20\n実績\n人\n9\n21\n",
             {"0=指標 2=単位 3=令和4年度 4=令和5年度", "0=利用者数 1=目標 2=人 3=10 4=20", "1=実績 2=人 3=9 4=21"}},
        Case{"MergedClasses",
             "区分\n所属\n氏名\n学識\n山形大学\n小関 健\n天童市婦人会\n高橋 まさ子\n公募\n市民\n梅津 亮\n",
             {"0=区分 1=所属 2=氏名", "0=学識 1=山形大学 2=小関 健", "1=天童市婦人会 2=高橋 まさ子",
              "0=公募 1=市民 2=梅津 亮"}},
        Case{"DaysWithoutAHead",
             "4月5日\n委嘱\n6月7日\n骨子案の審議\n令和6年1月9日\n答申\n",
             {"0=4月5日 1=委嘱", "0=6月7日 1=骨子案の審議", "0=令和6年1月9日 1=答申"}}),
    [](const auto& one) { return one.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Rejected, StackedRows,
    testing::Values(
        // which of two values lacks nobody can say
        Case{"ValueThatLacks", "科目\n予算額\n決算額\n会議費\n1,200\n1,150\n事務費\n300\n", {}},
        // 担当課 or 施策: it could be the one of the row above or of that below
        Case{"EitherRow",
             "施策\n指標\n目標値\n実績値\n担当課\n観光\n入込客\n10\n9\n商工課\n宿泊客\n5\n4\n農林課\n農家\n3\n3\n農政課"
             "\n",
             {"0=施策 1=指標 2=目標値 3=実績値 4=担当課", "0=観光 1=入込客 2=10 3=9", "0=商工課", "1=宿泊客 2=5 3=4",
              "0=農林課", "1=農家 2=3 3=3"}},
        Case{"HeadThatGoesOn",
             "科目\n前期\n後期\n予算額\n決算額\n予算額\n決算額\n会議費\n10\n9\n20\n19\n事務費\n5\n4\n6\n6\n",
             {}},
        // the number of the first row is no value of an item 決算額
        Case{"NumberBehindTheHead",
             "番号\n科目\nねらい\n予算額\n決算額\n備考\n1\n会議費\n総会\n10\n9\n良\n2\n事務費\n5\n4\n良\n3\n雑費\n2\n1"
             "\n良\n",
             {}},
        Case{"Prose", "科目\n予算額\n決算額\nこの表は次のとおりである。\n1,200\n1,150\n", {}},
        Case{"NoHead", "会議費\n1,200\n1,150\n事務費\n300\n280\n", {}}),
    [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace torikomi

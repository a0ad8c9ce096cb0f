// Evaluation sheets whose one indicator is named in the head of its table: the name of it, its unit and its values.
#include <gtest/gtest.h>

#include <string>

#include "support.h"

namespace torikomi {
namespace {

using testing::Case;

/// "indicator" of every KPI, then "role|value|unit|year" of every value.
std::string kpis_of(std::string_view report) {
  const auto document = testing::ingest_bytes(std::string(report));
  if (!document) return "unread";
  return testing::rows(document->records, TableId::kpis, {col::kpis::indicator}) + testing::kpi_values_of(report);
}

TEST(NamedInHead, GivesTheIndicatorOfItsRows) {
  const std::string values =
      "target|10|校|2021-04/2022-03\ntarget|12|校|2022-04/2023-03\n"
      "actual|9|校|2021-04/2022-03\nactual|13|校|2022-04/2023-03\n";
  const std::string rows = "\t\t目標\t10\t12\n\t\t実績\t9\t13\n";
  const struct {
    std::string_view name;
    std::string input;
    std::string expected;
  } cases[] = {
      {"behind the number of the indicator", "成果指標1\t植樹した学校数 単位:校\t区分\t令和3年度\t令和4年度\n" + rows,
       "植樹した学校数 単位:校\n" + values},
      {"no heading over the kinds of rows", "指標1\t植樹した学校数(校)\t\t令和3年度\t令和4年度\n" + rows,
       "植樹した学校数(校)\n" + values},
      {"no label at all", "植樹した学校数(校)\t年度\t令和3年度\t令和4年度\n\t目標\t10\t12\n\t実績\t9\t13\n",
       "植樹した学校数(校)\n" + values},
      {"cells that reach down over the rows",
       "<table><tr><td rowspan=\"3\">成果指標1</td><td rowspan=\"3\">植樹した学校数(校)</td><td>区分</td>"
       "<td>令和3年度</td><td>令和4年度</td></tr><tr><td>目標</td><td>10</td><td>12</td></tr>"
       "<tr><td>実績</td><td>9</td><td>13</td></tr></table>\n",
       "植樹した学校数(校)\n" + values},
      {"beside its label, above the years",
       "成果指標名\t植樹した学校数\t単位\t校\n\t令和3年度\t令和4年度\n目標値\t10\t12\n実績値\t9\t13\n達成率\t90%\t108%"
       "\n",
       "植樹した学校数\n" + values},
      {"rows of something else behind those of the indicator",
       "成果指標1\t植樹した学校数(校)\t区分\t令和3年度\t令和4年度\n" + rows + "手段\t苗木を学校に配る\t\t\t\n",
       "植樹した学校数(校)\n" + values},
      {"the unit below the name, in the next row",
       "成果指標\t年度\t令和3年度\t令和4年度\n植樹した学校数\t目標\t10\t12\n(校)\t実績\t9\t13\n",
       "植樹した学校数\n" + values},
  };
  for (const auto& c : cases) EXPECT_EQ(kpis_of(c.input), c.expected) << c.name;
}

TEST(NamedInHead, LeavesNamesInTheRowsAlone) {
  constexpr Case kCases[] = {
      {"names below their heading",
       "成果指標\t区分\t令和3年度\t令和4年度\n学校数\t目標\t10\t12\n\t実績\t9\t13\n苗木数\t目標\t50\t60\n",
       "学校数\n苗木数\ntarget|10||2021-04/2022-03\ntarget|12||2022-04/2023-03\nactual|9||2021-04/2022-03\n"
       "actual|13||2022-04/2023-03\ntarget|50||2021-04/2022-03\ntarget|60||2022-04/2023-03\n"},
      {"no name anywhere: 目標値 is none", "指標名\t令和3年度\t令和4年度\n目標値\t10\t12\n実績値\t9\t13\n", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(kpis_of(c.input), c.expected) << c.name;
}

}  // namespace
}  // namespace torikomi

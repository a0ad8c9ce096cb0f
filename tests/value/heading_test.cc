// What headings of tables tell besides their label.
#include "torikomi/value/heading.h"

#include <gtest/gtest.h>

namespace torikomi {
namespace {

TEST(HeadingYear, IsFoundInALabel) {
  struct Case {
    std::string_view heading, words, edtf;
  };
  for (const Case& c :
       {Case{"令和4年度決算額", "令和4年度", "2022-04/2023-03"}, Case{"目標値(H32年度)", "H32年度", "2020-04/2021-03"},
        Case{"R5実績", "R5", "2023"}, Case{"2022", "2022", "2022"}, Case{"2017年", "2017年", "2017"},
        Case{"29年度", "29年度", ""}, Case{"元年度", "元年度", ""}, Case{"目標最終年度 7年度", "7年度", ""},
        Case{"目標最終年度 7 年度", "7 年度", ""}}) {
    const auto year = find_heading_year(c.heading);
    ASSERT_TRUE(year) << c.heading;
    EXPECT_EQ(year->words.of(c.heading), c.words);
    EXPECT_EQ(year->date ? year->date->edtf : "", c.edtf) << c.heading;
  }
}

TEST(HeadingYear, IsNoDateWithinAYearAndNoOtherNumber) {
  for (const std::string_view heading :
       {"令和4年5月", "令和4年度と令和5年度", "12,340", "3018", "指標名", "第2回", "最終年度"})
    EXPECT_FALSE(find_heading_year(heading)) << heading;
}

TEST(HeadingYear, ACalendarYearStandsForTheFiscalYearOfAccounts) {
  const auto number = [](std::string_view heading) { return fiscal_year_of_heading(*find_heading_year(heading)); };
  EXPECT_EQ(number("R3決算額"), 2021);
  EXPECT_EQ(number("令和3年度末残高"), 2021);
  EXPECT_EQ(number("29年度"), std::nullopt);
}

TEST(HeadingUnit, IsTakenFromBracketsOnly) {
  EXPECT_EQ(heading_unit("事業費(千円)").of("事業費(千円)"), "千円");
  EXPECT_EQ(heading_unit("予算額・執行額(単位:百万円)").of("予算額・執行額(単位:百万円)"), "百万円");
  EXPECT_EQ(heading_unit("転入者数(人/年)").of("転入者数(人/年)"), "人/年");
  EXPECT_EQ(heading_unit("達成率【%】※*3").of("達成率【%】※*3"), "%");
  EXPECT_EQ(heading_unit("利用者数(人)※1").of("利用者数(人)※1"), "人");
  for (const std::string_view heading : {"参加者数(累計)", "空き家率(県)", "相談件数(年間)", "予算額(A)", "事業費"})
    EXPECT_TRUE(heading_unit(heading).empty()) << heading;
}

TEST(HeadingUnit, OfMoneyStandsInTheFirstLine) {
  const std::string_view yen = "円";
  EXPECT_EQ(money_unit_line("円"), yen.size());
  EXPECT_EQ(money_unit_line("円\v8,040,000"), yen.size());
  for (const std::string_view words : {"8,040,000\v円", "人\v12", "1,200円", ""})
    EXPECT_EQ(money_unit_line(words), 0U) << words;
}

TEST(HeadingUnit, MoneyIsTheOnlyUnitInYen) {
  EXPECT_EQ(money_unit("千円"), "千円");
  EXPECT_EQ(money_unit("千円、%"), "千円");
  EXPECT_EQ(money_unit("人"), "");
  EXPECT_EQ(money_unit("千円、百万円"), "");
}

}  // namespace
}  // namespace torikomi

// Cells of KPI tables (contract: kpis, kpi_values, numbers).
#include "torikomi/value/kpi.h"

#include <gtest/gtest.h>

#include <string_view>

namespace torikomi {
namespace {

TEST(Kpi, ReadsValueAndDate) {
  const struct {
    std::string_view cell, raw, value, unit, per, as_of;
    bool cumulative;
  } accepted[] = {
      {"85者(平成28年度)", "85者", "85", "者", "", "2016-04/2017-03", false},
      {"125者 (平成29年7月13日現在)", "125者", "125", "者", "", "2017-07-13", false},
      {"18,513千人 (平成27年)", "18,513千人", "18513000", "人", "", "2015", false},
      {"▲862人 (平成28年度)", "▲862人", "-862", "人", "", "2016-04/2017-03", false},
      {"240人(累計) (平成33年度)", "240人(累計)", "240", "人", "", "2021-04/2022-03", true},
      {"6回/年 (平成29~32年度)", "6回/年", "6", "回", "年", "2017-04/2021-03", false},
      {"71.4%", "71.4%", "71.4", "%", "", "", false},
      {"H28年度: 12件", "12件", "12", "件", "", "2016-04/2017-03", false},
      {"平成31年度までに7,000件", "7,000件", "7000", "件", "", "2019-04/2020-03", false},
      {"0人から15人へ", "0人から15人へ", "15", "人", "", "", false},
      {"2.5万人分", "2.5万人分", "25000", "人分", "", "", false},
  };
  for (const auto& c : accepted) {
    const KpiCell got = parse_kpi(c.cell, {}, {});
    EXPECT_EQ(got.raw.of(c.cell), c.raw) << c.cell;
    ASSERT_TRUE(got.number) << c.cell;
    EXPECT_EQ(got.number->value_text(), c.value) << c.cell;
    EXPECT_EQ(got.number->unit, c.unit) << c.cell;
    EXPECT_EQ(got.number->per, c.per) << c.cell;
    EXPECT_EQ(got.number->cumulative, c.cumulative) << c.cell;
    EXPECT_EQ(got.as_of ? got.as_of->edtf : "", c.as_of) << c.cell;
  }
}

TEST(Kpi, WordsAreNoNumbers) {
  const KpiCell got = parse_kpi("方針の決定(平成30年度)", {}, {});
  EXPECT_EQ(got.raw.of("方針の決定(平成30年度)"), "方針の決定");
  EXPECT_FALSE(got.number);
  EXPECT_EQ(got.as_of->edtf, "2018-04/2019-03");
  EXPECT_FALSE(parse_kpi("手続き整理後に設定", {}, {}).number);
}

TEST(Kpi, TellsTheClassThatAValueCounts) {
  EXPECT_EQ(counted_class("女性"), "女性");
  EXPECT_EQ(counted_class("男 35%"), "男");
  EXPECT_EQ(counted_class("男女共同参画"), "");
}

TEST(Kpi, ADashAloneMeansNone) {
  for (const std::string_view cell : {"", " ", "—", "-", "―", "− ", "ー", "…"}) {
    const KpiCell got = parse_kpi(cell, {}, {});
    EXPECT_TRUE(got.raw.empty()) << cell;
    EXPECT_FALSE(got.number) << cell;
    EXPECT_FALSE(got.as_of) << cell;
  }
}

}  // namespace
}  // namespace torikomi

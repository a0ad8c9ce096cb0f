// KPI001: a target without a year.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpis;
  const Table& kpis = input.records[TableId::kpis];
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const ConstRow row = kpis.row(i);
    if (row[target_raw].empty() || !row[target_as_of].empty() || !row[target_raw].span()) continue;
    diagnostics.add("KPI001", *row[target_raw].span(), row[indicator].text(), row[target_raw].text());
  }
}

}  // namespace

extern const Rule rule_KPI001;
const Rule rule_KPI001 = {{.code = "KPI001",
                           .name = "target-without-year",
                           .severity = Severity::kWarning,
                           .summary = {"目標値に時期がない", "a target without a year"},
                           .message = {"指標「{}」の目標「{}」に達成の時期がありません",
                                       "the target \"{1}\" of the indicator \"{0}\" has no year"},
                           .explain = {"いつまでの目標か分からないと、進み具合を判断できません。",
                                       "Without a year nobody can tell whether the target is in reach."},
                           .bad = "方針の決定",
                           .good = "方針の決定(平成31年度)"},
                          run};

}  // namespace torikomi

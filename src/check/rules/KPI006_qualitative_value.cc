// KPI006: values of indicators that are no numbers.
#include "check/row_hits.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpi_values;
  const auto no_number = [](ConstRow row) { return row[value].empty(); };
  report_rows(diagnostics, "KPI006", printed_rows(input.records[TableId::kpi_values], raw, no_number), raw);
}

}  // namespace

extern const Rule rule_KPI006;
const Rule rule_KPI006 = {{.code = "KPI006",
                           .name = "qualitative-value",
                           .severity = Severity::kInfo,
                           .summary = {"数でない指標の値", "values of indicators that are no numbers"},
                           .message = {"「{}」など {} 件の値は数ではないため、原文のままにしました",
                                       "values such as \"{0}\" ({1}×) are no numbers and stay as printed"},
                           .explain = {"方針の決定 や 検討中 のような値は *_raw にだけ入り、value は空です。",
                                       "Values such as 方針の決定 stand in *_raw only; value is empty."},
                           .bad = "方針の決定",
                           .good = "80%"},
                          run};

}  // namespace torikomi

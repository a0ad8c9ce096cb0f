// NUM005: a number without a unit.
#include "check/facts.h"
#include "check/kpi_rows.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  for_each_kpi(input.records, [&](ConstRow kpi, const Table& values, RowRange rows) {
    if (!kpi[col::kpis::unit].empty() || kpi[col::kpis::indicator].empty()) return;
    const Cell* bare_value = nullptr;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      const ConstRow row = values.row(i);
      if (!row[col::kpi_values::unit].empty()) return;
      const auto number = row[col::kpi_values::value].decimal();
      if (number && !number->is_zero() && bare_value == nullptr) bare_value = &row[col::kpi_values::raw];
    }
    // a name that ends in 率, 数 or in brackets says what is counted
    const std::string_view name = kpi[col::kpis::indicator].text();
    if (bare_value == nullptr || !bare_value->span() || name.ends_with("率") || name.ends_with("指数") ||
        name.ends_with(")"))
      return;
    diagnostics.add("NUM005", *bare_value->span(), name, bare_value->text());
  });
}

}  // namespace

extern const Rule rule_NUM005;
const Rule rule_NUM005 = {
    {.code = "NUM005",
     .name = "number-without-unit",
     .severity = Severity::kError,
     .summary = {"単位のない数", "a number without a unit"},
     .message = {"指標「{}」の値「{}」に単位がありません", "the value \"{1}\" of the indicator \"{0}\" has no unit"},
     .explain = {"値にも見出しにも単位がないと、人か件か円か分かりません。",
                 "Neither the value nor its heading says what was counted."},
     .bad = "成果実績 12",
     .good = "成果実績 12件"},
    run};

}  // namespace torikomi

// KPI003: cumulative and single-year values are mixed.
#include "check/facts.h"
#include "check/kpi_rows.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpi_values;
  for_each_kpi(input.records, [&](ConstRow kpi, const Table& values, RowRange rows) {
    const std::string_view name = kpi[col::kpis::indicator].text();
    if (name.find("累計") != name.npos) return;
    const Cell* total = nullptr;
    const Cell* single = nullptr;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      const ConstRow row = values.row(i);
      const auto number = row[value].decimal();
      if (!number || number->is_zero() || !row[raw].span()) continue;
      (row[cumulative].is_true() ? total : single) = &row[raw];
    }
    if (total != nullptr && single != nullptr)
      diagnostics.add("KPI003", *single->span(), name, total->text(), single->text());
  });
}

}  // namespace

extern const Rule rule_KPI003;
const Rule rule_KPI003 = {
    {.code = "KPI003",
     .name = "cumulative-mixed",
     .severity = Severity::kWarning,
     .summary = {"累計の値と単年の値が混じっている", "cumulative and single-year values are mixed"},
     .message = {"指標「{}」で、「{}」は累計ですが「{}」は累計と書かれていません",
                 "the indicator \"{}\" has a cumulative value \"{}\" beside \"{}\", which is not called so"},
     .explain = {"累計の目標に単年の実績を比べると、進み具合を誤ります。どの値が累計かを書いてください。",
                 "A single-year value compared with a cumulative target misleads. Say which values are cumulative."},
     .bad = "95人 / 240人(累計)",
     .good = "95人(累計) / 240人(累計)"},
    run};

}  // namespace torikomi

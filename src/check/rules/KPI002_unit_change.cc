// KPI002: baseline, current value and target differ in unit.
#include "check/facts.h"
#include "check/kpi_rows.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpi_values;
  for_each_kpi(input.records, [&](ConstRow kpi, const Table& values, RowRange rows) {
    std::string_view first;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      const ConstRow row = values.row(i);
      const std::string_view words = row[unit].text();
      if (words.empty() || !row[value].decimal()) continue;
      if (first.empty()) first = words;
      // 市 and 市町 are one count in two wordings
      const bool same = words.starts_with(first) || first.starts_with(words);
      if (same || !row[raw].span()) continue;
      diagnostics.add("KPI002", *row[raw].span(), kpi[col::kpis::indicator].text(), first, words);
      return;
    }
  });
}

}  // namespace

extern const Rule rule_KPI002;
const Rule rule_KPI002 = {
    {.code = "KPI002",
     .name = "unit-change",
     .severity = Severity::kWarning,
     .summary = {"基準値・現状値・目標値の単位が違う", "baseline, current value and target differ in unit"},
     .message = {"指標「{}」で単位「{}」と「{}」が混じっています", "the indicator \"{}\" mixes the units {} and {}"},
     .explain = {"85者 と 125人 のように単位が違う値は比べられません。",
                 "Values in different units, such as 85者 and 125人, cannot be compared."},
     .bad = "85者 / 125人",
     .good = "85者 / 125者"},
    run};

}  // namespace torikomi

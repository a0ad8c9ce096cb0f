// STR005: a field that the sibling measures have is missing.
#include <map>
#include <set>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// A field that at least so many of the measures have is expected of all.
constexpr std::size_t kFewestMeasures = 5;
constexpr std::size_t kOftenPercent = 80;

using FieldsOf = std::map<std::string, std::set<std::string_view>>;  // label -> measure ids

FieldsOf collect(const CheckInput& input) {
  FieldsOf out;
  const Table& fields = input.records[TableId::fields];
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const ConstRow row = fields.row(i);
    const std::string_view id = row[col::fields::measure_id].text();
    if (!id.empty() && !row[col::fields::text].empty()) out[bare(row[col::fields::label].text())].insert(id);
  }
  const Table& kpis = input.records[TableId::kpis];
  for (std::size_t i = 0; i < kpis.size(); ++i)
    if (const std::string_view id = kpis.row(i)[col::kpis::measure_id].text(); !id.empty()) out["KPI"].insert(id);
  return out;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const Table& measures = input.records[TableId::measures];
  if (measures.size() < kFewestMeasures) return;
  for (const auto& [label, ids] : collect(input)) {
    if (ids.size() == measures.size() || ids.size() * 100 < measures.size() * kOftenPercent) continue;
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const auto line = measures.row(i)[col::measures::line_start].integer();
      if (!line || ids.contains(measures.row(i)[col::measures::measure_id].text())) continue;
      diagnostics.add("STR005", input.text.source().line_span(static_cast<std::uint32_t>(*line)), label,
                      measures.size(), ids.size());
    }
  }
}

}  // namespace

extern const Rule rule_STR005;
const Rule rule_STR005 = {
    {.code = "STR005",
     .name = "missing-block",
     .severity = Severity::kWarning,
     .summary = {"ほかの事業にある項目がない", "a field that the sibling measures have is missing"},
     .message = {"この事業には「{}」がありません ({} 事業のうち {} 事業にあります)",
                 "this measure has no \"{0}\"; {2} of {1} measures have it"},
     .explain =
         {"同じ文書のほとんどの事業にある項目が見つかりません。抽出で失われたか、項目名が化けている恐れがあります。",
          "Nearly all measures of this document have the field. It may have been lost by extraction, or its label may "
          "be damaged."},
     .bad = "KPIの状況 のない事業",
     .good = "ほかの事業と同じ項目のある事業"},
    run};

}  // namespace torikomi

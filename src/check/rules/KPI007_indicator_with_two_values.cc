// KPI007: one indicator has two different values.
#include <array>
#include <map>
#include <string>
#include <tuple>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

struct Seen {
  Cell value, raw;
  std::int64_t line;
};

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpis;
  const Table& kpis = input.records[TableId::kpis];
  std::map<std::tuple<std::string, std::string_view, std::size_t>, Seen> seen;
  // targets may differ from project to project; what was measured may not
  const std::array<std::array<std::size_t, 3>, 2> columns = {
      {{baseline_raw, baseline_value, baseline_as_of}, {current_raw, current_value, current_as_of}}};
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const ConstRow row = kpis.row(i);
    const std::string own = bare(row[indicator].text());
    for (const auto& [raw, value, as_of] : columns) {
      // 男性 28.1% and 女性 9.4% are values of two indicators
      const std::string name = own + std::string(counted_class(row[raw].text()));
      const auto number = row[value].decimal();
      if (own.empty() || !number || row[as_of].empty() || !row[raw].span()) continue;
      const auto [first, is_new] =
          seen.try_emplace({name, row[as_of].text(), raw}, Seen{row[value], row[raw], row[line].integer().value_or(0)});
      if (is_new || first->second.value.decimal() == number) continue;
      diagnostics.add("KPI007", *row[raw].span(), own, row[as_of].text(), first->second.raw.text(), first->second.line,
                      row[raw].text());
    }
  }
}

}  // namespace

extern const Rule rule_KPI007;
const Rule rule_KPI007 = {
    {.code = "KPI007",
     .name = "indicator-with-two-values",
     .severity = Severity::kWarning,
     .summary = {"同じ指標に違う値がある", "one indicator has two different values"},
     .message = {"指標「{}」の同じ時期 ({}) の値が「{}」({} 行目) と「{}」の二通りあります",
                 "the indicator \"{0}\" has two values for {1}: {2} on line {3} and {4}"},
     .explain = {"同じ文書の中で、同じ指標の同じ時期の値が食い違っています。",
                 "Within one document the same indicator has different values for the same time."},
     .bad = "会員数 125者(平成29年度) と 152者(平成29年度)",
     .good = "会員数 125者(平成29年度)"},
    run};

}  // namespace torikomi

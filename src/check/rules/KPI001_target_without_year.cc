// KPI001: a target without a year.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// 検討中, 調査中, 未定: there is no target yet, so it cannot have a year.
bool is_open(std::string_view target) {
  for (const std::string_view end : {"検討中", "調査中", "調整中", "協議中", "未定", "検討する", "作成中"})
    if (target.ends_with(end)) return true;
  return false;
}

/// True where a date stands in the words right above the table that holds this line: 令和5年度の目標.
bool year_above(const CheckInput& input, std::uint32_t line) {
  const auto& blocks = input.layout.blocks;
  for (const Grid& grid : input.facts.grids) {
    if (input.text.line_of(blocks[grid.last].span) < line) continue;
    if (input.text.line_of(blocks[grid.first].span) > line) return false;
    std::uint32_t above = grid.first;
    while (above > 0 && blocks[above - 1].kind == BlockKind::kBlank) --above;
    if (above == 0 || blocks[above - 1].kind == BlockKind::kRow) return false;
    const NormSpan title = blocks[above - 1].span;
    return std::any_of(input.facts.dates.begin(), input.facts.dates.end(), [&](const FoundDate& date) {
      return date.span.begin >= title.begin && date.span.end <= title.end;
    });
  }
  return false;
}

/// Indicators whose target has a year that is printed, although nothing names its era (7年度).
std::set<std::string_view> years_printed(const CheckInput& input) {
  using namespace col::kpi_values;
  std::set<std::string_view> out;
  const Table& values = input.records[TableId::kpi_values];
  for (std::size_t i = 0; i < values.size(); ++i) {
    const ConstRow row = values.row(i);
    if (row[role].text() == "target" && !row[as_of_raw].empty()) out.insert(row[kpi_id].text());
  }
  return out;
}

/// One finding for the indicators of a table, whose rows follow each other.
void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpis;
  const Table& kpis = input.records[TableId::kpis];
  const std::set<std::string_view> printed = years_printed(input);
  std::optional<std::size_t> first;
  std::uint32_t last_line = 0;
  std::vector<Span> places;
  const auto report = [&] {
    if (!first) return;
    const ConstRow row = kpis.row(*first);
    diagnostics
        .add("KPI001", cover(places.front(), places.back()), row[indicator].text(), row[target_raw].text(),
             places.size())
        .places = places;
    first.reset();
  };
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const ConstRow row = kpis.row(i);
    if (row[target_raw].empty() || !row[target_as_of].empty() || !row[target_raw].span()) continue;
    const Span at = *row[target_raw].span();
    const std::uint32_t in_line = input.text.source().line_of(at.begin);
    if (is_open(row[target_raw].text()) || year_above(input, in_line) || printed.contains(row[kpi_id].text())) continue;
    if (!first || in_line != last_line + 1 || at.begin <= places.back().end) {
      report();
      first = i;
      places.clear();
    }
    places.push_back(at);
    last_line = in_line;
  }
  report();
}

}  // namespace

extern const Rule rule_KPI001;
const Rule rule_KPI001 = {
    {.code = "KPI001",
     .name = "target-without-year",
     .severity = Severity::kWarning,
     .summary = {"目標値に時期がない", "a target without a year"},
     .message = {"指標「{}」の目標「{}」に達成の時期がありません (続けて {} 件)",
                 "the target \"{1}\" of the indicator \"{0}\" has no year (targets in a row: {2})"},
     .explain = {"いつまでの目標か分からないと、進み具合を判断できません。",
                 "Without a year nobody can tell whether the target is in reach."},
     .bad = "方針の決定",
     .good = "方針の決定(平成31年度)"},
    run};

}  // namespace torikomi

// MAC005: a column without a heading, or two of one name.
#include <set>
#include <string_view>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  const bool japanese = diagnostics.language() == Language::kJa;
  for (const Grid& grid : input.facts.grids) {
    if (!grid.heads) continue;
    std::set<std::string_view> names;
    std::set<std::uint16_t> named;
    for (const ColumnHead& head : grid.heads->columns) {
      named.insert(head.column);
      if (!names.insert(head.label).second)
        diagnostics.add("MAC005", source_span(input, head.span), japanese ? "重なっています" : "have one name",
                        head.label);
    }
    const Block& row = input.layout.blocks[grid.heads->first_row];
    for (const GridCell& cell : input.layout.cells_of(row)) {
      if (cell.span.empty() || named.contains(cell.column)) continue;
      diagnostics.add("MAC005", source_span(input, cell.span), japanese ? "ありません" : "have no name",
                      cell.column + 1);
      break;
    }
  }
}

}  // namespace

extern const Rule rule_MAC005;
const Rule rule_MAC005 = {
    {.code = "MAC005",
     .name = "column-names",
     .severity = Severity::kInfo,
     .summary = {"見出しのない列、または同じ見出しの列がある", "a column without a heading, or two of one name"},
     .message = {"表の見出しが {}: {}", "columns of this table {}: {}"},
     .explain = {"機械可読性のルールでは、すべての列に一つだけの名前を付けます (デジタル庁 2026)。",
                 "The rules for machine-readable data want every column named, and no name twice (デジタル庁 2026)."},
     .bad = "市町 | 人口 | 人口",
     .good = "市町 | 人口(2015年) | 人口(2020年)"},
    run,
    RuleGroup::kMachineReadable};

}  // namespace torikomi

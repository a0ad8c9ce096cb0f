// BUD005: the unit of a column of amounts is not declared.
#include <algorithm>
#include <array>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 8> kHeadings = {"金額",   "予算額",     "決算額",   "事業費",
                                                       "執行額", "当初予算額", "総事業費", "補助金額"};

bool has_unit(std::string_view words) { return words.find("円") != words.npos || words.find("単位") != words.npos; }

/// True where the column holds at least two numbers and none of its cells speaks of yen.
bool is_bare_column(const TextInput& input, const Grid& grid, std::uint16_t column) {
  int numbers = 0;
  for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
    const Block& block = input.layout.blocks[i];
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
      if (input.layout.cells[c].column != column) continue;
      if (has_unit(input.text.slice(input.layout.cells[c].span))) return false;
      if (input.facts.numbers[c]) ++numbers;
    }
  }
  return numbers >= 2;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    if (grid.unit_known) continue;
    for (const GridCell& heading : input.layout.cells_of(input.layout.blocks[grid.first])) {
      const std::string label = bare(input.text.slice(heading.span));
      if (std::find(kHeadings.begin(), kHeadings.end(), label) == kHeadings.end()) continue;
      if (is_bare_column(input, grid, heading.column))
        diagnostics.add("BUD005", source_span(input, heading.span), label);
    }
  }
}

}  // namespace

extern const Rule rule_BUD005;
const Rule rule_BUD005 = {{.code = "BUD005",
                           .name = "unit-undeclared",
                           .severity = Severity::kWarning,
                           .summary = {"金額の単位が書かれていない", "the unit of a column of amounts is not declared"},
                           .message = {"「{}」の列の金額に単位がありません (円か千円か分かりません)",
                                       "the amounts below \"{}\" have no unit: yen or thousand yen cannot be told"},
                           .explain = {"(単位：円) や (単位：千円) を表の上に書いてください。",
                                       "Print (単位：円) or (単位：千円) above the table."},
                           .bad = "予算額 20",
                           .good = "(単位：千円) 予算額 20"},
                          run};

}  // namespace torikomi

// MAC003: a unit or a note inside a column of numbers.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool ends_with_digit(std::string_view words) { return !words.empty() && words.back() >= '0' && words.back() <= '9'; }

void run(const TextInput& input, Diagnostics& diagnostics) {
  constexpr int kFewest = 3;
  for (const Grid& grid : input.facts.grids) {
    for (const GridCell& heading : input.layout.cells_of(input.layout.blocks[grid.first])) {
      int with_unit = 0;
      for (std::uint32_t i = grid.first + 1; i <= grid.last; ++i) {
        const Block& block = input.layout.blocks[i];
        for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c)
          if (input.layout.cells[c].column == heading.column && input.facts.numbers[c] &&
              !ends_with_digit(input.text.slice(input.layout.cells[c].span)))
            ++with_unit;
      }
      if (with_unit >= kFewest && !heading.span.empty())
        diagnostics.add("MAC003", source_span(input, heading.span), input.text.slice(heading.span));
    }
  }
}

}  // namespace

extern const Rule rule_MAC003;
const Rule rule_MAC003 = {
    {.code = "MAC003",
     .name = "unit-in-number",
     .severity = Severity::kInfo,
     .summary = {"数の欄に単位や注記がある", "a unit or a note inside a column of numbers"},
     .message = {"「{}」の列では数と単位が同じセルにあります", "numbers and units share the cells below \"{}\""},
     .explain =
         {"機械可読性のルールでは、単位は見出しか別の列に書きます。torikomi の表では value と unit に分かれています。",
          "The rules for machine-readable data want the unit in the heading or in a column of its own, as in the "
          "tables that torikomi writes."},
     .bad = "参加者数 | 20名",
     .good = "参加者数(名) | 20"},
    run,
    RuleGroup::kMachineReadable};

}  // namespace torikomi

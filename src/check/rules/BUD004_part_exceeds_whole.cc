// BUD004: a part is larger than its whole.
#include <optional>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

struct Amount {
  std::string label;
  std::size_t cell;
};

/// The first number of a row with the label before it.
std::optional<Amount> read_row(const CheckInput& input, const Block& block) {
  std::string label;
  for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
    if (input.facts.numbers[c] && !label.empty()) return Amount{label, c};
    if (!input.layout.cells[c].span.empty()) label = bare(input.text.slice(input.layout.cells[c].span));
  }
  return std::nullopt;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    std::optional<Amount> whole;
    for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
      const auto amount = read_row(input, input.layout.blocks[i]);
      if (!amount || !amount->label.starts_with("うち")) {
        whole = amount;
        continue;
      }
      if (!whole || input.layout.cells[whole->cell].column != input.layout.cells[amount->cell].column) continue;
      if (input.facts.numbers[amount->cell]->value <= input.facts.numbers[whole->cell]->value) continue;
      const NormSpan span = input.layout.cells[amount->cell].span;
      diagnostics.add("BUD004", source_span(input, span), amount->label, input.text.slice(span),
                      input.text.slice(input.layout.cells[whole->cell].span));
    }
  }
}

}  // namespace

extern const Rule rule_BUD004;
const Rule rule_BUD004 = {
    {.code = "BUD004",
     .name = "part-exceeds-whole",
     .severity = Severity::kWarning,
     .summary = {"内数が全体より大きい", "a part is larger than its whole"},
     .message = {"「{}」{} は、上の行の {} より大きい値です", "\"{}\" {} is larger than the {} of the row above"},
     .explain = {"「うち」の行は、上の行の内数です。値の入れ替わりや単位の誤りを確かめてください。",
                 "A row that begins with うち is a part of the row above: look for swapped values or a wrong unit."},
     .bad = "予算額 100千円 うち特定財源 150千円",
     .good = "予算額 100千円 うち特定財源 50千円"},
    run};

}  // namespace torikomi

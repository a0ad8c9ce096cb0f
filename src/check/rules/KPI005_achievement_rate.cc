// KPI005: a printed rate does not follow from its values.
#include <optional>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

struct Columns {
  std::optional<std::uint16_t> whole, part, rate;
};

Columns find_columns(const CheckInput& input, const Block& header) {
  Columns out;
  for (const GridCell& cell : input.layout.cells_of(header)) {
    const std::string label = bare(input.text.slice(cell.span));
    if (label.ends_with("達成率") || label.ends_with("執行率")) {
      out.rate = cell.column;
    } else if (label.starts_with("目標") || label.starts_with("予算")) {
      out.whole = out.whole ? std::nullopt : std::optional(cell.column);
    } else if (label.starts_with("実績") || label.starts_with("執行額") || label.starts_with("決算")) {
      out.part = cell.column;
    }
  }
  return out;
}

std::optional<std::size_t> number_at(const CheckInput& input, const Block& block, std::uint16_t column) {
  for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c)
    if (input.layout.cells[c].column == column && input.facts.numbers[c]) return c;
  return std::nullopt;
}

void check_row(const CheckInput& input, const Block& block, const Columns& columns, Diagnostics& diagnostics) {
  const auto whole = number_at(input, block, *columns.whole);
  const auto part = number_at(input, block, *columns.part);
  const auto rate = number_at(input, block, *columns.rate);
  if (!whole || !part || !rate) return;
  const CellNumber& printed = *input.facts.numbers[*rate];
  const auto times = input.facts.numbers[*part]->value.times(Decimal(100));
  const auto right = times ? times->divided(input.facts.numbers[*whole]->value, printed.step.scale()) : std::nullopt;
  const auto off = right ? right->minus(printed.value) : std::nullopt;
  if (!printed.percent || !off || (off->is_negative() ? off->negated() : *off) <= printed.step) return;
  const auto words = [&](std::size_t cell) { return input.text.slice(input.layout.cells[cell].span); };
  diagnostics
      .add("KPI005", source_span(input, input.layout.cells[*rate].span), words(*rate), words(*part), words(*whole),
           right->to_string())
      .suggestion = right->to_string() + "%";
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    const Columns columns = find_columns(input, input.layout.blocks[grid.first]);
    if (!columns.whole || !columns.part || !columns.rate) continue;
    for (std::uint32_t i = grid.first + 1; i <= grid.last; ++i)
      check_row(input, input.layout.blocks[i], columns, diagnostics);
  }
}

}  // namespace

extern const Rule rule_KPI005;
const Rule rule_KPI005 = {{.code = "KPI005",
                           .name = "achievement-rate",
                           .severity = Severity::kWarning,
                           .summary = {"達成率が計算と合わない", "a printed rate does not follow from its values"},
                           .message = {"「{}」は {} ÷ {} から {}% になるはずです", "\"{0}\" should be {3}%: {1} / {2}"},
                           .explain = {"達成率は実績を目標で、執行率は執行額を予算額で割った割合です。",
                                       "A rate of achievement is the result divided by the target; a rate of execution "
                                       "the spending divided by the budget."},
                           .bad = "目標50・実績40・90%",
                           .good = "目標50・実績40・80%"},
                          run};

}  // namespace torikomi

// BUD003: income, expense and balance do not agree.
#include <optional>
#include <utility>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

enum class Line { kOther, kIncome, kExpense, kBalance };

Line line_of(std::string_view label) {
  if (label == "収入" || label == "収入計" || label == "収入合計" || label == "歳入" || label == "歳入合計")
    return Line::kIncome;
  if (label == "支出" || label == "支出計" || label == "支出合計" || label == "歳出" || label == "歳出合計")
    return Line::kExpense;
  if (label == "差引" || label == "差引額" || label == "差引残額" || label == "収支差引" || label == "差引残高")
    return Line::kBalance;
  return Line::kOther;
}

/// The first number of the row and what its label says.
std::pair<Line, std::optional<std::size_t>> read_row(const CheckInput& input, const Block& block) {
  Line line = Line::kOther;
  for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
    const NormSpan span = input.layout.cells[c].span;
    constexpr std::uint32_t kLongestLabel = 24;
    if (line == Line::kOther && span.size() <= kLongestLabel) line = line_of(bare(input.text.slice(span)));
    if (input.facts.numbers[c]) return {line, c};
  }
  return {line, std::nullopt};
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    std::optional<std::size_t> income, expense;
    for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
      const auto [line, cell] = read_row(input, input.layout.blocks[i]);
      if (!cell) continue;
      if (line == Line::kIncome) income = cell;
      if (line == Line::kExpense) expense = cell;
      if (line != Line::kBalance || !income || !expense) continue;
      const Decimal in = input.facts.numbers[*income]->value;
      const Decimal out = input.facts.numbers[*expense]->value;
      const auto right = in.minus(out);
      if (!right || *right == input.facts.numbers[*cell]->value) continue;
      const NormSpan span = input.layout.cells[*cell].span;
      diagnostics
          .add("BUD003", source_span(input, span), in.to_string(), out.to_string(), right->to_string(),
               input.text.slice(span))
          .suggestion = right->to_string();
    }
  }
}

}  // namespace

extern const Rule rule_BUD003;
const Rule rule_BUD003 = {{.code = "BUD003",
                           .name = "balance-differs",
                           .severity = Severity::kError,
                           .summary = {"収入・支出・差引が合わない", "income, expense and balance do not agree"},
                           .message = {"収入 {} − 支出 {} = {} ですが「{}」と書かれています",
                                       "income {} less expense {} is {}, but {} is printed"},
                           .explain = {"収支決算書の差引が、収入から支出を引いた数と違います。",
                                       "The balance of the account is not income less expense."},
                           .bad = "収入 100 支出 90 差引 1",
                           .good = "収入 100 支出 90 差引 10"},
                          run};

}  // namespace torikomi

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include "check/columns.h"
#include "check/totals.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 6> kHeads = {"合計", "計", "総計", "総額", "合計額", "小計"};

bool is_total_head(const ColumnHead& head) {
  return std::find(kHeads.begin(), kHeads.end(), std::string_view(head.label).substr(0, head.label.find('('))) !=
         kHeads.end();
}

/// One row against its total; nothing where a number is missing or cannot be added.
std::optional<Total> add_up(const TextInput& input, const Grid& grid, const Block& row,
                            std::span<const ColumnHead> addends, const ColumnHead& head) {
  const auto cell = number_in(input, row, head.column);
  if (!cell) return std::nullopt;
  const CellNumber& printed = *input.facts.numbers[*cell];
  Total total{input.layout.cells[*cell].span, printed.value, Decimal(0), Decimal(0), {}};
  Decimal step = printed.step;
  std::int64_t count = 0;
  for (const ColumnHead& one : addends) {
    const auto at = number_in(input, row, one.column);
    if (!at) continue;
    const CellNumber& number = *input.facts.numbers[*at];
    const auto sum = total.sum.plus(number.value);
    if (!sum || number.approximate || number.percent) return std::nullopt;
    total.sum = *sum;
    step = std::max(step, number.step);
    total.addends += (total.addends.empty() ? "" : " + ") + number.value.to_string();
    ++count;
  }
  if (count < 2) return std::nullopt;
  const auto all = step.times(Decimal(count + 1));
  const auto half = all ? all->times(Decimal::of(5, 1)) : std::nullopt;
  if (grid.scaled || step != Decimal(1)) total.allowance = half.value_or(step);
  return total;
}

std::vector<Total> add_rows(const TextInput& input, const Grid& grid, const TableHeads& heads,
                            std::span<const ColumnHead> addends, const ColumnHead& head) {
  std::vector<Total> out;
  for (std::uint32_t row = heads.first_row; row <= grid.last; ++row)
    if (auto total = add_up(input, grid, input.layout.blocks[row], addends, head)) out.push_back(*std::move(total));
  return out;
}

/// Rows of zeros agree with everything.
std::ptrdiff_t count_agreeing(const std::vector<Total>& rows) {
  return std::count_if(rows.begin(), rows.end(),
                       [](const Total& total) { return !total.printed.is_zero() && is_rounding(total); });
}

}  // namespace

void find_row_totals(const TextInput& input, const Grid& grid, std::vector<Total>& out) {
  const auto& heads = grid.heads;
  if (!heads) return;
  std::size_t first = 0;
  for (std::size_t i = 0; i < heads->columns.size(); ++i) {
    if (!is_total_head(heads->columns[i])) continue;
    std::vector<Total> best;
    std::ptrdiff_t most = 1;
    // columns of another kind, such as a number of people, may stand before those that are added
    for (std::size_t from = first; from + 2 <= i; ++from) {
      auto rows = add_rows(input, grid, *heads, std::span(heads->columns).subspan(from, i - from), heads->columns[i]);
      const auto agree = count_agreeing(rows);
      if (agree <= most) continue;
      most = agree;
      best = std::move(rows);
    }
    first = i + 1;
    // two rows of three that agree say that the column is the sum of these
    if (most * 3 < static_cast<std::ptrdiff_t>(best.size()) * 2) continue;
    std::move(best.begin(), best.end(), std::back_inserter(out));
  }
}

}  // namespace torikomi

#include "check/totals.h"

#include <algorithm>
#include <array>

#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 6> kTotals = {"合計", "計", "総計", "総額", "合計額", "合計金額"};
constexpr std::uint32_t kLongestLabel = 24;
constexpr std::size_t kMostAddends = 12;  ///< in a message

enum class RowKind { kItem, kTotal, kSubtotal, kPart };

RowKind kind_of_row(const CheckInput& input, const Block& block) {
  for (const GridCell& cell : input.layout.cells_of(block)) {
    if (cell.span.empty() || cell.span.size() > kLongestLabel) continue;
    const std::string label = bare(input.text.slice(cell.span));
    if (label.starts_with("うち") || label.starts_with("(うち")) return RowKind::kPart;
    if (label == "小計") return RowKind::kSubtotal;
    if (std::find(kTotals.begin(), kTotals.end(), label) != kTotals.end()) return RowKind::kTotal;
  }
  return RowKind::kItem;
}

class GridTotals {
 public:
  GridTotals(const CheckInput& input, const Grid& grid, std::vector<Total>& out)
      : input_(input), grid_(grid), out_(out) {}

  void run() {
    for (std::uint32_t i = grid_.first; i <= grid_.last; ++i) kinds_.push_back(kind_of_row(input_, block(i)));
    if (std::find(kinds_.begin(), kinds_.end(), RowKind::kSubtotal) != kinds_.end()) return;
    for (std::uint32_t i = grid_.first + 1; i <= grid_.last; ++i)
      if (kinds_[i - grid_.first] == RowKind::kTotal) check_row(i);
  }

 private:
  [[nodiscard]] const Block& block(std::uint32_t i) const { return input_.layout.blocks[i]; }

  void check_row(std::uint32_t row) {
    for (std::size_t c = block(row).first_cell; c < block(row).first_cell + block(row).cell_count; ++c)
      if (input_.facts.numbers[c]) check_column(row, c);
  }

  void check_column(std::uint32_t row, std::size_t total_cell) {
    const GridCell& cell = input_.layout.cells[total_cell];
    const CellNumber& printed = *input_.facts.numbers[total_cell];
    Total total{cell.span, printed.value, Decimal(0), Decimal(0), {}};
    Decimal step = printed.step;
    std::int64_t items = 0;
    for (std::uint32_t i = row; i-- > grid_.first;) {
      if (kinds_[i - grid_.first] == RowKind::kTotal) break;
      if (kinds_[i - grid_.first] == RowKind::kPart) continue;
      const auto at = cell_in(i, cell.column);
      if (!at || is_none_mark(input_.text.slice(input_.layout.cells[*at].span))) continue;
      const auto& number = input_.facts.numbers[*at];
      if (!number) {
        if (i == grid_.first || items > 0) break;  // the header
        return;
      }
      if (i == grid_.first && is_year(number->value)) break;
      const auto sum = total.sum.plus(number->value);
      if (!sum || number->approximate) return;
      total.sum = *sum;
      step = std::max(step, number->step);
      if (++items <= static_cast<std::int64_t>(kMostAddends))
        total.addends = number->value.to_string() + (total.addends.empty() ? "" : " + ") + total.addends;
    }
    if (items == 0) return;
    if (grid_.scaled || step != Decimal(1)) total.allowance = half_steps(step, items + 1);
    out_.push_back(std::move(total));
  }

  /// The years of a header look like numbers.
  static bool is_year(Decimal value) { return value >= Decimal(1900) && value <= Decimal(2100); }

  /// Each of `count` shown values may be half a step off.
  static Decimal half_steps(Decimal step, std::int64_t count) {
    const auto all = step.times(Decimal(count));
    const auto half = all ? all->times(Decimal::of(5, 1)) : std::nullopt;
    return half.value_or(step);
  }

  /// The cell with words in a column of a row.
  [[nodiscard]] std::optional<std::size_t> cell_in(std::uint32_t row, std::uint16_t column) const {
    for (std::size_t c = block(row).first_cell; c < block(row).first_cell + block(row).cell_count; ++c)
      if (input_.layout.cells[c].column == column && !input_.layout.cells[c].span.empty()) return c;
    return std::nullopt;
  }

  const CheckInput& input_;
  const Grid& grid_;
  std::vector<Total>& out_;
  std::vector<RowKind> kinds_;
};

}  // namespace

std::vector<Total> find_totals(const CheckInput& input) {
  std::vector<Total> out;
  for (const Grid& grid : input.facts.grids) GridTotals(input, grid, out).run();
  return out;
}

bool is_rounding(const Total& total) {
  const auto off = total.printed.minus(total.sum);
  return off && (off->is_negative() ? off->negated() : *off) <= total.allowance;
}

}  // namespace torikomi

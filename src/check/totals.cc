#include "check/totals.h"

#include <algorithm>
#include <array>
#include <optional>

#include "check/columns.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 6> kTotals = {"合計", "計", "総計", "総額", "合計額", "合計金額"};
constexpr std::uint32_t kLongestLabel = 24;
constexpr std::size_t kMostAddends = 12;  ///< in a message

enum class RowKind { kItem, kTotal, kSubtotal, kPart };

/// 合計, and what it is the total of: 歳出合計, 事業費合計.
bool is_total(std::string_view label) {
  return label.ends_with("合計") || std::find(kTotals.begin(), kTotals.end(), label) != kTotals.end();
}

RowKind kind_of_row(const TextInput& input, const Block& block) {
  for (const GridCell& cell : input.layout.cells_of(block)) {
    const std::string_view words = input.text.slice(cell.span);
    if (words.starts_with("うち") || words.starts_with("(うち")) return RowKind::kPart;
    if (cell.span.empty() || cell.span.size() > kLongestLabel) continue;
    const std::string label = bare(words);
    if (label.starts_with("うち") || label.starts_with("(うち")) return RowKind::kPart;
    if (label == "小計") return RowKind::kSubtotal;
    if (is_total(label)) return RowKind::kTotal;
  }
  return RowKind::kItem;
}

/// Columns whose values are not to be added.
bool is_additive(std::string_view head) {
  for (const std::string_view word :
       {"率", "割合", "平均", "単価", "順位", "番号", "No", "コード", "年度", "指数", "比較"})
    if (head.find(word) != head.npos) return false;
  return true;
}

/// What is carried over to the next year is taken off, whichever sign it is printed with.
bool is_carried_over(std::string_view label) { return label.starts_with("翌年度"); }

/// One column above a total.
struct Items {
  std::vector<Decimal> values;  ///< from the total upwards
  Decimal step;
  Decimal carried;  ///< printed with a plus sign, to be taken off twice
  Decimal upper;    ///< sum of those that are no part of the row above them by where their labels stand
  bool nested = false;
};

class GridTotals {
 public:
  GridTotals(const TextInput& input, const Grid& grid, std::vector<Total>& out)
      : input_(input), grid_(grid), out_(out) {}

  void run() {
    for (std::uint32_t i = grid_.first; i <= grid_.last; ++i) kinds_.push_back(kind_of_row(input_, block(i)));
    const auto is_sum = [](RowKind kind) { return kind == RowKind::kTotal || kind == RowKind::kSubtotal; };
    if (std::none_of(kinds_.begin(), kinds_.end(), is_sum)) return;
    for (std::uint32_t i = grid_.first + 1; i <= grid_.last; ++i)
      if (is_sum(kinds_[i - grid_.first])) check_row(i);
  }

 private:
  [[nodiscard]] const Block& block(std::uint32_t i) const { return input_.layout.blocks[i]; }
  [[nodiscard]] RowKind kind(std::uint32_t i) const { return kinds_[i - grid_.first]; }

  /// Where no column of several agrees, rows of the table were lost or it is no plain sum: nothing is said.
  void check_row(std::uint32_t row) {
    const std::size_t before = out_.size();
    for (std::size_t c = block(row).first_cell; c < block(row).first_cell + block(row).cell_count; ++c)
      if (input_.facts.numbers[c]) check_column(row, c);
    const auto differs = [](const Total& total) { return !is_rounding(total); };
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(before);
    if (out_.size() - before >= 2 && std::all_of(begin, out_.end(), differs)) out_.resize(before);
  }

  [[nodiscard]] bool can_add(const GridCell& cell, const CellNumber& printed) const {
    std::string_view head;
    if (grid_.heads)
      for (const ColumnHead& one : grid_.heads->columns)
        if (one.column == cell.column) head = one.label;
    return is_additive(head) && (!printed.percent || head.find("構成比") != head.npos);
  }

  /// Items above the total up to the header, the total before or, for subtotals, the subtotal before. A total over
  /// subtotals adds these and what stands below the last of them.
  [[nodiscard]] std::optional<Items> collect(std::uint32_t row, std::uint16_t column, Decimal step) const {
    Items out{{}, step, Decimal(0), Decimal(0)};
    bool over_subtotals = false;
    for (std::uint32_t i = row; i-- > grid_.first;) {
      const RowKind above = kind(i);
      if (above == RowKind::kTotal || (above == RowKind::kSubtotal && kind(row) == RowKind::kSubtotal)) break;
      if (above == RowKind::kSubtotal) over_subtotals = true;
      if (above == RowKind::kPart || (over_subtotals && above != RowKind::kSubtotal)) continue;
      const auto at = cell_in(i, column);
      if (!at || is_none_mark(input_.text.slice(input_.layout.cells[*at].span))) continue;
      const auto& number = input_.facts.numbers[*at];
      if (!number) {
        // words in the first row or where the table has no heads are a header; an item that cannot be read is none
        const std::string_view words = input_.text.slice(input_.layout.cells[*at].span);
        const bool header =
            words.find_first_of("0123456789") == words.npos && (!grid_.heads || i < grid_.heads->first_row);
        if (header && (i == grid_.first || !out.values.empty())) break;
        return std::nullopt;
      }
      if (i == grid_.first && input_.text.slice(input_.layout.cells[*at].span).ends_with("年度")) break;  // 4年度
      if (grid_.heads ? i < grid_.heads->first_row : i == grid_.first && is_plain_year(*at, number->value)) break;
      if (number->approximate) return std::nullopt;
      if (is_carried_over(row_label(input_, block(i))) && !number->value.is_negative())
        out.carried = out.carried.plus(number->value).value_or(out.carried);
      if (is_nested(i, column)) {
        out.nested = true;
      } else {
        out.upper = out.upper.plus(number->value).value_or(out.upper);
      }
      out.values.push_back(number->value);
      out.step = std::max(out.step, number->step);
    }
    return out;
  }

  /// 1961, not 1,961.
  [[nodiscard]] bool is_plain_year(std::size_t cell, const Decimal& value) const {
    return is_year(value) && input_.text.slice(input_.layout.cells[cell].span).find(',') == std::string_view::npos;
  }

  /// 1 分担金 |  | 800 above  | 1 負担金 | 800: the label stands further right than that of the row above, which has
  /// none there and a sum of its own.
  [[nodiscard]] bool is_nested(std::uint32_t row, std::uint16_t column) const {
    const auto label = first_filled(row);
    for (std::uint32_t above = row; label && above-- > grid_.first;) {
      const auto outer = first_filled(above);
      if (!outer || *outer >= *label) continue;
      const auto sum = cell_in(above, column);
      return !cell_in(above, *label) && sum && input_.facts.numbers[*sum];
    }
    return false;
  }

  [[nodiscard]] std::optional<std::uint16_t> first_filled(std::uint32_t row) const {
    for (const GridCell& cell : input_.layout.cells_of(block(row)))
      if (!cell.span.empty()) return cell.column;
    return std::nullopt;
  }

  void check_column(std::uint32_t row, std::size_t total_cell) {
    const GridCell& cell = input_.layout.cells[total_cell];
    const CellNumber& printed = *input_.facts.numbers[total_cell];
    if (!can_add(cell, printed)) return;
    const auto items = collect(row, cell.column, printed.step);
    if (!items || items->values.empty()) return;
    Total total{cell.span, printed.value, Decimal(0), Decimal(0), {}};
    for (const Decimal value : items->values) {
      const auto sum = total.sum.plus(value);
      if (!sum) return;
      total.sum = *sum;
    }
    const auto count = static_cast<std::int64_t>(items->values.size());
    if (grid_.scaled || items->step != Decimal(1)) total.allowance = half_steps(items->step, count + 1);
    if (!is_rounding(total) && (is_explained(*items, total) || has_parts(items->values))) return;
    for (std::size_t i = std::min(items->values.size(), kMostAddends); i-- > 0;)
      total.addends += (total.addends.empty() ? "" : " + ") + items->values[i].to_string();
    if (items->values.size() > kMostAddends) total.addends = "… + " + total.addends;
    out_.push_back(std::move(total));
  }

  /// What goes to the next year, printed without its minus, is taken off instead of added; what is part of the row
  /// above it is added there.
  static bool is_explained(const Items& items, const Total& total) {
    if (items.nested && is_within(items.upper, total.printed, total.allowance)) return true;
    const auto twice = items.carried.plus(items.carried);
    const auto sum = twice ? total.sum.minus(*twice) : std::nullopt;
    return sum && !items.carried.is_zero() && is_within(*sum, total.printed, total.allowance);
  }

  /// True where one of the items is the sum of the two or more below it: the table has levels, which the labels do not
  /// tell.
  static bool has_parts(const std::vector<Decimal>& upwards) {
    for (std::size_t i = 2; i < upwards.size(); ++i) {
      Decimal sum(0);
      for (std::size_t k = i; k-- > 0;) {
        const auto next = sum.plus(upwards[k]);
        if (!next) break;
        sum = *next;
        if (sum == upwards[i] && !sum.is_zero() && i - k >= 2) return true;
      }
    }
    return false;
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

  const TextInput& input_;
  const Grid& grid_;
  std::vector<Total>& out_;
  std::vector<RowKind> kinds_;
};

}  // namespace

std::vector<Total> find_totals(const TextInput& input) {
  std::vector<Total> out;
  for (const Grid& grid : input.facts.grids) {
    GridTotals(input, grid, out).run();
    find_row_totals(input, grid, out);
  }
  return out;
}

bool is_rounding(const Total& total) {
  const auto off = total.printed.minus(total.sum);
  return off && (off->is_negative() ? off->negated() : *off) <= total.allowance;
}

}  // namespace torikomi

// BUD003: the balance or the current budget does not follow from its parts.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "check/columns.h"
#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

enum class Line { kOther, kIncome, kExpense, kBalance, kCarried, kReal };

Line line_of(std::string_view label) {
  if (label == "収入" || label == "収入計" || label == "収入合計" || label == "歳入" || label == "歳入合計")
    return Line::kIncome;
  if (label == "支出" || label == "支出計" || label == "支出合計" || label == "歳出" || label == "歳出合計")
    return Line::kExpense;
  if (label == "差引" || label == "差引額" || label == "差引残額" || label == "収支差引" || label == "差引残高" ||
      label == "歳入歳出差引" || label == "歳入歳出差引額" || label == "形式収支")
    return Line::kBalance;
  if (label == "繰越財源" || label == "翌年度へ繰り越すべき財源") return Line::kCarried;
  if (label == "実質収支" || label == "実質収支額") return Line::kReal;
  return Line::kOther;
}

/// 差引(実質収支): the bracket tells which of the balances it is.
Line line_of_head(std::string_view label) {
  const std::size_t open = label.find('(');
  if (open == label.npos) return line_of(label);
  const std::string_view inside = label.substr(open + 1, label.find(')', open) - open - 1);
  const Line told = line_of(inside);
  return told == Line::kOther ? line_of(label.substr(0, open)) : told;
}

/// The first number of the row and what its label says.
std::pair<Line, std::optional<std::size_t>> read_row(const TextInput& input, const Block& block) {
  Line line = Line::kOther;
  for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
    const NormSpan span = input.layout.cells[c].span;
    constexpr std::uint32_t kLongestLabel = 24;
    if (line == Line::kOther && span.size() <= kLongestLabel) line = line_of(bare(input.text.slice(span)));
    if (input.facts.numbers[c]) return {line, c};
  }
  return {line, std::nullopt};
}

/// 収入 - 支出 = 差引, in rows below each other.
void check_balance(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
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
    const std::string sum = in.to_string() + " − " + out.to_string();
    diagnostics.add("BUD003", source_span(input, span), sum, right->to_string(), input.text.slice(span)).suggestion =
        right->to_string();
  }
}

/// True where the cell of that column says nothing or none.
bool is_none(const TextInput& input, const Block& row, std::uint16_t column) {
  for (const GridCell& cell : input.layout.cells_of(row))
    if (cell.column == column && !is_none_mark(input.text.slice(cell.span))) return false;
  return true;
}

/// a - b = c, in three cells of one row; a dash is nothing.
struct Difference {
  std::optional<std::uint16_t> from, less, printed;
};

void check_difference(const TextInput& input, const Grid& grid, std::uint32_t first_row, const Difference& columns,
                      Diagnostics& diagnostics) {
  if (!columns.from || !columns.less || !columns.printed) return;
  for (std::uint32_t i = first_row; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    const auto from = number_in(input, row, *columns.from);
    const auto less = number_in(input, row, *columns.less);
    const auto printed = number_in(input, row, *columns.printed);
    if (!from || !printed || (!less && !is_none(input, row, *columns.less))) continue;
    const Decimal a = input.facts.numbers[*from]->value;
    const Decimal b = less ? input.facts.numbers[*less]->value : Decimal(0);
    const auto right = a.minus(b);
    const Decimal limit = grid.scaled ? input.facts.numbers[*printed]->step : Decimal(0);
    if (!right || is_within(*right, input.facts.numbers[*printed]->value, limit)) continue;
    const NormSpan span = input.layout.cells[*printed].span;
    diagnostics
        .add("BUD003", source_span(input, span), a.to_string() + " − " + b.to_string(), right->to_string(),
             input.text.slice(span))
        .suggestion = right->to_string();
  }
}

/// The same in columns beside each other, and 差引 - 繰越財源 = 実質収支.
void check_balance_columns(const TextInput& input, const Grid& grid, const TableHeads& heads,
                           Diagnostics& diagnostics) {
  Difference balance, real;
  for (const ColumnHead& head : heads.columns) {
    switch (line_of_head(head.label)) {
      case Line::kIncome:
        balance.from = head.column;
        break;
      case Line::kExpense:
        balance.less = head.column;
        break;
      case Line::kBalance:
        balance.printed = real.from = head.column;
        break;
      case Line::kCarried:
        real.less = head.column;
        break;
      case Line::kReal:
        real.printed = head.column;
        break;
      default:
        break;
    }
  }
  check_difference(input, grid, heads.first_row, balance, diagnostics);
  check_difference(input, grid, heads.first_row, real, diagnostics);
}

/// What a budget as it stands at the end of the year is made of.
enum class Part { kNone, kAdded, kTakenOff, kCurrent };

Part part_of(std::string_view label) {
  label = label.substr(0, label.find('('));
  if (label == "予算現額" || label == "歳出予算現額" || label == "現額") return Part::kCurrent;
  for (const std::string_view word : {"翌年度", "流用減", "次年度"})
    if (label.starts_with(word)) return Part::kTakenOff;
  for (const std::string_view word : {"当初予算", "補正予算", "前年度", "予備費", "繰越", "継続費", "流用"})
    if (label.starts_with(word)) return Part::kAdded;
  return Part::kNone;
}

/// 予算現額 = 当初 + 補正 + 繰越 + 予備費 in one row.
class CurrentBudget {
 public:
  void add(Part part, Decimal value, Decimal step) {
    if (part == Part::kNone || part == Part::kCurrent) return;
    // some print what is taken off with its minus
    const bool plus = part == Part::kAdded || value.is_negative();
    const auto next = plus ? sum_.plus(value) : sum_.minus(value);
    if (next) sum_ = *next;
    words_ += (words_.empty() ? "" : plus ? " + " : " − ") + value.to_string();
    step_ = std::max(step_, step);
    ++count_;
  }

  [[nodiscard]] bool differs(Decimal printed, bool scaled) const {
    const auto limit = step_.times(Decimal::of(5 * (count_ + 1), 1));
    return count_ >= 2 && !is_within(sum_, printed, scaled && limit ? *limit : Decimal(0));
  }
  [[nodiscard]] const std::string& words() const { return words_; }
  [[nodiscard]] Decimal sum() const { return sum_; }

 private:
  Decimal sum_, step_ = Decimal(0);
  std::string words_;
  std::int64_t count_ = 0;
};

void report_current(const TextInput& input, const CurrentBudget& budget, std::size_t cell, Diagnostics& diagnostics) {
  const NormSpan span = input.layout.cells[cell].span;
  diagnostics.add("BUD003", source_span(input, span), budget.words(), budget.sum().to_string(), input.text.slice(span))
      .suggestion = budget.sum().to_string();
}

void check_current_columns(const TextInput& input, const Grid& grid, const TableHeads& heads,
                           Diagnostics& diagnostics) {
  const auto current = std::find_if(heads.columns.begin(), heads.columns.end(),
                                    [](const ColumnHead& head) { return part_of(head.label) == Part::kCurrent; });
  if (current == heads.columns.end()) return;
  for (std::uint32_t i = heads.first_row; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    CurrentBudget budget;
    for (auto head = heads.columns.begin(); head != current; ++head)
      if (const auto at = number_in(input, row, head->column))
        budget.add(part_of(head->label), input.facts.numbers[*at]->value, input.facts.numbers[*at]->step);
    const auto cell = number_in(input, row, current->column);
    if (cell && budget.differs(input.facts.numbers[*cell]->value, grid.scaled))
      report_current(input, budget, *cell, diagnostics);
  }
}

void check_current_rows(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
  std::map<std::uint16_t, CurrentBudget> columns;
  for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    const Part part = part_of(row_label(input, row));
    if (part == Part::kNone) continue;
    for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      const auto& number = input.facts.numbers[c];
      if (!number) continue;
      CurrentBudget& budget = columns[input.layout.cells[c].column];
      if (part != Part::kCurrent)
        budget.add(part, number->value, number->step);
      else if (budget.differs(number->value, grid.scaled))
        report_current(input, budget, c, diagnostics);
    }
    if (part == Part::kCurrent) columns.clear();
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    check_balance(input, grid, diagnostics);
    check_current_rows(input, grid, diagnostics);
    const auto& heads = grid.heads;
    if (!heads) continue;
    check_balance_columns(input, grid, *heads, diagnostics);
    check_current_columns(input, grid, *heads, diagnostics);
  }
}

}  // namespace

extern const Rule rule_BUD003;
const Rule rule_BUD003 = {{.code = "BUD003",
                           .name = "balance-differs",
                           .severity = Severity::kError,
                           .summary = {"収支の差引または予算現額が合わない",
                                       "the balance or the current budget does not follow from its parts"},
                           .message = {"{} = {} ですが「{}」と書かれています", "{} = {}, but {} is printed"},
                           .explain = {"差引は収入から支出を引いた数、実質収支はさらに繰越財源を引いた数、予算現額は当"
                                       "初予算に補正・繰越・予備費などを加えた"
                                       "数です。数字の入れ替わりや欄のずれを確かめてください。",
                                       "A balance is income less expense; the current budget (予算現額) is the first "
                                       "budget with supplements, carry-overs and reserves. Look for swapped digits or "
                                       "shifted cells."},
                           .bad = "収入 100 支出 90 差引 1",
                           .good = "収入 100 支出 90 差引 10"},
                          run};

}  // namespace torikomi

// KPI005: a printed rate does not follow from its values.
#include <optional>
#include <string>

#include "check/columns.h"
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

enum class Role { kNone, kWhole, kPart, kRate };

Role role_of(std::string_view label) {
  label = label.substr(0, label.find('('));
  if (label.ends_with("達成率") || label.ends_with("達成度") || label.ends_with("執行率")) return Role::kRate;
  for (const std::string_view word : {"目標値", "目標", "予算額", "予算現額", "歳出予算現額", "当初見込み"})
    if (label == word) return Role::kWhole;
  for (const std::string_view word :
       {"実績値", "実績", "成果実績", "活動実績", "執行額", "決算額", "支出済額", "支出済歳出額"})
    if (label == word) return Role::kPart;
  return Role::kNone;
}

struct Columns {
  std::optional<std::uint16_t> whole, part, rate;
  bool in_percent = false;  ///< the head of the rate says %
};

Columns find_columns(const TableHeads& heads) {
  Columns out;
  for (const ColumnHead& head : heads.columns) {
    const Role role = role_of(head.label);
    if (role == Role::kRate) out.rate = head.column;
    if (role == Role::kRate) out.in_percent = head.label.find('%') != head.label.npos;
    if (role == Role::kWhole) out.whole = out.whole ? std::nullopt : std::optional(head.column);
    if (role == Role::kPart) out.part = head.column;
  }
  return out;
}

/// The cells of one rate: what it is of, what was reached, what is printed.
struct Cells {
  std::size_t whole, part, rate;
};

void check_rate(const TextInput& input, Cells cells, bool either_way, Diagnostics& diagnostics) {
  const CellNumber& printed = *input.facts.numbers[cells.rate];
  const Decimal whole = input.facts.numbers[cells.whole]->value;
  const Decimal part = input.facts.numbers[cells.part]->value;
  const auto rate_of = [&](Decimal a, Decimal b) {
    const auto times = a.times(Decimal(100));
    return times ? times->divided(b, printed.step.scale()) : std::nullopt;
  };
  const auto right = rate_of(part, whole);
  if (!right || is_within(*right, printed.value, printed.step)) return;
  // a rate may be capped, and that of a value which is to go down is the other way round
  if (printed.value == Decimal(100) && *right > Decimal(100)) return;
  if (const auto other = rate_of(whole, part); either_way && other && is_within(*other, printed.value, printed.step))
    return;
  const auto words = [&](std::size_t cell) { return input.text.slice(input.layout.cells[cell].span); };
  diagnostics
      .add("KPI005", source_span(input, input.layout.cells[cells.rate].span), words(cells.rate), words(cells.part),
           words(cells.whole), right->to_string())
      .suggestion = right->to_string() + "%";
}

void check_columns(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
  const auto& heads = grid.heads;
  if (!heads) return;
  const Columns columns = find_columns(*heads);
  if (!columns.whole || !columns.part || !columns.rate) return;
  for (std::uint32_t i = heads->first_row; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    const auto whole = number_in(input, row, *columns.whole);
    const auto part = number_in(input, row, *columns.part);
    const auto rate = number_in(input, row, *columns.rate);
    if (whole && part && rate && (input.facts.numbers[*rate]->percent || columns.in_percent))
      check_rate(input, {*whole, *part, *rate}, false, diagnostics);
  }
}

/// True where the row is in percent: %  in a cell of its own, in its label or behind the number.
bool is_percent_row(const TextInput& input, const Block& row, std::size_t cell) {
  if (input.facts.numbers[cell]->percent) return true;
  for (const GridCell& one : input.layout.cells_of(row)) {
    const std::string_view words = input.text.slice(one.span);
    if (words == "%" || (words.ends_with("(%)") && words.find("率") != words.npos)) return true;
  }
  return false;
}

/// 目標値, 実績値 and 達成率 in rows below each other: the rows that stand nearest above the rate.
void check_rows(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
  const Block* whole = nullptr;
  const Block* part = nullptr;
  for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    const std::string label = row_label(input, row);
    const Role role = role_of(label);
    if (role == Role::kWhole || (label == "計" && part == nullptr)) whole = &row;
    if (role == Role::kPart) part = &row;
    if (role != Role::kRate) continue;
    for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count && whole && part; ++c) {
      if (!input.facts.numbers[c] || !is_percent_row(input, row, c)) continue;
      const auto a = number_in(input, *whole, input.layout.cells[c].column);
      const auto b = number_in(input, *part, input.layout.cells[c].column);
      if (a && b) check_rate(input, {*a, *b, c}, !label.starts_with("執行"), diagnostics);
    }
    whole = part = nullptr;
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    check_columns(input, grid, diagnostics);
    check_rows(input, grid, diagnostics);
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

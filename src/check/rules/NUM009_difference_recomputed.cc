// NUM009: a printed difference or rate of change does not follow from the values.
#include <optional>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

enum class Kind { kNone, kDifference, kRate };

Kind kind_of_label(std::string_view label) {
  if (label == "増減数" || label == "増減" || label == "増減額" || label == "増加数") return Kind::kDifference;
  if (label == "増減率" || label == "増加率" || label == "伸び率") return Kind::kRate;
  return Kind::kNone;
}

std::string first_words(const CheckInput& input, const Block& block) {
  for (const GridCell& cell : input.layout.cells_of(block))
    if (!cell.span.empty()) return bare(input.text.slice(cell.span));
  return {};
}

/// What the cell should be, to as many places as it is printed with.
std::optional<Decimal> expected(Kind kind, const CellNumber& printed, Decimal before, Decimal now) {
  const auto difference = now.minus(before);
  if (!difference || kind == Kind::kDifference) return difference;
  const auto times = difference->times(Decimal(100));
  return times ? times->divided(before, printed.step.scale()) : std::nullopt;
}

class GridCheck {
 public:
  GridCheck(const CheckInput& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  void run(const Grid& grid) {
    const Block* base = nullptr;
    for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
      const Block& block = input_.layout.blocks[i];
      const Kind kind = kind_of_label(first_words(input_, block));
      if (kind == Kind::kNone) {
        base = &block;
      } else if (base != nullptr) {
        compare(kind, *base, block);
      }
    }
  }

 private:
  [[nodiscard]] const std::optional<CellNumber>* number_in(const Block& block, std::uint16_t column) const {
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c)
      if (input_.layout.cells[c].column == column && input_.facts.numbers[c]) return &input_.facts.numbers[c];
    return nullptr;
  }

  void compare(Kind kind, const Block& base, const Block& block) {
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
      const GridCell& cell = input_.layout.cells[c];
      const auto& printed = input_.facts.numbers[c];
      if (!printed || cell.column == 0) continue;
      const auto* now = number_in(base, cell.column);
      const auto* before = number_in(base, static_cast<std::uint16_t>(cell.column - 1));
      if (now == nullptr || before == nullptr || (*before)->value.is_zero()) continue;
      const auto right = expected(kind, *printed, (*before)->value, (*now)->value);
      if (!right || is_near(*right, *printed)) continue;
      diagnostics_.add("NUM009", source_span(input_, cell.span), first_words(input_, block),
                       input_.text.slice(cell.span), (*before)->value.to_string(), (*now)->value.to_string(),
                       right->to_string());
    }
  }

  /// Rounding either way is accepted: one step of the last printed place.
  static bool is_near(Decimal right, const CellNumber& printed) {
    const auto off = right.minus(printed.value);
    if (!off) return true;
    const Decimal size = off->is_negative() ? off->negated() : *off;
    return printed.step < Decimal(1) || printed.percent ? size <= printed.step : size < printed.step;
  }

  const CheckInput& input_;
  Diagnostics& diagnostics_;
};

void run(const CheckInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) GridCheck(input, diagnostics).run(grid);
}

}  // namespace

extern const Rule rule_NUM009;
const Rule rule_NUM009 = {
    {.code = "NUM009",
     .name = "difference-recomputed",
     .severity = Severity::kWarning,
     .summary = {"増減の数や率が計算と合わない",
                 "a printed difference or rate of change does not follow from the values"},
     .message = {"「{}」の {} は、上の行の {} と {} からは {} です",
                 "the {1} of \"{0}\" should be {4}: the row above has {2} and {3}"},
     .explain = {"増減数は後の値から前の値を引いた数、増減率はそれを前の値で割った割合です。",
                 "A difference is the later value less the earlier one; a rate is that divided by the earlier one."},
     .bad = "人口 100人 → 90人、増減数 ▲9人",
     .good = "人口 100人 → 90人、増減数 ▲10人"},
    run};

}  // namespace torikomi

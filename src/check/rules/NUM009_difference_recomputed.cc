// NUM009: a printed difference or rate of change does not follow from the values.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/columns.h"
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

enum class Kind { kNone, kDifference, kRate, kRatio };

Kind kind_of_label(std::string_view label) {
  if (label == "増減数" || label == "増減" || label == "増減額" || label == "増加数" || label == "比較" ||
      label == "差額" || label == "対前年度比較" || label == "比較増減")
    return Kind::kDifference;
  if (label == "増減率" || label == "増加率" || label == "伸び率") return Kind::kRate;
  if (label == "前年度比" || label == "前年比" || label == "対前年度比" || label == "対前年比") return Kind::kRatio;
  return Kind::kNone;
}

std::string first_words(const TextInput& input, const Block& block) {
  for (const GridCell& cell : input.layout.cells_of(block))
    if (!cell.span.empty()) return bare(input.text.slice(cell.span));
  return {};
}

/// What the cell should be, to as many places as it is printed with.
std::optional<Decimal> expected(Kind kind, const CellNumber& printed, Decimal before, Decimal now) {
  const auto difference = now.minus(before);
  if (!difference || kind == Kind::kDifference) return difference;
  const auto times = (kind == Kind::kRate ? *difference : now).times(Decimal(100));
  return times ? times->divided(before, printed.step.scale()) : std::nullopt;
}

/// 増減 in a row of its own: of the row above from column to column, or of the two rows above it.
class RowCheck {
 public:
  RowCheck(const TextInput& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  void run(const Grid& grid, std::uint32_t first_row) {
    const Block* base = nullptr;
    const Block* before = nullptr;
    for (std::uint32_t i = first_row; i <= grid.last; ++i) {
      const Block& block = input_.layout.blocks[i];
      if (block.kind != BlockKind::kRow) continue;
      const Kind kind = kind_of_label(first_words(input_, block));
      if (kind == Kind::kRatio) continue;
      if (kind == Kind::kNone) {
        before = std::exchange(base, &block);
      } else if (base != nullptr) {
        choose(kind, before, *base, block);
      }
    }
  }

 private:
  struct Comparison {
    std::size_t printed, before, now;
    Decimal right;
    bool agrees;
  };
  using Comparisons = std::vector<Comparison>;

  void add(Comparisons& out, Kind kind, std::size_t printed, std::optional<std::size_t> before,
           std::optional<std::size_t> now) const {
    if (!before || !now || input_.facts.numbers[*before]->value.is_zero()) return;
    const CellNumber& cell = *input_.facts.numbers[printed];
    const auto right = expected(kind, cell, input_.facts.numbers[*before]->value, input_.facts.numbers[*now]->value);
    if (right) out.push_back({printed, *before, *now, *right, is_near(*right, cell)});
  }

  /// The reading that more cells agree with speaks; where most of three or more cells do not, neither does.
  void choose(Kind kind, const Block* above, const Block& base, const Block& block) {
    Comparisons along, down, up;
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
      const std::uint16_t column = input_.layout.cells[c].column;
      if (!input_.facts.numbers[c] || column == 0) continue;
      const auto now = number_in(input_, base, column);
      add(along, kind, c, number_in(input_, base, static_cast<std::uint16_t>(column - 1)), now);
      if (above == nullptr) continue;
      add(down, kind, c, number_in(input_, *above, column), now);
      add(up, kind, c, now, number_in(input_, *above, column));
    }
    const auto agreeing = [](const Comparisons& all) {
      return std::count_if(all.begin(), all.end(), [](const Comparison& one) { return one.agrees; });
    };
    const Comparisons* best = &along;
    for (const Comparisons* other : {&down, &up})
      if (agreeing(*other) > agreeing(*best)) best = other;
    // no cell agrees with any reading: only the usual one of a row with a single number is worth a word
    if (agreeing(*best) == 0 && (best->size() != 1 || !down.empty())) return;
    if (best->size() >= 3 && agreeing(*best) * 2 < static_cast<std::ptrdiff_t>(best->size())) return;
    for (const Comparison& one : *best)
      if (!one.agrees) report(one, block);
  }

  void report(const Comparison& one, const Block& block) {
    const NormSpan span = input_.layout.cells[one.printed].span;
    diagnostics_
        .add("NUM009", source_span(input_, span), first_words(input_, block), input_.text.slice(span),
             input_.facts.numbers[one.before]->value.to_string(), input_.facts.numbers[one.now]->value.to_string(),
             one.right.to_string())
        .suggestion = one.right.to_string();
  }

  /// Rounding either way is accepted: one step of the last printed place.
  static bool is_near(Decimal right, const CellNumber& printed) {
    const auto off = right.minus(printed.value);
    if (!off) return true;
    const Decimal size = off->is_negative() ? off->negated() : *off;
    return printed.step < Decimal(1) || printed.percent ? size <= printed.step : size < printed.step;
  }

  const TextInput& input_;
  Diagnostics& diagnostics_;
};

/// 増減 in a column of its own: the two columns of numbers before it, in the order that most rows agree with.
class ColumnCheck {
 public:
  ColumnCheck(const TextInput& input, const Grid& grid, const TableHeads& heads, Diagnostics& diagnostics)
      : input_(input), grid_(grid), heads_(heads), diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t i = 2; i < heads_.columns.size(); ++i) {
      const Kind kind = kind_of_label(without_notes(heads_.columns[i].label));
      if (kind == Kind::kNone) continue;
      // a rate may follow the difference of the same two columns
      std::size_t last = i - 1;
      if (last >= 2 && kind_of_label(without_notes(heads_.columns[last].label)) != Kind::kNone) --last;
      if (last >= 1) check(kind, heads_.columns[i], heads_.columns[last - 1].column, heads_.columns[last].column);
    }
  }

 private:
  struct Row {
    std::size_t printed, left, right;
    Decimal falling, rising;  ///< what it should be: left less right, right less left
    bool is_falling = false, is_rising = false;
  };

  /// 増減(A-B), 増減率(%) -> 増減, 増減率
  static std::string_view without_notes(std::string_view label) { return label.substr(0, label.find('(')); }

  [[nodiscard]] std::optional<Row> read(Kind kind, const Block& block, const ColumnHead& head, std::uint16_t left,
                                        std::uint16_t right) const {
    const auto printed = number_in(input_, block, head.column);
    if (kind == Kind::kRatio && printed && !input_.facts.numbers[*printed]->percent) return std::nullopt;
    const auto a = number_in(input_, block, left);
    const auto b = number_in(input_, block, right);
    if (!printed || !a || !b) return std::nullopt;
    const CellNumber& cell = *input_.facts.numbers[*printed];
    const Decimal x = input_.facts.numbers[*a]->value;
    const Decimal y = input_.facts.numbers[*b]->value;
    if (kind != Kind::kDifference && (x.is_zero() || y.is_zero())) return std::nullopt;
    const auto falling = expected(kind, cell, y, x);
    const auto rising = expected(kind, cell, x, y);
    if (!falling || !rising) return std::nullopt;
    Row out{*printed, *a, *b, *falling, *rising};
    Decimal limit = kind != Kind::kDifference ? cell.step : Decimal(0);
    if (kind == Kind::kDifference && grid_.scaled) limit = cell.step;
    out.is_falling = is_within(*falling, cell.value, limit);
    out.is_rising = is_within(*rising, cell.value, limit);
    return out;
  }

  void check(Kind kind, const ColumnHead& head, std::uint16_t left, std::uint16_t right) {
    std::vector<Row> rows;
    for (std::uint32_t i = heads_.first_row; i <= grid_.last; ++i)
      if (auto row = read(kind, input_.layout.blocks[i], head, left, right)) rows.push_back(*row);
    const auto falling = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.is_falling; });
    const auto rising = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.is_rising; });
    const auto agree = std::max(falling, rising);
    // two rows of three that agree say what the column means
    if (agree < 2 || agree * 3 < static_cast<std::ptrdiff_t>(rows.size()) * 2) return;
    const bool falls = falling >= rising;
    for (const Row& row : rows) {
      if (falls ? row.is_falling : row.is_rising) continue;
      const auto value = [&](std::size_t cell) { return input_.facts.numbers[cell]->value.to_string(); };
      const NormSpan span = input_.layout.cells[row.printed].span;
      const Decimal right_value = falls ? row.falling : row.rising;
      diagnostics_
          .add("NUM009", source_span(input_, span), head.label, input_.text.slice(span),
               value(falls ? row.right : row.left), value(falls ? row.left : row.right), right_value.to_string())
          .suggestion = right_value.to_string();
    }
  }

  const TextInput& input_;
  const Grid& grid_;
  const TableHeads& heads_;
  Diagnostics& diagnostics_;
};

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    const auto& heads = grid.heads;
    RowCheck(input, diagnostics).run(grid, heads ? heads->first_row : grid.first);
    if (heads) ColumnCheck(input, grid, *heads, diagnostics).run();
  }
}

}  // namespace

extern const Rule rule_NUM009;
const Rule rule_NUM009 = {
    {.code = "NUM009",
     .name = "difference-recomputed",
     .severity = Severity::kWarning,
     .summary = {"増減の数や率が計算と合わない",
                 "a printed difference or rate of change does not follow from the values"},
     .message = {"「{}」の {} は、{} から {} への変化では {} です",
                 "the {1} of \"{0}\" should be {4}: from {2} to {3}"},
     .explain =
         {"増減数は後の値から前の値を引いた数、増減率はそれを前の値で割った割合、前年度比は後の値を前の値で割った"
          "割合です。",
          "A difference is the later value less the earlier one, a rate that divided by the earlier one, a ratio "
          "(前年度比) the later value divided by the earlier one."},
     .bad = "人口 100人 → 90人、増減数 ▲9人",
     .good = "人口 100人 → 90人、増減数 ▲10人"},
    run};

}  // namespace torikomi

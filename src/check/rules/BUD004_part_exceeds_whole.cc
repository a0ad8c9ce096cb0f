// BUD004: a part is larger than its whole.
#include <algorithm>
#include <optional>
#include <string>

#include "check/columns.h"
#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

void report(const TextInput& input, std::string_view label, NormSpan part, NormSpan whole, Diagnostics& diagnostics) {
  diagnostics.add("BUD004", source_span(input, part), label, input.text.slice(part), input.text.slice(whole));
}

bool is_part(std::string_view label) { return label.starts_with("うち") || label.starts_with("(うち"); }

/// The first words of a row: 部門 | うち特定財源 | 150 begins with うち where the cell above it holds the whole.
std::string label_of_amounts(const TextInput& input, const Block& block) {
  std::string_view label;
  for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
    if (input.facts.numbers[c] && !label.empty()) return bare(label);
    if (!input.layout.cells[c].span.empty()) label = input.text.slice(input.layout.cells[c].span);
  }
  return {};
}

/// 増減額, 比較: the part of a difference may be larger than the whole of it, and of another sign.
bool is_difference(const Grid& grid, std::uint16_t column) {
  if (!grid.heads) return false;
  return std::any_of(grid.heads->columns.begin(), grid.heads->columns.end(), [&](const ColumnHead& head) {
    const auto says = [&](std::string_view word) { return head.label.find(word) != head.label.npos; };
    return head.column == column && (says("増減") || says("比較") || says("差"));
  });
}

/// Rows that begin with うち, against the row above them, column by column.
void check_rows(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
  const Block* whole = nullptr;
  for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    const std::string label = label_of_amounts(input, row);
    if (!is_part(label)) {
      whole = label.empty() ? nullptr : &row;
      continue;
    }
    for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count && whole != nullptr; ++c) {
      if (!input.facts.numbers[c] || input.facts.numbers[c]->percent) continue;
      if (is_difference(grid, input.layout.cells[c].column)) continue;
      const auto large = number_in(input, *whole, input.layout.cells[c].column);
      if (!large || input.facts.numbers[*large]->percent ||
          input.facts.numbers[c]->value <= input.facts.numbers[*large]->value)
        continue;
      report(input, label, input.layout.cells[c].span, input.layout.cells[*large].span, diagnostics);
    }
  }
}

bool is_budget(std::string_view label) {
  return label == "予算額" || label == "予算現額" || label == "歳出予算現額" || label == "予算";
}
bool is_spending(std::string_view label) {
  return label == "執行額" || label == "支出済額" || label == "支出額" || label == "支出済歳出額";
}

/// Columns headed うち… against the column before them; spending against the budget of its row.
void check_columns(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
  const auto& heads = grid.heads;
  if (!heads) return;
  for (std::size_t part = 1; part < heads->columns.size(); ++part) {
    const ColumnHead& head = heads->columns[part];
    std::size_t whole = part;
    if (is_part(head.label)) {
      // 交付額 | うち国庫 | うち一般財源: both are parts of the first
      while (whole > 0 && is_part(heads->columns[whole].label)) --whole;
      if (is_part(heads->columns[whole].label)) continue;
    } else if (is_spending(head.label)) {
      for (std::size_t k = 0; k < part; ++k)
        if (is_budget(heads->columns[k].label)) whole = k;
    }
    if (whole == part) continue;
    for (std::uint32_t i = heads->first_row; i <= grid.last; ++i) {
      const auto small = number_in(input, input.layout.blocks[i], head.column);
      const auto large = number_in(input, input.layout.blocks[i], heads->columns[whole].column);
      if (!small || !large || input.facts.numbers[*small]->value <= input.facts.numbers[*large]->value) continue;
      report(input, head.label, input.layout.cells[*small].span, input.layout.cells[*large].span, diagnostics);
    }
  }
}

/// 予算額 above 執行額, column by column.
void check_spending(const TextInput& input, const Grid& grid, Diagnostics& diagnostics) {
  const Block* budget = nullptr;
  for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
    const Block& row = input.layout.blocks[i];
    const std::string label = row_label(input, row);
    if (is_budget(label)) budget = &row;
    if (budget == nullptr || !is_spending(label)) continue;
    for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      const auto large = number_in(input, *budget, input.layout.cells[c].column);
      if (!input.facts.numbers[c] || !large || input.facts.numbers[c]->value <= input.facts.numbers[*large]->value)
        continue;
      report(input, label, input.layout.cells[c].span, input.layout.cells[*large].span, diagnostics);
    }
  }
}

/// 20人(うち町外25人): a part in brackets behind its whole.
void check_brackets(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  constexpr std::string_view kOpen = "(うち";
  constexpr std::size_t kNear = 400;  ///< bytes; a search without end would cost the square of a long line
  for (std::size_t at = text.find(kOpen); at != text.npos; at = text.find(kOpen, at + 1)) {
    const std::size_t before = at - std::min(at, kNear);
    const std::size_t line = before + (text.substr(before, at - before).find_last_of("\n\t\v") + 1);
    const std::size_t close = text.substr(0, at + kNear).find_first_of(")\n\t", at);
    if (close == text.npos || text[close] != ')') continue;
    const auto wholes = find_numbers(text.substr(line, at - line));
    const std::string_view inside = text.substr(at + kOpen.size(), close - at - kOpen.size());
    const auto parts = find_numbers(inside);
    if (wholes.empty() || parts.size() != 1 || line + wholes.back().end + 1 < at) continue;
    const NumberValue& whole = wholes.back();
    const NumberValue& part = parts.front();
    if (whole.unit != part.unit || part.end != inside.size() || part.value <= whole.value || part.denominator) continue;
    const auto begin = static_cast<std::uint32_t>(at + kOpen.size() + part.begin);
    report(input, "うち", {begin, begin + (part.end - part.begin)},
           {static_cast<std::uint32_t>(line) + whole.begin, static_cast<std::uint32_t>(line) + whole.end}, diagnostics);
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    check_rows(input, grid, diagnostics);
    check_columns(input, grid, diagnostics);
    check_spending(input, grid, diagnostics);
  }
  check_brackets(input, diagnostics);
}

}  // namespace

extern const Rule rule_BUD004;
const Rule rule_BUD004 = {
    {.code = "BUD004",
     .name = "part-exceeds-whole",
     .severity = Severity::kWarning,
     .summary = {"内数が全体より、または執行額が予算額より大きい",
                 "a part is larger than its whole, or spending than its budget"},
     .message = {"「{}」の {} は、もとの {} より大きい値です", "\"{}\", {}, is larger than its whole, {}"},
     .explain = {"「うち」は内数なので、もとの数を超えません。執行額も予算額を超えません。値の入れ替わりや単位の誤りを"
                 "確かめてください。",
                 "What begins with うち is a part of the number before it, and spending stays within its budget: look "
                 "for swapped "
                 "values or a wrong unit."},
     .bad = "予算額 100千円 うち特定財源 150千円",
     .good = "予算額 100千円 うち特定財源 50千円"},
    run};

}  // namespace torikomi

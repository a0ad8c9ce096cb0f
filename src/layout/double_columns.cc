// Two columns that share a cell: 予算現額<br>決算額 over 1,200<br>1,150, or 予算現額 決算額 over 1,200 1,150.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "layout/cell_words.h"
#include "layout/lines.h"

namespace torikomi::shapes {
namespace {

using Halves = std::pair<NormSpan, NormSpan>;

class DoubleColumns {
 public:
  DoubleColumns(Context& context, TableUnit& unit) : context_(context), unit_(unit) {}

  void run() {
    if (unit_.header_rows == 0) return;
    find_head();
    for (std::uint16_t column = 0; column < unit_.columns; ++column)
      if (is_double(column)) split(column++);
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(context_.words, span); }
  [[nodiscard]] Block& block(std::uint32_t i) { return context_.layout.blocks[i]; }
  [[nodiscard]] std::span<const GridCell> cells(std::uint32_t i) const {
    return context_.layout.cells_of(context_.layout.blocks[i]);
  }
  [[nodiscard]] bool is_row(std::uint32_t i) const { return context_.layout.blocks[i].kind == BlockKind::kRow; }

  /// The lowest row of the head.
  void find_head() {
    std::uint32_t left = unit_.header_rows;
    for (head_ = unit_.first_block; head_ < unit_.last_block; ++head_)
      if (is_row(head_) && --left == 0) return;
  }

  /// The words before and behind the only break of a cell, else behind its only blank.
  [[nodiscard]] std::optional<Halves> halves(NormSpan cell) const {
    const std::string_view own = words(cell);
    std::size_t at = own.find_first_of("\v\x1f");
    if (at == own.npos) at = own.find(' ');
    if (at == own.npos || own.find_first_of("\v\x1f", at + 1) != own.npos) return std::nullopt;
    if (own[at] == ' ' && own.find(' ', at + 1) != own.npos) return std::nullopt;
    const auto middle = cell.begin + static_cast<std::uint32_t>(at);
    return Halves{trimmed(context_.words, {cell.begin, middle}), trimmed(context_.words, {middle + 1, cell.end})};
  }

  [[nodiscard]] bool in_brackets(NormSpan span) const {
    return words(span).starts_with('(') && words(span).ends_with(')');
  }
  [[nodiscard]] NormSpan bare(NormSpan span) const {
    return in_brackets(span) ? NormSpan{span.begin + 1, span.end - 1} : span;
  }

  [[nodiscard]] bool names_values(NormSpan span) const {
    const std::string_view own = words(bare(span));
    for (const std::string_view end : {"額", "値", "率", "数", "費", "予算", "決算", "目標", "実績", "計画", "見込"})
      if (own.size() > end.size() && own.ends_with(end)) return true;
    return own == "目標" || own == "実績" || own == "計画" || own == "予算" || own == "決算";
  }

  /// A number with a digit; the blank between two of them may not be one within a number (1 200).
  [[nodiscard]] bool is_half(NormSpan span, bool by_blank) const {
    const std::string_view own = words(bare(span));
    return is_value(own) && (!by_blank || own == "0" || own == "-" || own.find_first_of(",.") != own.npos);
  }

  /// Both halves of its heading name values, and every cell below it holds two of them.
  [[nodiscard]] bool is_double(std::uint16_t column) const {
    std::optional<Halves> names;
    std::size_t doubles = 0;
    for (std::uint32_t i = head_; i <= unit_.last_block; ++i) {
      if (!is_row(i) || context_.layout.blocks[i].repeated_header) continue;
      for (const GridCell& cell : cells(i)) {
        if (cell.span.empty() || cell.column > column || cell.column + cell.width <= column) continue;
        const auto two = cell.width == 1 && !cell.continued ? halves(cell.span) : std::nullopt;
        if (!two) return false;
        if (i == head_) {
          if (!names_values(two->first) || !names_values(two->second)) return false;
          names = two;
          continue;
        }
        const bool by_blank = words(cell.span).find_first_of("\v\x1f") == std::string_view::npos;
        if (!is_half(two->first, by_blank) || !is_half(two->second, by_blank)) return false;
        if (!names || in_brackets(two->first) || in_brackets(two->second) != in_brackets(names->second)) return false;
        ++doubles;
      }
      if (!names) return false;
    }
    return doubles > 0;
  }

  void split(std::uint16_t column) {
    for (std::uint32_t i = unit_.first_block; i <= unit_.last_block; ++i)
      if (is_row(i)) split_row(i, column);
    ++unit_.columns;
  }

  /// What stands behind the column moves on, what stands over it holds for both.
  void split_row(std::uint32_t i, std::uint16_t column) {
    const std::vector<GridCell> old(cells(i).begin(), cells(i).end());
    block(i).first_cell = static_cast<std::uint32_t>(context_.layout.cells.size());
    for (GridCell cell : old) {
      const bool over = cell.column <= column && column < cell.column + cell.width;
      if (cell.column > column) ++cell.column;
      const auto two = over && i >= head_ && !cell.span.empty() ? halves(cell.span) : std::nullopt;
      if (over && !two) ++cell.width;
      if (two) cell.span = two->first;
      context_.layout.cells.push_back(cell);
      if (!two) continue;
      cell.span = bare(two->second);
      ++cell.column;
      context_.layout.cells.push_back(cell);
    }
    block(i).cell_count = static_cast<std::uint32_t>(context_.layout.cells.size()) - block(i).first_cell;
  }

  Context& context_;
  TableUnit& unit_;
  std::uint32_t head_ = 0;
};

}  // namespace

void split_double_columns(Context& context) {
  for (TableUnit& unit : context.layout.tables) DoubleColumns(context, unit).run();
}

}  // namespace torikomi::shapes

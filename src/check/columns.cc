#include "check/columns.h"

#include <algorithm>
#include <array>

#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

/// Years (2015, 令和6年度) head columns; other numbers are data.
bool is_year_number(Decimal value) { return value >= Decimal(1900) && value <= Decimal(2100); }

/// Reads the heads of one grid.
class HeadReader {
 public:
  HeadReader(const NormText& text, const Layout& layout, std::span<const std::optional<CellNumber>> numbers,
             const Grid& grid)
      : text_(text), layout_(layout), numbers_(numbers), grid_(grid) {}

  [[nodiscard]] bool is_head(const Block& row) const {
    std::size_t words = 0;
    for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      const NormSpan span = layout_.cells[c].span;
      if (span.empty()) continue;
      if (const auto& number = numbers_[c]; number && !is_year_number(number->value)) return false;
      if (is_none_mark(text_.slice(span))) return false;
      ++words;
    }
    return words >= 2;
  }

  /// Rows of heads, rulings among them: as many as stand above the first row of data, or one where all rows are words.
  [[nodiscard]] std::uint32_t count() const {
    constexpr std::uint32_t kMost = 3;
    std::uint32_t count = 0;
    while (grid_.first + count <= grid_.last && count < kMost) {
      const Block& row = layout_.blocks[grid_.first + count];
      if (row.kind != BlockKind::kSeparator && !is_head(row)) return count;
      ++count;
    }
    return is_head(layout_.blocks[grid_.first]) ? 1 : 0;
  }

 private:
  const NormText& text_;
  const Layout& layout_;
  std::span<const std::optional<CellNumber>> numbers_;
  const Grid& grid_;
};

/// The lowest row that says something about a column names it.
void set_label(TableHeads& heads, ColumnHead head) {
  const auto known = std::find_if(heads.columns.begin(), heads.columns.end(),
                                  [&](const ColumnHead& one) { return one.column == head.column; });
  if (known == heads.columns.end())
    heads.columns.push_back(std::move(head));
  else
    *known = std::move(head);
}

/// Cells such as 件 or 百万円 say what the numbers of their row count.
bool is_unit(std::string_view words) {
  constexpr std::array<std::string_view, 20> kUnits = {"%",  "円",   "千円", "百万円", "億円", "件", "人",
                                                       "名", "回",   "箇所", "か所",   "社",   "校", "世帯",
                                                       "台", "団体", "者",   "日",     "点",   "冊"};
  return std::find(kUnits.begin(), kUnits.end(), words) != kUnits.end();
}

}  // namespace

std::optional<TableHeads> read_heads(const NormText& text, const Layout& layout,
                                     std::span<const std::optional<CellNumber>> numbers, const Grid& grid) {
  const std::uint32_t count = HeadReader(text, layout, numbers, grid).count();
  if (count == 0 || grid.first + count > grid.last) return std::nullopt;
  TableHeads out;
  out.first_row = grid.first + count;
  for (std::uint32_t row = grid.first; row < out.first_row; ++row)
    for (const GridCell& cell : layout.cells_of(layout.blocks[row]))
      if (!cell.span.empty()) set_label(out, {cell.column, bare(text.slice(cell.span)), cell.span});
  if (out.columns.empty()) return std::nullopt;
  std::sort(out.columns.begin(), out.columns.end(),
            [](const ColumnHead& a, const ColumnHead& b) { return a.column < b.column; });
  return out;
}

std::optional<std::size_t> number_in(const TextInput& input, const Block& row, std::uint16_t column) {
  for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
    if (input.layout.cells[c].column == column && input.facts.numbers[c]) return c;
  return std::nullopt;
}

std::string row_label(const TextInput& input, const Block& row) {
  std::string label;
  for (std::size_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
    const NormSpan span = input.layout.cells[c].span;
    if (span.empty()) continue;
    if (input.facts.numbers[c]) break;
    constexpr std::uint32_t kLongest = 40;
    if (span.size() > kLongest) continue;
    const std::string words = bare(input.text.slice(span));
    if (is_unit(words)) continue;
    label = words;  // the last label before the first number: 予算の状況 | 当初予算 | 100
  }
  if (const std::size_t bracket = label.find('('); bracket != label.npos && bracket > 0) label.resize(bracket);
  return label;
}

bool is_within(Decimal a, Decimal b, Decimal limit) {
  const auto off = a.minus(b);
  return !off || (off->is_negative() ? off->negated() : *off) <= limit;
}

}  // namespace torikomi

// Rows that a page break cut in two: the rest of their words stands at the head of the next page, below no key.
#include <algorithm>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

class CutRows {
 public:
  explicit CutRows(Context& context) : context_(context) {}

  void run() {
    for (TableUnit& unit : context_.layout.tables) {
      bool page = false;
      std::uint32_t last = unit.first_block;
      for (std::uint32_t i = unit.first_block + 1; i <= unit.last_block; ++i) {
        Block& block = context_.layout.blocks[i];
        page = page || block.page_break || block.kind == BlockKind::kFurniture;
        if (block.kind != BlockKind::kRow || block.repeated_header) continue;
        if (has_values_of(last, i)) {
          join(i, last, false);
          last = i;
        } else if (page && is_rest(last, i)) {
          join(last, i, true);
        } else {
          last = i;
        }
        page = false;
      }
      unit.last_block = last_row(unit);
    }
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(context_.words, span); }

  [[nodiscard]] std::uint32_t last_row(const TableUnit& unit) const {
    std::uint32_t last = unit.last_block;
    while (last > unit.first_block && context_.layout.blocks[last].kind != BlockKind::kRow) --last;
    return last;
  }

  [[nodiscard]] const GridCell* cell_at(std::uint32_t row, std::uint16_t column) const {
    for (const GridCell& cell : context_.layout.cells_of(context_.layout.blocks[row]))
      if (cell.column == column && !cell.span.empty()) return &cell;
    return nullptr;
  }

  /// The evidence has to be clear: no key, and every cell goes on one whose words break off.
  [[nodiscard]] bool is_rest(std::uint32_t above, std::uint32_t row) const {
    if (cell_at(above, 0) == nullptr) return false;
    std::size_t rests = 0;
    for (const GridCell& cell : context_.layout.cells_of(context_.layout.blocks[row])) {
      if (cell.span.empty() || cell.continued) continue;
      if (cell.column == 0) return false;
      const GridCell* before = cell_at(above, cell.column);
      if (before == nullptr || !breaks_off(words(before->span), words(cell.span))) return false;
      ++rests;
    }
    return rests > 0;
  }

  /// A line break inside of one cell cut the row: no key, one cell goes on whose words lead over to others, and the
  /// values of the row above, which has none, stand here.
  [[nodiscard]] bool has_values_of(std::uint32_t above, std::uint32_t row) const {
    std::size_t rests = 0;
    std::size_t values = 0;
    if (cell_at(above, 0) == nullptr || cell_at(row, 0) != nullptr) return false;
    for (const GridCell& cell : context_.layout.cells_of(context_.layout.blocks[row])) {
      if (cell.span.empty()) continue;
      if (cell.continued) return false;
      const GridCell* before = cell_at(above, cell.column);
      values += before == nullptr && is_value(words(cell.span)) ? 1 : 0;
      if (before == nullptr) continue;
      if (is_value(words(cell.span)) || !leads_over(words(before->span))) return false;
      ++rests;
    }
    if (rests != 1 || values == 0) return false;
    const auto cells = context_.layout.cells_of(context_.layout.blocks[above]);
    return std::none_of(cells.begin(), cells.end(), [&](const GridCell& cell) {
      return cell.column > 0 && !cell.span.empty() && is_value(words(cell.span));
    });
  }

  static bool leads_over(std::string_view words) {
    for (const std::string_view end :
         {"と", "の", "や", "を", "に", "は", "が", "で", "へ", "、", "・", "及び", "又は", "等の"})
      if (words.ends_with(end)) return true;
    return false;
  }

  /// Words without a full stop, of some length, and neither a value nor a new item below them.
  static bool breaks_off(std::string_view before, std::string_view rest) {
    constexpr std::size_t kShortest = 18;  ///< bytes: six kanji
    for (const std::string_view end : {"。", ")", "」", "』", ":", "等"})
      if (before.ends_with(end)) return false;
    return before.size() >= kShortest && !is_value(before) && !is_value(rest) && !read_marker(rest);
  }

  /// Puts the cells of `from` into those of `into`, behind their words or before them; `from` is no row any more.
  void join(std::uint32_t into, std::uint32_t from, bool behind) {
    auto& layout = context_.layout;
    for (const GridCell& part : layout.cells_of(layout.blocks[from])) {
      if (part.span.empty() || part.continued) continue;
      const std::uint32_t first = layout.blocks[into].first_cell;
      for (std::uint32_t c = first; c < first + layout.blocks[into].cell_count; ++c) {
        GridCell& cell = layout.cells[c];
        if (cell.column != part.column || (behind && cell.span.empty())) continue;
        if (cell.span.empty()) {
          cell.span = part.span;
        } else {
          const CellPiece pieces[] = {{behind ? cell.span : part.span, ""}, {behind ? part.span : cell.span, ""}};
          context_.join_cell(c, pieces);
        }
        break;
      }
    }
    context_.settle_joins();
    layout.blocks[from].kind = BlockKind::kCutRow;
    layout.blocks[from].first_cell = layout.blocks[into].first_cell;
    layout.blocks[from].cell_count = 0;
    layout.blocks[from].table = kNoTable;
  }

  Context& context_;
};

}  // namespace

void join_cut_rows(Context& context) { CutRows(context).run(); }

}  // namespace torikomi::shapes

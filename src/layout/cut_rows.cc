// Rows that a page break cut in two: the rest of their words stands at the head of the next page, below no key.
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
        if (page && is_rest(last, i)) {
          join(last, i);
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

  /// Words without a full stop, of some length, and neither a value nor a new item below them.
  static bool breaks_off(std::string_view before, std::string_view rest) {
    constexpr std::size_t kShortest = 18;  ///< bytes: six kanji
    for (const std::string_view end : {"。", ")", "」", "』", ":", "等"})
      if (before.ends_with(end)) return false;
    return before.size() >= kShortest && !is_value(before) && !is_value(rest) && !read_marker(rest);
  }

  void join(std::uint32_t above, std::uint32_t row) {
    auto& layout = context_.layout;
    for (const GridCell& rest : layout.cells_of(layout.blocks[row])) {
      if (rest.span.empty() || rest.continued) continue;
      for (std::uint32_t c = layout.blocks[above].first_cell;
           c < layout.blocks[above].first_cell + layout.blocks[above].cell_count; ++c) {
        if (layout.cells[c].column != rest.column || layout.cells[c].span.empty()) continue;
        const CellPiece pieces[] = {{layout.cells[c].span, ""}, {rest.span, ""}};
        context_.join_cell(c, pieces);
        break;
      }
    }
    context_.settle_joins();
    layout.blocks[row].kind = BlockKind::kCutRow;
    layout.blocks[row].cell_count = 0;
    layout.blocks[row].table = kNoTable;
  }

  Context& context_;
};

}  // namespace

void join_cut_rows(Context& context) { CutRows(context).run(); }

}  // namespace torikomi::shapes

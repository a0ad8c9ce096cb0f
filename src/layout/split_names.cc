// 氏 | 名 over 小 林 | みどり: a heading printed so wide that two columns were made of it, and of the names below.
#include "layout/lines.h"

namespace torikomi::shapes {
namespace {

class SplitNames {
 public:
  explicit SplitNames(Context& context) : context_(context) {}

  void run() {
    const auto& blocks = context_.layout.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::kRow) continue;
      const std::uint32_t end = blocks[i].first_cell + blocks[i].cell_count;
      for (std::uint32_t c = blocks[i].first_cell; c + 1 < end; ++c)
        if (words(c) == "氏" && words(c + 1) == "名") join_below(i, cell(c).column);
    }
    context_.settle_joins();
  }

 private:
  [[nodiscard]] GridCell& cell(std::uint32_t c) { return context_.layout.cells[c]; }
  [[nodiscard]] std::string_view words(std::uint32_t c) { return slice(context_.words, cell(c).span); }

  void join_below(std::uint32_t head, std::uint16_t column) {
    const auto& blocks = context_.layout.blocks;
    for (std::uint32_t i = head; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::kSeparator || blocks[i].kind == BlockKind::kFurniture) continue;
      if (blocks[i].kind != BlockKind::kRow || blocks[i].form != blocks[head].form) return;
      join_row(blocks[i], column, i == head);
    }
  }

  /// The second column stays, empty.
  void join_row(const Block& row, std::uint16_t column, bool head) {
    for (std::uint32_t c = row.first_cell; c + 1 < row.first_cell + row.cell_count; ++c) {
      if (cell(c).column != column || cell(c + 1).column != column + 1) continue;
      if (head) cell(c).width = 2;
      if (cell(c + 1).span.empty() || cell(c + 1).width > 1) return;
      const CellPiece pieces[] = {{cell(c).span, ""}, {cell(c + 1).span, head ? "" : " "}};
      if (cell(c).span.empty())
        cell(c).span = cell(c + 1).span;
      else
        context_.join_cell(c, pieces);
      cell(c + 1).span = {cell(c + 1).span.begin, cell(c + 1).span.begin};
      return;
    }
  }

  Context& context_;
};

}  // namespace

void join_split_names(Context& context) { SplitNames(context).run(); }

}  // namespace torikomi::shapes

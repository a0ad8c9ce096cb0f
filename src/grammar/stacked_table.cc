#include "stacked_table.h"

#include <algorithm>

namespace torikomi {
namespace {

class RowMaker {
 public:
  RowMaker(Layout& layout, const std::vector<StackedTable>& tables) : layout_(layout), tables_(tables) {}

  void rebuild() {
    std::vector<Block> old = std::move(layout_.blocks);
    layout_.blocks.clear();
    std::vector<std::uint32_t> places(old.size());
    auto next = tables_.begin();
    for (std::uint32_t i = 0; i < old.size(); ++i) {
      places[i] = static_cast<std::uint32_t>(layout_.blocks.size());
      if (next == tables_.end() || next->cells.front() != i) {
        layout_.blocks.push_back(old[i]);
        continue;
      }
      add_table(old, *next);
      for (const std::uint32_t last = next->cells.back(); i < last; ++i) places[i + 1] = places[i];
      ++next;
    }
    part_units();
    for (TableUnit& unit : layout_.tables)
      unit.first_block = places[unit.first_block], unit.last_block = places[unit.last_block];
    number_tables();
  }

 private:
  /// Rows of one cell each made a table before: what is left of it before and behind the new ones.
  void part_units() {
    std::vector<TableUnit> left;
    for (const TableUnit& unit : layout_.tables) {
      std::uint32_t at = unit.first_block;
      const auto keep = [&](std::uint32_t last) {
        left.push_back(unit);
        left.back().first_block = at;
        left.back().last_block = last;
      };
      for (const StackedTable& table : tables_) {
        if (table.cells.front() > unit.last_block || table.cells.back() < at) continue;
        if (table.cells.front() > at) keep(table.cells.front() - 1);
        at = table.cells.back() + 1;
      }
      if (at <= unit.last_block) keep(unit.last_block);
    }
    layout_.tables = std::move(left);
  }

  void add_table(const std::vector<Block>& old, const StackedTable& table) {
    between_ = 0;
    TableUnit unit;
    unit.first_block = static_cast<std::uint32_t>(layout_.blocks.size());
    unit.columns = static_cast<std::uint32_t>(table.head.columns);
    add_head(old, table, unit);
    for (const StackedRow& row : table.body.rows) add_row(old, table, row);
    unit.last_block = static_cast<std::uint32_t>(layout_.blocks.size()) - 1;
    add_between(old, table.cells.back());
    added_.push_back(unit);
  }

  /// What stands between the rows so far and block `next`, and page furniture inside of the last row.
  void add_between(const std::vector<Block>& old, std::uint32_t next) {
    for (; between_ < next; ++between_) {
      const Block& block = old[between_];
      const bool furniture = block.kind == BlockKind::kFurniture;
      if (furniture || (block.kind == BlockKind::kBlank && block.line > layout_.blocks.back().line_end))
        layout_.blocks.push_back(block);
    }
  }

  void add_head(const std::vector<Block>& old, const StackedTable& table, TableUnit& unit) {
    const std::vector<HeadCell>& heads = table.head.cells;
    for (std::size_t first = 0, next = 0; first < heads.size(); first = next) {
      while (next < heads.size() && heads[next].row == heads[first].row) ++next;
      open_row(old, table.cells[first], table.cells[next - 1]);
      for (std::size_t n = first; n < next; ++n)
        layout_.cells.push_back({lone_cell(layout_, old[table.cells[n]]), heads[n].column, heads[n].width, false});
      close_row();
      ++unit.header_rows;
    }
  }

  void add_row(const std::vector<Block>& old, const StackedTable& table, const StackedRow& row) {
    const std::size_t first = table.head.cells.size() + row.first;
    open_row(old, table.cells[first], table.cells[first + row.columns.size() - 1]);
    for (std::size_t n = 0; n < row.columns.size(); ++n) {
      const NormSpan words = lone_cell(layout_, old[table.cells[first + n]]);
      if (n > 0 && row.columns[n] == row.columns[n - 1]) {
        layout_.cells.back().span = cover(layout_.cells.back().span, words);
      } else {
        layout_.cells.push_back({words, row.columns[n], 1, false});
      }
    }
    close_row();
  }

  void open_row(const std::vector<Block>& old, std::uint32_t first, std::uint32_t last) {
    if (between_ < first && between_ > 0) add_between(old, first);
    between_ = first + 1;
    Block block = old[first];
    block.kind = BlockKind::kRow;
    block.form = RowForm::kTabs;
    block.level = 0;
    block.line_end = old[last].line_end;
    block.span = block.text = cover(old[first].span, old[last].span);
    block.marker = {block.span.begin, block.span.begin};
    block.first_cell = static_cast<std::uint32_t>(layout_.cells.size());
    layout_.blocks.push_back(block);
  }

  void close_row() {
    Block& row = layout_.blocks.back();
    row.cell_count = static_cast<std::uint32_t>(layout_.cells.size()) - row.first_cell;
  }

  void number_tables() {
    layout_.tables.insert(layout_.tables.end(), added_.begin(), added_.end());
    std::sort(layout_.tables.begin(), layout_.tables.end(),
              [](const TableUnit& a, const TableUnit& b) { return a.first_block < b.first_block; });
    for (std::uint32_t t = 0; t < layout_.tables.size(); ++t)
      for (std::uint32_t b = layout_.tables[t].first_block; b <= layout_.tables[t].last_block; ++b)
        if (layout_.blocks[b].kind == BlockKind::kRow) layout_.blocks[b].table = t;
  }

  Layout& layout_;
  const std::vector<StackedTable>& tables_;
  std::vector<TableUnit> added_;
  std::uint32_t between_ = 0;  ///< the first block behind the begin of the last row; 0: no row yet
};

}  // namespace

NormSpan lone_cell(const Layout& layout, const Block& line) {
  return line.kind == BlockKind::kRow ? layout.cells_of(line).front().span : line.span;
}

void make_rows(Layout& layout, const std::vector<StackedTable>& tables) { RowMaker(layout, tables).rebuild(); }

}  // namespace torikomi

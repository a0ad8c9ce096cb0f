// Cells of known tables for which no record has a place (担当課, 構成比, the 款 above a 目) would be lost: they are
// fields of their line.
#include <algorithm>

#include "builder.h"
#include "taken_spans.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

/// What such a cell says is a part of the values beside it.
bool is_told_by_values(ColumnRole role) {
  return role == ColumnRole::kRowKind || role == ColumnRole::kRowYear || role == ColumnRole::kUnit ||
         role == ColumnRole::kMonth;
}

/// The whole heading: 令和6年度末見込, of which the label is only a part.
NormSpan heading_of(const ColumnMatch& column) {
  for (const NormSpan head : column.heads)
    if (head.begin <= column.label.begin && column.label.end <= head.end) return head;
  return column.label;
}

/// The blocks of the rows of `table` that gave no record and so are whole in `tables`, in order. They were put there
/// last.
std::vector<std::uint32_t> rest_of(const Builder& builder, const TableMatch& table) {
  std::vector<std::uint32_t> out;
  for (auto rest = builder.rest.rbegin(); rest != builder.rest.rend() && rest->table == &table; ++rest)
    out.push_back(rest->block);
  std::reverse(out.begin(), out.end());
  return out;
}

/// The line above the first table of a report may be that of its publisher.
bool names_publisher(const Builder& builder, NormSpan title) {
  const Table& documents = builder.records[TableId::documents];
  return documents.size() > 0 && documents.row(0)[col::documents::publisher].span() == builder.source_span(title);
}

}  // namespace

void keep_untaken_cells(Builder& builder, const CardContext& card, const TableMatch& table, const RowCounts& before) {
  const TakenSpans taken(builder.records, before);
  const std::vector<std::uint32_t> rest = rest_of(builder, table);
  const Cell section = names_publisher(builder, table.title) ? Cell() : builder.line_cell(table.title);
  const TableRow* above = nullptr;
  for (const TableRow& row : table.rows) {
    const bool whole = std::binary_search(rest.begin(), rest.end(), row.block);
    for (std::size_t c = 0; c < row.cells.size() && !whole; ++c) {
      const NormSpan cell = row.cells[c];
      const ColumnMatch& column = table.columns[c];
      if (cell.empty() || is_told_by_values(column.role) || is_none_mark(builder.words(cell))) continue;
      if (above != nullptr && above->cells[c] == cell) continue;  // one cell that reaches down over several rows
      if (taken.touch(builder.source_span(cell))) continue;
      Row field = builder.add(TableId::fields);
      field[col::fields::measure_id] = card.measure_id;
      field[col::fields::section] = section;
      field[col::fields::label] = builder.label_cell(heading_of(column));
      field[col::fields::text] = builder.text_cell(cell);
      field[col::fields::line_start] = field[col::fields::line_end] = builder.line_of(cell);
    }
    above = &row;
  }
}

}  // namespace torikomi

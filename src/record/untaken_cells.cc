// Cells of known tables for which no record has a place (担当課, 構成比, the 款 above a 目) would be lost: they are
// fields of their line.
#include <algorithm>

#include "builder.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

/// The parts of the source that the rows since `before` were read from.
class TakenSpans {
 public:
  TakenSpans(const Records& records, const RowCounts& before) {
    const auto tables = records.tables();
    for (std::size_t t = 0; t < tables.size(); ++t)
      for (std::size_t r = before[t]; r < tables[t].size(); ++r)
        for (const Cell& cell : tables[t].row(r))
          if (const auto span = cell.span()) spans_.push_back(*span);
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::uint32_t end = 0;  // spans may lie in one another: each reaches as far as any before it
    for (Span& span : spans_) end = span.end = std::max(span.end, end);
  }

  /// True where a value was read from a part of `span`.
  [[nodiscard]] bool touch(Span span) const {
    const auto behind = std::partition_point(spans_.begin(), spans_.end(), [&](Span s) { return s.begin < span.end; });
    return behind != spans_.begin() && std::prev(behind)->end > span.begin;
  }

 private:
  std::vector<Span> spans_;
};

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

}  // namespace

RowCounts row_counts(const Records& records) {
  RowCounts out;
  for (const Table& table : records.tables()) out.push_back(table.size());
  return out;
}

void keep_untaken_cells(Builder& builder, const CardContext& card, const TableMatch& table, const RowCounts& before) {
  const TakenSpans taken(builder.records, before);
  const std::vector<std::uint32_t> rest = rest_of(builder, table);
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
      field[col::fields::section] = builder.line_cell(table.title);
      field[col::fields::label] = builder.label_cell(heading_of(column));
      field[col::fields::text] = builder.text_cell(cell);
      field[col::fields::line_start] = field[col::fields::line_end] = builder.line_of(cell);
    }
    above = &row;
  }
}

}  // namespace torikomi

#include "taken_spans.h"

#include <algorithm>

namespace torikomi {

RowCounts row_counts(const Records& records) {
  RowCounts out;
  for (const Table& table : records.tables()) out.push_back(table.size());
  return out;
}

TakenSpans::TakenSpans(const Records& records, const RowCounts& before) {
  const auto tables = records.tables();
  for (std::size_t t = 0; t < tables.size(); ++t)
    for (std::size_t r = before.empty() ? 0 : before[t]; r < tables[t].size(); ++r)
      for (const Cell& cell : tables[t].row(r))
        if (const auto span = cell.span(); span && !is_known(*span)) spans_.push_back(*span);
  std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::uint32_t end = 0;
  for (Span& span : spans_) end = span.end = std::max(span.end, end);
}

/// Most values of a row were read from inside its raw text or beside the last one.
bool TakenSpans::is_known(Span span) const {
  return !spans_.empty() && spans_.back().begin <= span.begin && span.end <= spans_.back().end;
}

bool TakenSpans::touch(Span span) const {
  const auto behind = std::partition_point(spans_.begin(), spans_.end(), [&](Span s) { return s.begin < span.end; });
  return behind != spans_.begin() && std::prev(behind)->end > span.begin;
}

}  // namespace torikomi

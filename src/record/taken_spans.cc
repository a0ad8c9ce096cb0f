#include "taken_spans.h"

#include <algorithm>

namespace torikomi {

RowCounts row_counts(const Records& records) {
  RowCounts out;
  for (const Table& table : records.tables()) out.push_back(table.size());
  return out;
}

Places::Places(const std::vector<Span>& spans) {
  std::uint32_t end = 0;
  for (const Span span : spans) end = std::max(end, span.end);
  before_.resize(end / kPage + 2);
  for (const Span span : spans)
    for (std::uint32_t page = span.begin / kPage; page * kPage < span.end; ++page) before_[page + 1] = 1;
  for (std::size_t page = 1; page < before_.size(); ++page) before_[page] += before_[page - 1];
}

bool Places::may_touch(Span span) const {
  const auto last = static_cast<std::uint32_t>(before_.size() - 1);
  const std::uint32_t first = std::min(span.begin / kPage, last);
  return before_[std::min(span.end / kPage + 1, last)] != before_[first];
}

TakenSpans::TakenSpans(const Records& records, const RowCounts& before, const Places* places) {
  const auto tables = records.tables();
  for (std::size_t t = 0; t < tables.size(); ++t)
    for (std::size_t r = before.empty() ? 0 : before[t]; r < tables[t].size(); ++r)
      for (const Cell& cell : tables[t].row(r))
        if (const auto span = cell.span(); span && (places == nullptr || places->may_touch(*span)))
          spans_.push_back(*span);
  std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::uint32_t end = 0;
  for (Span& span : spans_) end = span.end = std::max(span.end, end);
}

bool TakenSpans::touch(Span span) const {
  const auto behind = std::partition_point(spans_.begin(), spans_.end(), [&](Span s) { return s.begin < span.end; });
  return behind != spans_.begin() && std::prev(behind)->end > span.begin;
}

}  // namespace torikomi

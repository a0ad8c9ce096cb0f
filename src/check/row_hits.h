// One finding for many rows of a table.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "check/facts.h"

namespace torikomi {

/// The rows for which `wanted` holds and whose cell `column` was read from the text.
template <class Wanted>
std::vector<ConstRow> printed_rows(const Table& table, std::size_t column, Wanted wanted) {
  std::vector<ConstRow> out;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (const ConstRow row = table.row(i); row[column].span() && wanted(row)) out.push_back(row);
  return out;
}

/// Reports the cells `column` of `rows` at once, at the first: its words, how many there are, and `more` are what the
/// message of the rule says. REQUIRES: each of the cells has a span.
template <class... More>
void report_rows(Diagnostics& diagnostics, std::string_view code, const std::vector<ConstRow>& rows, std::size_t column,
                 const More&... more) {
  if (rows.empty()) return;
  std::vector<Span> places;
  places.reserve(rows.size());
  for (const ConstRow row : rows) places.push_back(*row[column].span());
  Diagnostic& finding = diagnostics.add(code, places.front(), rows.front()[column].text(), places.size(), more...);
  finding.places = std::move(places);
}

}  // namespace torikomi

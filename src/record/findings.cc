// Findings into the diagnostics table and the `findings` columns.
#include <algorithm>
#include <string>

#include "torikomi/record/build.h"

namespace torikomi {
namespace {

/// Excerpts are for reading; whole narratives are not.
constexpr std::size_t kLongestExcerpt = 120;

std::string_view excerpt(std::string_view words) {
  if (words.size() <= kLongestExcerpt) return words;
  std::size_t end = kLongestExcerpt;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end);
}

void add_row(Records& records, const Source& source, const Diagnostic& finding) {
  using namespace col::diagnostics;
  const Row document = records[TableId::documents].row(0);
  const Cell id = document[col::documents::document_id];
  const Cell name = document[col::documents::source];
  const LineColumn begin = source.line_column(finding.span.begin);
  const LineColumn end = source.line_column(finding.span.end);
  Row row = records[TableId::diagnostics].add();
  row[document_id] = id;
  row[col::diagnostics::source] = name;
  row[rule] = finding.rule->code;
  row[severity] = torikomi::name(finding.rule->severity);
  row[message] = records.keep(finding.message);
  row[line] = begin.line;
  row[column] = begin.column;
  row[end_line] = end.line;
  row[end_column] = end.column;
  row[col::diagnostics::excerpt] = Cell(records.keep(torikomi::excerpt(source.slice(finding.span)))).at(finding.span);
  row[suggestion] = records.keep(finding.suggestion);
}

bool overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

bool touches(ConstRow row, Span finding) {
  return std::any_of(row.begin(), row.end(), [&](const Cell& cell) {
    const auto span = cell.span();
    return span && overlaps(*span, finding);
  });
}

/// The column `findings` of a table, if it has one: always the last.
bool has_findings(const Table& table) { return table.info().columns.back().name == "findings"; }

}  // namespace

void add_findings(Records& records, const Source& source, const Diagnostics& diagnostics) {
  for (const Diagnostic& finding : diagnostics.all()) add_row(records, source, finding);
  for (const TableInfo& info : all_tables()) {
    Table& table = records[info.id];
    if (!has_findings(table)) continue;
    for (std::size_t i = 0; i < table.size(); ++i) {
      std::string codes;
      for (const Diagnostic& finding : diagnostics.all()) {
        if (finding.span.empty() || !touches(table.row(i), finding.span)) continue;
        if (codes.find(finding.rule->code) != std::string::npos) continue;
        if (!codes.empty()) codes += ';';
        codes += finding.rule->code;
      }
      if (!codes.empty()) table.row(i).back() = records.keep(codes);
    }
  }
}

}  // namespace torikomi

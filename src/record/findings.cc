// Findings into the diagnostics table and the `findings` columns.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "torikomi/core/utf8.h"
#include "torikomi/record/build.h"
#include "torikomi/record/excerpt.h"

namespace torikomi {
namespace {

/// Excerpts are for reading; whole narratives are not.
constexpr std::size_t kLongestExcerpt = 120;

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

/// Answers "which findings overlap this span" in logarithmic time plus the answer: a document may have thousands of
/// both. The findings lie sorted by their begin in an implicit balanced tree (the middle of a range is its root), which
/// knows the farthest end below every root. Empty spans touch nothing.
class FindingIndex {
 public:
  explicit FindingIndex(const std::vector<Diagnostic>& findings) {
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      if (findings[i].places.empty()) add(findings[i].span, i);
      for (const Span place : findings[i].places) add(place, i);
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.span.begin < b.span.begin; });
    measure(0, entries_.size());
  }

  [[nodiscard]] bool touches(Span span) const { return touches(span, 0, entries_.size()); }

  /// Appends the numbers of the findings that overlap `span`, in no order.
  void collect(Span span, std::vector<std::uint32_t>& out) const { collect(span, 0, entries_.size(), out); }

 private:
  struct Entry {
    Span span;
    std::uint32_t farthest;  ///< largest end in the range of which this is the root
    std::uint32_t number;
  };

  void add(Span span, std::uint32_t number) {
    if (!span.empty()) entries_.push_back({span, span.end, number});
  }

  std::uint32_t measure(std::size_t first, std::size_t last) {
    if (first == last) return 0;
    const std::size_t root = first + (last - first) / 2;
    Entry& entry = entries_[root];
    entry.farthest = std::max({entry.span.end, measure(first, root), measure(root + 1, last)});
    return entry.farthest;
  }

  [[nodiscard]] bool touches(Span span, std::size_t first, std::size_t last) const {
    if (first == last) return false;
    const std::size_t root = first + (last - first) / 2;
    const Entry& entry = entries_[root];
    if (entry.farthest <= span.begin) return false;
    if (touches(span, first, root)) return true;
    if (entry.span.begin >= span.end) return false;
    return entry.span.end > span.begin || touches(span, root + 1, last);
  }

  void collect(Span span, std::size_t first, std::size_t last, std::vector<std::uint32_t>& out) const {
    if (first == last) return;
    const std::size_t root = first + (last - first) / 2;
    const Entry& entry = entries_[root];
    if (entry.farthest <= span.begin) return;
    collect(span, first, root, out);
    if (entry.span.begin >= span.end) return;
    if (entry.span.end > span.begin) out.push_back(entry.number);
    collect(span, root + 1, last, out);
  }

  std::vector<Entry> entries_;
};

/// The codes of the findings that touch the row, each once, in the order of the findings, joined with `;`.
class RowCodes {
 public:
  explicit RowCodes(const std::vector<Diagnostic>& findings) : findings_(findings), index_(findings) {}

  /// Good until the next call.
  std::string_view of(ConstRow row) {
    numbers_.clear();
    if (index_.touches(cover_of(row))) {
      for (const Cell& cell : row)
        if (const auto span = cell.span()) index_.collect(*span, numbers_);
    }
    std::sort(numbers_.begin(), numbers_.end());
    codes_.clear();
    for (const std::uint32_t number : numbers_) {
      const std::string_view code = findings_[number].rule->code;
      if (codes_.find(code) != codes_.npos) continue;
      if (!codes_.empty()) codes_ += ';';
      codes_ += code;
    }
    return codes_;
  }

 private:
  /// Most rows lie where nothing was found: one look tells.
  static Span cover_of(ConstRow row) {
    Span out;
    for (const Cell& cell : row)
      if (const auto span = cell.span()) out = out.empty() ? *span : cover(out, *span);
    return out;
  }

  const std::vector<Diagnostic>& findings_;
  FindingIndex index_;
  std::vector<std::uint32_t> numbers_;
  std::string codes_;
};

/// The column `findings` of a table, if it has one: always the last.
bool has_findings(const Table& table) { return table.info().columns.back().name == "findings"; }

}  // namespace

std::string_view excerpt(std::string_view words) {
  if (words.size() <= kLongestExcerpt) return words;
  std::size_t end = kLongestExcerpt;
  while (end > 0 && utf8::is_continuation(words[end])) --end;
  return words.substr(0, end);
}

void add_findings(Records& records, const Source& source, const Diagnostics& diagnostics) {
  for (const Diagnostic& finding : diagnostics.all()) add_row(records, source, finding);
  RowCodes codes(diagnostics.all());
  for (const TableInfo& info : all_tables()) {
    Table& table = records[info.id];
    if (!has_findings(table)) continue;
    for (std::size_t i = 0; i < table.size(); ++i) table.row(i).back() = records.keep(codes.of(table.row(i)));
  }
}

}  // namespace torikomi

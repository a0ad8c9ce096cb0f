// STR001: a measure without its name.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// True where the name stands in the lines of the measure itself. That of a heading above says nothing of the measures
/// below another heading.
bool is_own(const CheckInput& input, ConstRow row, const Cell& name) {
  const auto first = row[col::measures::line_start].integer();
  return first && name.span() && input.text.source().line_of(name.span()->begin) >= *first;
}

void check_column(const CheckInput& input, Diagnostics& diagnostics, std::size_t column) {
  const Table& measures = input.records[TableId::measures];
  std::size_t filled = 0;
  for (std::size_t i = 0; i < measures.size(); ++i)
    filled += is_own(input, measures.row(i), measures.row(i)[column]) ? 1 : 0;
  if (filled * 2 < measures.size()) return;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const ConstRow row = measures.row(i);
    const auto line = row[col::measures::line_start].integer();
    if (!row[column].empty() || !line) continue;
    const Span span = input.text.source().line_span(static_cast<std::uint32_t>(*line));
    diagnostics.add("STR001", span, measures.info().columns[column].title.in(diagnostics.language()));
  }
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  check_column(input, diagnostics, col::measures::measure);
  check_column(input, diagnostics, col::measures::project);
}

}  // namespace

extern const Rule rule_STR001;
const Rule rule_STR001 = {
    {.code = "STR001",
     .name = "nameless-measure",
     .severity = Severity::kError,
     .summary = {"施策名または事務事業名がない", "a measure without its name"},
     .message = {"{} が空です", "{} is empty"},
     .explain = {"ほかの事業には書かれている施策名や事務事業名が、この事業にはありません。抽出でセルが失われた恐れがあ"
                 "ります。",
                 "Sibling measures have this name and this one has not. The cell may have been lost by extraction."},
     .bad = "施策\t\t事務事業\t図書館相互貸借",
     .good = "施策\t図書館の利用促進\t事務事業\t図書館相互貸借"},
    run};

}  // namespace torikomi

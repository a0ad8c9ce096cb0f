#include "torikomi/draft.h"

#include <fmt/format.h>

#include "plan.h"
#include "survey.h"
#include "toml_text.h"

namespace torikomi {
namespace {

constexpr std::uint32_t kLongestExample = 60;  ///< lines
constexpr std::size_t kExpectedFields = 5;

/// Whether a cell or line is the label, a number before it or not.
bool says(std::string_view words, std::string_view label) {
  const std::string key = label_key(words);
  return key.ends_with(label) && key.size() - label.size() <= 4;
}

/// The source lines of the first card: to where its first label comes again, or kLongestExample lines.
std::string first_card(const DraftPlan& plan, const Document& report) {
  const Layout& layout = report.layout;
  const std::string& start = plan.start_labels.front().key;
  const std::uint32_t begin = layout.blocks[plan.first_block].line;
  std::uint32_t end = begin + kLongestExample;
  for (std::uint32_t b = plan.first_block + 1; b < layout.blocks.size(); ++b) {
    const Block& block = layout.blocks[b];
    const NormSpan first = block.has_cells() && block.cell_count > 0 ? layout.cells_of(block)[0].span : block.span;
    if (block.line >= end || !says(report.text->slice(first), start)) continue;
    end = block.line;
    break;
  }
  std::string out;
  for (std::uint32_t line = begin; line < end && line <= report.source->line_count(); ++line)
    out += std::string(report.source->slice(report.source->line_span(line))) + "\n";
  return out;
}

void expect_rows(std::string& out, const Table& table, std::span<const std::size_t> columns, std::size_t most) {
  for (std::size_t i = 0; i < table.size() && i < most; ++i) {
    std::string cells;
    for (const std::size_t c : columns) {
      std::string text;
      table.row(i)[c].append_to(text);
      if (!text.empty()) cells += fmt::format("  {} = {}\n", table.info().columns[c].name, toml_string(text));
    }
    if (!cells.empty()) out += fmt::format("  [[example.{}]]\n{}", table.info().name, cells);
  }
}

/// What the grammar reads of its own example today, as rows to expect.
Result<std::string> expected_rows(const std::string& toml, std::string_view name) {
  auto grammar = load_grammar(toml, name);
  if (!grammar) return grammar.error();
  const std::string input = grammar->examples.front().input;
  const auto document = ingest({std::string(name), input}, {{}, &*grammar, Language::kEn});
  if (!document) return document.error();
  using namespace col;
  std::string out;
  const std::size_t of_measures[] = {measures::measure, measures::project, measures::department};
  expect_rows(out, document->records[TableId::measures], of_measures, 1);
  const std::size_t of_fields[] = {fields::label, fields::text};
  expect_rows(out, document->records[TableId::fields], of_fields, kExpectedFields);
  return out;
}

}  // namespace

Result<std::string> draft_grammar(std::string_view name, std::span<const Document> reports,
                                  std::span<const Grammar> known) {
  const Survey survey = survey_labels(reports);
  const DraftPlan plan = plan_family(survey, reports, known);
  if (plan.fields.empty())
    return Error{ErrorCode::kUsage,
                 say("見出しの語が見つかりません。同じ様式の報告書をもう何件か加えるか、docs/grammar.md "
                     "を見て手で書いてください",
                     "found no labels; add more reports of the same form, or write the grammar by hand "
                     "(docs/grammar.md)")};
  std::string toml = grammar_text(name, plan, first_card(plan, reports[plan.first_report]));
  auto rows = expected_rows(toml, name);
  if (!rows) return rows.error();
  return toml + *rows;
}

}  // namespace torikomi

#include "torikomi/draft.h"

#include <fmt/format.h>

#include "plan.h"
#include "survey.h"
#include "toml_text.h"

namespace torikomi {
namespace {

constexpr std::uint32_t kLongestExample = 60;  ///< lines
constexpr std::size_t kExpectedFields = 5;

/// The source lines of the first card: to where the next one begins, or kLongestExample lines.
std::string first_card(const DraftPlan& plan, std::span<const Document> reports) {
  const Site first = plan.starts.front();
  const Document& report = reports[first.report];
  const auto line_of = [&](const Site& site) { return report.layout.blocks[site.block].line; };
  const std::uint32_t begin = line_of(first);
  std::uint32_t end = begin + kLongestExample;
  if (plan.starts.size() > 1 && plan.starts[1].report == first.report && line_of(plan.starts[1]) > begin)
    end = std::min(end, line_of(plan.starts[1]));
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
    return Error{
        ErrorCode::kUsage,
        say("カードの見出しの語が 2 つ以上見つかりません。表だけの報告書は様式なしで読めます。同じ様式の報告書を"
            "もう何件か加えるか、docs/grammar.md を見て手で書いてください",
            "found fewer than two labels of cards; a report of tables alone is read without a family; add more "
            "reports of the same form, or write the grammar by hand (docs/grammar.md)")};
  std::string toml = grammar_text(name, plan, first_card(plan, reports));
  auto rows = expected_rows(toml, name);
  if (!rows) return rows.error();
  return toml + *rows;
}

}  // namespace torikomi

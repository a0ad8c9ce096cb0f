#include "grammar_draft.h"

#include <fmt/format.h>

#include "inputs.h"
#include "torikomi/draft.h"
#include "torikomi/write/output_file.h"

namespace torikomi::cli {
namespace {

/// Rows of the tables that have columns of their own for what they hold: all but documents, tables, sections and
/// diagnostics.
std::size_t typed_rows(const std::vector<Document>& reports) {
  std::size_t rows = 0;
  for (const Document& report : reports)
    for (const TableId id : {TableId::measures, TableId::fields, TableId::participants, TableId::schedules,
                             TableId::kpis, TableId::kpi_values, TableId::amounts})
      rows += report.records[id].size();
  return rows;
}

/// Reads every file; what cannot be read is told and left out.
std::vector<Document> read_all(const std::vector<std::string>& files, const IngestConfig& config, Console& console) {
  std::vector<Document> out;
  for (const std::string& file : files) {
    auto document = read_document(file, config);
    if (document)
      out.push_back(*std::move(document));
    else
      console.error(document.error());
  }
  return out;
}

Status write(const GrammarOptions& options, const std::string& toml) {
  auto file = OutputFile::open(options.output, options.force, real_files());
  if (!file) return file.error();
  if (auto written = file->append(toml); !written) return written;
  return file->finish();
}

}  // namespace

Result<Document> read_document(const std::string& path, const IngestConfig& config) {
  auto bytes = read_input({path, path});
  if (!bytes) return bytes.error();
  return ingest({path, *std::move(bytes)}, config);
}

int draft(const GrammarOptions& options, const std::vector<Grammar>& grammars, Console& console) {
  std::vector<Grammar> supplements;
  for (const Grammar& grammar : grammars)
    if (grammar.supplements) supplements.push_back(grammar);
  const auto reports = read_all(options.files, {supplements, nullptr, console.language()}, console);
  if (reports.empty()) return console.exit_code();
  auto toml = draft_grammar(options.draft_name, reports, grammars);
  if (!toml) {
    console.error(toml.error());
    return console.exit_code();
  }
  if (auto written = write(options, *toml); !written) {
    console.error(written.error());
    return console.exit_code();
  }
  const auto drafted = load_grammar(*toml, options.draft_name);
  if (!drafted) {
    console.error({ErrorCode::kInternal, drafted.error().message});
    return console.exit_code();
  }
  const auto again = read_all(options.files, {supplements, &*drafted, console.language()}, console);
  std::size_t cards = 0;
  for (const Document& report : again) cards += report.records[TableId::measures].size();
  console.note(say("見出し {} 語、カード {} 枚、レコード {} 件 (様式なしでは {} 件)",
                   "{} labels, {} cards, {} records (without a family: {})", drafted->labels.size(), cards,
                   typed_rows(again), typed_rows(reports)));
  if (options.output != "-")
    console.note(say("次に: {0} を手直しし、torikomi grammar check {0}",
                     "next: edit {0}, then torikomi grammar check {0}", options.output));
  return console.exit_code();
}

}  // namespace torikomi::cli

#include "summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "torikomi/text/normalize.h"

namespace torikomi::cli {
namespace {

constexpr std::size_t kColumns = 9;
using Line = std::array<std::string, kColumns>;

Line heading(Language language) {
  if (language == Language::kJa)
    return {"ファイル", "様式", "事業", "参加者", "日程", "KPI", "金額", "使用率", "エラー/警告/情報"};
  return {"file", "grammar", "measures", "participants",         "schedules",
          "KPIs", "amounts", "coverage", "errors/warnings/infos"};
}

Line cells(const SummaryRow& row) {
  return {row.source,
          row.grammar.empty() ? "-" : row.grammar,
          fmt::to_string(row.measures),
          fmt::to_string(row.participants),
          fmt::to_string(row.schedules),
          fmt::to_string(row.kpis),
          fmt::to_string(row.amounts),
          row.coverage,
          fmt::format("{}/{}/{}", row.errors, row.warnings, row.infos)};
}

SummaryRow total(const std::vector<SummaryRow>& rows, Language language) {
  SummaryRow sum;
  sum.source =
      language == Language::kJa ? fmt::format("合計 {} 件", rows.size()) : fmt::format("total of {}", rows.size());
  for (const SummaryRow& row : rows) {
    sum.measures += row.measures;
    sum.participants += row.participants;
    sum.schedules += row.schedules;
    sum.kpis += row.kpis;
    sum.amounts += row.amounts;
    sum.errors += row.errors;
    sum.warnings += row.warnings;
    sum.infos += row.infos;
  }
  return sum;
}

std::string aligned(const std::vector<Line>& lines) {
  std::array<std::size_t, kColumns> widths{};
  for (const Line& line : lines)
    for (std::size_t c = 0; c < kColumns; ++c) widths[c] = std::max(widths[c], display_width(line[c]));
  std::string out;
  for (const Line& line : lines) {
    std::string text;
    for (std::size_t c = 0; c < kColumns; ++c) {
      const std::string padding(widths[c] - display_width(line[c]), ' ');
      text += c < 2 ? line[c] + padding : padding + line[c];
      text += "  ";
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
  }
  return out;
}

}  // namespace

SummaryRow summarise(const Document& document) {
  SummaryRow row;
  const auto& records = document.records;
  const ConstRow facts = records[TableId::documents].row(0);
  row.source = facts[col::documents::source].text();
  row.grammar = facts[col::documents::grammar].text();
  if (const auto coverage = facts[col::documents::coverage].decimal()) row.coverage = coverage->to_string();
  row.measures = records[TableId::measures].size();
  row.participants = records[TableId::participants].size();
  row.schedules = records[TableId::schedules].size();
  row.kpis = records[TableId::kpis].size();
  row.amounts = records[TableId::amounts].size();
  for (const Diagnostic& finding : document.diagnostics.all()) {
    row.errors += finding.rule->severity == Severity::kError ? 1 : 0;
    row.warnings += finding.rule->severity == Severity::kWarning ? 1 : 0;
    row.infos += finding.rule->severity == Severity::kInfo ? 1 : 0;
  }
  return row;
}

std::string summary_table(const std::vector<SummaryRow>& rows, Language language, std::size_t most) {
  std::vector<Line> lines = {heading(language)};
  for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) lines.push_back(cells(rows[i]));
  if (rows.size() > 1) lines.push_back(cells(total(rows, language)));
  return aligned(lines);
}

}  // namespace torikomi::cli

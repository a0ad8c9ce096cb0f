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

SummaryRow summarise(const Records& records) {
  SummaryRow row;
  const Table& facts = records[TableId::documents];
  if (facts.size() > 0) {
    row.source = facts.row(0)[col::documents::source].text();
    row.grammar = facts.row(0)[col::documents::grammar].text();
    if (const auto coverage = facts.row(0)[col::documents::coverage].decimal()) row.coverage = coverage->to_string();
  }
  row.measures = records[TableId::measures].size();
  row.participants = records[TableId::participants].size();
  row.schedules = records[TableId::schedules].size();
  row.kpis = records[TableId::kpis].size();
  row.amounts = records[TableId::amounts].size();
  const Table& findings = records[TableId::diagnostics];
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string_view severity = findings.row(i)[col::diagnostics::severity].text();
    row.errors += severity == "error" ? 1 : 0;
    row.warnings += severity == "warning" ? 1 : 0;
    row.infos += severity == "info" ? 1 : 0;
  }
  return row;
}

void Summary::add(const Records& document) {
  SummaryRow row = summarise(document);
  total_.measures += row.measures;
  total_.participants += row.participants;
  total_.schedules += row.schedules;
  total_.kpis += row.kpis;
  total_.amounts += row.amounts;
  total_.errors += row.errors;
  total_.warnings += row.warnings;
  total_.infos += row.infos;
  ++count_;
  if (first_.size() < most_) first_.push_back(std::move(row));
}

std::string Summary::table(Language language) const {
  if (count_ == 0) return {};
  std::vector<Line> lines = {heading(language)};
  for (const SummaryRow& row : first_) lines.push_back(cells(row));
  if (count_ > first_.size()) {
    Line& more = lines.emplace_back();
    more[0] = language == Language::kJa ? fmt::format("… ほか {} 件", count_ - first_.size())
                                        : fmt::format("… {} more", count_ - first_.size());
  }
  if (count_ > 1) {
    SummaryRow sum = total_;
    sum.source = language == Language::kJa ? fmt::format("合計 {} 件", count_) : fmt::format("total of {}", count_);
    lines.push_back(cells(sum));
  }
  return aligned(lines);
}

}  // namespace torikomi::cli

#include <algorithm>

#include "torikomi/core/source.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/sheets.h"

namespace torikomi::xlsx {
namespace {

constexpr std::uint16_t kTextColumn = 2;
constexpr std::size_t kTextWidth = 110;

std::vector<std::string> headings(const Words& words) {
  if (words.japanese_headings) return {"文書ID", "行", "原文"};
  return {"document_id", "line", "text"};
}

}  // namespace

SourceSheets::SourceSheets(Book& book, const Words& words)
    : rolling_(book, std::string(words.source_sheet()), headings(words), "source_lines", 2) {}

Status SourceSheets::add(std::string_view document_id, std::string_view text) {
  if (text.empty() || documents_.find(document_id) != documents_.end()) return ok();
  std::vector<Run>& runs = documents_[std::string(document_id)];
  const Source source({}, std::string(text));
  bool unbroken = false;  // the last line took exactly one row, on the sheet that is still open
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const std::string_view words = source.slice(source.line_span(line));
    const auto pieces = cell_pieces(words);
    const Sheet* before = rolling_.next_row() > 0 ? &rolling_.sheet() : nullptr;
    for (const std::string_view piece : pieces) {
      if (auto done = rolling_.make_room(); !done) return done;
      const std::uint32_t row = rolling_.next_row();
      if (piece.data() == pieces.front().data() && (!unbroken || before != &rolling_.sheet())) {
        runs.push_back({line, row, &rolling_.sheet()});
      }
      rolling_.sheet().text(row, 0, document_id, Look::kText);
      rolling_.sheet().number(row, 1, line, Look::kNumber);
      if (!piece.empty()) rolling_.sheet().text(row, kTextColumn, piece, Look::kWrapped);
      if (const auto lines = wrapped_lines(piece, kTextWidth); lines > 1) rolling_.sheet().row_lines(row, lines);
      rolling_.measure(0, document_id, 20);
      rolling_.measure(kTextColumn, piece, kTextWidth);
      rolling_.advance();
    }
    unbroken = pieces.size() == 1;
  }
  return ok();
}

std::optional<std::string> SourceSheets::place(std::string_view document_id, std::int64_t line) const {
  const auto found = documents_.find(document_id);
  if (found == documents_.end() || line < 1) return std::nullopt;
  const auto& runs = found->second;
  const auto after = std::upper_bound(runs.begin(), runs.end(), line,
                                      [](std::int64_t wanted, const Run& run) { return wanted < run.line; });
  if (after == runs.begin()) return std::nullopt;
  const Run& run = *std::prev(after);
  return run.sheet->place(run.row + static_cast<std::uint32_t>(line - run.line), kTextColumn);
}

}  // namespace torikomi::xlsx

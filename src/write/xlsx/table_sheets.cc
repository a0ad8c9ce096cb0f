#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "write/xlsx/cell_text.h"
#include "write/xlsx/sheets.h"

namespace torikomi::xlsx {
namespace {

constexpr std::size_t kMostLinks = 65'530;                // of one sheet; Excel drops the rest of the sheet beyond it
constexpr std::int64_t kMostExact = 999'999'999'999'999;  // 15 digits: what a cell number holds exactly
constexpr std::size_t kTextWidth = 24;
constexpr std::size_t kNarrativeWidth = 48;

std::vector<std::string> headings(const TableInfo& table, const Words& words) {
  std::vector<std::string> out;
  for (const ColumnInfo& column : table.columns) out.emplace_back(words.heading(column));
  return out;
}

/// document_id, and measure_id where it stands beside it.
std::uint16_t key_columns(const TableInfo& table) { return table.columns[1].name == "measure_id" ? 2 : 1; }

bool is_exact(WideInt value) { return value <= kMostExact && value >= -kMostExact; }

double to_double(const std::string& digits) {
  double out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

Look text_look(ColumnType type) {
  return type == ColumnType::text || type == ColumnType::narrative ? Look::kWrapped : Look::kText;
}

bool is_prose(const ColumnInfo& column) { return column.type == ColumnType::narrative || column.name == "message"; }

/// What a continuation row repeats, so that it can be told what it belongs to.
bool is_repeated(const ColumnInfo& column) {
  return column.type == ColumnType::id || column.name == "line" || column.name.starts_with("line_");
}

}  // namespace

Text2 goes_on_note() { return {"（次の行へ続く）", "(continued in the next row)"}; }
Text2 continued_note() { return {"（前の行の続き）", "(continued from the row above)"}; }

TableSheets::TableSheets(Book& book, const TableInfo& table, const Words& words)
    : info_(&table),
      words_(words),
      rolling_(book, std::string(words.sheet(table)), headings(table, words), std::string(table.name),
               key_columns(table)) {}

Status TableSheets::open() {
  auto done = rolling_.make_room();
  if (done) first_ = &rolling_.sheet();
  return done;
}

void TableSheets::put_text(std::uint16_t column, std::string_view text) {
  const ColumnInfo& info = info_->columns[column];
  const std::uint32_t row = rolling_.next_row();
  if (info.type == ColumnType::date) {
    if (const auto day = day_number(text)) {
      rolling_.sheet().number(row, column, *day, in_first_year(text) ? Look::kFirstYear : Look::kDate);
      rolling_.measure(column, words_.wareki ? "令和10年12月31日" : text, kTextWidth);
      return;
    }
  }
  const Look look = text_look(info.type);
  const std::size_t widest = is_prose(info) ? kNarrativeWidth : kTextWidth;
  rolling_.sheet().text(row, column, text, look);
  rolling_.measure(column, text, widest);
  if (look == Look::kWrapped) lines_ = std::max(lines_, wrapped_lines(text, widest));
}

void TableSheets::put_integer(std::uint16_t column, std::int64_t value, std::string_view document_id,
                              const SourceSheets& sources) {
  const std::uint32_t row = rolling_.next_row();
  if (!is_exact(value)) return put_text(column, fmt::format("{}", value));
  const std::string_view name = info_->columns[column].name;
  const bool leads = info_->id != TableId::documents && (name == "line" || name == "line_start");
  if (leads && links_ < kMostLinks) {
    if (const auto place = sources.place(document_id, value)) {
      ++links_;
      return rolling_.sheet().linked_number(row, column, static_cast<double>(value), *place);
    }
  }
  rolling_.sheet().number(row, column, static_cast<double>(value), Look::kNumber);
  rolling_.measure(column, fmt::format("{}", value), kTextWidth);
}

void TableSheets::put(std::uint16_t column, const Cell& cell, std::string_view document_id,
                      const SourceSheets& sources) {
  const auto& scalar = cell.scalar();
  if (const auto* text = std::get_if<std::string_view>(&scalar)) {
    put_text(column, *text);
  } else if (const auto* integer = std::get_if<std::int64_t>(&scalar)) {
    put_integer(column, *integer, document_id, sources);
  } else if (const auto* decimal = std::get_if<Decimal>(&scalar)) {
    const std::string digits = decimal->to_string();
    if (!is_exact(decimal->coefficient())) return put_text(column, digits);
    const bool yen = info_->columns[column].name.ends_with("_yen");
    rolling_.sheet().number(rolling_.next_row(), column, to_double(digits), yen ? Look::kYen : Look::kNumber);
    rolling_.measure(column, digits + "     ", kTextWidth);  // room for grouping
  } else if (const auto* truth = std::get_if<bool>(&scalar)) {
    rolling_.sheet().boolean(rolling_.next_row(), column, *truth);
  }
}

void TableSheets::end_row() {
  if (lines_ > 1) rolling_.sheet().row_lines(rolling_.next_row(), lines_);
  lines_ = 1;
  rolling_.advance();
}

Status TableSheets::add(ConstRow row, const SourceSheets& sources) {
  std::vector<std::vector<std::string_view>> pieces(row.size());  // of the texts that are too long for one cell
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto parts = cell_pieces(row[i].text());
    if (parts.size() < 2) continue;
    ++split_texts_;
    height = std::max(height, parts.size());
    pieces[i] = std::move(parts);
  }
  const std::string_view document_id = row.empty() ? std::string_view() : row[0].text();
  for (std::size_t part = 0; part < height; ++part) {
    if (auto done = rolling_.make_room(); !done) return done;
    if (links_sheet_ != rolling_.sheet_count()) {
      links_sheet_ = rolling_.sheet_count();
      links_ = 0;
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto column = static_cast<std::uint16_t>(i);
      if (part < pieces[i].size()) {
        std::string text(pieces[i][part]);
        if (part > 0) text.insert(0, std::string(continued_note().in(words_.language)));
        if (part + 1 < pieces[i].size()) text += goes_on_note().in(words_.language);
        put_text(column, text);
      } else if (pieces[i].empty() && (part == 0 || is_repeated(info_->columns[i]))) {
        put(column, row[i], document_id, sources);
      }
    }
    end_row();
  }
  ++rows_;
  return ok();
}

}  // namespace torikomi::xlsx

// Rows whose cells single blanks part, as programs write that take the words out of a PDF and lose their places:
// 区分 予算現額 決算額 執行率 over 総務費 1,234 1,200 97.2.
#include <algorithm>
#include <vector>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kFewestColumns = 3, kFewestRows = 2;
constexpr std::size_t kMostColumns = 16;

/// The words between single blanks; nothing where the line is of another shape. A sign is part of its number.
std::vector<NormSpan> words_of(const Context& context, std::size_t line) {
  const NormSpan span = trimmed(context.words, context.lines[line].span());
  const std::string_view own = slice(context.words, span);
  if (own.find_first_of("\t|\v\x1f\f") != own.npos || own.find("  ") != own.npos) return {};
  std::vector<NormSpan> out;
  for (std::size_t at = 0; at < own.size() && out.size() <= 2 * kMostColumns;) {
    const std::size_t end = std::min(own.find(' ', at), own.size());
    const NormSpan word{span.begin + static_cast<std::uint32_t>(at), span.begin + static_cast<std::uint32_t>(end)};
    const std::string_view before = out.empty() ? std::string_view() : slice(context.words, out.back());
    if (before == "△" || before == "▲")
      out.back().end = word.end;
    else
      out.push_back(word);
    at = end + 1;
  }
  return out;
}

bool is_heading(std::string_view words) {
  if (words == "計") return true;
  return (is_usual_heading(words) || is_year(words)) && utf8::count(words) > 1 && !is_value(words);
}

bool holds_digit_or_none(std::string_view words) {
  return is_value(words) && (words.find_first_of("0123456789") != words.npos || words == "-");
}

/// The cells of a row below a head of `columns`: a name of any words, and a value for every other column.
std::vector<NormSpan> cells_of(const Context& context, std::size_t line, std::size_t columns) {
  std::vector<NormSpan> words = words_of(context, line);
  if (words.size() < columns) return {};
  const std::size_t names = words.size() - (columns - 1);
  for (std::size_t w = 0; w < words.size(); ++w)
    if (holds_digit_or_none(slice(context.words, words[w])) != (w >= names)) return {};
  words[names - 1].begin = words.front().begin;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(names) - 1);
  return words;
}

void add_row(Context& context, std::size_t line, const std::vector<NormSpan>& cells) {
  Block row = context.block(BlockKind::kRow, line, line, context.lines[line].span());
  row.form = RowForm::kAligned;
  for (std::size_t c = 0; c < cells.size(); ++c) context.add_cell(cells[c], c);
  context.add(row);
}

}  // namespace

std::size_t read_spaced_rows(Context& context, std::size_t line) {
  const std::string_view own = slice(context.words, trimmed(context.words, context.lines[line].span()));
  const std::size_t last = own.rfind(' ');  // most lines are sentences
  if (last == own.npos || !is_heading(own.substr(last + 1))) return 0;
  const std::vector<NormSpan> head = words_of(context, line);
  if (head.size() < kFewestColumns || head.size() > kMostColumns) return 0;
  for (const NormSpan word : head)
    if (!is_heading(slice(context.words, word))) return 0;
  std::vector<std::vector<NormSpan>> rows;
  for (std::size_t at = line + 1; at < context.lines.size() && !context.is_furniture(at); ++at) {
    std::vector<NormSpan> cells = cells_of(context, at, head.size());
    if (cells.empty()) break;
    rows.push_back(std::move(cells));
  }
  if (rows.size() < kFewestRows) return 0;
  context.table_starts.push_back(static_cast<std::uint32_t>(context.layout.blocks.size()));
  add_row(context, line, head);
  for (std::size_t r = 0; r < rows.size(); ++r) add_row(context, line + 1 + r, rows[r]);
  return rows.size() + 1;
}

}  // namespace torikomi::shapes

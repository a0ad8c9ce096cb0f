// Rows of Markdown that readers of web pages break behind their bars, as many bars in all as the ruling of their table:
// 議員の割合 | 35% | over 17.8% | over 18.2% | below --- | --- | --- | ---.
#include <algorithm>
#include <optional>
#include <vector>

#include "layout/cell_words.h"
#include "layout/lines.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kMostLines = 9;   ///< of one row, and of a head above its ruling
constexpr std::size_t kMostRows = 300;  ///< lines between a row and its ruling
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

NormSpan span_of(const Context& context, std::size_t line) {
  return trimmed(context.words, context.lines[line].span());
}

std::size_t bars_in(const Context& context, std::size_t line) {
  if (line >= context.lines.size()) return 0;
  const std::string_view words = slice(context.words, span_of(context, line));
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), '|'));
}

/// |---|---| and --- | ---, no +---+---+.
bool is_markdown_ruling(const Context& context, std::size_t line) {
  const std::string_view words = slice(context.words, span_of(context, line));
  return words.find_first_not_of("-|: ") == words.npos && words.find("--") != words.npos && bars_in(context, line) > 1;
}

/// The ruling of the table that the line is in; kNone: none. All lines between have bars.
std::size_t ruling_of(const Context& context, std::size_t line) {
  for (std::size_t back = 1; back <= std::min(line, kMostRows) && bars_in(context, line - back) > 0; ++back)
    if (is_markdown_ruling(context, line - back)) return line - back;
  for (std::size_t ahead = 1; ahead < kMostLines && bars_in(context, line + ahead) > 0; ++ahead)
    if (is_markdown_ruling(context, line + ahead)) return line + ahead;
  return kNone;
}

/// | 5月20日 | 検討委員会 | ・委員の委嘱: the last cell is not closed.
bool is_open(const Context& context, std::size_t line) {
  const std::string_view words = slice(context.words, span_of(context, line));
  return words.starts_with('|') && !words.ends_with('|');
}

/// How many lines from `line` on have `bars` bars in all, one of them a single bar; 0: they have not. In a cell that is
/// not closed stand lines without bars, blank ones too.
std::size_t lines_of_row(const Context& context, std::size_t line, std::size_t bars) {
  const bool open = is_open(context, line);
  std::size_t all = 0;
  bool single = false;
  for (std::size_t count = 1; count <= kMostLines && line + count <= context.lines.size(); ++count) {
    const std::size_t at = line + count - 1;
    const std::size_t own = bars_in(context, at);
    if ((own == 0 && !open) || is_markdown_ruling(context, at)) return 0;
    if (open && count > 1 && slice(context.words, span_of(context, at)).starts_with('|')) return 0;
    all += own;
    single = single || own == 1;
    if (all >= bars) return all == bars && count > 1 && single ? count : 0;
  }
  return 0;
}

/// The words between two bars, in as many pieces as lines.
void add_cell(Context& context, const std::vector<CellPiece>& pieces, NormSpan bar, std::size_t column) {
  if (pieces.size() > 1) context.join_cell(context.layout.cells.size(), pieces);
  context.add_cell(pieces.empty() ? NormSpan{bar.begin, bar.begin} : pieces.front().words, column);
}

void add_row(Context& context, std::size_t line, std::size_t lines, bool opens_with_bar) {
  const std::size_t last = line + lines - 1;
  Block block = context.block(BlockKind::kRow, line, last, {context.lines[line].begin, context.lines[last].end});
  block.form = RowForm::kBars;
  std::vector<CellPiece> pieces;
  std::size_t column = 0;
  bool first = opens_with_bar;
  for (std::size_t at = line; at <= last; ++at) {
    const NormSpan whole = span_of(context, at);
    for (std::uint32_t begin = whole.begin; begin < whole.end;) {
      const std::string_view rest = slice(context.words, NormSpan{begin, whole.end});
      const std::uint32_t bar = begin + static_cast<std::uint32_t>(std::min(rest.find('|'), rest.size()));
      if (const NormSpan words = trimmed(context.words, {begin, bar}); !words.empty()) pieces.push_back({words, "\v"});
      begin = bar + 1;
      if (bar == whole.end || column + 1 == kMostCells) continue;
      if (!first) add_cell(context, pieces, {bar, bar + 1}, column++);
      first = false;
      pieces.clear();
    }
  }
  if (!pieces.empty()) add_cell(context, pieces, {}, column);
  context.add(block);
}

}  // namespace

std::size_t read_broken_row(Context& context, std::size_t line) {
  const std::size_t own = bars_in(context, line);
  if (own == 0 || (own > 1 && bars_in(context, line + 1) != 1 && !is_open(context, line))) return 0;
  const std::size_t ruling = ruling_of(context, line);
  if (ruling == kNone || ruling == line) return 0;
  const std::size_t lines = lines_of_row(context, line, bars_in(context, ruling));
  if (lines == 0) return 0;
  add_row(context, line, lines, slice(context.words, span_of(context, ruling)).starts_with('|'));
  return lines;
}

}  // namespace torikomi::shapes

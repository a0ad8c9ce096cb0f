// Rows whose cells stand between bars: Markdown with and without outer bars, and tables drawn with box characters.
#include <algorithm>

#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

/// Bytes of a bar at `at`, 0 if there is none: | or the drawn │ ┃ (U+2502, U+2503). A backslash before | escapes it.
std::size_t bar_at(std::string_view text, std::size_t at) {
  if (text[at] == '|') return at > 0 && text[at - 1] == '\\' ? 0 : 1;
  const std::string_view drawn = text.substr(at, 3);
  return drawn == "│" || drawn == "┃" ? 3 : 0;
}

struct Bars {
  std::size_t count = 0;
  bool first = false, last = false;  ///< a bar at the begin or end of the words

  [[nodiscard]] std::size_t cells() const { return count + 1 - (first ? 1 : 0) - (last ? 1 : 0); }
};

Bars count_bars(std::string_view words) {
  Bars out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] != '|' && words[at] != '\xE2') continue;
    const std::size_t size = bar_at(words, at);
    if (size == 0) continue;
    ++out.count;
    out.first = out.first || at == 0;
    out.last = at + size == words.size();
    at += size - 1;
  }
  return out;
}

Bars bars_of(const Context& context, std::size_t line) {
  if (line >= context.lines.size()) return {};
  const std::string_view words = slice(context.words, trimmed(context.words, context.lines[line].span()));
  return is_ruling(words) ? Bars{} : count_bars(words);
}

/// A ruling with a bar, such as |---|:-:| or --- | ---: what stands beside it is a row.
bool is_alignment(const Context& context, std::size_t line) {
  if (line >= context.lines.size()) return false;
  const std::string_view words = slice(context.words, trimmed(context.words, context.lines[line].span()));
  return is_ruling(words) && (words.find('|') != words.npos || words.find('+') != words.npos);
}

/// A bar or two in a line of prose make no row: it takes bars at both ends, an alignment row, or a neighbour with as
/// many cells.
bool is_row(const Context& context, std::size_t line, const Bars& bars) {
  if (bars.count == 0) return false;
  if (bars.first && bars.last && bars.count >= 2) return true;
  if (is_alignment(context, line + 1) || (line > 0 && is_alignment(context, line - 1))) return true;
  const auto same = [&](const Bars& other) { return other.count > 0 && other.cells() == bars.cells(); };
  if (same(bars_of(context, line + 1))) return true;
  if (line == 0) return false;
  return same(bars_of(context, line - 1));
}

}  // namespace

std::size_t read_bar_rows(Context& context, std::size_t line) {
  const std::string_view whole = context.line(line);
  if (whole.find('|') == whole.npos && whole.find("│") == whole.npos && whole.find("┃") == whole.npos) return 0;
  Block block = context.block(BlockKind::kRow, line, line, context.lines[line].span());
  const Bars bars = count_bars(slice(context.words, block.span));
  // "- | a | b |": a row that an extractor took for a list item
  const bool listed = !bars.first && slice(context.words, block.span).starts_with("- |");
  if (!is_row(context, line, bars) && !(listed && bars.last)) return 0;
  block.form = RowForm::kBars;
  NormSpan inside = block.span;
  if (listed) {
    inside.begin += 2;
    if (trimmed(context.words, inside).empty()) return 0;
  }
  std::size_t column = 0;
  std::uint32_t begin = inside.begin;
  for (std::uint32_t at = inside.begin; at < inside.end; ++at) {
    if (context.words[at] != '|' && context.words[at] != '\xE2') continue;
    const auto size = static_cast<std::uint32_t>(bar_at(context.words, at));
    if (size == 0) continue;
    if (at > inside.begin) context.add_cell({begin, at}, column++);
    begin = at + size;
    at += size - 1;
  }
  if (begin < inside.end) context.add_cell({begin, inside.end}, column);
  context.add(block);
  return 1;
}

}  // namespace torikomi::shapes

// Rows whose cells stand between tabs.
#include <algorithm>
#include <cstring>

#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// A cell that goes on over more lines than this is no cell but a lost bracket or quote.
constexpr std::size_t kLongestCell = 12;

bool has_tab(std::string_view line) { return std::memchr(line.data(), '\t', line.size()) != nullptr; }

/// True if the words break off: after a comma, or inside a bracket that is still open.
bool breaks_off(std::string_view words) {
  for (const std::string_view end : {"、", ",", "(", "「", "『", "【"})
    if (words.ends_with(end)) return true;
  int round = 0;
  int corner = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '(') ++round;
    if (words[at] == ')') --round;
    if (words[at] != '\xE3') continue;
    const std::string_view letter = words.substr(at, 3);
    if (letter == "「") ++corner;
    if (letter == "」") --corner;
  }
  return round > 0 || corner > 0;
}

/// A line that may go on the words of a cell: it has words, no tab, and does not open something of its own.
bool may_go_on(const Context& context, std::size_t line) {
  if (line >= context.lines.size()) return false;
  const std::string_view words = slice(context.words, trimmed(context.words, context.lines[line].span()));
  if (words.empty() || has_tab(context.line(line)) || is_ruling(words)) return false;
  if (context.line(line).find('\f') != std::string_view::npos) return false;
  if (words.find("<table") != words.npos) return false;  // another shape begins in it
  if (words.front() == '#' || words.front() == '|' || words.front() == '<') return false;
  for (const std::string_view head : {"【", "〔", "《", "※"})
    if (words.starts_with(head)) return false;
  return !read_marker(words).has_value();
}

/// ・諮問 below ・委嘱状の交付: items of a list that begins in the last cell, up to the next row.
std::size_t lines_of_list(const Context& context, std::size_t line, std::string_view cell) {
  const auto marker = read_marker(cell);
  if (!marker || marker->kind != MarkerKind::kBullet) return 0;
  const std::string_view bullet = cell.substr(0, marker->size);
  for (std::size_t next = line + 1; next < context.lines.size() && next - line <= kLongestCell; ++next) {
    const std::string_view words = slice(context.words, trimmed(context.words, context.lines[next].span()));
    if (has_tab(context.line(next))) return is_ruling(words) ? 0 : next - line - 1;
    if (!words.starts_with(bullet)) return 0;
  }
  return 0;
}

/// How many lines below `line` belong to its last cell, because the words break off at the end of the line. The words
/// of the cell are read once, and each line after it once.
std::size_t lines_of_last_cell(const Context& context, std::size_t line, NormSpan cell) {
  if (cell.empty()) return 0;
  const std::string_view words = slice(context.words, cell);
  std::size_t taken = 0;
  // a cell of a spreadsheet that holds line breaks stands in quotes
  if (words.front() == '"' && std::count(words.begin(), words.end(), '"') % 2 != 0) {
    for (std::size_t next = line + 1; next < context.lines.size() && next - line <= kLongestCell; ++next) {
      const std::string_view below = context.line(next);
      if (has_tab(below)) break;
      if (std::count(below.begin(), below.end(), '"') % 2 != 0) return next - line;
    }
    return 0;
  }
  if (const std::size_t items = lines_of_list(context, line, words)) return items;
  NormSpan whole = cell;
  while (taken < kLongestCell && may_go_on(context, line + taken + 1) && breaks_off(slice(context.words, whole))) {
    ++taken;
    whole.end = trimmed(context.words, context.lines[line + taken].span()).end;
  }
  return taken;
}

}  // namespace

std::size_t read_tab_rows(Context& context, std::size_t line) {
  const NormSpan span = context.lines[line].span();
  if (!has_tab(slice(context.words, span))) return 0;
  Block block = context.block(BlockKind::kRow, line, line, span);
  if (block.span.empty() || is_ruling(slice(context.words, block.span))) return 0;
  block.form = RowForm::kTabs;
  std::size_t column = 0;
  std::uint32_t begin = span.begin;
  while (column + 1 < kMostCells) {
    const void* found = std::memchr(context.words.data() + begin, '\t', span.end - begin);
    if (found == nullptr) break;
    const auto at = static_cast<std::uint32_t>(static_cast<const char*>(found) - context.words.data());
    context.add_cell({begin, at}, column++);
    begin = at + 1;
  }
  context.add_cell({begin, span.end}, column);
  GridCell& last = context.layout.cells.back();
  const std::size_t more = lines_of_last_cell(context, line, last.span);
  if (more > 0) {
    last.span.end = block.span.end = block.text.end = trimmed(context.words, context.lines[line + more].span()).end;
    block.line_end += static_cast<std::uint32_t>(more);
  }
  context.add(block);
  return more + 1;
}

}  // namespace torikomi::shapes

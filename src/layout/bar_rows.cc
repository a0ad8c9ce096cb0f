// Rows whose cells stand between bars: Markdown with and without outer bars, and tables drawn with box characters.
#include <algorithm>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

/// Bytes of a bar at `at`, 0 if there is none: | or the drawn │ ┃ (U+2502, U+2503), also where a ruling of some columns
/// meets it (├ ┤ ┼). A backslash before | escapes it.
std::size_t bar_at(std::string_view text, std::size_t at) {
  if (text[at] == '|') return at > 0 && text[at - 1] == '\\' ? 0 : 1;
  const std::string_view drawn = text.substr(at, 3);
  for (const std::string_view bar : {"│", "┃", "├", "┤", "┼"})
    if (drawn == bar) return bar.size();
  return 0;
}

struct Bars {
  std::size_t count = 0;
  std::size_t spaced = 0;            ///< with a blank on both sides, or at an end of the words
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
    const bool blank_before = at == 0 || words[at - 1] == ' ';
    const bool blank_behind = at + size == words.size() || words[at + size] == ' ';
    out.spaced += blank_before && blank_behind ? 1 : 0;
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

/// Nothing but a sum behind the last bar: 1. 市民税 | 4,423,410.
bool ends_with_sum(const Context& context, std::size_t line) {
  const std::string_view words = slice(context.words, trimmed(context.words, context.lines[line].span()));
  const std::size_t bar = words.rfind('|');
  return bar != words.npos && words.find_last_of("0123456789") > bar && is_value(words.substr(bar + 1));
}

/// | 2022 | 2023 | above 市税 | 410 | 420 |: a bar at the begin of the line parts an empty cell from the others where
/// the next row, which has as many bars, begins with words.
bool begins_with_empty_cell(const Context& context, std::size_t line, const Bars& bars) {
  if (!bars.first || !bars.last) return false;
  const std::size_t next = is_alignment(context, line + 1) ? line + 2 : line + 1;
  const Bars below = bars_of(context, next);
  return below.count == bars.count && !below.first && below.last;
}

/// A bar in a line of prose makes no row: it takes bars at both ends, several that stand apart from the words, an
/// alignment row, a neighbour with as many cells, or, for a single bar, rows on both sides, or a sum behind it and a
/// neighbour with bars.
bool is_row(const Context& context, std::size_t line, const Bars& bars) {
  if (bars.count == 0) return false;
  if (bars.first && bars.last && bars.count >= 2) return true;
  if (bars.count >= 2 && bars.spaced == bars.count) return true;
  if (is_alignment(context, line + 1) || (line > 0 && is_alignment(context, line - 1))) return true;
  const auto same = [&](const Bars& other) { return other.count > 0 && other.cells() == bars.cells(); };
  const Bars next = bars_of(context, line + 1);
  const Bars prior = line == 0 ? Bars{} : bars_of(context, line - 1);
  if (same(next) || same(prior)) return true;
  if (bars.spaced != 1) return false;
  return (next.count > 1 && prior.count > 1) || (next.count + prior.count > 0 && ends_with_sum(context, line));
}

/// A ruling that parts rows: of box characters, or +---+---+. That of Markdown stands below the head only.
bool is_row_ruling(const Context& context, std::size_t line) {
  if (line >= context.lines.size()) return false;
  const std::string_view words = slice(context.words, trimmed(context.words, context.lines[line].span()));
  return is_ruling(words) && (words.front() == '+' || words.front() == '\xE2');
}

/// The words without what only says that the line is a list item.
NormSpan inside_of(const Context& context, const Block& block, bool listed) {
  NormSpan inside = block.span;
  if (listed) inside.begin += 2;
  return trimmed(context.words, inside);
}

/// The cells of one line, in order.
std::vector<NormSpan> split_cells(std::string_view text, NormSpan inside) {
  std::vector<NormSpan> cells;
  std::uint32_t begin = inside.begin;
  for (std::uint32_t at = inside.begin; at < inside.end && cells.size() + 1 < kMostCells; ++at) {
    if (text[at] != '|' && text[at] != '\xE2') continue;
    const auto size = static_cast<std::uint32_t>(bar_at(text, at));
    if (size == 0) continue;
    if (at > inside.begin) cells.push_back({begin, at});
    begin = at + size;
    at += size - 1;
  }
  if (begin < inside.end) cells.push_back({begin, inside.end});
  return cells;
}

/// \| stands for a bar: the backslash is left out.
void add_pieces(std::string_view text, NormSpan cell, std::string_view glue, std::vector<CellPiece>& out) {
  cell = trimmed(text, cell);
  for (std::size_t at = slice(text, cell).find("\\|"); at != std::string_view::npos;
       at = slice(text, cell).find("\\|")) {
    const std::uint32_t slash = cell.begin + static_cast<std::uint32_t>(at);
    if (at > 0) {
      out.push_back({{cell.begin, slash}, glue});
      glue = "";
    }
    const std::uint32_t next = slash + 2;
    out.push_back({{slash + 1, next}, glue});
    glue = "";
    cell.begin = next;
  }
  if (!cell.empty()) out.push_back({cell, glue});
}

void add_joined(Context& context, std::span<const CellPiece> pieces, NormSpan empty, std::size_t column) {
  if (pieces.size() > 1) context.join_cell(context.layout.cells.size(), pieces);
  context.add_cell(pieces.empty() ? empty : pieces.front().words, column);
}

/// The words of a line fill their cell to its right edge, so that they were wrapped there.
bool fills(std::string_view text, NormSpan cell) {
  constexpr std::uint32_t kEdge = 2;
  constexpr std::uint32_t kShortestWrapped = 24;
  const NormSpan words = trimmed(text, cell);
  return words.size() >= kShortestWrapped && cell.end - words.end <= kEdge &&
         slice(text, words).find("  ") == std::string_view::npos;
}

/// Lines between two rulings that part rows are one row if a key stands in one of them at most. Returns how many.
class RuledRow {
 public:
  RuledRow(Context& context, std::size_t line) : context_(context), first_(line) {}

  std::size_t read() {
    constexpr std::size_t kMostLines = 40;
    if (first_ == 0 || !is_row_ruling(context_, first_ - 1)) return 0;
    std::size_t keys = 0;
    for (std::size_t line = first_; line < context_.lines.size() && lines_.size() < kMostLines; ++line) {
      if (is_row_ruling(context_, line)) break;
      const NormSpan whole = trimmed(context_.words, context_.lines[line].span());
      lines_.push_back(split_cells(context_.words, whole));
      if (lines_.back().size() < 2 || lines_.back().size() != lines_.front().size()) return 0;
      keys += trimmed(context_.words, lines_.back().front()).empty() ? 0 : 1;
    }
    if (lines_.size() < 2 || keys > 1 || !is_row_ruling(context_, first_ + lines_.size())) return 0;
    add();
    return lines_.size();
  }

 private:
  void add() {
    const std::size_t last = first_ + lines_.size() - 1;
    Block block =
        context_.block(BlockKind::kRow, first_, last, {context_.lines[first_].begin, context_.lines[last].end});
    block.form = RowForm::kBars;
    for (std::size_t column = 0; column < lines_.front().size(); ++column) {
      std::vector<CellPiece> pieces;
      bool filled = false;
      for (const auto& cells : lines_) {
        if (is_ruling(slice(context_.words, cells[column]))) continue;  // 第1会議室 over ├────┤ beside other cells
        add_pieces(context_.words, cells[column], filled ? "" : "\v", pieces);
        filled = fills(context_.words, cells[column]);
      }
      add_joined(context_, pieces, lines_.front()[column], column);
    }
    context_.add(block);
  }

  Context& context_;
  std::size_t first_;
  std::vector<std::vector<NormSpan>> lines_;  ///< the cells of each line
};

}  // namespace

std::size_t read_bar_rows(Context& context, std::size_t line) {
  const std::string_view whole = context.line(line);
  if (whole.find('|') == whole.npos && whole.find("│") == whole.npos && whole.find("┃") == whole.npos) return 0;
  Block block = context.block(BlockKind::kRow, line, line, context.lines[line].span());
  const Bars bars = count_bars(slice(context.words, block.span));
  // "- | a | b |": a row that an extractor took for a list item
  const bool listed = !bars.first && slice(context.words, block.span).starts_with("- |");
  if (!is_row(context, line, bars) && !(listed && bars.last)) return 0;
  if (const std::size_t lines = RuledRow(context, line).read()) return lines;
  block.form = RowForm::kBars;
  const NormSpan inside = inside_of(context, block, listed);
  if (inside.empty()) return 0;
  std::size_t column = 0;
  if (begins_with_empty_cell(context, line, bars)) context.add_cell({inside.begin, inside.begin}, column++);
  for (const NormSpan cell : split_cells(context.words, inside)) {
    if (slice(context.words, cell).find("\\|") == std::string_view::npos) {
      context.add_cell(cell, column++);
      continue;
    }
    std::vector<CellPiece> pieces;
    add_pieces(context.words, cell, "", pieces);
    add_joined(context, pieces, cell, column++);
  }
  context.add(block);
  return 1;
}

}  // namespace torikomi::shapes

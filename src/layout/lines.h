// What the readers of the single shapes share: the lines of the text and the layout under construction.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "torikomi/layout/block.h"

namespace torikomi::shapes {

/// One line of the normalised text without its line end.
struct Line {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] NormSpan span() const { return {begin, end}; }
};

/// Splits at LF, CR LF and lone CR, as Source does, so that the n-th line is that of the source.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

inline constexpr std::string_view kBlanks = " \t\v\x1f\f\r\n";

[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\x1f' || c == '\f' || c == '\r' || c == '\n';
}

/// The range without blanks at its ends.
[[nodiscard]] inline NormSpan trimmed(std::string_view text, NormSpan span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
  return span;
}

/// The text, its lines, and the blocks so far. Lines are counted from 0 here, and from 1 in blocks.
class Context {
 public:
  explicit Context(const NormText& text) : norm(text), words(text.text()), lines(split_lines(words)) {}

  const NormText& norm;
  std::string_view words;
  std::vector<Line> lines;
  Layout layout;
  std::size_t no_columns_before = 0;  ///< lines before it are known to have no columns in common

  [[nodiscard]] std::string_view line(std::size_t i) const { return slice(words, lines[i].span()); }
  [[nodiscard]] bool is_blank_line(std::size_t i) const { return trimmed(words, lines[i].span()).empty(); }

  /// A block over lines [first, last] with the words of `span`, trimmed. Not yet in the layout.
  [[nodiscard]] Block block(BlockKind kind, std::size_t first, std::size_t last, NormSpan span) const {
    Block out;
    out.kind = kind;
    out.line = static_cast<std::uint32_t>(first) + 1;
    out.line_end = static_cast<std::uint32_t>(last) + 1;
    out.span = out.text = trimmed(words, span);
    out.marker = {out.span.begin, out.span.begin};
    out.first_cell = static_cast<std::uint32_t>(layout.cells.size());
    return out;
  }
  void add_cell(NormSpan span, std::size_t column) {
    layout.cells.push_back({trimmed(words, span), static_cast<std::uint16_t>(column < 0xFFFF ? column : 0xFFFF)});
  }
  /// Adds the block with the cells that were added since block().
  void add(Block block) {
    block.cell_count = static_cast<std::uint32_t>(layout.cells.size()) - block.first_cell;
    layout.blocks.push_back(block);
  }
};

// The readers. Each looks at the lines from `line` on, adds blocks for those that have its shape, and returns how many
// lines it took: 0 if the shape is another. All are linear in what they take and look ahead by a bounded number of
// lines beyond it.
std::size_t read_tab_rows(Context& context, std::size_t line);
std::size_t read_bar_rows(Context& context, std::size_t line);
std::size_t read_aligned_rows(Context& context, std::size_t line);
std::size_t read_pair(Context& context, std::size_t line);
void read_prose(Context& context, std::size_t line);

// Passes over the finished blocks.
void mark_furniture(Context& context);   ///< page numbers and headers
void settle_headings(Context& context);  ///< headings against list items, levels within the document
void find_tables(Context& context);      ///< fills Layout::tables

/// |---|---|, -----, =====: bars, dashes, colons and box drawing without words.
[[nodiscard]] bool is_ruling(std::string_view words);

}  // namespace torikomi::shapes

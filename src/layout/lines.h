// What the readers of the single shapes share: the lines of the text and the layout under construction.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
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

/// 日   時:…, 出 席 者:…: where the colon stands behind a label in letter spacing; npos where no line begins with one.
[[nodiscard]] std::size_t spaced_label_end(std::string_view words);

/// A line that belongs to the page and not to the text.
struct Furniture {
  std::uint32_t line = 0;  ///< from 0
  std::string_view rule;
};

/// The text, its lines, and the blocks so far. Lines are counted from 0 here, and from 1 in blocks.
class Context {
 public:
  explicit Context(NormText& text)
      : norm(text),
        words(text.text()),
        lines(split_lines(text.body())),
        has_pages_(text.body().find('\f') != std::string_view::npos) {}

  NormText& norm;
  std::string_view words;
  std::vector<Line> lines;
  Layout layout;
  std::optional<int> places;  ///< how blanks count places, once known: 1 wide letters as two, -1 as one, 0 unclear
  std::size_t no_columns_before = 0;         ///< lines before it are known to have no columns in common
  std::vector<Furniture> furniture;          ///< in order of lines
  std::vector<std::uint32_t> table_starts;   ///< blocks at which a reader saw a table begin, whatever stands before it
  std::vector<std::uint32_t> header_blocks;  ///< rows that the markup says are heads

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
    out.page_break = has_pages_ && page_break(first, last);
    out.first_cell = static_cast<std::uint32_t>(layout.cells.size());
    return out;
  }
  /// REQUIRES: column < kMostCells.
  void add_cell(NormSpan span, std::size_t column) {
    layout.cells.push_back({trimmed(words, span), static_cast<std::uint16_t>(column)});
  }
  /// The words of the cell stand in several places.
  void join_cell(std::size_t cell, std::span<const CellPiece> pieces) {
    joins_.push_back({static_cast<std::uint32_t>(cell), static_cast<std::uint32_t>(pieces_.size()),
                      static_cast<std::uint32_t>(pieces.size())});
    pieces_.insert(pieces_.end(), pieces.begin(), pieces.end());
  }
  /// Puts the cells together that join_cell() named. Views of `words` are then void.
  void settle_joins() {
    for (const Join& join : joins_)
      layout.cells[join.cell].span = norm.join(std::span(pieces_).subspan(join.first, join.count));
    joins_.clear();
    pieces_.clear();
    words = norm.text();
  }
  [[nodiscard]] bool is_furniture(std::size_t line) const {
    const auto at = std::lower_bound(furniture.begin(), furniture.end(), line,
                                     [](const Furniture& one, std::size_t place) { return one.line < place; });
    return at != furniture.end() && at->line == line;
  }
  /// Adds the block with the cells that were added since block().
  void add(Block block) {
    block.cell_count = static_cast<std::uint32_t>(layout.cells.size()) - block.first_cell;
    layout.blocks.push_back(block);
  }

 private:
  [[nodiscard]] bool page_break(std::size_t first, std::size_t last) const {
    return words.substr(lines[first].begin, lines[last].end - lines[first].begin).find('\f') != std::string_view::npos;
  }

  struct Join {
    std::uint32_t cell, first, count;
  };
  bool has_pages_;
  std::vector<Join> joins_;
  std::vector<CellPiece> pieces_;
};

// The readers. Each looks at the lines from `line` on, adds blocks for those that have its shape, and returns how many
// lines it took: 0 if the shape is another. All are linear in what they take and look ahead by a bounded number of
// lines beyond it.
std::size_t read_tab_rows(Context& context, std::size_t line);
std::size_t read_broken_row(Context& context, std::size_t line);
std::size_t read_bar_rows(Context& context, std::size_t line);
std::size_t read_aligned_rows(Context& context, std::size_t line);
std::size_t read_spaced_rows(Context& context, std::size_t line);
std::size_t read_pair(Context& context, std::size_t line);
void read_prose(Context& context, std::size_t line);

void find_furniture(Context& context);  ///< page numbers and repeated page headers; before any reader

// Passes over the finished blocks.
void settle_speeches(Context& context);       ///< pairs that are what somebody said become prose
void settle_headings(Context& context);       ///< headings against list items; then the two below
void find_plain_headings(Context& context);   ///< gives short lines of text that head something the level 1
void settle_levels(Context& context);         ///< levels of all headings within the document
void join_split_names(Context& context);      ///< 氏 | 名 over two columns that are one
void find_tables(Context& context);           ///< fills Layout::tables
void join_cut_rows(Context& context);         ///< rows that a page break cut
void split_double_columns(Context& context);  ///< two columns in one: 予算額<br>決算額 over 1,200<br>1,150

/// A line that is nothing but a page number. `certain` is false for a bare number, which needs other evidence.
struct PageNumber {
  std::uint32_t number = 0;
  bool certain = false;
};
[[nodiscard]] std::optional<PageNumber> read_page_number(std::string_view words);

/// |---|---|, -----, =====: bars, dashes, colons and box drawing without words.
[[nodiscard]] bool is_ruling(std::string_view words);

}  // namespace torikomi::shapes

// Normalised text -> blocks: one model for every way in which an extractor writes tables, lists and headings. Third
// stage.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

enum class BlockKind : std::uint8_t {
  kBlank,      ///< nothing but blanks and tabs
  kSeparator,  ///< |---|---|, -----, =====, <table>: ruling without words
  kHeading,    ///< # …, 【…】, 第1章 …, 1 … without a full stop
  kRow,        ///< cells: between tabs or bars, of an HTML <tr>, or below each other in columns
  kPair,       ///< a label and its words: 日時:令和6年6月15日; two cells
  kListItem,   ///< a list item with its marker
  kText,       ///< a line of prose
  kFurniture,  ///< page number or repeated page header; `rule` says which
  kCutRow,     ///< a part of a row that a break cut; its words are in the cells of that row, whose first_cell it has
};

/// How the extractor wrote a row.
enum class RowForm : std::uint8_t { kNone, kTabs, kBars, kHtml, kAligned };

/// A row has no more cells; the last one holds the words of all that stand behind it. No table of a report comes near,
/// and what costs columns x columns stays small.
inline constexpr std::size_t kMostCells = 1024;

/// One cell of a row; the span has no blanks at its ends and may be empty. `column` counts from 0. Where the words
/// stand in several places (lines of neighbouring cells alternate), the span is that of the joined cell
/// (NormText::join).
struct GridCell {
  NormSpan span;
  std::uint16_t column = 0;
  std::uint16_t width = 1;  ///< columns that it takes (colspan, or a title over several columns)
  bool continued = false;   ///< stands in a row above and reaches down to this one (rowspan); same span as there
};

inline constexpr std::uint32_t kNoTable = static_cast<std::uint32_t>(-1);

/// One line of the source, or one row.
struct Block {
  BlockKind kind = BlockKind::kText;
  RowForm form = RowForm::kNone;
  std::uint8_t level = 0;        ///< headings, and text that heads something: 1 is the highest; items: depth from 0
  bool repeated_header = false;  ///< a row that says the header of its table again, as after a page break
  bool page_break = false;       ///< a form feed stands in its lines
  std::uint32_t line = 0;        ///< 1-based source line
  std::uint32_t line_end = 0;    ///< last source line, included
  NormSpan span;                 ///< without blanks at its ends
  NormSpan marker;               ///< of an item, heading or pair; empty if it has none
  NormSpan text;                 ///< the words without the marker
  std::uint32_t first_cell = 0, cell_count = 0;
  std::uint32_t table = kNoTable;  ///< of a row: its place in Layout::tables
  std::string_view rule;           ///< of furniture: page-number or page-header; of minutes: speech; static storage

  /// Neither blank nor ruling nor page furniture.
  [[nodiscard]] bool has_words() const {
    return kind != BlockKind::kBlank && kind != BlockKind::kSeparator && kind != BlockKind::kFurniture;
  }
  /// A heading by its mark, or a short line of text that stands alone above what it names.
  [[nodiscard]] bool heads() const { return kind == BlockKind::kHeading || (kind == BlockKind::kText && level > 0); }
  /// Rows and pairs: what a grammar reads cell by cell.
  [[nodiscard]] bool has_cells() const { return kind == BlockKind::kRow || kind == BlockKind::kPair; }
};

/// 【主担当部局:企画振興部】, a heading that is a label and its words: where the colon stands in `text`. Nothing where
/// the words before it are longer than a label, or where nothing stands behind it.
[[nodiscard]] std::optional<std::uint32_t> colon_in_brackets(std::string_view text, const Block& block);

/// Rows that belong together, with what stands above them. Blank lines, rulings and page furniture may stand between.
struct TableUnit {
  std::uint32_t first_block = 0, last_block = 0;  ///< first and last row, both included
  std::uint32_t header_rows = 0;                  ///< how many of the first rows are heads; 0 if none was recognised
  std::uint32_t columns = 0;                      ///< one more than the highest column that is filled
  NormSpan title;                                 ///< 表1 …, 【図表4】…; the words of a block above, or empty
  NormSpan unit;                                  ///< (単位:千円), or empty
};

class Layout {
 public:
  std::vector<Block> blocks;
  std::vector<GridCell> cells;
  std::vector<TableUnit> tables;  ///< in reading order; no two share a row

  [[nodiscard]] std::span<const GridCell> cells_of(const Block& block) const {
    return std::span(cells).subspan(block.first_cell, block.cell_count);
  }
};

/// Pure; linear in the text. Every line lies in exactly one block, so that no line can be lost; only blocks out of one
/// HTML table may share a line, since extractors write whole tables into one. Cells whose words stand in several places
/// are joined behind `text`; views of it taken before are then void.
[[nodiscard]] Layout split_blocks(NormText& text);

}  // namespace torikomi

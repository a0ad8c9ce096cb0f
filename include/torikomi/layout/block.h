// Normalised text -> blocks: one model for every way in which an extractor writes tables, lists and headings. Third
// stage.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

enum class BlockKind : std::uint8_t {
  kBlank,      ///< nothing but blanks and tabs
  kSeparator,  ///< |---|---|, -----, =====: ruling without words
  kHeading,    ///< # …, 【…】, 第1章 …, 1 … without a full stop
  kRow,        ///< cells between tabs or bars
  kListItem,   ///< a list item with its marker
  kText,       ///< a line of prose
};

/// One cell of a row; the span has no blanks at its ends and may be empty. `column` counts from 0.
struct GridCell {
  NormSpan span;
  std::uint16_t column = 0;
};

/// One line of the source, or one row.
struct Block {
  BlockKind kind = BlockKind::kText;
  std::uint8_t level = 0;  ///< headings: 1 is the highest; items: depth of indentation from 0
  std::uint32_t line = 0;  ///< 1-based source line
  NormSpan span;           ///< without blanks at its ends
  NormSpan marker;         ///< of an item or heading; empty if it has none
  NormSpan text;           ///< the words without the marker
  std::uint32_t first_cell = 0, cell_count = 0;
};

class Layout {
 public:
  std::vector<Block> blocks;
  std::vector<GridCell> cells;

  [[nodiscard]] std::span<const GridCell> cells_of(const Block& block) const {
    return std::span(cells).subspan(block.first_cell, block.cell_count);
  }
};

/// Pure; linear in the text. Every line gives exactly one block, so that no line can be lost.
[[nodiscard]] Layout split_blocks(const NormText& text);

}  // namespace torikomi

// A text and its blocks, for the tests of this stage.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "torikomi/layout/block.h"

namespace torikomi::testing {

struct Split {
  explicit Split(std::string words)
      : source("test", std::move(words)), text(normalize(source)), layout(split_blocks(text)) {}
  Source source;
  NormText text;
  Layout layout;

  [[nodiscard]] std::string words(NormSpan span) const { return std::string(text.slice(span)); }
  [[nodiscard]] std::vector<std::string> cells(std::size_t block) const {
    std::vector<std::string> out;
    for (const GridCell& cell : layout.cells_of(layout.blocks[block])) out.emplace_back(text.slice(cell.span));
    return out;
  }
  /// The block that begins on the 1-based line.
  [[nodiscard]] const Block& at_line(std::uint32_t line) const {
    for (const Block& block : layout.blocks)
      if (block.line == line) return block;
    return layout.blocks.back();
  }
};

}  // namespace torikomi::testing

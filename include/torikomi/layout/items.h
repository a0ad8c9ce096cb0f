// The inner structure of a cell: lines and list items, however the extractor wrote them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

/// One line or list item of a cell. Spans index the same text as the cell does.
struct CellItem {
  NormSpan span;           ///< with the marker, without blanks at its ends; never empty
  NormSpan marker;         ///< ・ ① (1) ※ …; empty for a plain line
  NormSpan text;           ///< the words behind the marker
  std::uint8_t level = 0;  ///< nesting, from HTML lists; 0 = outermost
};

/// Splits `cell` of `text` at line breaks, list items, runs of two and more blanks, and inline markers that stand after
/// a blank. Linear. No words are lost: whatever is no blank lies in one item.
[[nodiscard]] std::vector<CellItem> split_items(std::string_view text, NormSpan cell);

/// The contract's form of a text cell: one item a line, joined with LF, runs of blanks as one.
[[nodiscard]] std::string cell_text(std::string_view text, NormSpan cell);

/// The same of a cell that has been split.
[[nodiscard]] std::string cell_text(std::string_view text, const std::vector<CellItem>& items);

/// A single line: breaks and runs of blanks become one blank.
[[nodiscard]] std::string line_text(std::string_view words);

}  // namespace torikomi

// One piece of HTML with a table -> its rows and cells with their places in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi::html {

/// One cell, or a further piece of it behind a table inside it.
struct GridPiece {
  NormSpan span;  ///< may hold tags and blanks at its ends
  std::uint16_t column = 0, width = 1;
  bool continued = false, part = false;
};

struct GridRow {
  std::uint32_t table = 0;  ///< rows of one table have one number
  bool header = false;      ///< of <thead>, or with <th> cells only
  NormSpan span;            ///< from its first piece to its last
  std::vector<GridPiece> pieces;
};

/// Rows of the table in `text`[region], those of tables inside cells after the row that holds them. Every cell reaches
/// to the next one, so that no word between the tags is lost; words before the first row belong to none. rowspan cells
/// are repeated in the rows that they reach. Linear; never fails, however broken the HTML is.
[[nodiscard]] std::vector<GridRow> parse_grid(std::string_view text, NormSpan region);

}  // namespace torikomi::html

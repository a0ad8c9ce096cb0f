// Rosters whose bodies carry a mark each: ■津山市 □玉野市 ★瀬戸内市 ※提案市町は★印
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace torikomi {

/// Bytes of the text that was read.
struct MarkedName {
  std::uint32_t mark_begin = 0, mark_end = 0;
  std::uint32_t name_begin = 0, name_end = 0;
  std::string_view mark;  ///< as it stands in the text
};

/// What the document itself says of a mark: ※提案市町は★印.
struct Legend {
  std::uint32_t begin = 0, end = 0;
  std::string_view symbol;   ///< ★
  std::string_view meaning;  ///< 提案市町
};

struct MarkRow {
  std::vector<MarkedName> entries;
  std::optional<Legend> legend;
  std::uint32_t marks = 0;  ///< all marks but that of the legend
  std::uint32_t stray = 0;  ///< marks with no name behind them
};

/// Pure, linear. Names are whatever stands between a mark and the next mark, blank or separator; they need not be
/// municipalities.
[[nodiscard]] MarkRow parse_marks(std::string_view text);

/// The contract's role: proposer (the legend's symbol where it speaks of 提案), not_involved (□ ☐ and other open
/// marks), else partner.
[[nodiscard]] std::string_view mark_role(std::string_view mark, const std::optional<Legend>& legend);

}  // namespace torikomi

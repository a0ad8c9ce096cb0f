// Rows of amounts that a page has parted from their head, or from the empty cells in front of them.
#include <algorithm>

#include "matcher.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

bool is_item(ColumnRole role) { return role == ColumnRole::kLineItem || role == ColumnRole::kCategory; }

}  // namespace

/// What a cell is fits its column: numbers below sums, words and counts (1枚) below items.
bool Matcher::suits(const ColumnMatch& column, NormSpan cell) const {
  const std::string_view words = slice(text_, cell);
  const auto number = parse_number(words);
  if (holds_value(column.role)) return number || is_none_mark(words);
  return !is_item(column.role) || !number || (!number->unit.empty() && !number->is_money);
}

/// The columns of a row. 1. 市民税 | 4,423,410 below 款 | 項 | 金額: whoever read the page has left out the empty cells
/// in front, so that the row stands right where nothing else fits.
std::optional<std::vector<std::size_t>> Matcher::places_in(const TableMatch& table, std::span<const RowCell> cells,
                                                           bool& fits) const {
  std::vector<std::uint16_t> columns;
  for (const ColumnMatch& column : table.columns) columns.push_back(column.column);
  auto places = place_below(columns, cells, fits);
  if (!places || table.rule->type != TableType::kAmount || cells.size() < 2 || cells.size() >= columns.size())
    return places;
  const auto suit = [&](std::size_t c, std::size_t place) { return suits(table.columns[place], cells[c].span); };
  const std::size_t shift = columns.size() - cells.size();
  bool left = true;
  bool right = true;
  bool sum = false;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if ((*places)[c] != c) return places;  // it has empty cells of its own
    left = left && suit(c, c);
    right = right && suit(c, c + shift);
    sum = sum || holds_value(table.columns[c + shift].role);
  }
  if (left || !right || !sum) return places;
  for (std::size_t& place : *places) place += shift;
  return places;
}

bool Matcher::is_row_of_sums(const RowCells& cells) const {
  const std::size_t fewest = parted_by_page_ ? 1 : 2;
  if (cells.front().column != 0 || parse_number(slice(text_, cells.front().span))) return false;
  bool fits = true;
  const auto places = places_in(*parted_, cells, fits);
  if (!places || !fits) return false;
  std::size_t sums = 0;
  bool large = !parted_rows_ || parted_by_page_;  // 1,200: numbers below the title of something else may count anything
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const ColumnMatch& column = parted_->columns[(*places)[c]];
    if (!suits(column, cells[c].span)) return false;
    if (!holds_value(column.role)) continue;
    large = large || slice(text_, cells[c].span).find(',') != std::string_view::npos;
    ++sums;
  }
  return large && sums >= fewest;
}

bool Matcher::resume_table(std::uint32_t i, const RowCells& cells) {
  if (!parted_ || table_ != nullptr || in_card_ || parted_end_ != i || !is_row_of_sums(cells)) return false;
  TableMatch table = *parted_;
  if (const NormSpan title = title_above(i); !title.empty()) table.title = title;
  CardMatch& card = place(i);
  table_ = &add_table(card, std::move(table));
  head_end_ = i;
  resumed_ = true;
  return take_table_row(i, cells);
}

}  // namespace torikomi

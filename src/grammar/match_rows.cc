// Rows: what each of them may be, in the order in which that is tried.
#include <algorithm>

#include "heading.h"
#include "matcher.h"
#include "torikomi/value/heading.h"

namespace torikomi {

std::vector<RowCell> Matcher::row_cells(const Block& block, const LabelFinder& labels) const {
  std::vector<RowCell> cells;
  for (const GridCell& cell : layout_.cells_of(block)) {
    if (cell.span.empty()) continue;
    if (!cells.empty() && is_printed_again(cells.back(), cell)) {
      cells.back().width = static_cast<std::uint16_t>(cell.column + cell.width - cells.back().column);
      continue;
    }
    cells.push_back({cell.span, cell.column, cell.width, labels.find(cell.span)});
  }
  return cells;
}

/// Long words right behind the same words: a cell over several columns, printed in each of them.
bool Matcher::is_printed_again(const RowCell& before, const GridCell& cell) const {
  constexpr std::size_t kShortest = 30;  // bytes; short words come again in columns of their own
  return cell.span.size() >= kShortest && before.column + before.width == cell.column &&
         slice(text_, before.span) == slice(text_, cell.span);
}

RowCells Matcher::take_row(std::uint32_t i, const LabelFinder& labels) {
  rows_ahead_.erase(rows_ahead_.begin(), rows_ahead_.lower_bound(i));
  auto known = rows_ahead_.extract(i);
  return known ? std::move(known.mapped()) : row_cells(layout_.blocks[i], labels);
}

void Matcher::read_row(std::uint32_t i, const Block& block) {
  const LabelFinder labels(text_, grammars_);
  RowCells cells = take_row(i, labels);
  if (cells.empty()) return;
  const bool opens = opens_card(cells);
  if (opens) {
    if (out_.cards.empty()) by_line_ = false;
    open_card(i);
  }
  // the head of a table before the one that is open opens its own again
  const bool other_head = table_ != nullptr && is_ruled_head(i, cells) && heads_again(cells) < 2;
  if (block.repeated_header && !other_head && (table_ != nullptr || !in_card_)) {
    claim(i, Claim::kIgnored, "repeated-header");
    return;
  }
  if ((!opens && open_table(i, cells, labels)) || take_card_row(i, cells) || take_date_row(i, cells)) return;
  if (take_section_row(i, cells)) return;
  const bool sectioned = take_section_cell(cells);
  // in a table outside of cards a first cell may be an item that is elsewhere a label (講師 | 30,000)
  const bool in_table = table_ != nullptr && !holds_sum_pairs(cells) &&
                        (!in_card_ || is_full_row(cells) || goes_on(i, cells)) && take_table_row(i, cells);
  if (in_table || take_sum_pairs(i, cells) || take_pairs(i, cells, labels) || take_labels(i, cells, sectioned) ||
      take_table_row(i, cells) || take_below_header(i, cells) || take_continuation(i, cells)) {
    current().last_block = i;
  } else if (!resume_table(i, cells) && !take_line_rules(i, block) && !take_attendee_row(i, cells) &&
             !take_card_text(i, block) && !in_card_) {
    leave_or_skip(block);
  }
}

/// 委員定数 | 28名 among the labels of a sheet: a label that nobody knows does not end it.
void Matcher::leave_or_skip(const Block& block) {
  constexpr std::ptrdiff_t kFar = 4;  // blocks behind the last label
  const bool pair = block.has_cells() && filled(block) == 2 && !layout_.cells_of(block).front().span.empty();
  if (!pair || !in_sheet_ || line_sheet_) return leave_card();
  if (&block - layout_.blocks.data() > static_cast<std::ptrdiff_t>(current().last_block) + kFar) return leave_card();
  close_open_parts();
}

bool Matcher::lists_attendees() const {
  return !in_card_ && in_sheet_ && !after_blank_ && open_field_ < current().fields.size() &&
         current().fields[open_field_].rule->type == FieldType::kAttendees;
}

/// A cell that was put together stands behind the text, far from the others of its row.
bool Matcher::is_one_stretch(std::uint32_t i, const RowCells& cells) const {
  const NormSpan row = layout_.blocks[i].span;
  return std::all_of(cells.begin(), cells.end(),
                     [&](const RowCell& cell) { return row.begin <= cell.span.begin && cell.span.end <= row.end; });
}

bool Matcher::take_attendee_row(std::uint32_t i, const RowCells& cells) {
  constexpr std::size_t kMost = 6;  // two seats with family and given name
  if (!lists_attendees() || cells.size() > kMost) return false;
  FieldMatch& field = current().fields[open_field_];
  // what a bar or a tag parts is no text of its own
  const NormSpan whole = cover(cells.front().span, cells.back().span);
  const bool marked = !is_one_stretch(i, cells) || slice(text_, whole).find_first_of("|<") != std::string_view::npos;
  if (!marked) field.texts.push_back(whole);
  for (const RowCell& cell : cells)
    if (marked) field.texts.push_back(cell.span);
  claim(i, Claim::kCard, field.rule->name);
  current().last_block = i;
  return true;
}

/// 事務事業名 | R3決算額(千円) | R4決算額(千円): the head of a list of projects, not the name of one.
bool Matcher::heads_sums_of_years(const RowCells& cells) const {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kLongest = 45;  // bytes
  // 令和5年度予算 | 120千円 | 令和5年度決算 | 110千円: labels and their sums
  if (std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) { return is_data(slice(text_, cell.span)); }))
    return false;
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const RowCell& cell) {
           const std::string_view words = slice(text_, cell.span);
           const bool sum = words.find("決算") != words.npos || words.find("予算") != words.npos;
           return sum && words.size() <= kLongest && find_heading_year(words);
         })) >= kFewest;
}

bool Matcher::opens_card(const std::vector<RowCell>& cells) const {
  if (family_ == nullptr || family_->card.start.empty()) return false;
  if ((!out_.cards.empty() && by_line_) || heads_sums_of_years(cells)) return false;
  bool any_words = false;
  for (const std::string& name : family_->card.start) {
    const auto label = std::find_if(cells.begin(), cells.end(), [&](const RowCell& cell) {
      const FieldRule* rule = cell.hit ? cell.hit->field(family_) : nullptr;
      return rule != nullptr && rule->name == name;
    });
    if (label == cells.end()) return false;
    const auto next = label + 1;
    const bool cell_is_empty = next == cells.end() || next->column > label->column + 1;
    if (!cell_is_empty && !holds_words(*next)) return false;
    any_words = any_words || !cell_is_empty;
  }
  return any_words;
}

bool Matcher::holds_words(const RowCell& cell) const {
  if (cell.hit && cell.hit->field(family_) != nullptr) return false;
  return std::none_of(family_->sections.begin(), family_->sections.end(),
                      [&](const SectionRule& rule) { return rule.match.matches(slice(text_, cell.span)); });
}

}  // namespace torikomi

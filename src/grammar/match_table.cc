// Tables: the head with the title and the unit above it, and the rows below it.
#include <algorithm>
#include <span>

#include "heading.h"
#include "matcher.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/person.h"

namespace torikomi {
namespace {

/// Cells: 第1表 | 歳入歳出予算 | (単位:千円).
constexpr std::size_t kMostOfCaption = 3;

/// 【収入の部】, 2 歳出: a side of accounts, without a year of its own.
bool names_side(std::string_view title) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (title.size() > kLongest || find_heading_year(title)) return false;
  const auto holds = [&](std::string_view side) { return title.find(side) != title.npos; };
  return holds("収入") || holds("支出") || holds("歳入") || holds("歳出");
}

}  // namespace

namespace {

/// 五十嵐 進 of 五十嵐 進(令和5年3月まで).
std::string_view before_bracket(std::string_view words) { return words.substr(0, words.find('(')); }

}  // namespace

/// 委員 | 山田太郎 | 出席 below 役職 | 氏名 | 出欠: who stands in the column of names is no heading.
bool Matcher::names_below_name(const RowCells& cells) const {
  if (table_->rule->type != TableType::kMember || cells.size() != table_->columns.size()) return false;
  for (std::size_t c = 0; c < cells.size(); ++c)
    if (table_->columns[c].role == ColumnRole::kName && cells[c].column == table_->columns[c].column)
      return !cells[c].hit && looks_like_person(before_bracket(slice(text_, cells[c].span)));
  return false;
}

bool Matcher::open_table(std::uint32_t i, const RowCells& cells, const LabelFinder& labels) {
  // 令和4年度 | 予算額: a section of the card beside one of its labels
  if (cells.size() > 1 && section_of(cells[0].span) != nullptr && field_of(cells[1].hit) != nullptr) return false;
  // 令和4年度の取組 | ・会議の開催 …: a label of the card and its words, not the head of what stands below
  if (in_card_ && cells.size() == 2 && !cells[1].hit && cells[0].hit && cells[0].hit->field(family_) != nullptr &&
      !is_data(slice(text_, cells[1].span)))
    return false;
  // うち特定財源 below the labels of a card is one of them
  if (in_card_ && cells.size() == 1) return false;
  // 委員 | 佐藤 花子: directly below the rows of a table one known word makes no head
  std::size_t known = known_headings(text_, cells);
  if (known == 0 && is_ruled_head(i, cells)) known = signed_headings(cells, labels);
  if (known < (table_ == nullptr || is_ruled_head(i, cells) ? 1U : 2U) &&
      (known > 0 || table_ != nullptr || !stands_over_sums(i, cells)))
    return false;
  if (table_ != nullptr && names_below_name(cells)) return false;
  if (table_ != nullptr && heads_again(cells) > 1 && heads_again(cells) + 1 >= cells.size()) return false;
  std::vector<std::uint32_t> blocks;
  const std::vector<RowCells> rows = rows_from(i, cells, labels, blocks);
  if (is_caption(rows)) return false;
  TableMatch lines;
  find_title(i, lines);
  if (lines.unit.empty()) lines.unit = unit_below(i);
  if (lines.unit.empty() && lines.title.empty()) lines.unit = unit_right_above(i);
  const bool own_unit = !lines.unit.empty();
  if (!own_unit) lines.unit = unit_;
  auto head = match_head(text_, rows, grammars_, {lines.title, lines.unit, own_unit});
  if (!head) return false;
  TableMatch& match = head->match;
  match.goal = goal_above(i, match);
  close_open_parts();
  card_table_.reset();
  if (match.title.empty()) match.title = lines.title;
  match.unit = lines.unit.empty() ? unit_of_like(match) : lines.unit;
  if (names_side(slice(text_, match.title))) match.accounts = accounts_;
  if (match.rule->type == TableType::kCards) {
    open_card_table(i, std::move(match));
    for (std::size_t r = 1; r < head->rows; ++r) claim(blocks[r], Claim::kCard, card_table_->rule->name);
    head_end_ = blocks[head->rows - 1] + 1;
    return true;
  }
  if (!in_card_) in_sheet_ = false;
  CardMatch& card = place(i);
  table_ = &add_table(card, std::move(match));
  resumed_ = false;
  for (std::size_t r = 0; r < head->rows; ++r) claim(blocks[r], Claim::kCard, table_->rule->name);
  card.last_block = blocks[head->rows - 1];
  head_end_ = card.last_block + 1;
  return true;
}

bool Matcher::is_ruled_head(std::uint32_t i, const RowCells& cells) const {
  if (cells.size() < 2 || i + 1 >= layout_.blocks.size()) return false;
  const Block& ruling = layout_.blocks[i + 1];
  if (ruling.kind != BlockKind::kSeparator) return false;
  const std::string_view line = slice(text_, ruling.span);
  return line.find("---") != line.npos && line.find_first_not_of("-|: ") == line.npos &&
         std::none_of(cells.begin(), cells.end(),
                      [&](const RowCell& cell) { return is_data(slice(text_, cell.span)); });
}

std::size_t Matcher::signed_headings(const RowCells& cells, const LabelFinder& labels) const {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const RowCell& cell) {
    const NormSpan bare = without_sign(text_, cell.span);
    return !(bare == cell.span) && labels.find(bare);
  }));
}

bool Matcher::stands_over_sums(std::uint32_t i, const RowCells& cells) const {
  constexpr std::uint32_t kRows = 3;  // a second row of the head and a first row without sums
  if (in_card_ || cells.size() < 2) return false;
  for (const RowCell& cell : cells)
    if (is_data(slice(text_, cell.span))) return false;
  for (std::uint32_t next = i + 1; next <= i + kRows && next < layout_.blocks.size(); ++next) {
    if (layout_.blocks[next].kind != BlockKind::kRow) continue;
    const auto row = layout_.cells_of(layout_.blocks[next]);
    if (std::count_if(row.begin(), row.end(),
                      [&](const GridCell& cell) { return prints_yen(slice(text_, cell.span)); }) > 1)
      return true;
  }
  return false;
}

NormSpan Matcher::unit_right_above(std::uint32_t i) const {
  if (in_card_ || out_.sheets.empty() || out_.sheets.back().tables.empty()) return {};
  const TableMatch& table = out_.sheets.back().tables.back();
  if (table.rule->type != TableType::kAmount || table.rows.empty()) return {};
  std::uint32_t above = i;
  while (above > 0 && layout_.blocks[above - 1].kind == BlockKind::kBlank) --above;
  const bool right = above > 0 && table.rows.back().block == above - 1;
  return right && slice(text_, table.unit).ends_with("円") ? table.unit : NormSpan{};
}

NormSpan Matcher::unit_below(std::uint32_t i) const {
  const std::uint32_t table = layout_.blocks[i].table;
  if (table >= layout_.tables.size()) return {};
  const NormSpan unit = layout_.tables[table].unit;
  return unit.begin > layout_.blocks[i].span.end && slice(text_, unit).ends_with("円") ? unit : NormSpan{};
}

GoalYear Matcher::goal_above(std::uint32_t i, const TableMatch& match) const {
  if (table_ == nullptr || !table_->rows.empty() || head_end_ != i || table_->rule->type != match.rule->type) return {};
  for (const ColumnMatch& column : table_->columns)
    if (const NormSpan year = column.year.empty() ? column.note : column.year;
        column.role == ColumnRole::kTarget && !year.empty())
      return {year, column.column, std::nullopt};
  return {};
}

NormSpan Matcher::unit_of_like(const TableMatch& table) const {
  std::size_t left = 100;  // tables to look at: farther away nobody takes a unit over
  for (auto sheet = out_.sheets.rbegin(); sheet != out_.sheets.rend(); ++sheet) {
    for (auto like = sheet->tables.rbegin(); like != sheet->tables.rend(); ++like) {
      if (left-- == 0) return {};
      if (like->rule != table.rule || like->unit.empty() || like->columns.size() < 2 || table.columns.size() < 2)
        continue;
      const auto same = [&](std::size_t c) {
        return label_key(slice(text_, like->columns[c].label)) == label_key(slice(text_, table.columns[c].label));
      };
      return same(0) && same(1) ? like->unit : NormSpan{};
    }
  }
  return {};
}

std::vector<RowCells> Matcher::rows_from(std::uint32_t i, const RowCells& first, const LabelFinder& labels,
                                         std::vector<std::uint32_t>& blocks) {
  constexpr std::size_t kMost = 9;  // a head of four rows and some below it
  std::vector<RowCells> rows = {first};
  bool values = false;
  bool blank = false;  // columns of blanks go on below it where their table does
  blocks = {i};
  for (std::uint32_t next = i + 1; next < layout_.blocks.size() && rows.size() < kMost; ++next) {
    const Block& block = layout_.blocks[next];
    if (block.kind == BlockKind::kSeparator || block.kind == BlockKind::kFurniture) continue;
    if (block.kind == BlockKind::kBlank && layout_.blocks[i].form == RowForm::kAligned) {
      blank = true;
      continue;
    }
    if (block.kind != BlockKind::kRow || (blank && block.table != layout_.blocks[i].table)) break;
    const auto [ahead, is_new] = rows_ahead_.try_emplace(next);
    if (is_new) ahead->second = row_cells(block, labels);
    const RowCells& cells = ahead->second;
    // behind values a head is that of the next table
    if (values && (known_headings(text_, cells) > 1 || is_ruled_head(next, cells))) break;
    values = values || std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) {
               return is_data(slice(text_, cell.span)) && !is_none_mark(slice(text_, cell.span));
             });
    rows.push_back(cells);
    blocks.push_back(next);
  }
  return rows;
}

void Matcher::find_title(std::uint32_t i, TableMatch& table) const {
  constexpr std::uint32_t kFar = 7;
  for (std::uint32_t back = 1; back <= kFar && back <= i; ++back) {
    const Block& above = layout_.blocks[i - back];
    if (above.kind == BlockKind::kBlank || above.kind == BlockKind::kSeparator) continue;
    if (above.kind == BlockKind::kRow && filled(above) > 1) {
      if (take_caption(above, table)) continue;
      // 市町名 | 青葉町 | (単位:円)
      if (const NormSpan last = layout_.cells_of(above).back().span; is_unit_line(last)) take_unit(last, table);
      return;
    }
    take_unit(above.span, table);
    // the marks of Markdown are no part of a title, numbers are
    const bool marked = above.kind == BlockKind::kHeading && slice(text_, above.marker).starts_with("#");
    if (table.title.empty() && !is_unit_line(above.span) && !is_remark(above)) {
      table.title = marked ? above.text : above.span;
      // 使用料の推移(千円)
      const NormSpan unit = unit_in_brackets(text_, above.span);
      if (table.unit.empty() && slice(text_, unit).ends_with("円")) table.unit = unit;
    }
    if (!table.title.empty()) return;
  }
}

bool Matcher::is_caption(std::span<const RowCells> rows) const {
  if (rows.size() < 3 || rows[0].size() < 2 || rows[0].size() > kMostOfCaption) return false;
  const RowCells& below = rows[1];
  return is_unit_line(rows[0].back().span) && !below.empty() && below.front().column == 0 &&
         known_headings(text_, below) > 1 && std::none_of(below.begin(), below.end(), [&](const RowCell& cell) {
           return is_data(slice(text_, cell.span));
         });
}

bool Matcher::take_caption(const Block& row, TableMatch& table) const {
  constexpr std::size_t kSide = 4;  // characters: (歳入) leaves the title to the line above
  const auto cells = layout_.cells_of(row);
  const auto is_unit = [&](const GridCell& cell) { return is_unit_line(cell.span); };
  const auto unit = std::find_if(cells.begin(), cells.end(), is_unit);
  if (unit == cells.end() || unit == cells.begin() || filled(row) > kMostOfCaption) return false;
  take_unit(unit->span, table);
  NormSpan beside;
  for (auto cell = cells.begin(); cell != unit; ++cell)
    if (!cell->span.empty()) beside = cell->span;
  const bool names_side = utf8::count(label_key(slice(text_, beside))) <= kSide;
  if (table.title.empty() && !names_side) table.title = beside;
  return table.title.empty();
}

bool Matcher::is_remark(const Block& line) const {
  const std::string_view words = slice(text_, line.span);
  return line.kind == BlockKind::kText && words.starts_with("(") && words.find(')') + 1 == words.size();
}

bool Matcher::is_unit_line(NormSpan line) const {
  const std::string_view words = slice(text_, line);
  return words.starts_with("(単位") || words.starts_with("単位") || words.starts_with("[単位");
}

void Matcher::take_unit(NormSpan line, TableMatch& table) const {
  if (!table.unit.empty()) return;
  const std::string_view words = slice(text_, line);
  // (百万円) in a line of its own
  if (words.starts_with('(') && words.ends_with("円)") && is_heading_unit(words.substr(1, words.size() - 2))) {
    table.unit = {line.begin + 1, line.end - 1};
    return;
  }
  std::size_t at = words.npos;
  for (const std::string_view sign : {"単位", "(単価:"}) {
    if (at = words.find(sign); at == words.npos) continue;
    at += sign.size();
    break;
  }
  if (at == words.npos) return;
  while (at < words.size() && (words[at] == ' ' || words[at] == ':' || words[at] == '=' || words[at] == '(')) ++at;
  std::size_t end = std::min(words.find_first_of(")] ", at), words.size());
  // 事業数:件 事業費:千円
  if (words.substr(at, end - at).find(':') != words.npos) end = std::min(words.find_first_of(")]", at), words.size());
  table.unit = {line.begin + static_cast<std::uint32_t>(at), line.begin + static_cast<std::uint32_t>(end)};
}

bool Matcher::take_table_row(std::uint32_t i, const std::vector<RowCell>& all) {
  if (table_ == nullptr) return false;
  // marks for none behind the last heading
  std::span<const RowCell> cells(all);
  while (cells.size() > 1 && !table_->columns.empty() && cells.back().column > table_->columns.back().column &&
         is_none_mark(slice(text_, cells.back().span)))
    cells = cells.first(cells.size() - 1);
  bool fits = true;
  const auto places = places_in(*table_, cells, fits);
  if (!places) return false;
  if (heads_again(all) > 1) {
    if (!table_->goal.rows) table_->goal.rows = table_->rows.size();
    claim(i, Claim::kCard, table_->rule->name);
    return true;
  }
  TableRow row{i, std::vector<NormSpan>(table_->columns.size()), fits, nullptr, {}};
  for (std::size_t c = 0; c < cells.size(); ++c) {
    row.cells[(*places)[c]] = cells[c].span;
    if (cells[c].width > 1) row.wide.push_back((*places)[c]);
    if (const RowRule* rule = row_rule(cells[c], table_->columns[(*places)[c]].role)) row.rule = rule;
  }
  table_->rows.push_back(std::move(row));
  claim(i, Claim::kCard, table_->rule->name);
  return true;
}

bool Matcher::is_full_row(const RowCells& cells) const {
  if (cells.size() < 3) return false;
  std::size_t values = 0;
  auto cell = cells.begin();
  for (const ColumnMatch& column : table_->columns) {
    const bool says_more = column.role == ColumnRole::kOther || column.role == ColumnRole::kNote;
    if (cell == cells.end() && says_more) continue;  // 備考 at the end may be empty
    if (cell == cells.end() || cell->column != column.column) return false;
    if (holds_value(column.role)) {
      if (!is_data(slice(text_, cell->span))) return false;
      ++values;
    }
    ++cell;
  }
  return cell == cells.end() && values > 1;
}

bool Matcher::goes_on(std::uint32_t i, const RowCells& cells) const {
  if (current().last_block + 1 != i) return false;
  return std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) {
    return std::any_of(table_->columns.begin(), table_->columns.end(), [&](const ColumnMatch& column) {
      return column.column == cell.column && column.role == ColumnRole::kRowKind &&
             row_rule(cell, column.role) != nullptr;
    });
  });
}

std::size_t Matcher::heads_again(const RowCells& cells) const {
  std::size_t again = 0;
  for (const RowCell& cell : cells) {
    if (is_data(slice(text_, cell.span))) return 0;
    const auto same = [&](const ColumnMatch& column) {
      return column.column == cell.column && std::any_of(column.heads.begin(), column.heads.end(), [&](NormSpan head) {
               return label_key(slice(text_, head)) == label_key(slice(text_, cell.span));
             });
    };
    again += std::any_of(table_->columns.begin(), table_->columns.end(), same) ? 1 : 0;
  }
  return again;
}

const RowRule* Matcher::row_rule(const RowCell& cell, ColumnRole column) const {
  const bool tells =
      column == ColumnRole::kRowKind || column == ColumnRole::kLineItem || column == ColumnRole::kCategory;
  if (!tells || !cell.hit) return nullptr;
  for (const LabelTarget& target : cell.hit->targets)
    if (target.at.kind == Grammar::LabelTarget::Kind::kRow && &target.grammar->tables[target.at.index] == table_->rule)
      return &table_->rule->rows[target.at.column];
  return nullptr;
}

}  // namespace torikomi

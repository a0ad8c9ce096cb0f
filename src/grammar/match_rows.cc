// Rows: pairs of label and words, labels above their words, tables.
#include <algorithm>
#include <span>

#include "heading.h"
#include "matcher.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

/// Of a label that no grammar knows: its words are kept under it.
const FieldRule kUnknownField{};

}  // namespace

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
  if (block.repeated_header && (table_ != nullptr || !in_card_)) {
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
    leave_card();
  }
}

bool Matcher::lists_attendees() const {
  return !in_card_ && in_sheet_ && !after_blank_ && open_field_ < current().fields.size() &&
         current().fields[open_field_].rule->type == FieldType::kAttendees;
}

bool Matcher::take_attendee_row(std::uint32_t i, const RowCells& cells) {
  constexpr std::size_t kMost = 6;  // two seats with family and given name
  if (!lists_attendees() || cells.size() > kMost) return false;
  FieldMatch& field = current().fields[open_field_];
  // what a bar or a tag parts is no text of its own
  const NormSpan whole = cover(cells.front().span, cells.back().span);
  const bool marked = slice(text_, whole).find_first_of("|<") != std::string_view::npos;
  if (!marked) field.texts.push_back(whole);
  for (const RowCell& cell : cells)
    if (marked) field.texts.push_back(cell.span);
  claim(i, Claim::kCard, field.rule->name);
  current().last_block = i;
  return true;
}

bool Matcher::opens_card(const std::vector<RowCell>& cells) const {
  if (family_ == nullptr || family_->card.start.empty()) return false;
  if (!out_.cards.empty() && by_line_) return false;
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
  const std::size_t known = known_headings(text_, cells);
  if (known < (table_ == nullptr ? 1U : 2U) && (known > 0 || table_ != nullptr || !stands_over_sums(i, cells)))
    return false;
  if (table_ != nullptr && heads_again(cells) > 1 && heads_again(cells) + 1 >= cells.size()) return false;
  std::vector<std::uint32_t> blocks;
  const std::vector<RowCells> rows = rows_from(i, cells, labels, blocks);
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
  blocks = {i};
  for (std::uint32_t next = i + 1; next < layout_.blocks.size() && rows.size() < kMost; ++next) {
    const Block& block = layout_.blocks[next];
    if (block.kind == BlockKind::kSeparator || block.kind == BlockKind::kFurniture) continue;
    if (block.kind != BlockKind::kRow) break;
    const auto [ahead, is_new] = rows_ahead_.try_emplace(next);
    if (is_new) ahead->second = row_cells(block, labels);
    const RowCells& cells = ahead->second;
    // behind values a head is that of the next table
    if (values && known_headings(text_, cells) > 1) break;
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
    if (above.kind == BlockKind::kRow && filled(above) > 1) return;
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
  std::size_t at = words.npos;
  for (const std::string_view sign : {"単位", "(単価:"}) {
    if (at = words.find(sign); at == words.npos) continue;
    at += sign.size();
    break;
  }
  if (at == words.npos) return;
  while (at < words.size() && (words[at] == ' ' || words[at] == ':' || words[at] == '=')) ++at;
  std::size_t end = std::min(words.find_first_of(")] ", at), words.size());
  // 事業数:件 事業費:千円
  if (words.substr(at, end - at).find(':') != words.npos) end = std::min(words.find_first_of(")]", at), words.size());
  table.unit = {line.begin + static_cast<std::uint32_t>(at), line.begin + static_cast<std::uint32_t>(end)};
}

bool Matcher::take_section_row(std::uint32_t i, const std::vector<RowCell>& cells) {
  if (!in_card_ || header_.size() != 1 || cells.size() < 2) return false;
  const FieldMatch above = current().fields[header_.front().field];
  if (!above.texts.empty()) return false;
  if (!std::all_of(cells.begin(), cells.end(), [&](const RowCell& c) { return section_of(c.span) != nullptr; }))
    return false;
  current().fields.erase(current().fields.begin() + static_cast<std::ptrdiff_t>(header_.front().field));
  header_.clear();
  for (const RowCell& cell : cells) {
    current().fields.push_back(above);
    current().fields.back().section = cell.span;
    header_.push_back({current().fields.size() - 1, cell.column});
  }
  open_field_ = kNoField;
  claim(i, Claim::kCard, above.rule->name);
  current().last_block = i;
  return true;
}

bool Matcher::take_section_cell(std::vector<RowCell>& cells) {
  if (cells.size() < 2 || field_of(cells[0].hit) != nullptr || field_of(cells[1].hit) == nullptr) return false;
  if (section_of(cells[0].span) == nullptr) return false;
  section_ = cells[0].span;
  cells.erase(cells.begin());
  return true;
}

bool Matcher::take_pairs(std::uint32_t i, const std::vector<RowCell>& cells, const LabelFinder& labels) {
  if (cells.size() < 2) return false;
  if (!in_card_ && cells.size() == 2 && field_of(cells.front().hit) == nullptr) {
    const auto hit = sheet_label(cells.front().span);
    if (!hit || !bears(*hit, cells.back().span)) return false;
    add_sheet_field(i, *hit, cells.back().span);
    return true;
  }
  if (take_numbered_pair(i, cells)) return true;
  if (field_of(cells.front().hit) == nullptr || !bears(*cells.front().hit, cells[1].span)) return false;
  if (std::all_of(cells.begin(), cells.end(), [&](const RowCell& cell) { return field_of(cell.hit) != nullptr; }))
    return false;
  if (!in_card_ && cells.size() > 4) return false;
  header_.clear();
  table_ = nullptr;
  FieldMatch* open = nullptr;
  const RowCell* unknown = label_of_second_pair(cells);
  for (const RowCell& cell : cells) {
    std::uint32_t rest = 0;
    if (&cell == unknown) {
      open = &add_field(i, kUnknownField, {{}, cell.span, {cell.span.end, cell.span.end}});
      continue;
    }
    if (const FieldRule* rule = field_of(cell.hit)) {
      open = &add_field(i, *rule, *cell.hit);
    } else if (const auto inside = in_card_ ? labels.find_at_begin(cell.span, rest) : std::nullopt;
               field_of(inside) != nullptr) {
      open = &add_field(i, *field_of(inside), *inside);
      if (rest < cell.span.end) open->texts.push_back({rest, cell.span.end});
    } else {
      open->texts.push_back(cell.span);
    }
  }
  return true;
}

/// 予算現額 | 48,512千円 | 決算額 | 47,903千円 | 執行率 | 98.7%: labels and their sums beside each other.
bool Matcher::holds_sum_pairs(const RowCells& cells) const {
  constexpr std::size_t kFewest = 2;
  std::size_t sums = 0;
  if (in_card_ || cells.size() < 2 * kFewest || cells.size() % 2 != 0) return false;
  for (std::size_t c = 0; c < cells.size(); c += 2) sums += is_sum_pair(cells, c) ? 1 : 0;
  return sums >= kFewest;
}

bool Matcher::is_sum_pair(const RowCells& cells, std::size_t c) const {
  const FieldRule* rule = field_of(cells[c].hit);
  return rule != nullptr && rule->type == FieldType::kAmount && prints_yen(slice(text_, cells[c + 1].span));
}

bool Matcher::take_sum_pairs(std::uint32_t i, const RowCells& cells) {
  if (!holds_sum_pairs(cells)) return false;
  header_.clear();
  table_ = nullptr;
  for (std::size_t c = 0; c < cells.size(); c += 2)
    if (is_sum_pair(cells, c)) add_field(i, *field_of(cells[c].hit), *cells[c].hit).texts.push_back(cells[c + 1].span);
  return true;
}

/// 提出日 of 整理番号 | 6 | 提出日 | 5月9日 in a card: a label that nobody knows, in the place of one; nullptr where
/// the third of four cells may be more words of the first label.
const RowCell* Matcher::label_of_second_pair(const std::vector<RowCell>& cells) const {
  constexpr std::size_t kLongest = 12;  // letters
  if (!in_card_ || cells.size() != 4 || cells[3].column != 3) return nullptr;
  for (std::size_t c = 1; c < cells.size(); ++c)
    if (field_of(cells[c].hit) != nullptr) return nullptr;
  const std::string_view words = slice(text_, cells[2].span);
  const bool plain = words.find_first_of("0123456789:\v\x1f") == std::string_view::npos && !words.ends_with("。");
  return plain && utf8::count(words) <= kLongest ? &cells[2] : nullptr;
}

/// 1 | 日時 | 令和5年3月23日: the number of a label in a cell of its own.
bool Matcher::take_numbered_pair(std::uint32_t i, const std::vector<RowCell>& cells) {
  const std::string_view number = slice(text_, cells.front().span);
  if (in_card_ || cells.size() != 3 || number.size() > 3 || number.find_first_not_of("0123456789.()") != number.npos)
    return false;
  const auto hit = sheet_label(cells[1].span);
  if (!hit || !bears(*hit, cells[2].span)) return false;
  add_sheet_field(i, *hit, cells[2].span);
  return true;
}

bool Matcher::take_labels(std::uint32_t i, const std::vector<RowCell>& cells, bool sectioned) {
  for (const RowCell& cell : cells)
    if (field_of(cell.hit) == nullptr) return false;
  if (!in_card_) return take_empty_label(i, cells);
  close_open_parts();
  for (const RowCell& cell : cells) {
    add_field(i, *field_of(cell.hit), *cell.hit);
    if (!sectioned) header_.push_back({current().fields.size() - 1, cell.column});
  }
  return true;
}

bool Matcher::take_empty_label(std::uint32_t i, const std::vector<RowCell>& cells) {
  if (!in_sheet_ || line_sheet_ || cells.size() > 1 || cells.front().column > 0) return false;
  if (field_of(cells.front().hit)->type == FieldType::kSession) return false;
  // the same label again is another sheet's; one rule may hold several labels (概要, 写真)
  const std::string_view label = slice(text_, cells.front().hit->label);
  for (const FieldMatch& field : current().fields)
    if (slice(text_, field.label) == label) return false;
  header_.clear();
  table_ = nullptr;
  add_field(i, *field_of(cells.front().hit), *cells.front().hit);
  open_field_ = kNoField;
  return true;
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
  if (cells.size() < 3 || cells.size() != table_->columns.size()) return false;
  std::size_t values = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c].column != table_->columns[c].column) return false;
    if (!holds_value(table_->columns[c].role)) continue;
    if (!is_data(slice(text_, cells[c].span))) return false;
    ++values;
  }
  return values > 1;
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

bool Matcher::take_below_header(std::uint32_t i, const std::vector<RowCell>& cells) {
  if (header_.empty()) return false;
  std::vector<std::uint16_t> columns;
  for (const HeaderCell& cell : header_) columns.push_back(cell.column);
  bool fits = true;
  const auto places = place_below(columns, cells, fits);
  if (!places) return false;
  for (std::size_t c = 0; c < cells.size(); ++c)
    current().fields[header_[(*places)[c]].field].texts.push_back(cells[c].span);
  claim(i, Claim::kCard, current().fields[header_.front().field].rule->name);
  return true;
}

bool Matcher::take_continuation(std::uint32_t i, const std::vector<RowCell>& cells) {
  if (open_field_ == kNoField || cells.front().column == 0) return false;
  if (std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) { return field_of(cell.hit) != nullptr; }))
    return false;
  FieldMatch& field = current().fields[open_field_];
  field.texts.push_back({cells.front().span.begin, cells.back().span.end});
  claim(i, Claim::kCard, field.rule->name);
  return true;
}

}  // namespace torikomi

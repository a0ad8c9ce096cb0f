// Tables of cards: one project a row, below a header whose words the family knows.
#include <algorithm>

#include "matcher.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/body_list.h"
#include "torikomi/value/date.h"

namespace torikomi {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The field of a column that the grammar does not know: it is kept under its printed label.
const FieldRule& other_field() {
  static const FieldRule kOther = [] {
    FieldRule rule;
    rule.name = "other";
    return rule;
  }();
  return kOther;
}

bool is_total(std::string_view words) {
  for (const std::string_view total : {"合計", "計", "総計", "小計"})
    if (words == total) return true;
  return false;
}

}  // namespace

void Matcher::open_card_table(std::uint32_t i, TableMatch table) {
  in_card_ = in_sheet_ = false;
  claim(i, Claim::kCard, table.rule->name);
  above_row_.assign(table.columns.size(), NormSpan{});
  card_row_ = i;
  card_table_ = std::move(table);
}

std::size_t Matcher::card_column(FieldType type, std::string_view name) const {
  for (std::size_t c = 0; c < card_table_->columns.size(); ++c) {
    const ColumnRule* rule = card_table_->columns[c].rule;
    const FieldRule* field = rule == nullptr ? nullptr : family_->field(rule->field);
    if (field != nullptr && field->type == type && (name.empty() || field->name == name)) return c;
  }
  return kNone;
}

bool Matcher::holds_body(const std::vector<NormSpan>& values) const {
  const std::size_t at = card_column(FieldType::kBodies, {});
  if (at == kNone || values[at].empty()) return false;
  const BodyList list = read_bodies(slice(text_, values[at]));
  return std::any_of(list.bodies.begin(), list.bodies.end(),
                     [](const ListedBody& entry) { return !entry.candidates.empty(); });
}

bool Matcher::take_card_row(std::uint32_t i, const std::vector<RowCell>& cells) {
  if (!card_table_) return false;
  std::vector<std::uint16_t> columns;
  for (const ColumnMatch& column : card_table_->columns) columns.push_back(column.column);
  bool fits = true;
  const auto places = place_below(columns, cells, fits);
  if (!places) return false;
  std::vector<NormSpan> values(columns.size());
  for (std::size_t c = 0; c < cells.size(); ++c) values[(*places)[c]] = cells[c].span;
  if (is_total(slice(text_, cells.front().span))) return false;
  // behind a page break the rows go on below other lines: only what names a body, in all its columns, is one of them
  bool follows = true;
  for (std::uint32_t b = card_row_ + 1; b < i; ++b)
    follows = follows && (layout_.blocks[b].kind == BlockKind::kBlank || layout_.blocks[b].kind == BlockKind::kCutRow ||
                          layout_.blocks[b].kind == BlockKind::kSeparator);
  if (!follows && (cells.size() != columns.size() || !holds_body(values))) {
    card_table_.reset();
    return false;
  }
  const std::size_t bodies = card_column(FieldType::kBodies, {});
  const bool leads = bodies == kNone || cells.front().column <= columns[bodies];
  if (cells.size() == 1 && columns.size() > 1 && leads && !card_table_->rule->group.empty() && !holds_body(values)) {
    NormSpan group = cells.front().span;
    if (const auto marker = read_marker(slice(text_, group)); marker && marker->kind != MarkerKind::kChapter)
      group.begin += marker->text_at;
    set_context(card_table_->rule->group, group);
    claim(i, Claim::kContext, "context");
  } else if (!continue_card_row(i, values)) {
    add_card_row(i, std::move(values));
  }
  card_row_ = i;
  return true;
}

/// 都市宣言 | 連携協約 above 平成27年2月24日 | 平成27年3月25日: a row of nothing but dates below a row of words.
bool Matcher::take_date_row(std::uint32_t i, const std::vector<RowCell>& cells) {
  static const TableRule kDates = [] {
    TableRule rule;
    rule.name = "dates-below";
    rule.type = TableType::kSchedule;
    rule.columns.resize(2);
    rule.columns[0].role = ColumnRole::kActivity;
    rule.columns[1].role = ColumnRole::kDate;
    return rule;
  }();
  if (i == 0 || table_ != nullptr || cells.size() < 2 || out_.claims[i - 1].claim != Claim::kNone) return false;
  const Block& above = layout_.blocks[i - 1];
  if (above.kind != BlockKind::kRow || filled(above) != cells.size()) return false;
  TableMatch dates;
  dates.rule = &kDates;
  for (const ColumnRule& column : kDates.columns) {
    ColumnMatch& match = dates.columns.emplace_back();
    match.rule = &column;
    match.role = column.role;
  }
  std::size_t c = 0;
  for (const GridCell& cell : layout_.cells_of(above)) {
    if (cell.span.empty()) continue;
    if (cell.column != cells[c].column || !is_day(cells[c].span) || is_day(cell.span)) return false;
    dates.rows.push_back({i, {cell.span, cells[c++].span}, true, nullptr, {}});
  }
  if (!in_card_) in_sheet_ = false;
  add_table(place(i), std::move(dates));
  claim(i - 1, Claim::kCard, kDates.name);
  claim(i, Claim::kCard, kDates.name);
  return true;
}

bool Matcher::is_day(NormSpan words) const {
  const auto date = words.size() > 60 ? std::nullopt : parse_date(slice(text_, words));
  return date && (date->precision == Precision::kDay || date->precision == Precision::kMonth) && date->first;
}

/// A row that neither names bodies nor a project goes on with the one above it, which a line or page break has cut.
bool Matcher::continue_card_row(std::uint32_t i, const std::vector<NormSpan>& values) {
  const std::size_t bodies = card_column(FieldType::kBodies, {});
  const std::size_t project = card_column(FieldType::kText, "project");
  if (bodies == kNone || !values[bodies].empty()) return false;
  if (project != kNone && !values[project].empty()) return false;
  if (out_.cards.empty() || out_.cards.back().last_block != card_row_) return false;
  CardMatch& card = out_.cards.back();
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (values[c].empty()) continue;
    for (FieldMatch& field : card.fields)
      if (field.label == card_table_->columns[c].label) field.texts.push_back(values[c]);
  }
  card.last_block = i;
  claim(i, Claim::kCard, card_table_->rule->name);
  return true;
}

void Matcher::add_card_row(std::uint32_t i, std::vector<NormSpan> values) {
  // merged cells: the prefecture and the bodies of several projects are printed once
  for (const FieldType type : {FieldType::kPrefecture, FieldType::kBodies})
    if (const std::size_t c = card_column(type, {}); c != kNone && values[c].empty()) values[c] = above_row_[c];
  CardMatch& card = out_.cards.emplace_back();
  card.first_block = card.last_block = i;
  card.contexts = contexts_;
  if (const std::size_t c = card_column(FieldType::kText, "project"); c != kNone) card.title = values[c];
  for (std::size_t c = 0; c < values.size(); ++c) {
    const ColumnMatch& column = card_table_->columns[c];
    const FieldRule* rule = column.rule == nullptr ? &other_field() : family_->field(column.rule->field);
    if (rule == nullptr || values[c].empty()) continue;
    card.fields.push_back({rule, column.label, column.note, {}, {values[c]}, card_table_->unit, true});
  }
  above_row_ = std::move(values);
  claim(i, Claim::kCard, card_table_->rule->name);
}

}  // namespace torikomi

#include "torikomi/grammar/match.h"

#include <algorithm>
#include <utility>

#include "match_lists.h"
#include "matcher.h"
#include "torikomi/layout/marker.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

Matcher::Matcher(const NormText& norm, const Layout& layout, const Grammar* family,
                 std::span<const Grammar* const> supplements)
    : text_(norm.text()), layout_(layout), family_(family) {
  if (family != nullptr) grammars_.push_back(family);
  grammars_.insert(grammars_.end(), supplements.begin(), supplements.end());
  out_.grammar = family;
  out_.claims.resize(layout.blocks.size());
}

DocumentMatch Matcher::run() {
  if (family_ != nullptr) match_lists(text_, layout_, *family_, out_);
  for (std::uint32_t i = 0; i < layout_.blocks.size(); ++i) read(i);
  claim_cut_rows();
  release_contexts();
  for (CardMatch& sheet : out_.sheets) part_sums(sheet);
  return std::move(out_);
}

/// A cut row is whose its row is: the row before it or behind it that has its first cell.
void Matcher::claim_cut_rows() {
  const auto& blocks = layout_.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::kCutRow) continue;
    const auto is_its_row = [&](std::size_t at) {
      return blocks[at].kind == BlockKind::kRow && blocks[at].first_cell == blocks[i].first_cell;
    };
    std::size_t row = i;
    while (row > 0 && blocks[row].kind != BlockKind::kRow) --row;
    for (row = is_its_row(row) ? row : i; row < blocks.size() && !is_its_row(row);) ++row;
    if (row < blocks.size()) out_.claims[i] = out_.claims[row];
  }
}

void Matcher::read(std::uint32_t i) {
  const Block& block = layout_.blocks[i];
  note_parting(i, block);
  if (block.kind == BlockKind::kBlank) {
    claim(i, Claim::kBlank, "");
    if (std::exchange(waits_for_words_, false)) return;
    if (!inside_table(i)) close_open_parts();
    after_blank_ = true;
    return;
  }
  if (i < head_end_) {  // a further row of the head that opened the table
    if (block.kind == BlockKind::kSeparator) claim(i, Claim::kIgnored, "separator");
    if (block.kind == BlockKind::kFurniture) claim(i, Claim::kIgnored, block.rule);
    return;
  }
  if (block.kind == BlockKind::kCutRow) return;  // its words are read with those of its row
  if (block.kind == BlockKind::kRow) {
    if (begins_other_columns(i)) close_open_parts();
    last_row_ = i;
  }
  if (out_.claims[i].claim != Claim::kNone) {
    leave_card();
  } else if (const IgnoreRule* rule = ignored(block)) {
    claim(i, Claim::kIgnored, rule->name);
  } else if (block.kind == BlockKind::kSeparator) {
    claim(i, Claim::kIgnored, "separator");
    if (in_sheet_ && !in_card_ && open_field_ < current().fields.size() && is_in_one_line(open_field_) &&
        !current().fields[open_field_].texts.empty())
      open_field_ = kNoField;
    return;
  } else if (take_context(i, block)) {
    leave_card();
  } else if (block.kind == BlockKind::kFurniture && !is_known_line(block)) {
    claim(i, Claim::kIgnored, block.rule);
    return;
  } else if (!take_card_cell(i, block)) {
    if (ends_cards(i)) {
      leave_card();
      cards_over_ = true;
    }
    if (block.kind == BlockKind::kRow || (block.kind == BlockKind::kPair && is_known_pair(block))) {
      read_row(i, block);
    } else {
      read_line(i, block);
    }
  }
  note_heading(i, block);
  after_blank_ = false;
}

/// 合  計 below a ruling, in columns of blanks of which the row has fewer: they are counted anew and are not those
/// above.
bool Matcher::begins_other_columns(std::uint32_t i) const {
  const auto& blocks = layout_.blocks;
  if (table_ == nullptr || in_card_ || last_row_ >= i || last_row_ + 1 == i) return false;
  return blocks[i].form == RowForm::kAligned && blocks[last_row_].form == RowForm::kAligned &&
         blocks[i].table != blocks[last_row_].table && blocks[i - 1].kind == BlockKind::kSeparator &&
         filled(blocks[i]) < filled(blocks[last_row_]);
}

void Matcher::note_parting(std::uint32_t i, const Block& block) {
  constexpr std::size_t kLongest = 90;  // bytes
  const bool empty = block.kind == BlockKind::kBlank || block.kind == BlockKind::kSeparator ||
                     block.kind == BlockKind::kFurniture || block.kind == BlockKind::kCutRow;
  const bool row = block.kind == BlockKind::kRow;
  const bool title = !row && block.kind != BlockKind::kPair && block.span.size() <= kLongest &&
                     !slice(text_, block.span).ends_with("。");
  if (!empty && !title) return;
  if (table_ != nullptr && !in_card_ && table_->rule->type == TableType::kAmount && i >= head_end_) {
    parted_ = TableMatch{table_->rule, table_->title, table_->unit, table_->accounts, table_->columns, {}, {}};
    if (!resumed_) parted_rows_ = !table_->rows.empty();
    parted_by_page_ = block.kind == BlockKind::kFurniture || block.kind == BlockKind::kBlank;
    parted_end_ = i + 1;
  } else if (parted_ && parted_end_ == i) {
    parted_by_page_ = parted_by_page_ && empty;
    parted_end_ = i + 1;
  }
}

bool Matcher::inside_table(std::uint32_t i) const {
  const std::uint32_t table = last_row_ < layout_.blocks.size() ? layout_.blocks[last_row_].table : kNoTable;
  return table < layout_.tables.size() && i > layout_.tables[table].first_block && i < layout_.tables[table].last_block;
}

bool Matcher::is_known_line(const Block& block) const {
  if (family_ == nullptr) return false;
  const std::string_view words = slice(text_, block.span);
  return (family_->card.line && family_->card.line->matches(words)) || section_of(block.span) != nullptr;
}

bool Matcher::is_known_pair(const Block& block) const {
  return field_of(LabelFinder(text_, grammars_).find(layout_.cells_of(block).front().span)) != nullptr;
}

void Matcher::close_open_parts() {
  header_.clear();
  table_ = nullptr;
  open_field_ = kNoField;
}

void Matcher::leave_card() {
  close_open_parts();
  in_card_ = false;
  in_sheet_ = false;
}

const IgnoreRule* Matcher::ignored(const Block& block) const {
  for (const Grammar* grammar : grammars_)
    for (const IgnoreRule& rule : grammar->ignores)
      if (rule.match.matches(slice(text_, block.span))) return &rule;
  return nullptr;
}

void Matcher::open_card(std::uint32_t i) {
  close_open_parts();
  in_card_ = true;
  in_sheet_ = false;
  section_ = {};
  waiting_.reset();
  CardMatch& opened = out_.cards.emplace_back();
  opened.first_block = opened.last_block = i;
  opened.contexts = contexts_;
}

TableMatch& Matcher::add_table(CardMatch& card, TableMatch table) {
  std::vector<TableMatch>& tables = card.tables;
  const auto at = std::find_if(tables.begin(), tables.end(), [this](const TableMatch& one) { return &one == table_; });
  const auto open = static_cast<std::size_t>(at - tables.begin());
  const bool here = at != tables.end();
  tables.push_back(std::move(table));
  if (here) table_ = &tables[open];
  return tables.back();
}

CardMatch& Matcher::place(std::uint32_t i) {
  if (in_card_) return out_.cards.back();
  if (!in_sheet_) {
    close_open_parts();  // what was open is a part of the sheet before
    in_sheet_ = true;
    line_sheet_ = false;
    CardMatch& opened = out_.sheets.emplace_back();
    opened.first_block = i;
    opened.title = title_above(i);
  }
  return out_.sheets.back();
}

const FieldRule* Matcher::field_of(const std::optional<LabelHit>& hit) const {
  if (!hit) return nullptr;
  if (family_ != nullptr)
    if (const FieldRule* rule = hit->field(family_)) return rule;
  if (in_card_) return nullptr;
  for (const Grammar* grammar : grammars_)
    if (const FieldRule* rule = grammar == family_ ? nullptr : hit->field(grammar)) return rule;
  return nullptr;
}

FieldMatch& Matcher::add_field(std::uint32_t i, const FieldRule& rule, const LabelHit& hit) {
  // a table that stands by itself is no part of the sheet below it
  const bool table_alone = in_sheet_ && !in_card_ && !out_.sheets.empty() && out_.sheets.back().fields.empty() &&
                           !out_.sheets.back().tables.empty();
  if (!in_card_ && in_sheet_ && (line_sheet_ || table_alone || repeats(rule))) in_sheet_ = false;
  CardMatch& card = place(i);
  card.last_block = i;
  open_field_ = card.fields.size();
  claim(i, Claim::kCard, rule.name);
  return card.fields.emplace_back(FieldMatch{&rule, hit.label, hit.note, section_, {}, unit_, false});
}

bool Matcher::repeats(const FieldRule& rule) const {
  if (rule.type == FieldType::kSession) return false;  // 開会 and 閉会
  const auto& fields = out_.sheets.back().fields;
  return std::any_of(fields.begin(), fields.end(), [&](const FieldMatch& field) { return field.rule == &rule; });
}

const SectionRule* Matcher::section_of(NormSpan words) const {
  if (family_ == nullptr || !in_card_) return nullptr;
  for (const SectionRule& rule : family_->sections)
    if (rule.match.matches(slice(text_, words))) return &rule;
  return nullptr;
}

void Matcher::read_line(std::uint32_t i, const Block& block) {
  const bool may_open = family_ != nullptr && family_->card.line && (out_.cards.empty() || by_line_);
  if (may_open && family_->card.line->matches(slice(text_, block.span))) {
    open_card(i);
    section_ = block.span;
    claim(i, Claim::kCard, "card");
    return;
  }
  if (section_of(block.span) != nullptr) {
    close_open_parts();
    section_ = block.span;
    claim(i, Claim::kCard, "section");
    current().last_block = i;
    return;
  }
  if (take_line_rules(i, block) || take_label_line(i, block) || take_sheet_line(i, block)) return;
  const auto hit = LabelFinder(text_, grammars_).find(block.span);
  if (const FieldRule* rule = in_card_ ? field_of(hit) : nullptr) {
    close_open_parts();
    add_field(i, *rule, *hit);
    header_.push_back({current().fields.size() - 1, 0});
  } else if (!header_.empty()) {
    add_text(i, header_.back().field, block);
  } else if (begins_like_label(block)) {
    open_field_ = kNoField;
  } else if (open_field_ != kNoField && in_sheet_ && !after_blank_ && goes_below(block) &&
             (block.kind != BlockKind::kPair || lists_attendees()) && !heads_next_sheet(i)) {
    add_text(i, open_field_, block);
  } else if (!take_card_text(i, block) && !in_card_) {
    leave_or_skip(block);
  }
}

/// ・自然観察会, above 実施日:…: the label is in the open sheet already, so that the item is the title of the next one.
bool Matcher::heads_next_sheet(std::uint32_t i) const {
  if (layout_.blocks[i].kind != BlockKind::kListItem || i + 1 >= layout_.blocks.size() || in_card_) return false;
  const Block& next = layout_.blocks[i + 1];
  if (next.kind != BlockKind::kPair || next.cell_count != 2) return false;
  const auto hit = sheet_label(layout_.cells_of(next)[0].span);
  return hit && !out_.sheets.empty() && repeats(*field_of(hit));
}

bool Matcher::is_in_one_line(std::size_t field) const {
  const FieldType type = current().fields[field].rule->type;
  return type == FieldType::kWhen || type == FieldType::kPlace;
}

/// 〇会議に付した事件 below 〇招集場所 市役所: the mark of the label begins something else.
bool Matcher::begins_like_label(const Block& block) const {
  if (open_field_ == kNoField || !in_sheet_ || in_card_ || block.kind != BlockKind::kListItem) return false;
  const FieldMatch& field = current().fields[open_field_];
  if (!is_in_one_line(open_field_) || field.texts.empty() || block.marker.empty()) return false;
  std::uint32_t begin = field.label.begin;
  while (begin > 0 && text_[begin - 1] == ' ') --begin;
  return text_.substr(0, begin).ends_with(slice(text_, block.marker));
}

bool Matcher::goes_below(const Block& block) const {
  return block.kind != BlockKind::kHeading || (open_level_ != 0 && block.level > open_level_);
}

void Matcher::add_text(std::uint32_t i, std::size_t number, const Block& block) {
  FieldMatch& field = current().fields[number];
  field.texts.push_back(block.span);
  claim(i, Claim::kCard, field.rule->name);
  current().last_block = i;
}

bool Matcher::take_label_line(std::uint32_t i, const Block& block) {
  if (family_ == nullptr || block.marker.empty()) return false;
  NormSpan words = block.text;
  // - (1) 実施時期: the dash is that of the list, the number that of the label
  if (const auto marker = read_marker(slice(text_, words)); marker && marker->text_at < words.size())
    words.begin += marker->text_at;
  std::uint32_t rest = 0;
  const auto hit = LabelFinder(text_, grammars_).find_at_begin(words, rest);
  const FieldRule* rule = hit ? hit->field(family_) : nullptr;
  if (rule == nullptr || rest >= block.span.end) return false;
  header_.clear();
  table_ = nullptr;
  add_field(i, *rule, *hit).texts.push_back({rest, block.span.end});
  current().last_block = i;
  return true;
}

DocumentMatch match_cards(const NormText& text, const Layout& layout, const Grammar* family,
                          std::span<const Grammar* const> supplements) {
  return Matcher(text, layout, family, supplements).run();
}

}  // namespace torikomi

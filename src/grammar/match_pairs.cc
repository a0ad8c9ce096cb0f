// Labels and their words: beside each other in a row, or in rows below each other.
#include <algorithm>
#include <utility>

#include "heading.h"
#include "matcher.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// Of a label that no grammar knows: its words are kept under it.
const FieldRule kUnknownField{};

LabelHit words_as_label(NormSpan words) { return {{}, words, {words.end, words.end}}; }

/// From a row to the next one, a ruling between them.
constexpr std::uint32_t kNearBlocks = 2;

}  // namespace

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
  if (cells.size() < 2 || heads_sums_of_years(cells)) return false;
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
  // 出席者 | 委員長 | 山田 太郎 | 副委員長 | 鈴木 花子
  const std::size_t most = field_of(cells.front().hit)->type == FieldType::kAttendees ? 9 : 4;
  if (!in_card_ && cells.size() > most) return false;
  header_.clear();
  table_ = nullptr;
  const std::optional<HeaderCell> above = std::exchange(waiting_, std::nullopt);
  FieldMatch* open = nullptr;
  const RowCell* unknown = label_of_second_pair(cells);
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const RowCell& cell = cells[c];
    std::uint32_t rest = 0;
    if (c > 0 && repeats_words(cells[c - 1], cell)) continue;
    if (&cell == unknown) {
      open = &add_field(i, kUnknownField, words_as_label(cell.span));
      continue;
    }
    if (const FieldRule* rule = field_of(cell.hit)) {
      open = &add_field(i, *rule, *cell.hit);
      if (c + 1 == cells.size() && in_card_) wait_below(i, cell);
    } else if (const auto inside = in_card_ ? labels.find_at_begin(cell.span, rest) : std::nullopt;
               field_of(inside) != nullptr) {
      open = &add_field(i, *field_of(inside), *inside);
      if (rest < cell.span.end) open->texts.push_back({rest, cell.span.end});
    } else if (above && above->column == cell.column && i - waiting_row_ <= kNearBlocks && !open->texts.empty()) {
      current().fields[above->field].texts.push_back(cell.span);
    } else {
      open->texts.push_back(cell.span);
    }
  }
  return true;
}

/// 社会局 | 社会局 behind a label: one cell over two columns, printed in both. Values come again in columns of their
/// own.
bool Matcher::repeats_words(const RowCell& before, const RowCell& cell) const {
  constexpr std::size_t kShortest = 6;  // bytes
  const std::string_view words = slice(text_, cell.span);
  return words.size() >= kShortest && before.column + before.width == cell.column &&
         slice(text_, before.span) == words && !is_data(words);
}

void Matcher::wait_below(std::uint32_t i, const RowCell& label) {
  waiting_ = HeaderCell{current().fields.size() - 1, label.column};
  waiting_row_ = i;
}

/// 予算現額 | 48,512千円 | 決算額 | 47,903千円 | 執行率 | 98.7%: labels and their sums beside each other.
bool Matcher::holds_sum_pairs(const RowCells& cells) const {
  constexpr std::size_t kFewest = 2;
  std::size_t sums = 0;
  // 98.7% over the last two columns may be printed in both
  const std::size_t count = cells.size();
  const bool again = count > 2 && slice(text_, cells[count - 1].span) == slice(text_, cells[count - 2].span);
  if (count < 2 * kFewest || (count % 2 != 0 && !again)) return false;
  if (in_card_ && field_of(cells.front().hit) != nullptr) return false;  // the family reads it
  for (std::size_t c = 0; c + 1 < count; c += 2) sums += is_sum_pair(cells, c) ? 1 : 0;
  return sums >= kFewest;
}

bool Matcher::is_sum_pair(const RowCells& cells, std::size_t c) const {
  return sum_rule(cells[c].hit) != nullptr && prints_yen(slice(text_, cells[c + 1].span));
}

/// In a card too the supplements know the names of sums.
const FieldRule* Matcher::sum_rule(const std::optional<LabelHit>& hit) const {
  if (!hit) return nullptr;
  for (const Grammar* grammar : grammars_)
    if (const FieldRule* rule = hit->field(grammar); rule != nullptr && rule->type == FieldType::kAmount) return rule;
  return nullptr;
}

bool Matcher::take_sum_pairs(std::uint32_t i, const RowCells& cells) {
  if (!holds_sum_pairs(cells)) return false;
  header_.clear();
  table_ = nullptr;
  for (std::size_t c = 0; c + 1 < cells.size(); c += 2) {
    FieldMatch& pair = is_sum_pair(cells, c) ? add_field(i, *sum_rule(cells[c].hit), *cells[c].hit)
                                             : add_field(i, kUnknownField, words_as_label(cells[c].span));
    pair.texts.push_back(cells[c + 1].span);  // 執行率 | 98.7% too
  }
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
  const FieldRule& rule = *field_of(cells.front().hit);
  add_field(i, rule, *cells.front().hit);
  if (rule.type != FieldType::kAttendees) open_field_ = kNoField;
  return true;
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
  if (is_one_stretch(i, cells)) {
    field.texts.push_back({cells.front().span.begin, cells.back().span.end});
  } else {
    for (const RowCell& cell : cells) field.texts.push_back(cell.span);
  }
  claim(i, Claim::kCard, field.rule->name);
  return true;
}

}  // namespace torikomi

#include "amount_items.h"

#include <algorithm>
#include <map>

#include "amount_columns.h"
#include "amount_words.h"
#include "amount_years.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::size_t kLongestTotal = 20;  // bytes of 小   計

/// ×, ◎: a judgement in a cell of its own.
bool is_mark(std::string_view words) {
  return !words.empty() && utf8::decode(words, 0).size == words.size() && words.size() > 1 && !holds_letters(words);
}

}  // namespace

AmountItems::AmountItems(const Builder& builder, const TableMatch& table)
    : builder_(builder),
      table_(table),
      any_(std::any_of(table.columns.begin(), table.columns.end(), [](const auto& c) { return is_item(c.role); })) {
  find_classes();
  groups_told_ =
      std::count_if(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [&](NormSpan cell) { return is_group_total(cell); });
      }) > 1;
}

void AmountItems::find_classes() {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const ColumnMatch& column = table_.columns[c];
    classes_.push_back(column.role == ColumnRole::kCategory || (column.rule != nullptr && column.rule->party) ||
                       comes_again(c));
  }
}

/// 総事業費, うち交付金 below every one of the names before them, under one wide heading: not names, but parts.
bool AmountItems::comes_again(std::size_t column) const {
  const auto is_name = [&](std::size_t c) { return table_.columns[c].role == ColumnRole::kLineItem; };
  if (column == 0 || !is_name(column) || !is_name(column - 1)) return false;
  if (!(table_.columns[column].label == table_.columns[column - 1].label)) return false;
  std::map<std::string_view, NormSpan> names;  // by the part, the first name that it stands beside
  std::size_t again = 0;
  NormSpan name;
  for (const TableRow& row : table_.rows) {
    if (!row.cells[column - 1].empty()) name = row.cells[column - 1];
    if (row.cells[column].empty()) continue;
    const auto [first, is_new] = names.try_emplace(builder_.words(row.cells[column]), name);
    again += !is_new && builder_.words(first->second) != builder_.words(name) ? 1 : 0;
  }
  return again > 0 && again >= names.size();
}

void AmountItems::hold(const TableRow& row) {
  held_.resize(row.cells.size());
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (table_.columns[c].role == ColumnRole::kLineItem && !row.cells[c].empty()) held_[c] = row.cells[c];
  groups_.resize(row.cells.size());
  bool total = false;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const NormSpan cell = is_item(table_.columns[c].role) ? row.cells[c] : NormSpan();
    if (!cell.empty() || closes_) groups_[c] = cell;
    total = total || is_group_total(cell);
  }
  closes_ = total;
}

bool AmountItems::is_group_total(NormSpan words) const {
  const std::string key = words.size() > kLongestTotal ? std::string() : label_key(builder_.words(words));
  return key == "計" || key == "小計";
}

/// 歳入 over 市税, 町債 and 計: what the total in the same column as they is that of. The next one is that of all.
NormSpan AmountItems::group_of(const TableRow& row, NormSpan total) const {
  std::size_t c = 0;
  while (c < row.cells.size() && !(row.cells[c] == total)) ++c;
  while (c-- > 0)
    if (is_item(table_.columns[c].role) && holds_letters(builder_.words(groups_[c]))) return groups_[c];
  return {};
}

AmountItem AmountItems::item_of(const TableRow& row, std::size_t column) const {
  AmountItem item = deepest(row, column);
  if (!item.total) take_total(row, item);
  if (item.total && groups_told_ && is_group_total(item.words)) item.part = group_of(row, item.words);
  return item;
}

/// The items nearest before `column`, else behind it: [first, last).
std::pair<std::size_t, std::size_t> AmountItems::item_columns(std::size_t column) const {
  std::size_t last = column;
  while (last > 0 && !is_item(table_.columns[last - 1].role)) --last;
  if (last == 0) {  // the items stand behind
    last = column;
    while (last < table_.columns.size() && !is_item(table_.columns[last].role)) ++last;
    while (last < table_.columns.size() && is_item(table_.columns[last].role)) ++last;
  }
  std::size_t first = last;
  while (first > 0 && is_item(table_.columns[first - 1].role)) --first;
  return {first, last};
}

/// The deepest of them: 款 | 項 | 目 | amount, 節 | amount. 室名 | 区分 | amount: the class parts the sums of the
/// item.
AmountItem AmountItems::deepest(const TableRow& row, std::size_t column) const {
  AmountItem item;
  NormSpan count;  // 1回 beside スポットライト
  const auto [first, last] = item_columns(column);
  for (std::size_t at = last; at > first; --at) {
    NormSpan words = row.cells[at - 1];
    // a merged cell holds for all of its classes
    if (words.empty() && !item.part.empty() && !item.total && !begins_anew(row, at - 1)) words = held_[at - 1];
    if (words.empty() || is_money(words) || is_mark(builder_.words(words))) continue;
    item.total = item.total || is_total(builder_.words(words));
    const bool is_class = classes_[at - 1];
    if (is_count(words)) {
      count = words;
    } else if (item.words.empty()) {
      item.words = words;
      if (is_class) item.part = words;
    } else if (!item.part.empty() && !is_class && !fiscal_year_of_cell(builder_.words(words)) &&
               holds_letters(builder_.words(words))) {
      item.words = words;
      return item;
    }
  }
  if (item.words.empty()) item.words = count;
  item.part = item.total ? NormSpan() : category_over(first, item.words);
  return item;
}

/// 報償費 of 区分 | 項目: the category of an item that has words of its own; a merged cell holds for the rows below.
NormSpan AmountItems::category_over(std::size_t first, NormSpan item) const {
  if (first >= groups_.size() || table_.columns[first].role != ColumnRole::kCategory) return {};  // no item at all
  const std::string_view category = builder_.words(groups_[first]);
  const bool is_news = holds_letters(category) && label_key(category) != label_key(builder_.words(item));
  return is_news ? groups_[first] : NormSpan();
}

/// 市町計 in a column before: what the cells above hold no longer holds.
bool AmountItems::begins_anew(const TableRow& row, std::size_t column) const {
  return std::any_of(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(column),
                     [&](NormSpan cell) { return holds_letters(builder_.words(cell)); });
}

/// 1回, 2人: a number with a unit that is known.
bool AmountItems::is_count(NormSpan words) const {
  const auto number = parse_number(builder_.words(words));
  return number && number->per.empty() && is_heading_unit(number->unit);
}

bool AmountItems::is_money(NormSpan words) const {
  const auto number = parse_number(builder_.words(words));
  return number && number->is_money;
}

/// 合計 | 4団体 | 2,838,200: the total is told by a column before that of the items.
void AmountItems::take_total(const TableRow& row, AmountItem& item) const {
  for (std::size_t c = 0; c < row.cells.size() && !is_sum(table_.columns[c].role); ++c) {
    if (is_item(table_.columns[c].role) || row.cells[c].empty() || !is_total(builder_.words(row.cells[c]))) continue;
    item = {row.cells[c], {}, true};
    return;
  }
}

NormSpan without_bullet(const Builder& builder, NormSpan item) {
  const auto marker = read_marker(builder.words(item));
  const bool bullet = marker && marker->kind == MarkerKind::kBullet && marker->text_at < item.size();
  return bullet && builder.words(item).front() != '-' ? NormSpan{item.begin + marker->text_at, item.end} : item;
}

}  // namespace torikomi

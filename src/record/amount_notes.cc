#include "amount_notes.h"

#include <algorithm>
#include <string>

#include "amount_columns.h"
#include "amount_words.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/heading.h"

namespace torikomi {

Cell AmountNotes::note_of(const TableRow& row, const Place& place) const {
  const ColumnMatch& column = table_.columns[place.column];
  const bool alone = std::none_of(table_.columns.begin(), table_.columns.end(), [&](const ColumnMatch& other) {
    return &other != &column && other.heads != column.heads && is_sum(other.role) && same_facts(column, other);
  });
  // an ending says less than a label
  const bool by_label = column.rule == nullptr || !column.rule->labels.empty() || (sums() == 1 && !column.rule->rest);
  const bool tells = !hides_kind(column, place.kind) &&
                     ((column.role == ColumnRole::kYear && !place.year_lost) ||
                      ((alone || column.heads.empty()) && by_label && (place.kind != "other" || sums() == 1)));
  const NormSpan remark = remark_of(row, place.column);
  std::vector<NormSpan> parts;
  if (!place.part.empty()) parts.push_back(place.part);
  // a heading that no label tells says what it says together with those above it: 報酬 below 給与費
  const std::vector<NormSpan> heads = words_over(column);
  const bool unknown =
      column.rule == nullptr || column.rule->rest || (heads.size() > 1 && heads.back().begin > column.label.end);
  if (place.year_lost) parts.push_back(column.year.empty() ? column.label : column.year);
  if (!tells && !place.year_lost && unknown) parts.insert(parts.end(), heads.begin(), heads.end());
  if (!tells && !place.year_lost && !unknown && !column.label.empty()) parts.push_back(column.label);
  if (!remark.empty()) parts.push_back(remark);
  if (parts.empty()) return builder_.line_cell(remark);
  if (parts.size() == 1) return builder_.line_cell(parts.front());
  std::string joined;
  for (const NormSpan words : parts) joined += (joined.empty() ? "" : "\n") + line_text(builder_.words(words));
  return builder_.value_cell(builder_.records.keep(joined), parts.back());
}

/// 国庫支出金 of 令和4年度予算 and of 令和4年度決算: both are earmarked, the heading parts them.
bool AmountNotes::hides_kind(const ColumnMatch& column, std::string_view kind) const {
  if (kind != "earmarked" || column.rule == nullptr || column.rule->kind.empty() || column.rule->kind == kind)
    return false;
  return std::any_of(table_.columns.begin(), table_.columns.end(), [&](const ColumnMatch& other) {
    return is_sum(other.role) && other.rule != nullptr && other.rule->kind != column.rule->kind &&
           label_key(builder_.words(other.year)) == label_key(builder_.words(column.year));
  });
}

NormSpan AmountNotes::remark_of(const TableRow& row, std::size_t column) const {
  for (std::size_t c = column + 1; c < row.cells.size() && !is_item(table_.columns[c].role); ++c)
    if (table_.columns[c].role == ColumnRole::kNote) return row.cells[c];
  // 1通あたり before the price, 摘要 before 金額
  return column > 0 && table_.columns[column - 1].role == ColumnRole::kNote ? row.cells[column - 1] : NormSpan();
}

std::vector<NormSpan> AmountNotes::words_over(const ColumnMatch& column) const {
  std::vector<NormSpan> out;
  for (const NormSpan head : column.heads)
    if (!is_heading_unit(builder_.words(head)) && !(head == column.year) && holds_letters(builder_.words(head)))
      out.push_back(head);
  return out;
}

/// How many headings stand over sums.
std::size_t AmountNotes::sums() const {
  std::size_t count = 0;
  const std::vector<NormSpan>* before = nullptr;
  for (const ColumnMatch& column : table_.columns) {
    if (!is_sum(column.role)) continue;
    count += before == nullptr || column.heads.empty() || *before != column.heads ? 1 : 0;
    before = &column.heads;
  }
  return count;
}

bool AmountNotes::same_facts(const ColumnMatch& a, const ColumnMatch& b) const {
  const auto kind = [](const ColumnMatch& c) {
    return c.rule == nullptr ? std::string_view() : std::string_view(c.rule->kind);
  };
  const auto offset = [](const ColumnMatch& c) { return c.rule == nullptr ? 0 : c.rule->year.value_or(0); };
  return a.role == b.role && kind(a) == kind(b) && offset(a) == offset(b) &&
         label_key(builder_.words(a.year)) == label_key(builder_.words(b.year));
}

}  // namespace torikomi

#include "amount_units.h"

#include <algorithm>

#include "amount_columns.h"
#include "amount_words.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

/// 国庫支出金, 一般財源 below 事業費(千円): where its money comes from.
bool is_source(const TableRow& row) {
  return row.rule != nullptr && (row.rule->kind == "earmarked" || row.rule->kind == "other");
}

}  // namespace

AmountUnits::AmountUnits(const Builder& builder, const TableMatch& table) : builder_(builder), table_(table) {
  for (const ColumnMatch& column : table.columns)
    if (table_unit_.empty() && !is_sum(column.role)) table_unit_ = money_unit(builder.words(column.unit));
  if (const std::string_view unit = money_unit(builder.words(table.unit)); !unit.empty()) table_unit_ = unit;
  if (table_unit_.empty()) table_unit_ = unit_beside();
  for (const ColumnMatch& column : table.columns)
    if (years_unit_.empty()) years_unit_ = money_unit(builder.words(column.unit));
  read_units();
}

/// 予算額・執行額(単位:百万円), over several lines beside the rows: the unit of all of them.
std::string_view AmountUnits::unit_beside() const {
  for (const TableRow& row : table_.rows) {
    for (std::size_t c = 0; c < row.cells.size() && !is_sum(table_.columns[c].role); ++c) {
      const std::string_view words = builder_.words(row.cells[c]);
      if (words.find("(単位") == words.npos) continue;
      if (const std::string_view unit = money_unit(heading_unit(words).of(words)); !unit.empty()) return unit;
    }
  }
  return {};
}

std::string_view AmountUnits::unit_of(const TableRow& row, std::size_t column, NormSpan item) {
  const std::string_view words = builder_.words(item);
  const TextRange own = unit_of_item(words);
  if (!own.empty()) return row_unit_ = own.of(words);
  if (const std::string_view below = unit_below_number(row.cells[column]); !below.empty()) return below;
  const std::string_view unit = unit_below_headings(row, column);
  return unit.empty() && (is_part(words) || is_source(row) || adds_signs(words)) ? row_unit_ : unit;
}

/// 円 over the first number of a column (円<br>1,000), or in a row of its own above it: the unit of the column.
void AmountUnits::read_units() {
  constexpr std::size_t kRows = 2;
  units_.resize(table_.columns.size());
  for (std::size_t r = 0; r < std::min(kRows, table_.rows.size()); ++r) {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const NormSpan cell = table_.rows[r].cells[c];
      const auto end = static_cast<std::uint32_t>(money_unit_line(builder_.words(cell)));
      const bool sum = is_sum(table_.columns[c].role);
      if ((!sum && table_.columns[c].role != ColumnRole::kNote) || !units_[c].empty()) continue;
      units_[c] = {cell.begin, cell.begin + end};
      if (end == 0 && r == 0 && sum) units_[c] = unit_behind(cell);
    }
  }
}

/// 千円 of 204,000 千円: the first number of a column tells that of the others.
NormSpan AmountUnits::unit_behind(NormSpan cell) const {
  const std::string_view words = builder_.words(cell);
  std::size_t begin = words.find_last_of("0123456789") + 1;  // npos + 1 is 0
  if (begin == 0 || !parse_number(words)) return {};
  while (begin < words.size() && words[begin] == ' ') ++begin;
  const std::string_view unit = words.substr(begin);
  const bool money = unit.ends_with("円") && money_unit(unit) == unit;
  return money ? NormSpan{cell.begin + static_cast<std::uint32_t>(begin), cell.end} : NormSpan{};
}

std::string_view AmountUnits::unit_over(std::size_t column) const {
  const std::string_view head = money_unit(builder_.words(table_.columns[column].unit));
  return head.empty() ? builder_.words(units_[column]) : head;
}

NormSpan AmountUnits::value_of(NormSpan cell) const {
  const std::string_view words = builder_.words(cell);
  if (words.size() > 2 && words.starts_with('[') && words.ends_with(']'))
    return builder_.trimmed({cell.begin + 1, cell.end - 1});
  // 5,753 over a sentence about it
  const std::size_t line = words.find(kBreak);
  if (line != words.npos && parse_number(words.substr(0, line)) && !parse_number(words))
    return {cell.begin, cell.begin + static_cast<std::uint32_t>(line)};
  const std::size_t unit = money_unit_line(words);
  return unit == 0 || unit == cell.size() ? cell
                                          : NormSpan{cell.begin + static_cast<std::uint32_t>(unit) + 1, cell.end};
}

bool AmountUnits::is_decimal_share(NormSpan cell, std::string_view unit) const {
  const std::string_view units = builder_.words(table_.unit);
  const bool whole = unit == "円" || (unit == "千円" && units.find('%') != units.npos);
  const std::string_view own = builder_.words(cell);
  return whole && unit == table_unit_ && own.find('.') != own.npos && is_data_only(own);
}

/// 千円 of 18,298<br>千円: the line below the number is its unit.
std::string_view AmountUnits::unit_below_number(NormSpan cell) const {
  const std::string_view words = builder_.words(cell);
  const std::size_t line = words.find(kBreak);
  if (line == words.npos || !is_data_only(words.substr(0, line))) return {};
  const std::string_view unit = words.substr(line + 1);
  return money_unit_line(unit) == unit.size() ? unit : std::string_view();
}

/// 千円 in a column of units; 予算額(千円) beats (単位:円) above the table. 総事業費(千円) | R6 | R7: the years have
/// the unit of the heading that has one.
std::string_view AmountUnits::unit_below_headings(const TableRow& row, std::size_t number) const {
  const ColumnMatch& column = table_.columns[number];
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (table_.columns[c].role == ColumnRole::kUnit && !row.cells[c].empty()) return builder_.words(row.cells[c]);
  const std::string_view own = money_unit(builder_.words(column.unit));
  if (!own.empty()) return own;
  if (!units_[number].empty()) return builder_.words(units_[number]);
  if (table_unit_.empty() && column.role == ColumnRole::kDifference) return unit_of_difference(row, number);
  return table_unit_.empty() && column.role == ColumnRole::kYear ? years_unit_ : table_unit_;
}

/// 100 below 増減, beside 1,500 below 令和5年度(千円) and 1,400 below 令和4年度(千円): what makes the difference of two
/// sums has their unit.
std::string_view AmountUnits::unit_of_difference(const TableRow& row, std::size_t number) const {
  const auto value = [&](std::size_t c) -> std::optional<Decimal> {
    const auto read = parse_number(builder_.words(row.cells[c]));
    return read && read->unit.empty() ? std::optional(read->value) : std::nullopt;
  };
  const auto own = value(number);
  for (std::size_t c = 1; own && c < number; ++c) {
    const std::string_view unit = unit_over(c);
    const auto one = value(c - 1);
    const auto other = value(c);
    if (!one || !other || unit.empty() || unit != unit_over(c - 1)) continue;
    if (one->minus(*other) == own || other->minus(*one) == own) return unit;
  }
  return {};
}

}  // namespace torikomi

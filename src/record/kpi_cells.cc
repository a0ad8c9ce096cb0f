#include "kpi_cells.h"

#include <algorithm>
#include <array>
#include <string>

#include "kpi_roles.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 7> kTargetTimes = {"目標年度",     "目標年",   "達成年度", "目標達成年度",
                                                          "達成目標年度", "目標年月", "目標時期"};

/// (27年度), (令和元年度 aside): a short year in brackets.
bool has_bare_year(std::string_view cell) {
  const std::size_t open = cell.rfind('(');
  if (open == cell.npos || !cell.ends_with(")")) return false;
  const std::string_view inside = cell.substr(open + 1);
  const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
  return digits > 0 && digits < 3 && inside.substr(digits).starts_with("年");
}

/// Contract: 人/年 is the unit 人 per 年, also in a column of units.
void part_rate(KpiCell& kpi) {
  if (!kpi.number || !kpi.number->per.empty()) return;
  std::string& unit = kpi.number->unit;
  const std::size_t slash = unit.find('/');
  if (slash == unit.npos || slash == 0 || slash + 1 == unit.size()) return;
  kpi.number->per = unit.substr(slash + 1);
  unit.resize(slash);
}

bool is_wide(const TableRow& row, std::size_t column) {
  return std::find(row.wide.begin(), row.wide.end(), column) != row.wide.end();
}

}  // namespace

KpiCells::KpiCells(const Builder& builder, const TableMatch& table, const std::vector<ColumnRole>& roles,
                   const DateContext& dates)
    : builder_(builder), table_(table), roles_(roles), dates_(dates) {
  for (const ColumnMatch& column : table_.columns) {
    if (seen_ || column.year.empty()) continue;
    if (const auto year = find_heading_year(words(column.year)); year && year->date) seen_ = year->date->first;
  }
  const bool names = std::find(roles_.begin(), roles_.end(), ColumnRole::kIndicator) != roles_.end();
  goes_by_target_years_ = names && std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
                            return last_cell(row, ColumnRole::kIndicator).empty() && !target_year(row).empty();
                          });
}

NormSpan KpiCells::last_cell(const TableRow& row, ColumnRole role) const {
  NormSpan found;
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (roles_[c] == role && !row.cells[c].empty()) found = row.cells[c];
  return found;
}

bool KpiCells::is_time(std::size_t column) const {
  if (is_year_of_value(column)) return true;
  const std::string key = label_key(words(table_.columns[column].label));
  if (std::find(kTargetTimes.begin(), kTargetTimes.end(), key) == kTargetTimes.end()) return false;
  return std::any_of(table_.columns.begin(), table_.columns.end(), [&](const ColumnMatch& other) {
    return other.role == ColumnRole::kTarget && label_key(words(other.label)) != key;
  });
}

/// 年度 beside 値, both below 現状値: the time of the value in the next column.
bool KpiCells::is_year_of_value(std::size_t column) const {
  const auto& columns = table_.columns;
  if (column + 1 >= columns.size() || columns[column].heads.size() < 2 || columns[column + 1].heads.size() < 2)
    return false;
  const std::string key = label_key(words(columns[column].heads.back()));
  return (key == "年度" || key == "年" || key == "時点") && is_kpi_value(roles_[column + 1]) &&
         words(columns[column].heads.front()) == words(columns[column + 1].heads.front());
}

/// 令和8年度, H28.3
std::optional<DateValue> KpiCells::time_of_target(NormSpan cell) const {
  if (auto year = find_heading_year(words(cell), dates_); year && year->date) return std::move(year->date);
  auto date = parse_date(words(cell), dates_);
  return date && date->first ? std::move(date) : std::nullopt;
}

NormSpan KpiCells::target_year(const TableRow& row) const {
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    if (is_time(c) && time_of_target(row.cells[c])) return row.cells[c];
  return {};
}

bool KpiCells::take_days(const TableRow& row) {
  std::vector<NormSpan> days(roles_.size());
  bool found = false;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (row.cells[c].empty()) continue;
    const auto date = is_kpi_value(roles_[c]) ? parse_date(words(row.cells[c]), dates_) : std::nullopt;
    if (!date || !date->first || date->year_inferred) return false;
    days[c] = row.cells[c];
    found = true;
  }
  if (found) days_ = std::move(days);
  return found;
}

KpiCell KpiCells::parse(NormSpan cell, std::string_view unit) const {
  NumberContext numbers;
  numbers.unit = unit;
  KpiCell kpi = parse_kpi(words(cell), numbers, dates_);
  if (!kpi.as_of && seen_ && has_bare_year(words(cell))) {
    // 93.4%(27年度) below 60.2%(平成28年度): the era is the one that is printed once
    DateContext dates = dates_;
    dates.previous = seen_;
    kpi = parse_kpi(words(cell), numbers, dates);
  }
  part_rate(kpi);
  return kpi;
}

KpiValue KpiCells::read(const TableRow& row, std::size_t column, NormSpan cell, ColumnRole role,
                        std::string_view unit) {
  KpiValue out{cell, parse(cell, unit), role, {}, {}};
  if (out.kpi.way && (role == ColumnRole::kBaseline || role == ColumnRole::kCurrent)) out.kpi.number.reset();
  if (out.kpi.as_of) {
    if (!seen_) seen_ = out.kpi.as_of->first;
    out.as_of = out.kpi.as_of;
    out.as_of_words = within(cell, out.kpi.as_of_words.begin, out.kpi.as_of_words.end);
    return out;
  }
  take_time(row, column, out);
  return out;
}

/// The time of a value that prints none: of its target, or the year of the heading, of the row, of a note in the
/// heading (目標値(H32)), of the day below it.
void KpiCells::take_time(const TableRow& row, std::size_t number, KpiValue& value) const {
  const ColumnMatch& column = table_.columns[number];
  const bool dated = number > 0 && is_year_of_value(number - 1);
  if (value.role == ColumnRole::kTarget && column.year.empty() && !dated) {
    if (const NormSpan goal = target_year(row); !goal.empty()) {
      value.as_of_words = goal;
      value.as_of = time_of_target(goal);
      return;
    }
  }
  // one value for several years is that of none
  if (!column.year.empty() && is_wide(row, number)) return;
  const NormSpan day = days_.empty() ? NormSpan() : days_[number];
  const NormSpan row_year = dated                   ? row.cells[number - 1]
                            : goes_by_target_years_ ? target_year(row)
                                                    : last_cell(row, ColumnRole::kRowYear);
  for (const NormSpan place : {column.year, row_year, column.note, day}) {
    const auto year = find_heading_year(words(place), dates_);
    auto date = year ? year->date : parse_date(words(place), dates_);
    if (dated && place == row_year && date && date->precision == Precision::kYear)
      if (auto fiscal = fiscal_year_of_cell(number - 1, place)) date = std::move(fiscal);
    // 7年度 of an era that nobody names: printed, but no date
    if (year && !date && value.as_of_words.empty())
      value.as_of_words = within(place, year->words.begin, year->words.end);
    if (place.empty() || !date) continue;
    value.as_of_words = year ? within(place, year->words.begin, year->words.end) : place;
    value.as_of = std::move(date);
    return;
  }
}

/// 2013 below 年度.
std::optional<DateValue> KpiCells::fiscal_year_of_cell(std::size_t column, NormSpan year) const {
  if (label_key(words(table_.columns[column].heads.back())) != "年度") return std::nullopt;
  return parse_date(std::string(words(year)) + "年度", dates_);
}

void KpiCells::set_goal(KpiValue& value) const {
  value.role = ColumnRole::kTarget;
  if (value.kpi.as_of) return;
  const auto year = find_heading_year(words(table_.goal.year), dates_);
  if (!year || !year->date) return;
  value.as_of = year->date;
  value.as_of_words = within(table_.goal.year, year->words.begin, year->words.end);
}

}  // namespace torikomi

#include "head_name.h"

#include <algorithm>

namespace torikomi {

bool HeadName::take() {
  if (!match_.title.empty() || !has_years()) return false;
  const auto kinds = std::find_if(match_.columns.begin(), match_.columns.end(),
                                  [](const ColumnMatch& column) { return column.role == ColumnRole::kRowKind; });
  if (kinds == match_.columns.end()) return false;
  return kinds == match_.columns.begin() ? take_beside_label()
                                         : take_before(static_cast<std::size_t>(kinds - match_.columns.begin()));
}

bool HeadName::has_years() const {
  return std::any_of(match_.columns.begin(), match_.columns.end(),
                     [](const ColumnMatch& column) { return column.role == ColumnRole::kYear; });
}

/// The nearest heading that nobody knows before the column of 目標 and 実績, where no column before it has words of its
/// own in their rows.
bool HeadName::take_before(std::size_t kinds) {
  for (std::size_t c = 0; c < kinds; ++c)
    if (!stands_in_head(match_.columns[c], match_.columns[kinds].column)) return false;
  std::size_t name = kinds;
  while (name-- > 0)
    if (match_.columns[name].rule == nullptr && !match_.columns[name].heads.empty()) break;
  if (name >= kinds) return false;
  match_.title = match_.columns[name].label;
  for (ColumnMatch& column : match_.columns)
    if (column.role == ColumnRole::kIndicator) column.role = ColumnRole::kOther;
  take_unit(match_.columns[name].unit);
  return true;
}

bool HeadName::take_beside_label() {
  if (match_.columns.size() < 2 || match_.columns[0].rule == nullptr || match_.columns[1].heads.size() < 2)
    return false;
  const NormSpan name = match_.columns[1].heads.front();
  if (match_.columns[0].rule->role != ColumnRole::kIndicator || labels_.find(name)) return false;
  match_.title = name;
  for (std::size_t c = 2; c + 1 < match_.columns.size(); ++c) {
    if (match_.columns[c].heads.empty() || !is_unit_label(match_.columns[c].heads.front())) continue;
    if (!match_.columns[c + 1].heads.empty()) take_unit(match_.columns[c + 1].heads.front());
    break;
  }
  return true;
}

bool HeadName::is_unit_label(NormSpan heading) const {
  const auto hit = labels_.find(heading);
  return hit && std::any_of(hit->targets.begin(), hit->targets.end(), [&](const LabelTarget& target) {
           return target.grammar == match_.grammar && target.at.kind == Grammar::LabelTarget::Kind::kColumn &&
                  &target.grammar->tables[target.at.index] == match_.rule &&
                  match_.rule->columns[target.at.column].role == ColumnRole::kUnit;
         });
}

/// The unit of all values that have none of their own.
void HeadName::take_unit(NormSpan unit) {
  for (ColumnMatch& column : match_.columns)
    if (column.unit.empty() && holds_value(column.role)) column.unit = unit;
}

/// Nothing below the heading, in rows with a word in column `kinds`, but its own words again where it reaches down.
bool HeadName::stands_in_head(const ColumnMatch& column, std::uint16_t kinds) const {
  const auto cell_of = [](const RowCells& row, std::uint16_t number) {
    return std::find_if(row.begin(), row.end(), [=](const RowCell& cell) { return cell.column == number; });
  };
  return std::all_of(body_.begin(), body_.end(), [&](const RowCells& row) {
    const auto cell = cell_of(row, column.column);
    if (cell == row.end() || cell_of(row, kinds) == row.end()) return true;
    return !column.heads.empty() && words(cell->span) == words(column.heads.back());
  });
}

}  // namespace torikomi

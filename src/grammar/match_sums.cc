// 事業名 | 総事業費 | 指標 | 目標値 | 実績値: sums of money beside indicators, dates or members are a table of their
// own over the same rows.
#include <algorithm>

#include "heading.h"
#include "matcher.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

/// The column of sums that a heading names, and its table.
struct SumColumn {
  const TableRule* table = nullptr;
  const ColumnRule* column = nullptr;
};

SumColumn sum_column(std::string_view text, const ColumnMatch& column, const LabelFinder& labels) {
  for (auto head = column.heads.rbegin(); head != column.heads.rend(); ++head) {
    const Heading heading = read_heading(text, *head, labels.find(*head), labels);
    for (const LabelTarget& target : heading.hit ? heading.hit->targets : std::vector<LabelTarget>()) {
      if (target.at.kind != Grammar::LabelTarget::Kind::kColumn) continue;
      const TableRule& table = target.grammar->tables[target.at.index];
      const ColumnRule& rule = table.columns[target.at.column];
      if (table.type == TableType::kAmount && rule.role == ColumnRole::kAmount && !rule.money) return {&table, &rule};
    }
  }
  return {};
}

const ColumnRule* item_rule(const TableRule& table) {
  const auto item = std::find_if(table.columns.begin(), table.columns.end(),
                                 [](const ColumnRule& column) { return column.role == ColumnRole::kLineItem; });
  return item == table.columns.end() ? nullptr : &*item;
}

/// A column that no value and no part of an indicator stands in, with words in half of its cells and more.
bool names_items(std::string_view text, const TableMatch& table, std::size_t column) {
  if (table.columns[column].role != ColumnRole::kOther) return false;
  std::size_t names = 0;
  std::size_t others = 0;
  for (const TableRow& row : table.rows) {
    const NormSpan cell = row.cells[column];
    if (cell.empty()) continue;
    // 自 or × is a judgement
    ++(is_data(slice(text, cell)) || utf8::count(slice(text, cell)) == 1 ? others : names);
  }
  return names > others;
}

/// What the rows of such a table are about; kOther: its sums are its own.
ColumnRole subject_of(TableType type) {
  switch (type) {
    case TableType::kKpi:
      return ColumnRole::kIndicator;
    case TableType::kSchedule:
      return ColumnRole::kActivity;
    case TableType::kMember:
      return ColumnRole::kOrganization;
    default:
      return ColumnRole::kOther;
  }
}

/// The column that tells what the sums from column `first` on are of: beside indicators the nearest one of names before
/// them, else what the rows are about. Nothing where no column does.
std::optional<std::size_t> item_column(std::string_view text, const TableMatch& table, std::size_t first) {
  const ColumnRole subject = subject_of(table.rule->type);
  for (std::size_t at = first; subject == ColumnRole::kIndicator && at-- > 0;)
    if (names_items(text, table, at)) return at;
  const auto main = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const ColumnMatch& column) { return column.role == subject; });
  if (main == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(main - table.columns.begin());
}

}  // namespace

void Matcher::part_sums(CardMatch& sheet) const {
  for (std::size_t t = 0; t < sheet.tables.size(); ++t) {
    if (subject_of(sheet.tables[t].rule->type) == ColumnRole::kOther) continue;
    if (auto sums = sums_beside(sheet.tables[t])) {
      sheet.tables.insert(sheet.tables.begin() + static_cast<std::ptrdiff_t>(t), std::move(*sums));
      ++t;
    }
  }
}

std::optional<TableMatch> Matcher::sums_beside(TableMatch& table) const {
  const LabelFinder labels(text_, grammars_);
  TableMatch sums;
  std::vector<std::size_t> taken;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].role != ColumnRole::kOther) continue;
    const SumColumn found = sum_column(text_, table.columns[c], labels);
    if (found.table == nullptr) continue;
    if (taken.empty()) sums.rule = found.table;
    if (found.table != sums.rule) continue;
    sums.columns.push_back(table.columns[c]);
    sums.columns.back().rule = found.column;
    sums.columns.back().role = ColumnRole::kAmount;
    taken.push_back(c);
  }
  if (taken.empty() || item_rule(*sums.rule) == nullptr) return std::nullopt;
  const auto item = item_column(text_, table, taken.front());
  if (!item) return std::nullopt;
  sums.columns.insert(sums.columns.begin(), table.columns[*item]);
  sums.columns.front().rule = item_rule(*sums.rule);
  sums.columns.front().role = ColumnRole::kLineItem;
  sums.title = table.title;
  sums.unit = table.unit;
  for (const TableRow& row : table.rows) {
    TableRow own{row.block, {row.cells[*item]}, row.fits, nullptr, {}};
    for (const std::size_t c : taken) own.cells.push_back(row.cells[c]);
    if (std::any_of(own.cells.begin() + 1, own.cells.end(), [](NormSpan cell) { return !cell.empty(); }))
      sums.rows.push_back(std::move(own));
  }
  if (slice(text_, table.unit).ends_with("円")) table.unit = {};  // that of the sums
  for (auto c = taken.rbegin(); c != taken.rend(); ++c) drop_column(table, *c);
  return sums;
}

void Matcher::drop_column(TableMatch& table, std::size_t column) {
  const auto at = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + at);
  for (TableRow& row : table.rows) {
    row.cells.erase(row.cells.begin() + at);
    std::erase(row.wide, column);
    for (std::size_t& wide : row.wide) wide -= wide > column ? 1 : 0;
  }
}

}  // namespace torikomi

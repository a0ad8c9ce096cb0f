#include "compare/row_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "torikomi/core/utf8.h"
#include "torikomi/record/dictionary.h"

namespace torikomi {
namespace {

using Names = std::vector<std::string_view>;

/// The columns that name a row, from the strictest set to the loosest.
struct Naming {
  TableId table;
  std::vector<Names> keys;
};

const std::vector<Names>& keys_of(TableId table) {
  static const std::vector<Naming> kNamings = {
      {TableId::documents, {{}}},
      {TableId::measures, {{"policy_area", "measure", "project"}, {"measure", "project"}, {"project"}}},
      {TableId::fields, {{"section", "label"}, {"label"}}},
      {TableId::items, {{"label", "text"}}},
      {TableId::participants, {{"name", "code", "role"}, {"name"}}},
      {TableId::schedules,
       {{"status", "activity", "ordinal", "edtf", "place"},
        {"activity", "ordinal", "edtf"},
        {"status", "activity", "ordinal"},
        {"activity", "edtf"}}},
      {TableId::kpis, {{"indicator", "unit"}, {"indicator"}}},
      {TableId::kpi_values, {{"role", "as_of_edtf"}, {"role"}}},
      {TableId::amounts, {{"fiscal_year", "kind", "item"}, {"kind", "item"}}},
      {TableId::tables, {{"title", "header", "row", "column"}, {"title", "row", "column"}}},
      {TableId::sections, {{"number", "heading"}, {"heading"}}},
      {TableId::diagnostics, {{"rule", "excerpt"}}},
  };
  return kNamings[static_cast<std::size_t>(table)].keys;
}

std::optional<std::size_t> column_number(const TableInfo& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return i;
  return std::nullopt;
}

std::set<std::string> bigrams(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) starts.push_back(at);
  starts.push_back(text.size());
  std::set<std::string> out;
  for (std::size_t i = 0; i + 2 < starts.size(); ++i) out.emplace(text.substr(starts[i], starts[i + 2] - starts[i]));
  return out;
}

/// Dice coefficient of the pairs of characters: 1 is the same, 0 has nothing in common.
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  const auto common = std::count_if(a.begin(), a.end(), [&](const std::string& pair) { return b.count(pair) > 0; });
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

class Pairing {
 public:
  Pairing(const Table& before, const Table& after, const CommonIds& ids)
      : before_(before), after_(after), info_(after.info()), taken_(before.size()), pairs_(after.size()) {
    for (std::size_t i = 0; i < before.size(); ++i) before_scopes_.push_back(scope(before.row(i), ids, true));
    for (std::size_t i = 0; i < after.size(); ++i) after_scopes_.push_back(scope(after.row(i), ids, false));
  }

  std::vector<RowPair> run() {
    Names all;
    for (const ColumnInfo& column : info_.columns)
      if (is_compared(info_, column)) all.push_back(column.name);
    by_columns(all);
    for (const Names& key : keys_of(info_.id)) by_columns(key);
    if (info_.id == TableId::measures) by_likeness(col::measures::project);
    if (info_.id == TableId::schedules) by_likeness(col::schedules::activity);
    if (info_.id == TableId::kpis) by_likeness(col::kpis::indicator);
    std::vector<RowPair> out;
    for (std::size_t i = 0; i < pairs_.size(); ++i) out.push_back({pairs_[i], i});
    for (std::size_t i = 0; i < taken_.size(); ++i)
      if (!taken_[i]) out.push_back({i, std::nullopt});
    return out;
  }

 private:
  /// What the row belongs to, in the numbers that both sides share.
  std::string scope(ConstRow row, const CommonIds& ids, bool is_before) const {
    std::string out;
    const auto own = primary_key(info_);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string_view name = info_.columns[i].name;
      if (info_.columns[i].type != ColumnType::id || own == i || name == "document_id" || name == "table_id") continue;
      out += (is_before ? ids.before(row[i].text()) : ids.after(row[i].text())) + '\x1F';
    }
    return out;
  }

  std::string key(ConstRow row, const std::string& scope, const std::vector<std::size_t>& columns) const {
    std::string out = scope;
    for (const std::size_t column : columns) out += comparable(row[column]) + '\x1F';
    return out;
  }

  /// Pairs rows that agree in these columns, in their order where there are several.
  void by_columns(const Names& names) {
    std::vector<std::size_t> columns;
    for (const std::string_view name : names) columns.push_back(*column_number(info_, name));
    std::map<std::string, std::vector<std::size_t>> open;  // the first one last
    for (std::size_t i = before_.size(); i-- > 0;)
      if (!taken_[i]) open[key(before_.row(i), before_scopes_[i], columns)].push_back(i);
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (pairs_[i]) continue;
      const auto found = open.find(key(after_.row(i), after_scopes_[i], columns));
      if (found == open.end() || found->second.empty()) continue;
      take(found->second.back(), i);
      found->second.pop_back();
    }
  }

  /// Pairs rows of the same scope whose names are alike, the best first.
  void by_likeness(std::size_t column) {
    constexpr double kEnough = 0.5;
    struct Likely {
      double likeness;
      std::size_t before, after;
    };
    std::vector<std::set<std::string>> names;
    for (std::size_t i = 0; i < before_.size(); ++i) names.push_back(bigrams(before_.row(i)[column].text()));
    std::vector<Likely> likely;
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (pairs_[i]) continue;
      const auto name = bigrams(after_.row(i)[column].text());
      for (std::size_t j = 0; j < before_.size(); ++j) {
        if (taken_[j] || before_scopes_[j] != after_scopes_[i]) continue;
        if (const double same = likeness(names[j], name); same >= kEnough) likely.push_back({same, j, i});
      }
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const Likely& a, const Likely& b) { return a.likeness > b.likeness; });
    for (const Likely& l : likely)
      if (!taken_[l.before] && !pairs_[l.after]) take(l.before, l.after);
  }

  void take(std::size_t before, std::size_t after) {
    taken_[before] = true;
    pairs_[after] = before;
  }

  const Table& before_;
  const Table& after_;
  const TableInfo& info_;
  std::vector<std::string> before_scopes_, after_scopes_;
  std::vector<bool> taken_;
  std::vector<std::optional<std::size_t>> pairs_;
};

}  // namespace

void CommonIds::pair(std::string_view before, std::string_view after) {
  ++next_;
  if (!before.empty()) before_[std::string(before)] = next_;
  if (!after.empty()) after_[std::string(after)] = next_;
  if (before.empty() != after.empty()) single_[std::string(before.empty() ? after : before)] = true;
}

std::string CommonIds::of(const Numbers& numbers, std::string_view id) {
  const auto found = numbers.find(std::string(id));
  return found == numbers.end() ? std::string() : fmt::to_string(found->second);
}

bool is_compared(const TableInfo& table, const ColumnInfo& column) {
  if (column.type == ColumnType::id || column.name == "findings" || column.name.starts_with("line") ||
      column.name == "end_line" || column.name == "end_column") {
    return false;
  }
  switch (table.id) {
    case TableId::documents:  // about the file, not what it says
      return column.name != "source" && column.name != "encoding" && column.name != "coverage" &&
             column.name != "structured";
    case TableId::measures:  // the same texts stand in fields; the number only counts cards
      return column.type != ColumnType::narrative && column.name != "card_no";
    case TableId::diagnostics:
      return column.name != "source" && column.name != "column" && column.name != "message";
    default:
      return true;
  }
}

std::string comparable(const Cell& cell) {
  std::string text;
  cell.append_to(text);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == '\r' || text[at] == '\v' || text[at] == '\f') {
      if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
      out += " / ";
    } else {
      out += text[at];
    }
  }
  return out;
}

std::vector<RowPair> pair_rows(const Table& before, const Table& after, const CommonIds& ids) {
  return Pairing(before, after, ids).run();
}

}  // namespace torikomi

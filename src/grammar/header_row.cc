#include "header_row.h"

#include <algorithm>

#include "torikomi/value/date.h"

namespace torikomi {
namespace {

using Kind = Grammar::LabelTarget::Kind;

/// A heading that is a year and nothing else: 2022年, 平成29年度, H32.
bool is_year(std::string_view words) {
  if (words.size() > 40) return false;
  const auto date = parse_date(words);
  return date && (date->precision == Precision::kYear || date->precision == Precision::kFiscalYear);
}

class HeaderMatcher {
 public:
  HeaderMatcher(std::string_view text, const Grammar& grammar, std::size_t table)
      : text_(text), grammar_(grammar), table_(table) {
    match_.rule = &grammar.tables[table];
  }

  std::optional<TableMatch> run(std::span<const RowCell> cells) {
    for (const RowCell& cell : cells)
      if (!take(cell)) return std::nullopt;
    const auto known = std::count_if(match_.columns.begin(), match_.columns.end(),
                                     [](const ColumnMatch& c) { return c.rule != nullptr; });
    if (static_cast<std::uint32_t>(known) < match_.rule->min_columns) return std::nullopt;
    for (const ColumnRole role : match_.rule->required)
      if (!has(role)) return std::nullopt;
    for (const std::string& field : match_.rule->required_fields)
      if (!has_field(field)) return std::nullopt;
    return std::move(match_);
  }

 private:
  [[nodiscard]] bool has(ColumnRole role) const {
    return std::any_of(match_.columns.begin(), match_.columns.end(),
                       [role](const ColumnMatch& column) { return column.role == role; });
  }

  [[nodiscard]] bool has_field(const std::string& field) const {
    return std::any_of(match_.columns.begin(), match_.columns.end(), [&](const ColumnMatch& column) {
      return column.rule != nullptr && column.rule->field == field;
    });
  }

  /// False where the cell cannot stand in the header of this table.
  bool take(const RowCell& cell) {
    const ColumnRule* column = nullptr;
    bool title = false;
    for (const LabelTarget& target : cell.hit ? cell.hit->targets : std::vector<LabelTarget>()) {
      if (target.grammar != &grammar_ || target.at.index != table_ || target.at.kind == Kind::kField) continue;
      if (target.at.kind == Kind::kColumn) column = &match_.rule->columns[target.at.column];
      title = title || target.at.kind == Kind::kTable;
    }
    if (column == nullptr && title && match_.columns.empty() && match_.title.empty()) {
      match_.title = cell.span;
      return true;
    }
    if (column == nullptr) column = year_column(cell);
    if (column == nullptr && !match_.rule->open) return false;
    const NormSpan none = {cell.span.end, cell.span.end};
    match_.columns.push_back({column, column == nullptr ? ColumnRole::kOther : column->role,
                              cell.hit ? cell.hit->label : cell.span, cell.hit ? cell.hit->note : none, cell.column});
    return true;
  }

  [[nodiscard]] const ColumnRule* year_column(const RowCell& cell) const {
    for (const ColumnRule& column : match_.rule->columns)
      if (column.role == ColumnRole::kYear && is_year(slice(text_, cell.span))) return &column;
    return nullptr;
  }

  std::string_view text_;
  const Grammar& grammar_;
  std::size_t table_;
  TableMatch match_;
};

/// Only tables that one of the labels in the row leads to are worth a try.
bool is_named(const Grammar& grammar, std::size_t table, std::span<const RowCell> cells) {
  for (const RowCell& cell : cells) {
    if (!cell.hit) continue;
    for (const LabelTarget& target : cell.hit->targets)
      if (target.grammar == &grammar && target.at.kind != Kind::kField && target.at.index == table) return true;
  }
  return false;
}

}  // namespace

std::optional<TableMatch> match_header(std::string_view text, std::span<const RowCell> cells,
                                       std::span<const Grammar* const> grammars) {
  for (const Grammar* grammar : grammars) {
    for (std::size_t t = 0; t < grammar->tables.size(); ++t) {
      if (!is_named(*grammar, t, cells)) continue;
      if (auto match = HeaderMatcher(text, *grammar, t).run(cells)) return match;
    }
  }
  return std::nullopt;
}

std::optional<std::vector<std::size_t>> place_below(std::span<const std::uint16_t> columns,
                                                    std::span<const RowCell> cells, bool& fits) {
  std::vector<std::size_t> places;
  fits = true;
  for (const RowCell& cell : cells) {
    const auto at = std::find(columns.begin(), columns.end(), cell.column);
    if (at == columns.end()) break;
    places.push_back(static_cast<std::size_t>(at - columns.begin()));
  }
  if (places.size() == cells.size()) return places;
  fits = false;
  places.clear();
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells.size() == columns.size()) {
      places.push_back(c);
      continue;
    }
    const auto after = std::upper_bound(columns.begin(), columns.end(), cells[c].column);
    if (after == columns.begin()) return std::nullopt;
    const auto place = static_cast<std::size_t>(after - columns.begin()) - 1;
    if (!places.empty() && places.back() == place) return std::nullopt;
    places.push_back(place);
  }
  return places;
}

}  // namespace torikomi

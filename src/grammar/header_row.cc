#include "header_row.h"

#include <algorithm>
#include <string>

#include "head_grid.h"
#include "head_table.h"
#include "torikomi/core/find.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"
#include "torikomi/value/person.h"

namespace torikomi {
namespace {

using Kind = Grammar::LabelTarget::Kind;

bool matches_column(std::string_view heading, const TableRule& rule) {
  return std::any_of(rule.columns.begin(), rule.columns.end(),
                     [&](const ColumnRule& column) { return column.match && column.match->matches(heading); });
}

/// Only tables that a heading leads to are worth a try, or such as are told by years alone.
bool is_named(std::string_view text, const HeadGrid& grid, const Grammar& grammar, std::size_t table) {
  const TableRule& rule = grammar.tables[table];
  const auto ends_like_sums = [&](const Heading& heading) {
    return std::any_of(rule.columns.begin(), rule.columns.end(), [&](const ColumnRule& column) {
      return column.role == ColumnRole::kAmount && ends_like(slice(text, heading.words), column);
    });
  };
  int years = 0;
  for (const HeadColumn& column : grid.columns) {
    for (const Heading& heading : column.heads) {
      years += heading.only_year ? 1 : 0;
      if (!heading.hit && rule.type == TableType::kAmount && ends_like_sums(heading)) return true;
      if (!heading.hit && rule.type == TableType::kKpi && matches_column(slice(text, heading.words), rule)) return true;
      if (!heading.hit) continue;
      for (const LabelTarget& target : heading.hit->targets)
        if (target.grammar == &grammar && (target.at.kind == Kind::kColumn || target.at.kind == Kind::kTable) &&
            target.at.index == table)
          return true;
    }
  }
  return years > 1 && rule.money;
}

/// 4市町 over the names of four of them.
bool counts_names(std::string_view words) {
  if (!is_data(words)) return false;
  const auto number = parse_number(words);
  return number && !number->unit.empty() && !number->is_money && number->unit != "%" && words.find('.') == words.npos;
}

/// 金額 over the second column, with nothing over the names in the first.
bool heads_amounts(const RowCell& cell) {
  return cell.column > 0 && cell.hit &&
         std::any_of(cell.hit->targets.begin(), cell.hit->targets.end(), [](const LabelTarget& target) {
           if (target.at.kind != Kind::kColumn) return false;
           const ColumnRule& column = target.grammar->tables[target.at.index].columns[target.at.column];
           return column.role == ColumnRole::kAmount && !column.money;
         });
}

bool is_share(std::string_view words) { return is_data(words) && words.ends_with('%'); }

/// Two columns and more in which every cell prints yen, or a share of it (前年比 | 101.0%), behind one of words.
bool is_told_by_values(std::string_view text, const HeadGrid& grid, std::span<const RowCells> rows) {
  constexpr std::size_t kFewest = 2;
  std::size_t sums = 0;
  for (const HeadColumn& column : grid.columns) {
    std::size_t yen = 0;
    std::size_t others = 0;
    for (const RowCells& row : rows.subspan(grid.rows))
      for (const RowCell& cell : row)
        if (cell.column == column.column && !is_none_mark(slice(text, cell.span)) && !is_share(slice(text, cell.span)))
          ++(prints_yen(slice(text, cell.span)) ? yen : others);
    if (column.column == 0 && yen > 0) return false;
    sums += yen > 0 && others == 0 && !column.heads.empty() ? 1 : 0;
  }
  return sums >= kFewest;
}

}  // namespace

bool names_member(std::string_view text, const RowCells& cells) {
  for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
    std::string_view name = slice(text, cells[c + 1].span);
    name = name.substr(0, name.find('('));  // 五十嵐 進(令和5年3月まで)
    if (cells[c + 1].hit || name.find(' ') == name.npos || !looks_like_person(name)) continue;
    const std::string post = label_key(slice(text, cells[c].span));
    if (post.ends_with("長") || post.ends_with("委員")) return true;
  }
  return false;
}

bool prints_yen(std::string_view words) { return is_data(words) && words.ends_with("円"); }

bool holds_value(ColumnRole role) {
  switch (role) {
    case ColumnRole::kBaseline:
    case ColumnRole::kCurrent:
    case ColumnRole::kTarget:
    case ColumnRole::kActual:
    case ColumnRole::kMilestone:
    case ColumnRole::kYear:
    case ColumnRole::kAmount:
    case ColumnRole::kDifference:
      return true;
    default:
      return false;
  }
}

std::size_t known_headings(std::string_view text, const RowCells& cells) {
  constexpr std::size_t kMostColumns = 256;     // more than any page holds; a row of 300,000 cells is no table
  constexpr std::size_t kLongestYear = 60;      // bytes
  constexpr std::string_view kFullStop = "。";  // 平成29年度の取組はまだない。: a sentence is no heading
  if (cells.size() == 1) return heads_amounts(cells.front()) ? 1 : 0;
  if (cells.empty() || cells.size() > kMostColumns) return 0;
  // 委員 | (山形市): a name of a group beside a post
  if (const std::string_view last = slice(text, cells.back().span); cells.size() == 2 && !cells.back().hit &&
                                                                    last.starts_with('(') && last.ends_with(')') &&
                                                                    !find_heading_year(last))
    return 0;
  std::size_t known = 0;
  for (const RowCell& cell : cells) {
    const std::string_view words = slice(text, cell.span);
    if (&cell == &cells.front() && counts_names(words)) continue;
    if (is_data(words) || find_words(words, kFullStop) != words.npos) return 0;
    const bool named = cell.hit && std::any_of(cell.hit->targets.begin(), cell.hit->targets.end(), [](const auto& t) {
                         return t.at.kind == Kind::kColumn || t.at.kind == Kind::kTable;
                       });
    // 事業計画(平成29年度): a label of a card with its year
    const bool year = !cell.hit && cell.span.size() < kLongestYear && find_heading_year(words);
    known += named || year ? 1 : 0;
  }
  return known > 0 && names_member(text, cells) ? 0 : known;
}

std::optional<TableHead> match_head(std::string_view text, std::span<const RowCells> rows,
                                    std::span<const Grammar* const> grammars, const HeadContext& context) {
  const LabelFinder labels(text, grammars);
  const HeadGrid grid = read_head_grid(text, rows, labels);
  for (const Grammar* grammar : grammars) {
    for (std::size_t t = 0; t < grammar->tables.size(); ++t) {
      const bool by_values = grammar->tables[t].values && is_told_by_values(text, grid, rows);
      if (!by_values && !is_named(text, grid, *grammar, t)) continue;
      if (auto match = match_head_table(text, grid, rows, *grammar, t, context, labels))
        return TableHead{std::move(*match), grid.rows};
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

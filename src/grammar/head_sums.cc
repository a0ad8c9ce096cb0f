#include "head_sums.h"

#include <algorithm>

#include "heading.h"
#include "torikomi/text/normalize.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {

bool HeadSums::is_yen(NormSpan units) const { return !money_unit(words(units)).empty(); }

const ColumnRule* HeadSums::rule_of(ColumnRole role) const {
  const auto& columns = match_.rule->columns;
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const ColumnRule& column) { return column.role == role; });
  return found == columns.end() ? nullptr : &*found;
}

/// 予算額・執行額 over words or over nothing: an ending (…額) tells sums only where a value stands below it.
void HeadSums::settle_endings() {
  for (ColumnMatch& column : match_.columns) {
    if (column.role != ColumnRole::kAmount || column.rule == nullptr || !column.rule->labels.empty()) continue;
    if (holds_data(column.column)) continue;
    column.role = ColumnRole::kOther;
    column.rule = nullptr;
  }
}

bool HeadSums::holds_data(std::uint16_t column) const {
  return std::any_of(body_.begin(), body_.end(), [&](const RowCells& row) {
    return std::any_of(row.begin(), row.end(),
                       [&](const RowCell& cell) { return cell.column == column && is_data(words(cell.span)); });
  });
}

/// 財源内訳 above 国庫支出金 and 一般財源: words stand below a heading of sums before the first sums, so it names
/// items.
void HeadSums::settle_words() {
  const ColumnRule* item = rule_of(ColumnRole::kLineItem);
  if (item == nullptr) return;
  for (ColumnMatch& column : match_.columns) {
    if (column.role != ColumnRole::kAmount || !column.year.empty() || !column.rule->kind.empty()) return;
    if (!holds_words_only(column.column)) return;
    column.role = item->role;
    column.rule = item;
  }
}

bool HeadSums::holds_words_only(std::uint16_t column) const {
  std::size_t cells = 0;
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row) {
      if (cell.column != column) continue;
      if (is_data(words(cell.span)) || is_heading_unit(words(cell.span))) return false;
      ++cells;
    }
  }
  return cells > 0;
}

/// 期間 | 学校 | 庁舎 | 合計: beside amounts a column in which every cell is money is one of amounts, whatever its
/// heading.
void HeadSums::settle_money() {
  for (ColumnMatch& column : match_.columns)
    if (column.rule == nullptr && column.role == ColumnRole::kOther && holds_money(column.column))
      column.role = ColumnRole::kAmount;
}

/// Sums that print their unit, and shares of them (前年比 | 101.0%).
bool HeadSums::holds_money(std::uint16_t column) const {
  std::size_t sums = 0;
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row) {
      if (cell.column != column || is_none_mark(words(cell.span))) continue;
      const auto number = parse_number(words(cell.span));
      if (number && number->unit == "%") continue;
      if (!number || !number->is_money || !number->per.empty()) return false;
      ++sums;
    }
  }
  return sums > 0;
}

/// 室名 | 午前 | 夜間 below (単位:円): in a table of money, columns behind the items that no heading tells hold sums,
/// if plain numbers stand below them.
void HeadSums::settle_rest() {
  const auto& rules = match_.rule->columns;
  const auto rest = std::find_if(rules.begin(), rules.end(), [](const ColumnRule& column) { return column.rest; });
  if (rest == rules.end()) return;
  const NormSpan around = context_.own_unit ? context_.unit : unit_in_brackets(text_, context_.title);
  bool behind_items = false;
  for (ColumnMatch& column : match_.columns) {
    const bool unknown = column.rule == nullptr && column.role == ColumnRole::kOther;
    const NormSpan units = column.unit.empty() ? around : column.unit;
    if (unknown && behind_items && !column.heads.empty() && (is_yen(units) || stands_among_sums(column)) &&
        holds_plain_sums(column.column, words(units))) {
      column.role = rest->role;
      column.rule = &*rest;
    }
    if (unknown && column.rule == nullptr && behind_items && !column.heads.empty() && is_statement() &&
        column.unit.empty() && holds_groups(column.column) && holds_plain_sums(column.column, {}))
      column.role = ColumnRole::kAmount;
    behind_items = behind_items || !holds_plain_sums(column.column, {});
  }
}

/// 公益目的事業 | 法人会計 before 合計 | 前年度決算, where nobody names a unit: numbers in groups of three digits like
/// those below the headings behind them that are known.
bool HeadSums::stands_among_sums(const ColumnMatch& column) const {
  if (!column.unit.empty() || !context_.unit.empty()) return false;
  const auto known = std::count_if(match_.columns.begin(), match_.columns.end(), [&](const ColumnMatch& other) {
    return other.column > column.column && other.role == ColumnRole::kAmount && other.rule != nullptr &&
           !other.rule->labels.empty() && !other.rule->money && holds_groups(other.column);
  });
  return known > 0 && holds_groups(column.column);
}

/// 科目 | 全体 | 財務局 below 収入の部: accounts by who spends them, in a statement that names no unit.
bool HeadSums::is_statement() const {
  const ColumnMatch& first = match_.columns.front();
  if (first.role != ColumnRole::kCategory || !context_.unit.empty()) return false;
  const std::string account = label_key(words(first.label));
  if (account != "科目" && account != "費目" && account != "款" && account != "予算科目") return false;
  for (const std::string_view word : {"収入", "支出", "歳入", "歳出", "収支", "予算", "決算"})
    if (words(context_.title).find(word) != std::string_view::npos) return true;
  return false;
}

bool HeadSums::holds_groups(std::uint16_t column) const {
  return std::any_of(body_.begin(), body_.end(), [&](const RowCells& row) {
    return std::any_of(row.begin(), row.end(), [&](const RowCell& cell) {
      return cell.column == column && is_data(words(cell.span)) && words(cell.span).find(',') != std::string_view::npos;
    });
  });
}

/// Numbers without a unit of their own. Decimals are rates where the unit is whole yen or one of several.
bool HeadSums::holds_plain_sums(std::uint16_t column, std::string_view units) const {
  const bool whole = units == "円" || units == "千円" || units.find('%') != units.npos;
  std::size_t sums = 0;
  std::size_t counts = 0;
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row) {
      if (cell.column != column || is_none_mark(words(cell.span)) || is_heading_unit(words(cell.span))) continue;
      const auto number = parse_number(words(cell.span));
      if (!number || number->denominator || !number->per.empty()) return false;
      if (!number->unit.empty() && !number->is_money) {
        ++counts;  // 人数 | 7人
        continue;
      }
      if (whole && words(cell.span).find('.') != std::string_view::npos) return false;
      ++sums;
    }
  }
  return sums > 0 && sums >= counts;
}

/// Words, or nothing.
bool HeadSums::holds_names(std::uint16_t column) const {
  std::size_t names = 0;
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row) {
      if (cell.column != column || is_none_mark(words(cell.span))) continue;
      if (is_data(words(cell.span))) return false;
      ++names;
    }
  }
  return names > 0;
}

/// 節 | 予算額 | 説明 | 予算額, 項目 | 支出額 | 備考 | (no heading): words between sums under one heading are what the
/// second are for.
void HeadSums::settle_inner_items(const ColumnRule& item) {
  for (std::size_t c = 1; c + 1 < match_.columns.size(); ++c) {
    ColumnMatch& column = match_.columns[c];
    const ColumnMatch& before = match_.columns[c - 1];
    const ColumnMatch& behind = match_.columns[c + 1];
    if (column.role != ColumnRole::kNote || before.role != ColumnRole::kAmount || behind.role != ColumnRole::kAmount)
      continue;
    const bool again = behind.heads.empty() || label_key(words(before.label)) == label_key(words(behind.label));
    if (!again || !holds_names(column.column)) continue;
    column.role = item.role;
    column.rule = &item;
  }
}

/// 歳入 | 予算額 | 歳出 | 予算額: names before sums under a heading that comes again are what the second are for.
void HeadSums::settle_second_items(const ColumnRule& item) {
  auto& columns = match_.columns;
  const auto is_name = [&](std::size_t c) {
    return columns[c].rule == nullptr && columns[c].role == ColumnRole::kOther && !columns[c].heads.empty() &&
           holds_names(columns[c].column);
  };
  for (std::size_t c = 2; c + 1 < columns.size(); ++c) {
    // as many columns behind either name, and the same headings over them
    const std::size_t behind = columns.size() - 1 - c;
    if (columns[c + 1].role != ColumnRole::kAmount || !is_name(c) || c < behind + 1) continue;
    const auto at = columns.begin() + static_cast<std::ptrdiff_t>(c);
    const std::size_t first = c - behind;
    const bool again = std::equal(
        at - static_cast<std::ptrdiff_t>(behind), at, at + 1, [&](const ColumnMatch& one, const ColumnMatch& other) {
          return one.role == other.role && label_key(words(one.label)) == label_key(words(other.label));
        });
    if (!again) continue;
    for (const std::size_t name : {first - 1, c}) {
      if (!is_name(name)) continue;
      columns[name].role = item.role;
      columns[name].rule = &item;
    }
  }
}

/// 1.歳出の追加 is none.
bool HeadSums::holds_numbers(std::uint16_t column) const {
  return std::any_of(body_.begin(), body_.end(), [&](const RowCells& row) {
    return std::any_of(row.begin(), row.end(), [&](const RowCell& cell) {
      return cell.column == column && parse_number(words(cell.span)).has_value();
    });
  });
}

/// 歳入 | 歳出, each over names and the sums beside them: the second column below such a heading, or without one.
void HeadSums::settle_sides() {
  const ColumnRule* sum = rule_of(ColumnRole::kAmount);
  for (std::size_t c = 1; sum != nullptr && c < match_.columns.size(); ++c) {
    const ColumnMatch& names = match_.columns[c - 1];
    ColumnMatch& column = match_.columns[c];
    if (names.role != ColumnRole::kLineItem || names.heads.empty() || holds_numbers(names.column)) continue;
    const std::string side = label_key(words(names.heads.back()));
    const bool known = side == "歳入" || side == "歳出" || side.starts_with("収入") || side.starts_with("支出") ||
                       side == "歳入の部" || side == "歳出の部";
    const bool below = column.heads.empty() || words(column.heads.back()) == words(names.heads.back());
    if (!known || !below || !(is_yen(context_.unit) || holds_groups(column.column)) ||
        !holds_plain_sums(column.column, words(context_.unit)))
      continue;
    column.role = sum->role;
    column.rule = sum;
    column.heads = names.heads;
    column.label = names.label;
  }
}

/// 2 | 1 | 11 below 款 | 項 | 目: an account by its number alone.
bool HeadSums::holds_codes(std::uint16_t column) const {
  std::size_t codes = 0;
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row) {
      if (cell.column != column) continue;
      if (words(cell.span).find_first_not_of("0123456789") != std::string_view::npos) return false;
      ++codes;
    }
  }
  return codes > 0;
}

/// 内容 | 補正額 | 理由: words before the sums are what they are for, where no heading says so.
void HeadSums::settle_items() {
  const ColumnRule* rule = rule_of(ColumnRole::kLineItem);
  if (rule == nullptr) return;
  settle_inner_items(*rule);
  settle_second_items(*rule);
  ColumnMatch* words_before = nullptr;
  for (ColumnMatch& column : match_.columns) {
    const bool item = column.role == ColumnRole::kLineItem || column.role == ColumnRole::kCategory;
    if (item && !holds_codes(column.column)) return;
    if (column.role == ColumnRole::kAmount || column.role == ColumnRole::kYear) break;
    if (column.role == ColumnRole::kNote && holds_words_only(column.column)) words_before = &column;
    // a name that only the words below tell comes before what is said of it
    const bool names = column.rule == nullptr && column.role == ColumnRole::kOther && holds_words_only(column.column);
    if (names) return;
  }
  if (words_before == nullptr) return;
  words_before->role = rule->role;
  words_before->rule = rule;
}

bool HeadSums::counts_others() const {
  return !context_.unit.empty() && words(context_.unit).find("円") == std::string_view::npos && !speaks_of_money();
}

bool HeadSums::speaks_of_money() const {
  if (is_yen(context_.unit) || is_yen(unit_in_brackets(text_, context_.title))) return true;
  std::optional<std::uint16_t> units;
  for (const ColumnMatch& column : match_.columns) {
    if (is_yen(column.unit)) return true;
    if (column.role == ColumnRole::kUnit) units = column.column;
  }
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row)
      if (is_yen(unit_in_brackets(text_, cell.span)) || (cell.column == units && is_yen(cell.span)) ||
          is_unit_over_number(cell.span))
        return true;
  }
  return speaks_of_money_below();
}

/// 円<br>8,040,000
bool HeadSums::is_unit_over_number(NormSpan cell) const {
  const std::size_t unit = money_unit_line(words(cell));
  return unit > 0 && unit < cell.size() && is_data(words(cell).substr(unit + 1));
}

/// As many cells that print yen as other values: one sum among counts and words makes no table of money.
bool HeadSums::speaks_of_money_below() const {
  int sums = 0;
  int others = 0;
  for (const RowCells& row : body_) {
    for (const RowCell& cell : row) {
      const auto column = std::find_if(match_.columns.begin(), match_.columns.end(),
                                       [&](const ColumnMatch& c) { return c.column == cell.column; });
      const bool value = column != match_.columns.end() && holds_value(column->role);
      if (is_yen(cell.span))
        ++sums;
      else if (value && !is_none_mark(words(cell.span)))
        ++others;
    }
  }
  return sums > 0 && sums >= others;
}

}  // namespace torikomi

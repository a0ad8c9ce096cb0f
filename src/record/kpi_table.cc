#include "kpi_table.h"

#include <algorithm>
#include <string>

#include "kpi_cells.h"
#include "kpi_roles.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

class KpiTable {
 public:
  KpiTable(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder),
        table_(table),
        dates_(dates_of_kpis(builder, card, table)),
        roles_(settle_kpi_roles(builder, table, dates_)),
        cells_(builder, table, roles_, dates_),
        tells_kinds_(rows_tell_kinds(table)) {}

  std::vector<KpiEntry> run() {
    settle_names();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) read(table_.rows[i], i);
    leave_unprinted();
    return std::move(entries_);
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return builder_.words(span); }

  [[nodiscard]] bool has(ColumnRole role) const {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  }

  /// 1,250千円: a value that stands where an indicator should, in a row of something else.
  [[nodiscard]] static bool is_number(std::string_view words) {
    const auto number = parse_number(words);
    return number && number->begin == 0 && number->end == words.size();
  }

  /// The name of an indicator may stand in the middle of the height of its rows (実績, 目標値, 達成度): the first of
  /// them has it then, which begin where a kind of row comes again.
  void settle_names() {
    std::size_t first = 0;
    units_.resize(table_.rows.size());
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const TableRow& row = table_.rows[i];
      names_.push_back(cells_.last_cell(row, ColumnRole::kIndicator));
      take_unit_below(i);
      const auto again = [&](const TableRow& one) { return one.rule == row.rule; };
      if (row.rule == nullptr || std::any_of(table_.rows.begin() + static_cast<std::ptrdiff_t>(first),
                                             table_.rows.begin() + static_cast<std::ptrdiff_t>(i), again))
        first = i;
      if (row.rule != nullptr && names_[first].empty() && !names_[i].empty()) names_[first] = names_[i];
    }
  }

  /// 実施済校数, and (校) below it in the next row of the indicator.
  void take_unit_below(std::size_t row) {
    const NormSpan unit = in_brackets(names_[row]);
    if (row == 0 || table_.rows[row].rule == nullptr || table_.rows[row].rule == table_.rows[row - 1].rule) return;
    if (names_[row - 1].empty() || unit.size() + 2 != names_[row].size() || !is_heading_unit(words(unit))) return;
    names_[row] = {};
    units_[row - 1] = units_[row] = unit;
  }

  void read(const TableRow& row, std::size_t number) {
    KpiEntry entry = entry_of(row, number);
    if (entry.indicator.empty() && row.rule == nullptr && cells_.take_days(row)) {
      rest_.push_back(row.block);
      return;
    }
    const bool goes_on = continues(row, entry);
    if (!goes_on && entry.indicator.empty() && number == last_row_ + 1 && tells_apart(row, table_.rows[last_row_]))
      entry.indicator = entries_.back().indicator;
    const NormSpan indicator = goes_on && entry.indicator.empty() ? entries_.back().indicator : entry.indicator;
    if (goes_on && entry.unit.empty()) entry.unit = entries_.back().unit;
    read_values(row, number, indicator, entry);
    if (goes_on) {
      go_on(row, number, std::move(entry));
    } else {
      file(row, number, std::move(entry));
    }
  }

  /// What the row says of the indicator beside its values.
  [[nodiscard]] KpiEntry entry_of(const TableRow& row, std::size_t number) const {
    KpiEntry entry;
    entry.indicator = has(ColumnRole::kIndicator) ? names_[number] : name_above();
    entry.detail = detail_of(row);
    entry.unit = cells_.last_cell(row, ColumnRole::kUnit);
    if (entry.unit.empty()) entry.unit = units_[number];
    if (entry.unit.empty()) entry.unit = unit_of_kind(row);
    entry.fits = row.fits;
    for (const NormSpan cell : row.cells)
      if (entry.first.empty()) entry.first = cell;
    return entry;
  }

  void read_values(const TableRow& row, std::size_t number, NormSpan indicator, KpiEntry& entry) {
    const RowRule* bracket_rule = rule_in_brackets(row);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const ColumnRole role = role_of(row, c);
      if (row.cells[c].empty() || !is_kpi_value(role) || cells_.is_time(c)) continue;
      const std::string_view unit = unit_of(c, entry, indicator);
      const NormSpan inner = bracket_rule == nullptr ? NormSpan() : in_brackets(row.cells[c]);
      const NormSpan cell = inner.empty() ? row.cells[c] : before_brackets(row.cells[c], inner);
      if (!cell.empty()) {
        entry.values.push_back(cells_.read(row, c, cell, role, unit));
        take_running_total(entry.values.back(), indicator);
      }
      if (!inner.empty()) {
        const ColumnRole own = roles_[c] == ColumnRole::kYear ? bracket_rule->role : role;
        entry.values.push_back(cells_.read(row, c, inner, own, unit));
      }
      if (is_wide(row, c) && table_.columns[c].role == ColumnRole::kTarget)
        entry.values.back().role = ColumnRole::kTarget;
      if (is_goal(row, number, c)) cells_.set_goal(entry.values.back());
    }
  }

  /// A further row of the indicator before it.
  void go_on(const TableRow& row, std::size_t number, KpiEntry entry) {
    if (entry.values.empty()) {
      rest_.push_back(row.block);
      return;
    }
    last_row_ = number;
    auto& values = entries_.back().values;
    values.insert(values.end(), entry.values.begin(), entry.values.end());
  }

  /// The first row of an indicator, or a row of something else.
  void file(const TableRow& row, std::size_t number, KpiEntry entry) {
    const std::string_view name = words(entry.indicator);
    const bool named = !is_none_mark(name) && !is_total(name) && !is_number(name);
    if (named && !entry.values.empty()) {
      last_row_ = number;
      entries_.push_back(std::move(entry));
    } else if (named && row.rule != nullptr && is_kpi_value(row.rule->role) && !name.empty()) {
      // 目標 and nothing beside it: 実績 in the row below is that of this indicator
      unprinted_.emplace_back(entries_.size(), row.block);
      entries_.push_back(std::move(entry));
    } else {
      rest_.push_back(row.block);
    }
  }

  [[nodiscard]] static bool is_counted_class(std::string_view words) {
    const std::string_view counted = counted_class(words);
    return !counted.empty() && counted.size() == words.size();
  }

  /// がん検診の受診率 | 肺がん検診: words in a column without a heading that go on the indicator before it.
  [[nodiscard]] NormSpan detail_of(const TableRow& row) const {
    for (std::size_t c = row.cells.size(); c-- > 1;) {
      const ColumnMatch& column = table_.columns[c];
      if (roles_[c - 1] != ColumnRole::kIndicator || roles_[c] != ColumnRole::kOther) continue;
      const std::string_view own = words(row.cells[c]);
      // 男 and 女 tell two indicators apart under any heading
      if (!column.heads.empty() && !is_counted_class(own)) continue;
      return own.empty() || is_none_mark(own) || is_number(own) || is_heading_unit(own) ? NormSpan() : row.cells[c];
    }
    return {};
  }

  /// 朝食を食べる者の割合 | 小学生, and below it nothing | 中学生: one merged indicator of two rows that a column of
  /// words, or the words before the values, tell apart.
  [[nodiscard]] bool tells_apart(const TableRow& row, const TableRow& above) const {
    if (entries_.empty()) return false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const NormSpan own = row.cells[c];
      if (is_kpi_value(roles_[c]) && !counted_class(words(own)).empty() &&
          !counted_class(words(above.cells[c])).empty() &&
          counted_class(words(own)) != counted_class(words(above.cells[c])))
        return true;
      if (roles_[c] != ColumnRole::kOther || own.empty() || above.cells[c].empty() || is_number(words(own))) continue;
      if (!(own == above.cells[c]) && !is_none_mark(words(own)) && !is_total(words(own))) return true;
    }
    return false;
  }

  /// Indicators whose rows hold no value, and all rows that gave none.
  void leave_unprinted() {
    for (const auto& [entry, block] : unprinted_)
      if (entries_[entry].values.empty()) rest_.push_back(block);
    std::erase_if(entries_, [](const KpiEntry& entry) { return entry.values.empty(); });
    std::sort(rest_.begin(), rest_.end());
    for (const std::uint32_t block : rest_) builder_.rest.push_back({block, &table_});
  }

  /// 見込量(人) | 2,773: the unit that the word for the row names.
  [[nodiscard]] NormSpan unit_of_kind(const TableRow& row) const {
    const NormSpan kind = cells_.last_cell(row, ColumnRole::kRowKind);
    const TextRange unit = heading_unit(words(kind));
    return unit.empty() ? NormSpan() : within(kind, unit.begin, unit.end);
  }

  /// 数値目標① 婚姻率, above 基準値 | 現状値 | 目標値: the line without its mark and the word that says what it is.
  [[nodiscard]] NormSpan name_above() const {
    NormSpan name = table_.title;
    for (const std::string_view word : {"数値目標", "成果指標", "活動指標", "指標名", "指標", "KPI"}) {
      if (!words(name).starts_with(word)) continue;
      name.begin += static_cast<std::uint32_t>(word.size());
      break;
    }
    if (const auto marker = read_marker(words(name)); marker && marker->text_at < name.size())
      name.begin += marker->text_at;
    while (!name.empty() && (words(name).front() == ' ' || words(name).front() == ':')) ++name.begin;
    return name.empty() ? table_.title : name;
  }

  [[nodiscard]] static bool is_wide(const TableRow& row, std::size_t column) {
    return std::find(row.wide.begin(), row.wide.end(), column) != row.wide.end();
  }

  /// Alone below the years that one heading with a year of its own is over.
  [[nodiscard]] bool is_goal(const TableRow& row, std::size_t number, std::size_t column) const {
    const GoalYear& goal = table_.goal;
    if (goal.year.empty() || (goal.rows && number >= *goal.rows)) return false;
    std::size_t below = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      below += table_.columns[c].column >= goal.column && !row.cells[c].empty() ? 1 : 0;
    return below == 1 && table_.columns[column].column >= goal.column && !table_.columns[column].year.empty();
  }

  /// 登録者数(累計): every value of the indicator is cumulative.
  void take_running_total(KpiValue& value, NormSpan indicator) const {
    if (value.kpi.number && names_running_total(words(indicator))) value.kpi.number->cumulative = true;
  }

  /// Another row of the indicator above: of another kind or year, and the indicator is not printed again or is the
  /// same.
  [[nodiscard]] bool continues(const TableRow& row, const KpiEntry& entry) const {
    if (entries_.empty()) return false;
    // 最終目標, and below it 28年度 of the same indicator
    const bool year_of_row = entry.indicator.empty() && !cells_.target_year(row).empty();
    if (row.rule == nullptr && cells_.last_cell(row, ColumnRole::kRowYear).empty() && !year_of_row) return false;
    if (entry.indicator.empty()) return true;
    const KpiEntry& last = entries_.back();
    return words(entry.indicator) == words(last.indicator) &&
           (entry.unit.empty() || words(entry.unit) == words(last.unit));
  }

  /// A column that says what its values are is believed before the row.
  [[nodiscard]] ColumnRole role_of(const TableRow& row, std::size_t column) const {
    const ColumnRole role = roles_[column];
    if (row.rule == nullptr) return tells_kinds_ && role == ColumnRole::kYear ? ColumnRole::kOther : role;
    if (!is_kpi_value(row.rule->role)) return ColumnRole::kOther;
    return role == ColumnRole::kYear ? row.rule->role : role;
  }

  /// That of the row, of the heading, of the indicator's brackets, or of the whole table.
  [[nodiscard]] std::string_view unit_of(std::size_t column, const KpiEntry& entry, NormSpan indicator) const {
    if (!entry.unit.empty() && !is_none_mark(words(entry.unit))) return words(entry.unit);
    if (const NormSpan unit = table_.columns[column].unit; !unit.empty()) return words(unit);
    for (const NormSpan name : {entry.detail, indicator})
      if (const TextRange unit = heading_unit(words(name)); !unit.empty()) return unit.of(words(name));
    return is_heading_unit(words(table_.unit)) ? words(table_.unit) : std::string_view();
  }

  /// 活動実績(当初見込み): what the values in brackets of the row are, 1,721(1,700); nothing where its word has none.
  [[nodiscard]] const RowRule* rule_in_brackets(const TableRow& row) const {
    if (row.rule == nullptr) return nullptr;
    const NormSpan inner = in_brackets(cells_.last_cell(row, ColumnRole::kRowKind));
    const std::string key = label_key(words(inner));
    for (const RowRule& rule : table_.rule->rows)
      if (is_kpi_value(rule.role) && std::find(rule.labels.begin(), rule.labels.end(), key) != rule.labels.end())
        return &rule;
    return nullptr;
  }

  /// What stands in the brackets at the end of a cell.
  [[nodiscard]] NormSpan in_brackets(NormSpan cell) const {
    const std::string_view own = words(cell);
    const std::size_t open = own.ends_with(')') ? own.rfind('(') : own.npos;
    return open == own.npos ? NormSpan() : NormSpan{cell.begin + static_cast<std::uint32_t>(open) + 1, cell.end - 1};
  }

  [[nodiscard]] NormSpan before_brackets(NormSpan cell, NormSpan inner) const {
    NormSpan out = {cell.begin, inner.begin - 1};
    while (!out.empty() && (words(out).back() == ' ' || words(out).back() == '\v')) --out.end;
    return out;
  }

  Builder& builder_;
  const TableMatch& table_;
  DateContext dates_;
  std::vector<ColumnRole> roles_;  ///< by column, years settled
  KpiCells cells_;
  bool tells_kinds_;                 ///< rows say what their values are
  std::vector<NormSpan> names_;      ///< by row, of its indicator; empty where none is told
  std::vector<NormSpan> units_;      ///< by row, where it stands below the name; empty else
  std::size_t last_row_ = 0;         ///< the last one that gave values
  std::vector<std::uint32_t> rest_;  ///< blocks of the rows that gave none
  std::vector<std::pair<std::size_t, std::uint32_t>> unprinted_;  ///< entries without a value so far, and their rows
  std::vector<KpiEntry> entries_;
};

}  // namespace

std::vector<KpiEntry> read_kpi_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  return KpiTable(builder, card, table).run();
}

}  // namespace torikomi

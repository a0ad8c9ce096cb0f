#include "kpi_table.h"

#include <algorithm>
#include <string>

#include "torikomi/layout/marker.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

bool is_value(ColumnRole role) {
  return role == ColumnRole::kBaseline || role == ColumnRole::kCurrent || role == ColumnRole::kTarget ||
         role == ColumnRole::kActual || role == ColumnRole::kMilestone;
}

class KpiTable {
 public:
  KpiTable(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder), table_(table), document_year_(builder.document.fiscal_year) {
    dates_.fiscal_year = card.fiscal_year;
    dates_.document_date = builder.document.date ? builder.document.date : builder.document.title_day;
    dates_.bare_era_is_fiscal = speaks_of_fiscal_years();
    if (!dates_.fiscal_year && !dates_.document_date) dates_.document_date = day_of_a_heading();
  }

  std::vector<KpiEntry> run() {
    settle_roles();
    for (const ColumnMatch& column : table_.columns) {
      if (seen_ || column.year.empty()) continue;
      if (const auto year = find_heading_year(words(column.year)); year && year->date) seen_ = year->date->first;
    }
    goes_by_target_years_ = std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
      return last_cell(row, ColumnRole::kIndicator).empty() && has(ColumnRole::kIndicator) && !target_year(row).empty();
    });
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

  /// 20年度 beside 目標値(H22): the heading that prints its era tells that of the others.
  [[nodiscard]] std::optional<Day> day_of_a_heading() const {
    for (const ColumnMatch& column : table_.columns)
      if (const auto year = find_heading_year(words(column.year.empty() ? column.note : column.year));
          year && year->date)
        return year->date->first;
    return std::nullopt;
  }

  /// Contract: a bare H28 is a fiscal year only where 年度 stands in its table.
  [[nodiscard]] bool speaks_of_fiscal_years() const {
    const auto says = [&](NormSpan span) { return words(span).find("年度") != std::string_view::npos; };
    if (says(table_.title)) return true;
    for (const ColumnMatch& column : table_.columns)
      if (says(column.label) || says(column.note) || std::any_of(column.heads.begin(), column.heads.end(), says))
        return true;
    return std::any_of(table_.rows.begin(), table_.rows.end(),
                       [&](const TableRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), says); });
  }

  /// Contract: 現状値 is current where a 基準値 stands beside it, else baseline.
  void settle_roles() {
    for (const ColumnMatch& column : table_.columns) roles_.push_back(column.role);
    settle_aims();
    if (!has(ColumnRole::kBaseline))
      std::replace(roles_.begin(), roles_.end(), ColumnRole::kCurrent, ColumnRole::kBaseline);
    tells_kinds_ =
        std::any_of(table_.rows.begin(), table_.rows.end(), [](const TableRow& row) { return row.rule != nullptr; });
    if (!tells_kinds_) settle_years();
    if (!tells_kinds_ && !has(ColumnRole::kActual)) settle_targets();
  }

  /// 目標 | 指標 | 現状値 | 目標値: what stands before the indicator is an aim in words.
  void settle_aims() {
    const auto indicator = std::find(roles_.begin(), roles_.end(), ColumnRole::kIndicator);
    if (indicator == roles_.end() || std::find(indicator, roles_.end(), ColumnRole::kTarget) == roles_.end()) return;
    std::replace(roles_.begin(), indicator, ColumnRole::kTarget, ColumnRole::kOther);
  }

  /// Headings that are years: the first is where it starts, the last where it is to go, as far as the date of the
  /// document does not say that all of them are past. Beside targets of their own they are what was measured.
  void settle_years() {
    std::vector<std::size_t> years;
    for (std::size_t c = 0; c < roles_.size(); ++c)
      if (roles_[c] == ColumnRole::kYear) years.push_back(c);
    const bool targets = has(ColumnRole::kTarget);
    const bool baselines = has(ColumnRole::kBaseline);
    if (!targets && !baselines && tells_results(years)) {
      for (const std::size_t year : years) roles_[year] = ColumnRole::kActual;
      return;
    }
    for (std::size_t i = 0; i < years.size(); ++i) {
      ColumnRole& role = roles_[years[i]];
      role = i == 0 && !baselines && !targets ? ColumnRole::kBaseline : ColumnRole::kMilestone;
      if (i + 1 == years.size() && i > 0 && !targets) role = ColumnRole::kTarget;
      if (role != ColumnRole::kBaseline && is_past(years[i], targets)) role = ColumnRole::kActual;
    }
  }

  /// Contract: a target of a year on the way is a milestone. Targets beside results are those of their years.
  void settle_targets() {
    std::optional<std::size_t> last;
    std::optional<Day> end;
    const auto day = [&](std::size_t c) -> std::optional<Day> {
      if (roles_[c] != ColumnRole::kTarget) return std::nullopt;
      const auto year = find_heading_year(words(table_.columns[c].year), dates_);
      return year && year->date ? year->date->last : std::nullopt;
    };
    for (std::size_t c = 0; c < roles_.size(); ++c)
      if (const auto own = day(c); own && (!end || *end < *own)) last = c, end = own;
    for (std::size_t c = 0; c < roles_.size(); ++c)
      if (const auto own = day(c); own && c != *last && *own < *end) roles_[c] = ColumnRole::kMilestone;
  }

  /// A report of results (令和5年度主要施策の成果) with no year later than its own.
  [[nodiscard]] bool tells_results(const std::vector<std::size_t>& years) const {
    const Table& documents = builder_.records[TableId::documents];
    const std::string_view title = documents.size() == 0 ? "" : documents.row(0)[col::documents::title].text();
    const auto says = [&](std::string_view word) { return title.find(word) != title.npos; };
    if (!(says("成果") || says("決算") || says("実績") || says("報告") || says("評価"))) return false;
    const auto number_of = [&](std::size_t column) {
      const auto year = find_heading_year(words(table_.columns[column].year), dates_);
      return year ? fiscal_year_of_heading(*year) : std::nullopt;
    };
    // 23年度 | 24年度, whose era nobody tells, and no plan among them
    const bool undated = std::none_of(years.begin(), years.end(), [&](std::size_t column) {
      return number_of(column) || !find_heading_year(words(table_.columns[column].year)) || tells_plan(column);
    });
    if (undated) return true;
    return document_year_ && std::all_of(years.begin(), years.end(), [&](std::size_t column) {
             const auto number = number_of(column);
             return number && *number <= *document_year_;
           });
  }

  /// 26年度(計画), 26年度見込.
  [[nodiscard]] bool tells_plan(std::size_t column) const {
    const auto& heads = table_.columns[column].heads;
    return std::any_of(heads.begin(), heads.end(), [&](NormSpan head) {
      for (const std::string_view word : {"計画", "予定", "見込", "目標", "予算"})
        if (words(head).find(word) != std::string_view::npos) return true;
      return false;
    });
  }

  [[nodiscard]] bool is_past(std::size_t column, bool targets) const {
    const auto year = find_heading_year(words(table_.columns[column].year), dates_);
    if (!year || !year->date || !year->date->last) return targets;
    if (builder_.document.date) return *year->date->last < *builder_.document.date;
    if (!targets) return false;
    return !document_year_ || *fiscal_year_of_heading(*year) <= *document_year_;
  }

  [[nodiscard]] NormSpan last_cell(const TableRow& row, ColumnRole role) const {
    NormSpan found;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (roles_[c] == role && !row.cells[c].empty()) found = row.cells[c];
    return found;
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
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const TableRow& row = table_.rows[i];
      names_.push_back(last_cell(row, ColumnRole::kIndicator));
      const auto again = [&](const TableRow& one) { return one.rule == row.rule; };
      if (row.rule == nullptr || std::any_of(table_.rows.begin() + static_cast<std::ptrdiff_t>(first),
                                             table_.rows.begin() + static_cast<std::ptrdiff_t>(i), again))
        first = i;
      if (row.rule != nullptr && names_[first].empty() && !names_[i].empty()) names_[first] = names_[i];
    }
  }

  void read(const TableRow& row, std::size_t number) {
    KpiEntry entry;
    entry.indicator = has(ColumnRole::kIndicator) ? names_[number] : name_above();
    entry.detail = detail_of(row);
    entry.unit = last_cell(row, ColumnRole::kUnit);
    if (entry.unit.empty()) entry.unit = unit_of_kind(row);
    entry.fits = row.fits;
    for (const NormSpan cell : row.cells)
      if (entry.first.empty()) entry.first = cell;
    if (take_days(row, entry)) return;
    const bool goes_on = continues(row, entry);
    if (!goes_on && entry.indicator.empty() && number == last_row_ + 1 && tells_apart(row, table_.rows[last_row_]))
      entry.indicator = entries_.back().indicator;
    const NormSpan indicator = goes_on && entry.indicator.empty() ? entries_.back().indicator : entry.indicator;
    if (goes_on && entry.unit.empty()) entry.unit = entries_.back().unit;
    bool printed = false;
    const RowRule* bracket_rule = rule_in_brackets(row);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const ColumnRole role = role_of(row, c);
      if (row.cells[c].empty() || !is_value(role) || is_target_year(c)) continue;
      printed = true;
      const std::string_view unit = unit_of(c, entry, indicator);
      const NormSpan inner = bracket_rule == nullptr ? NormSpan() : in_brackets(row.cells[c]);
      const NormSpan cell = inner.empty() ? row.cells[c] : before_brackets(row.cells[c], inner);
      if (!cell.empty()) {
        entry.values.push_back(read_value(row, c, cell, role, unit));
        take_running_total(entry.values.back(), indicator);
      }
      if (!inner.empty()) {
        const ColumnRole own = roles_[c] == ColumnRole::kYear ? bracket_rule->role : role;
        entry.values.push_back(read_value(row, c, inner, own, unit));
      }
      if (is_wide(row, c) && table_.columns[c].role == ColumnRole::kTarget)
        entry.values.back().role = ColumnRole::kTarget;
      if (is_goal(row, number, c)) set_goal(entry.values.back());
    }
    const bool named = goes_on || (!is_none_mark(words(entry.indicator)) && !is_total(words(entry.indicator)) &&
                                   !is_number(words(entry.indicator)));
    if (!printed && named && !goes_on && row.rule != nullptr && is_value(row.rule->role) && !entry.indicator.empty()) {
      // 目標 and nothing beside it: 実績 in the row below is that of this indicator
      unprinted_.emplace_back(entries_.size(), row.block);
      entries_.push_back(std::move(entry));
      return;
    }
    if (!printed || !named) {
      rest_.push_back(row.block);
      return;
    }
    last_row_ = number;
    if (!goes_on) {
      entries_.push_back(std::move(entry));
      return;
    }
    auto& values = entries_.back().values;
    values.insert(values.end(), entry.values.begin(), entry.values.end());
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
      if (is_value(roles_[c]) && !counted_class(words(own)).empty() && !counted_class(words(above.cells[c])).empty() &&
          counted_class(words(own)) != counted_class(words(above.cells[c])))
        return true;
      if (roles_[c] != ColumnRole::kOther || own.empty() || above.cells[c].empty() || is_number(words(own))) continue;
      if (!(own == above.cells[c]) && !is_none_mark(words(own)) && !is_total(words(own))) return true;
    }
    return false;
  }

  /// R3.4.1 | R9.4.1 below 現状値 | 目標値, and no indicator beside them: the days that the values below speak of.
  bool take_days(const TableRow& row, const KpiEntry& entry) {
    if (!entry.indicator.empty() || row.rule != nullptr) return false;
    std::vector<NormSpan> days(roles_.size());
    bool found = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c].empty()) continue;
      const auto date = is_value(roles_[c]) ? parse_date(words(row.cells[c]), dates_) : std::nullopt;
      if (!date || !date->first || date->year_inferred) return false;
      days[c] = row.cells[c];
      found = true;
    }
    if (!found) return false;
    days_ = std::move(days);
    rest_.push_back(row.block);
    return true;
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
    const NormSpan kind = last_cell(row, ColumnRole::kRowKind);
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

  void set_goal(KpiValue& value) const {
    value.role = ColumnRole::kTarget;
    if (value.kpi.as_of) return;
    const auto year = find_heading_year(words(table_.goal.year), dates_);
    if (!year || !year->date) return;
    value.as_of = year->date;
    value.as_of_words = within(table_.goal.year, year->words.begin, year->words.end);
  }

  /// Another row of the indicator above: of another kind or year, and the indicator is not printed again or is the
  /// same.
  [[nodiscard]] bool continues(const TableRow& row, const KpiEntry& entry) const {
    if (entries_.empty()) return false;
    // 最終目標, and below it 28年度 of the same indicator
    const bool year_of_row = entry.indicator.empty() && !target_year(row).empty();
    if (row.rule == nullptr && last_cell(row, ColumnRole::kRowYear).empty() && !year_of_row) return false;
    if (entry.indicator.empty()) return true;
    const KpiEntry& last = entries_.back();
    return words(entry.indicator) == words(last.indicator) &&
           (entry.unit.empty() || words(entry.unit) == words(last.unit));
  }

  /// A column that says what its values are is believed before the row.
  [[nodiscard]] ColumnRole role_of(const TableRow& row, std::size_t column) const {
    const ColumnRole role = roles_[column];
    if (row.rule == nullptr) return tells_kinds_ && role == ColumnRole::kYear ? ColumnRole::kOther : role;
    if (!is_value(row.rule->role)) return ColumnRole::kOther;
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

  /// 目標値 | 目標年度: a column that says when the target of its row is to be reached.
  [[nodiscard]] bool is_target_year(std::size_t number) const {
    if (is_year_of_value(number)) return true;
    const std::string key = label_key(words(table_.columns[number].label));
    if (key != "目標年度" && key != "目標年" && key != "達成年度" && key != "目標達成年度" && key != "達成目標年度" &&
        key != "目標年月" && key != "目標時期")
      return false;
    return std::any_of(table_.columns.begin(), table_.columns.end(), [&](const ColumnMatch& column) {
      return column.role == ColumnRole::kTarget && label_key(words(column.label)) != key;
    });
  }

  /// 年度 beside 値, both below 現状値: the time of the value in the next column.
  [[nodiscard]] bool is_year_of_value(std::size_t number) const {
    const auto& columns = table_.columns;
    if (number + 1 >= columns.size() || columns[number].heads.size() < 2 || columns[number + 1].heads.size() < 2)
      return false;
    const std::string key = label_key(words(columns[number].heads.back()));
    return (key == "年度" || key == "年" || key == "時点") && is_value(roles_[number + 1]) &&
           words(columns[number].heads.front()) == words(columns[number + 1].heads.front());
  }

  /// 令和8年度, H28.3
  [[nodiscard]] std::optional<DateValue> time_of_target(NormSpan cell) const {
    if (auto year = find_heading_year(words(cell), dates_); year && year->date) return std::move(year->date);
    auto date = parse_date(words(cell), dates_);
    return date && date->first ? std::move(date) : std::nullopt;
  }

  [[nodiscard]] NormSpan target_year(const TableRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (is_target_year(c) && time_of_target(row.cells[c])) return row.cells[c];
    return {};
  }

  /// 活動実績(当初見込み): what the values in brackets of the row are, 1,721(1,700); nothing where its word has none.
  [[nodiscard]] const RowRule* rule_in_brackets(const TableRow& row) const {
    if (row.rule == nullptr) return nullptr;
    const NormSpan inner = in_brackets(last_cell(row, ColumnRole::kRowKind));
    const std::string key = label_key(words(inner));
    for (const RowRule& rule : table_.rule->rows)
      if (is_value(rule.role) && std::find(rule.labels.begin(), rule.labels.end(), key) != rule.labels.end())
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

  [[nodiscard]] KpiValue read_value(const TableRow& row, std::size_t number, NormSpan cell, ColumnRole role,
                                    std::string_view unit) {
    const ColumnMatch& column = table_.columns[number];
    NumberContext numbers;
    numbers.unit = unit;
    KpiValue out{cell, parse_kpi(words(cell), numbers, dates_), role, {}, {}};
    if (!out.kpi.as_of && seen_ && has_bare_year(words(cell))) {
      // 93.4%(27年度) below 60.2%(平成28年度): the era is the one that is printed once
      DateContext dates = dates_;
      dates.previous = seen_;
      out.kpi = parse_kpi(words(cell), numbers, dates);
    }
    part_rate(out);
    if (out.kpi.way && (role == ColumnRole::kBaseline || role == ColumnRole::kCurrent)) out.kpi.number.reset();
    if (out.kpi.as_of) {
      if (!seen_) seen_ = out.kpi.as_of->first;
      out.as_of = out.kpi.as_of;
      out.as_of_words = within(cell, out.kpi.as_of_words.begin, out.kpi.as_of_words.end);
      return out;
    }
    const bool dated = number > 0 && is_year_of_value(number - 1);
    if (const NormSpan goal =
            role == ColumnRole::kTarget && column.year.empty() && !dated ? target_year(row) : NormSpan();
        !goal.empty()) {
      out.as_of_words = goal;
      out.as_of = time_of_target(goal);
      return out;
    }
    // one value for several years is that of none
    if (!column.year.empty() && is_wide(row, number)) return out;
    // the year of the heading, of a note in it (目標値(H32)), of the row or of the day below the heading holds where
    // the cell has none of its own
    const NormSpan day = days_.empty() ? NormSpan() : days_[number];
    const NormSpan row_year = number > 0 && is_year_of_value(number - 1) ? row.cells[number - 1]
                              : goes_by_target_years_                    ? target_year(row)
                                                                         : last_cell(row, ColumnRole::kRowYear);
    for (const NormSpan place : {column.year, row_year, column.note, day}) {
      const auto year = find_heading_year(words(place), dates_);
      auto date = year ? year->date : parse_date(words(place), dates_);
      // 2013 below 年度
      if (dated && place == row_year && date && date->precision == Precision::kYear)
        if (label_key(words(table_.columns[number - 1].heads.back())) == "年度")
          if (auto fiscal = parse_date(std::string(words(place)) + "年度", dates_)) date = std::move(fiscal);
      // 7年度 of an era that nobody names: printed, but no date
      if (year && !date && out.as_of_words.empty()) out.as_of_words = within(place, year->words.begin, year->words.end);
      if (place.empty() || !date) continue;
      out.as_of_words = year ? within(place, year->words.begin, year->words.end) : place;
      out.as_of = std::move(date);
      break;
    }
    return out;
  }

  /// (27年度), (令和元年度 aside): a short year in brackets.
  [[nodiscard]] static bool has_bare_year(std::string_view cell) {
    const std::size_t open = cell.rfind('(');
    if (open == cell.npos || !cell.ends_with(")")) return false;
    const std::string_view inside = cell.substr(open + 1);
    const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
    return digits > 0 && digits < 3 && inside.substr(digits).starts_with("年");
  }

  /// Contract: 人/年 is the unit 人 per 年, also in a column of units.
  static void part_rate(KpiValue& value) {
    if (!value.kpi.number || !value.kpi.number->per.empty()) return;
    std::string& unit = value.kpi.number->unit;
    const std::size_t slash = unit.find('/');
    if (slash == unit.npos || slash == 0 || slash + 1 == unit.size()) return;
    value.kpi.number->per = unit.substr(slash + 1);
    unit.resize(slash);
  }

  Builder& builder_;
  const TableMatch& table_;
  std::optional<int> document_year_;
  DateContext dates_;
  std::vector<ColumnRole> roles_;      ///< by column, years settled
  std::vector<NormSpan> names_;        ///< by row, of its indicator; empty where none is told
  std::vector<NormSpan> days_;         ///< by column, printed in a row of their own; empty: there is no such row
  std::optional<Day> seen_;            ///< the first date that a cell prints with its era
  bool goes_by_target_years_ = false;  ///< an indicator has a row for each year of its target
  bool tells_kinds_ = false;           ///< rows say what their values are
  std::size_t last_row_ = 0;           ///< the last one that gave values
  std::vector<std::uint32_t> rest_;    ///< blocks of the rows that gave none
  std::vector<std::pair<std::size_t, std::uint32_t>> unprinted_;  ///< entries without a value so far, and their rows
  std::vector<KpiEntry> entries_;
};

}  // namespace

std::vector<KpiEntry> read_kpi_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  return KpiTable(builder, card, table).run();
}

}  // namespace torikomi

#include "kpi_roles.h"

#include <algorithm>

#include "torikomi/value/heading.h"

namespace torikomi {
namespace {

/// Contract: a bare H28 is a fiscal year only where 年度 stands in its table.
bool speaks_of_fiscal_years(const Builder& builder, const TableMatch& table) {
  const auto says = [&](NormSpan span) { return builder.words(span).find("年度") != std::string_view::npos; };
  if (says(table.title)) return true;
  for (const ColumnMatch& column : table.columns)
    if (says(column.label) || says(column.note) || std::any_of(column.heads.begin(), column.heads.end(), says))
      return true;
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const TableRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), says); });
}

/// 20年度 beside 目標値(H22): the heading that prints its era tells that of the others.
std::optional<Day> day_of_a_heading(const Builder& builder, const TableMatch& table) {
  for (const ColumnMatch& column : table.columns)
    if (const auto year = find_heading_year(builder.words(column.year.empty() ? column.note : column.year));
        year && year->date)
      return year->date->first;
  return std::nullopt;
}

class KpiRoles {
 public:
  KpiRoles(const Builder& builder, const TableMatch& table, const DateContext& dates)
      : builder_(builder), table_(table), dates_(dates), document_year_(builder.document.fiscal_year) {}

  /// Contract: 現状値 is current where a 基準値 stands beside it, else baseline.
  std::vector<ColumnRole> settle() {
    for (const ColumnMatch& column : table_.columns) roles_.push_back(column.role);
    settle_aims();
    settle_middle();
    if (!has(ColumnRole::kBaseline))
      std::replace(roles_.begin(), roles_.end(), ColumnRole::kCurrent, ColumnRole::kBaseline);
    if (rows_tell_kinds(table_)) return std::move(roles_);
    settle_years();
    if (!has(ColumnRole::kActual)) settle_targets();
    return std::move(roles_);
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return builder_.words(span); }

  [[nodiscard]] bool has(ColumnRole role) const {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  }

  /// 目標 | 指標 | 現状値 | 目標値: what stands before the indicator is an aim in words.
  void settle_aims() {
    const auto indicator = std::find(roles_.begin(), roles_.end(), ColumnRole::kIndicator);
    if (indicator == roles_.end() || std::find(indicator, roles_.end(), ColumnRole::kTarget) == roles_.end()) return;
    std::replace(roles_.begin(), indicator, ColumnRole::kTarget, ColumnRole::kOther);
  }

  /// 現状値 | 中間値 | 目標値: beside the value of today, that of the middle is one on the way.
  void settle_middle() {
    constexpr std::string_view kMiddle = "中間";
    const auto is_middle = [&](std::size_t c) {
      return roles_[c] == ColumnRole::kCurrent && words(table_.columns[c].label).starts_with(kMiddle);
    };
    bool today = false;
    for (std::size_t c = 0; c < roles_.size(); ++c)
      today = today || (roles_[c] == ColumnRole::kCurrent && !is_middle(c));
    for (std::size_t c = 0; c < roles_.size(); ++c)
      if (today && is_middle(c)) roles_[c] = ColumnRole::kMilestone;
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

  const Builder& builder_;
  const TableMatch& table_;
  const DateContext& dates_;
  std::optional<int> document_year_;
  std::vector<ColumnRole> roles_;
};

}  // namespace

bool is_kpi_value(ColumnRole role) {
  return role == ColumnRole::kBaseline || role == ColumnRole::kCurrent || role == ColumnRole::kTarget ||
         role == ColumnRole::kActual || role == ColumnRole::kMilestone;
}

bool rows_tell_kinds(const TableMatch& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.rule != nullptr; });
}

DateContext dates_of_kpis(const Builder& builder, const CardContext& card, const TableMatch& table) {
  DateContext dates;
  dates.fiscal_year = card.fiscal_year;
  dates.document_date = builder.document.date ? builder.document.date : builder.document.title_day;
  dates.bare_era_is_fiscal = speaks_of_fiscal_years(builder, table);
  if (!dates.fiscal_year && !dates.document_date) dates.document_date = day_of_a_heading(builder, table);
  return dates;
}

std::vector<ColumnRole> settle_kpi_roles(const Builder& builder, const TableMatch& table, const DateContext& dates) {
  return KpiRoles(builder, table, dates).settle();
}

}  // namespace torikomi

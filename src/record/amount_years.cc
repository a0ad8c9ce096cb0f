#include "amount_years.h"

#include <algorithm>
#include <string>

#include "amount_columns.h"
#include "torikomi/value/heading.h"

namespace torikomi {

AmountYears::AmountYears(const Builder& builder, const CardContext& card, const TableMatch& table)
    : builder_(builder), table_(table) {
  auto year = find_heading_year(builder.words(table.title));
  if (!year) year = find_heading_year(builder.words(table.accounts));
  fiscal_year_ = year ? fiscal_year_of_heading(*year) : std::nullopt;
  if (!fiscal_year_ && !table.rule->undated) fiscal_year_ = card.fiscal_year;
  for (const ColumnMatch& column : table.columns) has_columns_ = has_columns_ || column.role == ColumnRole::kYear;
  dates_.fiscal_year = builder.document.fiscal_year;
  dates_.document_date = builder.document.date ? builder.document.date : builder.document.title_day;
  if (!dates_.fiscal_year && !dates_.document_date) dates_.document_date = day_of_a_heading();
}

void AmountYears::take_side(const TableRow& row) {
  for (std::size_t c = 0; c < row.cells.size() && !is_sum(table_.columns[c].role); ++c) {
    const auto side = side_of_cell(row.cells[c]);
    if (!side) continue;
    side_ = side;
    side_words_ = row.cells[c];
    return;
  }
}

std::optional<AmountYears::Side> AmountYears::side_of_cell(NormSpan words) const {
  constexpr std::size_t kLongest = 30;
  if (words.empty() || words.size() > kLongest) return std::nullopt;
  const std::string key = label_key(builder_.words(words));
  if (key == "本年度" || key == "今年度" || key == "当年度") return Side{0};
  if (key == "前年度") return Side{-1};
  if (key == "比較" || key == "増減" || key == "増減額" || key == "比較増減") return Side{std::nullopt};
  return std::nullopt;
}

RowYear AmountYears::year_of_row(const TableRow& row, NormSpan item) {
  RowYear out;
  out.words = year_cell(row, item);
  out.is_item = out.words == item;
  out.short_item = is_short_year(item);
  out.year = out.is_item ? bare_year(out.words) : std::nullopt;
  if (!out.year) out.year = fiscal_year_of_cell(builder_.words(out.words));
  if (out.year) side_.reset();
  return out;
}

Cell AmountYears::year_of_sum(const ColumnMatch& column, NormSpan item, const RowYear& row) const {
  if (side_ && column.year.empty()) return year_of_side();
  if (!row.year && row.short_item) return {};
  if (row.year)
    return column.role == ColumnRole::kYear ? year_of_column(column) : builder_.value_cell(*row.year, row.words);
  const NormSpan own = column.year.empty() ? year_of_item(item) : NormSpan();
  return own.empty() ? year_of_column(column) : cell_of(own);
}

std::optional<int> fiscal_year_of_cell(std::string_view words) {
  if (words.empty()) return std::nullopt;
  const auto dates = find_dates(words);
  if (dates.size() != 1 || dates.front().begin != 0 || dates.front().end != words.size()) return std::nullopt;
  if (dates.front().precision != Precision::kFiscalYear || !dates.front().first || !dates.front().last ||
      dates.front().last->year() - dates.front().first->year() != std::chrono::years{1})
    return std::nullopt;
  return static_cast<int>(dates.front().first->year());
}

/// 2018 as an item, or 21年度 of a document that tells its era.
std::optional<int> AmountYears::bare_year(NormSpan words) const {
  constexpr std::size_t kDigits = 4;
  const bool year_alone = words.size() == kDigits || is_short_year(words);
  const auto year = year_alone ? find_heading_year(builder_.words(words), dates_) : std::nullopt;
  return year ? fiscal_year_of_heading(*year) : std::nullopt;
}

/// 21年度 and nothing else.
bool AmountYears::is_short_year(NormSpan words) const {
  constexpr std::string_view kYear = "年度";
  const std::string_view own = builder_.words(words);
  const std::size_t digits = std::min(own.find_first_not_of("0123456789"), own.size());
  return digits > 0 && digits <= 2 && own.substr(digits) == kYear;
}

/// 設置年度, 建築年度, 期間: when something began or ended, which is not the year of its sums.
bool AmountYears::tells_a_beginning(const ColumnMatch& column) const {
  for (const std::string_view word : {"設置", "開始", "始期", "終了", "終期", "建築", "建設", "竣工", "取得", "創設",
                                      "設立", "完成", "整備", "築", "制定", "策定", "期間"})
    if (builder_.words(column.label).find(word) != std::string_view::npos) return true;
  return false;
}

/// The item where it is a year, else the only cell beside the sums that is one: 年度 | 寄附金額.
NormSpan AmountYears::year_cell(const TableRow& row, NormSpan item) const {
  if (fiscal_year_of_cell(builder_.words(item)) || bare_year(item)) return item;
  NormSpan found;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const ColumnRole role = table_.columns[c].role;
    if (is_sum(role) || is_item(role) || role == ColumnRole::kNote ||
        !fiscal_year_of_cell(builder_.words(row.cells[c])))
      continue;
    if (tells_a_beginning(table_.columns[c])) continue;
    if (!found.empty()) return {};
    found = row.cells[c];
  }
  return found;
}

Cell AmountYears::year_of_side() const {
  if (!fiscal_year_ || !side_->years) return {};
  return builder_.value_cell(*fiscal_year_ + *side_->years, side_words_);
}

/// 平成26年度 of 平成26年度当初予算額: the year of a row that says what money it is.
NormSpan AmountYears::year_of_item(NormSpan item) const {
  const std::string_view words = builder_.words(item);
  const auto year = find_heading_year(words, dates_);
  if (!year || year->words.begin != 0 || year->words.end == words.size()) return {};
  const bool money = words.ends_with("額") || words.ends_with("予算") || words.ends_with("決算");
  return money ? within(item, 0, year->words.end) : NormSpan();
}

Cell AmountYears::cell_of(NormSpan words) const {
  const auto year = find_heading_year(builder_.words(words), dates_);
  const auto number = year ? fiscal_year_of_heading(*year) : std::nullopt;
  return number ? builder_.value_cell(*number, words) : Cell();
}

/// 25年度 beside 平成24年度: the first heading that prints its era tells that of the others.
std::optional<Day> AmountYears::day_of_a_heading() const {
  for (const ColumnMatch& column : table_.columns) {
    for (const NormSpan head : column.heads) {
      const std::string_view words = builder_.words(head);  // H22/H21: the era of the first is enough
      const auto year = find_heading_year(words.substr(0, words.find('/')));
      if (year && year->date) return year->date->first;
    }
  }
  return std::nullopt;
}

Cell AmountYears::year_of_column(const ColumnMatch& column) const {
  if (column.role == ColumnRole::kDifference) return {};
  // the era of 2年度 is that of the document
  if (const auto year = find_heading_year(builder_.words(column.year), dates_); year) {
    const auto number = fiscal_year_of_heading(*year);
    return number ? builder_.value_cell(*number, within(column.year, year->words.begin, year->words.end)) : Cell();
  }
  const bool is_own = column.rule != nullptr && column.rule->year;
  if (!fiscal_year_ || (has_columns_ && !is_own)) return {};
  return *fiscal_year_ + (column.rule == nullptr ? 0 : column.rule->year.value_or(0));
}

}  // namespace torikomi

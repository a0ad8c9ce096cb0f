// Rows of kpis and kpi_values from a KPI table.
#include <algorithm>
#include <optional>

#include "builder.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

struct KpiColumns {
  std::size_t raw, value, as_of;
};

struct ReadCell {
  NormSpan cell;
  KpiCell kpi;
  ColumnRole role = ColumnRole::kOther;
  NormSpan as_of_words;
};

std::string_view role_name(ColumnRole role) {
  switch (role) {
    case ColumnRole::kBaseline:
      return "baseline";
    case ColumnRole::kCurrent:
      return "current";
    case ColumnRole::kTarget:
      return "target";
    case ColumnRole::kActual:
      return "actual";
    case ColumnRole::kMilestone:
      return "milestone";
    default:
      return "";
  }
}

std::optional<KpiColumns> columns_for(ColumnRole role) {
  using namespace col::kpis;
  switch (role) {
    case ColumnRole::kBaseline:
      return KpiColumns{baseline_raw, baseline_value, baseline_as_of};
    case ColumnRole::kCurrent:
      return KpiColumns{current_raw, current_value, current_as_of};
    case ColumnRole::kTarget:
      return KpiColumns{target_raw, target_value, target_as_of};
    default:
      return std::nullopt;
  }
}

class KpiBuilder {
 public:
  KpiBuilder(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder), card_(card), table_(table) {}

  void run() {
    for (const ColumnMatch& column : table_.columns) roles_.push_back(column.role);
    settle_years();
    for (const TableRow& row : table_.rows) build(row);
  }

 private:
  void build(const TableRow& row) {
    NormSpan indicator, first, unit;
    std::vector<ReadCell> cells;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const NormSpan cell = row.cells[c];
      if (cell.empty()) continue;
      if (first.empty()) first = cell;
      const ColumnRole role = roles_[c];
      if (role == ColumnRole::kIndicator) indicator = cell;
      if (role == ColumnRole::kUnit) unit = cell;
      if (!role_name(role).empty()) cells.push_back(read(cell, c, unit));
    }
    if (!row.fits) builder_.diagnostics.add("STR004", builder_.source_span(first));
    const std::string_view id = builder_.next_id('k');
    add_kpi(id, indicator, first, unit, cells);
    for (const ReadCell& cell : cells)
      if (!cell.kpi.raw.empty()) add_value(id, cell);
  }

  /// Headings that are years: the first is where it starts, the last where it is to go, as far as the date of the
  /// document does not say that all of them are past.
  void settle_years() {
    std::vector<std::size_t> years;
    for (std::size_t c = 0; c < roles_.size(); ++c)
      if (roles_[c] == ColumnRole::kYear) years.push_back(c);
    for (std::size_t i = 0; i < years.size(); ++i) {
      ColumnRole& role = roles_[years[i]];
      role = i == 0 && !has(ColumnRole::kBaseline) ? ColumnRole::kBaseline : ColumnRole::kMilestone;
      if (i + 1 == years.size() && i > 0 && !has(ColumnRole::kTarget)) role = ColumnRole::kTarget;
      if (is_past(years[i]) && role != ColumnRole::kBaseline) role = ColumnRole::kActual;
    }
  }

  [[nodiscard]] bool has(ColumnRole role) const {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  }

  [[nodiscard]] bool is_past(std::size_t column) const {
    const auto year = parse_date(builder_.words(table_.columns[column].label));
    return year && year->last && builder_.document.date && *year->last < *builder_.document.date;
  }

  [[nodiscard]] ReadCell read(NormSpan cell, std::size_t number, NormSpan unit) const {
    const ColumnMatch& column = table_.columns[number];
    NumberContext numbers;
    numbers.unit = builder_.words(unit);
    DateContext dates;
    dates.fiscal_year = card_.fiscal_year;
    dates.document_date = builder_.document.date;
    ReadCell out{cell, parse_kpi(builder_.words(cell), numbers, dates), roles_[number], {}};
    // the year of the heading, or of a note in it (目標値(H32)), holds where the cell has none of its own
    if (!out.kpi.as_of) {
      const NormSpan words = column.role == ColumnRole::kYear ? column.label : column.note;
      if (auto year = parse_date(builder_.words(words), dates); !words.empty() && year) {
        out.kpi.as_of = std::move(year);
        out.as_of_words = words;
      }
    } else {
      out.as_of_words = within(cell, out.kpi.as_of_words.begin, out.kpi.as_of_words.end);
    }
    return out;
  }

  void add_kpi(std::string_view id, NormSpan indicator, NormSpan first, NormSpan unit,
               const std::vector<ReadCell>& cells) {
    Row row = builder_.add(TableId::kpis);
    row[col::kpis::measure_id] = card_.measure_id;
    row[col::kpis::kpi_id] = id;
    row[col::kpis::indicator] = builder_.line_cell(indicator);
    row[col::kpis::unit] = builder_.line_cell(unit);
    for (const ReadCell& cell : cells) {
      const auto columns = columns_for(cell.role);
      if (!columns || cell.kpi.raw.empty()) continue;
      const NormSpan raw = within(cell.cell, cell.kpi.raw.begin, cell.kpi.raw.end);
      row[columns->raw] = builder_.raw_cell(raw);
      row[columns->value] = value_of(cell, raw);
      if (cell.kpi.as_of) row[columns->as_of] = as_of(cell);
      if (cell.role == ColumnRole::kTarget && cell.kpi.number && !cell.kpi.number->unit.empty() && unit.empty())
        row[col::kpis::unit] = builder_.value_cell(builder_.records.keep(cell.kpi.number->unit), raw);
    }
    row[col::kpis::progress] = kpi_progress(row);
    row[col::kpis::line] = builder_.line_of(first);
  }

  /// A fraction (3分の1) is text: no exact decimal holds it.
  [[nodiscard]] Cell value_of(const ReadCell& cell, NormSpan raw) const {
    if (!cell.kpi.number) return {};
    if (cell.kpi.number->denominator)
      return builder_.value_cell(builder_.records.keep(cell.kpi.number->value_text()), raw);
    return builder_.value_cell(cell.kpi.number->value, raw);
  }

  [[nodiscard]] Cell as_of(const ReadCell& cell) const {
    return builder_.value_cell(builder_.records.keep(cell.kpi.as_of->edtf), cell.as_of_words);
  }

  void add_value(std::string_view id, const ReadCell& cell) {
    using namespace col::kpi_values;
    const NormSpan words = within(cell.cell, cell.kpi.raw.begin, cell.kpi.raw.end);
    Row out = builder_.add(TableId::kpi_values);
    out[measure_id] = card_.measure_id;
    out[kpi_id] = id;
    out[role] = role_name(cell.role);
    out[raw] = builder_.raw_cell(words);
    out[line] = builder_.line_of(words);
    if (cell.kpi.as_of) {
      out[as_of_raw] = builder_.raw_cell(cell.as_of_words);
      out[as_of_edtf] = as_of(cell);
    }
    if (!cell.kpi.number) return;
    const NumberValue& number = *cell.kpi.number;
    out[value] = value_of(cell, words);
    out[unit] = builder_.records.keep(number.unit);
    out[per] = builder_.records.keep(number.per);
    out[comparator] = name(number.comparator);
    out[cumulative] = number.cumulative;
    out[approximate] = number.approximate;
  }

  Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  std::vector<ColumnRole> roles_;  ///< by column, years settled
};

}  // namespace

Cell kpi_progress(ConstRow row) {
  const auto baseline = row[col::kpis::baseline_value].decimal();
  const auto current = row[col::kpis::current_value].decimal();
  const auto target = row[col::kpis::target_value].decimal();
  if (!baseline || !current || !target) return {};
  const auto done = current->minus(*baseline);
  const auto way = target->minus(*baseline);
  return done && way ? Cell(done->divided(*way, 4)) : Cell();
}

void build_kpis(Builder& builder, const CardContext& card, const TableMatch& table) {
  KpiBuilder(builder, card, table).run();
}

}  // namespace torikomi

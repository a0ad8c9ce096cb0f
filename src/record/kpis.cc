// Rows of kpis and kpi_values from a KPI table.
#include <optional>

#include "kpi_number.h"
#include "kpi_table.h"

namespace torikomi {
namespace {

struct KpiColumns {
  std::size_t raw, value, as_of;
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
  KpiBuilder(Builder& builder, const CardContext& card) : builder_(builder), card_(card) {}

  void build(const KpiEntry& entry) {
    if (!entry.fits) builder_.diagnostics.add("STR004", builder_.source_span(entry.first));
    const std::string_view id = builder_.next_id('k');
    add_kpi(id, entry);
    for (const KpiValue& value : entry.values)
      if (!value.kpi.raw.empty()) add_value(id, value);
  }

 private:
  /// The value that a column of kpis shows where there are several: of the latest year. One without a year beside
  /// others that have one is the goal of the whole.
  [[nodiscard]] static const KpiValue* chosen(const KpiEntry& entry, ColumnRole role) {
    const KpiValue* best = nullptr;
    const auto later = [](const KpiValue& a, const KpiValue& b) {
      if (!a.as_of || !a.as_of->last) return true;
      return b.as_of && b.as_of->last && !(*a.as_of->last < *b.as_of->last);
    };
    for (const KpiValue& value : entry.values)
      if (value.role == role && !value.kpi.raw.empty() && (best == nullptr || later(value, *best))) best = &value;
    return best;
  }

  void add_kpi(std::string_view id, const KpiEntry& entry) {
    Row row = builder_.add(TableId::kpis);
    row[col::kpis::measure_id] = card_.measure_id;
    row[col::kpis::kpi_id] = id;
    row[col::kpis::indicator] = name_of(entry);
    row[col::kpis::unit] = unit_of(entry);
    for (const ColumnRole role : {ColumnRole::kBaseline, ColumnRole::kCurrent, ColumnRole::kTarget}) {
      const auto columns = columns_for(role);
      const KpiValue* value = chosen(entry, role);
      if (!columns || value == nullptr) continue;
      const NormSpan raw = raw_of(*value);
      row[columns->raw] = builder_.raw_cell(raw);
      row[columns->value] = number_cell(builder_, value->kpi.number, raw);
      if (value->as_of) row[columns->as_of] = as_of(*value);
    }
    row[col::kpis::progress] = kpi_progress(row);
    row[col::kpis::line] = builder_.line_of(entry.values.empty() ? entry.first : entry.values.front().cell);
  }

  /// がん検診の受診率 肺がん検診
  [[nodiscard]] Cell name_of(const KpiEntry& entry) {
    if (entry.detail.empty()) return builder_.line_cell(entry.indicator);
    const std::string words =
        line_text(builder_.words(entry.indicator)) + " " + line_text(builder_.words(entry.detail));
    return builder_.value_cell(builder_.records.keep(words), entry.detail);
  }

  [[nodiscard]] static NormSpan raw_of(const KpiValue& value) {
    return within(value.cell, value.kpi.raw.begin, value.kpi.raw.end);
  }

  /// That of the target's number, else of any; the printed one where no value is a number.
  [[nodiscard]] Cell unit_of(const KpiEntry& entry) {
    const KpiValue* from = nullptr;
    const auto named = [](const KpiValue* value) {
      return value != nullptr && value->kpi.number && !value->kpi.number->unit.empty();
    };
    if (const KpiValue* target = chosen(entry, ColumnRole::kTarget); named(target)) from = target;
    if (!entry.unit.empty())
      for (const KpiValue& value : entry.values)
        if (from == nullptr && named(&value)) from = &value;
    if (from != nullptr) {
      const NormSpan where = entry.unit.empty() ? raw_of(*from) : entry.unit;
      return builder_.value_cell(builder_.records.keep(from->kpi.number->unit), where);
    }
    return is_none_mark(builder_.words(entry.unit)) ? Cell() : builder_.line_cell(entry.unit);
  }

  [[nodiscard]] Cell as_of(const KpiValue& cell) const {
    return builder_.value_cell(builder_.records.keep(cell.as_of->edtf), cell.as_of_words);
  }

  void add_value(std::string_view id, const KpiValue& cell) {
    using namespace col::kpi_values;
    const NormSpan words = raw_of(cell);
    Row out = builder_.add(TableId::kpi_values);
    out[measure_id] = card_.measure_id;
    out[kpi_id] = id;
    out[role] = role_name(cell.role);
    out[raw] = builder_.raw_cell(words);
    out[line] = builder_.line_of(words);
    if (!cell.as_of_words.empty()) out[as_of_raw] = builder_.raw_cell(cell.as_of_words);
    if (cell.as_of) out[as_of_edtf] = as_of(cell);
    fill_number(builder_, out, cell.kpi.number, words);
  }

  Builder& builder_;
  const CardContext& card_;
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
  KpiBuilder kpis(builder, card);
  for (const KpiEntry& entry : read_kpi_table(builder, card, table)) kpis.build(entry);
}

}  // namespace torikomi

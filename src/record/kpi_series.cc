// One KPI whose yearly targets and results are fields of a card: 令和3年度 成果目標 …, 令和2年度 成果実績 ….
#include <optional>
#include <vector>

#include "kpi_number.h"
#include "kpi_table.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

struct SeriesValue {
  std::string_view role;
  NormSpan cell, section;
  KpiCell kpi;
  std::optional<DateValue> year;
};

class KpiSeries {
 public:
  KpiSeries(Builder& builder, const CardContext& card, const CardMatch& match)
      : builder_(builder), card_(card), match_(match) {}

  void run() {
    for (const FieldMatch& field : match_.fields) take(field);
    // outside of cards only a named indicator makes a KPI of values
    if (values_.empty() || (card_.measure_id.empty() && indicator_.empty())) return;
    // 目標 | バリアフリー化 in a card that names no indicator: an aim in words
    const bool counts =
        std::any_of(values_.begin(), values_.end(), [](const SeriesValue& value) { return value.kpi.number; });
    if (indicator_.empty() && !counts) return;
    settle_baseline();
    const std::string_view id = builder_.next_id('k');
    add_kpi(id);
    for (const SeriesValue& value : values_) add_value(id, value);
  }

 private:
  void take(const FieldMatch& field) {
    if (field.texts.empty()) return;
    const NormSpan text = field.texts.front();
    switch (field.rule->type) {
      case FieldType::kIndicator:
        // 指標名 | 令和3年度: the heading of values, whose indicator nobody names
        if (const NormSpan name = first_line(text); !is_year(builder_.words(name))) indicator_ = name;
        break;
      case FieldType::kUnit:
        if (!is_none_mark(builder_.words(text))) unit_ = text;
        break;
      case FieldType::kBaseline:
        take_value("baseline", field, text);
        break;
      case FieldType::kCurrent:
        take_value("current", field, text);
        break;
      case FieldType::kTarget:
        take_value("target", field, text);
        break;
      case FieldType::kActual:
        take_value("actual", field, text);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] static bool is_year(std::string_view words) {
    const auto year = find_heading_year(words);
    return year && year->words.begin == 0 && year->words.end == words.size();
  }

  /// A note behind the name (※…) is no part of it.
  [[nodiscard]] NormSpan first_line(NormSpan text) const {
    const auto items = split_items(builder_.text(), text);
    return items.empty() ? text : items.front().span;
  }

  void take_value(std::string_view role, const FieldMatch& field, NormSpan text) {
    NumberContext numbers;
    numbers.unit = builder_.words(unit_);
    SeriesValue value{role, text, field.section, parse_kpi(builder_.words(text), numbers, {}), {}};
    drop_empty_unit(value);
    if (value.kpi.raw.empty() || says_nothing(value)) return;
    take_year(value, field);
    values_.push_back(std::move(value));
  }

  /// The year that stands with the value (74.5%(令和4年度)), in its label (目標値(令和8年度)), or in the heading above.
  void take_year(SeriesValue& value, const FieldMatch& field) const {
    if (value.kpi.as_of) {
      value.section = within(value.cell, value.kpi.as_of_words.begin, value.kpi.as_of_words.end);
      value.year = value.kpi.as_of;
      value.year->begin = 0;
      value.year->end = value.section.size();
      return;
    }
    for (const NormSpan place : {field.note, field.section}) {
      value.year = parse_year(place);
      if (!value.year) continue;
      value.section = place;
      return;
    }
  }

  /// 協定締結 -: the dash is the empty cell of the unit.
  void drop_empty_unit(SeriesValue& value) const {
    const std::string_view words = value.kpi.raw.of(builder_.words(value.cell));
    const std::size_t blank = words.find_last_of(" \v");
    if (blank == words.npos || !is_none_mark(words.substr(blank + 1))) return;
    value.kpi.raw.end = value.kpi.raw.begin + static_cast<std::uint32_t>(blank);
  }

  /// % and —% are forms without a value.
  [[nodiscard]] bool says_nothing(const SeriesValue& value) const {
    if (value.kpi.number) return false;
    std::string_view words = value.kpi.raw.of(builder_.words(value.cell));
    if (words.ends_with("%")) words.remove_suffix(1);
    return is_none_mark(words);
  }

  [[nodiscard]] std::optional<DateValue> parse_year(NormSpan section) const {
    for (DateValue& date : find_dates(builder_.words(section)))
      if (date.first) return std::move(date);
    return std::nullopt;
  }

  [[nodiscard]] NormSpan raw_of(const SeriesValue& value) const {
    return within(value.cell, value.kpi.raw.begin, value.kpi.raw.end);
  }

  Cell as_of(const SeriesValue& value) {
    if (!value.year) return {};
    return builder_.value_cell(builder_.records.keep(value.year->edtf),
                               within(value.section, value.year->begin, value.year->end));
  }

  void add_kpi(std::string_view id) {
    using namespace col::kpis;
    const SeriesValue* target = nullptr;
    for (const SeriesValue& value : values_)
      if (value.role == "target" && (target == nullptr || later(value, *target))) target = &value;
    Row row = builder_.add(TableId::kpis);
    row[measure_id] = card_.measure_id;
    row[kpi_id] = id;
    row[indicator] = builder_.line_cell(indicator_);
    row[line] = builder_.line_of(indicator_.empty() ? values_.front().cell : indicator_);
    row[unit] = builder_.line_cell(unit_);
    set_value(row, first_of("baseline"), {baseline_raw, baseline_value, baseline_as_of});
    set_value(row, first_of("current"), {current_raw, current_value, current_as_of});
    set_value(row, target, {target_raw, target_value, target_as_of});
    row[progress] = kpi_progress(row);
    if (target != nullptr && target->kpi.number && unit_.empty())
      row[unit] = builder_.value_cell(builder_.records.keep(target->kpi.number->unit), raw_of(*target));
  }

  struct ValueColumns {
    std::size_t raw, value, as_of;
  };

  void set_value(Row row, const SeriesValue* value, ValueColumns columns) {
    if (value == nullptr) return;
    row[columns.raw] = builder_.raw_cell(raw_of(*value));
    row[columns.as_of] = as_of(*value);
    row[columns.value] = number_cell(builder_, value->kpi.number, raw_of(*value));
  }

  [[nodiscard]] const SeriesValue* first_of(std::string_view role) const {
    for (const SeriesValue& value : values_)
      if (value.role == role) return &value;
    return nullptr;
  }

  /// Contract: 現状値 is current where a 基準値 stands beside it, else baseline.
  void settle_baseline() {
    if (first_of("baseline") != nullptr) return;
    for (SeriesValue& value : values_)
      if (value.role == "current") value.role = "baseline";
  }

  static bool later(const SeriesValue& a, const SeriesValue& b) {
    const auto last = [](const SeriesValue& value) { return value.year ? value.year->last : std::nullopt; };
    return last(a) && (!last(b) || *last(b) < *last(a));  // 未定 is a date without days
  }

  void add_value(std::string_view id, const SeriesValue& entry) {
    using namespace col::kpi_values;
    Row row = builder_.add(TableId::kpi_values);
    row[measure_id] = card_.measure_id;
    row[kpi_id] = id;
    row[role] = entry.role;
    row[raw] = builder_.raw_cell(raw_of(entry));
    if (entry.year) row[as_of_raw] = builder_.raw_cell(within(entry.section, entry.year->begin, entry.year->end));
    row[as_of_edtf] = as_of(entry);
    row[line] = builder_.line_of(entry.cell);
    fill_number(builder_, row, entry.kpi.number, raw_of(entry));
  }

  Builder& builder_;
  const CardContext& card_;
  const CardMatch& match_;
  NormSpan indicator_, unit_;
  std::vector<SeriesValue> values_;
};

}  // namespace

void build_kpi_series(Builder& builder, const CardContext& card, const CardMatch& match) {
  KpiSeries(builder, card, match).run();
}

}  // namespace torikomi

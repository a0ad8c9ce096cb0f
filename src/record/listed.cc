// Rows for what lines tell outside of cards: lists of bodies, amounts that a word names, indicators.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "builder.h"
#include "kpi_number.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/body_list.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

std::string_view kind_of_body(const ListedBody& entry, std::string_view name) {
  if (entry.group) return "group";
  const Municipality* body = entry.body != nullptr || entry.candidates.empty() ? entry.body : entry.candidates.front();
  return body != nullptr ? body->kind : kind_of(name, nullptr);
}

void add_body(Builder& builder, const CardContext& card, NormSpan span, const ListedBody& entry,
              const BodyRoles& roles) {
  using namespace col::participants;
  const std::string_view words = builder.records.keep(line_text(entry.name));
  const std::string_view id = builder.next_id('p');
  Row row = builder.add(TableId::participants);
  row[measure_id] = card.measure_id;
  row[participant_id] = id;
  row[col::participants::name] = builder.value_cell(words, span);
  if (entry.body != nullptr) row[code] = builder.value_cell(entry.body->code, span);
  row[kind] = kind_of_body(entry, words);
  row[role] = builder.records.keep(entry.inner ? roles.inner : roles.outer);
  row[involved] = true;
  row[raw] = builder.printed_cell(span);
  row[line] = builder.line_of(span);
  if (entry.body == nullptr && entry.candidates.size() > 1)
    report_ambiguous(builder, words, builder.source_span(span), entry.candidates);
}

// --- amounts
// ----------------------------------------------------------------------------------------------------------

void build_amount(Builder& builder, const AmountMatch& match) {
  using namespace col::amounts;
  const auto number = parse_number(builder.words(match.amount));
  if (!number) return;
  const auto year = fiscal_year_of(builder.words(match.year));
  const std::string_view id = builder.next_id('a');
  const Cell cue = builder.line_cell(match.cue);
  const Cell about = builder.line_cell(match.note);
  Row row = builder.add(TableId::amounts);
  row[amount_id] = id;
  if (year) row[fiscal_year] = builder.value_cell(*year, match.year);
  row[kind] = builder.records.keep(match.rule->kind);
  row[item] = cue;
  row[raw] = builder.raw_cell(match.amount);
  row[value_yen] = builder.value_cell(number->value, match.amount);
  row[approximate] = number->approximate;
  row[note] = about;
  row[line] = builder.line_of(match.amount);
}

// --- indicators
// -------------------------------------------------------------------------------------------------------

class IndicatorRow {
 public:
  IndicatorRow(Builder& builder, const IndicatorMatch& match) : builder_(builder), match_(match) {}

  void run() {
    const auto& values = match_.indicator.values;
    for (std::size_t i = 0; i < values.size(); ++i) roles_.push_back(role_of(i));
    if (std::all_of(roles_.begin(), roles_.end(), [](std::string_view role) { return role.empty(); })) return;
    id_ = builder_.next_id('k');
    add_kpi();
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!roles_[i].empty()) add_value(values[i], roles_[i]);
  }

 private:
  [[nodiscard]] NormSpan global(TextRange range) const { return within(match_.text, range.begin, range.end); }

  /// Of several measured values the last is current and the others are of past years, as of several targets the last is
  /// the target. Without a word before it, the date decides: measured up to the date of the document, a target later.
  [[nodiscard]] std::string_view role_of(std::size_t i) const {
    switch (kind_at(i)) {
      case ValueLabel::kBaseline:
        return "baseline";
      case ValueLabel::kTarget:
        return followed(i) ? "milestone" : "target";
      case ValueLabel::kCurrent:
      case ValueLabel::kActual:
        return followed(i) ? "actual" : "current";
      case ValueLabel::kNone:
        break;
    }
    return match_.rules->role;
  }

  [[nodiscard]] ValueLabel kind_at(std::size_t i) const {
    const IndicatorValue& value = match_.indicator.values[i];
    const auto now = present();
    if (value.label != ValueLabel::kNone || !value.as_of || !value.as_of->first || !now) return value.label;
    return *value.as_of->first > *now ? ValueLabel::kTarget : ValueLabel::kCurrent;
  }

  /// The date of the document, else the end of its fiscal year (31 March).
  [[nodiscard]] std::optional<Day> present() const {
    if (builder_.document.date || !builder_.document.fiscal_year) return builder_.document.date;
    return Day{std::chrono::year{*builder_.document.fiscal_year + 1}, std::chrono::March, std::chrono::day{31}};
  }

  /// A later value of the same kind stands behind it.
  [[nodiscard]] bool followed(std::size_t i) const {
    const auto measured = [](ValueLabel label) {
      return label == ValueLabel::kCurrent || label == ValueLabel::kActual;
    };
    const auto& values = match_.indicator.values;
    for (std::size_t j = i + 1; j < values.size(); ++j)
      if (kind_at(j) == kind_at(i) || (measured(kind_at(i)) && measured(kind_at(j)))) return true;
    return false;
  }

  void add_kpi() {
    using namespace col::kpis;
    const NormSpan name = global(match_.indicator.name);
    const Cell words = builder_.line_cell(name);
    const std::size_t number = builder_.records[TableId::kpis].size();
    builder_.add(TableId::kpis);
    set(number, kpi_id, id_);
    set(number, indicator, words);
    set(number, line, builder_.line_of(name));
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const IndicatorValue& value = match_.indicator.values[i];
      if (roles_[i] == "baseline") fill(number, value, baseline_raw, baseline_value, baseline_as_of);
      if (roles_[i] == "current") fill(number, value, current_raw, current_value, current_as_of);
      if (roles_[i] == "target") fill(number, value, target_raw, target_value, target_as_of);
      const bool first = builder_.records[TableId::kpis].row(number)[unit].empty();
      if (value.number && !value.number->unit.empty() && (first || roles_[i] == "target"))
        set(number, unit, builder_.value_cell(builder_.records.keep(value.number->unit), global(value.raw)));
    }
    set(number, progress, kpi_progress(builder_.records[TableId::kpis].row(number)));
  }

  void set(std::size_t row, std::size_t column, Cell cell) { builder_.records[TableId::kpis].row(row)[column] = cell; }

  void fill(std::size_t row, const IndicatorValue& value, std::size_t raw, std::size_t number, std::size_t as_of) {
    set(row, raw, builder_.raw_cell(global(value.raw)));
    set(row, number, number_cell(builder_, value.number, global(value.raw)));
    set(row, as_of, as_of_cell(value));
  }

  [[nodiscard]] Cell as_of_cell(const IndicatorValue& value) const {
    if (!value.as_of) return {};
    return builder_.value_cell(builder_.records.keep(value.as_of->edtf), global(value.as_of_words));
  }

  void add_value(const IndicatorValue& value, std::string_view role_name) {
    using namespace col::kpi_values;
    Row row = builder_.add(TableId::kpi_values);
    row[kpi_id] = id_;
    row[role] = builder_.records.keep(role_name);
    row[raw] = builder_.raw_cell(global(value.raw));
    row[line] = builder_.line_of(global(value.raw));
    if (value.as_of) {
      row[as_of_raw] = builder_.raw_cell(global(value.as_of_words));
      row[as_of_edtf] = as_of_cell(value);
    }
    fill_number(builder_, row, value.number, global(value.raw));
  }

  Builder& builder_;
  const IndicatorMatch& match_;
  std::vector<std::string_view> roles_;  ///< parallel to the values; empty: nothing says what the value is
  std::string_view id_;
};

}  // namespace

std::string build_bodies(Builder& builder, const CardContext& card, NormSpan text, const BodyRoles& roles,
                         const BodyPlace& place) {
  const BodyList list = read_bodies(builder.words(text), {place.prefecture, builder.document.date, place.known});
  for (const ListedBody& entry : list.bodies) {
    add_body(builder, card, within(text, entry.begin, entry.end), entry, roles);
    if (entry.body != nullptr) place.known.push_back(entry.body);
  }
  return list.title;
}

void build_listed(Builder& builder, const DocumentMatch& match) {
  const CardContext no_card{{}, builder.document.fiscal_year, {}, {}};
  for (const BodiesMatch& list : match.bodies) {
    for (const NormSpan item : list.items) {
      std::vector<const Municipality*> known;
      build_bodies(builder, no_card, item, {list.rule->role, list.rule->inner_role}, {{}, known});
    }
  }
  for (const AmountMatch& amount : match.amounts) build_amount(builder, amount);
  for (const IndicatorMatch& indicator : match.indicators) IndicatorRow(builder, indicator).run();
}

}  // namespace torikomi

#include "planned_fields.h"

#include <algorithm>
#include <array>

namespace torikomi {
namespace {

/// Types by name, of known fields that mean the same in every form.
constexpr std::array<std::pair<FieldType, std::string_view>, 17> kTypes = {{
    {FieldType::kEvents, "events"},
    {FieldType::kMarks, "marks"},
    {FieldType::kAmount, "amount"},
    {FieldType::kIndicator, "indicator"},
    {FieldType::kUnit, "unit"},
    {FieldType::kBaseline, "baseline"},
    {FieldType::kCurrent, "current"},
    {FieldType::kTarget, "target"},
    {FieldType::kActual, "actual"},
    {FieldType::kWhen, "when"},
    {FieldType::kPlace, "place"},
    {FieldType::kTheme, "theme"},
    {FieldType::kLecturer, "lecturer"},
    {FieldType::kAttendees, "attendees"},
    {FieldType::kHeadcount, "headcount"},
    {FieldType::kContent, "content"},
    {FieldType::kLeadDepartment, "lead_department"},
}};

constexpr std::string_view kKpiTypes[] = {"indicator", "unit", "baseline", "current", "target", "actual"};
constexpr std::string_view kEventTypes[] = {"place", "lecturer", "attendees", "headcount", "content"};

template <typename Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool has_type(const DraftPlan& plan, std::string_view type) {
  return std::any_of(plan.fields.begin(), plan.fields.end(), [&](const auto& field) { return field.type == type; });
}

bool has_name(const std::vector<PlannedField>& fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(), [&](const PlannedField& field) { return field.name == name; });
}

/// Columns of `measures` that a field may fill.
bool is_measure_column(std::string_view name) {
  constexpr std::string_view kColumns[] = {"measure", "project", "department",   "purpose",
                                           "plan",    "issues",  "achievements", "lead_department"};
  return is_one_of(name, kColumns);
}

/// The field that a known family gives this label to.
const FieldRule* known_field(const std::string& key, std::span<const Grammar> known) {
  for (const Grammar& grammar : known) {
    const auto [first, last] = grammar.labels.equal_range(key);
    for (auto at = first; at != last; ++at)
      if (at->second.kind == Grammar::LabelTarget::Kind::kField) return &grammar.fields[at->second.index];
  }
  return nullptr;
}

std::string_view type_name(FieldType type) {
  for (const auto& [one, name] : kTypes)
    if (one == type) return name;
  return "";
}

bool holds_any(std::string_view words, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [words](std::string_view part) { return words.find(part) != words.npos; });
}

/// What the words behind nearly every label of this kind are.
void type_by_values(const Candidate& seen, PlannedField& field) {
  const auto most = [&](std::uint32_t count) { return count > 0 && count * 10 >= seen.count * 8; };
  if (seen.values.marks * 2 > seen.count) {
    field.type = "marks";
  } else if (most(seen.values.money)) {
    field.type = "amount";
    field.kind = holds_any(seen.key, {"決算", "執行"})   ? "settlement"
                 : holds_any(seen.key, {"予算", "要求"}) ? "budget"
                                                         : "other";
  } else if (most(seen.values.dates) && holds_any(seen.key, {"日", "時", "期"})) {
    field.type = "when";
  } else if (most(seen.values.offices)) {
    field.name = "department";
  } else if (holds_any(seen.key, {"場所", "会場"})) {
    field.type = "place";
  }
}

/// Only the first field of a type or name that a card has once.
void keep_first(DraftPlan& plan) {
  for (std::size_t f = 1; f < plan.fields.size(); ++f) {
    PlannedField& field = plan.fields[f];
    const auto before = [&](const auto& matches) {
      return std::any_of(plan.fields.begin(), plan.fields.begin() + static_cast<std::ptrdiff_t>(f), matches);
    };
    if ((field.type == "when" || field.type == "place") &&
        before([&](const PlannedField& other) { return other.type == field.type; }))
      field.type.clear();
  }
}

/// The parts of a KPI mean nothing one by one, nor does the place of no day.
void clear_parts(DraftPlan& plan) {
  const bool kpi = has_type(plan, "indicator") && (has_type(plan, "baseline") || has_type(plan, "current") ||
                                                   has_type(plan, "target") || has_type(plan, "actual"));
  const bool event = has_type(plan, "when");
  for (PlannedField& field : plan.fields) {
    if (!kpi && is_one_of(field.type, kKpiTypes)) field.type.clear();
    if (!event && is_one_of(field.type, kEventTypes)) field.type.clear();
  }
}

/// A card has a name in `measures`: where nothing else gives one, the field that opens it does.
void name_project(DraftPlan& plan) {
  if (plan.start_is_line || plan.opener) return;
  if (has_name(plan.fields, "project") || has_name(plan.fields, "measure")) return;
  for (PlannedField& field : plan.fields)
    if (field.labels.front().key == plan.start_labels.front().key && field.type.empty()) field.name = "project";
}

}  // namespace

void add_field(const Candidate& seen, std::span<const Grammar> known, std::vector<PlannedField>& fields) {
  PlannedField field;
  field.name = seen.key;
  if (const FieldRule* rule = known_field(seen.key, known)) {
    field.type = type_name(rule->type);
    if (rule->type == FieldType::kEvents) field.status = rule->status;
    if (rule->type == FieldType::kAmount) field.kind = rule->kind;
    // what another family calls a text says nothing here, but where it is a column
    if (!field.type.empty() || is_measure_column(rule->name)) field.name = rule->name;
  }
  if (field.type.empty() && field.name == seen.key) type_by_values(seen, field);
  const auto same =
      std::find_if(fields.begin(), fields.end(), [&](const PlannedField& other) { return other.name == field.name; });
  if (same == fields.end()) {
    field.labels = {{seen.key, seen.spaced, seen.dated}};
    fields.push_back(std::move(field));
  } else if (same->type == field.type && same->kind == field.kind) {
    same->labels.push_back({seen.key, seen.spaced, seen.dated});
  } else {
    field.name = seen.key;
    field.labels = {{seen.key, seen.spaced, seen.dated}};
    fields.push_back(std::move(field));
  }
}

void add_headed_field(const Candidate& heading, std::vector<PlannedField>& fields) {
  constexpr std::string_view kOpen = "【";
  constexpr std::string_view kClose = "】";
  std::string name = heading.key;
  if (name.starts_with(kOpen)) name.erase(0, kOpen.size());
  if (name.ends_with(kClose)) name.resize(name.size() - kClose.size());
  if (name.empty() || has_name(fields, name)) name = heading.key;
  PlannedField field;
  field.name = std::move(name);
  field.labels = {{heading.key, heading.spaced, false}};
  fields.push_back(std::move(field));
}

void settle_fields(DraftPlan& plan) {
  keep_first(plan);
  clear_parts(plan);
  name_project(plan);
}

}  // namespace torikomi

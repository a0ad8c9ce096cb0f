// STR005: a field that the sibling measures have is missing.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// From so many measures on, a field that most of them have is expected of all.
constexpr std::size_t kManyMeasures = 5;
constexpr std::size_t kOftenPercent = 80;
/// Fewer measures must be alike in so many labels before one that lacks a label is odd.
constexpr std::size_t kFewestLabels = 8;

struct Field {
  std::string label;
  Span where;
};

/// The labels of one measure in the order of the text.
struct Form {
  std::vector<Field> fields;
  std::set<std::string> labels;
  Span first_line;
  Span own;  ///< of the first cell of the measure that is printed; empty: none is
  bool has_kpis = false;
};

std::vector<Form> collect(const CheckInput& input) {
  const Table& measures = input.records[TableId::measures];
  std::vector<Form> out(measures.size());
  std::map<std::string_view, std::size_t> place;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    place[measures.row(i)[col::measures::measure_id].text()] = i;
    if (const auto line = measures.row(i)[col::measures::line_start].integer())
      out[i].first_line = input.text.source().line_span(static_cast<std::uint32_t>(*line));
    for (const Cell& cell : measures.row(i))
      if (const auto span = cell.span(); span && out[i].own.empty()) out[i].own = *span;
  }
  const Table& fields = input.records[TableId::fields];
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const ConstRow row = fields.row(i);
    const auto found = place.find(row[col::fields::measure_id].text());
    if (found == place.end()) continue;
    Form& form = out[found->second];
    const auto span = row[col::fields::label].span();
    form.fields.push_back({bare(row[col::fields::label].text()), span.value_or(form.first_line)});
    form.labels.insert(form.fields.back().label);
  }
  const Table& kpis = input.records[TableId::kpis];
  for (std::size_t i = 0; i < kpis.size(); ++i)
    if (const auto found = place.find(kpis.row(i)[col::kpis::measure_id].text()); found != place.end())
      out[found->second].has_kpis = true;
  return out;
}

/// The label that stands before `label` in most of the forms.
std::string usual_label_before(const std::vector<Form>& forms, const std::string& label) {
  std::map<std::string, int> before;
  for (const Form& form : forms)
    for (std::size_t i = 1; i < form.fields.size(); ++i)
      if (form.fields[i].label == label) ++before[form.fields[i - 1].label];
  const auto most =
      std::max_element(before.begin(), before.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == before.end() ? std::string() : most->first;
}

/// Where the label would stand: the nearest label before it that the form has, else the first line of the measure.
Span expected_place(const std::vector<Form>& forms, const Form& form, const std::string& label) {
  constexpr int kSteps = 5;
  std::string before = label;
  for (int step = 0; step < kSteps; ++step) {
    before = usual_label_before(forms, before);
    for (const Field& field : form.fields)
      if (field.label == before) return field.where;
  }
  return form.first_line;
}

/// True where the form has nearly all labels of one that has `label`.
bool is_alike(const std::vector<Form>& forms, const Form& form, const std::string& label) {
  return std::any_of(forms.begin(), forms.end(), [&](const Form& other) {
    if (!other.labels.contains(label) || other.labels.size() < kFewestLabels) return false;
    const auto shared = static_cast<std::size_t>(std::count_if(
        other.labels.begin(), other.labels.end(), [&](const std::string& one) { return form.labels.contains(one); }));
    return shared * 100 >= other.labels.size() * kOftenPercent;
  });
}

/// Remarks are made where there is something to remark.
bool is_optional(std::string_view label) {
  return label == "備考" || label == "摘要" || label == "その他" || label == "特記事項";
}

/// The finding touches the row of its measure too, which may stand some lines above.
void report(const Form& form, Span where, std::string_view label, std::size_t all, std::size_t have,
            Diagnostics& diagnostics) {
  Diagnostic& finding = diagnostics.add("STR005", where, label, all, have);
  finding.places = {where};
  if (!form.own.empty()) finding.places.push_back(form.own);
}

void check_label(const std::vector<Form>& forms, const std::string& label, Diagnostics& diagnostics) {
  const auto have = static_cast<std::size_t>(
      std::count_if(forms.begin(), forms.end(), [&](const Form& form) { return form.labels.contains(label); }));
  const bool many = forms.size() >= kManyMeasures;
  if (is_optional(label)) return;
  if (have == forms.size() || (many ? have * 100 < forms.size() * kOftenPercent : have + 1 < forms.size())) return;
  for (const Form& form : forms)
    if (!form.labels.contains(label) && (many || is_alike(forms, form, label)))
      report(form, expected_place(forms, form, label), label, forms.size(), have, diagnostics);
}

void check_kpis(const std::vector<Form>& forms, Diagnostics& diagnostics) {
  const auto have = static_cast<std::size_t>(
      std::count_if(forms.begin(), forms.end(), [](const Form& form) { return form.has_kpis; }));
  if (forms.size() < kManyMeasures || have * 100 < forms.size() * kOftenPercent) return;
  for (const Form& form : forms)
    if (!form.has_kpis) report(form, form.first_line, "KPI", forms.size(), have, diagnostics);
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const std::vector<Form> forms = collect(input);
  if (forms.size() < 2) return;
  std::set<std::string> labels;
  for (const Form& form : forms) labels.insert(form.labels.begin(), form.labels.end());
  for (const std::string& label : labels) check_label(forms, label, diagnostics);
  check_kpis(forms, diagnostics);
}

}  // namespace

extern const Rule rule_STR005;
const Rule rule_STR005 = {
    {.code = "STR005",
     .name = "missing-block",
     .severity = Severity::kWarning,
     .summary = {"ほかの事業にある項目がない", "a field that the sibling measures have is missing"},
     .message = {"この事業には「{}」がありません ({} 事業のうち {} 事業にあります)",
                 "this measure has no \"{0}\"; {2} of {1} measures have it"},
     .explain =
         {"同じ文書のほとんどの事業にある項目が見つかりません。抽出で失われたか、項目名が化けている恐れがあります。",
          "Nearly all measures of this document have the field. It may have been lost by extraction, or its label may "
          "be damaged."},
     .bad = "KPIの状況 のない事業",
     .good = "ほかの事業と同じ項目のある事業"},
    run};

}  // namespace torikomi

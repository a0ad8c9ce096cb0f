#include "torikomi/check/check.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "check/facts.h"

namespace torikomi {

// Defined in rules/<code>_<name>.cc.
#define RULE(code) extern const Rule rule_##code;
#include "rules.def"

namespace {

constexpr std::array kRules = {
#define RULE(code) &rule_##code,
#include "rules.def"
};

constexpr std::array kInfos = {
#define RULE(code) &rule_##code.info,
#include "rules.def"
};

bool is_wanted(const Rule& rule, const CheckOptions& options) {
  return (rule.group != RuleGroup::kStyle || options.style) &&
         (rule.group != RuleGroup::kMachineReadable || options.machine_readable);
}

}  // namespace

std::span<const Rule* const> all_rules() { return kRules; }
std::span<const RuleInfo* const> all_rule_infos() { return kInfos; }

std::string_view name(RuleGroup group) {
  switch (group) {
    case RuleGroup::kStyle:
      return "style";
    case RuleGroup::kMachineReadable:
      return "machine-readable";
    default:
      return "default";
  }
}

TextChecks check_text(const NormText& text, const Layout& layout, std::span<const std::uint32_t> reported,
                      const CheckOptions& options, Language language) {
  TextChecks out{gather_facts(text, layout), Diagnostics(kInfos, language)};
  const TextInput input{text, layout, *out.facts, reported};
  for (const Rule* rule : kRules)
    if (rule->run.of_text != nullptr && is_wanted(*rule, options)) rule->run.of_text(input, out.findings);
  return out;
}

void run_checks(const NormText& text, const Layout& layout, const Records& records, TextChecks of_text,
                const CheckOptions& options, Diagnostics& diagnostics) {
  const CheckInput input{{text, layout, *of_text.facts, {}}, records, publication_of(text, records)};
  Diagnostics of_records(kInfos, diagnostics.language());
  for (const Rule* rule : kRules)
    if (rule->run.of_records != nullptr && is_wanted(*rule, options)) rule->run.of_records(input, of_records);
  auto& all = diagnostics.all();
  std::merge(std::move_iterator(of_text.findings.all().begin()), std::move_iterator(of_text.findings.all().end()),
             std::move_iterator(of_records.all().begin()), std::move_iterator(of_records.all().end()),
             std::back_inserter(all),
             [](const Diagnostic& a, const Diagnostic& b) { return a.rule->code < b.rule->code; });
  std::stable_sort(all.begin(), all.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
}

}  // namespace torikomi

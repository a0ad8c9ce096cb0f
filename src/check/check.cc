#include "torikomi/check/check.h"

#include <algorithm>
#include <array>

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

void run_checks(const NormText& text, const Layout& layout, const Records& records, CheckFacts& facts,
                const CheckOptions& options, Diagnostics& diagnostics) {
  set_publication(facts, text, records);
  const CheckInput input{text, layout, records, facts};
  for (const Rule* rule : kRules) {
    if (rule->group == RuleGroup::kStyle && !options.style) continue;
    if (rule->group == RuleGroup::kMachineReadable && !options.machine_readable) continue;
    if (rule->run != nullptr) rule->run(input, diagnostics);
  }
  std::stable_sort(diagnostics.all().begin(), diagnostics.all().end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
}

}  // namespace torikomi

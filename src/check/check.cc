#include "torikomi/check/check.h"

#include <array>

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

void run_checks(const CheckInput& input, Diagnostics& diagnostics) {
  for (const Rule* rule : kRules)
    if (rule->run != nullptr) rule->run(input, diagnostics);
}

}  // namespace torikomi

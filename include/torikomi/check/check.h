// Coded rules over a finished document. They report; they never change a record.
#pragma once

#include <span>
#include <string_view>

#include "torikomi/core/diagnostic.h"
#include "torikomi/layout/block.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// What a rule may look at.
struct CheckInput {
  const NormText& text;
  const Layout& layout;
  const Records& records;
};

/// One rule = one file in src/check/rules + one line in src/check/rules.def. Rules that a reading stage raises by
/// itself (it sees what a later look at the rows cannot tell) have no function.
struct Rule {
  RuleInfo info;
  void (*run)(const CheckInput& input, Diagnostics& diagnostics) = nullptr;
};

/// Every rule, by code.
[[nodiscard]] std::span<const Rule* const> all_rules();
/// The descriptions of all rules, for Diagnostics.
[[nodiscard]] std::span<const RuleInfo* const> all_rule_infos();

void run_checks(const CheckInput& input, Diagnostics& diagnostics);

}  // namespace torikomi

// Coded rules over a finished document. They report; they never change a record.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "torikomi/core/diagnostic.h"
#include "torikomi/layout/block.h"
#include "torikomi/record/records.h"

namespace torikomi {

struct CheckFacts;  // src/check/facts.h: what several rules need, computed once

/// What a rule may look at.
struct CheckInput {
  const NormText& text;
  const Layout& layout;
  const Records& records;
  const CheckFacts& facts;
};

/// Rules that speak of taste or of the needs of machines are run only where they are asked for.
enum class RuleGroup { kDefault, kStyle, kMachineReadable };
[[nodiscard]] std::string_view name(RuleGroup group);  ///< "default", "style", "machine-readable"

/// One rule = one file in src/check/rules + one line in src/check/rules.def. Rules that a reading stage raises by
/// itself (it sees what a later look at the rows cannot tell) have no function.
struct Rule {
  RuleInfo info;
  void (*run)(const CheckInput& input, Diagnostics& diagnostics) = nullptr;
  RuleGroup group = RuleGroup::kDefault;
  bool repairs = false;  ///< `validate --fix` mends what it finds (check/repair.h)
};

/// Every rule, by code.
[[nodiscard]] std::span<const Rule* const> all_rules();
/// The descriptions of all rules, for Diagnostics.
[[nodiscard]] std::span<const RuleInfo* const> all_rule_infos();

/// Which opt-in groups are run beside the default one.
struct CheckOptions {
  bool style = false;
  bool machine_readable = false;
};

/// What the rules need of the text alone: half of the work of the checks, which may be done while another thread reads
/// the records. Pure.
[[nodiscard]] std::shared_ptr<CheckFacts> gather_facts(const NormText& text, const Layout& layout);

/// Runs every rule over one finished document, then puts all findings in the order of the text (equal places: stage by
/// stage, then by code). `facts` are those of the same text.
void run_checks(const NormText& text, const Layout& layout, const Records& records, CheckFacts& facts,
                const CheckOptions& options, Diagnostics& diagnostics);

}  // namespace torikomi

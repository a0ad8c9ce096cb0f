// The catalogue of rules: the list, one rule in full, and docs/rules.md.
#pragma once

#include <span>
#include <string>

#include "torikomi/core/diagnostic.h"

namespace torikomi {

/// A rule with what its reader wants to know beside its description.
struct CatalogueEntry {
  const RuleInfo* info = nullptr;
  std::string_view group;  ///< "default", or the opt-in group that it belongs to
  bool repairs = false;    ///< `--fix` mends it
};

/// One line a rule.
[[nodiscard]] std::string list_rules(std::span<const CatalogueEntry> rules, Language language);
/// What `--explain` prints.
[[nodiscard]] std::string explain_rule(const CatalogueEntry& rule, Language language);
/// docs/rules.md, in both languages.
[[nodiscard]] std::string rules_markdown(std::span<const CatalogueEntry> rules);

}  // namespace torikomi

#include "torikomi/core/diagnostic.h"

#include <algorithm>
#include <cstdlib>

namespace torikomi {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "info";
  }
  return "";
}

const RuleInfo& Diagnostics::find(std::string_view code) const {
  const auto found =
      std::find_if(rules_.begin(), rules_.end(), [&](const RuleInfo* rule) { return rule->code == code; });
  if (found == rules_.end()) std::abort();  // our bug: a stage names a rule that the registry does not hold
  return **found;
}

Diagnostic& Diagnostics::append(Diagnostic diagnostic) { return all_.emplace_back(std::move(diagnostic)); }

}  // namespace torikomi

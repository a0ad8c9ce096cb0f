// Which rules a run reports: --select, --ignore and the configuration.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "torikomi/check/check.h"
#include "torikomi/core/result.h"

namespace torikomi::cli {

/// The codes of all rules that the words name, as in RuleChoice::make. Errors (kUsage) as there.
[[nodiscard]] Result<std::vector<std::string_view>> codes_of(const std::vector<std::string>& words);

class RuleChoice {
 public:
  /// Words are codes, beginnings of codes (DAT), names of rules or of groups (style). Only groups in `select`: those
  /// beside the default rules. No `select`: the default rules. Errors (kUsage): a word that names nothing, with what it
  /// may have meant.
  [[nodiscard]] static Result<RuleChoice> make(const std::vector<std::string>& select,
                                               const std::vector<std::string>& ignore);

  [[nodiscard]] bool reports(std::string_view code) const;
  /// The opt-in groups that have to be run.
  [[nodiscard]] CheckOptions options() const;

 private:
  std::vector<std::string_view> codes_;  ///< sorted
};

/// The rule of that code or name. Errors (kUsage) as above.
[[nodiscard]] Result<const Rule*> find_rule(std::string_view word);

}  // namespace torikomi::cli

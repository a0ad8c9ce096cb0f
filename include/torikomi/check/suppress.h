// Findings that the text itself asks to be quiet about, with a reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/diagnostic.h"
#include "torikomi/core/source.h"

namespace torikomi {

/// `torikomi:ignore RULE[,RULE] reason` speaks of its own line, or of the next one where nothing else stands on its
/// line (comment signs aside); `torikomi:ignore-file RULE[,RULE] reason` of the whole file. A rule is a code or the
/// beginning of one.
struct Suppression {
  Span span;  ///< the words of the directive
  std::vector<std::string> rules;
  std::string reason;  ///< empty: the directive is void, and rule SUP001 says so
  bool whole_file = false;
  std::uint32_t line = 0;  ///< 1-based line that it speaks of
};

[[nodiscard]] std::vector<Suppression> find_suppressions(const Source& source);

/// True where one of them (with a reason) covers the finding.
[[nodiscard]] bool is_suppressed(const Source& source, const Diagnostic& finding,
                                 const std::vector<Suppression>& suppressions);

}  // namespace torikomi

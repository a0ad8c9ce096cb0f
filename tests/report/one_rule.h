// A rule for tests that report findings.
#pragma once

#include <array>

#include "torikomi/core/diagnostic.h"

namespace torikomi::testing {

inline constexpr RuleInfo kRule = {.code = "DAT002",
                                   .name = "weekday-mismatch",
                                   .severity = Severity::kWarning,
                                   .summary = {"曜日が日付と合わない", "the weekday does not match the date"},
                                   .message = {"{}", "{}"},
                                   .explain = {"説明", "why"},
                                   .bad = "a",
                                   .good = "b"};
inline constexpr std::array kRules = {&kRule};

}  // namespace torikomi::testing

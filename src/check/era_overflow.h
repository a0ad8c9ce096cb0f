// Years beyond the end of their era: 平成33年度.
#pragma once

#include <string_view>

#include "torikomi/check/check.h"

namespace torikomi {

/// One finding of the rule `code` for each wording, at its first place.
void report_era_overflow(const TextInput& input, std::string_view code, Diagnostics& diagnostics);

}  // namespace torikomi

// The plan of a family as the text of a grammar file.
#pragma once

#include <string>
#include <string_view>

#include "plan.h"

namespace torikomi {

/// A basic TOML string in its quotes: backslash, quotes and control characters escaped.
[[nodiscard]] std::string toml_string(std::string_view text);

/// Words as a pattern that fits them: RE2's special characters escaped.
[[nodiscard]] std::string pattern_words(std::string_view words);

/// Everything but the rows that the example must give. `example` is the text of one card.
[[nodiscard]] std::string grammar_text(std::string_view name, const DraftPlan& plan, std::string_view example);

}  // namespace torikomi

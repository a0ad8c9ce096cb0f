// Runs the [[example]]s of a grammar: a family that does not read its own examples is broken.
#pragma once

#include <string>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// What is wrong with the examples of `grammar`, one message each (with file and line); empty where all rows are found.
/// Every expected row must match a row of its table of its own: all named columns equal, as CSV writes them but with
/// line breaks.
[[nodiscard]] std::vector<Message> check_examples(const Grammar& grammar);

}  // namespace torikomi

// Runs the [[example]]s of a grammar: a family that does not read its own examples is broken.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// What is wrong with the examples of `grammar`, one message each (with file and line); empty where all rows are found.
/// Every expected row must match a row of its table of its own: all named columns equal, as CSV writes them but with
/// line breaks.
[[nodiscard]] std::vector<Message> check_examples(const Grammar& grammar);

/// The rules that no example of the grammar uses, in the order of the file: "field department", "ignore page-number".
/// What nobody tries can break unseen; it is no fault by itself.
[[nodiscard]] std::vector<std::string> unused_rules(const Grammar& grammar);

/// Patterns with full-width characters, which the folded text of a report never holds, one message each.
[[nodiscard]] std::vector<Message> unfolded_patterns(const Grammar& grammar);

/// Where families would be mistaken for each other, one message each: an example of `grammar` that fits one of `others`
/// as well or better, and an example of theirs that fits `grammar` as well or better. Grammars that never own a
/// document are left out.
[[nodiscard]] std::vector<Message> overlaps(const Grammar& grammar, std::span<const Grammar> others);

}  // namespace torikomi

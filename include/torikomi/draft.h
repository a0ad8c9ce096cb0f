// A first grammar for reports that no family knows, out of the labels that recur in them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "torikomi/core/result.h"
#include "torikomi/grammar/grammar.h"
#include "torikomi/pipeline.h"

namespace torikomi {

/// A grammar file called `name` that loads, reads its own example and takes in `reports`: what opens a card, the labels
/// that come again in every card (or once in every report, or, in one report alone, stand before their words), and the
/// headings inside of cards. `reports` were ingested without a family, so that what the supplements read already is
/// left to them. A label that a grammar of `known` has keeps its name and type there; every other one is named by its
/// own words and is text. Errors (kUsage): no label was found.
[[nodiscard]] Result<std::string> draft_grammar(std::string_view name, std::span<const Document> reports,
                                                std::span<const Grammar> known);

}  // namespace torikomi

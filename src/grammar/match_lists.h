// What lines tell by themselves, outside of cards: lists of bodies, amounts that a word names, indicators.
#pragma once

#include <string_view>

#include "torikomi/grammar/match.h"

namespace torikomi {

/// Adds bodies, amounts and indicators to `out` and claims the blocks that tell nothing else. Runs before the cards are
/// matched. REQUIRES: out.claims is parallel to the blocks; all outlive the result.
void match_lists(std::string_view text, const Layout& layout, const Grammar& family, DocumentMatch& out);

}  // namespace torikomi

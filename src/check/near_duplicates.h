// Phrases that differ in one letter, where the letter is probably misread.
#pragma once

#include <vector>

#include "check/letters.h"
#include "torikomi/core/span.h"

namespace torikomi {

struct NearDuplicate {
  NormSpan letter;        ///< the letter that differs
  NormSpan phrase;        ///< with its neighbours
  NormSpan usual_letter;  ///< what stands there elsewhere
  NormSpan usual;
  int others = 0;  ///< how often the usual one stands in this phrase
};

/// Every such place of the text, in order. A letter is suspect where the four letters before and the four
/// behind it are the same as elsewhere and, for kanji, where it stands beside its neighbours nowhere else. Linear: the
/// number of phrases that are looked at closely is bounded.
[[nodiscard]] std::vector<NearDuplicate> find_near_duplicates(const Letters& letters);

}  // namespace torikomi

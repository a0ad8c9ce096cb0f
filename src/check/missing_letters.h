// Words that have lost one letter which stands in them elsewhere: 子も達 beside 子ども達.
#pragma once

#include <vector>

#include "check/letters.h"
#include "check/near_duplicates.h"

namespace torikomi {

/// Every such place of the text, in order: five letters are the same on both sides of the gap, and the two
/// letters at the gap stand beside each other nowhere else. `letter` covers these two, `usual_letter` the same with the
/// letter between them. Particles and endings of verbs come and go and are never missed. Linear.
[[nodiscard]] std::vector<NearDuplicate> find_missing_letters(const Letters& letters);

}  // namespace torikomi

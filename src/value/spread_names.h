// Names printed letter by letter, of which several stand in one line: 五十嵐   進 森     弘 山 村 洋 二 三 枝 由美子.
#pragma once

#include <string_view>
#include <vector>

#include "torikomi/value/person_list.h"

namespace torikomi {

/// The names that fill `entry` behind a post in the same letters (副 会 長); empty unless they are two and more and the
/// words can be dealt out to names in one way only.
[[nodiscard]] std::vector<PersonSpan> spread_names(std::string_view entry);

}  // namespace torikomi

// Names of members behind their posts or seats, in a line whose words are known.
#pragma once

#include <string_view>

#include "layout/word_line.h"

namespace torikomi::shapes {

/// 小 林   みどり behind a post or a seat: family and given name of one person, where the gap between them is not much
/// wider than that between letters.
void join_names_of_members(std::string_view text, WordLine& line);

}  // namespace torikomi::shapes

// What can be told from a pattern before RE2 has read it: words that it cannot match without, and a wider pattern that
// costs little.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace torikomi {

/// Words of which every match of the RE2 pattern `text` holds at least one, the most telling ones that are easy to see;
/// empty where nothing is sure ((?i), a class, an alternative without a word). A text that holds none of them needs no
/// automaton to be told apart: looking for a word is ten times as quick, and a pattern that never gets past this is
/// never compiled. REQUIRES: RE2 takes the pattern (another one gives nothing or anything, but ends).
[[nodiscard]] std::vector<std::string> required_words(std::string_view text);

/// A pattern that matches wherever `text` does and perhaps elsewhere, without its long counted repetitions: RE2 makes
/// sixty copies of x for x{2,60}, which takes up to 1.4 ms for one pattern; x+ takes 40 µs. `text` itself where there
/// are none. REQUIRES: RE2 takes the pattern.
[[nodiscard]] std::string without_counts(std::string_view text);

}  // namespace torikomi

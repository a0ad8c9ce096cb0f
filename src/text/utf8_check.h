// Strict UTF-8 (RFC 3629, Unicode 15 table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/text/decode.h"

namespace torikomi {

/// Offset of the first byte at or after `from` that begins no code point; size() if there is none.
/// REQUIRES: a code point can begin at `from`.
[[nodiscard]] std::size_t find_bad_utf8(std::string_view bytes, std::size_t from = 0);

/// How many bytes at `at` one U+FFFD stands for: the longest begin of a code point that is cut short there ("maximal
/// subpart", Unicode 15 section 3.9), at least 1. REQUIRES: find_bad_utf8 gave `at`.
[[nodiscard]] std::size_t bad_utf8_length(std::string_view bytes, std::size_t at);

/// Copies, with one U+FFFD for each bad part; `bad` gets a row for each. Offsets count from the begin of `bytes`.
[[nodiscard]] std::string repair_utf8(std::string_view bytes, std::vector<BadBytes>& bad);

}  // namespace torikomi

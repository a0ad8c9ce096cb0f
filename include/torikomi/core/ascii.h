// Letters of ASCII, whatever the locale says.
#pragma once

namespace torikomi {

/// a for A; every other byte as it is.
[[nodiscard]] constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace torikomi

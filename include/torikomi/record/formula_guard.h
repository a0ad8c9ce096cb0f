// Text that a spreadsheet would run as a formula, and the ' that keeps it from that.
#pragma once

#include <string_view>

namespace torikomi {

/// True where a spreadsheet could run the text as a formula or eat its first character: it begins with = + - @, TAB,
/// CR, LF, or a full-width form of the four signs (OWASP, CSV injection).
[[nodiscard]] bool runs_as_formula(std::string_view text);

/// The text without the guard ' before it, where it has one. CSV writes a line end as " / ". A view of `text`.
[[nodiscard]] std::string_view without_guard(std::string_view text);

}  // namespace torikomi

// Base64 of RFC 4648, section 4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace torikomi {

/// The bytes, or nothing where the text is no base64. Padding may be left out; blanks and line ends may not occur.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace torikomi

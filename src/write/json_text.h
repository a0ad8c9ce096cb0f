// JSON texts, appended to a growing buffer.
#pragma once

#include <string>
#include <string_view>

namespace torikomi {

/// `text` in double quotes. Only what RFC 8259 demands is escaped (quote, backslash, U+0000..001F); the rest of UTF-8
/// passes as it is.
void append_json_text(std::string& out, std::string_view text);

}  // namespace torikomi

// JSON texts and cells, appended to one growing buffer.
#pragma once

#include <string>
#include <string_view>

#include "torikomi/record/records.h"

namespace torikomi {

/// `text` in double quotes. Only what RFC 8259 demands is escaped (quote, backslash, U+0000..001F); the rest of UTF-8
/// passes as it is.
void append_json_text(std::string& out, std::string_view text);

/// null, true, false, a number with every digit, or a text.
void append_json_cell(std::string& out, const Cell& cell);

/// The members of a row without braces: "document_id":"…",…
void append_json_row(std::string& out, const TableInfo& table, ConstRow row);

}  // namespace torikomi

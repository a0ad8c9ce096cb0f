// HTML tables -> rows. Only what lies between <table> and </table> goes through an HTML parser.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/lines.h"
#include "torikomi/core/span.h"

namespace torikomi::html {

/// Where the outermost tables of the text stand, in order and without overlap. A table that is never closed ends at the
/// line end behind its last tag, or before the next table. Linear.
[[nodiscard]] std::vector<NormSpan> find_tables(std::string_view text);

/// Reads every table that begins on `line`, and those that begin on the line where one ends. Adds blocks for all lines
/// that they touch, the words beside them included; moves `next` behind the last one read. Returns the number of lines.
std::size_t read_tables(shapes::Context& context, std::size_t line, const std::vector<NormSpan>& tables,
                        std::size_t& next);

/// A table tag: <td colspan="2">, </tr>. REQUIRES: text[at] == '<'. 0 if it is none; else its length.
[[nodiscard]] std::size_t table_tag_length(std::string_view text, std::size_t at);

}  // namespace torikomi::html

// HTML tags and Markdown emphasis as they stand in the decoded text.
#pragma once

#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

enum class MarkupFault {
  kUnclosed,  ///< <ul> whose end is missing in its line
  kOrphan,    ///< <li> outside a list, </p> without <p>
  kEmphasis,  ///< ** that opens and never closes
};

struct MarkupPlace {
  Span span;  ///< the tag or the mark
  MarkupFault fault = MarkupFault::kUnclosed;
};

/// Faults of one line (`begin` is its offset in the text): tags of lists, paragraphs and other inline markup that are
/// not paired, marks of emphasis that are not paired. Tags of tables may reach over lines and are left out. In order.
[[nodiscard]] std::vector<MarkupPlace> find_markup_faults(std::string_view line, std::uint32_t begin);

}  // namespace torikomi

// The words of a range that may reach over several cells.
#pragma once

#include <string>

#include "torikomi/layout/block.h"

namespace torikomi {

/// True where the document has rows whose cells bars or tags part.
[[nodiscard]] bool has_marked_rows(const Layout& layout);

/// The words of `span`; what parts cells in it is a blank, what parts rows a line break.
[[nodiscard]] std::string plain_words(const NormText& text, const Layout& layout, NormSpan span);

}  // namespace torikomi

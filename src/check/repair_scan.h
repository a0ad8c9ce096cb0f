// Places of the decoded text that a safe repair would change.
#pragma once

#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

/// Dates whose numbers and signs have blanks between them: 平成 30 年 3 月, R6. 6. 7. At least two signs (年 月 日 .)
/// or an era are needed, so that 3 年次 is none.
[[nodiscard]] std::vector<Span> spaced_dates(std::string_view text);

}  // namespace torikomi

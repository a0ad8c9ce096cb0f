// The lines that workers read and write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// {"id":"…","documents":[…],…} and LF.
[[nodiscard]] std::string work_line(std::string_view id, const Records& records);

/// The id of such a line, or nothing. Looks no farther than the id where it comes first.
[[nodiscard]] std::optional<std::string> id_of_line(std::string_view line);

/// The same error with the number of its line.
[[nodiscard]] Error numbered(const Error& error, std::uint64_t line);

}  // namespace torikomi

// The bytes of one input, with a limit instead of a full memory.
#pragma once

#include <cstdint>
#include <string>

#include "torikomi/core/result.h"

namespace torikomi {

/// Reports are some hundred kilobytes; what is larger than this is a folder that somebody glued together.
inline constexpr std::uint64_t kDefaultMaxBytes = std::uint64_t{64} << 20;

/// The whole file; "-" is standard input. Errors (kInput): it is missing, a folder, unreadable, or larger than
/// `max_bytes` (of which no more than that is ever in memory).
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes = kDefaultMaxBytes);

/// "64 MiB", "1.5 KiB", "17 bytes".
[[nodiscard]] std::string size_text(std::uint64_t bytes);

/// The error for a document of more than `max_bytes`, and what to do about it.
[[nodiscard]] Error too_large(const std::string& name, std::uint64_t max_bytes);

}  // namespace torikomi

// The command line: options -> configuration -> one call into the library, and the exit code.
#pragma once

namespace torikomi::cli {

/// Exit codes of the design: 0 clean, 1 findings at or above --fail-on, 2 usage or configuration, 3 an input could not
/// be read, 4 output could not be written, 5 a bug of ours. Never throws.
[[nodiscard]] int run(int argc, char** argv) noexcept;

}  // namespace torikomi::cli

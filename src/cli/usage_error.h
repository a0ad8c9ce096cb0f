// What is wrong with a command line, in the language of the user.
#pragma once

#include <CLI/App.hpp>

#include "torikomi/core/result.h"

namespace torikomi::cli {

/// The message for what CLI11 refused: which word, why, and what may have been meant. REQUIRES: `app` has parsed
/// argv and thrown `error`.
[[nodiscard]] Message usage_message(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv);

}  // namespace torikomi::cli

// `torikomi convert`
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "batch_options.h"
#include "console.h"
#include "write_flags.h"

namespace torikomi::cli {

struct ConvertOptions {
  BatchFlags batch;
  WriteFlags write;
  std::string grammar = "auto";
  std::vector<std::string> grammar_folders;
  std::string dump;
  std::string fail_under;  ///< --fail-under: percent of the lines that a record or a named rule must use; empty: none
  bool dry_run = false;
  bool resume = false;
};

/// Adds the subcommand with its options and examples to `app`.
CLI::App* add_convert(CLI::App& app, ConvertOptions& options, Language language);

/// Exit code.
int run_convert(const ConvertOptions& options, Console& console);

}  // namespace torikomi::cli

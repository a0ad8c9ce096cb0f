// `torikomi convert`
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "batch_options.h"
#include "console.h"

namespace torikomi::cli {

struct ConvertOptions {
  BatchFlags batch;
  std::string output = "-";
  std::string format;  ///< --to; empty: by the output's name
  std::string grammar = "auto";
  std::vector<std::string> grammar_folders;
  std::string dump;
  std::string profile = "data";
  std::string header = "auto";
  std::string fail_under;  ///< --fail-under: percent of the lines that a record or a named rule must use; empty: none
  bool force = false;
  bool dry_run = false;
};

/// Adds the subcommand with its options and examples to `app`.
CLI::App* add_convert(CLI::App& app, ConvertOptions& options, Language language);

/// Exit code.
int run_convert(const ConvertOptions& options, Console& console);

}  // namespace torikomi::cli

// `torikomi validate`, `torikomi rules`, `torikomi config show`
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "batch_options.h"
#include "console.h"

namespace torikomi::cli {

struct ValidateOptions {
  BatchFlags batch;
  std::string format;   ///< empty: the configuration's, else text
  std::string fail_on;  ///< empty: the configuration's, else error
  std::vector<std::string> select, ignore;
  std::string explain;
  std::string baseline, write_baseline;
  std::string config;  ///< empty: the nearest torikomi.toml; "none"
  std::string grammar = "auto";
  std::vector<std::string> grammar_folders;
  std::string output;  ///< of --fix: a file, or a folder for several inputs
  bool all = false, fix = false, diff = false, force = false;
};

struct RulesOptions {
  bool markdown = false;
};

struct ConfigOptions {
  std::string path = ".";
  bool origin = false;
};

CLI::App* add_validate(CLI::App& app, ValidateOptions& options, Language language);
int run_validate(const ValidateOptions& options, Console& console);

CLI::App* add_rules(CLI::App& app, RulesOptions& options, Language language);
int run_rules(const RulesOptions& options, Console& console);

CLI::App* add_config(CLI::App& app, ConfigOptions& options, Language language);
int run_config(const ConfigOptions& options, Console& console);

}  // namespace torikomi::cli

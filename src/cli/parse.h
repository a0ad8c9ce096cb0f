// `torikomi parse date|number|name [TEXT...]`: the value engine by itself.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "console.h"

namespace torikomi::cli {

struct ParseOptions {
  std::string kind;
  std::vector<std::string> texts;
  std::string context;
};

CLI::App* add_parse(CLI::App& app, ParseOptions& options, Language language);
int run_parse_command(const ParseOptions& options, Console& console);

}  // namespace torikomi::cli

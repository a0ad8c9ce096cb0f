// `torikomi grammar list|show|check|draft`: work on report families.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "console.h"

namespace torikomi::cli {

struct GrammarOptions {
  std::vector<std::string> folders;
  std::string match_file;          ///< list --match
  std::string name;                ///< show
  std::vector<std::string> files;  ///< check; the reports of draft
  std::string draft_name = "my-family";
  std::string output = "-";  ///< draft
  bool force = false;        ///< draft
  CLI::App* list = nullptr;
  CLI::App* show = nullptr;
  CLI::App* check = nullptr;
  CLI::App* draft = nullptr;
};

CLI::App* add_grammar(CLI::App& app, GrammarOptions& options, Language language);
int run_grammar(const GrammarOptions& options, Console& console);

}  // namespace torikomi::cli

// What the commands say about their options, said once.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"

namespace torikomi::cli {

/// `in("…", "…")`: the text in the language of the run.
class InLanguage {
 public:
  explicit InLanguage(Language language) : language_(language) {}
  std::string operator()(std::string_view ja, std::string_view en) const {
    return std::string(language_ == Language::kJa ? ja : en);
  }

 private:
  Language language_;
};

/// The option takes one of these words; the help shows them as a|b.
CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& words);

/// --grammars FOLDER...
void add_grammar_folders(CLI::App& command, std::vector<std::string>& folders, Language language);

/// --grammar auto|NAME|FILE and --grammars.
void add_grammar_options(CLI::App& command, std::string& grammar, std::vector<std::string>& folders, Language language);

}  // namespace torikomi::cli

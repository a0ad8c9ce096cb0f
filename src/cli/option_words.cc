#include "option_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace torikomi::cli {

CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& words) {
  return option->check(CLI::IsMember(words))->option_text(fmt::format("{}", fmt::join(words, "|")));
}

void add_grammar_folders(CLI::App& command, std::vector<std::string>& folders, Language language) {
  const InLanguage in(language);
  command
      .add_option(
          "--grammars", folders,
          in("文法ファイルのフォルダ (組み込みより先)", "folder of grammar files that come before the built-in ones"))
      ->option_text("FOLDER...");
}

void add_grammar_options(CLI::App& command, std::string& grammar, std::vector<std::string>& folders,
                         Language language) {
  const InLanguage in(language);
  command.add_option("--grammar", grammar, in("様式: 自動、名前、または文法ファイル", "the report family"))
      ->option_text("auto|NAME|FILE");
  add_grammar_folders(command, folders, language);
}

}  // namespace torikomi::cli

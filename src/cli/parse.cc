#include "parse.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "help.h"
#include "option_words.h"
#include "parse_values.h"

namespace torikomi::cli {

CLI::App* add_parse(CLI::App& app, ParseOptions& options, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("parse", in("日付・数・名前を読む (1 行に 1 つの JSON)",
                                                     "read dates, numbers or names: one line of JSON a text"));
  one_of(command->add_option("KIND", options.kind, in("date、number または name", "date, number or name"))->required(),
         {"date", "number", "name"});
  command
      ->add_option("TEXT", options.texts,
                   in("文字列。なければ標準入力の各行", "texts; without any, each line of standard input"))
      ->option_text("...");
  command
      ->add_option("--context", options.context,
                   in("文脈。例: fiscal_year=2017,date=2017-08-01,prefecture=岡山県",
                      "what a text cannot say itself, such as fiscal_year=2017,date=2017-08-01,prefecture=岡山県"))
      ->option_text("KEY=VALUE,...");
  command->footer(parse_footer(language));
  return command;
}

int run_parse_command(const ParseOptions& options, Console& console) {
  const auto kind = value_kind(options.kind);
  const auto context = read_value_context(options.context);
  if (!context) {
    console.error(context.error());
    return console.exit_code();
  }
  std::ios::sync_with_stdio(
      false);  // half of the time of a large input; std::cin stays tied, an answer is seen at once
  run_parse(*kind, options.texts, std::cin, *context, std::cout);
  std::cout.flush();
  if (!std::cout) console.error(stdout_error());
  return console.exit_code();
}

}  // namespace torikomi::cli

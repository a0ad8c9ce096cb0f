#include "app.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "console.h"
#include "convert.h"
#include "grammar.h"
#include "help.h"
#include "parse.h"
#include "store_commands.h"
#include "usage_error.h"
#include "validate.h"
#include "worker.h"

namespace torikomi::cli {
namespace {

struct GlobalOptions {
  std::string language = "auto";
  bool quiet = false;
};

/// `--lang` decides the language of the help too, so it is looked for before CLI11 reads anything.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) return choose_language(argv[i + 1]);
    if (word.starts_with("--lang=")) return choose_language(word.substr(7));
  }
  return choose_language("auto");
}

/// What one document took is taken by the next. glibc would give it back in between, and every page would cost a fault:
/// 8 % of a batch.
void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

int run_checked(int argc, char** argv) {
  const Language language = language_of(argc, argv);
  const auto in = [language](std::string_view ja, std::string_view en) {
    return std::string(language == Language::kJa ? ja : en);
  };
  CLI::App app(in("日本の行政報告書の本文から表を取り出します。",
                  "Takes the tables out of the text of Japanese administrative reports."),
               "torikomi");
  GlobalOptions global;
  ConvertOptions convert;
  ParseOptions parse;
  GrammarOptions grammar;
  ValidateOptions validate;
  RulesOptions rules;
  ConfigOptions config;
  WorkerFlags worker;
  MergeFlags merge;
  IngestFlags ingest;
  ExportFlags export_flags;
  SearchFlags search;
  StatusFlags status;
  DiffFlags diff;
  app.set_version_flag("--version", std::string("torikomi ") + TORIKOMI_VERSION, in("版を表示", "print the version"));
  app.set_help_flag("-h,--help", in("使い方を表示", "print this help"));
  app.add_option("--lang", global.language, in("メッセージの言語", "language of messages"))
      ->check(CLI::IsMember({"ja", "en", "auto"}))
      ->option_text("ja|en|auto");
  app.add_flag("-q,--quiet", global.quiet, in("エラーだけを表示", "print errors only"));
  app.require_subcommand(1);
  app.fallthrough();
  const int usage = is_engine_command(argc, argv) ? int{kEngineUsage} : int{kUsage};
  CLI::App* convert_command = add_convert(app, convert, language);
  CLI::App* parse_command = add_parse(app, parse, language);
  CLI::App* grammar_command = add_grammar(app, grammar, language);
  CLI::App* validate_command = add_validate(app, validate, language);
  CLI::App* rules_command = add_rules(app, rules, language);
  CLI::App* config_command = add_config(app, config, language);
  CLI::App* worker_command = add_worker(app, worker, language);
  CLI::App* merge_command = add_merge(app, merge, language);
  CLI::App* ingest_command = add_ingest(app, ingest, language);
  CLI::App* export_command = add_export(app, export_flags, language);
  CLI::App* search_command = add_search(app, search, language);
  CLI::App* status_command = add_status(app, status, language);
  CLI::App* diff_command = add_diff(app, diff, language);
  app.footer(overview_footer(language));  // last: subcommands that are added later would inherit it
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error) == 0 ? int{kClean} : usage;
    Console console(language, false);
    console.error({ErrorCode::kUsage, usage_message(app, error, argc, argv)});
    std::string command = "torikomi";
    for (auto inner = app.get_subcommands(); !inner.empty(); inner = inner.front()->get_subcommands())
      command += ' ' + inner.front()->get_name();
    console.note(say("使い方: {} --help", "usage: {} --help", command));
    return usage;
  }
  Console console(language, global.quiet);
  if (convert_command->parsed()) return run_convert(convert, console);
  if (parse_command->parsed()) return run_parse_command(parse, console);
  if (grammar_command->parsed()) return run_grammar(grammar, console);
  if (validate_command->parsed()) return run_validate(validate, console);
  if (rules_command->parsed()) return run_rules(rules, console);
  if (config_command->parsed()) return run_config(config, console);
  if (worker_command->parsed()) return run_worker_command(worker, console);
  if (merge_command->parsed()) return run_merge_command(merge, console);
  if (ingest_command->parsed()) return run_ingest(ingest, console);
  if (export_command->parsed()) return run_export(export_flags, console);
  if (search_command->parsed()) return run_search(search, console);
  if (status_command->parsed()) return run_status(status, console);
  if (diff_command->parsed()) return run_diff(diff, console);
  return usage;
}

}  // namespace

int run(int argc, char** argv) noexcept {
  try {
    keep_memory();
    return run_checked(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "torikomi: internal error / 内部エラー: %s\n", error.what());
    return is_engine_command(argc, argv) ? int{kEngineBug} : int{kBug};
  }
}

}  // namespace torikomi::cli

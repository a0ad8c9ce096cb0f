#include "app.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <sstream>
#include <string_view>
#include <vector>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

#include "console.h"
#include "convert.h"
#include "grammar.h"
#include "help.h"
#include "option_words.h"
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

#ifdef __GLIBC__
/// The first megabytes come in pages of 2 MiB where the kernel grants them: a small report then costs a third of the
/// page faults, 6 % of its time. The memory is untouched until it is used.
void ask_for_large_pages() {
  constexpr std::size_t kPage = std::size_t{2} << 20;
  constexpr std::size_t kAhead = 4 * kPage;
  void* ahead = std::malloc(kAhead);  // from the heap, not mapped: below M_MMAP_THRESHOLD
  std::size_t room = kAhead;
  void* begin = ahead;
  if (ahead != nullptr && std::align(kPage, kPage, begin, room) != nullptr)
    madvise(begin, room / kPage * kPage, MADV_HUGEPAGE);
  std::free(ahead);  // glibc keeps it for what is asked for next
}
#endif

/// What one document took is taken by the next. glibc would give it back in between, and every page would cost a fault:
/// 8 % of a batch.
void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  ask_for_large_pages();
#endif
}

/// A command that the line may name.
struct Command {
  CLI::App* app = nullptr;
  std::function<int(Console&)> run;
};
struct Offer {
  std::string_view name;
  std::function<Command(CLI::App&, Language)> add;
};

template <class Options>
Offer offer(std::string_view name, CLI::App* (*add)(CLI::App&, Options&, Language),
            int (*run)(const Options&, Console&)) {
  return {name, [add, run](CLI::App& app, Language language) {
            const auto options = std::make_shared<Options>();
            CLI::App* command = add(app, *options, language);
            return Command{command, [run, options](Console& console) { return run(*options, console); }};
          }};
}

/// Every command, in the order of the overview; or the one that the first word names, since describing the options of
/// all costs half a millisecond of every start.
std::vector<Command> add_commands(CLI::App& app, std::string_view first_word, Language language) {
  const std::array offers = {offer("convert", add_convert, run_convert),
                             offer("parse", add_parse, run_parse_command),
                             offer("grammar", add_grammar, run_grammar),
                             offer("validate", add_validate, run_validate),
                             offer("rules", add_rules, run_rules),
                             offer("config", add_config, run_config),
                             offer("worker", add_worker, run_worker_command),
                             offer("merge", add_merge, run_merge_command),
                             offer("ingest", add_ingest, run_ingest),
                             offer("export", add_export, run_export),
                             offer("search", add_search, run_search),
                             offer("status", add_status, run_status),
                             offer("diff", add_diff, run_diff)};
  const auto named = std::find_if(offers.begin(), offers.end(), [&](const Offer& o) { return o.name == first_word; });
  if (named != offers.end()) return {named->add(app, language)};
  std::vector<Command> out;
  out.reserve(offers.size());
  for (const Offer& one : offers) out.push_back(one.add(app, language));
  return out;
}

/// Where a command is due, `help` asks for help: `help convert` means `convert --help`, `help` alone the overview.
std::vector<char*> with_help(int argc, char** argv) {
  static char option[] = "--help";
  std::vector<char*> words(argv, argv + argc);
  for (auto at = words.begin() + 1; at < words.end(); ++at) {
    const std::string_view word = *at;
    if (word == "--lang") {
      ++at;
    } else if (word == "help") {
      words.erase(at);
      words.push_back(option);
      break;
    } else if (!word.starts_with('-')) {
      break;
    }
  }
  return words;
}

/// What CLI11 prints for --help and --version. Exit code.
int print_help(const CLI::App& app, const CLI::ParseError& asked, Console& console) {
  std::ostringstream words;
  app.exit(asked, words, words);
  return print_all(words.str(), console);
}

int run_checked(int argc, char** argv) {
  const Language language = language_of(argc, argv);
  const InLanguage in(language);
  CLI::App app(in("日本の行政報告書の本文から表を取り出します。",
                  "Takes the tables out of the text of Japanese administrative reports."),
               "torikomi");
  GlobalOptions global;
  app.set_version_flag("--version", std::string("torikomi ") + TORIKOMI_VERSION, in("版を表示", "print the version"));
  app.set_help_flag("-h,--help", in("使い方を表示", "print this help"));
  one_of(app.add_option("--lang", global.language, in("メッセージの言語", "language of messages")),
         {"ja", "en", "auto"});
  app.add_flag("-q,--quiet", global.quiet, in("エラーだけを表示", "print errors only"));
  app.require_subcommand(1);
  app.fallthrough();
  const int usage = is_engine_command(argc, argv) ? int{kEngineUsage} : int{kUsage};
  const std::vector<Command> commands = add_commands(app, argc > 1 ? argv[1] : "", language);
  app.footer(overview_footer(language));  // last: subcommands that are added later would inherit it
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    Console console(language, false);
    if (error.get_exit_code() == 0)
      return print_help(app, error, console) == kClean ? int{kClean}
             : is_engine_command(argc, argv)           ? int{kEngineNotWritten}
                                                       : int{kNotWritten};
    console.error({ErrorCode::kUsage, usage_message(app, error, argc, argv)});
    std::string command = "torikomi";
    for (auto inner = app.get_subcommands(); !inner.empty(); inner = inner.front()->get_subcommands())
      command += ' ' + inner.front()->get_name();
    console.note(say("使い方: {} --help", "usage: {} --help", command));
    return usage;
  }
  Console console(language, global.quiet);
  for (const Command& command : commands)
    if (command.app->parsed()) return command.run(console);
  return usage;
}

int tell_bug(const char* what, int argc, char** argv) {
  std::fprintf(stderr, "torikomi: internal error / 内部エラー: %s\n", what);
  return is_engine_command(argc, argv) ? int{kEngineBug} : int{kBug};
}

}  // namespace

int run(int argc, char** argv) noexcept {
  try {
    keep_memory();
    std::vector<char*> words = with_help(argc, argv);
    return run_checked(static_cast<int>(words.size()), words.data());
  } catch (const std::exception& error) {
    return tell_bug(error.what(), argc, argv);
  } catch (...) {
    return tell_bug("unknown exception / 不明な例外", argc, argv);
  }
}

}  // namespace torikomi::cli

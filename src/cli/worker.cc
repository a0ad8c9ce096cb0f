#include "worker.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <new>
#include <optional>
#include <string_view>
#include <system_error>

#include "grammar_set.h"
#include "option_words.h"
#include "stop.h"
#include "torikomi/batch/worker.h"

namespace torikomi::cli {
namespace {

/// Address space above which allocations fail; the document at hand then becomes an error record.
/// Errors (kUsage): the system does not grant it.
Status limit_memory(std::uint64_t bytes) {
  const rlimit limit{bytes, bytes};
  if (bytes == 0 || setrlimit(RLIMIT_AS, &limit) == 0) return ok();
  return Error{ErrorCode::kUsage,
               say("--max-memory {} バイトは設定できません ({})。ulimit -v で見える上限以下にしてください",
                   "--max-memory of {} bytes cannot be set ({}); stay below the limit that ulimit -v shows", bytes,
                   std::generic_category().message(errno))};
}

/// A reader that goes away is an error of writing (74), not a death by signal.
void ignore_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

int fail(Console& console, const Error& error, int code) {
  console.error(error);
  return code;
}

int finish(const WorkerFlags& flags, OutputFile& output, const WorkerReport& report, Shard shard, Console& console) {
  const bool stream = output.is_stream();
  if (auto done = output.finish(); !done) return fail(console, done.error(), kEngineNotWritten);
  if (stream) return kClean;
  const std::string path = flags.out + ".manifest.json";
  auto file = OutputFile::open(path, true, real_files(), worker_temporary(path));
  if (!file) return fail(console, file.error(), kEngineNotCreated);
  if (auto done = file->append(manifest(report, shard, TORIKOMI_VERSION)); !done)
    return fail(console, done.error(), kEngineNotWritten);
  if (auto done = file->finish(); !done) return fail(console, done.error(), kEngineNotWritten);
  return kClean;
}

int run(const WorkerFlags& flags, Console& console) {
  const auto shard = parse_shard(flags.shard);
  if (!shard) return fail(console, shard.error(), kEngineUsage);
  auto grammars = load_grammars(flags.grammar_folders, Depth::kHeads);
  if (!grammars) return fail(console, grammars.error(), kEngineUsage);
  const auto forced = choose_grammar(*grammars, flags.grammar);
  if (!forced) return fail(console, forced.error(), kEngineUsage);
  auto input = LineReader::open(flags.in, longest_line(flags.max_bytes));
  if (!input) return fail(console, input.error(), kEngineNoInput);
  auto output = OutputFile::open(flags.out, true, real_files(), worker_temporary(flags.out));
  if (!output) return fail(console, output.error(), kEngineNotCreated);

  const StopSignals signals;
  const WorkerOptions options{
      {*grammars, *forced, console.language()}, flags.jobs, flags.max_bytes, *shard, &signals.flag()};
  const auto report = run_worker(*input, options, *output);
  if (!report)
    return fail(console, report.error(), report.error().code == ErrorCode::kOutput ? kEngineNotWritten : kEngineData);
  if (report->stopped) return signals.flag() == SIGINT ? exit_code_of(SIGINT) : kEngineTemporary;
  if (flags.expects && report->lines != flags.expect_docs) {
    const Message message =
        say("入力は {} 件のはずが {} 件でした", "the input has {1} documents where {0} were expected",
            flags.expect_docs, report->lines);
    return fail(console, {ErrorCode::kInput, message}, kEngineTemporary);
  }
  return finish(flags, *output, *report, *shard, console);
}

}  // namespace

CLI::App* add_worker(CLI::App& app, WorkerFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command =
      app.add_subcommand("worker", in("1行1文書を読み1行1文書の JSON を書く (分散処理用)",
                                      "one document a line in, one a line out: for engines that run many"));
  command
      ->add_option("--shard", flags.shard,
                   in("全体を N に分けた K 番目だけ (0 から)", "only part K of N, counted from 0"))
      ->option_text("K/N");
  command->add_option("--in", flags.in, in("入力 (- は標準入力)", "input (- is standard input)"))
      ->option_text("FILE|-");
  command
      ->add_option("--out", flags.out,
                   in("出力 (- は標準出力)。仮の名前で書き、済んでから改名",
                      "output (- is standard output); written under another name until it is whole"))
      ->option_text("FILE|-");
  command
      ->add_option("--expect-docs", flags.expect_docs,
                   in("入力の行数。違えば終了コード 75", "lines that the input must have, else exit code 75"))
      ->each([&flags](const std::string&) { flags.expects = true; })
      ->option_text("N");
  command
      ->add_option("--max-memory", flags.max_memory,
                   in("使うメモリーの上限 (例 500MB)", "most memory to use, such as 500MB"))
      ->transform(CLI::AsSizeValue(false))
      ->option_text("SIZE");
  command->add_option("--max-bytes", flags.max_bytes, in("1文書の上限", "largest document"))
      ->transform(CLI::AsSizeValue(false))
      ->option_text("SIZE");
  command->add_option("-j,--jobs", flags.jobs, in("同時に読む文書の数", "documents read at once"))
      ->check(CLI::Range(1U, 1024U))
      ->option_text("N");
  add_grammar_options(*command, flags.grammar, flags.grammar_folders, language);
  command->footer(
      in("入力の1行: {\"id\":…,\"path\":…} または \"text\"、\"base64\"\n"
         "終了コード: 0 済み、64 使い方、65 入力の誤り、66 入力なし (やり直しても同じ)、\n"
         "            73 74 書き込めない、75 一時的 (やり直す)",
         "A line of input: {\"id\":…,\"path\":…}, or \"text\", or \"base64\"\n"
         "Exit codes: 0 done; 64 usage, 65 wrong input, 66 no input: the same again if tried again;\n"
         "            73 74 not written, 75 temporary: try again"));
  return command;
}

int run_worker_command(const WorkerFlags& flags, Console& console) {
  ignore_closed_pipes();
  if (auto limited = limit_memory(flags.max_memory); !limited) return fail(console, limited.error(), kEngineUsage);
  try {
    return run(flags, console);
  } catch (const std::bad_alloc&) {
    return fail(console, {ErrorCode::kInternal, say("メモリーが足りません", "out of memory")}, kEngineTemporary);
  }
}

bool is_engine_command(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "worker" || word == "merge") return true;
    if (!word.starts_with('-') && std::string_view(argv[i - 1]) != "--lang") return false;
  }
  return false;
}

}  // namespace torikomi::cli

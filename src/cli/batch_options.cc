#include "batch_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <system_error>

#include "option_words.h"
#include "torikomi/value/date.h"
#include "torikomi/value/municipality.h"

namespace torikomi::cli {
namespace {

constexpr unsigned kMostJobs = 1024;

unsigned allowed_jobs(const BatchFlags& flags) { return flags.jobs == 0 ? default_jobs() : flags.jobs; }

}  // namespace

void add_batch_options(CLI::App& command, BatchFlags& flags, Language language) {
  const InLanguage in(language);
  command
      .add_option("INPUT", flags.inputs.words,
                  in("ファイル、フォルダ、ワイルドカード、または - (標準入力)",
                     "files, folders, globs, or - for standard input"))
      ->option_text("...");
  command
      .add_option(
          "--files-from", flags.inputs.list,
          in("入力ファイル名の一覧 (1行1件、- は標準入力)", "file of names to read, one a line (- for standard input)"))
      ->option_text("LIST");
  command.add_flag("-0,--null", flags.inputs.null_separated,
                   in("一覧の区切りを NUL とする (find -print0 など)", "names in LIST end with NUL (find -print0)"));
  command
      .add_option("-j,--jobs", flags.jobs,
                  in("同時に読む文書の数 (0 はコア数)", "documents read at once (0: one a core)"))
      ->check(CLI::Range(0U, kMostJobs))
      ->option_text("N");
  command
      .add_option("--max-bytes", flags.max_bytes,
                  in("1文書の上限 (例 200MB)。既定は 64 MiB", "largest document, such as 200MB; 64 MiB unless given"))
      ->transform(CLI::AsSizeValue(false))
      ->option_text("SIZE");
  one_of(command.add_option("--progress", flags.progress, in("進み具合の表示", "show how far the run is")),
         {"never", "auto", "always"});
  command
      .add_option("--failed-to", flags.failed_to,
                  in("読めなかった入力の名前を書くファイル (--files-from でやり直せる)",
                     "file for the names of inputs that could not be read (for --files-from)"))
      ->option_text("FILE");
}

Result<std::vector<InputFile>> chosen_inputs(const BatchFlags& flags, Console& console) {
  if (flags.inputs.words.empty() && flags.inputs.list.empty())
    return Error{ErrorCode::kUsage, say("入力がありません。ファイルかフォルダ、または --files-from を指定してください",
                                        "no input; name files or folders, or give --files-from")};
  auto list = list_inputs(flags.inputs);
  if (!list) return list.error();
  for (const Error& error : list->errors) console.error(error);
  return std::move(list->files);
}

Result<FailedNames> FailedNames::open(const BatchFlags& flags, const std::vector<InputFile>& inputs) {
  FailedNames out;
  if (flags.failed_to.empty()) return out;
  out.end_ = flags.inputs.null_separated ? '\0' : '\n';
  const auto path = real_path(flags.failed_to);
  for (const InputFile& input : inputs)
    if (real_path(input.path) == path)
      return Error{ErrorCode::kOutput, say("--failed-to {} は入力ファイルです。別の名前を指定してください",
                                           "--failed-to {} is one of the inputs; give another name", flags.failed_to)};
  auto file = OutputFile::open(flags.failed_to, true, real_files());
  if (!file) return file.error();
  out.file_ = std::make_unique<OutputFile>(*std::move(file));
  return out;
}

Status FailedNames::finish() {
  if (file_ == nullptr) return ok();
  if (auto written = file_->append(names_); !written) return written;
  return file_->finish();
}

unsigned chosen_jobs(const BatchFlags& flags, std::size_t inputs) {
  return static_cast<unsigned>(std::clamp<std::size_t>(inputs, 1, allowed_jobs(flags)));
}

bool has_spare_core(const BatchFlags& flags, std::size_t inputs) { return allowed_jobs(flags) > inputs; }

std::jthread prepare_ahead(const BatchFlags& flags, std::size_t inputs) {
  if (!has_spare_core(flags, inputs)) return {};
  try {
    return std::jthread([] {
      prepare_eras();
      prepare_names();
    });
  } catch (const std::system_error&) {  // no thread to be had: both are read when they are needed
    return {};
  }
}

}  // namespace torikomi::cli

// The options of every command that reads many documents: which, how many at once, how large, how far.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "console.h"
#include "inputs.h"
#include "progress.h"
#include "torikomi/write/output_file.h"

namespace torikomi::cli {

struct BatchFlags {
  InputWords inputs;
  unsigned jobs = 0;  ///< 0: one a core
  std::uint64_t max_bytes = kDefaultMaxBytes;
  std::string progress = "auto";
  std::string failed_to;
};

/// Adds INPUT..., --files-from, --null, --jobs, --max-bytes, --progress and --failed-to.
void add_batch_options(CLI::App& command, BatchFlags& flags, Language language);

/// The inputs that the options name; errors of single words go to the console. Errors (kUsage): none was named.
[[nodiscard]] Result<std::vector<InputFile>> chosen_inputs(const BatchFlags& flags, Console& console);

/// --failed-to: the paths of inputs that could not be read. The file is the command's own, so it needs no --force to
/// take the place of an earlier list; it appears with finish().
class FailedNames {
 public:
  /// Nothing happens where --failed-to was not given. Errors (kOutput): the file cannot be written, or is an input.
  [[nodiscard]] static Result<FailedNames> open(const BatchFlags& flags, const std::vector<InputFile>& inputs);
  void add(const std::string& path) { names_.append(path).push_back(end_); }
  [[nodiscard]] Status finish();

 private:
  std::unique_ptr<OutputFile> file_;  ///< none: not asked for
  std::string names_;
  char end_ = '\n';
};

/// Threads for `inputs` documents.
[[nodiscard]] unsigned chosen_jobs(const BatchFlags& flags, std::size_t inputs);
/// True where more threads are allowed than there are documents to read.
[[nodiscard]] bool has_spare_core(const BatchFlags& flags, std::size_t inputs);
/// Where a core is spare: a thread that makes ready what every document needs and none needs at once. To be kept until
/// the run ends.
[[nodiscard]] std::jthread prepare_ahead(const BatchFlags& flags, std::size_t inputs);

}  // namespace torikomi::cli

// `torikomi worker` and `torikomi merge`: the two ends of a run on several machines.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "console.h"
#include "torikomi/batch/read_file.h"
#include "write_flags.h"

namespace torikomi::cli {

/// Exit codes of these two commands, by which engines decide whether to try again (sysexits.h).
enum EngineExit : int {
  kEngineUsage = 64,       ///< never again: wrong options or grammars
  kEngineData = 65,        ///< never again: the input is no list of documents, or the set is not whole
  kEngineNoInput = 66,     ///< never again: the input cannot be opened
  kEngineBug = 70,         ///< never again: a bug of ours
  kEngineNotCreated = 73,  ///< again: the output cannot be created
  kEngineNotWritten = 74,  ///< again: full disk, closed pipe, failed flush
  kEngineTemporary = 75,   ///< again: short input, too little memory, asked to stop
};

struct WorkerFlags {
  std::string shard = "0/1";
  std::string in = "-";
  std::string out = "-";
  std::uint64_t expect_docs = 0;
  bool expects = false;
  std::uint64_t max_memory = 0;
  std::uint64_t max_bytes = kDefaultMaxBytes;
  unsigned jobs = 1;
  std::string grammar = "auto";
  std::vector<std::string> grammar_folders;
};

struct MergeFlags {
  std::vector<std::string> parts;
  std::string expect;
  WriteFlags write;
  std::string missing;
  bool clean = false;
};

CLI::App* add_worker(CLI::App& app, WorkerFlags& flags, Language language);
CLI::App* add_merge(CLI::App& app, MergeFlags& flags, Language language);

/// Exit codes: EngineExit, or 0.
int run_worker_command(const WorkerFlags& flags, Console& console);
int run_merge_command(const MergeFlags& flags, Console& console);

/// Whether the words of the command line call one of the two, so that wrong usage is 64.
[[nodiscard]] bool is_engine_command(int argc, char** argv);

}  // namespace torikomi::cli

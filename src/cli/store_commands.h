// `torikomi ingest`, `export`, `search`, `status`, `diff`: what people do from month to month.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "batch_options.h"
#include "console.h"
#include "torikomi/store/store.h"
#include "write_flags.h"

namespace torikomi::cli {

struct IngestFlags {
  BatchFlags batch;
  std::string store;
  std::string grammar = "auto";
  std::vector<std::string> grammar_folders;
  bool prune = false;
};
CLI::App* add_ingest(CLI::App& app, IngestFlags& flags, Language language);
int run_ingest(const IngestFlags& flags, Console& console);

struct ExportFlags {
  std::string store;
  std::vector<std::string> where;
  WriteFlags write;
  std::string progress = "auto";
};
CLI::App* add_export(CLI::App& app, ExportFlags& flags, Language language);
int run_export(const ExportFlags& flags, Console& console);

struct SearchFlags {
  std::string text;
  std::string store;
  std::string format = "text";
  std::int64_t limit = 100;  ///< 0: all
};
CLI::App* add_search(CLI::App& app, SearchFlags& flags, Language language);
int run_search(const SearchFlags& flags, Console& console);

struct StatusFlags {
  std::string store;
  std::string format = "text";
};
CLI::App* add_status(CLI::App& app, StatusFlags& flags, Language language);
int run_status(const StatusFlags& flags, Console& console);

struct DiffFlags {
  std::string before, after;
  std::string store;  ///< then `before` and `after` are fiscal years
  std::vector<std::string> tables;
  std::string format = "text";
  bool exit_code = false;
};
CLI::App* add_diff(CLI::App& app, DiffFlags& flags, Language language);
int run_diff(const DiffFlags& flags, Console& console);

/// Adds --store FILE, which must be given.
void add_store_option(CLI::App& command, std::string& store, Language language);

/// A store to read from. Errors (kInput): there is none, or it cannot be read.
[[nodiscard]] Result<Store> open_store(const std::string& path);

/// "fiscal_year=2017", "code=331007,332020", "document=ID" -> one filter; all words must hold.
/// Errors (kUsage): another key, a year or code that is none.
[[nodiscard]] Result<StoreFilter> parse_where(const std::vector<std::string>& words);

}  // namespace torikomi::cli

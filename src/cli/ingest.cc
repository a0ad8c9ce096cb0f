// `torikomi ingest`: reports into the store, only what is new or changed.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <mutex>
#include <set>

#include "grammar_set.h"
#include "help.h"
#include "input_names.h"
#include "option_words.h"
#include "stop.h"
#include "store_commands.h"
#include "summary.h"
#include "torikomi/batch/batch.h"
#include "torikomi/core/sha256.h"

namespace torikomi::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdDigits = 12;  // contract: of the SHA-256, in document_id

struct Counts {
  std::size_t fresh = 0, changed = 0, unchanged = 0, repeated = 0, unreadable = 0, removed = 0;
};

class Ingestion {
 public:
  Ingestion(const IngestFlags& flags, Console& console) : flags_(flags), console_(console), names_(flags.store) {}

  int run() {
    auto inputs = chosen_inputs(flags_.batch, console_);
    if (!inputs) return fail(inputs.error());
    drop_repeated_names(*inputs);
    if (inputs->empty() && !flags_.prune) return console_.exit_code();
    const std::jthread ahead = prepare_ahead(flags_.batch, inputs->size());
    auto grammars = load_grammars(flags_.grammar_folders, Depth::kHeads);
    if (!grammars) return fail(grammars.error());
    auto forced = choose_grammar(*grammars, flags_.grammar);
    if (!forced) return fail(forced.error());
    auto failed_names = FailedNames::open(flags_.batch, *inputs);
    if (!failed_names) return fail(failed_names.error());
    failed_names_ = *std::move(failed_names);
    auto store = Store::open(flags_.store, Store::Mode::kWrite, console_.language());
    if (!store) return fail(store.error());
    auto reader = Store::open(flags_.store, Store::Mode::kRead);
    if (!reader) return fail(reader.error());
    store_ = &*store;
    reader_ = &*reader;
    engine_ = engine_of(*grammars, *forced);
    config_ = {*grammars, *forced, store->language()};
    config_.spare_core = has_spare_core(flags_.batch, inputs->size());
    const StopSignals signals;
    if (auto done = ingest_all(*inputs, signals); !done) return fail(done.error());
    if (auto done = failed_names_.finish(); !done) return fail(done.error());
    report();
    return stopped_by_ != 0 ? exit_code_of(stopped_by_) : console_.exit_code();
  }

 private:
  int fail(const Error& error) {
    console_.error(error);
    return console_.exit_code();
  }

  static void drop_repeated_names(std::vector<InputFile>& inputs) {
    std::set<fs::path> seen;
    std::erase_if(inputs,
                  [&](const InputFile& input) { return !seen.insert(InputNames::absolute(input.path)).second; });
  }

  Status ingest_all(const std::vector<InputFile>& inputs, const StopSignals& signals) {
    Progress progress(progress_mode(flags_.batch.progress), inputs.size(), console_.language());
    std::vector<InputFile> round = inputs;
    while (!round.empty() && stopped_by_ == 0) {
      again_.clear();
      if (auto done = read(round, progress, signals); !done) return done;
      round = std::exchange(again_, {});
    }
    progress.finish();
    if (stopped_by_ != 0) return ok();
    if (flags_.prune) {
      if (auto done = prune(inputs); !done) return done;
    }
    return index(signals);
  }

  Status read(const std::vector<InputFile>& inputs, Progress& progress, const StopSignals& signals) {
    BatchOptions batch{config_, chosen_jobs(flags_.batch, inputs.size()), flags_.batch.max_bytes, &signals.flag(), {}};
    batch.finished = [this](std::string_view digest, const std::string& source) { return known(digest, source); };
    const auto done = run_batch(inputs, batch, [&](BatchResult& result) {
      progress.advance(result.bytes);
      return take(result, progress);
    });
    if (!done) return done.error();
    if (*done < inputs.size()) stopped_by_ = signals.flag();
    return ok();
  }

  /// A stand-in for the records that the store has already. Called from any thread.
  std::optional<Records> known(std::string_view digest, const std::string& source) {
    const std::string_view id = digest.substr(0, kIdDigits);
    {
      const std::scoped_lock lock(reader_mutex_);
      const auto there = reader_->has_document(id, engine_);
      if (!there || !*there) return std::nullopt;  // an error shows when the records are put
    }
    Records out;
    const Cell kept_id = out.keep(id);
    const Cell kept_source = out.keep(source);
    const Row row = out[TableId::documents].add();
    row[col::documents::document_id] = kept_id;
    row[col::documents::source] = kept_source;
    return out;
  }

  Status take(BatchResult& result, Progress& progress) {
    const std::string path = names_.of(result.input->path, result.digest);
    StoreInput input{path, result.input->source, std::string_view(result.digest).substr(0, kIdDigits), engine_};
    switch (result.outcome) {
      case Outcome::kUnreadable:
        progress.clear();
        console_.error({ErrorCode::kInput, result.message});
        return take_unreadable(result, input);
      case Outcome::kDuplicate:
        ++counts_.repeated;
        return take_duplicate(result, input);
      case Outcome::kKnown:
        return take_known(result, input);
      case Outcome::kRead:
        break;
    }
    const auto before = store_->document_of(path);
    if (!before) return before.error();
    ++(before->empty() ? counts_.fresh : counts_.changed);
    summary_.add(result.records());
    return store_->put(input, result.records());
  }

  Status take_unreadable(const BatchResult& result, StoreInput& input) {
    failed_names_.add(result.input->path);
    ++counts_.unreadable;
    input.document_id = {};
    const auto before = store_->document_of(input.path);
    if (!before) return before.error();
    // A file that is not there or cannot be opened is no new version of what the store has.
    if (result.digest.empty() && !before->empty()) return ok();
    return store_->put(input, result.records());
  }

  Status take_duplicate(const BatchResult& result, const StoreInput& input) {
    const auto current = store_->is_current(input);
    if (!current) return current.error();
    return *current ? ok() : store_->put(input, result.records());
  }

  Status take_known(const BatchResult& result, const StoreInput& input) {
    const auto current = store_->is_current(input);
    if (!current) return current.error();
    if (!*current) {
      const auto adopted = store_->adopt(input);
      if (!adopted) return adopted.error();
      if (!*adopted) {  // another input of this run has just replaced it
        again_.push_back(*result.input);
        return ok();
      }
    }
    ++counts_.unchanged;
    return ok();
  }

  /// Removes what this run looked for and is not there any more: below the folders that were given, and beside the
  /// files that were.
  Status prune(const std::vector<InputFile>& inputs) {
    std::set<fs::path> folders;  // with all below them
    std::set<fs::path> beside;
    for (const std::string& word : flags_.batch.inputs.words) {
      std::error_code ignored;
      if (fs::is_directory(word, ignored)) folders.insert(InputNames::absolute(word));
    }
    for (const InputFile& input : inputs) beside.insert(InputNames::absolute(input.path).parent_path());
    const auto is_in_reach = [&](const fs::path& file) {
      if (beside.count(file.parent_path()) > 0) return true;
      for (fs::path at = file.parent_path(); at.has_relative_path(); at = at.parent_path())
        if (folders.count(at) > 0) return true;
      return false;
    };
    const auto entries = store_->entries({});
    if (!entries) return entries.error();
    std::vector<std::string> gone;
    for (const StoreEntry& entry : *entries) {
      if (InputNames::is_stdin(entry.path)) continue;
      const fs::path file = names_.file(entry.path);
      std::error_code code;
      if (is_in_reach(file) && !fs::exists(file, code) && !code) gone.push_back(entry.path);
    }
    counts_.removed = gone.size();
    return store_->forget(gone);
  }

  Status index(const StopSignals& signals) {
    while (signals.flag() == 0) {
      const auto more = store_->update_search();
      if (!more) return more.error();
      if (!*more) return ok();
    }
    stopped_by_ = signals.flag();
    return ok();
  }

  void report() const {
    console_.text(summary_.table(console_.language()));
    const Counts& c = counts_;
    if (stopped_by_ != 0)
      console_.note(say("中断しました。もう一度実行すると続きから取り込みます", "stopped; run again to go on"));
    std::string more_ja;
    std::string more_en;
    const auto also = [&](std::size_t n, std::string_view ja, std::string_view en) {
      if (n == 0) return;
      more_ja += fmt::format("、{} {} 件", ja, n);
      more_en += fmt::format(", {} {}", n, en);
    };
    also(c.repeated, "同じ内容", "with the bytes of another");
    also(c.unreadable, "読めない", "unreadable");
    also(c.removed, "削除", "removed");
    console_.note(say("{}: 新規 {} 件、変更 {} 件、変更なし {} 件{}", "{}: {} new, {} changed, {} unchanged{}",
                      flags_.store, c.fresh, c.changed, c.unchanged,
                      console_.language() == Language::kJa ? more_ja : more_en));
  }

  const IngestFlags& flags_;
  Console& console_;
  InputNames names_;
  std::string engine_;
  IngestConfig config_;
  Store* store_ = nullptr;
  Store* reader_ = nullptr;  ///< for the threads that read; sees what other processes put
  std::mutex reader_mutex_;
  std::vector<InputFile> again_;
  FailedNames failed_names_;
  Summary summary_;
  Counts counts_;
  int stopped_by_ = 0;
};

}  // namespace

CLI::App* add_ingest(CLI::App& app, IngestFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("ingest", in("報告書をストアに取り込む (新しいものと変わったものだけ)",
                                                      "take reports into a store: only what is new or has changed"));
  add_batch_options(*command, flags.batch, language);
  add_store_option(*command, flags.store, language);
  add_grammar_options(*command, flags.grammar, flags.grammar_folders, language);
  command->add_flag("--prune", flags.prune,
                    in("指定したフォルダからなくなったファイルの記録を消す",
                       "remove the records of files that have vanished from the folders that are given"));
  command->footer(ingest_footer(language));
  return command;
}

int run_ingest(const IngestFlags& flags, Console& console) { return Ingestion(flags, console).run(); }

}  // namespace torikomi::cli

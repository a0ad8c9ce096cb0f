#include "convert.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "coverage_gate.h"
#include "grammar_set.h"
#include "help.h"
#include "option_words.h"
#include "stop.h"
#include "summary.h"
#include "torikomi/batch/batch.h"
#include "torikomi/batch/journal.h"
#include "torikomi/core/forever.h"

namespace torikomi::cli {
namespace {

DumpStage stage_of(const std::string& word) {
  if (word == "blocks") return DumpStage::kBlocks;
  if (word == "cards") return DumpStage::kCards;
  return word == "records" ? DumpStage::kRecords : DumpStage::kLedger;
}

/// One run: opens the writer once, takes the documents in order, closes.
class Conversion {
 public:
  Conversion(const ConvertOptions& options, Console& console) : options_(options), console_(console) {}

  int run() {
    auto inputs = chosen_inputs(options_.batch, console_);
    if (!inputs) return fail(inputs.error());
    if (inputs->empty()) return console_.exit_code();
    if (options_.dry_run) return show_plan(*inputs);
    const std::jthread ahead = prepare_ahead(options_.batch, inputs->size());
    auto grammars = load_grammars(options_.grammar_folders, Depth::kHeads);
    if (!grammars) return fail(grammars.error());
    grammars_ = *std::move(grammars);
    auto forced = choose_grammar(grammars_, options_.grammar);
    if (!forced) return fail(forced.error());
    config_ = {grammars_, *forced, console_.language()};
    config_.spare_core = has_spare_core(options_.batch, inputs->size());
    auto gate = CoverageGate::open(options_.fail_under);
    if (!gate) return fail(gate.error());
    gate_ = *gate;
    if (!options_.dump.empty()) return dump_all(*inputs);
    if (auto done = convert_all(*inputs); !done) return fail(done.error());
    return stopped_by_ != 0 ? exit_code_of(stopped_by_) : console_.exit_code();
  }

 private:
  int fail(const Error& error) {
    console_.error(error);
    return console_.exit_code();
  }

  /// `--dry-run`: what would be read and written; nothing is opened.
  int show_plan(const std::vector<InputFile>& inputs) {
    const auto entry = chosen_format(options_.write, inputs.size() > 1);
    if (!entry) return fail(entry.error());
    std::string paths;
    for (const InputFile& input : inputs) paths.append(input.path).push_back('\n');
    if (auto printed = print(paths); !printed) return fail(printed.error());
    console_.note(say("{} 件を読み、{} 形式で {} に書きます (--dry-run のため何もしません)",
                      "would read {} inputs and write {} to {} (--dry-run: nothing is done)", inputs.size(),
                      (*entry)->name, is_stream(options_.write.output) ? "stdout" : options_.write.output));
    return console_.exit_code();
  }

  Status convert_all(const std::vector<InputFile>& inputs) {
    auto writer = open_output(options_.write, inputs.size() > 1, console_.language());
    if (!writer) return writer.error();
    writer_ = *std::move(writer);
    auto failed_names = FailedNames::open(options_.batch, inputs);
    if (!failed_names) return failed_names.error();
    failed_names_ = *std::move(failed_names);
    if (auto opened = open_journal(inputs.size()); !opened) return opened;
    const StopSignals signals;
    Progress progress(progress_mode(options_.batch.progress), inputs.size(), console_.language());
    BatchOptions batch{
        config_, chosen_jobs(options_.batch, inputs.size()), options_.batch.max_bytes, &signals.flag(), {}};
    if (journal_)
      batch.finished = [this](std::string_view digest, const std::string& source) {
        return journal_->find(digest, source);
      };
    const auto done = run_batch(inputs, batch, [&](BatchResult& result) {
      progress.advance(result.bytes);
      return take(result, progress);
    });
    progress.finish();
    if (!done) return done.error();
    if (*done < inputs.size()) {
      if (auto stopped = stop(signals.flag(), *done, inputs.size()); !stopped) return stopped;
      return failed_names_.finish();
    }
    if (auto finished = writer_->finish(); !finished) return finished;
    if (auto written = failed_names_.finish(); !written) return written;
    if (journal_) journal_->remove();
    report();
    return ok();
  }

  /// `--resume`: what the last run has finished lies beside the folder until a run ends well.
  Status open_journal(std::size_t inputs) {
    if (!options_.resume) return ok();
    const auto format = chosen_format(options_.write, inputs > 1);
    if (!format) return format.error();
    if ((*format)->name != "csv" || is_stream(options_.write.output))
      return Error{ErrorCode::kUsage, say("--resume は出力先がフォルダのときだけ使えます (-o フォルダ)",
                                          "--resume works where the output is a folder (-o FOLDER)")};
    std::string path = options_.write.output;
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    path += ".resume";
    const std::string engine =
        fmt::format("{} {}", engine_of(grammars_, config_.forced), console_.language() == Language::kJa ? "ja" : "en");
    auto journal = Journal::open(path, engine);
    if (!journal) return journal.error();
    journal_.emplace(*std::move(journal));
    if (journal_->size() > 0)
      console_.note(say("前回までに終わった {} 件は読み直しません ({})",
                        "{} documents that an earlier run has finished are not read again ({})", journal_->size(),
                        path));
    return ok();
  }

  /// Writes one document. What could not be read is a row of diagnostics; only output errors stop the run.
  Status take(BatchResult& result, Progress& progress) {
    if (result.outcome == Outcome::kUnreadable) {
      progress.clear();
      console_.error({ErrorCode::kInput, result.message});
      failed_names_.add(result.input->path);
    } else if (result.outcome == Outcome::kDuplicate) {
      progress.clear();
      console_.note(result.message);
    } else {
      summary_.add(result.records());
      note_empty(result, progress);
      if (const auto complaint = gate_.complaint(result.records())) {
        progress.clear();
        console_.fail_document(*complaint);
      }
    }
    if (journal_ && result.outcome == Outcome::kRead) {
      if (auto noted = journal_->add(result.digest, result.input->source, result.records()); !noted) return noted;
    }
    return writer_->write(result.records());
  }

  /// An empty file is converted like any other, but nobody means it: it is said at once, not only in the table.
  void note_empty(const BatchResult& result, Progress& progress) {
    const Table& findings = result.records()[TableId::diagnostics];
    if (findings.size() == 0 || findings.row(0)[col::diagnostics::rule].text() != "INP003") return;
    progress.clear();
    const std::string_view message = findings.row(0)[col::diagnostics::message].text();
    console_.note(say("{}: {}", "{}: {}", result.input->source, message));
  }

  /// A stream ends whole; a file or folder does not appear, because it would look as if it were all.
  Status stop(int signal, std::size_t done, std::size_t all) {
    stopped_by_ = signal;
    const bool stream = is_stream(options_.write.output);
    if (stream) {
      if (auto finished = writer_->finish(); !finished) return finished;
    }
    console_.note(
        stream ? say("中断しました: {} / {} 件まで書きました", "stopped: {} of {} documents are written", done, all)
               : say("中断しました: {} / {} 件まで読みました。{} は書いていません",
                     "stopped: {} of {} documents were read; {} is not written", done, all, options_.write.output));
    if (journal_)
      console_.note(say("同じ指定で再び実行すると続きから読みます", "the same command goes on where this one stopped"));
    return ok();
  }

  int dump_all(const std::vector<InputFile>& files) {
    for (const InputFile& file : files) {
      auto bytes = read_input(file, options_.batch.max_bytes);
      if (!bytes) {
        console_.error(bytes.error());
        continue;
      }
      auto document = ingest({file.source, *std::move(bytes)}, config_);
      if (!document) {
        console_.error(document.error());
        continue;
      }
      if (auto printed = print(dump(*document, stage_of(options_.dump))); !printed) return fail(printed.error());
    }
    return console_.exit_code();
  }

  void report() const {
    if (options_.write.output != "-") console_.text(summary_.table(console_.language()));
    report_output(options_.write, *writer_, console_);
  }

  const ConvertOptions& options_;
  Console& console_;
  std::vector<Grammar>& grammars_ = forever<std::vector<Grammar>>();
  IngestConfig config_;
  std::optional<Journal> journal_;
  std::unique_ptr<Writer> writer_;
  Summary summary_;
  CoverageGate gate_;
  FailedNames failed_names_;
  int stopped_by_ = 0;
};

}  // namespace

CLI::App* add_convert(CLI::App& app, ConvertOptions& options, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("convert", in("報告書を表に変える", "turn reports into tables"));
  add_batch_options(*command, options.batch, language);
  add_write_flags(*command, options.write, language);
  add_grammar_options(*command, options.grammar, options.grammar_folders, language);
  one_of(command->add_option("--dump", options.dump,
                             in("途中の段階を表示して終わる", "print what flows between two stages, and stop")),
         {"blocks", "cards", "records", "ledger"});
  command
      ->add_option("--fail-under", options.fail_under,
                   in("使用率 (表か規則が使った行の割合) がこれに満たない文書があれば終了コード 1",
                      "exit with 1 if less than this share of a document's lines is used by a table or a named rule"))
      ->option_text("PERCENT");
  command->add_flag("--dry-run", options.dry_run,
                    in("読むファイルと出力先を示すだけ", "list what would be read and written, and stop"));
  command->add_flag("--resume", options.resume,
                    in("中断に備えて終わった文書を記録し、前回の続きから読む (出力先がフォルダのとき)",
                       "note what is done, and go on where an interrupted run stopped (output to a folder)"));
  command->footer(convert_footer(language));
  return command;
}

int run_convert(const ConvertOptions& options, Console& console) { return Conversion(options, console).run(); }

}  // namespace torikomi::cli

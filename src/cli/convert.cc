#include "convert.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "coverage_gate.h"
#include "grammar_set.h"
#include "help.h"
#include "stop.h"
#include "summary.h"
#include "torikomi/batch/batch.h"
#include "torikomi/write/writer.h"

namespace torikomi::cli {
namespace {

DumpStage stage_of(const std::string& word) {
  if (word == "blocks") return DumpStage::kBlocks;
  if (word == "cards") return DumpStage::kCards;
  return word == "records" ? DumpStage::kRecords : DumpStage::kLedger;
}

/// A device, a FIFO or standard output: what was written is there, whole or not.
bool is_stream(const std::string& target) {
  if (target.empty() || target == "-") return true;
  const auto kind = real_files().stat(target).kind;
  return kind == FileSystem::Kind::kStream;
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
    auto grammars = load_grammars(options_.grammar_folders);
    if (!grammars) return fail(grammars.error());
    auto forced = choose_grammar(*grammars, options_.grammar);
    if (!forced) return fail(forced.error());
    config_ = {*grammars, *forced, console_.language()};
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

  [[nodiscard]] Result<const WriterEntry*> format(std::size_t count) const {
    return choose_format(options_.output, options_.format, count > 1);
  }

  Status open(std::size_t count) {
    WriteOptions write;
    write.force = options_.force;
    write.language = console_.language();
    write.profile = options_.profile == "excel" ? CsvProfile::kExcel : CsvProfile::kData;
    if (options_.header != "auto") write.header = options_.header == "ja" ? HeaderStyle::kJapanese : HeaderStyle::kName;
    const auto entry = format(count);
    if (!entry) return entry.error();
    auto writer = (*entry)->open(options_.output, write);
    if (!writer) return writer.error();
    writer_ = *std::move(writer);
    return ok();
  }

  /// `--dry-run`: what would be read and written; nothing is opened.
  int show_plan(const std::vector<InputFile>& inputs) {
    const auto entry = format(inputs.size());
    if (!entry) return fail(entry.error());
    for (const InputFile& input : inputs) fmt::print("{}\n", input.path);
    console_.note(say("{} 件を読み、{} 形式で {} に書きます (--dry-run のため何もしません)",
                      "would read {} inputs and write {} to {} (--dry-run: nothing is done)", inputs.size(),
                      (*entry)->name, is_stream(options_.output) ? "stdout" : options_.output));
    return console_.exit_code();
  }

  Status convert_all(const std::vector<InputFile>& inputs) {
    if (auto opened = open(inputs.size()); !opened) return opened;
    const StopSignals signals;
    Progress progress(progress_mode(options_.batch.progress), inputs.size(), console_.language());
    const BatchOptions batch{
        config_, chosen_jobs(options_.batch, inputs.size()), options_.batch.max_bytes, &signals.flag(), {}};
    const auto done = run_batch(inputs, batch, [&](BatchResult& result) {
      progress.advance(result.bytes);
      return take(result, progress);
    });
    progress.finish();
    if (!done) return done.error();
    if (auto written = write_failed(); !written) return written;
    if (*done < inputs.size()) return stop(signals.flag(), *done, inputs.size());
    if (auto finished = writer_->finish(); !finished) return finished;
    report();
    return ok();
  }

  /// Writes one document. What could not be read is a row of diagnostics; only output errors stop the run.
  Status take(BatchResult& result, Progress& progress) {
    if (result.outcome == Outcome::kUnreadable) {
      progress.clear();
      console_.error({ErrorCode::kInput, result.message});
      failed_.push_back(result.input->path);
    } else if (result.outcome == Outcome::kDuplicate) {
      progress.clear();
      console_.note(result.message);
    } else {
      summary_.add(result.records());
      if (const auto complaint = gate_.complaint(result.records())) {
        progress.clear();
        console_.fail_document(*complaint);
      }
    }
    return writer_->write(result.records());
  }

  /// A stream ends whole; a file or folder does not appear, because it would look as if it were all.
  Status stop(int signal, std::size_t done, std::size_t all) {
    stopped_by_ = signal;
    const bool stream = is_stream(options_.output);
    if (stream) {
      if (auto finished = writer_->finish(); !finished) return finished;
    }
    console_.note(
        stream ? say("中断しました: {} / {} 件まで書きました", "stopped: {} of {} documents are written", done, all)
               : say("中断しました: {} / {} 件まで読みました。{} は書いていません",
                     "stopped: {} of {} documents were read; {} is not written", done, all, options_.output));
    return ok();
  }

  Status write_failed() {
    if (options_.batch.failed_to.empty()) return ok();
    auto file = OutputFile::open(options_.batch.failed_to, options_.force, real_files());
    if (!file) return file.error();
    for (const std::string& path : failed_) {
      const std::string_view end(options_.batch.inputs.null_separated ? "\0" : "\n", 1);
      if (auto written = file->append(path); !written) return written;
      if (auto written = file->append(end); !written) return written;
    }
    return file->finish();
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
      const std::string text = dump(*document, stage_of(options_.dump));
      if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return fail({ErrorCode::kOutput, say("標準出力に書けません", "cannot write to standard output")});
    }
    return console_.exit_code();
  }

  void report() const {
    if (options_.output == "-") return;
    console_.text(summary_.table(console_.language()));
    console_.note(say("{} に書きました", "written to {}", options_.output));
  }

  const ConvertOptions& options_;
  Console& console_;
  IngestConfig config_;
  std::unique_ptr<Writer> writer_;
  Summary summary_;
  CoverageGate gate_;
  std::vector<std::string> failed_;  ///< paths of inputs that could not be read
  int stopped_by_ = 0;
};

}  // namespace

CLI::App* add_convert(CLI::App& app, ConvertOptions& options, Language language) {
  const auto in = [language](std::string_view ja, std::string_view en) {
    return std::string(language == Language::kJa ? ja : en);
  };
  CLI::App* command = app.add_subcommand("convert", in("報告書を表に変える", "turn reports into tables"));
  add_batch_options(*command, options.batch, language);
  command->add_option("-o,--output", options.output,
                      in("出力先。.json .ndjson は形式を決め、フォルダは CSV、- は標準出力",
                         "where to: .json .ndjson by name, a folder for CSV, - for standard output"));
  command->add_option("--to", options.format,
                      in("出力の形式 (名前から決まらないとき)", "format, where the name of the output does not tell"));
  command->add_option("--grammar", options.grammar,
                      in("様式: auto、名前、または文法ファイル", "auto, the name of a grammar, or a grammar file"));
  command->add_option(
      "--grammars", options.grammar_folders,
      in("文法ファイルのフォルダ (組み込みより先)", "folder of grammar files that come before the built-in ones"));
  command->add_option("--profile", options.profile, in("CSV の書き方", "profile of CSV"))
      ->check(CLI::IsMember({"data", "excel"}));
  command
      ->add_option("--header", options.header,
                   in("見出しの言語 (CSV と JSON は常に英語)", "language of headings in spreadsheets"))
      ->check(CLI::IsMember({"auto", "ja", "en"}));
  command
      ->add_option("--dump", options.dump,
                   in("途中の段階を表示して終わる", "print what flows between two stages, and stop"))
      ->check(CLI::IsMember({"blocks", "cards", "records", "ledger"}));
  command
      ->add_option("--fail-under", options.fail_under,
                   in("使用率 (表か規則が使った行の割合) がこれに満たない文書があれば終了コード 1",
                      "exit with 1 if less than this share of a document's lines is used by a table or a named rule"))
      ->option_text("PERCENT");
  command->add_flag("--force", options.force, in("既存のファイルを置き換える", "replace existing files"));
  command->add_flag("--dry-run", options.dry_run,
                    in("読むファイルと出力先を示すだけ", "list what would be read and written, and stop"));
  command->footer(convert_footer(language));
  return command;
}

int run_convert(const ConvertOptions& options, Console& console) { return Conversion(options, console).run(); }

}  // namespace torikomi::cli

#include "convert.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "grammar_set.h"
#include "help.h"
#include "inputs.h"
#include "summary.h"
#include "torikomi/pipeline.h"
#include "torikomi/record/unread.h"
#include "torikomi/write/writer.h"

namespace torikomi::cli {
namespace {

/// One run: opens the writer once, takes the documents one by one, closes.
class Conversion {
 public:
  Conversion(const ConvertOptions& options, Console& console) : options_(options), console_(console) {}

  int run() {
    auto grammars = load_grammars(options_.grammar_folders);
    if (!grammars) return fail(grammars.error());
    auto forced = choose_grammar(*grammars, options_.grammar);
    if (!forced) return fail(forced.error());
    config_ = {*grammars, *forced, console_.language()};

    const InputList inputs = list_inputs(options_.inputs);
    for (const Error& error : inputs.errors) console_.error(error);
    if (inputs.files.empty()) return console_.exit_code();
    if (!options_.dump.empty()) return dump_all(inputs.files);
    if (auto opened = open(inputs.files.size()); !opened) return fail(opened.error());
    for (const InputFile& file : inputs.files) {
      if (auto written = convert(file); !written) return fail(written.error());
    }
    if (auto finished = writer_->finish(); !finished) return fail(finished.error());
    report();
    return console_.exit_code();
  }

 private:
  int fail(const Error& error) {
    console_.error(error);
    return console_.exit_code();
  }

  Status open(std::size_t count) {
    WriteOptions write;
    write.force = options_.force;
    write.language = console_.language();
    write.profile = options_.profile == "excel" ? CsvProfile::kExcel : CsvProfile::kData;
    if (options_.header != "auto") write.header = options_.header == "ja" ? HeaderStyle::kJapanese : HeaderStyle::kName;
    const auto format = choose_format(options_.output, options_.format, count > 1);
    if (!format) return format.error();
    auto writer = (*format)->open(options_.output, write);
    if (!writer) return writer.error();
    writer_ = *std::move(writer);
    return ok();
  }

  /// Reads and writes one document. What cannot be read becomes a row of diagnostics; only output errors stop the run.
  Status convert(const InputFile& file) {
    auto bytes = read_input(file);
    if (!bytes) return unread(file, bytes.error());
    auto document = ingest({file.source, *std::move(bytes)}, config_);
    if (!document) return unread(file, document.error());
    const std::string id(document->records[TableId::documents].row(0)[col::documents::document_id].text());
    if (const auto [first, is_new] = seen_.emplace(id, file.source); !is_new) {
      const Message message = say("{}: {} と同じ内容のため読みません", "{}: the same bytes as {}; not read again",
                                  file.source, first->second);
      console_.note(message);
      return writer_->write(unread_document(file.source, UnreadReason::kDuplicate, message.in(console_.language())));
    }
    summary_.push_back(summarise(*document));
    return writer_->write(document->records);
  }

  Status unread(const InputFile& file, const Error& error) {
    console_.error(error);
    return writer_->write(
        unread_document(file.source, UnreadReason::kUnreadable, error.message.in(console_.language())));
  }

  int dump_all(const std::vector<InputFile>& files) {
    const DumpStage stage = options_.dump == "blocks"    ? DumpStage::kBlocks
                            : options_.dump == "cards"   ? DumpStage::kCards
                            : options_.dump == "records" ? DumpStage::kRecords
                                                         : DumpStage::kLedger;
    for (const InputFile& file : files) {
      auto bytes = read_input(file);
      if (!bytes) {
        console_.error(bytes.error());
        continue;
      }
      auto document = ingest({file.source, *std::move(bytes)}, config_);
      if (!document) {
        console_.error(document.error());
        continue;
      }
      const std::string text = dump(*document, stage);
      if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return fail({ErrorCode::kOutput, say("標準出力に書けません", "cannot write to standard output")});
    }
    return console_.exit_code();
  }

  void report() const {
    if (options_.output == "-" || summary_.empty()) return;
    console_.text(summary_table(summary_, console_.language()));
    console_.note(say("{} に書きました", "written to {}", options_.output));
  }

  const ConvertOptions& options_;
  Console& console_;
  IngestConfig config_;
  std::unique_ptr<Writer> writer_;
  std::map<std::string, std::string> seen_;  ///< document_id -> the first source that had it
  std::vector<SummaryRow> summary_;
};

}  // namespace

CLI::App* add_convert(CLI::App& app, ConvertOptions& options, Language language) {
  const auto in = [language](std::string_view ja, std::string_view en) {
    return std::string(language == Language::kJa ? ja : en);
  };
  CLI::App* command = app.add_subcommand("convert", in("報告書を表に変える", "turn reports into tables"));
  command
      ->add_option("INPUT", options.inputs,
                   in("ファイル、フォルダ、ワイルドカード、または - (標準入力)",
                      "files, folders, globs, or - for standard input"))
      ->required();
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
  command->add_flag("--force", options.force, in("既存のファイルを置き換える", "replace existing files"));
  command->footer(convert_footer(language));
  return command;
}

int run_convert(const ConvertOptions& options, Console& console) { return Conversion(options, console).run(); }

}  // namespace torikomi::cli

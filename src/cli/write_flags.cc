#include "write_flags.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "option_words.h"

namespace torikomi::cli {
namespace {

bool is_binary(std::string_view format) { return format == "xlsx" || format == "sqlite"; }

Error contradiction(std::string_view option, std::string_view other) {
  return {ErrorCode::kUsage, say("{} は {} と一緒には使えません", "{} cannot be combined with {}", option, other)};
}

WriteOptions options_of(const WriteFlags& flags, Language language) {
  WriteOptions out;
  out.force = flags.force;
  out.language = language;
  out.profile = flags.profile == "excel" ? CsvProfile::kExcel : CsvProfile::kData;
  out.encoding = flags.encoding == "cp932" ? CsvEncoding::kCp932 : CsvEncoding::kUtf8;
  if (flags.header != "auto") out.header = flags.header == "ja" ? HeaderStyle::kJapanese : HeaderStyle::kName;
  out.dates = flags.dates == "wareki" ? DateStyle::kWareki : DateStyle::kIso;
  out.preset = flags.preset == "event" ? Preset::kEvents : Preset::kNone;
  out.csvw = flags.csvw;
  return out;
}

}  // namespace

void add_write_flags(CLI::App& command, WriteFlags& flags, Language language, const std::string& output) {
  const InLanguage in(language);
  command
      .add_option(output, flags.output,
                  in("出力先。.json .ndjson .xlsx .sqlite は形式を決め、フォルダは CSV、- は標準出力",
                     "where to: .json .ndjson .xlsx .sqlite by name, a folder for CSV, - for standard output"))
      ->option_text("FILE|FOLDER|-");
  command
      .add_option("--to", flags.format,
                  in("出力の形式 (名前から決まらないとき)", "format, where the name of the output does not tell"))
      ->option_text("json|ndjson|csv|xlsx|sqlite");
  one_of(command.add_option("--profile", flags.profile,
                            in("CSV の書き方: data はプログラム用、excel は表計算用 (BOM、CRLF、数式よけ)",
                               "CSV for programs (data) or spreadsheets (excel: BOM, CRLF, formula guard)")),
         {"data", "excel"});
  one_of(command.add_option("--encoding", flags.encoding, in("CSV の文字コード", "characters of CSV")),
         {"utf-8", "cp932"});
  one_of(command.add_option("--header", flags.header,
                            in("CSV と表計算の見出しの言語 (auto: 表計算だけ --lang に従う)",
                               "language of headings in CSV and spreadsheets (auto: spreadsheets follow --lang)")),
         {"auto", "ja", "en"});
  one_of(command.add_option(
             "--dates", flags.dates,
             in("表計算での日付の見せ方 (値は同じ)", "how spreadsheets show dates; the values are the same")),
         {"iso", "wareki"});
  one_of(command.add_option("--preset", flags.preset,
                            in("event: 自治体オープンデータのイベント一覧 (CSV 1ファイル)",
                               "event: one CSV file, the event list of the municipal open-data standard")),
         {"event"});
  command.add_flag("--csvw", flags.csvw,
                   in("CSV に csv-metadata.json (CSVW) を添える", "add csv-metadata.json (CSV on the Web) to CSV"));
  command.add_flag("--force", flags.force, in("既存のファイルを置き換える", "replace existing files"));
}

Result<const WriterEntry*> chosen_format(const WriteFlags& flags, bool several_inputs) {
  const bool preset = !flags.preset.empty();
  if (preset && !flags.format.empty() && flags.format != "csv") {
    return contradiction("--preset " + flags.preset, "--to " + flags.format);
  }
  auto entry = choose_format(flags.output, preset ? "csv" : flags.format, several_inputs);
  if (!entry) return entry;
  if ((*entry)->name != "csv") {
    const std::string to = fmt::format("--to {}", (*entry)->name);
    if (flags.csvw) return contradiction("--csvw", to);
    if (flags.encoding != "utf-8") return contradiction("--encoding " + flags.encoding, to);
  }
  if (preset && flags.csvw) return contradiction("--csvw", "--preset " + flags.preset);
  return entry;
}

Result<std::unique_ptr<Writer>> open_output(const WriteFlags& flags, bool several_inputs, Language language) {
  const auto entry = chosen_format(flags, several_inputs);
  if (!entry) return entry.error();
  if (is_binary((*entry)->name) && (flags.output.empty() || flags.output == "-") && ::isatty(STDOUT_FILENO) == 1) {
    return Error{
        ErrorCode::kOutput,
        say("{} 形式は端末に表示できません。-o ファイル名 を指定するか、パイプにつないでください。",
            "the format {} cannot be shown on a terminal. Name a file with -o, or use a pipe.", (*entry)->name)};
  }
  return (*entry)->open(flags.output.empty() ? "-" : flags.output, options_of(flags, language));
}

bool is_stream(const std::string& target) {
  if (target.empty() || target == "-") return true;
  return real_files().stat(target).kind == FileSystem::Kind::kStream;
}

void report_output(const WriteFlags& flags, const Writer& writer, const Console& console) {
  for (const Message& note : writer.notes()) console.note(note);
  if (flags.output.empty() || flags.output == "-") return;
  console.note(say("{} に書きました", "written to {}", flags.output));
}

}  // namespace torikomi::cli

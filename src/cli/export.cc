// `torikomi export`: a store, or a part of it, in any format of convert.
#include <CLI/CLI.hpp>
#include <filesystem>

#include "help.h"
#include "option_words.h"
#include "progress.h"
#include "stop.h"
#include "store_commands.h"
#include "torikomi/core/nearest.h"
#include "torikomi/record/unread.h"

namespace torikomi::cli {
namespace {

Error bad_where(std::string_view word, Message why) {
  return {ErrorCode::kUsage,
          {fmt::format("--where {}: {}", word, why.ja), fmt::format("--where {}: {}", word, why.en)}};
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Status add_value(StoreFilter& filter, std::string_view word, std::string_view key, const std::string& value) {
  if (key == "document") {
    filter.documents.push_back(value);
  } else if (key == "fiscal_year") {
    if (value.size() != 4 || !all_digits(value))
      return bad_where(word, say("年度は西暦4桁です (例 fiscal_year=2017)",
                                 "a fiscal year has four digits, such as fiscal_year=2017"));
    filter.fiscal_years.push_back(std::stoi(value));
  } else if (key == "code") {
    if ((value.size() != 6 && value.size() != 5 && value.size() != 2) || !all_digits(value))
      return bad_where(word, say("団体コードは6桁 (検査数字なしなら5桁、都道府県は2桁) です",
                                 "a local government code has 6 digits (5 without check digit, 2 for a prefecture)"));
    filter.codes.push_back(value);
  } else {
    constexpr std::string_view kKeys[] = {"document", "fiscal_year", "code"};
    const std::string_view near = nearest(key, kKeys);
    return bad_where(word, near.empty() ? say("使えるのは document、fiscal_year、code です",
                                              "known keys: document, fiscal_year, code")
                                        : say("{} のことですか", "did you mean {}?", near));
  }
  return ok();
}

}  // namespace

Result<StoreFilter> parse_where(const std::vector<std::string>& words) {
  StoreFilter out;
  for (const std::string& word : words) {
    const std::size_t equal = word.find('=');
    if (equal == std::string::npos) return bad_where(word, say("キー=値 の形で指定してください", "write KEY=VALUE"));
    const std::string_view key = std::string_view(word).substr(0, equal);
    for (std::size_t at = equal + 1; at <= word.size();) {
      const std::size_t end = std::min(word.find(',', at), word.size());
      if (auto added = add_value(out, word, key, word.substr(at, end - at)); !added) return added.error();
      at = end + 1;
    }
  }
  return out;
}

void add_store_option(CLI::App& command, std::string& store, Language language) {
  command.add_option("--store", store, language == Language::kJa ? "ストア (SQLite ファイル)" : "the store (SQLite)")
      ->required()
      ->option_text("FILE");
}

Result<Store> open_store(const std::string& path) {
  std::error_code code;
  if (!std::filesystem::exists(path, code))
    return Error{ErrorCode::kInput,
                 say("ストア「{}」がありません。torikomi ingest 報告書/ --store {} で作れます",
                     "there is no store \"{}\"; make one with: torikomi ingest REPORTS/ --store {}", path, path)};
  auto store = Store::open(path, Store::Mode::kRead);
  if (!store) return Error{ErrorCode::kInput, store.error().message};
  return store;
}

namespace {

class Export {
 public:
  Export(const ExportFlags& flags, Console& console) : flags_(flags), console_(console) {}

  int run() {
    const auto filter = parse_where(flags_.where);
    if (!filter) return fail(filter.error());
    auto store = open_store(flags_.store);
    if (!store) return fail(store.error());
    const auto entries = store->entries(*filter);
    if (!entries) return fail(entries.error());
    if (entries->empty() && !filter->empty())
      console_.note(say("条件に合う文書はありません", "no document agrees with --where"));
    auto writer = open_output(flags_.write, entries->size() != 1, console_.language());
    if (!writer) return fail(writer.error());
    const StopSignals signals;
    if (auto done = write_all(*store, *entries, **writer, signals); !done) return fail(done.error());
    const bool stopped = signals.flag() != 0;
    if (!stopped || is_stream(flags_.write.output)) {
      if (auto done = (*writer)->finish(); !done) return fail(done.error());
    }
    if (stopped) return exit_code_of(signals.flag());
    report_output(flags_.write, **writer, console_);
    return console_.exit_code();
  }

 private:
  int fail(const Error& error) {
    console_.error(error);
    return console_.exit_code();
  }

  Status write_all(Store& store, const std::vector<StoreEntry>& entries, Writer& writer, const StopSignals& signals) {
    Progress progress(progress_mode(flags_.progress), entries.size(), console_.language());
    for (const StoreEntry& entry : entries) {
      if (signals.flag() != 0) break;
      auto records = records_of(store, entry);
      if (!records) return records.error();
      if (auto done = writer.write(*records); !done) return done;
      progress.advance(records->source_text.size());
    }
    progress.finish();
    return ok();
  }

  static Result<Records> records_of(Store& store, const StoreEntry& entry) {
    if (entry.has_document) return store.get(entry.document_id);
    if (entry.message.empty()) return Records();  // known bytes under one more name
    const auto reason = entry.document_id.empty() ? UnreadReason::kUnreadable : UnreadReason::kDuplicate;
    return unread_document(entry.source, reason, entry.message);
  }

  const ExportFlags& flags_;
  Console& console_;
};

}  // namespace

CLI::App* add_export(CLI::App& app, ExportFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command =
      app.add_subcommand("export", in("ストアの内容を書き出す", "write a store in any format of convert"));
  add_store_option(*command, flags.store, language);
  command
      ->add_option("--where", flags.where,
                   in("書き出す文書の条件: document=ID、fiscal_year=2017、code=331007 (コンマはいずれか)",
                      "which documents: document=ID, fiscal_year=2017, code=331007; a comma means or"))
      ->option_text("KEY=VALUE")
      ->allow_extra_args(false);
  add_write_flags(*command, flags.write, language);
  one_of(command->add_option("--progress", flags.progress, in("進み具合の表示", "show how far the run is")),
         {"never", "auto", "always"});
  command->footer(export_footer(language));
  return command;
}

int run_export(const ExportFlags& flags, Console& console) { return Export(flags, console).run(); }

}  // namespace torikomi::cli

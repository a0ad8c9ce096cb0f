// `torikomi status`: what is in a store.
#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <CLI/CLI.hpp>

#include "help.h"
#include "option_words.h"
#include "store_commands.h"
#include "torikomi/batch/read_file.h"
#include "torikomi/text/normalize.h"

namespace torikomi::cli {
namespace {

std::string as_json(const StoreStatus& status) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.SetIndent(' ', 2);
  const auto number = [&](std::string_view key, std::int64_t value) {
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    json.Int64(value);
  };
  json.StartObject();
  number("inputs", status.inputs);
  number("unreadable", status.unreadable);
  number("repeated", status.repeated);
  number("bytes", status.bytes);
  number("unindexed", status.unindexed);
  json.Key("rows");
  json.StartObject();
  for (const auto& [table, rows] : status.rows) number(table, rows);
  json.EndObject();
  json.Key("findings");
  json.StartObject();
  number("error", status.findings[0]);
  number("warning", status.findings[1]);
  number("info", status.findings[2]);
  json.EndObject();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::string as_text(const StoreStatus& status, Language language) {
  std::vector<std::pair<std::string, std::string>> lines;
  const auto add = [&](Text2 name, std::string value) {
    lines.emplace_back(std::string(name.in(language)), std::move(value));
  };
  add({"入力ファイル", "inputs"}, fmt::to_string(status.inputs));
  add({"うち読めない", "of these unreadable"}, fmt::to_string(status.unreadable));
  add({"うち同じ内容", "of these repeated"}, fmt::to_string(status.repeated));
  add({"大きさ", "size"}, size_text(static_cast<std::uint64_t>(status.bytes)));
  add({"エラー/警告/情報", "errors/warnings/infos"},
      fmt::format("{}/{}/{}", status.findings[0], status.findings[1], status.findings[2]));
  if (status.unindexed > 0) {
    add({"検索の索引に未登録 (次の ingest で登録)", "texts not in the index yet (the next ingest adds them)"},
        fmt::to_string(status.unindexed));
  }
  for (std::size_t i = 0; i < status.rows.size(); ++i) {
    const TableInfo& table = all_tables()[i];
    const std::string title =
        language == Language::kJa ? fmt::format("{} ({})", table.title.ja, table.name) : std::string(table.name);
    lines.emplace_back(title, fmt::to_string(status.rows[i].second));
  }
  std::size_t names = 0;
  std::size_t values = 0;
  for (const auto& [name, value] : lines) {
    names = std::max(names, display_width(name));
    values = std::max(values, display_width(value));
  }
  std::string out;
  for (const auto& [name, value] : lines) {
    out += name;
    out.append(names - display_width(name) + 2 + values - display_width(value), ' ');
    out += value;
    out += '\n';
  }
  return out;
}

}  // namespace

CLI::App* add_status(CLI::App& app, StatusFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("status", in("ストアに何が入っているか", "what is in a store"));
  add_store_option(*command, flags.store, language);
  one_of(command->add_option("--format", flags.format, in("表示の形", "how to print it")), {"text", "json"});
  command->footer(status_footer(language));
  return command;
}

int run_status(const StatusFlags& flags, Console& console) {
  const auto fail = [&](const Error& error) {
    console.error(error);
    return console.exit_code();
  };
  auto store = open_store(flags.store);
  if (!store) return fail(store.error());
  const auto status = store->status();
  if (!status) return fail({ErrorCode::kInput, status.error().message});
  const std::string out = flags.format == "json" ? as_json(*status) : as_text(*status, console.language());
  return print_all(out, console);
}

}  // namespace torikomi::cli

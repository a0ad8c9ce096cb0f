// `torikomi search`: where words stand in the reports of a store.
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "help.h"
#include "option_words.h"
#include "store_commands.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi::cli {
namespace {

constexpr std::size_t kBefore = 24;  // characters shown before the words that were found
constexpr std::size_t kAfter = 48;   // and from their begin

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// The words with what stands around them, on one line.
std::string excerpt(std::string_view text, std::string_view wanted) {
  const std::size_t found = std::min(lower(text).find(lower(wanted)), text.size());
  std::vector<std::size_t> starts;  // of characters
  std::size_t middle = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) {
    if (at <= found) middle = starts.size();
    starts.push_back(at);
  }
  const std::size_t first = middle > kBefore ? middle - kBefore : 0;
  const std::size_t last = std::min(middle + kAfter, starts.size());
  const std::size_t begin = starts.empty() ? 0 : starts[first];
  const std::size_t end = last < starts.size() ? starts[last] : text.size();
  std::string out = first > 0 ? "…" : "";
  for (const char c : text.substr(begin, end - begin)) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return end < text.size() ? out + "…" : out;
}

std::string as_text(const StoreHit& hit, std::string_view wanted) {
  const std::string line = hit.line > 0 ? fmt::format(":{}", hit.line) : "";
  return fmt::format("{}{}\t{}.{}\t{}\n", hit.source, line, hit.table, hit.column, excerpt(hit.text, wanted));
}

std::string as_json(const StoreHit& hit) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  const auto text = [&](const char* key, const std::string& value) {
    json.Key(key);
    if (value.empty())
      json.Null();
    else
      json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  text("document_id", hit.document_id);
  text("source", hit.source);
  text("table", hit.table);
  text("column", hit.column);
  text("measure_id", hit.measure_id);
  json.Key("line");
  if (hit.line > 0)
    json.Int64(hit.line);
  else
    json.Null();
  text("text", hit.text);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

CLI::App* add_search(CLI::App& app, SearchFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("search", in("ストアの文章を探す", "look for words in the texts of a store"));
  command->add_option("TEXT", flags.text, in("探す言葉 (1文字から)", "the words, one character or more"))
      ->required()
      ->type_name("");
  add_store_option(*command, flags.store, language);
  command->add_option("--limit", flags.limit, in("多くとも何件 (0: すべて)", "at most so many places (0: all)"))
      ->check(CLI::Range(0, 1'000'000'000))
      ->option_text("N");
  one_of(command->add_option("--format", flags.format, in("表示の形", "how to print them")), {"text", "json"});
  command->footer(search_footer(language));
  return command;
}

int run_search(const SearchFlags& flags, Console& console) {
  const auto fail = [&](const Error& error) {
    console.error(error);
    return console.exit_code();
  };
  const std::string wanted = fold(flags.text);
  if (wanted.empty()) return fail({ErrorCode::kUsage, say("探す言葉がありません", "there are no words to look for")});
  auto store = open_store(flags.store);
  if (!store) return fail(store.error());
  auto hits = store->search(flags.text, flags.limit == 0 ? -1 : flags.limit + 1);
  if (!hits) return fail({ErrorCode::kInput, hits.error().message});
  const bool more = flags.limit > 0 && hits->size() > static_cast<std::size_t>(flags.limit);
  if (more) hits->pop_back();
  std::string out;
  for (const StoreHit& hit : *hits) {
    if (flags.format == "json") {
      out += (out.empty() ? "[\n" : ",\n") + as_json(hit);
    } else {
      out += as_text(hit, wanted);
    }
  }
  if (flags.format == "json") out += out.empty() ? "[]\n" : "\n]\n";
  if (auto printed = print(out); !printed) return fail(printed.error());
  if (hits->empty()) console.note(say("「{}」は見つかりません", "\"{}\" is not found", flags.text));
  if (more)
    console.note(say("はじめの {} 件だけを示しました。--limit 0 ですべて", "the first {} only; --limit 0 shows all",
                     flags.limit));
  return console.exit_code();
}

}  // namespace torikomi::cli

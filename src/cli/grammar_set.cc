#include "grammar_set.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "inputs.h"
#include "torikomi/core/embedded.h"
#include "torikomi/core/nearest.h"
#include "torikomi/core/sha256.h"

namespace torikomi::cli {
namespace {

namespace fs = std::filesystem;

Result<Grammar> load_file(const std::string& path) {
  auto text = read_input({path, path});
  if (!text) return Error{ErrorCode::kUsage, text.error().message};
  return load_grammar(*text, path);
}

Status load_folder(const std::string& folder, std::vector<Grammar>& out) {
  std::error_code code;
  std::vector<std::string> files;
  for (fs::directory_iterator at(folder, code); !code && at != fs::directory_iterator(); at.increment(code))
    if (at->path().extension() == ".toml" && at->path().filename() != "events.toml")
      files.push_back(at->path().string());
  if (code)
    return Error{ErrorCode::kUsage, say("{}: 文法フォルダを読めません ({})",
                                        "{}: cannot read the folder of grammars ({})", folder, code.message())};
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    auto grammar = load_file(file);
    if (!grammar) return grammar.error();
    out.push_back(*std::move(grammar));
  }
  return ok();
}

std::vector<std::string> folders_of_environment() {
  std::vector<std::string> out;
  const char* list = std::getenv("TORIKOMI_GRAMMARS");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
  std::string_view rest = list == nullptr ? "" : list;
  while (!rest.empty()) {
    const std::size_t colon = rest.find(':');
    if (colon != 0) out.emplace_back(rest.substr(0, colon));
    rest = colon == rest.npos ? std::string_view() : rest.substr(colon + 1);
  }
  return out;
}

}  // namespace

Result<std::vector<Grammar>> load_grammars(const std::vector<std::string>& folders, Depth depth) {
  std::vector<Grammar> out;
  std::vector<std::string> all = folders;
  const std::vector<std::string> more = folders_of_environment();
  all.insert(all.end(), more.begin(), more.end());
  for (const std::string& folder : all)
    if (auto loaded = load_folder(folder, out); !loaded) return loaded.error();
  for (Grammar& grammar : depth == Depth::kHeads ? built_in_heads() : built_in_grammars()) {
    const bool taken =
        std::any_of(out.begin(), out.end(), [&](const Grammar& own) { return own.name == grammar.name; });
    if (!taken) out.push_back(std::move(grammar));
  }
  return out;
}

Result<const Grammar*> choose_grammar(std::vector<Grammar>& grammars, const std::string& word) {
  if (word == "auto") return static_cast<const Grammar*>(nullptr);
  std::vector<std::string_view> names;
  for (const Grammar& grammar : grammars) {
    if (grammar.name == word) return &grammar.whole();
    names.push_back(grammar.name);
  }
  std::error_code code;
  if (fs::is_regular_file(word, code)) {
    auto grammar = load_file(word);
    if (!grammar) return grammar.error();
    grammars.push_back(*std::move(grammar));
    return &grammars.back();
  }
  const std::string_view near = nearest(word, names);
  if (!near.empty())
    return Error{ErrorCode::kUsage, say("様式「{}」はありません。{} のことですか",
                                        "there is no grammar \"{}\"; did you mean {}?", word, near)};
  return Error{ErrorCode::kUsage, say("様式「{}」という名前もファイルもありません。使える様式: {}",
                                      "there is no grammar and no file \"{}\"; known grammars: {}", word,
                                      fmt::format("{}", fmt::join(names, ", ")))};
}

std::string engine_of(const std::vector<Grammar>& grammars, const Grammar* forced) {
  std::string all = TORIKOMI_VERSION;
  for (const EmbeddedFile& file : embedded_files()) all += fmt::format("\n{} {}", file.name, sha256_hex(file.content));
  for (const Grammar& grammar : grammars)
    all += fmt::format("\n{} {} {}", grammar.name, grammar.version, grammar.digest);
  if (forced != nullptr) all += fmt::format("\n= {} {}", forced->name, forced->digest);
  return fmt::format("{} {}", TORIKOMI_VERSION, sha256_hex(all).substr(0, 16));
}

}  // namespace torikomi::cli

#include "console.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace torikomi::cli {

Language choose_language(std::string_view word) {
  if (word == "ja") return Language::kJa;
  if (word == "en") return Language::kEn;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read once, before any thread
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("ja") ? Language::kJa : Language::kEn;
  }
  return Language::kEn;
}

void Console::error(const Error& error) {
  worst_ = std::max(worst_, static_cast<int>(error.code));
  print_error(error.message);
}

void Console::fail_document(const Message& message) {
  worst_ = std::max(worst_, int{kFindings});
  print_error(message);
}

void Console::print_error(const Message& message) const {
  fmt::print(stderr, "{}: {}\n", language_ == Language::kJa ? "エラー" : "error", message.in(language_));
}

void Console::note(const Message& message) const {
  if (!quiet_) fmt::print(stderr, "{}\n", message.in(language_));
}

void Console::text(std::string_view words) const {
  if (!quiet_) fmt::print(stderr, "{}", words);
}

Error stdout_error() {
  return {ErrorCode::kOutput, say("標準出力に書けません。ディスクの空きや受け取る側のコマンドを確かめてください",
                                  "cannot write to standard output; check the disk, or the command that reads it")};
}

Status print(std::string_view words) {
  const bool written = std::fwrite(words.data(), 1, words.size(), stdout) == words.size() && std::fflush(stdout) == 0;
  return written ? ok() : Status(stdout_error());
}

int print_all(std::string_view words, Console& console) {
  if (auto written = print(words); !written) console.error(written.error());
  return console.exit_code();
}

}  // namespace torikomi::cli

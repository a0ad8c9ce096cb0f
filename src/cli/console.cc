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

}  // namespace torikomi::cli

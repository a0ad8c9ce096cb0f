// Messages to people: stderr, in their language.
#pragma once

#include <string_view>

#include "torikomi/core/result.h"

namespace torikomi::cli {

enum ExitCode : int { kClean = 0, kFindings = 1, kUsage = 2, kUnreadable = 3, kNotWritten = 4, kBug = 5 };

/// The words "auto", "ja" or "en"; auto reads LC_ALL, LC_MESSAGES and LANG in that order (POSIX), English where none
/// names Japanese.
[[nodiscard]] Language choose_language(std::string_view word);

/// Where messages of one run go. Errors are always printed; notes only where not quiet.
class Console {
 public:
  Console(Language language, bool quiet) : language_(language), quiet_(quiet) {}

  void error(const Error& error);
  /// A document that was read does not pass what was asked of it: exit code 1 where nothing is worse.
  void fail_document(const Message& message);
  void note(const Message& message) const;
  /// Unchanged text, such as a summary table.
  void text(std::string_view words) const;

  [[nodiscard]] Language language() const { return language_; }
  /// The worst of the errors so far (their codes are the exit codes, larger is worse), or 0.
  [[nodiscard]] int exit_code() const { return worst_; }

 private:
  void print_error(const Message& message) const;

  Language language_;
  bool quiet_;
  int worst_ = kClean;
};

/// kOutput: standard output is closed or full.
[[nodiscard]] Error stdout_error();
/// Writes to standard output, at once and whole. Errors: stdout_error().
[[nodiscard]] Status print(std::string_view words);
/// The same where nothing follows: the exit code, after an error went to the console.
[[nodiscard]] int print_all(std::string_view words, Console& console);

}  // namespace torikomi::cli

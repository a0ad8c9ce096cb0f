// The second of the three channels: a finding, "the document is odd, go on".
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/core/span.h"

namespace torikomi {

enum class Severity { kError, kWarning, kInfo };
/// "error", "warning", "info": the words of the contract.
[[nodiscard]] std::string_view name(Severity severity);

/// One rule, described in one place. Static storage.
struct RuleInfo {
  std::string_view code;  ///< "DAT002": never reused, never renumbered
  std::string_view name;  ///< reads after "allow": weekday-mismatch
  Severity severity = Severity::kWarning;
  Text2 summary;          ///< one sentence
  Text2 message;          ///< fmt pattern; both languages take the same arguments in the same order
  Text2 explain;          ///< what, why and what to do, Markdown
  std::string_view bad;   ///< a text that breaks the rule
  std::string_view good;  ///< the same, mended
};

/// One finding in one document.
struct Diagnostic {
  const RuleInfo* rule = nullptr;
  Span span;               ///< in the decoded source; empty at 0 where the whole document is meant
  std::string message;     ///< in the language of the run
  std::string suggestion;  ///< what would be right, or empty
  /// Every place of a finding that stands for several, `span` among them: the rows read from one of them are touched.
  /// Empty: `span` is the only one.
  std::vector<Span> places{};
};

/// Collects the findings of one document. Only appended to; one thread at a time.
class Diagnostics {
 public:
  /// `rules` must outlive *this and hold every rule that is added.
  Diagnostics(std::span<const RuleInfo* const> rules, Language language) : rules_(rules), language_(language) {}

  /// Adds a finding of the rule `code`. The reference is good until the next add. REQUIRES: the rule exists.
  template <class... Args>
  Diagnostic& add(std::string_view code, Span where, const Args&... args) {
    const RuleInfo& rule = find(code);
    return append({&rule, where, fmt::vformat(rule.message.in(language_), fmt::make_format_args(args...)), {}});
  }

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] std::vector<Diagnostic>& all() { return all_; }
  [[nodiscard]] Language language() const { return language_; }

 private:
  [[nodiscard]] const RuleInfo& find(std::string_view code) const;
  Diagnostic& append(Diagnostic diagnostic);

  std::span<const RuleInfo* const> rules_;
  Language language_;
  std::vector<Diagnostic> all_;
};

}  // namespace torikomi

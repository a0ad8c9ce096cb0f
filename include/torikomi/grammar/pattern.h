// One RE2 pattern of a grammar. RE2 stays behind this header: linear time, no look-around, no code.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"

namespace re2 {
class RE2;
}

namespace torikomi {

/// What one match found; offsets in bytes of the text that was searched.
struct PatternMatch {
  std::uint32_t begin = 0, end = 0;
  struct Group {
    std::string_view name;  ///< of (?P<name>…); lives as long as the pattern
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<Group> groups;  ///< the named groups that took part, in the order of the pattern
};

/// Compiled, immutable, cheap to copy, safe to use from several threads.
class Pattern {
 public:
  /// Refuses what RE2 cannot do, patterns over the memory limit, and patterns that match the empty text (a rule that
  /// fits everywhere says nothing). The error names the fragment and the remedy.
  [[nodiscard]] static Result<Pattern, Message> compile(std::string_view text);
  /// The same for a pattern that compile() is known to take (the tests see to that for the built-in grammars): RE2
  /// reads it when it is first used.
  [[nodiscard]] static Pattern deferred(std::string_view text);
  /// The same pattern for lines of at most `characters` (code points): a longer text is not looked at. Costs nothing,
  /// where a count inside the pattern ({2,60}) makes RE2 build sixty copies of what is counted.
  [[nodiscard]] Pattern up_to(std::uint32_t characters) const;

  /// False where a word is missing from `text` without which nothing can match, or where it is too long. Cheap.
  [[nodiscard]] bool may_match(std::string_view text, std::size_t from) const;
  [[nodiscard]] bool matches(std::string_view text) const;
  /// The first match at or after `from`.
  [[nodiscard]] std::optional<PatternMatch> find(std::string_view text, std::size_t from = 0) const;
  /// Has RE2 read the pattern now if it may match in a part of `text`.
  void prepare(std::string_view text) const;
  [[nodiscard]] const std::string& source() const;
  [[nodiscard]] std::vector<std::string> group_names() const;

 private:
  struct Compiled;
  explicit Pattern(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

  std::shared_ptr<const Compiled> compiled_;
  std::uint32_t longest_ = 0;  ///< code points; 0: any length
};

}  // namespace torikomi

// Typed access to a grammar file with errors that its author can act on.
#pragma once

#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/grammar/pattern.h"
#include "tree.h"

namespace torikomi {

/// Thrown inside the loader only; load_grammar turns it into an Error.
struct GrammarFault {
  Message message;
};

/// Whether what the file says was read and found right before, as the built-in grammars were by the tests.
enum class Trust { kNone, kBuiltIn };

/// One table of the file, with the path that leads to it ("field[2].part[0]").
class TomlReader {
 public:
  TomlReader(TreeView table, std::string_view file, std::string path, Trust trust = Trust::kNone)
      : table_(table), file_(file), path_(std::move(path)), trust_(trust) {}

  /// Refuses keys that are none of `known`, with the nearest of them as a suggestion. A trusted file has none.
  void allow_only(std::initializer_list<std::string_view> known) const;

  [[nodiscard]] std::string text(std::string_view key) const;  ///< required
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback) const;
  [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t fallback) const;
  /// Refuses a number that is not from `low` to `high`, both included.
  [[nodiscard]] std::int64_t integer_in(std::string_view key, std::int64_t low, std::int64_t high,
                                        std::int64_t fallback) const;
  [[nodiscard]] bool flag_or(std::string_view key, bool fallback) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;  ///< array of strings; absent: empty
  [[nodiscard]] Pattern pattern(std::string_view key) const;                 ///< required
  /// required; the key `longest` beside it: how many characters the line may have that it is tried on
  [[nodiscard]] Pattern line_pattern(std::string_view key) const;
  [[nodiscard]] Pattern compile(std::string_view key, std::string_view text) const;  ///< `text` as the pattern of `key`
  [[nodiscard]] std::optional<TomlReader> table(std::string_view key) const;
  [[nodiscard]] std::vector<TomlReader> tables(std::string_view key) const;  ///< array of tables; absent: empty
  [[nodiscard]] std::optional<TreeView> find(std::string_view key) const { return table_.get(key); }
  [[nodiscard]] bool has(std::string_view key) const { return find(key).has_value(); }
  [[nodiscard]] TreeView::Children entries() const { return table_.children(); }
  [[nodiscard]] std::uint32_t line() const { return table_.line(); }
  [[nodiscard]] std::uint32_t column() const { return table_.column(); }

  [[noreturn]] void fail(std::string_view key, const Message& what) const;

 private:
  [[nodiscard]] std::string where(std::string_view key) const;

  TreeView table_;
  std::string_view file_;
  std::string path_;
  Trust trust_;
};

}  // namespace torikomi

// What opens a card, and lines that tell rows: [card] and [[line]] of a grammar file. Errors are thrown as
// GrammarFault.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "toml_reader.h"
#include "torikomi/core/nearest.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// Reads one word of a closed list, with the nearest as a suggestion.
template <class T>
T choice(const TomlReader& reader, std::string_view key, const std::vector<std::pair<std::string_view, T>>& choices,
         std::optional<T> fallback = std::nullopt) {
  if (fallback && !reader.has(key)) return *fallback;
  const std::string word = reader.text(key);
  std::vector<std::string_view> names;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    names.push_back(name);
  }
  const std::string_view near = nearest(word, names);
  const std::string list = fmt::format("{}", fmt::join(names, ", "));
  if (near.empty()) reader.fail(key, say("「{}」は使えません。使える値: {}", "\"{}\" is none of: {}", word, list));
  reader.fail(key, say("「{}」は使えません。{} のことですか (使える値: {})",
                       "\"{}\" is not known; did you mean {}? (known: {})", word, near, list));
}

/// [card]. REQUIRES: the fields of `grammar` are read.
void read_card(const TomlReader& reader, Grammar& grammar);

using ColumnRoles = std::vector<std::pair<std::string_view, ColumnRole>>;
/// [[line]]; `roles` are the names that a group of its pattern may have.
[[nodiscard]] LineRule read_line_rule(const TomlReader& reader, const ColumnRoles& roles);

}  // namespace torikomi

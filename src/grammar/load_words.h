// Closed lists of words in a grammar file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load_card.h"
#include "toml_reader.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

/// The words as reports have them once they are normalised.
[[nodiscard]] inline std::vector<std::string> folded(std::vector<std::string> words) {
  for (std::string& word : words) word = fold(word);
  return words;
}

/// Labels in the form in which they are compared (label_key).
[[nodiscard]] inline std::vector<std::string> label_keys(const TomlReader& reader, std::string_view key) {
  std::vector<std::string> out = reader.texts(key);
  for (std::string& label : out) label = label_key(fold(label));
  return out;
}

/// One word of a closed list as it is.
[[nodiscard]] inline std::string word_of(const TomlReader& reader, std::string_view key,
                                         const std::vector<std::string_view>& words,
                                         std::optional<std::string_view> fallback = std::nullopt) {
  std::vector<std::pair<std::string_view, std::string_view>> choices;
  choices.reserve(words.size());
  for (const std::string_view word : words) choices.emplace_back(word, word);
  return std::string(choice<std::string_view>(reader, key, choices, fallback));
}

/// Contract: amounts.kind.
[[nodiscard]] inline std::string kind_word(const TomlReader& reader) {
  return word_of(reader, "kind", {"budget", "settlement", "earmarked", "income", "expense", "cap", "fee", "other"});
}

/// `people` of a table or a line: the role of those whom it names.
[[nodiscard]] inline std::string people_word(const TomlReader& reader) {
  return word_of(reader, "people", {"member", "attendee", "lecturer"}, "");
}

/// Contract: participants.role.
[[nodiscard]] inline std::string role_word(const TomlReader& reader, std::string_view key, std::string_view fallback) {
  return word_of(reader, key, {"proposer", "partner", "lead", "host", "attendee", "lecturer", "member", "recipient"},
                 fallback);
}

}  // namespace torikomi

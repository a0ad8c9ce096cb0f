// Looking for words in Japanese text.
#pragma once

#include <cstring>
#include <string_view>

namespace torikomi {

/// Where `words` stand first at or after byte `from`; npos if nowhere. Does what text.find(words, from) does, which
/// stops at every byte like the first one of the words: in Japanese every third byte or so. memmem (glibc, musl, BSD)
/// skips by pairs of bytes. For whole texts; in a cell the two are alike.
[[nodiscard]] inline std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0) {
  if (from > text.size()) return text.npos;
  const void* found = memmem(text.data() + from, text.size() - from, words.data(), words.size());
  return found == nullptr ? text.npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace torikomi

// Searching for one of a few ASCII characters. std::string_view::find_first_of calls memchr for every byte.
#pragma once

#include <cstddef>
#include <string_view>

namespace torikomi {

/// Offset of the first of `chars` at or after `from`; size() if there is none.
template <char... chars>
[[nodiscard]] constexpr std::size_t find_any(std::string_view text, std::size_t from = 0) {
  for (; from < text.size(); ++from) {
    const char c = text[from];
    if (((c == chars) || ...)) return from;
  }
  return text.size();
}

}  // namespace torikomi

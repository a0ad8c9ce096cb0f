#include "layout/lines.h"

#include <algorithm>
#include <cstring>

#include "torikomi/core/utf8.h"

namespace torikomi::shapes {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 64);
  const bool has_cr = text.find('\r') != text.npos;
  std::size_t at = 0;
  while (at < text.size()) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    std::size_t end =
        found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    std::size_t next = end + 1;
    if (has_cr) {
      const std::size_t cr = text.substr(at, end - at).find('\r');
      if (cr != text.npos) {
        end = at + cr;
        next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
      }
    }
    lines.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = next;
  }
  return lines;
}

bool is_ruling(std::string_view words) {
  bool rules = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    const bool drawn = c.code_point >= 0x2500 && c.code_point <= 0x257F;
    const bool line = c.code_point == '-' || c.code_point == '=' || c.code_point == '_' || drawn;
    if (!line && std::string_view("|:+ \t\f").find(words[at]) == std::string_view::npos) return false;
    rules = rules || (line && c.code_point != 0x2502 && c.code_point != 0x2503);
    at += c.size;
    ++letters;
  }
  return rules && letters >= 3;
}

}  // namespace torikomi::shapes

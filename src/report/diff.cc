#include "torikomi/report/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace torikomi {
namespace {

constexpr std::size_t kContext = 3;

constexpr std::string_view kNoLineEnd = "\\ No newline at end of file\n";  // as patch(1) reads it

/// Lines with their ends, so that one without is told apart.
void append_line(std::string& out, char sign, std::string_view line) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out.append("\n").append(kNoLineEnd);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t at = text.find('\n', begin);
    const std::size_t end = at == text.npos ? text.size() : at + 1;
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const std::size_t count = std::min(old_lines.size(), new_lines.size());
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (old_lines[i] == new_lines[i]) continue;
    const std::size_t begin = i < kContext ? 0 : i - kContext;
    std::size_t end = i + 1;  // the hunk goes on while changes are nearer than twice the context
    for (std::size_t k = i; k < count && k < end + 2 * kContext; ++k)
      if (old_lines[k] != new_lines[k]) end = k + 1;
    const std::size_t last = std::min(count, end + kContext);
    if (out.empty()) out = fmt::format("--- {}\n+++ {}\n", path, path);
    out += fmt::format("@@ -{},{} +{},{} @@\n", begin + 1, last - begin, begin + 1, last - begin);
    for (std::size_t k = begin; k < last; ++k) {
      if (old_lines[k] == new_lines[k]) {
        append_line(out, ' ', old_lines[k]);
        continue;
      }
      std::size_t stop = k;
      while (stop < last && old_lines[stop] != new_lines[stop]) ++stop;
      for (std::size_t n = k; n < stop; ++n) append_line(out, '-', old_lines[n]);
      for (std::size_t n = k; n < stop; ++n) append_line(out, '+', new_lines[n]);
      k = stop - 1;
    }
    i = last - 1;
  }
  return out;
}

}  // namespace torikomi

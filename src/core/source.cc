#include "torikomi/core/source.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::uint32_t kPage = 4096;

}  // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  assert(text_.size() <= std::numeric_limits<std::uint32_t>::max());
  line_starts_.push_back(0);
  const std::string_view view = text_;
  // find(char) is a memchr; find_first_of over two characters costs ten times as much. Both ends are looked for once
  // each.
  std::size_t lf = view.find('\n');
  std::size_t cr = view.find('\r');
  while (lf != view.npos || cr != view.npos) {
    const std::size_t end = std::min(lf, cr);
    const std::size_t next = end + (view.substr(end, 2) == "\r\n" ? 2 : 1);
    if (lf < next) lf = view.find('\n', next);
    if (cr < next) cr = view.find('\r', next);
    if (next < view.size()) line_starts_.push_back(static_cast<std::uint32_t>(next));
  }
  number_pages();
}

/// A table of HTML may stand in one line, with a finding for each of its cells: these do not count from its begin.
void Source::number_pages() {
  constexpr std::uint32_t kLongLine = 4 * kPage;
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t longest = size - line_starts_.back();
  for (std::size_t i = 1; i < line_starts_.size(); ++i)
    longest = std::max(longest, line_starts_[i] - line_starts_[i - 1]);
  if (longest < kLongLine) return;
  std::uint32_t before = 0;
  for (std::uint32_t at = 0; at < size; at += kPage) {
    pages_.push_back(before);
    before += static_cast<std::uint32_t>(utf8::count(text().substr(at, kPage)));
  }
}

/// Bytes that begin a code point, up to `offset`. REQUIRES: pages_.
std::uint32_t Source::characters_before(std::uint32_t offset) const {
  const std::uint32_t page = std::min<std::uint32_t>(offset / kPage, static_cast<std::uint32_t>(pages_.size()) - 1);
  const std::uint32_t begin = page * kPage;
  return pages_[page] + static_cast<std::uint32_t>(utf8::count(text().substr(begin, offset - begin)));
}

std::uint32_t Source::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

Span Source::line_span(std::uint32_t line) const {
  assert(line >= 1 && line <= line_count());
  const std::uint32_t begin = line_starts_[line - 1];
  std::uint32_t end = line < line_count() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return {begin, end};
}

LineColumn Source::line_column(std::uint32_t offset) const {
  const std::uint32_t line = line_of(offset);
  const std::uint32_t begin = line_starts_[line - 1];
  const std::uint32_t before = pages_.empty()
                                   ? static_cast<std::uint32_t>(utf8::count(text().substr(begin, offset - begin)))
                                   : characters_before(offset) - characters_before(begin);
  return {line, before + 1};
}

}  // namespace torikomi

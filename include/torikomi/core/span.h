// Byte ranges. Which text a range indexes is part of its type, so that the two cannot be mixed up.
#pragma once

#include <cstdint>
#include <string_view>

namespace torikomi {

/// Half-open byte range [begin, end) in one UTF-8 text. REQUIRES: begin <= end, both on code point boundaries.
template <class Text>
struct BasicSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  friend constexpr bool operator==(BasicSpan, BasicSpan) = default;
};

/// The decoded text, as people see it: diagnostics, records and output speak of it.
using Span = BasicSpan<struct SourceText>;
/// The normalised text, which rules and values read. It ends at the record stage.
using NormSpan = BasicSpan<struct NormalText>;

/// The words of `span` in `text`. REQUIRES: the span lies in the text. The view lives as long as `text`.
template <class Text>
[[nodiscard]] constexpr std::string_view slice(std::string_view text, BasicSpan<Text> span) {
  return text.substr(span.begin, span.end - span.begin);
}

/// The smallest span that covers both.
template <class Text>
[[nodiscard]] constexpr BasicSpan<Text> cover(BasicSpan<Text> a, BasicSpan<Text> b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace torikomi

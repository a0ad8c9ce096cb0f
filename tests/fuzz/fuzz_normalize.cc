// Any text: valid UTF-8 comes out, the edits tell the whole difference, spans map inside the source and in order, and
// folding is stable.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/require.h"
#include "text/utf8_check.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !utf8::is_continuation(text[at]));
}

void check_edits(const Source& source, const NormText& text) {
  std::uint32_t norm = 0;
  std::uint32_t raw = 0;
  for (const OffsetMap::Edit& e : text.map().edits()) {
    REQUIRE(norm <= e.norm_begin && e.norm_begin <= e.norm_end && e.norm_end <= text.text().size());
    REQUIRE(raw <= e.source_begin && e.source_begin <= e.source_end && e.source_end <= source.text().size());
    REQUIRE(text.slice({norm, e.norm_begin}) == source.slice({raw, e.source_begin}));
    REQUIRE(is_boundary(source.text(), e.source_begin) && is_boundary(source.text(), e.source_end));
    norm = e.norm_end;
    raw = e.source_end;
  }
  REQUIRE(text.text().substr(norm) == source.text().substr(raw));
}

void check_spans(const Source& source, const NormText& text) {
  Span before;
  for (std::uint32_t at = 0; at < text.text().size();) {
    const auto next = at + utf8::decode(text.text(), at).size;
    const Span span = text.to_source({at, next});
    REQUIRE(span.begin <= span.end && span.end <= source.text().size());
    REQUIRE(span.begin >= before.begin && span.end >= before.end);
    REQUIRE(is_boundary(source.text(), span.begin) && is_boundary(source.text(), span.end));
    before = span;
    at = next;
  }
}

void check(std::string_view bytes) {
  std::vector<BadBytes> bad;
  const Source source("input", repair_utf8(bytes, bad));
  const NormText text = normalize(source);
  REQUIRE(find_bad_utf8(text.text()) == text.text().size());
  check_edits(source, text);
  check_spans(source, text);
  const std::string folded = fold(source.text());
  REQUIRE(fold(folded) == folded);
  REQUIRE(label_key(folded) == label_key(source.text()));
  (void)display_width(source.text());
}

}  // namespace
}  // namespace torikomi

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  torikomi::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

#include <algorithm>

#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

using Edit = OffsetMap::Edit;

/// A range that begins at `norm` begins here: after what was removed there.
std::uint32_t begin_in_source(const std::vector<Edit>& edits, std::uint32_t norm) {
  const auto after = std::upper_bound(edits.begin(), edits.end(), norm,
                                      [](std::uint32_t at, const Edit& edit) { return at < edit.norm_begin; });
  if (after == edits.begin()) return norm;
  const Edit& edit = *(after - 1);
  return norm < edit.norm_end ? edit.source_begin : edit.source_end + (norm - edit.norm_end);
}

/// A range that ends at `norm` ends here: before what was removed there.
std::uint32_t end_in_source(const std::vector<Edit>& edits, std::uint32_t norm) {
  const auto edit = std::lower_bound(edits.begin(), edits.end(), norm,
                                     [](const Edit& e, std::uint32_t at) { return e.norm_end < at; });
  if (edit == edits.end()) {
    if (edits.empty()) return norm;
    return edits.back().source_end + (norm - edits.back().norm_end);
  }
  return edit->norm_begin < norm ? edit->source_end : edit->source_begin - (edit->norm_begin - norm);
}

}  // namespace

Span OffsetMap::to_source(NormSpan span) const {
  const std::uint32_t begin = begin_in_source(edits_, span.begin);
  if (span.empty()) return {begin, begin};
  return {begin, end_in_source(edits_, span.end)};
}

}  // namespace torikomi

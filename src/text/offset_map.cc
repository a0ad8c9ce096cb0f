#include <algorithm>

#include "torikomi/text/normalize.h"

namespace torikomi {

OffsetMap::OffsetMap(std::vector<Edit> edits) : edits_(std::move(edits)) {
  if (edits_.empty()) return;
  pages_.resize(edits_.back().norm_begin / kPage + 2);
  std::uint32_t count = 0;
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    while (count < edits_.size() && edits_[count].norm_begin <= page * kPage) ++count;
    pages_[page] = count;
  }
}

/// The first edit that begins behind `norm`; edits_.size() where there is none.
std::size_t OffsetMap::first_behind(std::uint32_t norm) const {
  const std::size_t page = norm / kPage;
  if (page + 1 >= pages_.size()) return edits_.size();
  const auto edit = [&](std::uint32_t count) { return edits_.begin() + static_cast<std::ptrdiff_t>(count); };
  const auto behind = std::upper_bound(edit(pages_[page]), edit(pages_[page + 1]), norm,
                                       [](std::uint32_t at, const Edit& e) { return at < e.norm_begin; });
  return static_cast<std::size_t>(behind - edits_.begin());
}

/// A range that begins at `norm` begins here: after what was removed there.
std::uint32_t OffsetMap::begin_in_source(std::uint32_t norm) const {
  const std::size_t behind = first_behind(norm);
  if (behind == 0) return norm;
  const Edit& edit = edits_[behind - 1];
  return norm < edit.norm_end ? edit.source_begin : edit.source_end + (norm - edit.norm_end);
}

/// A range that ends at `norm` ends here: before what was removed there.
std::uint32_t OffsetMap::end_in_source(std::uint32_t norm) const {
  std::size_t at = first_behind(norm);
  while (at > 0 && edits_[at - 1].norm_end >= norm) --at;
  if (at == edits_.size()) return edits_.empty() ? norm : edits_.back().source_end + (norm - edits_.back().norm_end);
  const Edit& edit = edits_[at];
  return edit.norm_begin < norm ? edit.source_end : edit.source_begin - (edit.norm_begin - norm);
}

Span OffsetMap::to_source(NormSpan span) const {
  const std::uint32_t begin = begin_in_source(span.begin);
  if (span.empty()) return {begin, begin};
  return {begin, end_in_source(span.end)};
}

}  // namespace torikomi

#include "text_memo.h"

#include <algorithm>

namespace torikomi {

TextMemo::Entry& TextMemo::of(std::string_view text, NormSpan span) {
  const auto known = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.span == span; });
  if (known != entries_.end() && !span.empty()) return *known;
  Entry& entry = entries_[oldest_];
  oldest_ = (oldest_ + 1) % kEntries;
  entry = {span, split_items(text, span), {}};
  return entry;
}

}  // namespace torikomi

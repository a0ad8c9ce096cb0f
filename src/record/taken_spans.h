// Which parts of the source some value was read from.
#pragma once

#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// Rows of each table of the contract, in its order.
using RowCounts = std::vector<std::size_t>;
[[nodiscard]] RowCounts row_counts(const Records& records);

/// Some places of the source, by pages of a few letters: what lies on none of their pages is told at once.
class Places {
 public:
  explicit Places(const std::vector<Span>& spans);
  /// False: `span` touches none of the places.
  [[nodiscard]] bool may_touch(Span span) const;

 private:
  static constexpr std::uint32_t kPage = 32;  ///< bytes

  std::vector<std::uint32_t> before_;  ///< by page: how many pages before it hold a part of a place
};

/// The parts of the source that the values of the rows since `before` were read from; of all rows where it is empty.
class TakenSpans {
 public:
  explicit TakenSpans(const Records& records, const RowCounts& before = {}) : TakenSpans(records, before, nullptr) {}
  /// For questions about spans inside `places` alone.
  TakenSpans(const Records& records, const Places& places) : TakenSpans(records, {}, &places) {}

  /// True where a value was read from a part of `span`.
  [[nodiscard]] bool touch(Span span) const;

 private:
  TakenSpans(const Records& records, const RowCounts& before, const Places* places);

  std::vector<Span> spans_;  ///< by begin; each reaches as far as any before it
};

}  // namespace torikomi

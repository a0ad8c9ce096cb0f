// Which parts of the source some value was read from.
#pragma once

#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// Rows of each table of the contract, in its order.
using RowCounts = std::vector<std::size_t>;
[[nodiscard]] RowCounts row_counts(const Records& records);

/// The parts of the source that the values of the rows since `before` were read from; of all rows where it is empty.
class TakenSpans {
 public:
  explicit TakenSpans(const Records& records, const RowCounts& before = {});

  /// True where a value was read from a part of `span`.
  [[nodiscard]] bool touch(Span span) const;

 private:
  [[nodiscard]] bool is_known(Span span) const;

  std::vector<Span> spans_;  ///< by begin; each reaches as far as any before it
};

}  // namespace torikomi

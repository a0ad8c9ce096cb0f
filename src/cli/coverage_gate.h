// `--fail-under 95`: documents of which too little was understood.
#pragma once

#include <optional>
#include <string>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

namespace torikomi::cli {

/// Compares `documents.coverage` with a limit in percent, exactly.
class CoverageGate {
 public:
  /// `percent`: a decimal from 0 to 100; empty lets everything pass. Errors (kUsage): anything else.
  [[nodiscard]] static Result<CoverageGate> open(const std::string& percent);

  /// What is wrong with the document, or nothing where its coverage reaches the limit (or it has no row of
  /// `documents`).
  [[nodiscard]] std::optional<Message> complaint(const Records& document) const;

 private:
  std::optional<Decimal> limit_;  ///< a share, 0 to 1
};

}  // namespace torikomi::cli

// The table at the end of a run: one line a report, East Asian widths right.
#pragma once

#include <string>
#include <vector>

#include "torikomi/pipeline.h"

namespace torikomi::cli {

/// Counts of one document.
struct SummaryRow {
  std::string source, grammar, coverage;
  std::size_t measures = 0, participants = 0, schedules = 0, kpis = 0, amounts = 0;
  std::size_t errors = 0, warnings = 0, infos = 0;
};

[[nodiscard]] SummaryRow summarise(const Document& document);
/// A table with a total line where there are several documents; at most `most` documents are listed.
[[nodiscard]] std::string summary_table(const std::vector<SummaryRow>& rows, Language language, std::size_t most = 20);

}  // namespace torikomi::cli

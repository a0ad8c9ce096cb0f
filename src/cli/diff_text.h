// Differences between two sets of records, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "torikomi/compare/compare.h"

namespace torikomi::cli {

/// "+ measures 産業の振興 / 商談会 (b.txt:12)" with its line end; for a changed record a line for each column below it.
[[nodiscard]] std::string difference_text(const Difference& difference, Language language);
/// One JSON object on one line, without line end.
[[nodiscard]] std::string difference_json(const Difference& difference);
/// How many records were added, removed, changed and left the same, a table a line.
[[nodiscard]] std::string counts_text(const std::vector<CompareCounts>& counts, const CompareOptions& options,
                                      Language language);

}  // namespace torikomi::cli

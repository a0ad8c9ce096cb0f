// The table at the end of a run: one line a report, East Asian widths right.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "torikomi/record/records.h"

namespace torikomi::cli {

/// Counts of one document.
struct SummaryRow {
  std::string source, grammar, coverage;
  std::size_t measures = 0, participants = 0, schedules = 0, kpis = 0, amounts = 0;
  std::size_t errors = 0, warnings = 0, infos = 0;
};

[[nodiscard]] SummaryRow summarise(const Records& records);

/// Takes documents one by one and remembers the first ones and the totals only.
class Summary {
 public:
  explicit Summary(std::size_t most = 20) : most_(most) {}
  void add(const Records& document);
  [[nodiscard]] std::size_t size() const { return count_; }
  /// One line each for the first documents, and a line of totals where there are several. Empty without documents.
  [[nodiscard]] std::string table(Language language) const;

 private:
  std::size_t most_;
  std::size_t count_ = 0;
  std::vector<SummaryRow> first_;
  SummaryRow total_;
};

}  // namespace torikomi::cli

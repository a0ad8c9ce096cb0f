// Two sets of documents, matched by what they say and not by their ids: which records are new, gone, or different.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "torikomi/compare/record_set.h"

namespace torikomi {

/// One record that is not the same on both sides. Views are good during the call that brings it.
struct Difference {
  enum class Kind { kAdded, kRemoved, kChanged };
  Kind kind = Kind::kChanged;
  const TableInfo* table = nullptr;
  const DocumentFacts* before_document = nullptr;  ///< nullptr: the document is new
  const DocumentFacts* after_document = nullptr;   ///< nullptr: the document is gone
  ConstRow before;                                 ///< empty for kAdded
  ConstRow after;                                  ///< empty for kRemoved
  std::vector<std::size_t> columns;                ///< kChanged: which columns differ
  bool inside = false;  ///< what it belongs to (document, measure, event, KPI) is new or gone, too
};

struct CompareCounts {
  std::size_t added = 0, removed = 0, changed = 0, same = 0;
};

struct CompareOptions {
  /// By TableId. Unless told otherwise: without items, whose texts are those of fields, and without diagnostics.
  std::vector<TableId> tables = {TableId::documents, TableId::measures, TableId::fields,     TableId::participants,
                                 TableId::schedules, TableId::kpis,     TableId::kpi_values, TableId::amounts,
                                 TableId::tables,    TableId::sections};
};

/// Hands every difference to `sink`, document by document in the order of `after`, documents that are gone last.
/// Documents are pairs where they have the same bytes, else the same publisher and title, else the same source (years
/// and other digits aside), else many projects in common. Inside a pair records are matched by the columns that name
/// them, first strictly, then loosely; measures, events and KPIs at last by similar names. Ids, lines and findings are
/// not compared. Errors: those of load() and of the sink.
[[nodiscard]] Result<std::vector<CompareCounts>> compare(RecordSet& before, RecordSet& after,
                                                         const CompareOptions& options,
                                                         const std::function<Status(const Difference&)>& sink);

}  // namespace torikomi

#include "torikomi/compare/compare.h"

#include <algorithm>

#include "compare/document_pairs.h"
#include "compare/row_pairs.h"
#include "torikomi/record/dictionary.h"

namespace torikomi {
namespace {

/// Tables in an order in which each comes after those that it refers to.
constexpr std::array kOrder = {TableId::documents, TableId::measures, TableId::schedules,    TableId::kpis,
                               TableId::fields,    TableId::items,    TableId::participants, TableId::kpi_values,
                               TableId::amounts,   TableId::tables,   TableId::sections,     TableId::diagnostics};

using Sink = std::function<Status(const Difference&)>;

/// One pair of documents, or one document alone (the other has no records then).
class DocumentComparison {
 public:
  DocumentComparison(const DocumentFacts* before, const DocumentFacts* after, const CompareOptions& options,
                     std::vector<CompareCounts>& counts, const Sink& sink)
      : before_(before), after_(after), options_(options), counts_(counts), sink_(sink) {}

  Status run(const Records& before, const Records& after) {
    for (const TableId table : kOrder) {
      if (auto done = compare_table(before[table], after[table]); !done) return done;
    }
    return ok();
  }

 private:
  [[nodiscard]] bool is_wanted(TableId table) const {
    return std::find(options_.tables.begin(), options_.tables.end(), table) != options_.tables.end();
  }

  Status compare_table(const Table& before, const Table& after) {
    const TableInfo& info = after.info();
    const auto own = primary_key(info);
    const bool wanted = is_wanted(info.id);
    for (const RowPair& pair : pair_rows(before, after, ids_)) {
      Difference difference;
      difference.table = &info;
      difference.before_document = before_;
      difference.after_document = after_;
      if (pair.before) difference.before = before.row(*pair.before);
      if (pair.after) difference.after = after.row(*pair.after);
      if (own && *own != 0)  // documents are pairs already
        ids_.pair(pair.before ? difference.before[*own].text() : std::string_view(),
                  pair.after ? difference.after[*own].text() : std::string_view());
      if (!wanted) continue;
      if (auto done = report(difference); !done) return done;
    }
    return ok();
  }

  Status report(Difference& difference) {
    CompareCounts& counts = counts_[static_cast<std::size_t>(difference.table->id)];
    if (difference.before.empty() || difference.after.empty()) {
      const bool is_new = difference.before.empty();
      ++(is_new ? counts.added : counts.removed);
      difference.kind = is_new ? Difference::Kind::kAdded : Difference::Kind::kRemoved;
      difference.inside = is_inside(is_new ? difference.after : difference.before, *difference.table);
      return sink_(difference);
    }
    difference.kind = Difference::Kind::kChanged;
    difference.columns = changed_columns(difference);
    if (difference.columns.empty()) {
      ++counts.same;
      return ok();
    }
    ++counts.changed;
    return sink_(difference);
  }

  [[nodiscard]] bool is_inside(ConstRow row, const TableInfo& table) const {
    if (table.id == TableId::documents) return false;
    if (before_ == nullptr || after_ == nullptr) return true;
    const auto own = primary_key(table);
    for (std::size_t i = 1; i < row.size(); ++i)
      if (table.columns[i].type == ColumnType::id && own != i && ids_.is_single(row[i].text())) return true;
    return false;
  }

  [[nodiscard]] std::vector<std::size_t> changed_columns(const Difference& difference) const {
    const TableInfo& table = *difference.table;
    // Between two years the year of every measure differs, which says nothing.
    const bool other_year = before_->fiscal_year != after_->fiscal_year && table.id == TableId::measures;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!is_compared(table, table.columns[i]) || (other_year && table.columns[i].name == "fiscal_year")) continue;
      if (comparable(difference.before[i]) != comparable(difference.after[i])) out.push_back(i);
    }
    return out;
  }

  const DocumentFacts* before_;
  const DocumentFacts* after_;
  const CompareOptions& options_;
  std::vector<CompareCounts>& counts_;
  const Sink& sink_;
  CommonIds ids_;
};

}  // namespace

Result<std::vector<CompareCounts>> compare(RecordSet& before, RecordSet& after, const CompareOptions& options,
                                           const Sink& sink) {
  std::vector<CompareCounts> counts(all_tables().size());
  const auto pairs = pair_documents(before.documents(), after.documents());
  std::vector<bool> met(before.documents().size());
  const auto one = [&](std::optional<std::size_t> old, std::optional<std::size_t> young) -> Status {
    auto old_records = old ? before.load(*old) : Result<Records>(Records());
    if (!old_records) return old_records.error();
    auto young_records = young ? after.load(*young) : Result<Records>(Records());
    if (!young_records) return young_records.error();
    const DocumentFacts* old_facts = old ? &before.documents()[*old] : nullptr;
    const DocumentFacts* young_facts = young ? &after.documents()[*young] : nullptr;
    return DocumentComparison(old_facts, young_facts, options, counts, sink).run(*old_records, *young_records);
  };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i]) met[*pairs[i]] = true;
    if (auto done = one(pairs[i], i); !done) return done.error();
  }
  for (std::size_t i = 0; i < met.size(); ++i) {
    if (met[i]) continue;
    if (auto done = one(i, std::nullopt); !done) return done.error();
  }
  return counts;
}

}  // namespace torikomi

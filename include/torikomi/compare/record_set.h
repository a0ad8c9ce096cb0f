// What an earlier run wrote, read again one document after another: a store or any output but a spreadsheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"
#include "torikomi/store/store.h"

namespace torikomi {

/// By what a document is known again.
struct DocumentFacts {
  std::string document_id, source, title, publisher;  ///< publisher: its code where that is known
  std::optional<std::int64_t> fiscal_year;
  std::vector<std::string> projects;
};

/// Memory: the facts of all documents and one document at a time (of a CSV folder: its tables).
class RecordSet {
 public:
  virtual ~RecordSet() = default;
  [[nodiscard]] virtual const std::vector<DocumentFacts>& documents() const = 0;
  /// The records of documents()[i]. Errors (kInput): the file has changed or is damaged.
  [[nodiscard]] virtual Result<Records> load(std::size_t i) = 0;
};

/// A store, a database, a JSON or NDJSON file, or a folder of CSV files. Errors (kInput): it is none of these.
[[nodiscard]] Result<std::unique_ptr<RecordSet>> open_record_set(const std::string& path);
/// The documents of a store that agree with a filter.
[[nodiscard]] Result<std::unique_ptr<RecordSet>> record_set_of(Store store, const StoreFilter& filter);

}  // namespace torikomi

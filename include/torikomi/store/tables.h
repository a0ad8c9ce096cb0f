// The contract tables in an SQLite database: schema and rows. `convert -o x.sqlite` and the store share it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "torikomi/store/database.h"

namespace torikomi {

/// Version of the layout below, in PRAGMA user_version. A database of another version is refused, never guessed at.
inline constexpr int kSchemaVersion = 1;
/// PRAGMA application_id: "Trkm".
inline constexpr int kApplicationId = 0x54726B6D;

/// CREATE statements: one table for each contract table, with the columns of the contract and after them `spans`, which
/// holds the object that JSON rows have; table `unclaimed`; table `torikomi` with schema_version, contract, version.
/// Text, ids, codes and dates are TEXT, whole numbers and truth (0, 1) INTEGER, other numbers NUMERIC (15 digits).
/// Primary and foreign keys are declared; every foreign key has an index.
[[nodiscard]] std::string schema_sql();

/// The records of one document, with their spans, as DocumentTables::insert wrote them; without the source text. No
/// rows where there is no such document.
[[nodiscard]] Result<Records> read_document(Database& database, std::string_view document_id);

/// Writes and removes whole documents. The caller holds a transaction. Keeps prepared statements: REQUIRES: the
/// database outlives *this.
class DocumentTables {
 public:
  [[nodiscard]] static Result<DocumentTables> prepare(Database& database);
  [[nodiscard]] Status insert(const Records& document);
  [[nodiscard]] Status remove(std::string_view document_id);

 private:
  std::vector<Statement> insert_;  // index = TableId, then unclaimed
  std::vector<Statement> remove_;
  std::string spans_;
};

}  // namespace torikomi

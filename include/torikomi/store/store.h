// The embedded store: the records of many reports in one SQLite file, kept from run to run.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"
#include "torikomi/store/tables.h"

namespace torikomi {

/// Which documents are meant; empty members do not restrict.
struct StoreFilter {
  std::string document_id;                  ///< the whole id
  std::optional<std::int64_t> fiscal_year;  ///< of the document or of one of its measures
  std::string code;                         ///< local government code of the publisher or of a participant
};

/// A place where a text was found.
struct StoreHit {
  std::string document_id, source, table, column, measure_id, text;
  std::int64_t line = 0;  ///< 0: unknown
};

struct StoreStatus {
  std::int64_t inputs = 0;                                 ///< files that were ingested and have not been pruned
  std::int64_t unreadable = 0;                             ///< of these: could not be read
  std::int64_t bytes = 0;                                  ///< size of the store
  std::vector<std::pair<std::string, std::int64_t>> rows;  ///< of every contract table, in order
  std::array<std::int64_t, 3> findings{};                  ///< error, warning, info
};

/// One input file as the store knows it.
struct StoreInput {
  std::string_view source;       ///< path relative to what was given: names the input from run to run
  std::string_view document_id;  ///< empty: could not be read
  /// Whatever decides what a text gives beside its bytes: version of the program, of the grammars, options. An input
  /// with the same bytes and the same engine is not read again.
  std::string_view engine;
};

/// A store that is open. Several processes may use one store: writers wait for each other (up to 60 s), readers see
/// whole documents only. One thread at a time. A crash at any moment loses at most the document in flight.
class Store {
 public:
  enum class Mode { kRead, kWrite };
  /// kWrite makes the file and its schema where it is missing. Errors (kOutput): another kind of file, another schema
  /// version, no right to read or write.
  [[nodiscard]] static Result<Store> open(const std::string& path, Mode mode);

  /// True where the input was ingested with these bytes and this engine, and its records are there. Where several
  /// sources have the same bytes, the records are those of the one that brought them; when that one changes, the others
  /// are no longer current.
  [[nodiscard]] Result<bool> is_current(const StoreInput& input);
  /// Puts the records of one input in place of whatever the same source gave before, in one transaction. A document
  /// without a row in `documents` (an input that could not be read, or whose bytes another source has) only brings its
  /// findings.
  [[nodiscard]] Status put(const StoreInput& input, const Records& document);
  /// Brings the index of search up to date; worth it after many put(). Search is right without it, only slower.
  [[nodiscard]] Status update_search();
  /// Removes the inputs that are not among `present`, and their records. Gives how many they were.
  [[nodiscard]] Result<std::size_t> prune(std::span<const std::string> present);

  /// Ids of the documents, in the order of their sources (bytewise), so that it does not depend on how they came in.
  [[nodiscard]] Result<std::vector<std::string>> documents(const StoreFilter& filter);
  /// The records of one document, as they were put, spans and source text with them.
  [[nodiscard]] Result<Records> get(std::string_view document_id);
  /// The findings of inputs that gave no document. No rows: there are none.
  [[nodiscard]] Result<Records> unread();
  /// Places whose text holds `text`, letter case and width aside; in the order of the sources, at most `limit`.
  [[nodiscard]] Result<std::vector<StoreHit>> search(std::string_view text, std::int64_t limit);
  [[nodiscard]] Result<StoreStatus> status();

 private:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  Status prepare_writing();
  Status check_schema();
  Result<std::string> known_id(std::string_view source);
  Status drop_unused(std::string_view document_id);
  Status index_texts(const Records& document, std::string_view document_id);
  Status read_table(std::string_view where, std::string_view parameter, Table& table, Records& out);

  std::unique_ptr<Database> database_;
  std::optional<DocumentTables> tables_;
  std::vector<Statement> writing_;  // see store.cc
};

}  // namespace torikomi

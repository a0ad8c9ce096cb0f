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

/// Which documents are meant: those that every member agrees to. A member without values does not restrict; one with
/// several agrees to any of them.
struct StoreFilter {
  std::vector<std::string> documents;      ///< document_id, or source
  std::vector<std::int64_t> fiscal_years;  ///< of the document, or of one of its measures or amounts
  /// Local government code of the publisher or of a participant, or the beginning of such codes (33: 岡山県 and all
  /// in it).
  std::vector<std::string> codes;
  [[nodiscard]] bool empty() const { return documents.empty() && fiscal_years.empty() && codes.empty(); }
};

/// A place where a text was found.
struct StoreHit {
  std::string document_id, source, table, column, measure_id, text;
  std::int64_t line = 0;  ///< 0: unknown
};

struct StoreStatus {
  std::int64_t inputs = 0;                                 ///< files that were ingested and have not been pruned
  std::int64_t unreadable = 0;                             ///< of these: could not be read
  std::int64_t repeated = 0;                               ///< of these: with the bytes of another one
  std::int64_t bytes = 0;                                  ///< size of the store
  std::int64_t unindexed = 0;                              ///< texts that the index of search does not know yet
  std::vector<std::pair<std::string, std::int64_t>> rows;  ///< of every contract table, in order
  std::array<std::int64_t, 3> findings{};                  ///< error, warning, info
};

/// One input file as the store knows it.
struct StoreInput {
  std::string_view path;         ///< names the input from run to run; nothing that goes out shows it
  std::string_view source;       ///< contract: what the documents call it; two inputs may have the same
  std::string_view document_id;  ///< empty: could not be read
  /// Whatever decides what a text gives beside its bytes: version of the program, of the grammars, options. Bytes that
  /// the store has from the same engine are not read again.
  std::string_view engine;
};

/// One input on its way out.
struct StoreEntry {
  std::string path, source, document_id;
  bool has_document = false;  ///< get(document_id) gives its records
  std::string message;        ///< why it has none: could not be read, or the bytes of another input
};

/// A store that is open. Several processes may use one store: writers wait for each other (up to 60 s), readers see
/// whole documents only. One thread at a time. A crash at any moment loses at most the document in flight.
///
/// Documents are known by their bytes (document_id), inputs by their path. Of several inputs with the same bytes one
/// owns the document; where that one changes or goes away, another takes it over.
class Store {
 public:
  enum class Mode { kRead, kWrite };
  /// kWrite makes the file and its schema where it is missing; `language` is that of its findings for ever. Errors
  /// (kOutput): another kind of file, another schema version, no right to read or write.
  [[nodiscard]] static Result<Store> open(const std::string& path, Mode mode, Language language = Language::kEn);
  /// Of the findings in the store, whoever ingests: one store speaks one language.
  [[nodiscard]] Language language() const { return language_; }

  /// True where the store has the records of these bytes from this engine.
  [[nodiscard]] Result<bool> has_document(std::string_view document_id, std::string_view engine);
  /// True where has_document() and the input is known to have these bytes: nothing is to be done for it.
  [[nodiscard]] Result<bool> is_current(const StoreInput& input);
  /// The document that the input gave last; empty: none.
  [[nodiscard]] Result<std::string> document_of(std::string_view path);
  /// Puts the records of one input in place of whatever the same path gave before, in one transaction. Records without
  /// a row in `documents` (of an input that could not be read, or whose bytes another input has) only bring the
  /// finding that says so.
  [[nodiscard]] Status put(const StoreInput& input, const Records& document);
  /// Notes that the input has the bytes of a document that is there. False: it is not there any more, and the input has
  /// to be read.
  [[nodiscard]] Result<bool> adopt(const StoreInput& input);
  /// Brings a part of the index of search up to date; true: there is more to do. Worth it after many put(). Search is
  /// right without it, only slower.
  [[nodiscard]] Result<bool> update_search();
  /// Removes the inputs with these paths, and the documents that no other input has.
  [[nodiscard]] Status forget(std::span<const std::string> paths);

  /// Every input that agrees with the filter, in the order of their sources (bytewise), so that it does not depend on
  /// how they came in. With a filter only those that own a document.
  [[nodiscard]] Result<std::vector<StoreEntry>> entries(const StoreFilter& filter);
  /// The records of one document, as they were put, spans and source text with them.
  [[nodiscard]] Result<Records> get(std::string_view document_id);
  /// Places whose text holds `text`, letter case and width aside; in the order of the sources, at most `limit` (-1:
  /// all).
  [[nodiscard]] Result<std::vector<StoreHit>> search(std::string_view text, std::int64_t limit);
  [[nodiscard]] Result<StoreStatus> status();

 private:
  struct Known;  // what the store knows of one input

  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  Status prepare_writing(Language language);
  Status check_schema();
  Result<Known> known(std::string_view path);
  Status drop_finding(std::string_view source, std::string_view message);
  Status release(std::string_view document_id, std::string_view path);
  Status drop_document(std::string_view document_id);
  Status index_texts(const Records& document, std::string_view document_id);

  std::unique_ptr<Database> database_;
  Language language_ = Language::kEn;
  std::optional<DocumentTables> tables_;
  std::vector<Statement> reading_;  // see store.cc
  std::vector<Statement> writing_;
};

}  // namespace torikomi

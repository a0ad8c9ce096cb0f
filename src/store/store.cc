#include "torikomi/store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

/// What a store has beside the contract tables. `texts` is what search reads. Its trigram index is brought up to date
/// in large steps (an index that follows every document costs seven times as much as the document itself) and holds
/// rows up to the id in `torikomi`.indexed only; ids are never used again. It names rows that may match, without
/// positions. The input at source_texts.path owns the document. inputs.message is the text of the finding that an input
/// without records of its own has in `diagnostics`.
constexpr std::string_view kStoreSchema = R"(
CREATE TABLE "inputs" ("path" TEXT PRIMARY KEY NOT NULL, "source" TEXT NOT NULL, "document_id" TEXT, "message" TEXT);
CREATE INDEX "inputs_document_id" ON "inputs" ("document_id");
CREATE INDEX "diagnostics_source" ON "diagnostics" ("source");
CREATE TABLE "source_texts" ("document_id" TEXT PRIMARY KEY NOT NULL, "path" TEXT NOT NULL, "engine" TEXT NOT NULL,
  "text" TEXT NOT NULL);
CREATE TABLE "texts" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "document_id" TEXT NOT NULL, "table" TEXT NOT NULL,
  "column" TEXT NOT NULL, "measure_id" TEXT, "line" INTEGER, "text" TEXT NOT NULL);
CREATE INDEX "texts_document_id" ON "texts" ("document_id");
INSERT INTO "torikomi" VALUES ('indexed', 0);
CREATE VIRTUAL TABLE "texts_index" USING fts5("text", content='texts', content_rowid='id', tokenize='trigram',
  detail=none, columnsize=0);
CREATE TRIGGER "texts_delete" AFTER DELETE ON "texts"
WHEN old."id" <= (SELECT CAST("value" AS INTEGER) FROM "torikomi" WHERE "key" = 'indexed') BEGIN
  INSERT INTO "texts_index" ("texts_index", rowid, "text") VALUES ('delete', old."id", old."text");
END;
)";

/// For the process that writes: a larger cache, and the log is merged into the file less often.
constexpr const char* kWriterSettings =
    "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000";

/// Statements of reading_ and writing_, by number.
enum Reading : std::size_t { kHasDocument, kIsCurrent, kReadings };
constexpr std::string_view kReading[] = {
    R"(SELECT 1 FROM "source_texts" WHERE "document_id" = ? AND "engine" = ?)",
    R"(SELECT 1 FROM "inputs" i JOIN "source_texts" t ON t."document_id" = i."document_id"
       WHERE i."path" = ? AND i."document_id" = ? AND t."engine" = ?)",
};
enum Writing : std::size_t {
  kKnown,
  kOwner,
  kNextOwner,
  kForgetInput,
  kPutInput,
  kDropFinding,
  kPutText,
  kDropTexts,
  kPutSource,
  kDropSource,
  kHandOver,
  kRenameDocument,
  kRenameFindings,
  kClearMessage
};
constexpr std::string_view kWriting[] = {
    R"(SELECT "source", "document_id", "message" FROM "inputs" WHERE "path" = ?)",
    R"(SELECT "path" FROM "source_texts" WHERE "document_id" = ?)",
    R"(SELECT "path", "source", "message" FROM "inputs" WHERE "document_id" = ? AND "path" <> ?
       ORDER BY "source", "path" LIMIT 1)",
    R"(DELETE FROM "inputs" WHERE "path" = ?)",
    R"(INSERT INTO "inputs" VALUES (?, ?, nullif(?, ''), nullif(?, '')))",
    R"(DELETE FROM "diagnostics" WHERE rowid = (SELECT min(rowid) FROM "diagnostics"
       WHERE "source" = ? AND "message" = ? AND "document_id" IS NULL))",
    R"(INSERT INTO "texts" ("document_id", "table", "column", "measure_id", "line", "text") VALUES (?, ?, ?, ?, ?, ?))",
    R"(DELETE FROM "texts" WHERE "document_id" = ?)",
    R"(INSERT INTO "source_texts" VALUES (?, ?, ?, ?))",
    R"(DELETE FROM "source_texts" WHERE "document_id" = ?)",
    R"(UPDATE "source_texts" SET "path" = ?2 WHERE "document_id" = ?1)",
    R"(UPDATE "documents" SET "source" = ?2 WHERE "document_id" = ?1)",
    R"(UPDATE "diagnostics" SET "source" = ?2 WHERE "document_id" = ?1)",
    R"(UPDATE "inputs" SET "message" = NULL WHERE "path" = ?)",
};

/// The texts of a table that search goes over. Items, and the texts of measures that have a row in fields, would be
/// found twice; raw columns say what their neighbours say.
bool is_searched(const TableInfo& table, const ColumnInfo& column) {
  if (table.id == TableId::items || table.id == TableId::diagnostics || column.name.ends_with("raw")) return false;
  if (column.type == ColumnType::narrative) return table.id != TableId::measures;
  constexpr std::string_view kTexts[] = {"title", "policy_area", "measure", "project", "name", "activity",
                                         "place", "indicator",   "item",    "heading", "note"};
  for (const std::string_view name : kTexts) {
    if (column.name == name) return true;
  }
  return false;
}

Error not_a_store(const std::string& shown) {
  return {ErrorCode::kOutput,
          say("「{}」は torikomi のストアではありません。別の名前を指定してください（convert "
              "の出力はストアとして使えません）。",
              "\"{}\" is no torikomi store. Choose another name (the output of convert is not a store).", shown)};
}

/// A file that was stopped before its tables were made, or that somebody made beforehand.
Error empty_store(const std::string& shown) {
  return {ErrorCode::kOutput, say("ストア「{}」はまだ空です。torikomi ingest で取り込んでください。",
                                  "the store \"{}\" is still empty. Fill it with torikomi ingest.", shown)};
}

Result<std::int64_t> number(Database& database, std::string_view sql) {
  auto statement = database.prepare(sql);
  if (!statement) return statement.error();
  const auto stepped = statement->step();
  if (!stepped) return stepped.error();
  return *stepped ? statement->integer(0) : 0;
}

/// Write-ahead logging, so that readers and a writer do not wait for each other. Two processes that make a store at the
/// same moment get in each other's way here, and SQLite does not wait by itself.
Status switch_to_wal(Database& database) {
  constexpr int kTries = 200;
  Status done = ok();
  for (int i = 0; i < kTries; ++i) {
    done = database.execute("PRAGMA journal_mode = WAL");
    if (done) return done;
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
  }
  return done;
}

std::optional<std::size_t> column_number(const TableInfo& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name == name) return i;
  }
  return std::nullopt;
}

}  // namespace

/// What the store knows of one input; `message` as in inputs.
struct Store::Known {
  bool there = false;
  std::string source, document_id, message;
};

Result<Store> Store::open(const std::string& path, Mode mode, Language language) {
  auto database = Database::open(path, path, mode == Mode::kRead ? Database::Mode::kRead : Database::Mode::kCreate);
  if (!database) return database.error();
  Store out(*std::move(database));
  if (mode == Mode::kWrite) {
    if (auto done = out.prepare_writing(language); !done) return done.error();
  } else if (auto done = out.check_schema(); !done) {
    return done.error();
  }
  for (const std::string_view sql : kReading) {
    auto statement = out.database_->prepare(sql);
    if (!statement) return statement.error();
    out.reading_.push_back(*std::move(statement));
  }
  const auto japanese = number(*out.database_, R"(SELECT "value" = 'ja' FROM "torikomi" WHERE "key" = 'language')");
  if (!japanese) return japanese.error();
  out.language_ = *japanese != 0 ? Language::kJa : Language::kEn;
  return out;
}

Status Store::check_schema() {
  const auto application = number(*database_, "PRAGMA application_id");
  if (!application) return application.error();
  const auto version = number(*database_, "PRAGMA user_version");
  if (!version) return version.error();
  const auto inputs = number(*database_, "SELECT count(*) FROM sqlite_master WHERE name = 'inputs'");
  if (!inputs) return inputs.error();
  const auto objects = number(*database_, "SELECT count(*) FROM sqlite_master");
  if (!objects) return objects.error();
  if (*objects == 0) return empty_store(database_->shown());
  if (*application != kApplicationId || *inputs == 0) return not_a_store(database_->shown());
  if (*version == kSchemaVersion) return ok();
  return Error{
      ErrorCode::kOutput,
      say("ストア「{}」の形式は版{}ですが、この torikomi が読めるのは版{}です。新しいストアに取り込み直してください。",
          "the store \"{}\" has schema version {}, but this torikomi knows version {}. Ingest into a new store.",
          database_->shown(), *version, kSchemaVersion)};
}

Status Store::prepare_writing(Language language) {
  const auto objects = number(*database_, "SELECT count(*) FROM sqlite_master");
  if (!objects) return objects.error();
  if (*objects > 0) {
    if (auto done = check_schema(); !done) return done;  // before anything is changed in a file that is not ours
  }
  if (auto done = switch_to_wal(*database_); !done) return done;
  if (auto done = database_->execute(kWriterSettings); !done) return done;
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const auto still = number(*database_, "SELECT count(*) FROM sqlite_master");
  if (!still) return still.error();
  if (*still == 0) {
    const std::string_view word = language == Language::kJa ? "ja" : "en";
    const std::string settings = fmt::format("INSERT INTO \"torikomi\" VALUES ('language', '{}');", word);
    if (auto done = database_->execute(schema_sql() + std::string(kStoreSchema) + settings); !done) return done;
  }
  if (auto done = transaction->commit(); !done) return done;
  if (auto done = check_schema(); !done) return done;
  auto tables = DocumentTables::prepare(*database_);
  if (!tables) return tables.error();
  tables_.emplace(*std::move(tables));
  for (const std::string_view sql : kWriting) {
    auto statement = database_->prepare(sql);
    if (!statement) return statement.error();
    writing_.push_back(*std::move(statement));
  }
  return ok();
}

Result<bool> Store::has_document(std::string_view document_id, std::string_view engine) {
  Statement& statement = reading_[kHasDocument].bind(1, document_id).bind(2, engine);
  auto found = statement.step();
  statement.reset();
  return found;
}

Result<bool> Store::is_current(const StoreInput& input) {
  Statement& statement = reading_[kIsCurrent].bind(1, input.path).bind(2, input.document_id).bind(3, input.engine);
  auto found = statement.step();
  statement.reset();
  return found;
}

Result<Store::Known> Store::known(std::string_view path) {
  Statement& statement = writing_[kKnown].bind(1, path);
  const auto stepped = statement.step();
  if (!stepped) return stepped.error();
  Known out;
  if (*stepped) {
    out = {true, std::string(statement.text(0)), std::string(statement.text(1)), std::string(statement.text(2))};
  }
  statement.reset();
  return out;
}

Result<std::string> Store::document_of(std::string_view path) {
  auto before = known(path);
  if (!before) return before.error();
  return std::move(before->document_id);
}

Status Store::drop_finding(std::string_view source, std::string_view message) {
  if (message.empty()) return ok();
  return writing_[kDropFinding].bind(1, source).bind(2, message).run();
}

Status Store::drop_document(std::string_view document_id) {
  if (auto done = tables_->remove(document_id); !done) return done;
  if (auto done = writing_[kDropTexts].bind(1, document_id).run(); !done) return done;
  return writing_[kDropSource].bind(1, document_id).run();
}

/// The input at `path` has the document no more: another input takes it over, or it goes.
Status Store::release(std::string_view document_id, std::string_view path) {
  if (document_id.empty()) return ok();
  Statement& owner = writing_[kOwner].bind(1, document_id);
  const auto owned = owner.step();
  if (!owned) return owned.error();
  const bool is_owner = *owned && owner.text(0) == path;
  owner.reset();
  if (!is_owner) return ok();
  Statement& next = writing_[kNextOwner].bind(1, document_id).bind(2, path);
  const auto found = next.step();
  if (!found) return found.error();
  if (!*found) return drop_document(document_id);
  const std::string heir(next.text(0));
  const std::string source(next.text(1));
  const std::string message(next.text(2));
  next.reset();
  if (auto done = drop_finding(source, message); !done) return done;
  if (auto done = writing_[kClearMessage].bind(1, heir).run(); !done) return done;
  if (auto done = writing_[kRenameDocument].bind(1, document_id).bind(2, source).run(); !done) return done;
  if (auto done = writing_[kRenameFindings].bind(1, document_id).bind(2, source).run(); !done) return done;
  return writing_[kHandOver].bind(1, document_id).bind(2, heir).run();
}

Status Store::put(const StoreInput& input, const Records& document) {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const auto before = known(input.path);
  if (!before) return before.error();
  if (auto done = drop_finding(before->source, before->message); !done) return done;
  if (auto done = writing_[kForgetInput].bind(1, input.path).run(); !done) return done;
  if (before->document_id != input.document_id) {
    if (auto done = release(before->document_id, input.path); !done) return done;
  }
  const bool has_document = document[TableId::documents].size() > 0;
  if (has_document) {
    if (auto done = drop_document(input.document_id); !done) return done;
  }
  if (auto done = tables_->insert(document); !done) return done;
  std::string_view message;
  if (has_document) {
    if (auto done = index_texts(document, input.document_id); !done) return done;
    Statement& source = writing_[kPutSource].bind(1, input.document_id).bind(2, input.path).bind(3, input.engine);
    if (auto done = source.bind(4, document.source_text).run(); !done) return done;
  } else if (const Table& findings = document[TableId::diagnostics]; findings.size() > 0) {
    message = findings.row(0)[col::diagnostics::message].text();
  }
  Statement& put = writing_[kPutInput].bind(1, input.path).bind(2, input.source).bind(3, input.document_id);
  if (auto done = put.bind(4, message).run(); !done) return done;
  return transaction->commit();
}

Result<bool> Store::adopt(const StoreInput& input) {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const auto there = has_document(input.document_id, input.engine);
  if (!there) return there.error();
  if (!*there) return false;
  const auto before = known(input.path);
  if (!before) return before.error();
  if (before->there && before->document_id == input.document_id) return true;
  if (auto done = drop_finding(before->source, before->message); !done) return done.error();
  if (auto done = writing_[kForgetInput].bind(1, input.path).run(); !done) return done.error();
  if (auto done = release(before->document_id, input.path); !done) return done.error();
  Statement& put = writing_[kPutInput].bind(1, input.path).bind(2, input.source).bind(3, input.document_id);
  if (auto done = put.bind(4, std::string_view()).run(); !done) return done.error();
  if (auto done = transaction->commit(); !done) return done.error();
  return true;
}

Status Store::index_texts(const Records& document, std::string_view document_id) {
  Statement& statement = writing_[kPutText];
  for (const Table& table : document.tables()) {
    const TableInfo& info = table.info();
    const auto measure = column_number(info, "measure_id");
    auto line = column_number(info, "line");
    if (!line) line = column_number(info, "line_start");
    for (std::size_t c = 0; c < info.columns.size(); ++c) {
      if (!is_searched(info, info.columns[c])) continue;
      for (std::size_t r = 0; r < table.size(); ++r) {
        const ConstRow row = table.row(r);
        if (row[c].text().empty()) continue;
        statement.bind(1, document_id).bind(2, info.name).bind(3, info.columns[c].name);
        statement.bind(4, measure ? row[*measure] : Cell()).bind(5, line ? row[*line] : Cell()).bind(6, row[c]);
        if (auto done = statement.run(); !done) return done;
      }
    }
  }
  return ok();
}

Result<bool> Store::update_search() {
  // A step is some seconds at most, because other processes wait for it.
  constexpr std::int64_t kStep = 20'000;
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const auto from = number(*database_, R"(SELECT "value" FROM "torikomi" WHERE "key" = 'indexed')");
  if (!from) return from.error();
  const auto last = number(*database_, R"(SELECT "seq" FROM "sqlite_sequence" WHERE "name" = 'texts')");
  if (!last) return last.error();
  if (*from >= *last) return false;
  const std::int64_t to = std::min(*from + kStep, *last);
  auto done = database_->execute(fmt::format(R"(
INSERT INTO "texts_index" (rowid, "text") SELECT "id", "text" FROM "texts" WHERE "id" > {} AND "id" <= {} ORDER BY "id";
UPDATE "torikomi" SET "value" = {} WHERE "key" = 'indexed';)",
                                             *from, to, to));
  if (!done) return done.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return to < *last;
}

Status Store::forget(std::span<const std::string> paths) {
  for (const std::string& path : paths) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    const auto before = known(path);
    if (!before) return before.error();
    if (auto done = drop_finding(before->source, before->message); !done) return done;
    if (auto done = writing_[kForgetInput].bind(1, path).run(); !done) return done;
    if (auto done = release(before->document_id, path); !done) return done;
    if (auto done = transaction->commit(); !done) return done;
  }
  return ok();
}

}  // namespace torikomi

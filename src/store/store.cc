#include "torikomi/store/store.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

/// What a store has beside the contract tables. `texts` is what search reads. Its trigram index is brought up to date
/// in one go (an index that follows every document costs seven times as much as the document itself) and holds rows up
/// to the id in `torikomi`.indexed only; ids are never used again. It names rows that may match, without positions.
constexpr std::string_view kStoreSchema = R"(
CREATE TABLE "inputs" ("source" TEXT PRIMARY KEY NOT NULL, "document_id" TEXT, "engine" TEXT NOT NULL);
CREATE INDEX "inputs_document_id" ON "inputs" ("document_id");
CREATE INDEX "diagnostics_source" ON "diagnostics" ("source");
CREATE TABLE "source_texts" ("document_id" TEXT PRIMARY KEY NOT NULL, "text" TEXT NOT NULL);
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

/// Statements of writing_, by number.
enum Writing : std::size_t {
  kKnownId,
  kUsers,
  kForgetSource,
  kPutInput,
  kDropFindings,
  kPutText,
  kDropTexts,
  kPutSource,
  kDropSource
};
constexpr std::string_view kWriting[] = {
    R"(SELECT "document_id" FROM "inputs" WHERE "source" = ?)",
    R"(SELECT count(*) FROM "inputs" WHERE "document_id" = ?)",
    R"(DELETE FROM "inputs" WHERE "source" = ?)",
    R"(INSERT INTO "inputs" VALUES (?, nullif(?, ''), ?))",
    R"(DELETE FROM "diagnostics" WHERE "source" = ?)",
    R"(INSERT INTO "texts" ("document_id", "table", "column", "measure_id", "line", "text") VALUES (?, ?, ?, ?, ?, ?))",
    R"(DELETE FROM "texts" WHERE "document_id" = ?)",
    R"(INSERT INTO "source_texts" VALUES (?, ?))",
    R"(DELETE FROM "source_texts" WHERE "document_id" = ?)",
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

Result<Store> Store::open(const std::string& path, Mode mode) {
  auto database = Database::open(path, path, mode == Mode::kRead ? Database::Mode::kRead : Database::Mode::kCreate);
  if (!database) return database.error();
  Store out(*std::move(database));
  if (mode == Mode::kWrite) {
    if (auto done = out.prepare_writing(); !done) return done.error();
  } else if (auto done = out.check_schema(); !done) {
    return done.error();
  }
  return out;
}

Status Store::check_schema() {
  const auto application = number(*database_, "PRAGMA application_id");
  if (!application) return application.error();
  const auto version = number(*database_, "PRAGMA user_version");
  if (!version) return version.error();
  const auto inputs = number(*database_, "SELECT count(*) FROM sqlite_master WHERE name = 'inputs'");
  if (!inputs) return inputs.error();
  if (*application != kApplicationId || *inputs == 0) return not_a_store(database_->shown());
  if (*version == kSchemaVersion) return ok();
  return Error{
      ErrorCode::kOutput,
      say("ストア「{}」の形式は版{}ですが、この torikomi が読めるのは版{}です。新しいストアに取り込み直してください。",
          "the store \"{}\" has schema version {}, but this torikomi knows version {}. Ingest into a new store.",
          database_->shown(), *version, kSchemaVersion)};
}

Status Store::prepare_writing() {
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
    if (auto done = database_->execute(schema_sql() + std::string(kStoreSchema)); !done) return done;
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

Result<bool> Store::is_current(const StoreInput& input) {
  auto statement = database_->prepare(
      R"(SELECT 1 FROM "inputs" i WHERE "source" = ? AND coalesce("document_id", '') = ? AND "engine" = ? AND
         EXISTS (SELECT 1 FROM "documents" d JOIN "inputs" o ON o."source" = d."source"
                 WHERE d."document_id" = i."document_id" AND o."document_id" = d."document_id"))");
  if (!statement) return statement.error();
  return statement->bind(1, input.source).bind(2, input.document_id).bind(3, input.engine).step();
}

Result<std::string> Store::known_id(std::string_view source) {
  Statement& statement = writing_[kKnownId].bind(1, source);
  const auto stepped = statement.step();
  if (!stepped) return stepped.error();
  std::string out(*stepped ? statement.text(0) : std::string_view());
  statement.reset();
  return out;
}

/// Removes the records of a document that no input has any more.
Status Store::drop_unused(std::string_view document_id) {
  Statement& users = writing_[kUsers].bind(1, document_id);
  const auto stepped = users.step();
  if (!stepped) return stepped.error();
  const bool used = users.integer(0) > 0;
  users.reset();
  if (used || document_id.empty()) return ok();
  if (auto done = tables_->remove(document_id); !done) return done;
  if (auto done = writing_[kDropTexts].bind(1, document_id).run(); !done) return done;
  return writing_[kDropSource].bind(1, document_id).run();
}

Status Store::put(const StoreInput& input, const Records& document) {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const auto before = known_id(input.source);
  if (!before) return before.error();
  if (auto done = writing_[kForgetSource].bind(1, input.source).run(); !done) return done;
  if (auto done = writing_[kDropFindings].bind(1, input.source).run(); !done) return done;
  if (auto done = drop_unused(*before); !done) return done;
  const bool has_document = document[TableId::documents].size() > 0;
  if (has_document) {
    if (auto done = tables_->remove(input.document_id); !done) return done;
    if (auto done = writing_[kDropTexts].bind(1, input.document_id).run(); !done) return done;
    if (auto done = writing_[kDropSource].bind(1, input.document_id).run(); !done) return done;
  }
  if (auto done = tables_->insert(document); !done) return done;
  if (has_document) {
    if (auto done = index_texts(document, input.document_id); !done) return done;
    if (!document.source_text.empty()) {
      auto done = writing_[kPutSource].bind(1, input.document_id).bind(2, document.source_text).run();
      if (!done) return done;
    }
  }
  auto done = writing_[kPutInput].bind(1, input.source).bind(2, input.document_id).bind(3, input.engine).run();
  if (!done) return done;
  return transaction->commit();
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

Status Store::update_search() {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  auto done = database_->execute(R"(
INSERT INTO "texts_index" (rowid, "text") SELECT "id", "text" FROM "texts"
  WHERE "id" > (SELECT CAST("value" AS INTEGER) FROM "torikomi" WHERE "key" = 'indexed') ORDER BY "id";
UPDATE "torikomi" SET "value" = (SELECT coalesce(max("seq"), 0) FROM "sqlite_sequence" WHERE "name" = 'texts')
  WHERE "key" = 'indexed';)");
  if (!done) return done;
  return transaction->commit();
}

Result<std::size_t> Store::prune(std::span<const std::string> present) {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  auto done = database_->execute(
      "CREATE TEMP TABLE IF NOT EXISTS \"present\" (\"source\" TEXT PRIMARY KEY); DELETE FROM \"present\"");
  if (!done) return done.error();
  auto insert = database_->prepare("INSERT OR IGNORE INTO \"present\" VALUES (?)");
  if (!insert) return insert.error();
  for (const std::string& source : present) {
    if (auto put = insert->bind(1, source).run(); !put) return put.error();
  }
  auto select =
      database_->prepare(R"(SELECT "source" FROM "inputs" WHERE "source" NOT IN (SELECT "source" FROM "present"))");
  if (!select) return select.error();
  std::vector<std::string> gone;
  while (true) {
    const auto stepped = select->step();
    if (!stepped) return stepped.error();
    if (!*stepped) break;
    gone.emplace_back(select->text(0));
  }
  for (const std::string& source : gone) {
    const auto id = known_id(source);
    if (!id) return id.error();
    if (auto step = writing_[kForgetSource].bind(1, source).run(); !step) return step.error();
    if (auto step = writing_[kDropFindings].bind(1, source).run(); !step) return step.error();
    if (auto step = drop_unused(*id); !step) return step.error();
  }
  if (auto step = transaction->commit(); !step) return step.error();
  return gone.size();
}

}  // namespace torikomi

// An SQLite database with the contract tables.
#include "torikomi/store/tables.h"
#include "write/foreign_file.h"
#include "write/formats.h"

namespace torikomi {
namespace {

/// One transaction for the whole file: it gets its name only when it is whole, so a crash leaves nothing in any case.
class SqliteWriter final : public Writer {
 public:
  explicit SqliteWriter(ForeignFile file) : file_(std::move(file)) {}

  Status start() {
    auto database = Database::open(file_.working_path(), file_.path(), Database::Mode::kWrite);
    if (!database) return database.error();
    database_ = *std::move(database);
    // Nobody else sees the file yet: no journal, no waiting for the disk until finish().
    if (auto done = database_->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN"); !done)
      return done;
    if (auto done = database_->execute(schema_sql()); !done) return done;
    auto tables = DocumentTables::prepare(*database_);
    if (!tables) return tables.error();
    tables_.emplace(*std::move(tables));
    return ok();
  }

  Status write(const Records& document) override { return tables_->insert(document); }

  Status finish() override {
    if (auto done = database_->execute("COMMIT"); !done) return done;
    tables_.reset();
    database_.reset();
    return file_.finish();
  }

 private:
  ForeignFile file_;
  std::unique_ptr<Database> database_;
  std::optional<DocumentTables> tables_;
};

}  // namespace

OpenedWriter open_sqlite(const std::string& target, const WriteOptions& options) {
  auto file = ForeignFile::open(target, options.force, files_of(options));
  if (!file) return file.error();
  auto writer = std::make_unique<SqliteWriter>(*std::move(file));
  if (auto done = writer->start(); !done) return done.error();
  return std::unique_ptr<Writer>(std::move(writer));
}

}  // namespace torikomi

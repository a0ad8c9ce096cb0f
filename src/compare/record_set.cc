#include "torikomi/compare/record_set.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "compare/sets.h"

namespace torikomi {
namespace {

namespace fs = std::filesystem;

/// What is read here is an input, whatever the database was opened for.
Error as_input(const Error& error) { return {ErrorCode::kInput, error.message}; }

Result<Records> as_input(Result<Records> records) {
  if (!records) return as_input(records.error());
  return records;
}

/// A database that convert wrote.
class DatabaseSet final : public RecordSet {
 public:
  static OpenedSet open(const std::string& path) {
    auto database = Database::open(path, path, Database::Mode::kRead);
    if (!database) return as_input(database.error());
    auto out = std::make_unique<DatabaseSet>(*std::move(database));
    if (auto done = out->list(); !done) return as_input(done.error());
    return OpenedSet(std::move(out));
  }
  explicit DatabaseSet(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  [[nodiscard]] const std::vector<DocumentFacts>& documents() const override { return documents_; }
  Result<Records> load(std::size_t i) override {
    return as_input(read_document(*database_, documents_[i].document_id));
  }

 private:
  Status list() {
    auto ids = database_->prepare(R"(SELECT "document_id" FROM "documents" ORDER BY rowid)");
    if (!ids) return ids.error();
    while (true) {
      const auto stepped = ids->step();
      if (!stepped) return stepped.error();
      if (!*stepped) return ok();
      const std::string id(ids->text(0));
      const auto records = read_document(*database_, id);
      if (!records) return records.error();
      documents_.push_back(facts_of(*records));
    }
  }

  std::unique_ptr<Database> database_;
  std::vector<DocumentFacts> documents_;
};

class StoreSet final : public RecordSet {
 public:
  explicit StoreSet(Store store) : store_(std::move(store)) {}

  Status list(const StoreFilter& filter) {
    const auto entries = store_.entries(filter);
    if (!entries) return entries.error();
    for (const StoreEntry& entry : *entries) {
      if (!entry.has_document) continue;
      const auto records = store_.get(entry.document_id);
      if (!records) return records.error();
      documents_.push_back(facts_of(*records));
    }
    return ok();
  }

  [[nodiscard]] const std::vector<DocumentFacts>& documents() const override { return documents_; }
  Result<Records> load(std::size_t i) override { return as_input(store_.get(documents_[i].document_id)); }

 private:
  Store store_;
  std::vector<DocumentFacts> documents_;
};

std::string first_bytes(const std::string& path) {
  std::array<char, 16> bytes{};
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

Error cannot_compare(const std::string& path, Message why) {
  return {ErrorCode::kInput, {fmt::format("「{}」: {}", path, why.ja), fmt::format("\"{}\": {}", path, why.en)}};
}

}  // namespace

DocumentFacts facts_of(const Records& document) {
  DocumentFacts out;
  if (const Table& table = document[TableId::documents]; table.size() > 0) {
    const ConstRow row = table.row(0);
    out.document_id = row[col::documents::document_id].text();
    out.source = row[col::documents::source].text();
    out.title = row[col::documents::title].text();
    const std::string_view code = row[col::documents::publisher_code].text();
    out.publisher = code.empty() ? row[col::documents::publisher].text() : code;
    out.fiscal_year = row[col::documents::fiscal_year].integer();
  }
  const Table& measures = document[TableId::measures];
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const std::string_view project = measures.row(i)[col::measures::project].text();
    if (!project.empty()) out.projects.emplace_back(project);
  }
  return out;
}

Result<std::unique_ptr<RecordSet>> record_set_of(Store store, const StoreFilter& filter) {
  auto out = std::make_unique<StoreSet>(std::move(store));
  if (auto done = out->list(filter); !done) return as_input(done.error());
  return std::unique_ptr<RecordSet>(std::move(out));
}

Result<std::unique_ptr<RecordSet>> open_record_set(const std::string& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return open_csv_set(path);
  if (!fs::exists(path, code))
    return cannot_compare(path, say("ありません。ストアか、convert の出力を指定してください",
                                    "is not there; name a store or an output of convert"));
  const std::string begin = first_bytes(path);
  if (begin.starts_with("SQLite format 3")) {
    auto store = Store::open(path, Store::Mode::kRead);
    if (store) return record_set_of(*std::move(store), {});
    return DatabaseSet::open(path);
  }
  if (begin.starts_with("PK"))
    return cannot_compare(path, say("表計算ファイルは比べられません。JSON、CSV、SQLite か、ストアを指定してください",
                                    "spreadsheets cannot be compared; name JSON, CSV, SQLite or a store"));
  return open_json_set(path);
}

}  // namespace torikomi

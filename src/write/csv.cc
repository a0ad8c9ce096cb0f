// A folder of CSV files, one a table for all documents of the run, with what describes them.
#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include "torikomi/core/sha256.h"
#include "write/csv_cp932.h"
#include "write/csv_text.h"
#include "write/csvw.h"
#include "write/datapackage.h"
#include "write/formats.h"

namespace torikomi {
namespace {

class CsvWriter final : public Writer {
 public:
  CsvWriter(OutputFolder folder, const WriteOptions& options)
      : folder_(std::move(folder)), options_(options), states_(all_tables().size()) {}

  Status write_headers() {
    for (const TableInfo& table : all_tables()) {
      std::vector<std::string_view> names;
      for (const ColumnInfo& column : table.columns) names.push_back(csv_heading(column, options_));
      text_ = has_mark() ? kByteOrderMark : std::string_view();
      append_csv_header(text_, names, options_.profile);
      if (is_cp932()) cp932_.append(encoded_, std::exchange(text_, {}));
      if (auto done = append(table.id); !done) return done;
    }
    return ok();
  }

  Status write(const Records& document) override {
    const Table& documents = document[TableId::documents];
    const std::string_view source =
        documents.size() == 0 ? std::string_view() : documents.row(0)[col::documents::source].text();
    for (const Table& table : document.tables()) {
      text_.clear();
      for (std::size_t i = 0; i < table.size(); ++i) {
        append_csv_row(text_, table.row(i), options_.profile);
        if (!is_cp932()) continue;
        cp932_.append(encoded_, text_, table.info(), table.row(i), source);
        text_.clear();
      }
      if (auto done = append(table.info().id); !done) return done;
    }
    return ok();
  }

  Status finish() override {
    if (auto missing = cp932_.error()) return *std::move(missing);
    std::vector<CsvResource> resources;
    for (const TableInfo& table : all_tables()) {
      const State& state = states_[static_cast<std::size_t>(table.id)];
      resources.push_back({&table, std::string(table.name) + ".csv", state.bytes, state.hash.hex()});
    }
    std::size_t next = states_.size();
    if (options_.csvw) {
      if (auto done = folder_.file(next++).append(csvw_metadata(options_)); !done) return done;
    }
    if (auto done = folder_.file(next).append(datapackage(resources, options_)); !done) return done;
    return folder_.finish();
  }

 private:
  struct State {
    Sha256 hash;
    std::uint64_t bytes = 0;
  };

  [[nodiscard]] bool is_cp932() const { return options_.encoding == CsvEncoding::kCp932; }
  [[nodiscard]] bool has_mark() const { return options_.profile == CsvProfile::kExcel && !is_cp932(); }

  /// Appends text_ (or what became of it in CP932) to the file of the table.
  Status append(TableId table) {
    const auto number = static_cast<std::size_t>(table);
    if (is_cp932()) text_ = std::exchange(encoded_, {});
    states_[number].hash.update(text_);
    states_[number].bytes += text_.size();
    return folder_.file(number).append(text_);
  }

  OutputFolder folder_;
  WriteOptions options_;
  std::vector<State> states_;  // index = TableId
  std::string text_;
  std::string encoded_;
  Cp932Encoder cp932_;
};

}  // namespace

OpenedWriter open_csv(const std::string& target, const WriteOptions& options) {
  if (options.preset == Preset::kEvents) return open_event_list(target, options);
  if (target == "-") {
    return Error{
        ErrorCode::kUsage,
        say("CSVは表ごとに1ファイルになるため、標準出力には書けません。-o フォルダ名 で書き出し先を指定してください。",
            "CSV has one file for each table, so it cannot go to standard output. Name a folder with -o.")};
  }
  std::vector<std::string> names;
  for (const TableInfo& table : all_tables()) names.push_back(std::string(table.name) + ".csv");
  if (options.csvw) names.emplace_back(kCsvwFile);
  names.emplace_back("datapackage.json");
  auto folder = OutputFolder::open(target, names, options.force, files_of(options));
  if (!folder) return folder.error();
  auto writer = std::make_unique<CsvWriter>(*std::move(folder), options);
  if (auto done = writer->write_headers(); !done) return done.error();
  return std::unique_ptr<Writer>(std::move(writer));
}

}  // namespace torikomi

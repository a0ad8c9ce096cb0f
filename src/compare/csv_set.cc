// Folders of CSV files.
#include <charconv>
#include <filesystem>
#include <map>

#include "compare/sets.h"
#include "torikomi/batch/read_file.h"
#include "torikomi/record/formula_guard.h"
#include "torikomi/text/decode.h"

namespace torikomi {
namespace {

using Fields = std::vector<std::string>;

constexpr std::uint64_t kLongestFile = kMaxTextBytes;

/// RFC 4180 with LF or CR LF. Nothing where a quote or the last line has no end.
std::optional<std::vector<Fields>> parse_csv(std::string_view text) {
  std::vector<Fields> out;
  Fields fields;
  std::string field;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        field += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"' && field.empty()) {
      quoted = true;
    } else if (text.substr(at, 2) == "\r\n") {
      continue;  // the LF ends the line
    } else if (c == ',' || c == '\n') {
      fields.push_back(std::move(field));
      field.clear();
      if (c == '\n') out.push_back(std::exchange(fields, {}));
    } else {
      field += c;
    }
  }
  if (quoted || !fields.empty() || !field.empty()) return std::nullopt;
  return out;
}

/// The excel profile alone ends its lines with CR LF.
bool is_of_excel(std::string_view csv) {
  const std::size_t end = csv.find('\n');
  return end != csv.npos && end > 0 && csv[end - 1] == '\r';
}

/// `guarded`: a ' stands before what a spreadsheet would run.
Cell cell_of(const std::string& field, ColumnType type, bool guarded, Records& records) {
  if (field.empty()) return {};
  if (type == ColumnType::boolean) return field == "true";
  if (type == ColumnType::integer || type == ColumnType::decimal) {
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), whole);
    if (error == std::errc() && end == field.data() + field.size()) return whole;
    if (const auto decimal = Decimal::parse(field)) return *decimal;
  }
  return records.keep(guarded ? without_guard(field) : field);
}

class CsvSet final : public RecordSet {
 public:
  explicit CsvSet(std::string folder) : folder_(std::move(folder)) {}

  Status list() {
    for (const TableInfo& table : all_tables())
      if (auto done = read_table(table); !done) return done;
    const Table& documents = records_[TableId::documents];
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const auto records = load(documents.row(i)[0].text());
      documents_.push_back(facts_of(records));
    }
    return ok();
  }

  [[nodiscard]] const std::vector<DocumentFacts>& documents() const override { return documents_; }
  Result<Records> load(std::size_t i) override { return load(documents_[i].document_id); }

 private:
  Error bad(const std::string& file, Message why) const {
    return {ErrorCode::kInput,
            {fmt::format("「{}/{}」: {}", folder_, file, why.ja), fmt::format("\"{}/{}\": {}", folder_, file, why.en)}};
  }

  Status read_table(const TableInfo& info) {
    const std::string file = fmt::format("{}.csv", info.name);
    auto bytes = read_file(folder_ + "/" + file, kLongestFile);
    if (!bytes) return bytes.error();
    auto text = decode(*std::move(bytes), file);
    if (!text) return text.error();
    const auto rows = parse_csv(text->text);
    if (!rows || rows->empty()) return bad(file, say("CSV として読めません", "is no CSV"));
    for (std::size_t i = 0; i < info.columns.size(); ++i) {
      const auto& header = rows->front();
      if (header.size() != info.columns.size() ||
          (header[i] != info.columns[i].name && header[i] != info.columns[i].title.ja))
        return bad(file,
                   say("この版の torikomi の列ではありません", "has not the columns of this version of torikomi"));
    }
    const bool guarded = is_of_excel(text->text);
    Table& table = records_[info.id];
    for (std::size_t r = 1; r < rows->size(); ++r) {
      const Fields& fields = (*rows)[r];
      if (fields.size() != info.columns.size())
        return bad(file, say("{} 行目の列の数が違います", "line {} has another number of columns", r + 1));
      const Row row = table.add();
      for (std::size_t i = 0; i < fields.size(); ++i)
        row[i] = cell_of(fields[i], info.columns[i].type, guarded, records_);
      rows_[std::string(row[0].text())][static_cast<std::size_t>(info.id)].push_back(table.size() - 1);
    }
    return ok();
  }

  Records load(std::string_view document_id) const {
    Records out;
    const auto found = rows_.find(document_id);
    if (found == rows_.end()) return out;
    for (const TableInfo& info : all_tables()) {
      const auto numbers = found->second.find(static_cast<std::size_t>(info.id));
      if (numbers == found->second.end()) continue;
      for (const std::size_t number : numbers->second) {
        const ConstRow from = records_[info.id].row(number);
        const Row to = out[info.id].add();
        for (std::size_t i = 0; i < from.size(); ++i)
          to[i] = from[i].text().empty() ? from[i] : Cell(out.keep(from[i].text()));
      }
    }
    return out;
  }

  std::string folder_;
  Records records_;                                                                           // of all documents
  std::map<std::string, std::map<std::size_t, std::vector<std::size_t>>, std::less<>> rows_;  // by id, then TableId
  std::vector<DocumentFacts> documents_;
};

}  // namespace

OpenedSet open_csv_set(const std::string& folder) {
  auto out = std::make_unique<CsvSet>(folder);
  if (auto done = out->list(); !done) return done.error();
  return OpenedSet(std::move(out));
}

}  // namespace torikomi

// Rows of the contract tables back from a database.
#include <fmt/format.h>

#include <charconv>

#include "torikomi/store/tables.h"

namespace torikomi {
namespace {

/// Reads {"column":[begin,end],…} as the store wrote it, in the order of the columns.
class SpansReader {
 public:
  explicit SpansReader(std::string_view json) : rest_(json) {}

  /// The span of `column` where it comes next.
  std::optional<Span> take(std::string_view column) {
    std::string_view at = rest_;
    if (!skip(at, at.starts_with('{') ? "{\"" : ",\"") || !skip(at, column) || !skip(at, "\":[")) return std::nullopt;
    Span span;
    if (!number(at, span.begin) || !skip(at, ",") || !number(at, span.end) || !skip(at, "]")) return std::nullopt;
    rest_ = at;
    return span;
  }

 private:
  static bool skip(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
  }
  static bool number(std::string_view& text, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return error == std::errc();
  }
  std::string_view rest_;
};

Cell cell_of(const Statement& statement, int column, ColumnType type, Records& out) {
  if (statement.is_null(column)) return {};
  switch (type) {
    case ColumnType::boolean:
      return statement.integer(column) != 0;
    case ColumnType::integer:
      return statement.integer(column);
    case ColumnType::decimal:
      return statement.decimal(column);
    default:
      return out.keep(statement.text(column));
  }
}

/// Adds the rows of one document to a table.
Status read_rows(Database& database, std::string_view document_id, Table& table, Records& out) {
  const TableInfo& info = table.info();
  auto statement =
      database.prepare(fmt::format("SELECT * FROM \"{}\" WHERE \"document_id\" = ? ORDER BY rowid", info.name));
  if (!statement) return statement.error();
  statement->bind(1, document_id);
  while (true) {
    const auto stepped = statement->step();
    if (!stepped) return stepped.error();
    if (!*stepped) return ok();
    const Row row = table.add();
    SpansReader spans(statement->text(static_cast<int>(info.columns.size())));
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = cell_of(*statement, static_cast<int>(i), info.columns[i].type, out);
      if (const auto span = spans.take(info.columns[i].name)) row[i] = row[i].at(*span);
    }
  }
}

}  // namespace

Result<Records> read_document(Database& database, std::string_view document_id) {
  Records out;
  for (const TableInfo& info : all_tables()) {
    if (auto done = read_rows(database, document_id, out[info.id], out); !done) return done.error();
  }
  auto unclaimed = database.prepare(
      R"(SELECT "line", "span_begin", "span_end" FROM "unclaimed" WHERE "document_id" = ? ORDER BY rowid)");
  if (!unclaimed) return unclaimed.error();
  unclaimed->bind(1, document_id);
  while (true) {
    const auto stepped = unclaimed->step();
    if (!stepped) return stepped.error();
    if (!*stepped) break;
    const auto value = [&](int column) { return static_cast<std::uint32_t>(unclaimed->integer(column)); };
    out.unclaimed.push_back({value(0), {value(1), value(2)}});
  }
  return out;
}

}  // namespace torikomi

#include "torikomi/store/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "torikomi/record/dictionary.h"

namespace torikomi {
namespace {

/// Dates stay TEXT: a column type with DATE in its name would turn the year 2017 into a number.
std::string_view sql_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "INTEGER";
    case ColumnType::boolean:
      return "INTEGER";
    case ColumnType::decimal:
      return "NUMERIC";
    default:
      return "TEXT";
  }
}

std::string create_table(const TableInfo& table) {
  std::string out = fmt::format("CREATE TABLE \"{}\" (", table.name);
  const auto key = primary_key(table);
  const auto foreign = foreign_keys(table);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnInfo& column = table.columns[i];
    fmt::format_to(std::back_inserter(out), "{}\n  \"{}\" {}", i == 0 ? "" : ",", column.name, sql_type(column.type));
    if (key == i) out += " PRIMARY KEY NOT NULL";
    if (column.type == ColumnType::boolean)
      fmt::format_to(std::back_inserter(out), " CHECK (\"{}\" IN (0, 1))", column.name);
    const auto to = std::find_if(foreign.begin(), foreign.end(), [&](const ForeignKey& k) { return k.column == i; });
    if (to == foreign.end()) continue;
    fmt::format_to(std::back_inserter(out), " REFERENCES \"{}\" (\"{}\") DEFERRABLE INITIALLY DEFERRED",
                   to->table->name, to->table->columns[to->key].name);
  }
  out += ",\n  \"spans\" TEXT\n);\n";
  for (const ForeignKey& k : foreign) {
    const std::string_view column = table.columns[k.column].name;
    fmt::format_to(std::back_inserter(out), "CREATE INDEX \"{0}_{1}\" ON \"{0}\" (\"{1}\");\n", table.name, column);
  }
  return out;
}

std::string insert_sql(const TableInfo& table) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) marks += "?, ";
  return fmt::format("INSERT INTO \"{}\" VALUES ({}?)", table.name, marks);
}

/// {"column":[begin,end],…} as in JSON.
void spans_json(std::string& out, const TableInfo& table, ConstRow row) {
  out = "{";
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto span = row[i].span();
    if (!span) continue;
    fmt::format_to(std::back_inserter(out), "{}\"{}\":[{},{}]", out.size() > 1 ? "," : "", table.columns[i].name,
                   span->begin, span->end);
  }
  out += '}';
}

}  // namespace

std::string schema_sql() {
  std::string out =
      fmt::format("PRAGMA application_id = {};\nPRAGMA user_version = {};\n", kApplicationId, kSchemaVersion);
  for (const TableInfo& table : all_tables()) out += create_table(table);
  out +=
      "CREATE TABLE \"unclaimed\" (\n  \"document_id\" TEXT REFERENCES \"documents\" (\"document_id\") DEFERRABLE "
      "INITIALLY DEFERRED,\n  \"line\" INTEGER,\n  \"span_begin\" INTEGER,\n  \"span_end\" INTEGER\n);\n"
      "CREATE INDEX \"unclaimed_document_id\" ON \"unclaimed\" (\"document_id\");\n"
      "CREATE TABLE \"torikomi\" (\"key\" TEXT PRIMARY KEY NOT NULL, \"value\" TEXT);\n";
  out +=
      fmt::format("INSERT INTO \"torikomi\" VALUES ('schema_version', '{}'), ('contract', '1'), ('version', '{}');\n",
                  kSchemaVersion, TORIKOMI_VERSION);
  return out;
}

Result<DocumentTables> DocumentTables::prepare(Database& database) {
  DocumentTables out;
  const auto add = [&](std::vector<Statement>& to, const std::string& sql) -> Status {
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    to.push_back(*std::move(statement));
    return ok();
  };
  std::vector<std::string_view> names;
  for (const TableInfo& table : all_tables()) {
    if (auto done = add(out.insert_, insert_sql(table)); !done) return done.error();
    names.push_back(table.name);
  }
  if (auto done = add(out.insert_, "INSERT INTO \"unclaimed\" VALUES (?, ?, ?, ?)"); !done) return done.error();
  names.emplace_back("unclaimed");
  for (const std::string_view name : names) {
    if (auto done = add(out.remove_, fmt::format("DELETE FROM \"{}\" WHERE \"document_id\" = ?", name)); !done) {
      return done.error();
    }
  }
  return out;
}

Status DocumentTables::insert(const Records& document) {
  for (const Table& table : document.tables()) {
    Statement& statement = insert_[static_cast<std::size_t>(table.info().id)];
    for (std::size_t r = 0; r < table.size(); ++r) {
      const ConstRow row = table.row(r);
      int parameter = 0;
      for (const Cell& cell : row) statement.bind(++parameter, cell);
      spans_json(spans_, table.info(), row);
      if (auto done = statement.bind(++parameter, spans_).run(); !done) return done;
    }
  }
  const Table& documents = document[TableId::documents];
  const Cell id = documents.size() == 0 ? Cell() : documents.row(0)[col::documents::document_id];
  for (const Unclaimed& stretch : document.unclaimed) {
    insert_.back().bind(1, id).bind(2, std::int64_t{stretch.line});
    insert_.back().bind(3, std::int64_t{stretch.span.begin}).bind(4, std::int64_t{stretch.span.end});
    if (auto done = insert_.back().run(); !done) return done;
  }
  return ok();
}

Status DocumentTables::remove(std::string_view document_id) {
  for (Statement& statement : remove_) {
    if (auto done = statement.bind(1, document_id).run(); !done) return done;
  }
  return ok();
}

}  // namespace torikomi

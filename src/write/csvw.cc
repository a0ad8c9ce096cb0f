#include "write/csvw.h"

#include <fmt/format.h>

#include "torikomi/record/dictionary.h"
#include "write/json_members.h"

namespace torikomi {
namespace {

using Json = PrettyJson;

/// Names of XML Schema datatypes as CSVW abbreviates them.
std::string_view datatype(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "integer";
    case ColumnType::decimal:
      return "decimal";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::date:
      return "date";
    default:
      return "string";
  }
}

void write_column(Json& json, const TableInfo& table, const ColumnInfo& column, const WriteOptions& options) {
  json.StartObject();
  write_member(json, "name", column.name);
  write_text(json, "titles");
  write_text(json, csv_heading(column, options));
  write_member(json, "dc:title", column.title.in(options.language));
  write_member(json, "dc:description", describe(table.id, column.name).in(options.language));
  write_text(json, "datatype");
  if (column.type == ColumnType::code) {
    json.StartObject();
    write_member(json, "base", "string");
    write_member(json, "format", "^[0-9]{6}$");
    json.EndObject();
  } else {
    write_text(json, datatype(column.type));
  }
  if (column.name == "findings") write_member(json, "separator", ";");
  write_text(json, "null");
  write_text(json, "");
  json.EndObject();
}

void write_keys(Json& json, const TableInfo& table) {
  if (const auto key = primary_key(table)) write_member(json, "primaryKey", table.columns[*key].name);
  const auto foreign = foreign_keys(table);
  if (foreign.empty()) return;
  write_text(json, "foreignKeys");
  json.StartArray();
  for (const ForeignKey& key : foreign) {
    json.StartObject();
    write_member(json, "columnReference", table.columns[key.column].name);
    write_text(json, "reference");
    json.StartObject();
    write_member(json, "resource", fmt::format("{}.csv", key.table->name));
    write_member(json, "columnReference", key.table->columns[key.key].name);
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
}

void write_dialect(Json& json, const WriteOptions& options) {
  write_text(json, "dialect");
  json.StartObject();
  write_member(json, "encoding", options.encoding == CsvEncoding::kCp932 ? "windows-31j" : "utf-8");
  write_text(json, "lineTerminators");
  write_text(json, options.profile == CsvProfile::kExcel ? "\r\n" : "\n");
  write_text(json, "header");
  json.Bool(true);
  json.EndObject();
}

}  // namespace

std::string csvw_metadata(const WriteOptions& options) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  write_text(json, "@context");
  json.StartArray();
  write_text(json, "http://www.w3.org/ns/csvw");
  json.StartObject();
  write_member(json, "@language", options.language == Language::kJa ? "ja" : "en");
  json.EndObject();
  json.EndArray();
  write_dialect(json, options);
  write_text(json, "tables");
  json.StartArray();
  for (const TableInfo& table : all_tables()) {
    json.StartObject();
    write_member(json, "url", fmt::format("{}.csv", table.name));
    write_member(json, "dc:title", table.title.in(options.language));
    write_member(json, "dc:description", describe(table.id).in(options.language));
    write_text(json, "tableSchema");
    json.StartObject();
    write_text(json, "columns");
    json.StartArray();
    for (const ColumnInfo& column : table.columns) write_column(json, table, column, options);
    json.EndArray();
    write_keys(json, table);
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace torikomi

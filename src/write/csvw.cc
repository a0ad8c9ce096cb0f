#include "write/csvw.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "torikomi/record/dictionary.h"

namespace torikomi {
namespace {

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void text(Json& json, std::string_view value) {
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}
void member(Json& json, std::string_view key, std::string_view value) {
  text(json, key);
  text(json, value);
}

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
  member(json, "name", column.name);
  text(json, "titles");
  text(json, csv_heading(column, options));
  member(json, "dc:title", column.title.in(options.language));
  member(json, "dc:description", describe(table.id, column.name).in(options.language));
  text(json, "datatype");
  if (column.type == ColumnType::code) {
    json.StartObject();
    member(json, "base", "string");
    member(json, "format", "^[0-9]{6}$");
    json.EndObject();
  } else {
    text(json, datatype(column.type));
  }
  if (column.name == "findings") member(json, "separator", ";");
  text(json, "null");
  text(json, "");
  json.EndObject();
}

void write_keys(Json& json, const TableInfo& table) {
  if (const auto key = primary_key(table)) member(json, "primaryKey", table.columns[*key].name);
  const auto foreign = foreign_keys(table);
  if (foreign.empty()) return;
  text(json, "foreignKeys");
  json.StartArray();
  for (const ForeignKey& key : foreign) {
    json.StartObject();
    member(json, "columnReference", table.columns[key.column].name);
    text(json, "reference");
    json.StartObject();
    member(json, "resource", fmt::format("{}.csv", key.table->name));
    member(json, "columnReference", key.table->columns[key.key].name);
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
}

void write_dialect(Json& json, const WriteOptions& options) {
  text(json, "dialect");
  json.StartObject();
  member(json, "encoding", options.encoding == CsvEncoding::kCp932 ? "windows-31j" : "utf-8");
  text(json, "lineTerminators");
  text(json, options.profile == CsvProfile::kExcel ? "\r\n" : "\n");
  text(json, "header");
  json.Bool(true);
  json.EndObject();
}

}  // namespace

std::string csvw_metadata(const WriteOptions& options) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  text(json, "@context");
  json.StartArray();
  text(json, "http://www.w3.org/ns/csvw");
  json.StartObject();
  member(json, "@language", options.language == Language::kJa ? "ja" : "en");
  json.EndObject();
  json.EndArray();
  write_dialect(json, options);
  text(json, "tables");
  json.StartArray();
  for (const TableInfo& table : all_tables()) {
    json.StartObject();
    member(json, "url", fmt::format("{}.csv", table.name));
    member(json, "dc:title", table.title.in(options.language));
    member(json, "dc:description", describe(table.id).in(options.language));
    text(json, "tableSchema");
    json.StartObject();
    text(json, "columns");
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

#include "write/datapackage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "torikomi/record/dictionary.h"
#include "write/json_members.h"

namespace torikomi {
namespace {

using Json = PrettyJson;

/// Exact decimals are `number`; times and EDTF have no type of their own that allows what the contract allows.
std::string_view field_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "integer";
    case ColumnType::decimal:
      return "number";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::date:
      return "date";
    default:
      return "string";
  }
}

std::string_view pattern(ColumnType type) {
  if (type == ColumnType::code) return "^[0-9]{6}$";
  if (type == ColumnType::time) return "^[0-9]{1,2}:[0-9]{2}$";
  return {};
}

void write_categories(Json& json, std::span<const Term> vocabulary, const WriteOptions& options) {
  write_text(json, "categories");
  json.StartArray();
  for (const Term& term : vocabulary) {
    const bool guarded = options.profile == CsvProfile::kExcel && term.value.starts_with('=');
    json.StartObject();
    write_member(json, "value", guarded ? fmt::format("'{}", term.value) : std::string(term.value));
    write_member(json, "label", term.meaning.in(options.language));
    json.EndObject();
  }
  json.EndArray();
}

void write_field(Json& json, const TableInfo& table, std::size_t i, const WriteOptions& options) {
  const ColumnInfo& column = table.columns[i];
  json.StartObject();
  write_member(json, "name", csv_heading(column, options));
  write_member(json, "type", field_type(column.type));
  write_member(json, "title", column.title.in(options.language));
  write_member(json, "description", describe(table.id, column.name).in(options.language));
  if (const auto vocabulary = terms(table.id, column.name); !vocabulary.empty()) {
    write_categories(json, vocabulary, options);
  }
  const bool required = primary_key(table) == i;
  const std::string_view form = pattern(column.type);
  if (required || !form.empty()) {
    write_text(json, "constraints");
    json.StartObject();
    if (required) {
      write_text(json, "required");
      json.Bool(true);
      write_text(json, "unique");
      json.Bool(true);
    }
    if (!form.empty()) write_member(json, "pattern", form);
    json.EndObject();
  }
  json.EndObject();
}

void write_list(Json& json, std::string_view key, std::string_view only) {
  write_text(json, key);
  json.StartArray();
  write_text(json, only);
  json.EndArray();
}

void write_keys(Json& json, const TableInfo& table, const WriteOptions& options) {
  if (const auto key = primary_key(table)) write_list(json, "primaryKey", csv_heading(table.columns[*key], options));
  const auto foreign = foreign_keys(table);
  if (foreign.empty()) return;
  write_text(json, "foreignKeys");
  json.StartArray();
  for (const ForeignKey& key : foreign) {
    json.StartObject();
    write_list(json, "fields", csv_heading(table.columns[key.column], options));
    write_text(json, "reference");
    json.StartObject();
    write_member(json, "resource", key.table->name);
    write_list(json, "fields", csv_heading(key.table->columns[key.key], options));
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
}

void write_schema(Json& json, const TableInfo& table, const WriteOptions& options) {
  write_text(json, "schema");
  json.StartObject();
  write_member(json, "$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
  write_text(json, "fields");
  json.StartArray();
  for (std::size_t i = 0; i < table.columns.size(); ++i) write_field(json, table, i, options);
  json.EndArray();
  write_list(json, "missingValues", "");
  write_keys(json, table, options);
  json.EndObject();
}

void write_dialect(Json& json, const WriteOptions& options) {
  write_text(json, "dialect");
  json.StartObject();
  write_member(json, "$schema", "https://datapackage.org/profiles/2.0/tabledialect.json");
  write_text(json, "header");
  json.Bool(true);
  write_member(json, "delimiter", ",");
  write_member(json, "lineTerminator", options.profile == CsvProfile::kExcel ? "\r\n" : "\n");
  write_member(json, "quoteChar", "\"");
  write_text(json, "doubleQuote");
  json.Bool(true);
  json.EndObject();
}

void write_resource(Json& json, const CsvResource& resource, const WriteOptions& options) {
  json.StartObject();
  write_member(json, "$schema", "https://datapackage.org/profiles/2.0/dataresource.json");
  write_member(json, "name", resource.table->name);
  write_member(json, "path", resource.file);
  write_member(json, "type", "table");
  write_member(json, "title", resource.table->title.in(options.language));
  write_member(json, "description", describe(resource.table->id).in(options.language));
  write_member(json, "format", "csv");
  write_member(json, "mediatype", "text/csv");
  write_member(json, "encoding", options.encoding == CsvEncoding::kCp932 ? "windows-31j" : "utf-8");
  write_text(json, "bytes");
  json.Uint64(resource.bytes);
  write_member(json, "hash", "sha256:" + resource.sha256);
  write_dialect(json, options);
  write_schema(json, *resource.table, options);
  json.EndObject();
}

/// Words of the document as they are printed: they may hold several values, units and era years.
bool is_verbatim(std::string_view column) {
  constexpr std::array<std::string_view, 7> kNames = {"raw",    "excerpt", "title",  "heading",
                                                      "header", "label",   "section"};
  return column.ends_with("_raw") || std::find(kNames.begin(), kNames.end(), column) != kNames.end();
}

/// The columns that rules of machine readability (one value a cell, no units among numbers) do not speak of.
void write_exempt_columns(Json& json, std::span<const CsvResource> resources, const WriteOptions& options) {
  for (const bool verbatim : {true, false}) {
    write_text(json, verbatim ? "verbatim_columns" : "narrative_columns");
    json.StartArray();
    for (const CsvResource& resource : resources)
      for (const ColumnInfo& column : resource.table->columns) {
        const bool narrative = column.type == ColumnType::narrative || column.name == "message";
        if (verbatim ? is_verbatim(column.name) && !narrative : narrative)
          write_text(json, fmt::format("{}.{}", resource.table->name, csv_heading(column, options)));
      }
    json.EndArray();
  }
}

Text2 explanation(CsvProfile profile) {
  if (profile == CsvProfile::kExcel) {
    return {
        "表計算ソフト用のCSV（BOM付き、CRLF）。= + - @ などで始まる文字列のセルには、数式として実行されないよう先頭に "
        "' を付けてある。"
        "セル内の改行は「 / 」に置き換えてある。",
        "CSV for spreadsheets (BOM, CRLF). Text that begins with = + - @ and the like has a leading ' so that it does "
        "not run "
        "as a formula. Line breaks inside a cell are written as \" / \"."};
  }
  return {
      "データ処理用のCSV（BOMなし、LF）。値は変えていないが、セル内の改行だけは「 / "
      "」に置き換えてある。空のセルは不明を表す。",
      "CSV for programs (no BOM, LF). Values are exact, but line breaks inside a cell are written as \" / \". "
      "An empty cell means unknown."};
}

}  // namespace

std::string_view csv_heading(const ColumnInfo& column, const WriteOptions& options) {
  return options.header == HeaderStyle::kJapanese ? column.title.ja : column.name;
}

std::string datapackage(std::span<const CsvResource> resources, const WriteOptions& options) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  write_member(json, "$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
  write_member(json, "name", "torikomi");
  write_member(json, "title",
               Text2{"行政報告書から取り込んだ表", "Tables taken in from administrative reports"}.in(options.language));
  write_member(json, "description", explanation(options.profile).in(options.language));
  write_text(json, "resources");
  json.StartArray();
  for (const CsvResource& resource : resources) write_resource(json, resource, options);
  json.EndArray();
  write_text(json, "torikomi");  // a property of our own: which program and which contract wrote this
  json.StartObject();
  write_member(json, "version", TORIKOMI_VERSION);
  write_text(json, "contract");
  json.Int(1);
  write_member(json, "profile", options.profile == CsvProfile::kExcel ? "excel" : "data");
  write_exempt_columns(json, resources, options);
  json.EndObject();
  json.EndObject();
  std::string out(buffer.GetString(), buffer.GetSize());
  out += '\n';
  return out;
}

}  // namespace torikomi

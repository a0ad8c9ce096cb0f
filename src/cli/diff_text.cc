#include "diff_text.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <utility>

#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi::cli {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::size_t kLongestName = 40;   // characters of a text that names a record
constexpr std::size_t kLongestValue = 60;  // of a value that differs

/// The begin of a text, on one line.
std::string brief(std::string_view text, std::size_t characters) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < characters; ++n) {
    const std::size_t size = utf8::decode(text, at).size;
    if (size == 1 && static_cast<unsigned char>(text[at]) < 0x20) {
      out += ' ';
    } else {
      out += text.substr(at, size);
    }
    at += size;
  }
  return at < text.size() ? out + "…" : out;
}

std::string brief(const Cell& cell, std::size_t characters) {
  std::string text;
  cell.append_to(text);
  return brief(std::string_view(text), characters);
}

/// Two values from a little before the place on where they begin to differ.
std::pair<std::string, std::string> apart(const Cell& before, const Cell& after) {
  constexpr std::size_t kSame = 12;  // characters shown of what is the same
  std::string a;
  std::string b;
  before.append_to(a);
  after.append_to(b);
  std::vector<std::size_t> starts;  // of the characters that are the same
  for (std::size_t at = 0; at < a.size() && at < b.size();) {
    const std::size_t size = utf8::decode(a, at).size;
    if (a.compare(at, size, b, at, size) != 0) break;
    starts.push_back(at);
    at += size;
  }
  const bool cut = starts.size() > 2 * kSame;
  const std::size_t from = cut ? starts[starts.size() - kSame] : 0;
  const std::string dots = cut ? "…" : "";
  return {dots + brief(std::string_view(a).substr(from), kLongestValue),
          dots + brief(std::string_view(b).substr(from), kLongestValue)};
}

/// Columns that tell people which record is meant.
constexpr std::string_view kTelling[] = {"measure",  "project",  "section",   "label",   "name",      "status",
                                         "activity", "date_raw", "indicator", "role",    "as_of_raw", "item",
                                         "title",    "header",   "number",    "heading", "rule",      "excerpt"};

std::string name_of(const TableInfo& table, ConstRow row) {
  std::string out;
  std::string last_resort;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view column = table.columns[i].name;
    if (row[i].empty()) continue;
    const bool tells = std::find(std::begin(kTelling), std::end(kTelling), column) != std::end(kTelling);
    if (tells) out += (out.empty() ? "" : " / ") + brief(row[i], kLongestName);
    if (last_resort.empty() && (column == "text" || column == "raw" || column == "content"))
      last_resort = brief(row[i], kLongestName);
  }
  return out.empty() ? last_resort : out;
}

std::string place_of(const DocumentFacts& document, const TableInfo& table, ConstRow row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view name = table.columns[i].name;
    if ((name == "line" || name == "line_start") && row[i].integer())
      return fmt::format("{}:{}", document.source, *row[i].integer());
  }
  return document.source;
}

void write_row(Json& json, const TableInfo& table, ConstRow row) {
  json.StartObject();
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view name = table.columns[i].name;
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    const auto& scalar = row[i].scalar();
    if (const auto* text = std::get_if<std::string_view>(&scalar)) {
      json.String(text->data(), static_cast<rapidjson::SizeType>(text->size()));
    } else if (const auto* truth = std::get_if<bool>(&scalar)) {
      json.Bool(*truth);
    } else if (row[i].empty()) {
      json.Null();
    } else {
      std::string digits;
      row[i].append_to(digits);
      json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
  }
  json.EndObject();
}

void write_document(Json& json, const char* key, const DocumentFacts* document) {
  json.Key(key);
  if (document == nullptr) {
    json.Null();
    return;
  }
  json.StartObject();
  json.Key("document_id");
  json.String(document->document_id.c_str());
  json.Key("source");
  json.String(document->source.c_str());
  json.EndObject();
}

}  // namespace

std::string difference_text(const Difference& difference, Language language) {
  const TableInfo& table = *difference.table;
  const std::string_view title = language == Language::kJa ? table.title.ja : table.name;
  switch (difference.kind) {
    case Difference::Kind::kAdded:
      return fmt::format("+ {} {} ({})\n", title, name_of(table, difference.after),
                         place_of(*difference.after_document, table, difference.after));
    case Difference::Kind::kRemoved:
      return fmt::format("- {} {} ({})\n", title, name_of(table, difference.before),
                         place_of(*difference.before_document, table, difference.before));
    case Difference::Kind::kChanged:
      break;
  }
  const std::string before = place_of(*difference.before_document, table, difference.before);
  const std::string after = place_of(*difference.after_document, table, difference.after);
  const std::string name = name_of(table, difference.after);
  std::string out = before == after ? fmt::format("~ {} {} ({})\n", title, name, after)
                                    : fmt::format("~ {} {} ({} → {})\n", title, name, before, after);
  for (const std::size_t column : difference.columns) {
    const ColumnInfo& info = table.columns[column];
    const auto [was, is] = apart(difference.before[column], difference.after[column]);
    out += fmt::format("    {}: {} → {}\n", language == Language::kJa ? info.title.ja : info.name, was, is);
  }
  return out;
}

std::string difference_json(const Difference& difference) {
  constexpr const char* kKinds[] = {"added", "removed", "changed"};
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  json.Key("change");
  json.String(kKinds[static_cast<std::size_t>(difference.kind)]);
  json.Key("table");
  json.String(difference.table->name.data(), static_cast<rapidjson::SizeType>(difference.table->name.size()));
  write_document(json, "before_document", difference.before_document);
  write_document(json, "after_document", difference.after_document);
  json.Key("columns");
  json.StartArray();
  for (const std::size_t column : difference.columns) {
    const std::string_view name = difference.table->columns[column].name;
    json.String(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  json.EndArray();
  const auto row = [&](const char* key, ConstRow cells) {
    json.Key(key);
    if (cells.empty()) {
      json.Null();
    } else {
      write_row(json, *difference.table, cells);
    }
  };
  row("before", difference.before);
  row("after", difference.after);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string counts_text(const std::vector<CompareCounts>& counts, const CompareOptions& options, Language language) {
  const bool ja = language == Language::kJa;
  std::vector<std::array<std::string, 5>> lines;
  if (ja) {
    lines.push_back({"表", "追加", "削除", "変更", "同じ"});
  } else {
    lines.push_back({"table", "added", "removed", "changed", "same"});
  }
  for (const TableId id : options.tables) {
    const CompareCounts& c = counts[static_cast<std::size_t>(id)];
    const TableInfo& table = table_info(id);
    lines.push_back({std::string(ja ? table.title.ja : table.name), fmt::to_string(c.added), fmt::to_string(c.removed),
                     fmt::to_string(c.changed), fmt::to_string(c.same)});
  }
  std::array<std::size_t, 5> widths{};
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  std::string out;
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string padding(widths[i] - display_width(line[i]), ' ');
      out += i == 0 ? line[i] + padding : "  " + padding + line[i];
    }
    out += '\n';
  }
  return out;
}

}  // namespace torikomi::cli

// An array of rows of the table `diagnostics`.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "report/reporters.h"

namespace torikomi {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Json& json, const char* key, std::string_view value) {
  json.Key(key);
  if (value.empty())
    json.Null();
  else
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void number(Json& json, const char* key, std::uint32_t value, bool known) {
  json.Key(key);
  if (known)
    json.Uint(value);
  else
    json.Null();
}

class JsonReporter final : public Reporter {
 public:
  void add(const FindingSet& set, std::string& out) override {
    for (const Finding& finding : set.findings) {
      out += count_++ == 0 ? "[\n" : ",\n";
      append_row(set, finding, out);
    }
  }
  void finish(std::string& out) override { out += count_ == 0 ? "[]\n" : "\n]\n"; }

 private:
  static void append_row(const FindingSet& set, const Finding& finding, std::string& out) {
    const Diagnostic& diagnostic = finding.diagnostic;
    const bool placed = set.source != nullptr;
    const LineColumn begin = placed ? set.source->line_column(diagnostic.span.begin) : LineColumn{};
    const LineColumn end = placed ? set.source->line_column(diagnostic.span.end) : LineColumn{};
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    text(json, "document_id", set.document_id);
    text(json, "source", set.path);
    text(json, "rule", diagnostic.rule->code);
    text(json, "severity", name(finding.severity));
    text(json, "message", diagnostic.message);
    number(json, "line", begin.line, placed);
    number(json, "column", begin.column, placed);
    number(json, "end_line", end.line, placed);
    number(json, "end_column", end.column, placed);
    text(json, "excerpt", excerpt_of(set, diagnostic.span));
    text(json, "suggestion", diagnostic.suggestion);
    json.EndObject();
    out.append(buffer.GetString(), buffer.GetSize());
  }

  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter() { return std::make_unique<JsonReporter>(); }

}  // namespace torikomi

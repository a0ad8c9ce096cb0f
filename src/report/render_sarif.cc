// SARIF 2.1.0 (OASIS standard, 2020-03-27).
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

#include "report/reporters.h"
#include "torikomi/report/baseline.h"

namespace torikomi {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Json& json, const char* key, std::string_view value) {
  json.Key(key);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void message(Json& json, const char* key, std::string_view value) {
  json.Key(key);
  json.StartObject();
  text(json, "text", value);
  json.EndObject();
}

std::string_view level(Severity severity) { return severity == Severity::kInfo ? "note" : name(severity); }

/// A relative reference (RFC 3986): every byte but the unreserved ones and "/" in percent form.
std::string uri_of(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

class SarifReporter final : public Reporter {
 public:
  SarifReporter(Language language, Rules rules) : language_(language), rules_(rules), json_(buffer_) { begin(); }

  void add(const FindingSet& set, std::string& /*out*/) override {
    std::map<std::string, int> seen;
    for (const Finding& finding : set.findings) add_result(set, finding, seen);
  }

  void finish(std::string& out) override {
    json_.EndArray();
    text(json_, "columnKind", "unicodeCodePoints");
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
    out.append(buffer_.GetString(), buffer_.GetSize());
    out += '\n';
  }

 private:
  void begin() {
    json_.StartObject();
    text(json_, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    text(json_, "version", "2.1.0");
    json_.Key("runs");
    json_.StartArray();
    json_.StartObject();
    json_.Key("tool");
    json_.StartObject();
    json_.Key("driver");
    json_.StartObject();
    text(json_, "name", "torikomi");
    text(json_, "version", TORIKOMI_VERSION);
    json_.Key("rules");
    json_.StartArray();
    for (const RuleInfo* rule : rules_) add_rule(*rule);
    json_.EndArray();
    json_.EndObject();
    json_.EndObject();
    json_.Key("results");
    json_.StartArray();
  }

  void add_rule(const RuleInfo& rule) {
    json_.StartObject();
    text(json_, "id", rule.code);
    text(json_, "name", rule.name);
    message(json_, "shortDescription", rule.summary.in(language_));
    message(json_, "fullDescription", rule.explain.in(language_));
    json_.Key("defaultConfiguration");
    json_.StartObject();
    text(json_, "level", level(rule.severity));
    json_.EndObject();
    json_.EndObject();
  }

  void add_result(const FindingSet& set, const Finding& finding, std::map<std::string, int>& seen) {
    const Diagnostic& diagnostic = finding.diagnostic;
    json_.StartObject();
    text(json_, "ruleId", diagnostic.rule->code);
    json_.Key("ruleIndex");
    json_.Int64(std::find(rules_.begin(), rules_.end(), diagnostic.rule) - rules_.begin());
    text(json_, "level", level(finding.severity));
    message(json_, "message",
            diagnostic.suggestion.empty() ? diagnostic.message : diagnostic.message + " → " + diagnostic.suggestion);
    json_.Key("locations");
    json_.StartArray();
    json_.StartObject();
    json_.Key("physicalLocation");
    json_.StartObject();
    json_.Key("artifactLocation");
    json_.StartObject();
    text(json_, "uri", uri_of(set.path));
    json_.EndObject();
    if (set.source != nullptr) add_region(set, diagnostic.span);
    json_.EndObject();
    json_.EndObject();
    json_.EndArray();
    if (set.source != nullptr) {
      const std::string mark = fingerprint(*set.source, diagnostic);
      json_.Key("partialFingerprints");
      json_.StartObject();
      text(json_, "torikomi/v1", fmt::format("{}:{}", mark, ++seen[mark]));
      json_.EndObject();
    }
    json_.EndObject();
  }

  void add_region(const FindingSet& set, Span span) {
    const LineColumn begin = set.source->line_column(span.begin);
    const LineColumn end = set.source->line_column(span.end);
    json_.Key("region");
    json_.StartObject();
    json_.Key("startLine");
    json_.Uint(begin.line);
    json_.Key("startColumn");
    json_.Uint(begin.column);
    json_.Key("endLine");
    json_.Uint(end.line);
    json_.Key("endColumn");
    json_.Uint(end.column);
    message(json_, "snippet", excerpt_of(set, span));
    json_.EndObject();
  }

  Language language_;
  Rules rules_;
  rapidjson::StringBuffer buffer_;
  Json json_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(Language language, Rules rules) {
  return std::make_unique<SarifReporter>(language, rules);
}

}  // namespace torikomi

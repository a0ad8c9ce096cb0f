// SARIF output against what the schema of SARIF 2.1.0 (OASIS standard of 2020-03-27) demands of the objects that
// torikomi writes: required members, no others than the standard names, types, enumerations and lower bounds.
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <string>

#include "report/one_rule.h"
#include "torikomi/report/render.h"

namespace torikomi {
namespace {

/// Written for these tests after the standard; closed where the schema of the standard is closed.
constexpr std::string_view kSchema = R"json({
  "definitions": {
    "text": {"type": "object", "required": ["text"], "additionalProperties": false,
             "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}}},
    "level": {"enum": ["none", "note", "warning", "error"]},
    "rule": {"type": "object", "required": ["id"], "additionalProperties": false,
      "properties": {"id": {"type": "string", "minLength": 1}, "name": {"type": "string"},
        "shortDescription": {"$ref": "#/definitions/text"}, "fullDescription": {"$ref": "#/definitions/text"},
        "help": {"$ref": "#/definitions/text"}, "helpUri": {"type": "string"},
        "defaultConfiguration": {"type": "object", "additionalProperties": false,
          "properties": {"enabled": {"type": "boolean"}, "level": {"$ref": "#/definitions/level"}}}}},
    "region": {"type": "object", "required": ["startLine"], "additionalProperties": false,
      "properties": {"startLine": {"type": "integer", "minimum": 1}, "startColumn": {"type": "integer", "minimum": 1},
        "endLine": {"type": "integer", "minimum": 1}, "endColumn": {"type": "integer", "minimum": 1},
        "snippet": {"type": "object", "additionalProperties": false, "properties": {"text": {"type": "string"}}}}},
    "result": {"type": "object", "required": ["message"], "additionalProperties": false,
      "properties": {"ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": -1},
        "level": {"$ref": "#/definitions/level"}, "message": {"$ref": "#/definitions/text"},
        "locations": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "properties": {"physicalLocation": {"type": "object", "required": ["artifactLocation"],
            "additionalProperties": false,
            "properties": {"region": {"$ref": "#/definitions/region"},
              "artifactLocation": {"type": "object", "additionalProperties": false,
                "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9%._~/:-]*$"},
                               "index": {"type": "integer", "minimum": -1}}}}}}}},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}}}}
  },
  "type": "object", "required": ["version", "runs"], "additionalProperties": false,
  "properties": {
    "$schema": {"type": "string"},
    "version": {"enum": ["2.1.0"]},
    "runs": {"type": "array", "items": {"type": "object", "required": ["tool"], "additionalProperties": false,
      "properties": {
        "tool": {"type": "object", "required": ["driver"], "additionalProperties": false,
          "properties": {"driver": {"type": "object", "required": ["name"], "additionalProperties": false,
            "properties": {"name": {"type": "string"}, "version": {"type": "string"},
              "informationUri": {"type": "string"},
              "rules": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/definitions/rule"}}}}}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": {"$ref": "#/definitions/result"}}}}}
  }
})json";

using testing::kRule;
using testing::kRules;

/// What is wrong with a SARIF text, or nothing.
std::string fault_of(const std::string& sarif) {
  rapidjson::Document schema, tree;
  schema.Parse(kSchema.data(), kSchema.size());
  if (schema.HasParseError()) return "the schema of this test is no JSON";
  tree.Parse(sarif.c_str());
  if (tree.HasParseError()) return "no JSON";
  const rapidjson::SchemaDocument rules(schema);
  rapidjson::SchemaValidator validator(rules);
  if (tree.Accept(validator)) return {};
  rapidjson::StringBuffer place;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
  return std::string(place.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
}

std::string report(const std::vector<Span>& spans, const Source* source) {
  FindingSet set{"a b/報告.txt", "報告.txt", "0123456789ab", source, {}};
  for (const Span span : spans)
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo})
      set.findings.push_back({{&kRule, span, "曜日, 100% \"x\"\n", "(土)"}, severity});
  const auto reporter = make_reporter(ReportFormat::kSarif, {Language::kJa, false, 5}, kRules);
  std::string out;
  reporter->add(set, out);
  reporter->finish(out);
  return out;
}

TEST(SarifSchema, FindingsOfEveryKindAreValid) {
  const Source source("報告.txt", "表題\n開催日\t平成29年6月3日(日)\n");
  EXPECT_EQ(fault_of(report({{0, 0}, {0, 6}, {7, 20}}, &source)), "");
  EXPECT_EQ(fault_of(report({{0, 0}}, nullptr)), "");  // an input that could not be read
  EXPECT_EQ(fault_of(report({}, nullptr)), "");
}

TEST(SarifSchema, TheTestItselfSeesFaults) {
  const Source source("a.txt", "あ\n");
  const std::string good = report({{0, 3}}, &source);
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"\"2.1.0\"", "\"2.0.0\""},
                                 {"\"startLine\":1", "\"startLine\":0"},
                                 {"\"note\"", "\"info\""},
                                 {"\"ruleIndex\"", "\"ruleNumber\""},
                                 {"\"message\"", "\"massage\""}}) {
    std::string bad = good;
    ASSERT_NE(bad.find(from), std::string::npos) << from;
    bad.replace(bad.find(from), from.size(), to);
    EXPECT_NE(fault_of(bad), "") << to;
  }
}

}  // namespace
}  // namespace torikomi

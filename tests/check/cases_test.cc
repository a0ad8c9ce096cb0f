// Every rule speaks about its bad inputs and is quiet about its good ones.
#include <gtest/gtest.h>

#include <algorithm>

#include "check/rule_cases.h"
#include "golden/support.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

using testing::case_file;
using testing::read_cases;
using testing::RuleCase;

IngestConfig config_for(const Rule& rule) {
  static const std::vector<Grammar> twice = [] {
    std::vector<Grammar> out = testing::grammars();
    for (const Grammar& grammar : testing::grammars()) out.push_back(grammar);
    return out;
  }();
  IngestConfig config;
  config.grammars = rule.info.code == "STR008" ? std::span(twice) : std::span(testing::grammars());
  config.language = Language::kJa;
  config.checks = {true, true};
  return config;
}

std::vector<Diagnostic> findings_of(const Rule& rule, const Document& document) {
  std::vector<Diagnostic> out;
  for (const Diagnostic& finding : document.diagnostics.all())
    if (finding.rule->code == rule.info.code) out.push_back(finding);
  return out;
}

void check_case(const Rule& rule, const RuleCase& one) {
  if (!testing::has_family(one.family)) return;
  const auto document = ingest({"case.txt", one.input}, config_for(rule));
  if (rule.info.code == "INP001") {  // the command says it where ingest gives an error
    EXPECT_EQ(one.bad, !document);
    return;
  }
  ASSERT_TRUE(document);
  if (rule.info.code == "INP002") return;  // the command compares documents
  const auto findings = findings_of(rule, *document);
  if (!one.bad) {
    EXPECT_TRUE(findings.empty()) << findings.front().message;
    return;
  }
  ASSERT_FALSE(findings.empty());
  EXPECT_FALSE(findings.front().message.empty());
  EXPECT_LE(findings.front().span.end, document->source->text().size());
  if (!one.marks.empty()) {
    EXPECT_EQ(document->source->slice(findings.front().span), one.marks);
  }
}

TEST(RuleCases, EveryRuleHasBadAndGoodInputsAndSpeaksAsItShould) {
  for (const Rule* rule : all_rules()) {
    const auto path = case_file(rule->info.code, rule->info.name);
    const auto cases = read_cases(path);
    int bad = 0;
    for (const RuleCase& one : cases) {
      SCOPED_TRACE(path.filename().string() + ":" + std::to_string(one.line));
      check_case(*rule, one);
      bad += one.bad ? 1 : 0;
    }
    EXPECT_GE(bad, 1) << path;
    EXPECT_GE(static_cast<int>(cases.size()) - bad, 1) << path;
  }
}

TEST(RuleCases, NoCaseFileWithoutARule) {
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(TORIKOMI_REPOSITORY) / "tests" / "rules")) {
    bool known = false;
    for (const Rule* rule : all_rules()) known = known || case_file(rule->info.code, rule->info.name) == entry.path();
    EXPECT_TRUE(known) << entry.path();
  }
}

}  // namespace
}  // namespace torikomi

// Faults planted at random places of clean reports: the rule that should speak speaks, and no other one that is not its
// companion.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/rule_cases.h"
#include "golden/support.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

using testing::read_cases;
using testing::RuleCase;

struct Fault {
  std::string code, text;
};

/// Rules whose faults are no paragraph by themselves: they need the date or the cards of a document.
const std::set<std::string_view> kNeedDocument = {"DAT003", "DAT004", "DAT010", "INP001", "INP002", "STR008", "STR009"};

/// What a fault brings with it by its nature.
const std::map<std::string_view, std::set<std::string_view>> kCompanions = {
    {"TXT011", {"TXT014"}}, {"DAT005", {"DAT003", "DAT004"}}, {"BUD001", {"BUD005"}},
    {"BUD003", {"BUD005"}}, {"TXT009", {"TXT008"}},           {"SUP001", {"DAT002"}},
    {"KPI005", {"KPI001"}}, {"STR002", {"TXT008", "KPI001"}}, {"TXT008", {"KPI001"}},
};

/// Every bad case of the rule files that stands by itself.
std::vector<Fault> faults() {
  std::vector<Fault> out;
  for (const Rule* rule : all_rules()) {
    if (rule->run == nullptr || rule->group != RuleGroup::kDefault || kNeedDocument.contains(rule->info.code)) continue;
    for (const RuleCase& one : read_cases(testing::case_file(rule->info.code, rule->info.name)))
      if (one.bad && one.input.find("施策\t") == std::string::npos)
        out.push_back({std::string(rule->info.code), one.input});
  }
  return out;
}

std::map<std::string_view, int> counts(const Document& document) {
  std::map<std::string_view, int> out;
  for (const Diagnostic& finding : document.diagnostics.all()) ++out[finding.rule->code];
  return out;
}

std::vector<std::string> samples() {
  std::vector<std::string> out;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(TORIKOMI_REPOSITORY) / "samples"))
    if (entry.path().filename() == "input.txt") out.push_back(testing::read_file(entry.path()));
  std::sort(out.begin(), out.end());
  return out;
}

/// The text with the fault as a paragraph of its own before the n-th blank line after the front matter, or at the end.
std::string planted(const std::string& text, const std::string& fault, std::size_t n) {
  std::vector<std::size_t> places;
  for (std::size_t at = text.find("\n\n", text.size() / 2); at != text.npos; at = text.find("\n\n", at + 2))
    places.push_back(at);
  const std::size_t at = places.empty() ? text.size() : places[n % places.size()];
  return text.substr(0, at) + "\n\n" + fault + "\n\n" + text.substr(at);
}

void check_fault(const std::string& text, const Fault& fault, std::size_t place) {
  const auto clean = testing::ingest_bytes(text);
  const auto spoilt = testing::ingest_bytes(planted(text, fault.text, place));
  RC_ASSERT(bool(clean) && bool(spoilt));
  const auto before = counts(*clean);
  const auto after = counts(*spoilt);
  const auto count = [](const auto& map, std::string_view code) {
    const auto found = map.find(code);
    return found == map.end() ? 0 : found->second;
  };
  RC_LOG() << fault.code << " planted: " << fault.text << std::endl;
  RC_ASSERT(count(after, fault.code) > count(before, fault.code));
  const auto companions = kCompanions.find(fault.code);
  for (const auto& [code, n] : after) {
    const bool expected = code == fault.code || (companions != kCompanions.end() && companions->second.contains(code));
    RC_LOG() << "also said: " << code << std::endl;
    if (!expected) RC_ASSERT(n <= count(before, code));
  }
}

TEST(SeededFaults, TheRuleThatShouldSpeakSpeaksAndTheOthersStayQuiet) {
  const std::vector<Fault> all = faults();
  const std::vector<std::string> texts = samples();
  ASSERT_GT(all.size(), 30U);
  ASSERT_FALSE(texts.empty());
  for (const Fault& fault : all)
    EXPECT_TRUE(rc::check(fault.code + " at a random place",
                          [&] {
                            const auto text = *rc::gen::inRange<std::size_t>(0, texts.size());
                            check_fault(texts[text], fault, *rc::gen::inRange<std::size_t>(0, 64));
                          }))
        << fault.code << ": " << fault.text;
}

}  // namespace
}  // namespace torikomi

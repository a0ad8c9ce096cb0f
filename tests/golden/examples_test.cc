// Every grammar file reads its own examples, and has at least one.
#include "torikomi/examples.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support.h"

namespace torikomi {
namespace {

TEST(Examples, EveryBuiltInGrammarReadsItsOwn) {
  for (const Grammar& grammar : testing::grammars()) {
    EXPECT_FALSE(grammar.examples.empty()) << grammar.name << " has no [[example]]";
    for (const Message& fault : check_examples(grammar)) ADD_FAILURE() << fault.en;
  }
}

TEST(Examples, AWrongExpectationIsTold) {
  const auto grammar = load_grammar(R"(name = "small"
[card]
start = ["measure"]
[[field]]
name = "measure"
labels = ["施策"]
[[example]]
name = "one"
input = "施策\t産業の振興"
[[example.measures]]
measure = "観光の振興"
[[example.measures]]
mesure = "産業の振興"
[[example.measure]]
)",
                                    "small.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  const auto faults = check_examples(*grammar);
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_EQ(faults[0].en, "small.toml:14:1: example \"one\": there is no table \"measure\"; did you mean measures?");
  EXPECT_EQ(faults[1].en,
            "small.toml:11:11: example \"one\": measures.measure should be \"観光の振興\" but is \"産業の振興\"");
  EXPECT_EQ(faults[2].en,
            "small.toml:13:10: example \"one\": table measures has no column \"mesure\"; did you mean measure?");
}

Result<Grammar> small(std::string_view name, std::string_view required, std::string_view extra) {
  return load_grammar(fmt::format(R"(name = "{0}"
[card]
start = ["measure"]
[detect]
[[detect.line]]
match = '(?m)^{1}\t'
{2}
[[field]]
name = "measure"
labels = ["{1}"]
[[field]]
name = "issues"
labels = ["課題"]
[[ignore]]
name = "page"
match = '^[0-9]+頁$'
[[example]]
name = "one"
input = "{1}\t産業の振興\n3頁"
)",
                                  name, required, extra),
                      "small.toml");
}

TEST(Examples, RulesThatNoExampleUsesAreNamed) {
  const auto grammar = small("small", "施策", "");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  EXPECT_EQ(unused_rules(*grammar), std::vector<std::string>{"field issues"});
}

/// A rule that no example uses rots unseen. `generic` has some that the layouts of tests/golden use instead.
TEST(Examples, UseEveryRuleOfTheBuiltInFamilies) {
  for (const Grammar& grammar : built_in_grammars()) {
    for (const Message& pattern : unfolded_patterns(grammar.whole())) ADD_FAILURE() << pattern.en;
    if (grammar.supplements) continue;
    for (const std::string& rule : unused_rules(grammar.whole())) ADD_FAILURE() << grammar.name << ": " << rule;
  }
}

TEST(Examples, FamiliesThatFitEachOthersExamplesAreTold) {
  const auto one = small("one", "施策", "");
  const auto same = small("same", "施策", "weight = 3");
  const auto other = small("other", "取組", "");
  ASSERT_TRUE(one && same && other);
  EXPECT_TRUE(overlaps(*one, std::span(&*other, 1)).empty());
  EXPECT_TRUE(overlaps(*one, std::span(&*one, 1)).empty());  // itself, in a folder of grammars
  const auto told = overlaps(*one, std::span(&*same, 1));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].en, "small.toml:17: example \"one\" fits same as well (3 points; one has 1)");
}

/// The built-in families do not take each other's examples.
TEST(Examples, NoTwoBuiltInFamiliesOverlap) {
  for (const Grammar& grammar : testing::grammars())
    for (const Message& overlap : overlaps(grammar, testing::grammars())) ADD_FAILURE() << overlap.en;
}

}  // namespace
}  // namespace torikomi

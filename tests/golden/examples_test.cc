// Every grammar file reads its own examples, and has at least one.
#include "torikomi/examples.h"

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
  EXPECT_EQ(faults[0].en, "small.toml:7: example \"one\": there is no table \"measure\" (nearest: measures)");
  EXPECT_EQ(faults[1].en,
            "small.toml:7: example \"one\": measures.measure should be \"観光の振興\" but is \"産業の振興\"");
  EXPECT_EQ(faults[2].en, "small.toml:7: example \"one\": table measures has no column \"mesure\" (nearest: measure)");
}

}  // namespace
}  // namespace torikomi

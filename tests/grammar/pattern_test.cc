#include "torikomi/grammar/pattern.h"

#include <gtest/gtest.h>

#include "torikomi/core/embedded.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {
namespace {

using Names = std::vector<std::string>;

struct NamesCase {
  std::string_view pattern;
  Names names;
};

TEST(Pattern, NamesOfGroupsAreReadOffTheText) {
  const NamesCase cases[] = {
      {"a+", {}},
      {"(a)(?:b)", {}},
      {"(?P<year>[0-9]+)年(?P<month>[0-9]+)月", {"year", "month"}},
      {"((?P<outer>a(?P<inner>b)))", {"outer", "inner"}},
      {R"(\(?P<x>)", {}},           // an escaped bracket opens no group
      {R"(\\(?P<x>a))", {"x"}},     // …and an escaped backslash escapes nothing
      {"[(?P<x>](?P<y>a)", {"y"}},  // nor does one in a class
      {"[]](?P<y>a)", {"y"}},       // a class may hold a bracket first
      {"[^]](?P<y>a)", {"y"}},
      {R"([\]](?P<y>a))", {"y"}},
  };
  for (const NamesCase& one : cases) EXPECT_EQ(Pattern::deferred(one.pattern).group_names(), one.names) << one.pattern;
}

TEST(Pattern, DeferredMatchesLikeCompiled) {
  const auto compiled = Pattern::compile("(?P<n>[0-9]+)人");
  ASSERT_TRUE(compiled);
  for (const Pattern& pattern : {*compiled, Pattern::deferred("(?P<n>[0-9]+)人")}) {
    const auto found = pattern.find("計 12人");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->groups.size(), 1U);
    EXPECT_EQ(found->groups[0].name, "n");
    EXPECT_EQ(found->groups[0].begin, 4U);
    EXPECT_FALSE(pattern.find("計 人"));
  }
}

TEST(Pattern, ALimitCountsTheCharactersOfTheWholeText) {
  const Pattern pattern = Pattern::deferred("(?P<n>[0-9]+)人").up_to(5);
  EXPECT_TRUE(pattern.matches("合計 2人"));
  EXPECT_TRUE(pattern.find("合計 2人"));
  EXPECT_FALSE(pattern.matches("合計 12人")) << "six characters";
  EXPECT_FALSE(pattern.find("2人 3人で", 4)) << "also from behind the first match on";
  EXPECT_TRUE(Pattern::deferred("人").up_to(4).matches("𠮷野家人")) << "a character of four bytes counts once";
}

/// The built-in grammars are trusted when the tool runs, because they are read here as any file of a user is.
TEST(Pattern, EveryBuiltInGrammarIsRight) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.ends_with(".toml") || file.name == "events.toml") continue;
    const auto grammar = load_grammar(file.content, file.name);
    EXPECT_TRUE(grammar) << (grammar ? "" : grammar.error().message.en);
    if (!grammar) continue;
    for (const DetectRule& rule : grammar->detect)
      EXPECT_FALSE(rule.about.ja.empty() || rule.about.en.empty()) << file.name << ": " << rule.match.source();
  }
}

}  // namespace
}  // namespace torikomi

#include "grammar/pattern_words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "torikomi/core/embedded.h"
#include "torikomi/grammar/pattern.h"

namespace torikomi {
namespace {

using Words = std::vector<std::string>;

struct Case {
  std::string pattern;
  Words words;
};

TEST(RequiredWords, AreTheLongestRunThatEveryMatchHolds) {
  const std::vector<Case> cases = {
      {"事業計画", {"事業計画"}},
      {"^【連携分野:(.*?)】$", {"【連携分野:"}},
      {"(?m)^施策\\t", {"施策\t"}},
      {"ab+cde", {"cde"}},
      {"abc?d", {"ab"}},
      {"abcx{0,3}yz", {"abc"}},
      {"(?:令和|平成)[0-9]+年", {"令和", "平成"}},
      {"(?P<date>令和|平成)度", {"令和", "平成"}},
      {"(?:a|b|)xy", {"xy"}},
      {"(?:事業)?の概要", {"の概要"}},
      {"(?:事業){2}", {"事業"}},
      {"\\(累計\\)", {"(累計)"}},
      {"第[0-9]+回[^]x]と[[:alpha:]会]", {"第"}},
      {"\\p{Han}+市町村", {"市町村"}},
      {"表|図", {"表", "図"}},
      {"(?:事業|取組)の?(?:名\\t|名称\\t)", {"名\t", "名称\t"}},
      {"(?:事業|取組)(?:名\\t|\\t)", {"事業", "取組"}},
  };
  for (const Case& c : cases) EXPECT_EQ(required_words(c.pattern), c.words) << c.pattern;
}

TEST(RequiredWords, AreNoneWhereNothingIsSure) {
  for (const char* pattern : {"(?i)check", "[0-9]+", "(?:事業)?", "表|[0-9]", "a*", "\\Qa.b\\E", ".", "(?i:do)x", ""})
    EXPECT_EQ(required_words(pattern), Words()) << pattern;
}

TEST(WithoutCounts, LongCountsBecomePlainRepetitions) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"[^a]{2,60}?b", "[^a]+?b"},
                                                                  {"a{0,40}", "a*"},
                                                                  {"a{3}b{8}c{9,}", "a{3}b+c+"},
                                                                  {"\\p{Han}{1,20}x", "\\p{Han}+x"},
                                                                  {"\\{2,60}", "\\{2,60}"},
                                                                  {"[{2,60}]", "[{2,60}]"},
                                                                  {"x{2,60", "x{2,60"},
                                                                  {"x{,60}", "x{,60}"},
                                                                  {"x{1000}", "x+"},
                                                                  {"x{99999999999999}", "x{99999999999999}"},
                                                                  {"x{8,99999999999999}", "x{8,99999999999999}"},
                                                                  {"\\Qa{2,60}\\E", "\\Qa{2,60}\\E"},
                                                                  {"[]{2,60}x]{1,9}", "[]{2,60}x]+"},
                                                                  {"\\x{3042}{1,9}", "\\x{3042}+"},
                                                                  {"", ""}};
  for (const auto& [pattern, wide] : cases) EXPECT_EQ(without_counts(pattern), wide) << pattern;
}

/// Texts in which a pattern matches hold one of its words: for every text that RE2 matches without the short cut.
RC_GTEST_PROP(RequiredWords, NeverHideAMatch, ()) {
  static const Words kParts = {"表",        "a",    "b",        "(?:表|図)", "[ab]", ".",      "\\.",
                               "(?P<x>ab)", "a{2}", "b?",       "図*",       "+",    "(?:a|)", "|",
                               "^",         "$",    "\\p{Han}", "\\s",       "a+?",  "(?s:.)"};
  std::string pattern;
  for (const auto i : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kParts.size())))
    pattern += kParts[i];
  const auto compiled = Pattern::compile(pattern);
  if (!compiled) RC_DISCARD("not a pattern");
  std::string text;
  for (const auto& part : *rc::gen::container<Words>(rc::gen::element<std::string>("表", "図", "a", "b", ".", " ")))
    text += part;
  const Words words = required_words(pattern);
  const bool held = words.empty() || std::any_of(words.begin(), words.end(),
                                                 [&](const std::string& word) { return text.find(word) != text.npos; });
  // the same pattern with an alternative that has no word is never short cut
  const auto open = Pattern::compile("(?:" + pattern + ")|\\x{10FFFD}");
  RC_ASSERT(required_words("(?:" + pattern + ")|\\x{10FFFD}").empty());
  if (!open->matches(text)) return;
  RC_ASSERT(held);
  RC_ASSERT(Pattern::compile("(?:" + without_counts(pattern) + ")|\\x{10FFFD}")->matches(text));
}

}  // namespace
}  // namespace torikomi

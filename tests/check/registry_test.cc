// What holds for every rule of the catalogue.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// The numbers of the arguments that a fmt pattern uses.
std::set<int> arguments(std::string_view pattern) {
  std::set<int> out;
  int next = 0;
  for (std::size_t at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1)) {
    const char after = pattern[at + 1];
    out.insert(after >= '0' && after <= '9' ? after - '0' : next++);
  }
  return out;
}

bool is_code(std::string_view code) {
  if (code.size() != 6) return false;
  for (std::size_t i = 0; i < 3; ++i)
    if (code[i] < 'A' || code[i] > 'Z') return false;
  return code.find_first_not_of("0123456789", 3) == code.npos;
}

bool is_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == name.npos && name.front() != '-' &&
         name.back() != '-';
}

TEST(Registry, CodesAreUniqueAndInOrder) {
  std::set<std::string_view> codes, names;
  std::string_view last;
  for (const Rule* rule : all_rules()) {
    EXPECT_TRUE(is_code(rule->info.code)) << rule->info.code;
    EXPECT_TRUE(is_name(rule->info.name)) << rule->info.name;
    EXPECT_TRUE(codes.insert(rule->info.code).second) << rule->info.code;
    EXPECT_TRUE(names.insert(rule->info.name).second) << rule->info.name;
    EXPECT_LT(last, rule->info.code);
    last = rule->info.code;
  }
  EXPECT_GE(codes.size(), 60U);
}

TEST(Registry, EveryRuleIsDescribedInBothLanguages) {
  for (const Rule* rule : all_rules()) {
    const RuleInfo& info = rule->info;
    for (const Text2& text : {info.summary, info.message, info.explain}) {
      EXPECT_FALSE(text.ja.empty()) << info.code;
      EXPECT_FALSE(text.en.empty()) << info.code;
    }
    EXPECT_FALSE(info.bad.empty()) << info.code;
    EXPECT_FALSE(info.good.empty()) << info.code;
    EXPECT_NE(info.bad, info.good) << info.code;
  }
}

TEST(Registry, MessagesTakeTheSameArgumentsInBothLanguages) {
  for (const Rule* rule : all_rules()) {
    const auto ja = arguments(rule->info.message.ja);
    EXPECT_EQ(ja, arguments(rule->info.message.en)) << rule->info.code;
    // either all arguments have numbers or none has: fmt takes no mixture
    for (const std::string_view pattern : {rule->info.message.ja, rule->info.message.en}) {
      bool numbered = false;
      for (char digit = '0'; digit <= '9'; ++digit)
        numbered = numbered || pattern.find(std::string("{") + digit) != pattern.npos;
      const bool automatic = pattern.find("{}") != pattern.npos || pattern.find("{:") != pattern.npos;
      EXPECT_FALSE(numbered && automatic) << rule->info.code << ": " << pattern;
    }
  }
}

}  // namespace
}  // namespace torikomi

// torikomi.toml and the choice of rules: accepted and refused, with full messages.
#include <gtest/gtest.h>

#include <array>

#include "cli/config.h"
#include "cli/rule_choice.h"

namespace torikomi::cli {
namespace {

TEST(ConfigTest, ReadsEveryKeyAndSaysWhereItStands) {
  const auto config = parse_config(
      "[validate]\nselect = [\"DAT\"]\nfail-on = \"warning\"\n\n[severity]\nDAT007 = \"warning\"\n\n"
      "[[suppress]]\nfiles = \"old/*\"\nrules = [\"TXT\"]\nreason = \"scanned\"\n",
      "x/torikomi.toml");
  ASSERT_TRUE(config) << config.error().message.en;
  EXPECT_EQ(config->select, std::vector<std::string>{"DAT"});
  EXPECT_EQ(config->fail_on, "warning");
  EXPECT_EQ(config->severity.at("DAT007"), Severity::kWarning);
  ASSERT_EQ(config->suppress.size(), 1U);
  EXPECT_EQ(config->suppress[0].reason, "scanned");
  EXPECT_GT(config->suppress[0].codes.size(), 1U);
  EXPECT_NE(show_config(*config, true).find("validate.fail-on = warning  # x/torikomi.toml:3\n"), std::string::npos);
  EXPECT_NE(show_config(*config, true).find("validate.format = text  # default\n"), std::string::npos);
}

struct Refused {
  std::string_view text, message;
};

constexpr std::array kRefused = {
    Refused{"[validate]\nselekt = []\n", "t.toml:2: unknown key validate.selekt (validate.select?)"},
    Refused{"selekt = []\n", "t.toml:1: unknown key selekt (validate.select?)"},
    Refused{"[validat]\n", "t.toml:1: unknown key validat (validate?)"},
    Refused{"[severity]\nDAT999 = \"error\"\n", "t.toml:2: unknown key severity.DAT999"},
    Refused{"[severity]\nDAT002 = \"fatal\"\n", "t.toml:2: DAT002 is one of error, warning, info"},
    Refused{"[validate]\nfail-on = \"all\"\n", "t.toml:2: \"all\" is none of error, warning, info, never"},
    Refused{"[[suppress]]\nfiles = \"*\"\nreason = \"r\"\nrules = [\"kangxi-radicel\"]\n",
            "t.toml:4: there is no rule \"kangxi-radicel\"; did you mean kangxi-radical?"},
    Refused{"[[suppress]]\nfiles = \"*\"\nreason = \"r\"\nrules = [\"\"]\n", "t.toml:4: name a rule"},
    Refused{"[validate]\nselect = \"DAT\"\n", "t.toml:2: select is an array of strings"},
};

TEST(ConfigTest, RefusesWhatItDoesNotKnow) {
  for (const Refused& one : kRefused) {
    const auto config = parse_config(one.text, "t.toml");
    ASSERT_FALSE(config) << one.text;
    EXPECT_EQ(config.error().message.en.substr(0, one.message.size()), one.message);
    EXPECT_EQ(config.error().code, ErrorCode::kUsage);
  }
}

TEST(RuleChoiceTest, CodesPrefixesNamesAndGroups) {
  const auto all = RuleChoice::make({}, {});
  ASSERT_TRUE(all);
  EXPECT_TRUE(all->reports("DAT002"));
  EXPECT_FALSE(all->reports("STY001"));
  const auto dates = RuleChoice::make({"DAT,weekday-mismatch"}, {"DAT007"});
  ASSERT_TRUE(dates);
  EXPECT_TRUE(dates->reports("DAT002"));
  EXPECT_FALSE(dates->reports("DAT007"));
  EXPECT_FALSE(dates->reports("TXT001"));
  const auto style = RuleChoice::make({"style"}, {});
  ASSERT_TRUE(style);
  EXPECT_TRUE(style->reports("STY001"));
  EXPECT_TRUE(style->reports("DAT002"));
  EXPECT_TRUE(style->options().style);
  EXPECT_FALSE(style->options().machine_readable);
}

TEST(RuleChoiceTest, UnknownWordsAreErrorsWithASuggestion) {
  EXPECT_FALSE(RuleChoice::make({"DAX"}, {}));
  const auto wrong = RuleChoice::make({"weekday-mismach"}, {});
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.en.find("weekday-mismatch"), std::string::npos);
}

}  // namespace
}  // namespace torikomi::cli

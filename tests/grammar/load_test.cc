#include <gtest/gtest.h>

#include <string>

#include "torikomi/grammar/grammar.h"

namespace torikomi {
namespace {

constexpr const char* kMinimal = R"(name = "small"
[detect]
[[detect.line]]
match = '^施策'
[card]
start = ["measure"]
[[field]]
name = "measure"
labels = ["施 策"]
)";

TEST(Grammar, ReadsAFamily) {
  const auto grammar = load_grammar(kMinimal, "small.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  EXPECT_EQ(grammar->name, "small");
  ASSERT_EQ(grammar->fields.size(), 1U);
  EXPECT_EQ(grammar->labels.count("施策"), 1U) << "labels are kept in label form";
  EXPECT_FALSE(grammar->events.place.empty()) << "the common event words hold where a family has none of its own";
}

/// The whole message: file, line, column, key and the remedy.
TEST(Grammar, ErrorsSayWhereAndWhatWouldBeRight) {
  const struct {
    const char* toml;
    const char* message;
  } rejected[] = {
      {"name = \"x\"\nfield = 3\n", "x.toml:2:9: field: an array of tables [[field]] is needed here"},
      {"name = 3\n", "x.toml:1:8: name: a string that is not empty is needed here"},
      {"version = 1\n", "x.toml:1:1: name: this key is required"},
      {"name = \"x\"\nfeild = 1\n", "x.toml:2:9: feild: unknown key; did you mean field?"},
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = [\"甲\"]\ntype = \"evnts\"\n",
       "x.toml:5:8: field[0].type: \"evnts\" is not known; did you mean events? (known: text, events, marks, amount, "
       "indicator, unit, baseline, current, target, actual, when, session, place, lecturer, attendees, "
       "headcount, content, theme, lead_department, bodies, prefecture)"},
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = []\n", "x.toml:4:10: field[0].labels: give at least one label"},
      {"name = \"x\"\n[[context]]\nmatch = '^【(.+)】'\n",
       "x.toml:3:9: context[0].match: put (?P<column>…) around the part that is the value"},
      {"name = \"x\"\n[[context]]\nmatch = '^【(?P<a>.+)】'\nlongest = 0\n",
       "x.toml:4:11: context[0].longest: must be a whole number from 1 to 1000"},
      {"name = \"x\"\n[[detect.line]]\nmatch = '甲'\nweight = 0\n",
       "x.toml:4:10: detect.line[0].weight: must be a whole number from 1 to 1000"},
      {"name = \"x\"\n[[detect.line]]\nmatch = '甲'\nfirst_lines = 1001\n",
       "x.toml:4:15: detect.line[0].first_lines: must be a whole number from 0 to 1000"},
      {"name = \"x\"\n[[table]]\nname = \"t\"\nlabels = [\"甲\"]\ntype = \"kpi\"\nmin_columns = -1\n",
       "x.toml:6:15: table[0].min_columns: must be a whole number from 1 to 1000"},
      {"name = \"x\"\n[[table]]\nname = \"t\"\nlabels = [\"甲\"]\ntype = \"amount\"\n[[table.column]]\nrole = "
       "\"amount\"\n"
       "labels = [\"額\"]\nyear = 99999999999\n",
       "x.toml:9:8: table[0].column[0].year: must be a whole number from -100 to 100"},
      {"name = \"x\"\n[[ignore]]\nname = \"page\"\nmatch = '\\d*'\n",
       "x.toml:4:9: ignore[0].match: this pattern matches the empty text, so it fits everywhere; make it ask for at "
       "least one character"},
      {"name = \"x\"\n[[ignore]]\nname = \"page\"\nmatch = '(?<=第)\\d+'\n",
       "x.toml:4:9: ignore[0].match: RE2 has no look-around (invalid perl operator: (?<); match the neighbours too and "
       "take the part you "
       "need with (?P<name>…)"},
      {"name = \"x\"\n[card]\nstart = [\"mesure\"]\n[[field]]\nname = \"measure\"\nlabels = [\"施策\"]\n",
       "x.toml:3:9: card.start: no [[field]] is called \"mesure\"; the nearest: measure"},
      {"name = \"x\"\n[card]\nline = '^一'\nuntil = '^二'\n", "x.toml:4:9: card.until: has a meaning only beside cell"},
      {"name = \"x\"\n[card]\ncell = ['^一', '二*']\n",
       "x.toml:3:8: card.cell: this pattern matches the empty text, so it fits everywhere; make it ask for at least "
       "one "
       "character"},
      {"name = \"x\"\n[card]\ncell = '^一'\nfiscal_year = \"title\"\n",
       "x.toml:4:15: card.fiscal_year: \"title\" is none of: document"},
      {"name = \"x\"\n[[line]]\nname = \"a\"\ntype = \"kpi\"\nmatch = '^(.+)→'\n",
       "x.toml:5:9: line[0].match: put (?P<role>…) around the parts that are values, such as (?P<date>…)"},
      {"name = \"x\"\n[[line]]\nname = \"a\"\ntype = \"kpi\"\nmatch = '^(?P<indicater>.+)→'\n",
       "x.toml:5:9: line[0].match: there is no role \"indicater\"; the nearest: indicator"},
      {"name = \"x\"\ntitle = \"カード\"\n",
       "x.toml:2:9: title: Japanese and English are needed: title = { ja = \"取組カード\", en = \"Cards of "
       "measures\" }"},
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = [\"甲\"]\nstatus = \"done\"\n",
       "x.toml:5:10: field[0].status: has a meaning only in a field of type \"events\""},
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = [\"甲\"]\n[[field]]\nname = \"a\"\nlabels = [\"乙\"]\n",
       "x.toml:6:8: field[1].name: a [[field]] is called \"a\" in line 2 as well; give it another name, or make one of "
       "them"},
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = [\"甲\"]\n[[field]]\nname = \"b\"\nlabels = [\"甲\"]\n",
       "x.toml:7:10: field[1].labels: the label \"甲\" is defined twice (first in field a); take it out of one of "
       "them"},
      {"name = \"x\"\n[[context]]\nmatch = '^A(?P<a>.+)$'\nneeds = [\"b\"]\n[[context]]\nmatch = "
       "'^B(?P<b>.+)$'\nneeds = [\"a\"]\n",
       "x.toml:4:9: context[0].needs: \"b\" must come from a [[context]] with (?P<b>…) that does not need this one; "
       "there is none"},
      {"name = \"x\"\n[[ignore]]\nname = \"a\"\nmatch = '(取)\\1'\n",
       "x.toml:4:9: ignore[0].match: RE2 has no back-references (\\1) (invalid escape sequence: \\1); a pattern cannot "
       "ask for the same words again"},
      {"name = \"x\"\n[[example]]\nname = \"a\"\ninput = \"b\"\n[[example.measures]]\nproject = 5\n",
       "x.toml:6:11: example[0].measures[0].project: write numbers and dates as strings too, such as project = \"5\""},
  };
  for (const auto& c : rejected) {
    const auto grammar = load_grammar(c.toml, "x.toml");
    ASSERT_FALSE(grammar) << c.toml;
    EXPECT_EQ(grammar.error().message.en, c.message);
    EXPECT_EQ(grammar.error().code, ErrorCode::kUsage);
  }
}

TEST(Grammar, OneLabelLeadsToOneField) {
  const std::string twice = std::string(kMinimal) + "[[field]]\nname = \"other\"\nlabels = [\"施策\"]\n";
  const auto grammar = load_grammar(twice, "x.toml");
  ASSERT_FALSE(grammar);
  EXPECT_NE(grammar.error().message.en.find("the label \"施策\" is defined twice"), std::string::npos)
      << grammar.error().message.en;
}

TEST(Grammar, BrokenTomlNamesItsPlace) {
  const auto grammar = load_grammar("name = \n", "x.toml");
  ASSERT_FALSE(grammar);
  EXPECT_EQ(grammar.error().message.en.substr(0, 9), "x.toml:1:");
}

TEST(Grammar, BrokenTomlHasARemedy) {
  const struct {
    const char* toml;
    const char* remedy;
  } cases[] = {
      {"name = \"\\s\"\n", "write patterns in '…', where \\ stands for itself"},
      {"name = \"\x8F\xF3\"\n", "save the file as UTF-8"},
      {"name = \"a\"\nname = \"b\"\n", "the name stands further up as well"},
  };
  for (const auto& c : cases) {
    const auto grammar = load_grammar(c.toml, "x.toml");
    ASSERT_FALSE(grammar);
    EXPECT_NE(grammar.error().message.en.find(c.remedy), std::string::npos) << grammar.error().message.en;
  }
}

}  // namespace
}  // namespace torikomi

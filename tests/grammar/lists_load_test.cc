// Keys for bodies, tables of cards, amounts in running text and indicators: what is refused, and how that is said.
#include <gtest/gtest.h>

#include <string>

#include "torikomi/grammar/grammar.h"

namespace torikomi {
namespace {

TEST(GrammarLists, ReadsTheKeys) {
  const auto grammar = load_grammar(R"(name = "x"
[[context]]
match  = '^(?P<fiscal_year>令和.年度) 採択団体$'
resets = ["policy_area"]
[[context]]
match  = '^参考資料$'
resets = ["fiscal_year"]
[[field]]
name       = "recipients"
type       = "bodies"
inner_role = "partner"
names_card = true
[[table]]
name     = "adopted"
type     = "cards"
required = ["recipients"]
group    = "policy_area"
  [[table.column]]
  field  = "recipients"
  labels = ["団体名"]
[[bodies]]
name  = "list"
under = '[0-9]団体'
[amounts]
year = '\((?P<year>令和.年度)\)$'
[[amounts.cue]]
kind   = "cap"
before = ["上限額"]
[indicators]
under  = '^アウトプット$'
target = ["目標値"]
)",
                                    "x.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  EXPECT_EQ(grammar->fields[0].role, "recipient") << "the usual role";
  EXPECT_EQ(grammar->fields[0].inner_role, "partner");
  EXPECT_EQ(grammar->bodies[0].inner_role, "recipient") << "as the role, where it is not given";
  EXPECT_EQ(grammar->tables[0].columns[0].field, "recipients");
  EXPECT_EQ(grammar->amounts.cues[0].kind, "cap");
  EXPECT_TRUE(grammar->indicators.under.has_value());
}

TEST(GrammarLists, ErrorsSayWhereAndWhatWouldBeRight) {
  const struct {
    const char* toml;
    const char* message;
  } rejected[] = {
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = [\"甲\"]\ntype = \"bodies\"\nrole = \"recipent\"\n",
       "x.toml:6:8: field[0].role: \"recipent\" is not known; did you mean recipient? (known: proposer, partner, lead, "
       "host, attendee, lecturer, member, recipient)"},
      {"name = \"x\"\n[[field]]\nname = \"a\"\nlabels = [\"甲\"]\nrole = \"recipient\"\n",
       "x.toml:5:8: field[0].role: has a meaning only in a field of type \"bodies\""},
      {"name = \"x\"\n[[field]]\nname = \"plan\"\nlabels = [\"甲\"]\n[[table]]\nname = \"t\"\ntype = \"cards\"\n"
       "[[table.column]]\nfield = \"paln\"\nlabels = [\"乙\"]\n",
       "x.toml:9:9: table[0].column[0].field: no [[field]] is called \"paln\"; the nearest: plan"},
      {"name = \"x\"\n[[field]]\nname = \"plan\"\nlabels = [\"甲\"]\n[[table]]\nname = \"t\"\ntype = \"cards\"\n"
       "required = [\"plam\"]\n[[table.column]]\nfield = \"plan\"\nlabels = [\"乙\"]\n",
       "x.toml:8:12: table[0].required: no [[field]] is called \"plam\"; the nearest: plan"},
      {"name = \"x\"\n[[field]]\nname = \"plan\"\nlabels = [\"甲\"]\n[[table]]\nname = \"t\"\ntype = \"kpi\"\n"
       "[[table.column]]\nfield = \"plan\"\nlabels = [\"乙\"]\n",
       "x.toml:9:9: table[0].column[0].field: has a meaning only in a table of type \"cards\""},
      {"name = \"x\"\n[[table]]\nname = \"t\"\ntype = \"kpi\"\ngroup = \"policy_area\"\n[[table.column]]\n"
       "role = \"indicator\"\nlabels = [\"指標\"]\n",
       "x.toml:5:9: table[0].group: has a meaning only in a table of type \"cards\""},
      {"name = \"x\"\n[[field]]\nname = \"plan\"\n", "x.toml:2:1: field[0].labels: give at least one label"},
      {"name = \"x\"\n[[bodies]]\nname = \"list\"\n", "x.toml:2:1: bodies[0].under: this key is required"},
      {"name = \"x\"\n[amounts]\n", "x.toml:2:1: amounts.cue: give at least one [[amounts.cue]]"},
      {"name = \"x\"\n[amounts]\n[[amounts.cue]]\nkind = \"cap\"\n",
       "x.toml:3:1: amounts.cue[0].before: give at least one word that stands before or behind the amount"},
      {"name = \"x\"\n[amounts]\nyear = '^令和'\n[[amounts.cue]]\nkind = \"cap\"\nbefore = [\"上限額\"]\n",
       "x.toml:3:8: amounts.year: put (?P<year>…) around the fiscal year"},
      {"name = \"x\"\n[indicators]\ntarget = [\"目標\"]\n", "x.toml:2:1: indicators.under: this key is required"},
      {"name = \"x\"\n[indicators]\nunder = '^KPI$'\nrole = \"goal\"\n",
       "x.toml:4:8: indicators.role: \"goal\" is none of: baseline, current, target"},
      {"name = \"x\"\n[card]\nneeds = [\"year\"]\n", "x.toml:3:9: card.needs: has a meaning only beside cell"},
  };
  for (const auto& c : rejected) {
    const auto grammar = load_grammar(c.toml, "x.toml");
    ASSERT_FALSE(grammar) << c.toml;
    EXPECT_EQ(grammar.error().message.en, c.message);
    EXPECT_EQ(grammar.error().code, ErrorCode::kUsage);
  }
}

}  // namespace
}  // namespace torikomi

// Labels and their words by turns in the rows of a card.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "torikomi/core/source.h"
#include "torikomi/grammar/match.h"

namespace torikomi {
namespace {

constexpr const char* kGrammar = R"(name = "small"
[card]
start = ["project"]
[[field]]
name   = "project"
labels = ["事業名"]
[[field]]
name   = "department"
labels = ["担当部局"]
[[field]]
name   = "office"
labels = ["担当課室"]
[[field]]
name   = "responsible"
labels = ["作成責任者"]
)";

/// "label=text|text" of every field of the cards of a report.
std::vector<std::string> fields(std::string report) {
  const auto grammar = load_grammar(kGrammar, "small.toml");
  const Source source("x.txt", std::move(report));
  NormText norm = normalize(source);
  const Layout layout = split_blocks(norm);
  const DocumentMatch match = match_cards(norm, layout, &*grammar, {});
  std::vector<std::string> out;
  for (const CardMatch& card : match.cards) {
    for (const FieldMatch& field : card.fields) {
      std::string line = std::string(norm.slice(field.label)) + "=";
      for (const NormSpan text : field.texts) line += (line.ends_with('=') ? "" : "|") + std::string(norm.slice(text));
      out.push_back(line);
    }
  }
  return out;
}

TEST(Pairs, WordsOfACellOverSeveralColumnsCountOnce) {
  struct Case {
    const char* row;
    const char* department;
  };
  const Case cases[] = {
      {"担当部局\t社会局\t社会局\t社会局", "担当部局=社会局"},
      {"担当部局\t社会局\t社会局\t保健局", "担当部局=社会局|保健局"},
      {"担当部局\t社会局\t\t社会局", "担当部局=社会局|社会局"},  // an empty cell between: two cells
      {"担当部局\t120\t120", "担当部局=120|120"},                // values come again
      {"担当部局\t○\t○", "担当部局=○|○"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(fields("事業名\t航路の応援\n" + std::string(c.row) + "\n").at(1), c.department) << c.row;
}

TEST(Pairs, ALabelAtTheEndOfARowHasItsWordsBelow) {
  const std::string row = "事業名\t航路の応援\t担当部局\t交通局\t作成責任者\n";
  const auto told = [&](const std::string& next) { return fields(row + next).at(2); };
  EXPECT_EQ(told("担当課室\t航路課\t\t\t課長 山田 太郎\n"), "作成責任者=課長 山田 太郎");
  EXPECT_EQ(told("---\t---\t---\t---\t---\n担当課室\t航路課\t\t\t課長 山田 太郎\n"), "作成責任者=課長 山田 太郎");
  EXPECT_EQ(told("担当課室\t航路課\t\t課長 山田 太郎\n"), "作成責任者=") << "another column";
  EXPECT_EQ(told("担当課室\t\t\t\t課長 山田 太郎\n"), "作成責任者=") << "the label beside it has no other words";
  EXPECT_EQ(told("担当課室\t航路課\n担当課室\t海運課\t\t\t課長 山田 太郎\n"), "作成責任者=") << "two rows below";
}

}  // namespace
}  // namespace torikomi

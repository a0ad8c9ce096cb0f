// Cards that a cell or a line opens by its form, lines that tell rows, families in every writing.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "torikomi/core/source.h"
#include "torikomi/grammar/match.h"

namespace torikomi {
namespace {

constexpr const char* kReport = R"(name = "small"
[detect]
[[detect.line]]
match    = '(?m)^1 日時\t'
required = true
[card]
cell  = ['^\([0-9]\)(?P<project>[^()]+\([^()]+\)) (?P<achievements>.+)$', '^\([0-9]\) ?(?P<project>.+)$']
group = "policy_area"
until = '^1 日時$'
text  = "achievements"
[[field]]
name   = "when"
labels = ["日時"]
type   = "when"
[[line]]
name  = "founded"
type  = "schedule"
match = '^(?P<activity>[^()]+)\((?P<date>平成[0-9]+年)設立\)$'
[[line]]
name  = "aim"
type  = "kpi"
under = '目標'
match = '^(?P<indicator>[^→]+)→(?P<target>[^→]+)$'
[[line]]
name  = "balance"
type  = "amount"
kind  = "other"
match = '^(?P<item>差引)\t(?P<amount>[0-9,]+)$'
)";

/// A document that has been matched; keeps what the spans index.
class Matched {
 public:
  explicit Matched(std::string text)
      : grammar_(*load_grammar(kReport, "small.toml")),
        source_("x.txt", std::move(text)),
        norm_(normalize(source_)),
        layout_(split_blocks(norm_)),
        match(match_cards(norm_, layout_, &grammar_, {})) {}

  [[nodiscard]] std::string words(NormSpan span) const { return std::string(norm_.slice(span)); }

  /// "group/title: text, text" of every card.
  [[nodiscard]] std::vector<std::string> cards() const {
    std::vector<std::string> out;
    for (const CardMatch& card : match.cards) {
      std::string line;
      for (const ContextValue& value : card.contexts)
        if (value.name == "policy_area") line += words(value.text) + "/";
      line += words(card.title) + ":";
      for (const ContextValue& value : card.contexts)
        if (value.name == "achievements") line += " " + words(value.text);
      for (const NormSpan text : card.texts) line += " " + words(text);
      for (const FieldMatch& field : card.fields) line += " [" + words(field.label) + "]";
      out.push_back(std::move(line));
    }
    return out;
  }

  /// "rule|cell|cell" of every row of the sheets.
  [[nodiscard]] std::vector<std::string> rows() const {
    std::vector<std::string> out;
    for (const CardMatch& sheet : match.sheets) {
      for (const TableMatch& table : sheet.tables) {
        for (const TableRow& row : table.rows) {
          std::string line = table.rule->name;
          for (const NormSpan cell : row.cells) line += "|" + words(cell);
          if (!table.unit.empty()) line += "|" + words(table.unit);
          out.push_back(std::move(line));
        }
      }
    }
    return out;
  }

 private:
  Grammar grammar_;
  Source source_;
  NormText norm_;
  Layout layout_;

 public:
  DocumentMatch match;
};

using Lines = std::vector<std::string>;

TEST(Cards, OpenByTheFormOfACell) {
  const struct {
    const char* name;
    const char* text;
    Lines cards;
  } cases[] = {
      {"behind the name of its group, which holds for the next",
       "研修\t(1)防災\t\n(2)接遇\t\t\n",
       {"研修/防災:", "研修/接遇:"}},
      {"a line, and one with the dash of a list", "(1) 防災\n\n- (2)接遇\n", {"防災:", "接遇:"}},
      {"the first pattern that fits", "(1)外部研修(入門) 数字の読み方\n", {"外部研修(入門): 数字の読み方"}},
      {"words without label are its text; the group printed again is not",
       "研修\t(1)防災\t\n\t①避難所\t\n研修\t②備蓄\t\n\n- ③訓練\n",
       {"研修/防災: ①避難所 ②備蓄 ③訓練"}},
      {"several cells are a table, no text", "研修\t(1)防災\t\t\n\t甲\t乙\t丙\n", {"研修/防災:"}},
      {"details below the name of a card are its own",
       "(1)防災\n\n1 日時\t5月1日\n\n(2)接遇\n",
       {"防災: [日時]", "接遇:"}},
      {"details with a heading of their own end the cards",
       "(1)防災\n\n防災研修会\n1 日時\t5月1日\n\n(2)入門編\n",
       {"防災:"}},
      {"what stands behind a label is its words", "日時\t(1)午前の部\n", {}},
      {"a sentence in brackets opens nothing", "(注)数字は概数\n", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(Matched(c.text).cards(), c.cards) << c.name;
}

TEST(Lines, TellRowsByTheirForm) {
  const struct {
    const char* name;
    const char* text;
    Lines rows;
  } cases[] = {
      {"named groups are the columns", "観光協議会(平成23年設立)\n", {"founded|観光協議会|平成23年"}},
      {"the mark of a list is no part of the words", "- 観光協議会(平成23年設立)\n", {"founded|観光協議会|平成23年"}},
      {"only below the heading that the rule names", "《目標》\n\n- 拠点数→20\n", {"aim|拠点数|20"}},
      {"elsewhere it says nothing", "《流れ》\n\n- 申請→決定\n", {}},
      {"a row, with the unit that stands above", "(単位:千円)\n\n差引\t1,200\n", {"balance|差引|1,200|千円"}},
      {"a sentence ends what a unit holds for",
       "(単位:千円)\n\n次に、残りを示す。\n\n差引\t1,200\n",
       {"balance|差引|1,200"}},
      {"a form that does not fit", "観光協議会(平成23年設立)の活動\n", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(Matched(c.text).rows(), c.rows) << c.name;
}

TEST(Lines, AreTakenWhollyOrStayInTheProse) {
  EXPECT_EQ(Matched("観光協議会(平成23年設立)\n").match.claims[0].claim, Claim::kCard);
  EXPECT_EQ(Matched("観光協議会は平成23年設立\n").match.claims[0].claim, Claim::kNone);
}

TEST(Detect, AFamilyIsKnownInEveryWriting) {
  std::vector<Grammar> grammars;
  grammars.push_back(*load_grammar(kReport, "small.toml"));
  const auto score = [&](std::string text) {
    const Source source("x.txt", std::move(text));
    NormText norm = normalize(source);
    return score_families(norm, split_blocks(norm), grammars).front().score;
  };
  EXPECT_EQ(score("1 日時\t5月1日\n2 場所\t市役所\n"), 1U);
  EXPECT_EQ(score("| 1 日時 | 5月1日 |\n|---|---|\n| 2 場所 | 市役所 |\n"), 1U);
  EXPECT_EQ(score("<table><tr><td>1 日時</td><td>5月1日</td></tr><tr><td>2 場所</td><td>市役所</td></tr></table>\n"),
            1U);
  EXPECT_EQ(score("1 日程\t5月1日\n"), 0U);
}

/// Families left out early: the best ones are the same as when every pattern is tried.
TEST(Detect, FamiliesThatCannotWinAreNotTried) {
  const auto family = [](std::string name, const std::vector<std::pair<std::string, int>>& lines) {
    std::string text = "name = \"" + name + "\"\nversion = 1\ntitle = { ja = \"題\", en = \"t\" }\n[card]\n" +
                       "start = [\"f\"]\n[[field]]\nname = \"f\"\nlabels = [\"見出し\"]\n";
    for (const auto& [words, weight] : lines)
      text += "[[detect.line]]\nmatch = '" + words + "'\nweight = " + std::to_string(weight) + "\n";
    return *load_grammar(text, name + ".toml");
  };
  std::vector<Grammar> grammars;
  grammars.push_back(family("a-small", {{"施策", 1}}));
  grammars.push_back(family("b-equal", {{"目標", 3}, {"実績", 1}}));
  grammars.push_back(family("c-equal", {{"計画", 3}, {"方針", 1}}));
  grammars.push_back(family("d-large", {{"評価", 4}, {"予算", 4}}));
  for (const char* words :
       {"施策", "目標 計画", "計画 方針 施策", "目標 実績 計画 方針", "評価 施策 目標", "評価 予算"}) {
    const Source source("x.txt", std::string(words) + "\n");
    NormText norm = normalize(source);
    const Layout layout = split_blocks(norm);
    const auto quick = score_families(norm, layout, grammars);
    const auto whole = score_families(norm, layout, grammars, ScoreDetail::kReasons);
    for (std::size_t i = 0; i < whole.size() && whole[i].score == whole.front().score; ++i) {
      EXPECT_EQ(quick[i].grammar->name, whole[i].grammar->name) << words;
      EXPECT_EQ(quick[i].score, whole[i].score) << words;
    }
  }
}

TEST(Detect, FirstLinesAreCounted) {
  constexpr std::string_view kTitled = R"(
name = "titled"
version = 1
title = { ja = "題", en = "titled" }
[card]
start = ["when"]
[[field]]
name = "when"
labels = ["日時"]
[[detect.line]]
match = '(?m)^計画'
first_lines = 2
)";
  std::vector<Grammar> grammars;
  auto grammar = load_grammar(kTitled, "titled.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  grammars.push_back(*std::move(grammar));
  const auto score = [&](std::string text) {
    const Source source("x.txt", std::move(text));
    NormText norm = normalize(source);
    return score_families(norm, split_blocks(norm), grammars).front().score;
  };
  EXPECT_EQ(score("山形市\n計画\n本文\n"), 1U);
  EXPECT_EQ(score("山形市\n令和5年\n計画\n"), 0U);
}

}  // namespace
}  // namespace torikomi

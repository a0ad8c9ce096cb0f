// Tables of cards, headings that end or bring back what others said, and rows of dates.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "torikomi/core/source.h"
#include "torikomi/grammar/match.h"

namespace torikomi {
namespace {

constexpr const char* kSlides = R"(name = "slides"
[[context]]
match  = '^(?P<fiscal_year>令和[0-9]年度) 採択団体$'
resets = ["policy_area"]
[[context]]
match  = '^参考資料$'
resets = ["fiscal_year", "policy_area"]
[[context]]
match  = '^(?P<policy_area>.型)$'
recall = true
[[field]]
name       = "recipients"
type       = "bodies"
names_card = true
[[field]]
name = "project"
[[field]]
name = "plan"
[[table]]
name     = "adopted"
type     = "cards"
required = ["recipients"]
group    = "policy_area"
open     = true
  [[table.column]]
  field  = "recipients"
  labels = ["団体名"]
  [[table.column]]
  field  = "project"
  labels = ["事業名"]
  [[table.column]]
  field  = "plan"
  labels = ["概要"]
)";

/// "fiscal_year/policy_area: field=words, …" of every card; dates as "@activity=date".
std::vector<std::string> matched(const std::string& text, std::vector<Claim>* claims = nullptr) {
  const auto grammar = load_grammar(kSlides, "slides.toml");
  EXPECT_TRUE(grammar);
  const Source source("x.txt", text);
  NormText norm = normalize(source);
  const Layout layout = split_blocks(norm);
  const DocumentMatch match = match_cards(norm, layout, &*grammar, {});
  const auto words = [&](NormSpan span) { return std::string(norm.slice(span)); };
  const auto context = [&](const CardMatch& card, std::string_view name) {
    for (const ContextValue& value : card.contexts)
      if (value.name == name) return words(value.text);
    return std::string();
  };
  std::vector<std::string> out;
  for (const CardMatch& card : match.cards) {
    std::string line = context(card, "fiscal_year") + "/" + context(card, "policy_area") + ":";
    for (const FieldMatch& field : card.fields) {
      line += " " + field.rule->name + "=";
      for (const NormSpan part : field.texts) line += words(part);
    }
    out.push_back(line);
  }
  for (const CardMatch& sheet : match.sheets)
    for (const TableMatch& table : sheet.tables)
      for (const TableRow& row : table.rows) out.push_back("@" + words(row.cells[0]) + "=" + words(row.cells[1]));
  if (claims != nullptr)
    for (const BlockClaim& claim : match.claims) claims->push_back(claim.claim);
  return out;
}

using Lines = std::vector<std::string>;

TEST(CardTables, EveryRowIsACard) {
  EXPECT_EQ(matched("団体名\t事業名\t概要\t備考\n"
                    "夕張市\t交流会\t人を招く。\t新規\n"
                    "\t写真展\t写真を飾る。\t\n"
                    "\t\t冊子も作る。\t\n"
                    "2 連携の取組\t\t\t\n"
                    "鳥取県【日野町】\t実習\t学ぶ。\t\n"
                    "合計\t3件\t\t\n"),
            (Lines{"/: recipients=夕張市 project=交流会 plan=人を招く。 other=新規",
                   "/: recipients=夕張市 project=写真展 plan=写真を飾る。冊子も作る。",
                   "/連携の取組: recipients=鳥取県【日野町】 project=実習 plan=学ぶ。"}));
}

TEST(CardTables, RowsGoOnBehindAPageBreakOnlyWhereTheyNameBodies) {
  EXPECT_EQ(
      matched("団体名\t事業名\t概要\n夕張市\t交流会\t人を招く。\n\n※は2年目の団体\n\n岩手県\t実習\t学ぶ。\n").size(),
      2U);
  EXPECT_EQ(matched("団体名\t事業名\t概要\n夕張市\t交流会\t人を招く。\n\n次の表\n\n面積\t人口\t産業\n").size(), 1U);
}

TEST(CardTables, HeadingsEndAndBringBack) {
  const std::string table = "団体名\t概要\n夕張市\t学ぶ。\n";
  EXPECT_EQ(matched("令和4年度 採択団体\n\nA型\n\n令和5年度 採択団体\n\nB型\n\n参考資料\n\nA型\n" + table),
            (Lines{"令和4年度/A型: recipients=夕張市 plan=学ぶ。"}))
      << "the page has lost its title; A型 stood under one";
  EXPECT_EQ(matched("令和4年度 採択団体\n\nA型\n\n令和5年度 採択団体\n\nA型\n\n参考資料\n\nA型\n" + table),
            (Lines{"/A型: recipients=夕張市 plan=学ぶ。"}))
      << "under two: nothing is guessed";
  EXPECT_EQ(matched("令和4年度 採択団体\n\nA型\n\n令和5年度 採択団体\n\n" + table),
            (Lines{"令和5年度/: recipients=夕張市 plan=学ぶ。"}))
      << "a new year ends the type";
}

TEST(CardTables, AHeadingThatNoCardUsesIsLeftToTheSections) {
  std::vector<Claim> claims;
  matched("A型\n\nB型\n\n団体名\t概要\n夕張市\t学ぶ。\n", &claims);
  EXPECT_EQ(claims[0], Claim::kNone);
  EXPECT_EQ(claims[2], Claim::kContext);
}

TEST(CardTables, ARowOfDatesBelowARowOfWords) {
  EXPECT_EQ(matched("宣言\t協約の締結\n平成27年2月24日\t平成27年3月25日\n"),
            (Lines{"@宣言=平成27年2月24日", "@協約の締結=平成27年3月25日"}));
  EXPECT_TRUE(matched("宣言\t協約の締結\n平成27年2月24日\t未定\n").empty());
  EXPECT_TRUE(matched("平成26年度\t平成27年度\n10人\t20人\n").empty());
}

}  // namespace
}  // namespace torikomi

#include "torikomi/draft.h"

#include <gtest/gtest.h>

#include "torikomi/examples.h"

namespace torikomi {
namespace {

/// Three cards of a form that no family describes: a row of two labels, a roster, labels above their words.
constexpr std::string_view kCards =
    "空き家対策の取組\n\n"
    "取組項目\t空き家バンク\t受持ち\t住宅課\n"
    "協力団体\t■津山市 □玉野市\n"
    "ね ら い\t移住の促進\n"
    "進め方（令和5年度）\t困りごと\n"
    "・台帳をつくり、月に一度見直す\t・登録が進まず、所有者の同意を得にくい\n\n"
    "取組項目\t解体補助\t受持ち\t建築課\n"
    "協力団体\t□津山市 ■玉野市\n"
    "ね ら い\t危険な建物を減らす\n"
    "進め方（令和5年度）\t困りごと\n"
    "・補助の額を見直し、窓口を一つにする\t・申請が年度末に集まり、審査が遅れる\n\n"
    "取組項目\t相談会\t受持ち\t市民課\n"
    "協力団体\t■津山市 ■玉野市\n"
    "ね ら い\t早めの相談を促す\n"
    "進め方（令和5年度）\t困りごと\n"
    "・専門家と組み、各地区で開く\t・参加者が少なく、知られていない\n";

std::vector<Document> read(std::initializer_list<std::string_view> texts) {
  std::vector<Document> out;
  for (const std::string_view text : texts) {
    auto document = ingest({"report.txt", std::string(text)}, {});
    EXPECT_TRUE(document);
    if (document) out.push_back(*std::move(document));
  }
  return out;
}

TEST(Draft, FindsWhatRecursInEveryCard) {
  const auto toml = draft_grammar("akiya", read({kCards}), {});
  ASSERT_TRUE(toml) << toml.error().message.en;
  const auto grammar = load_grammar(*toml, "akiya.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en << "\n" << *toml;
  EXPECT_EQ(grammar->card.start, (std::vector<std::string>{"project", "department"}));
  for (const std::string_view label : {"取組項目", "受持ち", "協力団体", "ねらい", "進め方", "困りごと"})
    EXPECT_TRUE(grammar->labels.contains(std::string(label))) << label << "\n" << *toml;
  EXPECT_EQ(grammar->labels.size(), 6U) << *toml;  // and no words of a card
  EXPECT_EQ(grammar->field("協力団体")->type, FieldType::kMarks);
}

TEST(Draft, ReadsItsOwnExampleAndTakesInTheReport) {
  const auto toml = draft_grammar("akiya", read({kCards}), {});
  ASSERT_TRUE(toml);
  const auto grammar = load_grammar(*toml, "akiya.toml");
  ASSERT_TRUE(grammar);
  for (const Message& fault : check_examples(*grammar)) ADD_FAILURE() << fault.en;
  // found by itself, not forced: its detect lines fit the report
  const auto document = ingest({"report.txt", std::string(kCards)}, {std::span(&*grammar, 1), nullptr, Language::kEn});
  ASSERT_TRUE(document);
  const Table& measures = document->records[TableId::measures];
  ASSERT_EQ(measures.size(), 3U);
  EXPECT_EQ(measures.row(1)[col::measures::project].text(), "解体補助");
  EXPECT_EQ(document->records[TableId::participants].size(), 6U);
  EXPECT_EQ(document->records[TableId::fields].size(), 18U);
}

TEST(Draft, OneCardAReport) {
  const std::string_view first = "相談先\t市民課\n受付日\t毎週、月曜から金曜\n";
  const std::string_view second = "相談先\t福祉課\n受付日\t第二、第四土曜\n";
  const auto toml = draft_grammar("madoguchi", read({first, second}), {});
  ASSERT_TRUE(toml);
  const auto grammar = load_grammar(*toml, "madoguchi.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en << "\n" << *toml;
  EXPECT_EQ(grammar->card.start, (std::vector<std::string>{"project"}));
  EXPECT_TRUE(grammar->labels.contains("受付日"));
}

TEST(Draft, KnownLabelsKeepNameAndType) {
  const auto known = built_in_grammars();
  const auto toml =
      draft_grammar("cards", read({"部門\t総務部\n上限額\t特に定めない\n部門\t福祉部\n上限額\t別に定める\n"}), known);
  ASSERT_TRUE(toml);
  const auto grammar = load_grammar(*toml, "cards.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  ASSERT_NE(grammar->field("cap"), nullptr) << *toml;
  EXPECT_EQ(grammar->field("cap")->type, FieldType::kAmount);
}

/// A cell as CSV writes it.
std::string written(const Cell& cell) {
  std::string out;
  cell.append_to(out);
  return out;
}

/// A draft that reads the reports it was made from.
Document read_with_draft(std::string_view report) {
  const auto toml = draft_grammar("drafted", read({report}), built_in_grammars());
  EXPECT_TRUE(toml) << toml.error().message.en;
  const auto grammar = load_grammar(*toml, "drafted.toml");
  EXPECT_TRUE(grammar) << grammar.error().message.en << "\n" << *toml;
  for (const Message& fault : check_examples(*grammar)) ADD_FAILURE() << fault.en;
  auto document = ingest({"report.txt", std::string(report)}, {std::span(&*grammar, 1), nullptr, Language::kEn});
  EXPECT_TRUE(document);
  return *std::move(document);
}

TEST(Draft, HeadsAboveTheLabelsNameTheCards) {
  const Document document = read_with_draft(
      "採択一覧\n\n【花の通り】\n申請団体：緑町自治会\n補助金：120千円\n活動内容：\n　花壇をつくる\n\n"
      "【落語の日】\n申請団体：落語の会\n補助金：80千円\n活動内容：\n　発表会を開く\n\n"
      "【里山の道】\n申請団体：森の会\n補助金：300千円\n活動内容：\n　竹を切る\n");
  const Table& measures = document.records[TableId::measures];
  ASSERT_EQ(measures.size(), 3U);
  EXPECT_EQ(measures.row(1)[col::measures::project].text(), "落語の日");
  ASSERT_EQ(document.records[TableId::amounts].size(), 3U);
  EXPECT_EQ(written(document.records[TableId::amounts].row(2)[col::amounts::value_yen]), "300000");
}

TEST(Draft, ValuesGiveTheTypes) {
  const Document document = read_with_draft(
      "催し\t春の散策\t受持ち\t健康福祉課\n開催時期\t令和5年4月22日\n集合場所\t市役所前\n"
      "令和5年度予算\t120千円\t令和5年度決算\t110千円\n【取組】\n・歩いた\n\n"
      "催し\t夏の散策\t受持ち\t生涯学習課\n開催時期\t令和5年7月29日\n集合場所\t公民館\n"
      "令和5年度予算\t80千円\t令和5年度決算\t70千円\n【取組】\n・走った\n");
  EXPECT_EQ(document.records[TableId::measures].row(0)[col::measures::department].text(), "健康福祉課");
  ASSERT_EQ(document.records[TableId::schedules].size(), 2U);
  EXPECT_EQ(document.records[TableId::schedules].row(1)[col::schedules::edtf].text(), "2023-07-29");
  EXPECT_EQ(document.records[TableId::schedules].row(1)[col::schedules::place].text(), "公民館");
  const Table& amounts = document.records[TableId::amounts];
  ASSERT_EQ(amounts.size(), 4U);
  EXPECT_EQ(amounts.row(1)[col::amounts::kind].text(), "settlement");
  EXPECT_EQ(written(amounts.row(1)[col::amounts::fiscal_year]), "2023");
  EXPECT_EQ(document.records[TableId::sections].size(), 0U) << "the text below 【取組】 is a field";
}

TEST(Draft, TablesOfFiguresAndSpeechesAreNoCards) {
  const std::string_view book =
      "第1表 人口\n年度\t男\t女\n令和3年度\t10\t20\n令和4年度\t11\t21\n資料:総務課\n\n"
      "第2表 農家\n年度\t専業\t兼業\n令和3年度\t30\t40\n令和4年度\t31\t41\n資料:総務課\n";
  EXPECT_FALSE(draft_grammar("book", read({book}), {}));
  const auto minutes = draft_grammar(
      "minutes",
      read({"日時\t令和5年8月24日\n場所\t大会議室\n会長：始めます。\n委員：質問がある。\n会長：終わります。\n"}), {});
  ASSERT_TRUE(minutes);
  EXPECT_EQ(minutes->find("会長\""), std::string::npos) << *minutes;
}

TEST(Draft, ATextWithoutLabelsGivesAnError) {
  for (const std::string_view text : {"", "本市では、人口が減っている。今後も減る見込みである。\n", "1,200\t2,300\n"})
    EXPECT_FALSE(draft_grammar("none", read({text}), {})) << text;
}

TEST(Draft, QuotesAndBackslashesOfAReportStayWhole) {
  const std::string_view text =
      "取組\t\"窓口\"の\\改善\n受付\t'毎日'、と書く\n取組\tもう\t一つ\"\"\"\n受付\t休みなし、年中\n";
  const auto toml = draft_grammar("quo\"tes", read({text}), {});
  ASSERT_TRUE(toml);
  const auto grammar = load_grammar(*toml, "quotes.toml");
  ASSERT_TRUE(grammar) << grammar.error().message.en << "\n" << *toml;
  for (const Message& fault : check_examples(*grammar)) ADD_FAILURE() << fault.en;
}

}  // namespace
}  // namespace torikomi

#include "cli/parse_values.h"

#include <gtest/gtest.h>

#include <sstream>

namespace torikomi {
namespace {

TEST(ParseValues, WritesOneDateWithAllThatItHolds) {
  EXPECT_EQ(parse_line_json(ValueKind::kDate, "令和７年３月１１日（火）13：30～", {}),
            R"({"text":"令和７年３月１１日（火）13：30～","found":[{"span":[0,36],"text":"令和７年３月１１日（火）",)"
            R"("edtf":"2025-03-11","start":"2025-03-11","end":"2025-03-11","precision":"day","approximate":false,)"
            R"("year_inferred":false,"era_overflow":false,"lunisolar":false,"recurring":false,"planned":false,)"
            R"("pair_agrees":true,"weekday":"tuesday","weekday_agrees":true,"start_time":"13:30","end_time":null}]})");
}

TEST(ParseValues, WritesOneNumberWithAllThatItHolds) {
  EXPECT_EQ(parse_line_json(ValueKind::kNumber, "約２.５億円", {}),
            R"({"text":"約２.５億円","found":[{"span":[0,16],"text":"約２.５億円","value":"250000000","unit":"円",)"
            R"("per":"","comparator":"=","cumulative":false,"approximate":true,"low":null,"high":null}]})");
}

TEST(ParseValues, WritesOneNameWithAllThatItHolds) {
  EXPECT_EQ(parse_line_json(ValueKind::kName, "於：岡山県　津山市", {}),
            R"({"text":"於：岡山県　津山市","found":[{"span":[6,27],"text":"岡山県　津山市","code":"332038",)"
            R"("prefecture":"岡山県","parent":"","name":"津山市","kind":"city","former":false,)"
            R"("candidates":[{"code":"332038","prefecture":"岡山県","parent":"","name":"津山市","kind":"city"}]}]})");
}

// 府中市 is one of two: it has no code until the context tells which.
TEST(ParseValues, AnAmbiguousNameHasCandidatesAndNoCode) {
  const std::string line = parse_line_json(ValueKind::kName, "府中市", {});
  EXPECT_NE(line.find(R"("code":null,"prefecture":null,"parent":null,"name":null,"kind":null)"), std::string::npos)
      << line;
  EXPECT_NE(line.find(R"({"code":"132063","prefecture":"東京都")"), std::string::npos) << line;
  EXPECT_NE(line.find(R"({"code":"342084","prefecture":"広島県")"), std::string::npos) << line;
  const auto home = read_value_context("prefecture=広島県");
  ASSERT_TRUE(home);
  EXPECT_NE(parse_line_json(ValueKind::kName, "府中市", *home).find(R"("code":"342084")"), std::string::npos);
}

TEST(ParseValues, ANameFollowsTheDateOfTheContext) {
  const auto context = read_value_context("date=2019-04-30");
  ASSERT_TRUE(context);
  EXPECT_NE(parse_line_json(ValueKind::kName, "篠山市", *context).find(R"("former":false)"), std::string::npos);
  EXPECT_NE(parse_line_json(ValueKind::kName, "篠山市", {}).find(R"("former":true)"), std::string::npos);
}

// The spans are bytes of the text as it was given, not of its normalised form.
TEST(ParseValues, SpansIndexTheTextAsGiven) {
  for (const char* text : {"㍻29年度", "会議 ㍻２９年５月１９日 開催", "**平成29年**"}) {
    const std::string line = parse_line_json(ValueKind::kDate, text, {});
    EXPECT_NE(line.find("\"edtf\":\"2017"), std::string::npos) << line;
  }
  EXPECT_NE(parse_line_json(ValueKind::kDate, "㍻29年度", {}).find("\"span\":[0,11],\"text\":\"㍻29年度\""),
            std::string::npos);
}

TEST(ParseValues, LeavesOutTheFiguresOfDates) {
  EXPECT_EQ(parse_line_json(ValueKind::kNumber, "平成29年5月19日 13:30", {}),
            R"({"text":"平成29年5月19日 13:30","found":[]})");
  EXPECT_NE(parse_line_json(ValueKind::kNumber, "5月19日に30人", {}).find("\"value\":\"30\""), std::string::npos);
  EXPECT_EQ(parse_line_json(ValueKind::kNumber, "20170519", {}), R"({"text":"20170519","found":[]})");
  EXPECT_NE(parse_line_json(ValueKind::kNumber, "20179999", {}).find("\"value\":\"20179999\""), std::string::npos);
}

TEST(ParseValues, FindsNothingWhereNothingIs) {
  EXPECT_EQ(parse_line_json(ValueKind::kDate, "方針の決定", {}), R"({"text":"方針の決定","found":[]})");
  EXPECT_EQ(parse_line_json(ValueKind::kName, "市町村合併の検討", {}), R"({"text":"市町村合併の検討","found":[]})");
  EXPECT_EQ(parse_line_json(ValueKind::kNumber, "", {}), R"({"text":"","found":[]})");
  EXPECT_EQ(parse_line_json(ValueKind::kNumber, "\xFF", {}), "{\"text\":\"\xEF\xBF\xBD\",\"found\":[]}");
}

TEST(ParseValues, ReadsItsContext) {
  const auto context =
      read_value_context("fiscal_year=2017,date=2017-08-01,previous=2017-05-19,unit=千円,prefecture=岡山県");
  ASSERT_TRUE(context);
  EXPECT_EQ(context->date.fiscal_year, 2017);
  EXPECT_EQ(context->unit, "千円");
  EXPECT_NE(parse_line_json(ValueKind::kDate, "9月1日", *context).find("\"edtf\":\"2017-09-01\""), std::string::npos);
  EXPECT_NE(parse_line_json(ValueKind::kDate, "9月1日", {}).find("\"edtf\":\"XXXX-09-01\""), std::string::npos);
  EXPECT_TRUE(read_value_context(""));
  for (const char* text : {"year=2017", "fiscal_year=x", "fiscal_year", "date=2017-02-30", "date=8月1日",
                           "prefecture=岡山市", "prefecture="}) {
    EXPECT_FALSE(read_value_context(text)) << text;
  }
}

TEST(ParseValues, ReadsArgumentsOrElseLines) {
  std::istringstream input("9月\r\n\n10人\n");
  std::ostringstream output;
  run_parse(ValueKind::kNumber, {}, input, {}, output);
  EXPECT_EQ(output.str(), "{\"text\":\"9月\",\"found\":[]}\n{\"text\":\"\",\"found\":[]}\n" +
                              parse_line_json(ValueKind::kNumber, "10人", {}) + "\n");
  const std::string texts[] = {"10人"};
  std::ostringstream second;
  run_parse(ValueKind::kNumber, texts, input, {}, second);
  EXPECT_EQ(second.str(), parse_line_json(ValueKind::kNumber, "10人", {}) + "\n");
}

}  // namespace
}  // namespace torikomi

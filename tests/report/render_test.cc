// How findings look: full texts, caret included.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "report/one_rule.h"
#include "torikomi/report/baseline.h"
#include "torikomi/report/diff.h"
#include "torikomi/report/render.h"

namespace torikomi {
namespace {

using testing::kRule;
using testing::kRules;

class Render : public ::testing::Test {
 protected:
  /// The report of one finding on the words `printed` of `text`.
  std::string report(ReportFormat format, std::string_view printed, Language language = Language::kJa) {
    const auto at = static_cast<std::uint32_t>(source_.text().find(printed));
    FindingSet set{"a b/報告.txt", "報告.txt", "0123456789ab", &source_, {}};
    set.findings.push_back(
        {{&kRule, {at, at + static_cast<std::uint32_t>(printed.size())}, "曜日, 100%", "(土)"}, Severity::kWarning});
    const auto reporter = make_reporter(format, {language, false, 5}, kRules);
    std::string out;
    reporter->add(set, out);
    reporter->finish(out);
    return out;
  }

  Source source_{"報告.txt", "表題\n開催日\t平成29年6月3日(日) 午後\n"};
};

TEST_F(Render, TextHasACaretBelowWideLetters) {
  EXPECT_EQ(report(ReportFormat::kText, "(日)"),
            "a b/報告.txt:2:14: 警告 DAT002 曜日, 100%\n"
            " 2 | 開催日 平成29年6月3日(日) 午後\n"
            "   |                      ^^^^ (土)\n"
            "     1  DAT002  警告  曜日が日付と合わない\n"
            "1 件の入力: エラー 0、警告 1、情報 0\n");
}

TEST_F(Render, GithubEscapesWhatCommandsAreMadeOf) {
  EXPECT_EQ(report(ReportFormat::kGithub, "(日)"),
            "::warning file=a b/報告.txt,line=2,endLine=2,col=14,endColumn=17,title=DAT002::曜日, 100%25\n");
}

TEST_F(Render, JsonIsAnArrayOfRowsOfTheDiagnosticsTable) {
  rapidjson::Document json;
  json.Parse(report(ReportFormat::kJson, "(日)").c_str());
  ASSERT_TRUE(json.IsArray());
  ASSERT_EQ(json.Size(), 1U);
  EXPECT_STREQ(json[0]["document_id"].GetString(), "0123456789ab");
  EXPECT_STREQ(json[0]["source"].GetString(), "報告.txt");
  EXPECT_EQ(json[0]["line"].GetInt(), 2);
  EXPECT_EQ(json[0]["column"].GetInt(), 14);
  EXPECT_EQ(json[0]["end_column"].GetInt(), 17);
  EXPECT_STREQ(json[0]["excerpt"].GetString(), "(日)");
  EXPECT_EQ(json[0].MemberCount(), 11U);
}

TEST_F(Render, SarifNamesRuleRegionAndFingerprint) {
  rapidjson::Document json;
  json.Parse(report(ReportFormat::kSarif, "(日)").c_str());
  ASSERT_FALSE(json.HasParseError());
  EXPECT_STREQ(json["version"].GetString(), "2.1.0");
  const auto& run = json["runs"][0];
  EXPECT_STREQ(run["tool"]["driver"]["rules"][0]["id"].GetString(), "DAT002");
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleIndex"].GetInt(), 0);
  EXPECT_STREQ(result["level"].GetString(), "warning");
  const auto& place = result["locations"][0]["physicalLocation"];
  EXPECT_STREQ(place["artifactLocation"]["uri"].GetString(), "a%20b/%E5%A0%B1%E5%91%8A.txt");
  EXPECT_EQ(place["region"]["startColumn"].GetInt(), 14);
  EXPECT_TRUE(result["partialFingerprints"].HasMember("torikomi/v1"));
}

TEST_F(Render, EmptyReportsAreStillWhole) {
  for (const auto& [format, expected] : {std::pair{ReportFormat::kJson, "[]\n"}, {ReportFormat::kGithub, ""}}) {
    std::string out;
    make_reporter(format, {}, kRules)->finish(out);
    EXPECT_EQ(out, expected);
  }
}

FindingSet set_of(const Source& source, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(source.text().find(words));
  FindingSet set{"a.txt", "a.txt", "id", &source, {}};
  set.findings.push_back({{&kRule, {at, at + static_cast<std::uint32_t>(words.size())}, "m", ""}, Severity::kWarning});
  return set;
}

TEST(BaselineTest, KnownFindingsAreQuietUntilTheirLineChanges) {
  const Source first("a.txt", "3日(日)\n");
  const Source moved("a.txt", "題\n3日(日)\n");
  const Source changed("a.txt", "4日(日)\n");
  Baseline written;
  written.add(set_of(first, "(日)"), "a.txt");
  const auto known = Baseline::parse(written.to_json(), "known.json");
  ASSERT_TRUE(known);
  auto again = set_of(moved, "(日)");
  EXPECT_EQ(known->remove_known(again, "a.txt"), 1U);
  EXPECT_TRUE(again.findings.empty());
  auto other = set_of(changed, "(日)");
  EXPECT_EQ(known->remove_known(other, "a.txt"), 0U);
  EXPECT_EQ(known->remove_known(other, "b.txt"), 0U);
  EXPECT_FALSE(known->has_typed_paths());
  const auto first_version = Baseline::parse(R"({"version": 1, "findings": {}})", "known.json");
  ASSERT_TRUE(first_version);
  EXPECT_TRUE(first_version->has_typed_paths());
  EXPECT_FALSE(Baseline::parse(R"({"version": 3, "findings": {}})", "known.json"));
  EXPECT_FALSE(Baseline::parse("{}", "known.json"));
  EXPECT_FALSE(Baseline::parse("no json", "known.json"));
}

TEST(Diff, ShowsChangedLinesWithTheirContext) {
  EXPECT_EQ(unified_diff("a.txt", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n"),
            "--- a.txt\n+++ a.txt\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
  EXPECT_EQ(unified_diff("a.txt", "1\n", "1\n"), "");
  EXPECT_EQ(unified_diff("a.txt", "1\n2", "1\ntwo"),
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+two\n\\ No newline at end "
            "of file\n");
}

}  // namespace
}  // namespace torikomi

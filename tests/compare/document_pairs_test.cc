#include "compare/document_pairs.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

DocumentFacts document(std::string id, std::string source, std::string publisher, std::string title,
                       std::vector<std::string> projects = {}) {
  DocumentFacts out;
  out.document_id = std::move(id);
  out.source = std::move(source);
  out.publisher = std::move(publisher);
  out.title = std::move(title);
  out.projects = std::move(projects);
  return out;
}

/// The partner of each document of `after`, "." for none.
std::string told(const std::vector<DocumentFacts>& before, const std::vector<DocumentFacts>& after) {
  std::string out;
  for (const auto& partner : pair_documents(before, after)) out += partner ? std::to_string(*partner) : ".";
  return out;
}

/// Nobody's partner: without it, one document on each side would be a pair for want of others.
const DocumentFacts kOther = document("other", "別の文書.txt", "", "");

TEST(DocumentPairs, ByWhatTheyAreKnownBy) {
  const struct {
    const char* name;
    DocumentFacts before, after;
    const char* partner;
  } rows[] = {
      {"the same bytes", document("1", "a.txt", "", ""), document("1", "b.txt", "", ""), "0"},
      {"the same publisher and title", document("1", "a.txt", "津山市", "実績報告書"),
       document("2", "b.txt", "津山市", "実績報告書"), "0"},
      {"titles of two years", document("1", "a.txt", "津山市", "平成28年度実績報告書"),
       document("2", "b.txt", "津山市", "平成29年度実績報告書"), "0"},
      {"元年 is a year, too", document("1", "a.txt", "津山市", "令和元年度実績報告書"),
       document("2", "b.txt", "津山市", "令和2年度実績報告書"), "0"},
      {"another publisher", document("1", "a.txt", "津山市", "実績報告書"),
       document("2", "b.txt", "玉野市", "実績報告書"), "."},
      {"a title alone tells nothing", document("1", "a.txt", "", "実績報告書"),
       document("2", "b.txt", "", "実績報告書"), "."},
      {"the same file name", document("1", "a.txt", "", ""), document("2", "a.txt", "", ""), "0"},
      {"file names of two years", document("1", "report_2017.txt", "", ""), document("2", "report_2018.txt", "", ""),
       "0"},
      {"many projects in common", document("1", "a.txt", "", "", {"甲", "乙", "丙"}),
       document("2", "b.txt", "", "", {"乙", "甲", "丁"}), "0"},
      {"one project of four in common", document("1", "a.txt", "", "", {"甲", "乙"}),
       document("2", "b.txt", "", "", {"甲", "丙", "丁"}), "."},
      {"no projects at all", document("1", "a.txt", "", ""), document("2", "b.txt", "", ""), "."},
  };
  for (const auto& row : rows) EXPECT_EQ(told({row.before, kOther}, {row.after}), row.partner) << row.name;
}

TEST(DocumentPairs, OneOnEachSideAreAPairWhateverTheySay) {
  EXPECT_EQ(told({document("1", "a.txt", "", "")}, {document("2", "b.txt", "", "")}), "0");
  EXPECT_EQ(told({}, {kOther}), ".");
  EXPECT_EQ(told({kOther}, {}), "");
}

TEST(DocumentPairs, NoPartnerIsTakenTwice) {
  const std::vector<DocumentFacts> before = {document("1", "2017/a.txt", "津山市", "実績報告書")};
  const std::vector<DocumentFacts> after = {document("2", "2018/a.txt", "津山市", "実績報告書"),
                                            document("1", "copy.txt", "津山市", "実績報告書")};
  EXPECT_EQ(told(before, after), ".0");
}

/// Two documents with the same key say nothing about which is which; what differs between them does.
TEST(DocumentPairs, AKeyOfTwoIsNoKey) {
  const std::vector<DocumentFacts> before = {document("1", "a.txt", "津山市", "実績報告書"),
                                             document("2", "b.txt", "津山市", "実績報告書")};
  const std::vector<DocumentFacts> after = {document("3", "b.txt", "津山市", "実績報告書"),
                                            document("4", "a.txt", "津山市", "実績報告書")};
  EXPECT_EQ(told(before, after), "10");
}

TEST(DocumentPairs, TheBestShareOfProjectsWins) {
  const std::vector<DocumentFacts> before = {document("1", "a.txt", "", "", {"甲", "乙", "丙"}),
                                             document("2", "b.txt", "", "", {"甲", "乙", "丙", "丁"})};
  const std::vector<DocumentFacts> after = {document("3", "c.txt", "", "", {"甲", "乙", "丙", "丁"}),
                                            document("4", "d.txt", "", "", {"甲", "乙"})};
  EXPECT_EQ(told(before, after), "10");
}

}  // namespace
}  // namespace torikomi

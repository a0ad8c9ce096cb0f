// Real reports, where they are at hand: the environment variable TORIKOMI_REFERENCE names a folder with corpus/*.txt.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "text/encode.h"
#include "torikomi/text/decode.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

std::vector<std::string> reports() {
  std::vector<std::string> texts;
  const char* folder = std::getenv("TORIKOMI_REFERENCE");
  if (folder == nullptr) return texts;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(folder) / "corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

/// The lines of `text` that CP932 can hold.
std::string cp932_lines(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    if (testing::encode(text.substr(0, end), "windows-31j")) kept.append(text.substr(0, end));
    text.remove_prefix(end);
  }
  return kept;
}

TEST(Reference, TheSameTextInCp932ReadsTheSame) {
  const std::vector<std::string> texts = reports();
  if (texts.empty()) GTEST_SKIP() << "TORIKOMI_REFERENCE is not set";
  for (const std::string& text : texts) {
    const std::string lines = cp932_lines(text);
    ASSERT_GT(lines.size(), text.size() / 2);
    const auto decoded = decode(*testing::encode(lines, "windows-31j"), "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, lines);
    EXPECT_TRUE(decoded->bad.empty());
  }
}

TEST(Reference, NoMarkupIsLeft) {
  const std::vector<std::string> texts = reports();
  if (texts.empty()) GTEST_SKIP() << "TORIKOMI_REFERENCE is not set";
  for (const std::string& text : texts) {
    const Source source("a.txt", text);
    const NormText normal = normalize(source);
    for (const char* residue : {"</", "<ul", "<li", "<p>", "<u>", "<br", "<input", "<span", "<div", "&amp;", "**"}) {
      EXPECT_EQ(normal.text().find(residue), std::string_view::npos) << residue;
    }
    const Source again("b.txt", std::string(fold(normal.text())));
    EXPECT_EQ(fold(again.text()), again.text());
  }
}

}  // namespace
}  // namespace torikomi

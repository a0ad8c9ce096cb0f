#include "torikomi/core/embedded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace torikomi {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Embedded, HoldsEveryGrammarAndTableByteForByte) {
  const fs::path base = fs::path(TORIKOMI_REPOSITORY) / "grammars";
  std::vector<std::string> on_disk;
  for (const auto& entry : fs::recursive_directory_iterator(base)) {
    if (entry.path().extension() != ".toml" && entry.path().extension() != ".tsv") continue;
    on_disk.push_back(entry.path().lexically_relative(base).generic_string());
    const auto content = embedded_file(on_disk.back());
    ASSERT_TRUE(content) << on_disk.back();
    EXPECT_EQ(*content, read(entry.path())) << on_disk.back();
  }
  EXPECT_EQ(embedded_files().size(), on_disk.size());
  EXPECT_TRUE(std::ranges::is_sorted(embedded_files(), {}, &EmbeddedFile::name));
}

TEST(Embedded, KnowsNoOtherName) {
  for (const char* name : {"", "municipalities.tsv", "data/", "data/README.md", "data/municipalities.tsv2"}) {
    EXPECT_FALSE(embedded_file(name)) << name;
  }
}

}  // namespace
}  // namespace torikomi

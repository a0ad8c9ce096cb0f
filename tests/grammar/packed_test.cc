#include "grammar/packed.h"

#include <gtest/gtest.h>

#include "torikomi/core/embedded.h"

namespace torikomi {
namespace {

TEST(PackedGrammar, HoldsWhatTheTomlHolds) {
  int grammars = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.ends_with(".toml")) continue;
    ++grammars;
    const std::string name = "packed/" + std::string(file.name.substr(0, file.name.size() - 5)) + ".json";
    const auto json = embedded_file(name);
    ASSERT_TRUE(json.has_value()) << name;
    EXPECT_TRUE(unpack_grammar(*json) == toml::parse(file.content)) << name;
  }
  EXPECT_GT(grammars, 1);
}

TEST(PackedGrammar, IsReadUpToAFault) {
  EXPECT_TRUE(unpack_grammar("").empty());
  EXPECT_EQ(unpack_grammar(R"({"name":"a","version":1,"x":null})").size(), 2U);
}

}  // namespace
}  // namespace torikomi

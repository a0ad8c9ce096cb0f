// The worked example of docs/grammar.md loads and reads its own example.
#include <gtest/gtest.h>

#include "support.h"
#include "torikomi/examples.h"

namespace torikomi {
namespace {

TEST(Guide, TheWorkedExampleWorks) {
  const std::string guide = testing::read_file(std::filesystem::path(TORIKOMI_REPOSITORY) / "docs" / "grammar.md");
  const std::string open = "```toml\n";
  const std::size_t begin = guide.find(open);
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = guide.find("```", begin + open.size());
  const auto grammar = load_grammar(guide.substr(begin + open.size(), end - begin - open.size()), "docs/grammar.md");
  ASSERT_TRUE(grammar) << grammar.error().message.en;
  for (const Message& fault : check_examples(*grammar)) ADD_FAILURE() << fault.en;
}

}  // namespace
}  // namespace torikomi

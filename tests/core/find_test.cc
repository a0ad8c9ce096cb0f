#include "torikomi/core/find.h"

#include <gtest/gtest.h>

#include <string_view>

namespace torikomi {
namespace {

using namespace std::string_view_literals;

TEST(FindWords, DoesWhatFindDoes) {
  constexpr std::string_view text = "市町村、市場と市町\0の町"sv;
  for (const std::string_view words :
       {"市町", "町", "市", "村、", "県", "市町村、市場と市町", "市町村、市場と市町村", ""})
    for (std::size_t from = 0; from <= text.size() + 2; ++from)
      EXPECT_EQ(find_words(text, words, from), text.find(words, from)) << words << " from " << from;
}

TEST(FindWords, FindsNothingInNothing) {
  EXPECT_EQ(find_words({}, "市"), std::string_view::npos);
  EXPECT_EQ(find_words("市", "市町"), std::string_view::npos);
}

}  // namespace
}  // namespace torikomi

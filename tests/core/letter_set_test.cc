#include "torikomi/core/letter_set.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>

namespace torikomi {
namespace {

TEST(LetterSet, HoldsWhatWasAdded) {
  LetterSet set;
  for (const char32_t letter : {U'於', U'参', U'@', U'(', char32_t{0}, char32_t{0x2F81A}}) {
    EXPECT_FALSE(set.may_hold(letter)) << std::hex << static_cast<std::uint32_t>(letter);
    set.add(letter);
    EXPECT_TRUE(set.may_hold(letter));
  }
}

TEST(LetterSet, TellsMostOtherLetters) {
  LetterSet set;
  for (const char32_t letter : std::u32string_view(U"場所参加市町内容時期")) set.add(letter);
  int passed = 0;
  for (char32_t letter = 0x3000; letter < 0xA000; ++letter) passed += set.may_hold(letter) ? 1 : 0;
  EXPECT_LT(passed, 0x7000 / 100);
}

}  // namespace
}  // namespace torikomi

#include "torikomi/text/encode.h"

#include <gtest/gtest.h>

#include <string>

#include "text/convert.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

std::string cp932(std::string_view text) {
  std::string out;
  EXPECT_TRUE(append_cp932(out, text).empty()) << text;
  return out;
}

TEST(EncodeCp932, GivesTheBytesOfWindows) {
  const struct {
    const char* text;
    const char* bytes;
  } cases[] = {{"abc\t\\~", "abc\t\\~"},
               {"事業", "\x8E\x96\x8B\xC6"},
               {"ｱｲ", "\xB1\xB2"},
               {"①", "\x87\x40"},
               {"髙﨑", "\xFB\xFC\xFA\xB1"},
               {"㈱", "\x87\x8A"},
               {"～", "\x81\x60"},
               {"〜", "\x81\x60"},
               {"―", "\x81\x5C"},
               {"—", "\x81\x5C"},
               {"－", "\x81\x7C"},
               {"−", "\x81\x7C"},
               {"‖", "\x81\x61"},
               {"\u00A0", " "},
               {"★■□", "\x81\x9A\x81\xA1\x81\xA0"},
               {"第1回\n", "\x91\xE6\x31\x89\xF1\n"}};
  for (const auto& c : cases) EXPECT_EQ(cp932(c.text), c.bytes) << c.text;
}

TEST(EncodeCp932, ReportsWhatItCannotHold) {
  for (const char* text : {"²", "㉑", "㋿", "习", "𠮷", "☑", "\uE000", "é", "•"}) {
    std::string out;
    const auto missing = append_cp932(out, std::string("前") + text + "後");
    ASSERT_EQ(missing.size(), 1U) << text;
    EXPECT_EQ(missing[0].offset, 3U);
    EXPECT_EQ(missing[0].code_point, utf8::decode(text, 0).code_point);
    EXPECT_EQ(out, "\x91\x4F\x8C\xE3");
  }
}

TEST(EncodeCp932, EveryCharacterItTakesReadsBackAsItself) {
  const std::string mapped = "\u2014\u301C\u2212\u2016\u00A2\u00A3\u00AC\u00A0";
  int taken = 0;
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    utf8::append(text, c);
    std::string bytes;
    if (!append_cp932(bytes, text).empty() || mapped.find(text) != std::string::npos) continue;
    std::vector<BadBytes> bad;
    const auto back = convert(bytes, "windows-31j", bad);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, text) << static_cast<unsigned>(c);
    ++taken;
  }
  EXPECT_GT(taken, 7000);  // JIS X 0208 and the extensions of NEC and IBM
}

}  // namespace
}  // namespace torikomi

#include "text/detect.h"

#include <gtest/gtest.h>

#include <string>

#include "text/encode.h"

namespace torikomi {
namespace {

using testing::encode;

TEST(Detect, Iso2022JpNeedsAnEscapeAndSevenBits) {
  EXPECT_TRUE(looks_like_iso2022jp("\x1B$B2q5D\x1B(B"));
  EXPECT_TRUE(looks_like_iso2022jp("a\x1B$@2q5D\x1B(J"));
  EXPECT_TRUE(looks_like_iso2022jp("\x1B(I1\x1B(B"));
  EXPECT_FALSE(looks_like_iso2022jp(""));
  EXPECT_FALSE(looks_like_iso2022jp("\x1B[0m$B"));
  EXPECT_FALSE(looks_like_iso2022jp("\x1B$B2q5D\x1B(B\xE3\x81\x82"));
}

TEST(Detect, Utf16NeedsProse) {
  EXPECT_EQ(detect_utf16(*encode("会議の開催\n10月", "UTF-16LE")), Encoding::kUtf16Le);
  EXPECT_EQ(detect_utf16(*encode("会議の開催\n10月", "UTF-16BE")), Encoding::kUtf16Be);
  EXPECT_EQ(detect_utf16(*encode("plan 2017", "UTF-16LE")), Encoding::kUtf16Le);
  EXPECT_EQ(detect_utf16(*encode("plan 2017", "UTF-16BE")), Encoding::kUtf16Be);
  for (const std::string_view stray : {std::string_view("abc\0def\n", 8), std::string_view("abc\0defg", 8),
                                       std::string_view("ab\0cdefg", 8), std::string_view("0123456789\0x", 12)})
    EXPECT_EQ(detect_utf16(stray), Encoding::kUtf8) << "ASCII with a NUL in it";
  EXPECT_EQ(detect_utf16(""), Encoding::kUtf8);
  EXPECT_EQ(detect_utf16("a"), Encoding::kUtf8);
  EXPECT_EQ(detect_utf16(std::string(100, '\0')), Encoding::kUtf8);
  EXPECT_EQ(detect_utf16("会議の開催を行う"), Encoding::kUtf8);
}

TEST(Detect, AFewBrokenBytesLeaveUtf8) {
  const std::string line = "・担当会議の開催 第1回:平成29年5月19日\n";
  for (std::size_t cut = 0; cut < line.size(); ++cut) {
    std::string broken = std::string(line).append(line).append(line);
    broken[line.size() + cut] = '\xFE';
    EXPECT_EQ(detect_8bit(broken), Encoding::kUtf8) << cut;
  }
}

TEST(Detect, ABrokenByteLeavesCp932AndEuc) {
  const std::string text = "・担当会議の開催 第1回:平成29年5月19日\n";
  for (const auto& [charset, expected] : {std::pair{"windows-31j", Encoding::kCp932}, {"EUC-JP", Encoding::kEucJp}}) {
    const std::string bytes = *encode(text, charset);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string broken = bytes;
      broken[at] = '\xFF';
      EXPECT_EQ(detect_8bit(broken), expected) << charset << ' ' << at;
    }
  }
}

TEST(Detect, LooksBeyondALongBeginInAscii) {
  const std::string line = "2017-04-01,100,0.25\n";
  std::string table = "\xFF\n";  // one stray byte, then a table without Japanese
  while (table.size() < 300'000) table += line;
  const std::string japanese = *encode("・担当会議の開催 第1回:平成29年5月19日\n", "windows-31j");
  for (int i = 0; i < 2000; ++i) table += japanese;
  EXPECT_EQ(detect_8bit(table), Encoding::kCp932);
}

TEST(Detect, VendorCharactersOfCp932) {
  EXPECT_TRUE(has_windows31j_characters("\x87\x40"));  // ①
  EXPECT_TRUE(has_windows31j_characters("\xED\x40"));  // NEC selected IBM extension
  EXPECT_TRUE(has_windows31j_characters("\xF0\x40"));  // user-defined
  EXPECT_TRUE(has_windows31j_characters("\xFA\x40"));  // IBM extension
  EXPECT_FALSE(has_windows31j_characters("\x89\xAA\x8E\x52"));
  EXPECT_FALSE(has_windows31j_characters("\x83\x87\x40"));  // 87 is a trail byte here
  EXPECT_FALSE(has_windows31j_characters("\xB1\xDF\x87"));
}

}  // namespace
}  // namespace torikomi

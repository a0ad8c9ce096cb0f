#include "torikomi/text/decode.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/encode.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using namespace std::string_literals;
using testing::encode;

const char* const kProse = "施策の取組状況\r\n関係市町\t■津山市　★備前市\r\n・担当会議の開催（第１回）～10月\r\n";

TEST(Decode, NamesEncodingAndGivesTheSameText) {
  const struct {
    const char* charset;
    const char* bom;
    const char* name;
  } cases[] = {
      {"UTF-8", "", "utf-8"},       {"UTF-8", "\xEF\xBB\xBF", "utf-8"},   {"windows-31j", "", "shift_jis"},
      {"EUC-JP", "", "euc-jp"},     {"ISO-2022-JP", "", "iso-2022-jp"},   {"UTF-16LE", "", "utf-16le"},
      {"UTF-16BE", "", "utf-16be"}, {"UTF-16LE", "\xFF\xFE", "utf-16le"}, {"UTF-16BE", "\xFE\xFF", "utf-16be"},
  };
  for (const auto& c : cases) {
    const auto decoded = decode(c.bom + *encode(kProse, c.charset), "a.txt");
    ASSERT_TRUE(decoded) << c.charset;
    EXPECT_EQ(decoded->text, kProse) << c.charset;
    EXPECT_EQ(decoded->encoding, c.name) << c.charset;
    EXPECT_EQ(decoded->had_bom, *c.bom != 0) << c.charset;
    EXPECT_TRUE(decoded->bad.empty()) << c.charset;
  }
}

TEST(Decode, AsciiAndEmptyAreUtf8) {
  for (const std::string text : {"", "\n", "\t\t\t", "id,name\r\n1,a\r\n", "ESC alone \x1B[31m is no JIS escape"}) {
    const auto decoded = decode(text, "a.txt");
    ASSERT_TRUE(decoded) << text;
    EXPECT_EQ(decoded->text, text);
    EXPECT_EQ(decoded->encoding, "utf-8");
    EXPECT_FALSE(decoded->had_bom);
  }
}

TEST(Decode, BomAloneIsAnEmptyText) {
  for (const std::string bom : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    const auto decoded = decode(bom, "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "");
    EXPECT_TRUE(decoded->had_bom);
  }
}

TEST(Decode, Windows31jIsTheNameOnlyWhereItsCharactersOccur) {
  const struct {
    const char* text;
    const char* name;
  } cases[] = {
      {"平成29年度の事業計画", "shift_jis"}, {"ﾃﾞｰﾀ連携の推進", "shift_jis"},   {"～－∥―の読みは同じ", "shift_jis"},
      {"①会議の開催", "windows-31j"},        {"㈱山田の取組", "windows-31j"},   {"髙橋さんの意見", "windows-31j"},
      {"宮﨑県の事業", "windows-31j"},       {"Ⅰ 概要について", "windows-31j"},
  };
  for (const auto& c : cases) {
    const auto decoded = decode(*encode(c.text, "windows-31j"), "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, c.name) << c.text;
    EXPECT_EQ(decoded->text, c.text);
  }
}

TEST(Decode, TakesMicrosoftsReadingOfTheCodesThatVendorsMapDifferently) {
  const struct {
    const char* bytes;
    const char* text;
  } cases[] = {{"\x81\x60", "\uFF5E"}, {"\x81\x7C", "\uFF0D"}, {"\x81\x5C", "\u2015"}, {"\x81\x61", "\u2225"},
               {"\x81\x91", "\uFFE0"}, {"\x81\x92", "\uFFE1"}, {"\x81\xCA", "\uFFE2"}, {"\\~", "\\~"}};
  const std::string context = *encode("の場合は", "windows-31j");
  for (const auto& c : cases) {
    const auto decoded = decode(std::string(context).append(c.bytes).append(context), "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "の場合は"s + c.text + "の場合は");
  }
  EXPECT_EQ(decode(*encode("会議の開催", "EUC-JP") + "\xA1\xC1", "a.txt")->text, "会議の開催\uFF5E");
  EXPECT_EQ(decode("\x1B$B\x21\x41\x1B(B", "a.txt")->text, "\uFF5E");
}

TEST(Decode, ShortTexts) {
  for (const char* text :
       {"岡山市", "施策", "はい", "データ", "ﾃﾞｰﾀ", "住民ﾊﾞｽ", "指標\t目標値", "1,123,891人", "総社市", "・", "■"}) {
    EXPECT_EQ(decode(*encode(text, "windows-31j"), "a.txt")->text, text);
  }
  for (const char* text :
       {"岡山市", "施策", "はい", "データ", "指標\t目標値", "1,123,891人", "総社市", "八頭町", "10町村"}) {
    EXPECT_EQ(decode(*encode(text, "EUC-JP"), "a.txt")->text, text);
  }
  for (const char* text : {"café", "10°", "αβγ", "±3%", "岡", "ﾃﾞｰﾀ", "①"}) {  // valid UTF-8 stays UTF-8
    EXPECT_EQ(decode(text, "a.txt")->text, text);
  }
}

TEST(Decode, HalfWidthKanaExportIsNoEuc) {
  const char* const text = "ｲﾍﾞﾝﾄ,ﾊﾞｽ,ﾃﾞｰﾀ\r\nｼﾝﾎﾟｼﾞｳﾑ,ｾﾝﾀｰ,ｱﾌﾟﾘ\r\nﾎｰﾑﾍﾟｰｼﾞ,ﾚｽﾄﾗﾝ,ﾎﾃﾙ\r\n";
  const auto decoded = decode(*encode(text, "windows-31j"), "a.txt");
  EXPECT_EQ(decoded->encoding, "shift_jis");
  EXPECT_EQ(decoded->text, text);
}

struct BadCase {
  const char* what;
  std::string bytes;
  std::string text;
  std::string encoding;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> bad;  // raw offset and length
};

TEST(Decode, BrokenBytesBecomeOneReplacementEachAndAreReported) {
  const std::string sjis = *encode("会議の開催", "windows-31j");  // 10 bytes
  const std::string euc = *encode("会議の開催", "EUC-JP");
  const BadCase cases[] = {
      {"stray byte", "会議\xFFの開催", "会議\uFFFDの開催", "utf-8", {{6, 1}}},
      {"two stray bytes", "会議\x80\x80の", "会議\uFFFD\uFFFDの", "utf-8", {{6, 1}, {7, 1}}},
      {"cut at the end", "会議の\xE9\x96", "会議の\uFFFD", "utf-8", {{9, 2}}},
      {"cut in the middle", "会\xE8\xAD議", "会\uFFFD議", "utf-8", {{3, 2}}},
      {"overlong", "会議の開催\xC0\xAFの", "会議の開催\uFFFD\uFFFDの", "utf-8", {{15, 1}, {16, 1}}},
      {"surrogate", "会議\xED\xA0\x80の", "会議\uFFFD\uFFFD\uFFFDの", "utf-8", {{6, 1}, {7, 1}, {8, 1}}},
      {"above U+10FFFF",
       "会議の\xF4\x90\x80\x80",
       "会議の\uFFFD\uFFFD\uFFFD\uFFFD",
       "utf-8",
       {{9, 1}, {10, 1}, {11, 1}, {12, 1}}},
      {"after a BOM",
       "\xEF\xBB\xBF"
       "a\xFF",
       "a\uFFFD",
       "utf-8",
       {{4, 1}}},
      {"CP932 lead before line end", sjis + "\x8B\n", "会議の開催\uFFFD\n", "shift_jis", {{10, 1}}},
      {"CP932 cut at the end", sjis + "\x8B", "会議の開催\uFFFD", "shift_jis", {{10, 1}}},
      {"CP932 unused codes",
       sjis + "\xFF\xA0" + sjis,
       "会議の開催\uFFFD\uFFFD会議の開催",
       "shift_jis",
       {{10, 1}, {11, 1}}},
      {"EUC-JP cut at the end", euc + "\xB3", "会議の開催\uFFFD", "euc-jp", {{10, 1}}},
      {"UTF-16 cut in a unit", "\xFE\xFF\x4F\x1A\x8B", "会\uFFFD", "utf-16be", {{4, 1}}},
      {"UTF-16 lone surrogate", "\xFE\xFF\xD8\x00\x4F\x1A"s, "\uFFFD会", "utf-16be", {{2, 2}}},
  };
  for (const BadCase& c : cases) {
    const auto decoded = decode(c.bytes, "a.txt");
    ASSERT_TRUE(decoded) << c.what;
    EXPECT_EQ(decoded->text, c.text) << c.what;
    EXPECT_EQ(decoded->encoding, c.encoding) << c.what;
    ASSERT_EQ(decoded->bad.size(), c.bad.size()) << c.what;
    for (std::size_t i = 0; i < c.bad.size(); ++i) {
      EXPECT_EQ(decoded->bad[i].offset, c.bad[i].first) << c.what;
      EXPECT_EQ(decoded->bad[i].length, c.bad[i].second) << c.what;
      EXPECT_EQ(decoded->text.substr(decoded->bad[i].text_begin, 3), "\uFFFD") << c.what;
    }
  }
}

TEST(Decode, TextsOfTheCommandLineAreMadeValid) {
  const struct {
    std::string_view text, valid;
  } cases[] = {{"岡山市", "岡山市"},
               {"", ""},
               {"\xed\xa0\x80x", "\uFFFD\uFFFD\uFFFDx"},  // a surrogate
               {"\xe0\x80\x80", "\uFFFD\uFFFD\uFFFD"},    // an overlong form
               {"岡\xe5\xb1", "岡\uFFFD"}};               // cut short
  for (const auto& c : cases) EXPECT_EQ(valid_utf8(c.text), c.valid);
}

TEST(Decode, AReplacementCharacterThatWasInTheFileIsNoFinding) {
  const auto decoded = decode("事業\uFFFD名", "a.txt");
  EXPECT_EQ(decoded->text, "事業\uFFFD名");
  EXPECT_TRUE(decoded->bad.empty());
}

TEST(Decode, RefusesWhatIsNoTextAndNamesTheRemedy) {
  const struct {
    std::string bytes;
    const char* ja;
    const char* en;
  } cases[] = {
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "pdftotext -layout", "pdftotext -layout"},
      {"PK\x03\x04\x14\0\x06\0....word/document.xml"s, "DOCX", "DOCX"},
      {"PK\x03\x04\x14\0\x06\0....xl/workbook.xml"s, "タブ区切り", "tab-delimited"},
      {"PK\x03\x04\x14\0\x06\0....a.txt"s, "ZIP", "unpack"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "Office", "Office"},
      {"{\\rtf1\\ansi", "RTF", "RTF"},
      {"\x89PNG\r\n\x1A\n\0"s, "OCR", "OCR"},
      {"\xFF\xD8\xFF\xE0", "JPEG", "JPEG"},
      {"\x1F\x8B\x08\0"s, "gzip", "gzip"},
      {"施策\0の"s, "6 バイト目に NUL", "NUL at byte 6"},
      {"\0"s, "NUL", "NUL"},
      {"\xEF\xBB\xBF"
       "a\0"s,
       "NUL", "NUL"},
      {"\xFF\xFE"
       "a\0\0\0"s,
       "4 バイト目に NUL", "NUL at byte 4"},
  };
  for (const auto& c : cases) {
    const auto decoded = decode(c.bytes, "報告書.bin");
    ASSERT_FALSE(decoded) << c.en;
    EXPECT_EQ(decoded.error().code, ErrorCode::kInput);
    for (const std::string& message : {decoded.error().message.ja, decoded.error().message.en}) {
      EXPECT_TRUE(message.starts_with("報告書.bin: ")) << message;
    }
    EXPECT_NE(decoded.error().message.ja.find(c.ja), std::string::npos) << decoded.error().message.ja;
    EXPECT_NE(decoded.error().message.en.find(c.en), std::string::npos) << decoded.error().message.en;
  }
  for (const std::string bytes : {"PDF の作り方", "PK 戦の結果", "GIF 画像"})
    EXPECT_TRUE(decode(bytes, "a.txt")) << bytes;
}

}  // namespace
}  // namespace torikomi

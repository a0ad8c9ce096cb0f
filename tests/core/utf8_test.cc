#include "torikomi/core/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikomi::utf8 {
namespace {

using namespace std::string_view_literals;

/// The first and the last code point of each length, and those beside the surrogates.
constexpr char32_t kBorders[] = {0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};

std::string text_of(char32_t c) {
  std::string out;
  append(out, c);
  return out;
}

TEST(Utf8, WhatIsWrittenReadsFromBothSides) {
  std::vector<char32_t> points(std::begin(kBorders), std::end(kBorders));
  for (char32_t c = 0; c < 0x110000; c += 251)
    if (c < 0xD800 || c > 0xDFFF) points.push_back(c);
  for (const char32_t c : points) {
    const std::string text = "市" + text_of(c) + "町";
    const std::size_t end = text.size() - 3;
    const Decoded forward = decode(text, 3);
    EXPECT_EQ(forward.code_point, c);
    EXPECT_EQ(forward.size, end - 3) << std::hex << static_cast<std::uint32_t>(c);
    const Decoded backward = decode_before(text, end);
    EXPECT_EQ(backward.code_point, c);
    EXPECT_EQ(backward.size, end - 3) << std::hex << static_cast<std::uint32_t>(c);
    EXPECT_EQ(count(text), 3U);
  }
}

TEST(Utf8, SizesAreThoseOfTheStandard) {
  const struct {
    std::string_view text;
    char32_t code_point;
    unsigned size;
  } rows[] = {
      {"A", U'A', 1}, {"é", U'é', 2}, {"市", U'市', 3}, {"𠮷", U'𠮷', 4}, {"\0"sv, 0, 1},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(decode(row.text, 0).code_point, row.code_point) << row.text;
    EXPECT_EQ(decode(row.text, 0).size, row.size) << row.text;
  }
}

TEST(Utf8, NothingStandsAtTheEnds) {
  EXPECT_EQ(decode("市", 3).size, 0);
  EXPECT_EQ(decode("市", 9).size, 0);
  EXPECT_EQ(decode("", 0).size, 0);
  EXPECT_EQ(decode_before("市", 0).size, 0);
  EXPECT_EQ(decode_before("市", 4).size, 0);
}

TEST(Utf8, AByteThatBeginsNoCodePointIsOneReplacement) {
  const struct {
    const char* name;
    std::string_view text;
    std::size_t at;
  } rows[] = {
      {"a continuation", "市", 1},
      {"the last byte of three", "市", 2},
      {"two of three bytes", "\xE5\xB8", 0},
      {"one of three bytes", "\xE5", 0},
      {"three of four bytes", "\xF0\xA0\xAE", 0},
      {"a letter where a continuation is due",
       "\xE5\xB8"
       "a",
       0},
      {"a letter behind the first of two",
       "\xC3"
       "a",
       0},
      {"an overlong slash", "\xC0\xAF", 0},
      {"above the last lead byte", "\xF5\x80\x80\x80", 0},
      {"a byte of no encoding", "\xFF", 0},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(decode(row.text, row.at).code_point, U'\uFFFD') << row.name;
    EXPECT_EQ(decode(row.text, row.at).size, 1) << row.name;
  }
}

TEST(Utf8, BackwardsAByteThatEndsNoCodePointIsOneReplacement) {
  for (const std::string_view text : {"a\x80"sv, "\x80\x80\x80\x80\x80"sv, "\xE5\xB8"sv, "市\x80"sv, "\xC3"sv}) {
    const Decoded found = decode_before(text, text.size());
    EXPECT_EQ(found.code_point, U'\uFFFD') << text;
    EXPECT_EQ(found.size, 1) << text;
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count(""), 0U);
  EXPECT_EQ(count("abc"), 3U);
  EXPECT_EQ(count("市aé𠮷"), 4U);
}

TEST(Utf8, KnowsTheScripts) {
  const struct {
    char32_t c;
    bool han, hiragana, katakana;
  } rows[] = {
      {U'市', true, false, false},   {U'𠮷', true, false, false},  {U'㐀', true, false, false},
      {U'あ', false, true, false},   {U'ア', false, false, true},  {U'ー', false, false, true},
      {U'ヶ', false, false, true},   {U'々', false, false, false}, {U'〆', false, false, false},
      {U'A', false, false, false},   {U'、', false, false, false}, {U'ｱ', false, false, false},
      {0x4DFF, false, false, false},  // a hexagram between two blocks of kanji
  };
  for (const auto& row : rows) {
    EXPECT_EQ(is_han(row.c), row.han) << text_of(row.c);
    EXPECT_EQ(is_hiragana(row.c), row.hiragana) << text_of(row.c);
    EXPECT_EQ(is_katakana(row.c), row.katakana) << text_of(row.c);
  }
}

}  // namespace
}  // namespace torikomi::utf8

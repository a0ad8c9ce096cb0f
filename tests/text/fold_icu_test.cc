// Over all code points: folding is ICU's NFKC, but for the rules of our own that fold_table.h lists.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>

#include "text/fold_table.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

std::string nfkc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFKCInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

std::string utf8_of(char32_t c) {
  std::string text;
  utf8::append(text, c);
  return text;
}

bool is_any_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// The rules of our own, written down a second time from the properties and names they speak of.
bool is_ours(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  const bool invisible = (type == U_CONTROL_CHAR && !is_any_of(c, U"\t\n\f\r")) ||
                         u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || (c >= 0xFFF9 && c <= 0xFFFB);
  const bool blank = type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
  const bool family = is_any_of(c, U"～〜∼˜⁓：∶꞉‐‑‒–−－⁄゛゜ﾞﾟ\u3099\u309A");
  const bool kept = (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3244 && c <= 0x32BF) || (c >= 0x32D0 && c <= 0x32FE) ||
                    (c >= 0x1F100 && c <= 0x1F2FF) || c == 0xFDFA;
  const bool radical = (c >= 0x2E80 && c <= 0x2EFF) || c == 0x2F3E || c == 0x2FCA;
  const bool alone = c != ' ' && nfkc(utf8_of(c)).starts_with(' ');
  const bool font_number = c >= 0x3ECC && c <= 0x3F2A;
  return invisible || (blank && c != ' ') || family || kept || radical || alone || font_number;
}

/// Folds character by character where NFKC gives characters that our rules change (⁻ -> −).
std::string fold_of_nfkc(char32_t c) {
  const std::string compatible = nfkc(utf8_of(c));
  std::string out;
  for (std::size_t at = 0; at < compatible.size();) {
    const auto [unit, size] = utf8::decode(compatible, at);
    out += is_ours(unit) ? fold(utf8_of(unit)) : utf8_of(unit);
    at += size;
  }
  return out;
}

template <class Function>
void for_all_code_points(Function&& function) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    if (c == 0x40000) c = 0xDFF00;  // planes 4 to 13 are unassigned
    function(c);
  }
}

TEST(FoldTable, IsNfkcForEveryCodePointThatIsNotOurs) {
  int failures = 0;
  for_all_code_points([&](char32_t c) {
    if (is_ours(c)) return;
    const std::string expected = fold_of_nfkc(c);
    const std::string folded = fold(utf8_of(c));
    if (folded != expected && ++failures < 20) {
      ADD_FAILURE() << fmt::format("U+{:04X} '{}' folds to '{}', expected '{}'", static_cast<unsigned>(c), utf8_of(c),
                                   folded, expected);
    }
  });
  EXPECT_EQ(failures, 0);
}

TEST(FoldTable, IsNfkcAmongNeighbours) {
  const struct {
    const char *before, *after;
  } contexts[] = {{"a", "b"},           {"が", "き"},         {"ア", "\u0301"},
                  {"", "\u0301\u0323"}, {"\u1100", "\u11A8"}, {"e\u0301", "\u0327"}};
  int failures = 0;
  for_all_code_points([&](char32_t c) {
    if (is_ours(c) || (c >= 0x20000 && c < 0x2F000) || (c >= 0xE1000)) return;
    if (fold_of_nfkc(c) != nfkc(utf8_of(c))) return;
    for (const auto& context : contexts) {
      const std::string text = context.before + utf8_of(c) + context.after;
      if (fold(text) != nfkc(text) && ++failures < 20) {
        ADD_FAILURE() << fmt::format("U+{:04X} in '{}': '{}', expected '{}'", static_cast<unsigned>(c), text,
                                     fold(text), nfkc(text));
      }
    }
  });
  EXPECT_EQ(failures, 0);
}

TEST(FoldTable, IsStableAndBoundedForEveryCodePoint) {
  int failures = 0;
  for_all_code_points([&](char32_t c) {
    const std::string once = fold(utf8_of(c));
    const bool ok = fold(once) == once && once.size() <= folding::kMaxFold && once.size() <= 6 * utf8_of(c).size();
    if (!ok && ++failures < 20)
      ADD_FAILURE() << fmt::format("U+{:04X} -> '{}' -> '{}'", static_cast<unsigned>(c), once, fold(once));
  });
  EXPECT_EQ(failures, 0);
}

TEST(FoldTable, WhatIsNotLookedAtNeverChanges) {
  int failures = 0;
  for_all_code_points([&](char32_t c) {
    if (folding::needs_attention(c)) return;
    const bool quiet = folding::fold_of(c).kind == folding::Kind::kPlain && !folding::is_mark(c);
    if (!quiet && ++failures < 20) ADD_FAILURE() << fmt::format("U+{:04X}", static_cast<unsigned>(c));
  });
  EXPECT_EQ(failures, 0);
}

}  // namespace
}  // namespace torikomi

#include "text/fold_table.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "text/radicals.h"
#include "torikomi/core/utf8.h"

namespace torikomi::folding {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t N>
constexpr bool contains(const Range (&ranges)[N], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

constexpr Range kInvisible[] = {
    {0x00, 0x08},       {0x0B, 0x0B},       {0x0E, 0x1F},      {0x7F, 0x9F},     {0xAD, 0xAD},     {0x34F, 0x34F},
    {0x61C, 0x61C},     {0x115F, 0x1160},   {0x17B4, 0x17B5},  {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},  {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
constexpr Range kBlanks[] = {{0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
                             {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
constexpr Range kTildes[] = {{0x2DC, 0x2DC}, {0x2053, 0x2053}, {0x223C, 0x223C}, {0x301C, 0x301C}, {0xFF5E, 0xFF5E}};
constexpr Range kColons[] = {{0x2236, 0x2236}, {0xA789, 0xA789}, {0xFF1A, 0xFF1A}};
constexpr Range kDashes[] = {{0x2010, 0x2013}, {0x2212, 0x2212}, {0xFF0D, 0xFF0D}};
constexpr Range kKept[] = {{0x2460, 0x24FF}, {0x3244, 0x32BF}, {0x32D0, 0x32FE}, {0x1F100, 0x1F2FF}, {0xFDFA, 0xFDFA}};

/// Attention below U+3000 is the rule, with these quiet stretches of everyday text.
constexpr Range kQuiet[] = {{0x09, 0x0A},     {0x0C, 0x0D},     {0x20, 0x7E},     {0xA1, 0xA7},     {0xA9, 0xA9},
                            {0xAB, 0xAC},     {0xAE, 0xAE},     {0xB0, 0xB1},     {0xB6, 0xB7},     {0xBB, 0xBB},
                            {0xBF, 0xFF},     {0x391, 0x3C9},   {0x410, 0x44F},   {0x2014, 0x2016}, {0x2018, 0x2023},
                            {0x2027, 0x2027}, {0x2030, 0x2032}, {0x2038, 0x203B}, {0x2190, 0x2211}, {0x2213, 0x222B},
                            {0x2231, 0x2235}, {0x2237, 0x223B}, {0x223D, 0x2328}, {0x232B, 0x2A0B}, {0x2FE0, 0x2FFF}};
/// From U+3000 on, quiet is the rule, with these exceptions.
constexpr Range kLoud[] = {{0x3000, 0x3000}, {0x301C, 0x301C}, {0x302A, 0x302F}, {0x3036, 0x303A}, {0x3099, 0x309C},
                           {0x309F, 0x309F}, {0x30FF, 0x30FF}, {0x3130, 0x319F}, {0x3200, 0x3243}, {0x32C0, 0x32CF},
                           {0x32FF, 0x33FF}, {0x3ECC, 0x3F2A}, {0xA640, 0xABFF}, {0xD7A4, 0xDFFF}, {0xF900, 0xFFFF}};

constexpr bool bmp_attention(char32_t c) { return c < 0x3000 ? !contains(kQuiet, c) : contains(kLoud, c); }

constexpr std::array<std::uint64_t, 1024> build_attention() {
  std::array<std::uint64_t, 1024> table = {};
  const auto set = [&table](Range r, bool on) {
    for (char32_t c = r.first; c <= r.last; ++c) {
      const std::uint64_t bit = std::uint64_t{1} << (c & 63);
      table[c >> 6] = on ? table[c >> 6] | bit : table[c >> 6] & ~bit;
    }
  };
  set({0, 0x2FFF}, true);
  for (const Range r : kQuiet) set(r, false);
  for (const Range r : kLoud) set(r, true);
  return table;
}

/// U+FF61..FF9D.
constexpr std::u32string_view kHalfKana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリ"
    U"ルレロワン";

/// Appends `c`; what would not fit is left out, which no code point needs (fold_icu_test).
void put(Fold& fold, char32_t c) {
  utf8::encode(c, [&fold](char byte) {
    if (fold.size < kMaxFold) fold.bytes[fold.size++] = byte;
  });
}

Fold one(Kind kind, char32_t c) {
  Fold fold;
  fold.kind = kind;
  put(fold, c);
  return fold;
}

/// Rules 1 and 2 and 4: those that are ours. kPlain if none applies.
Fold own_fold(char32_t c) {
  if (const char ascii = ascii_of(c)) return one(Kind::kReplaced, static_cast<unsigned char>(ascii));
  if (c >= 0xFF61 && c <= 0xFF9D) return one(Kind::kReplaced, kHalfKana[c - 0xFF61]);
  if (contains(kInvisible, c)) {
    Fold gone;
    gone.kind = Kind::kRemoved;
    return gone;
  }
  if (contains(kBlanks, c)) return one(Kind::kReplaced, ' ');
  if (contains(kTildes, c)) return one(Kind::kReplaced, '~');
  if (contains(kColons, c)) return one(Kind::kReplaced, ':');
  if (contains(kDashes, c)) return one(Kind::kDash, '-');
  if (c == 0x2044) return one(Kind::kReplaced, '/');
  if (c == 0xFF9E || c == 0x309B) return one(Kind::kVoiced, 0x309B);
  if (c == 0xFF9F || c == 0x309C) return one(Kind::kSemiVoiced, 0x309C);
  if (c == 0x2F3E) return one(Kind::kReplaced, U'戸');
  if (c == 0x2FCA) return one(Kind::kReplaced, U'黒');
  if (c == 0x3099) return one(Kind::kVoiced, c);
  if (c == 0x309A) return one(Kind::kSemiVoiced, c);
  if (c >= kRadicalsBegin && c - kRadicalsBegin < kRadicals.size() && kRadicals[c - kRadicalsBegin] != 0) {
    return one(Kind::kReplaced, kRadicals[c - kRadicalsBegin]);
  }
  return {};
}

/// Appends what a character of an NFKC form folds to: rules 1, 2 and 4 once more.
void put_again(Fold& fold, char32_t c) {
  const Fold again = own_fold(c);
  switch (again.kind) {
    case Kind::kRemoved:
      return;
    case Kind::kReplaced:
    case Kind::kDash:
      break;
    default:
      return put(fold, c);
  }
  put(fold, utf8::decode(again.text(), 0).code_point);  // ours are single characters
}

/// Rule 5. Marks that stand by themselves (NFKC: blank + combining mark) are kept here.
Fold icu_fold(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<UChar, 2> in_units;
  std::array<UChar, 32> out_units;
  UChar* const in = in_units.data();
  UChar* const out = out_units.data();
  std::int32_t in_size = 0;
  U16_APPEND_UNSAFE(in, in_size, static_cast<UChar32>(c));
  const std::int32_t out_size = unorm2_normalize(unorm2_getNFKCInstance(&status), in, in_size, out,
                                                 static_cast<std::int32_t>(out_units.size()), &status);
  const Fold plain = one(is_mark(c) ? Kind::kMark : Kind::kPlain, c);
  if (U_FAILURE(status) || (out_size > 0 && out[0] == ' ')) return plain;
  Fold fold;
  fold.kind = plain.kind == Kind::kMark ? Kind::kMark : Kind::kReplaced;
  for (std::int32_t i = 0; i < out_size;) {
    char32_t unit = 0;
    U16_NEXT(out, i, out_size, unit);
    put_again(fold, unit);
  }
  return fold.text() == plain.text() ? plain : fold;
}

}  // namespace

constinit const std::array<std::uint64_t, 1024> kAttention = build_attention();

bool is_mark(char32_t c) {
  if (c < 0x300 || (c >= 0x3400 && c < 0xA000)) return false;
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_hasBoundaryBefore(unorm2_getNFKCInstance(&status), static_cast<UChar32>(c)) == 0;
}

bool needs_attention(char32_t c) {
  if (c < 0x10000) return ((kAttention[c >> 6] >> (c & 63)) & 1) != 0;
  return !((c >= 0x1F300 && c < 0x1FB00) || (c >= 0x20000 && c < 0x2F800) || (c >= 0x30000 && c < 0xE0000));
}

Fold fold_of(char32_t c) {
  const Fold own = own_fold(c);
  if (own.kind != Kind::kPlain) return own;
  if (contains(kKept, c) || !needs_attention(c)) return one(Kind::kPlain, c);
  return icu_fold(c);
}

}  // namespace torikomi::folding

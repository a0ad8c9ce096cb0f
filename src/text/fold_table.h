// What one code point folds to, seen by itself. Composition with marks and the roles of dashes need neighbours:
// fold.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace torikomi::folding {

enum class Kind : std::uint8_t {
  kPlain,       ///< stays
  kReplaced,    ///< becomes text()
  kRemoved,     ///< invisible: becomes nothing
  kMark,        ///< may join with what stands before it; text() is its own folded form
  kVoiced,      ///< dakuten ﾞ ゛ U+3099: joins with a kana, else text()
  kSemiVoiced,  ///< handakuten ﾟ ゜ U+309A
  kDash,        ///< '-', but ー inside a katakana word
};

/// Longest folded form of one code point in bytes (㌖ キロメートル is 18).
inline constexpr std::size_t kMaxFold = 24;

struct Fold {
  Kind kind = Kind::kPlain;
  std::uint8_t size = 0;
  std::array<char, kMaxFold> bytes;  ///< the first `size` are set
  [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

/// The rule for `c`, in this order:
///  1. invisible: C0 (but TAB LF FF CR), DEL, C1, Default_Ignorable_Code_Point, U+FFF9..FFFB -> nothing;
///  2. ASCII that a PDF shows by the numbers of its font, taken for ideographs that no text of Japan holds: U+3ECC (㻌)
///     .. 3F2A -> ' ' .. '~' (㻝㻘㻞㻜㻜 is 1,200);
///     families: blanks -> ' ', tildes (～ 〜 ∼ ˜ ⁓) -> '~', colons (： ∶ ꞉) -> ':', fraction slash -> '/',
///     dashes (‐ ‑ ‒ – − －) -> '-' by role;
///  3. kept although NFKC folds them: ① ⑴ ⒈ Ⓐ ㉑ ㊤ ㋐ and their blocks (U+2460..24FF, 3244..32BF, 32D0..32FE,
///     1F100..1F2FF), marks that stand by themselves (´ ¨ ゛ ゜ ‾ ￣: NFKC makes them a blank and a combining mark),
///     the sentence-long U+FDFA;
///  4. CJK Radicals Supplement by Equivalent_Unified_Ideograph; the Kangxi radicals ⼾ and ⿊ -> 戸 and 黒 (fonts
///     of Japan print these under them, 神⼾市; NFKC gives 戶 and 黑, which are not in JIS X 0208);
///  5. NFKC (Unicode 15) of the code point, whose characters go through 1, 2 and 4 again (⁻ -> − -> -).
[[nodiscard]] Fold fold_of(char32_t c);

/// The ASCII character that a full-width form, the ideographic blank or a number of a font folds to wherever it stands,
/// or 0. The same as fold_of, without the way there.
[[nodiscard]] constexpr char ascii_of(char32_t c) {
  if (c == 0x3000) return ' ';
  if (c >= 0x3ECC && c <= 0x3F2A) return static_cast<char>(c - 0x3EAC);
  return c >= 0xFF01 && c <= 0xFF5E && c != 0xFF0D ? static_cast<char>(c - 0xFEE0) : '\0';
}

/// False for all code points that certainly stay, whatever stands beside them. True asks for fold_of.
[[nodiscard]] bool needs_attention(char32_t c);

/// Bits for the 64 code points of the BMP that share a UTF-8 prefix; index = code point >> 6.
extern const std::array<std::uint64_t, 1024> kAttention;

/// True if `c` may join with or be reordered among what stands before it (no NFKC boundary before it).
[[nodiscard]] bool is_mark(char32_t c);

}  // namespace torikomi::folding

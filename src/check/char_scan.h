// One pass over the decoded text that finds every character which a rule may want to speak about.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

/// Why a character was noted. Everything else is passed over in a few instructions.
enum class CharClass : std::uint8_t {
  kKangxi,      ///< U+2F00..2FDF
  kRadical,     ///< U+2E80..2EFF
  kCid,         ///< the "(" of (cid:123)
  kUnreadable,  ///< U+FFFD, private use, controls, zero width
  kHalfKana,    ///< U+FF61..FF9F
  kCombining,   ///< U+3099, U+309A behind kana
  kDash,        ///< a dash, a minus or the kanji 一 between katakana
  kLigature,    ///< ㍻ ㎡ ㈱ …
  kForeign,     ///< a letter that Japanese text does not use
  kHanForm,     ///< a simplified or an old form of a kanji
};

struct CharHit {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the decoded text
  CharClass kind = CharClass::kUnreadable;
  char32_t code_point = 0;
  [[nodiscard]] Span span() const { return {begin, end}; }
};

/// Every hit, in order. Linear; `text` is valid UTF-8.
[[nodiscard]] std::vector<CharHit> scan_characters(std::string_view text);

/// The ideograph that a CJK radical (Kangxi or supplement) stands for; nothing where it stands for none.
/// Source: EquivalentUnifiedIdeograph.txt of Unicode 15.
[[nodiscard]] std::optional<char32_t> ideograph_of(char32_t radical);

/// The form that Japanese documents use, for a simplified (习) or an old form (會); 0 where `c` is neither.
/// Old forms that are common in names (澤 濱 萬 …) are not among them.
[[nodiscard]] char32_t modern_form(char32_t c);

}  // namespace torikomi

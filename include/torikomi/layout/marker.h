// Marks that open a list item or a heading: ・ ○ ① (1) 1. ア 【】 第1章 …
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace torikomi {

enum class MarkerKind : std::uint8_t {
  kBullet,   ///< ・ ○ ● ◎ ◆ ◇ ■ □ ▪ ★ ☆ ◦ • ‣ ➢ ⇒ and "- " "* " "+ "
  kNote,     ///< ※
  kCircled,  ///< ① … ⑳ ㉑ … ㊿ ❶
  kBracket,  ///< (1) (12) (ア) (a) (一)
  kNumber,   ///< "1 " "1. " "1) " "1、" with one to three digits
  kKana,     ///< "ア " "イ) " one katakana, then a blank or a bracket
  kRoman,    ///< Ⅰ Ⅱ I II followed by a blank (NFKC has folded Ⅰ to I)
  kChapter,  ///< 第1章 第2節 第3条 第1
};

struct Marker {
  MarkerKind kind = MarkerKind::kBullet;
  std::uint32_t size = 0;     ///< bytes of the mark itself, blanks behind it left out
  std::uint32_t text_at = 0;  ///< where the words behind it begin
};

/// The marker that `text` (normalised, no blank at its begin) opens with.
[[nodiscard]] std::optional<Marker> read_marker(std::string_view text);

/// A marker that may stand in the middle of a cell, after a blank, and still open an item: ・ ○ ● ◆ ◇ ※ ① (1) ⇒ … but
/// no bare number, letter or dash, which running text holds as well.
[[nodiscard]] std::optional<Marker> read_inline_marker(std::string_view text);

}  // namespace torikomi

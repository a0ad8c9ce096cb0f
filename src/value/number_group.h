// Groups of digits and single multipliers, which numbers are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "torikomi/core/decimal.h"

namespace torikomi {

/// Power of ten of a multiplier: 1 十, 2 百, 3 千, 4 万, 8 億, 12 兆, 16 京, 20 垓, 24 秭, 28 穣; 0 for everything
/// else. With the forms that deeds and cheques use (大字: 拾 佰 仟 阡 …).
[[nodiscard]] int power_at(std::string_view text, std::size_t pos);

/// 0..9 for a kanji digit, 大字 among them; -1 else.
[[nodiscard]] int kanji_digit_at(std::string_view text, std::size_t pos);

/// Bytes of 万, 億 or 兆 at `pos`; 0 where none stands there.
[[nodiscard]] std::size_t big_multiplier_size(std::string_view text, std::size_t pos);

/// Words that begin with a multiplier but are none: 5百貨店, 3千葉.
[[nodiscard]] bool multiplier_begins_word(std::string_view text, std::size_t pos);

/// A digit and its power in one character: 廿 20, 卅 30, 卌 40, 皕 200. {0, 0} for everything else.
struct DigitWithPower {
  int digit = 0, power = 0;
};
[[nodiscard]] DigitWithPower digit_with_power_at(std::string_view text, std::size_t pos);

/// One run of digits before a multiplier.
struct Group {
  std::size_t end = 0;
  std::optional<Decimal> value;
  bool ascii = false, plain = true, bad = false, decimal = false, legal = false;
  std::uint8_t count = 0;
  std::uint8_t figures = 0;  ///< characters of a kanji group without the 零 before its first digit (四千零五万)
};
/// Figures from `pos` to `end` that go on behind one blank by threes: 1 000 人.
struct BlankGroups {
  enum class Kind : std::uint8_t {
    kNone,     ///< they do not
    kNumber,   ///< one number
    kUnclear,  ///< as well columns: 12 345 678
  };
  Kind kind = Kind::kNone;
  std::size_t end = 0;  ///< of the last group, without a decimal point
};
[[nodiscard]] BlankGroups blank_groups(std::string_view text, std::size_t pos, std::size_t end);

/// Kanji figures from `pos` to `end` that go on by threes behind 、: 一、五〇〇.
struct KanjiGroups {
  std::size_t end = 0;   ///< of the last group
  bool grouped = false;  ///< they do
  bool unclear = false;  ///< as well a list, or the number of an item and what it says
};
[[nodiscard]] KanjiGroups kanji_groups(std::string_view text, std::size_t pos, std::size_t end);

/// REQUIRES: an ASCII digit stands at `pos`.
[[nodiscard]] Group ascii_group(std::string_view text, std::size_t pos);
/// 点五 of 三百二十点五: figures behind a spoken point right behind a multiplier. No value where none stand at `pos`.
[[nodiscard]] Group spoken_decimal(std::string_view text, std::size_t pos);
/// No value where no kanji digit stands at `pos`.
[[nodiscard]] Group kanji_group(std::string_view text, std::size_t pos);

}  // namespace torikomi

// The figures of a number, without sign and unit: 18,513 · 2.5億 · 1億2000万 · 三十万 · 五〇〇.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "torikomi/core/decimal.h"

namespace torikomi {

struct Amount {
  enum class Kind : std::uint8_t {
    kNone,  ///< no figures here
    kBad,   ///< figures that are no number (1.2.3, too long); `end` is where to go on
    kValue
  };
  Kind kind = Kind::kNone;
  std::size_t begin = 0, end = 0;  ///< `begin` is that of a leading point: .77
  Decimal value;
  bool kanji = false;            ///< holds no ASCII digit
  bool multiplied = false;       ///< holds 十 百 千 万 億 兆
  bool legal = false;            ///< holds a form of deeds and cheques (大字): 壱 弐 参 拾
  bool integer_figures = false;  ///< ASCII digits alone, no comma, point or multiplier
  std::uint8_t numerals = 0;     ///< characters of a kanji number; digits of plain figures
  std::int8_t few_power = -1;  ///< power of ten of the last figure of "two or three" (二三十人); value is the lower
  std::size_t first_end = 0;   ///< end of the figures before the first multiplier
};

/// Reads the longest number at `pos`.
[[nodiscard]] Amount read_amount(std::string_view text, std::size_t pos);

/// The multiplier that a unit begins with (千 of 千円, 百万 of 百万円), and how many bytes it takes; {1, 0} for none.
struct Multiplier {
  Decimal factor = 1;
  std::size_t size = 0;
};
[[nodiscard]] Multiplier unit_multiplier(std::string_view unit);

}  // namespace torikomi

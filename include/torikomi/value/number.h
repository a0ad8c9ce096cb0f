// Numbers with their units and qualifiers (contract: "Values", numbers).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/decimal.h"

namespace torikomi {

enum class Comparator { kEqual, kAtLeast, kAtMost, kLess, kMore };
[[nodiscard]] std::string_view name(Comparator comparator);  ///< "=", ">=", "<=", "<", ">"

struct NumberContext {
  std::string_view
      unit;  ///< unit of the table heading, such as 千円 of (単位：千円): multiplies and names numbers without a unit
};

/// One number. All offsets are bytes of the text it was found in.
struct NumberValue {
  std::uint32_t begin = 0, end = 0;  ///< with its qualifiers and unit: 約2.5億円, 10,000台/日以上, 240人(累計)
  Decimal value;                     ///< in the base unit, multipliers applied: 18,513千人 -> 18513000
  std::optional<std::uint32_t> denominator;  ///< 3分の1: value 1, denominator 3, printed "1/3"
  std::optional<Decimal> low, high;          ///< of a range 2~3回; value is then low
  std::string unit;                          ///< what remains: 人, 台, %; empty if none
  std::string per;                           ///< 日 of 台/日, 回 of 人/回
  Comparator comparator = Comparator::kEqual;
  bool cumulative = false;   ///< (累計)
  bool approximate = false;  ///< 約, およそ, 程度, 頃
  bool is_money = false;     ///< the unit is 円

  [[nodiscard]] std::string value_text() const;  ///< exact decimal, or "1/3"
};

/// Every number in `text` (normalised), left to right; (単位:千円) in it holds for those behind. Dates are not looked
/// for: give parts without them, or drop overlaps.
[[nodiscard]] std::vector<NumberValue> find_numbers(std::string_view text, const NumberContext& context = {});

/// The number that is the whole of `text` (blanks, one pair of brackets around and a trailing note in brackets aside).
[[nodiscard]] std::optional<NumberValue> parse_number(std::string_view text, const NumberContext& context = {});

}  // namespace torikomi

// KPIs that are told in lines, as logic models do:
//   ○実施団体数
//   (実績) 令和4年度:30団体、令和5年度:44団体
//   ○取り組む団体数:409団体(令和5年12月1日)
//   ○目標値:500団体(令和8年度)
//   ⇒32圏域が形成済み (令和6年4月1日時点)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/value/date.h"
#include "torikomi/value/event.h"
#include "torikomi/value/number.h"

namespace torikomi {

/// What a word before a value says of it.
enum class ValueLabel : std::uint8_t { kNone, kBaseline, kCurrent, kTarget, kActual };

/// The words for each, in label form.
struct ValueWords {
  std::vector<std::string> baseline, current, target, actual;
};

/// One value of an indicator. Ranges are bytes of the whole text.
struct IndicatorValue {
  ValueLabel label = ValueLabel::kNone;
  TextRange raw;                      ///< 44団体, 調査中
  std::optional<NumberValue> number;  ///< nothing where the value is words
  TextRange as_of_words;
  std::optional<DateValue> as_of;
};

struct Indicator {
  TextRange name;
  std::vector<IndicatorValue> values;           ///< in reading order; never empty
  std::uint32_t first_line = 0, last_line = 0;  ///< indices in `lines`, both included
};

/// Reads `lines` of `text` (normalised). A line with a bullet names an indicator; its values follow behind a colon, or
/// in the lines below it up to the next bullet or empty line: a word of `words` in brackets or before a colon, then
/// values, each with the year before its colon or the date in brackets behind it. A value without a number counts only
/// where a word or a year says that it is one (目標値:検討中). Lines that tell no value are no indicators. Pure; linear
/// in the text for a bounded number of dates a line.
[[nodiscard]] std::vector<Indicator> read_indicators(std::string_view text, std::span<const EventLine> lines,
                                                     const ValueWords& words);

}  // namespace torikomi

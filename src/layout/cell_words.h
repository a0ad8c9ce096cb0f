// What the words of a cell are like: a heading, a value, a unit. By their form alone; what they mean is for grammars.
#pragma once

#include <optional>
#include <string_view>

#include "torikomi/core/span.h"

namespace torikomi::shapes {

/// A number with at most a short unit, a date, or a mark for none: 1,200千円, R5. 6. 7, -.
[[nodiscard]] bool is_value(std::string_view words);

/// 令和5年度, 2019年, H29.
[[nodiscard]] bool is_year(std::string_view words);

/// 千円 and the like in a line or cell of its own below a heading.
[[nodiscard]] bool is_unit_word(std::string_view words);

/// 合 計, 歳入合計: nothing but the name of a total.
[[nodiscard]] bool is_total_word(std::string_view words);

/// Few words, no sentence, no value. A year (令和5年度, H29) is a heading.
[[nodiscard]] bool is_heading_words(std::string_view words);

/// Ends like the headings of most tables: 氏名, 予算額, 件数, 備考.
[[nodiscard]] bool is_usual_heading(std::string_view words);

[[nodiscard]] bool same_but_blanks(std::string_view a, std::string_view b);

/// (単位:千円), 単位 千円, [単位:人]: where it begins, and 千円 itself.
struct UnitWords {
  std::uint32_t begin = 0;
  NormSpan value;
};
[[nodiscard]] std::optional<UnitWords> find_unit(std::string_view text, NormSpan line);

}  // namespace torikomi::shapes

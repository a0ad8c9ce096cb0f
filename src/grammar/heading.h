// One heading cell of a table, taken apart.
#pragma once

#include <optional>
#include <string_view>

#include "label_finder.h"

namespace torikomi {

/// 令和4年度予算額(千円): a label, the year that stands with it, its unit. Empty spans for what is not printed.
struct Heading {
  NormSpan words;               ///< all of it
  std::optional<LabelHit> hit;  ///< the label without year and unit; nothing where no grammar knows it
  NormSpan year, unit;
  bool only_year = false;  ///< nothing but a year
};

/// `known` is what the whole cell was found to be. The words of a label may stand before or behind the year.
[[nodiscard]] Heading read_heading(std::string_view text, NormSpan cell, const std::optional<LabelHit>& known,
                                   const LabelFinder& labels);

/// The unit in brackets at the end of `cell`, or in (単位:…) anywhere in it: 千円 of 事業費(千円). Empty if it has
/// none.
[[nodiscard]] NormSpan unit_in_brackets(std::string_view text, NormSpan cell);

/// 当初予算額 A, 増減 A-B, 決算額①: without the letters that name a column in a sum. `core` where there are none, or
/// where they are part of a word (PPA).
[[nodiscard]] NormSpan without_sign(std::string_view text, NormSpan core);

/// A cell that holds a value and no heading: 12,340, ▲3.5%, 126人(H29).
[[nodiscard]] bool is_data(std::string_view words);

}  // namespace torikomi

// Units of numbers: 人, 台, 箇所, km2, 店舗(施設). A unit is left as it is printed.
#pragma once

#include <cstddef>
#include <string_view>

namespace torikomi {

/// The end of the unit that begins at `pos`; `pos` where there is none. `known` (if given) tells whether it stands in
/// the list of counters, or is only the word that follows.
[[nodiscard]] std::size_t unit_end(std::string_view text, std::size_t pos, bool* known = nullptr);

/// True where a counter of the list stands at `pos` that a lone kanji numeral may count (三件, 二人).
[[nodiscard]] bool counts_kanji(std::string_view text, std::size_t pos);

/// 号, 丁目, 番地: what makes a name of a number.
[[nodiscard]] bool names_not_counts(std::string_view text, std::size_t pos);

}  // namespace torikomi

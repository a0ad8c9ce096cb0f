// What the words of titles and items say of amounts, without the table that they stand in.
#pragma once

#include <string_view>

#include "torikomi/value/heading.h"

namespace torikomi {

/// 収入の部, 歳出, 決算の状況, 基金残高: what a title says of the amounts below it. Empty where it names both sides or
/// none.
[[nodiscard]] std::string_view kind_of_title(std::string_view title);
/// income or expense of a title that names one of them; else empty.
[[nodiscard]] std::string_view side_of(std::string_view title);
/// うち人件費: a part of the row above.
[[nodiscard]] bool is_part(std::string_view item);
/// 事業費 of 事業費(千円).
[[nodiscard]] std::string_view without_unit(std::string_view item);
/// 事業費(千円)①: the sign that a sum is told by.
[[nodiscard]] std::string_view without_sign(std::string_view item);
/// 総事業費①+②: has the unit of its parts.
[[nodiscard]] bool adds_signs(std::string_view item);
/// 正規職員所要時間, 利用者数: rows that count, among those of sums.
[[nodiscard]] bool names_count(std::string_view item);
/// 事業費(千円); the a of 人件費(a) is the sign that a sum is told by.
[[nodiscard]] TextRange unit_of_item(std::string_view item);
/// 執行率, 経常収支比率 (B)/(A): a row of shares among those of sums.
[[nodiscard]] bool is_share(std::string_view item);
/// A number without a unit, and nothing else that says what it counts.
[[nodiscard]] bool is_data_only(std::string_view words);
/// Not ①, (1) or Ⅰ, which number what stands beside them.
[[nodiscard]] bool holds_letters(std::string_view words);

}  // namespace torikomi

// What the words of a heading tell besides its label: the year (令和4年度, R5実績, 目標値(H32), 2022, 29年度) and the
// unit (予算額(千円), 入込客数(千人)).
#pragma once

#include <optional>
#include <string_view>

#include "torikomi/value/date.h"
#include "torikomi/value/event.h"

namespace torikomi {

struct HeadingYear {
  TextRange words;                ///< the year in the heading, with 度, 末 and the like
  std::optional<DateValue> date;  ///< nothing where the era is not printed (29年度)
};

/// The only year, fiscal year or end of one in `heading` (normalised, short). Nothing where it names none, several, or
/// a date within a year.
[[nodiscard]] std::optional<HeadingYear> find_heading_year(std::string_view heading, const DateContext& context = {});

/// The fiscal year (of 1 April, 地方自治法 208条) that a year of a heading means; a calendar year stands for the fiscal
/// year of the same number, since accounts are kept by fiscal years.
[[nodiscard]] std::optional<int> fiscal_year_of_heading(const HeadingYear& year);

/// True where `words` are a unit and nothing else, with its multiplier and what it is counted by: 千円, 百万円, 人/年,
/// %. Words that are as often a note as a unit (年度, 市, 事業) are none.
[[nodiscard]] bool is_heading_unit(std::string_view words);

/// The unit that `heading` names in brackets at its end, or in (単位:…) anywhere in it: 千円 of 事業費(千円). Empty if
/// none.
[[nodiscard]] TextRange heading_unit(std::string_view heading);

/// The unit of (単位:千円、%) that is money: 千円. Empty where there is none, or more than one.
[[nodiscard]] std::string_view money_unit(std::string_view units);

/// 円 of 円<br>8,040,000: bytes of a unit of money that is all of `words` or their first line; 0 where there is none.
[[nodiscard]] std::size_t money_unit_line(std::string_view words);

}  // namespace torikomi

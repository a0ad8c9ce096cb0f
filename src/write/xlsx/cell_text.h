// What a spreadsheet cell can hold, and how wide it looks. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikomi::xlsx {

/// Excel's limits for one cell: 32,767 UTF-16 units and 253 line feeds. A little less, so that the note that a text
/// goes on in the next row has room.
inline constexpr std::size_t kMostUnits = 32'700;
inline constexpr std::size_t kMostLineFeeds = 250;

/// The text in pieces that each fit into one cell; joined they are the text. Cut after a line feed where there is one,
/// else between two characters. One piece for almost every text.
[[nodiscard]] std::vector<std::string_view> cell_pieces(std::string_view text);

/// The text without what XML cannot hold: U+0000, U+FFFE, U+FFFF and bytes that are no UTF-8 (file names may have them)
/// become U+FFFD. Text that looks like Excel's own escape for a character (_x0041_) is escaped, so that it stays text.
[[nodiscard]] std::string xml_safe(std::string_view text);

/// Width of the widest line in half-width letters of a Japanese font: 1 for ASCII, Latin letters and half-width kana,
/// 2 for everything else, symbols such as ① and ■ included.
[[nodiscard]] std::size_t width(std::string_view text);

/// Lines that the text takes in a wrapping column of so many half-width letters. A full-width character is a little
/// more than two letters wide, so the figure errs on the high side.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, std::size_t letters);

/// The day as Excel counts days: 1 is 1900-01-01, 60 the 29 February 1900 that never was. Nothing for what is no date
/// of the form YYYY-MM-DD or lies before 1900-03-01, where counts differ between programs.
[[nodiscard]] std::optional<double> day_number(std::string_view iso_date);

/// True for the days of the calendar year in which an era of the modern calendar began, from its first day on
/// (令和元年5月1日 to 令和元年12月31日). REQUIRES: day_number() has a value.
[[nodiscard]] bool in_first_year(std::string_view iso_date);

}  // namespace torikomi::xlsx

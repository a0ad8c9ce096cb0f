// What several rules need of the text, computed once a document.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/char_scan.h"
#include "check/misread_terms.h"
#include "check/near_duplicates.h"
#include "torikomi/check/check.h"
#include "torikomi/value/date.h"

namespace torikomi {

/// A date of the text. The offsets of `value` are bytes of the line that begins at `line.begin`.
struct FoundDate {
  DateValue value;
  NormSpan line;
  NormSpan span;  ///< the date words, with their weekday
};

/// A number that fills a cell of a row, as printed in its column: units of the row are left in, so sums are exact.
struct CellNumber {
  Decimal value;
  Decimal step;  ///< distance of two neighbouring printed values: 1 for 12円, 1000 for 12千円, 0.1 for 3.9%
  bool percent = false;
  bool approximate = false;
};

struct ColumnHead {
  std::uint16_t column = 0;
  std::string label;  ///< without blanks; of several rows of heads the lowest that says something
  NormSpan span;
};

/// The rows above the first row of data are heads.
struct TableHeads {
  std::vector<ColumnHead> columns;  ///< by column
  std::uint32_t first_row = 0;      ///< block of the first row of data
};

/// A run of rows without other words between them: blocks [first, last].
struct Grid {
  std::uint32_t first = 0, last = 0;
  bool scaled = false;              ///< a unit such as 千円 is declared for it, so that its values are rounded
  bool unit_known = false;          ///< a unit is declared in or above it
  std::optional<TableHeads> heads;  ///< nothing where it has no head or no data below it
};

/// Rows of one table that belong to one measure: [begin, end).
struct RowRange {
  std::size_t begin = 0, end = 0;
};

struct CheckFacts {
  std::vector<CharHit> characters;
  std::vector<NormSpan> digits;  ///< maximal runs of ASCII digits of the normalised text
  std::vector<FoundDate> dates;
  std::vector<Grid> grids;
  std::vector<std::optional<CellNumber>> numbers;  ///< parallel to Layout::cells
  std::vector<NearDuplicate> near_duplicates, missing_letters;
  std::vector<MisreadTerm> misread_terms;
};

[[nodiscard]] std::shared_ptr<const CheckFacts> gather_facts(const NormText& text, const Layout& layout);
[[nodiscard]] Publication publication_of(const NormText& text, const Records& records);

/// The rows of `table` whose column `measure` holds `measure_id`; they stand together.
[[nodiscard]] RowRange rows_of(const Table& table, std::size_t measure_column, std::string_view measure_id);

/// The words of a cell without blanks: "差 引" -> "差引". For short labels.
[[nodiscard]] std::string bare(std::string_view words);

/// Source span of part of the normalised text, given by views of it.
[[nodiscard]] Span source_span(const TextInput& input, NormSpan span);

/// "YYYY-MM-DD" of the contract; nothing for other texts.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
[[nodiscard]] std::string format_day(Day day);

/// The words around one character: its run of kanji and kana, at most `reach` code points to each side.
[[nodiscard]] Span word_around(std::string_view text, Span at, int reach);

}  // namespace torikomi

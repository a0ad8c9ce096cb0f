// Names of prefectures and municipalities and their 全国地方公共団体コード.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/value/date.h"

namespace torikomi {

/// One line of the tables of codes. Static storage.
struct Municipality {
  std::string_view code;  ///< six digits with the check digit
  std::string_view prefecture;
  std::string_view name;                    ///< own name only: 中央区, not 札幌市中央区
  std::string_view kana;                    ///< hiragana
  std::string_view kind;                    ///< prefecture, city, ward, town, village
  std::string_view parent;                  ///< county or city of a ward
  std::optional<Day> valid_from, valid_to;  ///< nothing: before 1970 / in force
};

/// The evidence of the report that decides between bodies of one name.
struct NameContext {
  std::string_view prefecture;                  ///< publisher's prefecture, or one named beside
  std::optional<Day> date;                      ///< of the report; nothing: in force today or the last to bear the name
  std::span<const Municipality* const> roster;  ///< bodies that the report names without doubt
};

struct NameMatch {
  std::uint32_t begin = 0, end = 0;             ///< bytes of the text; with the prefecture or county where printed
  const Municipality* body = nullptr;           ///< nothing where ambiguous
  std::vector<const Municipality*> candidates;  ///< all that bear the name; one where it is sure
  bool former = false;                          ///< the name had ended by the date of the report
};

/// The body that is the whole of `text`: with or without prefecture or county, old and variant kanji, ヶ/ケ, a reading
/// glued before it (ゆうばりし 夕張市). Nothing where it is no name of a body.
[[nodiscard]] std::optional<NameMatch> parse_name(std::string_view text, const NameContext& context = {});

/// Every name of a body in running text, longest first, from left to right; parts of longer words are not names.
[[nodiscard]] std::vector<NameMatch> find_names(std::string_view text, const NameContext& context = {});

/// The nearest names (edit distance 1, at most 3) of a word that is none: for suggestions in findings only.
[[nodiscard]] std::vector<const Municipality*> nearest_names(std::string_view text, const NameContext& context = {});

/// Reads the tables of names now, which else the first look at a name does. May run beside anything.
void prepare_names();

/// True where the check digit fits (weights 6 5 4 3 2, modulus 11; ministry notice on the codes).
[[nodiscard]] bool valid_code(std::string_view code);

}  // namespace torikomi

// Names in a list of persons that nothing but blanks, commas or titles part: 山田太郎委員長、鈴木花子 佐藤一郎各委員.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/value/person.h"

namespace torikomi {

/// Bytes of the first entry of `words` at or behind `at`: entries stand between 、 ・ 及び, line ends and what
/// `separators` (ASCII) holds. Begin and end are the size of the words where no entry is left.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> next_name(std::string_view words, std::uint32_t at,
                                                                std::string_view separators);

/// The same in a list of persons, where ◎ of the chair and 12番 of a seat part names, too.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> next_person(std::string_view words, std::uint32_t at,
                                                                  std::string_view separators);

/// 山田 of 山田会長, 鈴木 of 鈴木委員: a person by the family name. Nothing where no title ends the words, an empty
/// span where nobody is named (副会長).
[[nodiscard]] std::optional<PersonSpan> find_titled(std::string_view words);

/// 小 森   聡 of 小 森   聡   君: the letters of one name, each by itself and however far apart, before 君.
[[nodiscard]] std::optional<PersonSpan> find_spread_name(std::string_view words);

/// 戸川 守 of 戸川 守 以上28名: an entry without the count of all at its end.
[[nodiscard]] std::string_view without_count(std::string_view entry);

/// The persons of `entry` (normalised, one entry of a list of persons): one with post and title, or several that blanks
/// part. `family_names`: the list names members by two letters of their family names, too
/// (日野委員長、中田、保田の各委員).
[[nodiscard]] std::vector<PersonSpan> persons_in(std::string_view entry, bool family_names = false);

}  // namespace torikomi

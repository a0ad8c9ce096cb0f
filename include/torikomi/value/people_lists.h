// Lists of people in one field, parted by labels: 委員:山田太郎、… 事務局:総務課長、… 欠席者:なし.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace torikomi {

/// Who a list names.
enum class PeopleKind : std::uint8_t {
  kPlain,    ///< bodies, offices and persons, as without a label
  kPersons,  ///< persons, also where no blank parts family and given name
  kAbsent    ///< those who did not come, and those who only listened
};

/// One list without its label; bytes of the words that were read.
struct PeopleList {
  PeopleKind kind = PeopleKind::kPlain;
  std::uint32_t begin = 0, end = 0;
};

/// 【委員】, (事務局), <欠席者>: a line that opens a list, with nothing behind it.
[[nodiscard]] bool opens_people_list(std::string_view line);

/// The lists of `words` (normalised), in their order. Only labels at the begin of a line count; without one that is
/// known the words are one plain list.
[[nodiscard]] std::vector<PeopleList> people_lists(std::string_view words);

}  // namespace torikomi

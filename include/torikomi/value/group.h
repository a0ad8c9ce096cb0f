// Words that mean several bodies at once: 全市町, 全関係市町, 3市5町, 12市町合同; and lists of those who were absent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace torikomi {

struct GroupWord {
  enum class Group : std::uint8_t {
    kAll,       ///< 全市町, 連携市町, 構成市町: every body on the roster
    kInvolved,  ///< 全関係市町, 関係市町: those of the roster that are involved
    kCount,     ///< 3市5町, 12市町合同: a number, not names
  };
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  Group group = Group::kAll;
  std::optional<int> total;       ///< of a count: 8 for 3市5町, 12 for 12市町
  std::optional<int> total_high;  ///< of 6~7市町
};

/// Every such word in `text` (normalised), left to right.
[[nodiscard]] std::vector<GroupWord> find_groups(std::string_view text);

/// One name of a list of absent bodies: (欠席は津山市、早島町), 津山市を除く.
struct AbsentName {
  std::uint32_t begin = 0, end = 0;            ///< of the name
  std::uint32_t list_begin = 0, list_end = 0;  ///< of the whole list with its brackets
};
[[nodiscard]] std::vector<AbsentName> find_absent(std::string_view text);

}  // namespace torikomi

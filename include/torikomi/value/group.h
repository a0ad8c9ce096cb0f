// Words that stand for several municipalities at once, and those left out of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "torikomi/value/municipality.h"

namespace torikomi {

/// One group word. Offsets are bytes of the text.
struct GroupWord {
  /// Whom it means (contract: "Values", schedule_id).
  enum class Group : std::uint8_t {
    kAll,       ///< 全市町, 連携市町, 構成市町, 圏域市町: every municipality on the roster of the card
    kInvolved,  ///< 全関係市町, 全関係市, 関係市町: those of the roster that are involved
    kCount,     ///< 3市5町, 12市町合同: only how many; never expanded
  };
  std::uint32_t begin = 0, end = 0;
  Group group = Group::kAll;
  std::optional<int> cities, towns, villages;  ///< of 3市5町1村; wards (23区) count as cities
  std::optional<int> total;                    ///< the sum of these, or 12 of 12市町; of a range the lower end
  std::optional<int> total_high;               ///< 7 of 6~7市町
};
[[nodiscard]] std::string_view name(GroupWord::Group group);  ///< "all", "involved", "count"

/// Every group word of a normalised text, from left to right, the longest at each place. Linear time. Not group words:
/// 全市 and 全町 (the whole of one), 県内全市町 and the like (more than the roster), 各市町, 両市, 近隣市町, 他市町,
/// counts of other things (3市民団体, 5町内会, 第2町) and kanji numbers before a single 市, 町 or 村 (place names:
/// 三町).
[[nodiscard]] std::vector<GroupWord> find_groups(std::string_view text);

/// A name that a text takes out of its group. Offsets are bytes of the text.
struct AbsentName {
  std::uint32_t begin = 0, end = 0;            ///< empty where the list names nobody (欠席は3名, 欠席者なし)
  std::uint32_t list_begin = 0, list_end = 0;  ///< the whole list with the words and brackets that belong to it
};

/// Those that are said to be absent or left out. Behind 欠席, 欠席者, 不参加 and は or : any names
/// (欠席は津山市、早島町), as other bodies can be absent too; before を除く, は欠席, 以外の市町 only names of
/// municipalities and prefectures, since days and costs are left out as well (土日を除く). `context` as for find_names.
/// Linear time.
[[nodiscard]] std::vector<AbsentName> find_absent(std::string_view text, const NameContext& context = {});

}  // namespace torikomi

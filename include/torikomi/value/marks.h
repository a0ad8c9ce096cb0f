// Rows in which a mark before each name says what part it takes: ■津山市 □玉野市 ★瀬戸内市 ※提案市町は★印.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace torikomi {

/// One name of the row. Offsets are bytes of the text.
struct MarkedName {
  std::uint32_t mark_begin = 0, mark_end = 0;  ///< empty, at the name, where the name has no mark
  std::uint32_t name_begin = 0, name_end = 0;  ///< without blanks around it
  std::string_view mark;                       ///< "★", "■", … a view of the text; empty: no mark
};

/// What the row itself says a symbol means: of ※提案市町は★印 the symbol ★ and the meaning 提案市町.
struct Legend {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  std::string_view symbol;           ///< views of the text
  std::string_view meaning;
};

struct MarkRow {
  std::vector<MarkedName> entries;
  std::vector<Legend> legends;    ///< in the order of the text; most rows have one or none
  std::uint32_t marks = 0;        ///< marks of the row, stray ones with them, those of the legends not
  std::uint32_t stray_marks = 0;  ///< marks that no name follows: before another mark, the legend or the end
};

/// Reads one row (normalised text, one cell). Any words can be names: municipalities, 岡山県, 一部事務組合, a
/// university.
///
/// A name goes from its mark to the next mark, 、 , / or a line or item break; at a blank or ・ only where names of
/// bodies stand on both sides, since other names hold blanks (岡山 県立大学). Words without a mark, such as a label
/// before the first one, are no entry unless they are the name of a municipality or prefecture. A row that prints its
/// marks behind the names (津山市○ 玉野市×) is read so. Marks: ■ □ ★ ☆ ● ○ ◎ ◯ 〇 ☑ ☐ ☒ ✔ ✓ ✅ ◆ ◇ ▲ △ ▼ ▽ × ✕, and レ
/// before a blank or a kanji. The symbols of a legend (※提案市町は ★印, ★:提案市町, (★は提案市町)) are no marks. A text
/// without a mark gives no entries. Linear time.
[[nodiscard]] MarkRow parse_marks(std::string_view text);

/// The roles of the contract that a mark can give.
enum class MarkRole { kProposer, kLead, kPartner, kNotInvolved };
[[nodiscard]] std::string_view name(MarkRole role);  ///< "proposer", "lead", "partner", "not_involved"

/// The role of a mark: what the legends say of its symbol (提案: proposer; 幹事, 代表: lead; 不参加, 対象外: not
/// involved; 参加, 関係, 連携: partner), else by its shape: ■ ☑ ✔ ✓ ✅ ☒ ● ○ ◎ ◯ 〇 レ partner, □ ☐ × ✕ not involved.
/// Nothing for other symbols (★ without a legend) and for meanings that are none of these.
[[nodiscard]] std::optional<MarkRole> mark_role(std::string_view symbol, std::span<const Legend> legends);

}  // namespace torikomi

// What stands above a sheet and names it.
#include <algorithm>
#include <array>
#include <string>

#include "matcher.h"
#include "torikomi/text/normalize.h"
#include "torikomi/value/date.h"

namespace torikomi {
namespace {

/// 会 議 録: says what the paper is, not of what.
bool is_kind_of_paper(std::string_view words) {
  constexpr std::array<std::string_view, 20> kKinds = {
      "会議録",       "議事録",   "会議概要",   "議事概要",     "議事要旨", "会議要旨",   "会議次第",
      "次第",         "会議結果", "概要",       "会議結果概要", "開催概要", "会議の概要", "開催場所など",
      "開催日時など", "開催結果", "開催日時等", "会議録概要",   "開催案内", "会議の開催"};
  constexpr std::size_t kLongest = 60;                        // bytes, letter spacing included
  for (const std::string_view dash : {"―", "—", "-", "~"}) {  // ― 議事要旨 ―
    if (!words.starts_with(dash) || !words.ends_with(dash) || words.size() <= 2 * dash.size()) continue;
    words = words.substr(dash.size(), words.size() - 2 * dash.size());
  }
  return words.size() <= kLongest && std::find(kKinds.begin(), kKinds.end(), label_key(words)) != kKinds.end();
}

/// A day and nothing else.
bool is_date(std::string_view words) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (words.size() > kLongest || words.find("日") == words.npos) return false;
  const auto dates = find_dates(words);
  return dates.size() == 1 && dates.front().begin == 0 && dates.front().end == words.size();
}

}  // namespace

NormSpan Matcher::title_above(std::uint32_t i) const {
  std::uint32_t far = 4;  // blocks; what is no title does not count, nor the blank line before it
  NormSpan kind;
  for (std::uint32_t back = 1; back <= far && back <= i; ++back) {
    const Block& above = layout_.blocks[i - back];
    if (above.kind == BlockKind::kBlank) continue;
    if (above.kind == BlockKind::kSeparator || is_remark(above)) continue;  // (開会中)
    if (above.kind == BlockKind::kRow && above.cell_count > 1 && filled(above) > 1) {
      if (!heads_sheet(i - back, i)) return kind;  // 項目 | 内容, over the labels of the sheet
      continue;
    }
    // (1) 委員 山田 太郎 before (2) 開催日: the item beside it
    if (above.kind == BlockKind::kHeading && layout_.blocks[i].kind == BlockKind::kHeading &&
        !layout_.blocks[i].marker.empty() && above.level >= layout_.blocks[i].level)
      continue;
    const bool marked = above.kind == BlockKind::kHeading || above.kind == BlockKind::kListItem;
    const NormSpan title = marked && !above.text.empty() ? above.text : own_words(above);
    const std::string key = label_key(slice(text_, title));
    if (is_date(slice(text_, title))) continue;                               // 令和4年4月12日, of a notice
    if (key == "閉会" || key == "散会") return kind;                          // the end of an agenda
    const bool sentence = slice(text_, title).ends_with("。") && back < far;  // 会議を開催します。
    if (!sentence && !is_kind_of_paper(slice(text_, title))) return title;
    if (!sentence) kind = title;
    far += 2;
  }
  return kind;
}

bool Matcher::heads_sheet(std::uint32_t head, std::uint32_t row) const {
  const Block& block = layout_.blocks[head];
  if (block.table != layout_.blocks[row].table || block.table >= layout_.tables.size()) return false;
  const TableUnit& unit = layout_.tables[block.table];
  return unit.first_block == head && unit.header_rows == 1 && filled(block) == 2;
}

std::size_t Matcher::filled(const Block& block) const {
  const auto cells = layout_.cells_of(block);
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const GridCell& cell) { return !cell.span.empty(); }));
}

NormSpan Matcher::own_words(const Block& block) const {
  if (block.kind != BlockKind::kRow || filled(block) != 1) return block.span;
  const auto cells = layout_.cells_of(block);
  return std::find_if(cells.begin(), cells.end(), [](const GridCell& cell) { return !cell.span.empty(); })->span;
}

}  // namespace torikomi

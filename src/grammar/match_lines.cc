// Lines and rows that tell by their form what a row of a table would: 山形定住自立圏(平成23年11月策定).
#include <algorithm>
#include <string>

#include "matcher.h"
#include "torikomi/value/heading.h"

namespace torikomi {
namespace {

/// What a line rule reads: a line without its mark, a row as cells parted by tabs.
struct LineWords {
  std::string own;  ///< the words of a row
  std::string_view words;
  std::vector<LinePiece> pieces;
};

void read_words(std::string_view text, const Layout& layout, const Block& block, bool cells, LineWords& out) {
  if (!cells) {
    const NormSpan span = block.text.empty() ? block.span : block.text;
    out.words = slice(text, span);
    out.pieces.push_back({0, span});
    return;
  }
  std::uint16_t column = 0;
  for (const GridCell& cell : layout.cells_of(block)) {
    for (; column < cell.column; ++column) out.own += '\t';
    out.pieces.push_back({out.own.size(), cell.span});
    out.own += slice(text, cell.span);
  }
  out.words = out.own;
}

/// Behind a sum empty cells say nothing; elsewhere something is missing there.
std::string_view words_for(const LineRule& rule, std::string_view words) {
  if (rule.table.type != TableType::kAmount) return words;
  return words.substr(0, words.find_last_not_of('\t') + 1);
}

/// A sum below what it is of.
bool needs_name_above(const LineRule& rule) { return rule.above && rule.table.type == TableType::kAmount; }

/// Where the bytes [begin, end) of the words stand; a group that reaches over a cell's end keeps to the cell, unless it
/// is the name of a member (小 林 | 誠 君).
NormSpan place_of(const std::vector<LinePiece>& pieces, std::size_t begin, std::size_t end, bool over_cells) {
  const auto piece_of = [&](std::size_t byte) {
    return std::find_if(pieces.begin() + 1, pieces.end(), [&](const LinePiece& p) { return p.begin > byte; }) - 1;
  };
  const auto first = piece_of(begin);
  const auto last = over_cells && end > begin ? piece_of(end - 1) : first;
  const auto at = [](const LinePiece& piece, std::size_t byte) {
    return std::min(piece.span.begin + static_cast<std::uint32_t>(byte - piece.begin), piece.span.end);
  };
  return {at(*first, begin), at(*last, end)};
}

}  // namespace

bool Matcher::take_line_rules(std::uint32_t i, const Block& block) {
  LineWords whole;  // as the block has them
  LineWords seats;  // 1番 山田太郎    2番 鈴木花子: a label and its words by their form
  const bool is_row = block.kind == BlockKind::kRow;
  for (const Grammar* grammar : grammars_) {
    for (const LineRule& rule : grammar->lines) {
      const bool pair = block.kind == BlockKind::kPair && rule.rows && rule.table.type == TableType::kMember;
      if (rule.rows && ((!is_row && !pair) || block.cell_count < 2)) continue;
      if (is_row && needs_name_above(rule)) continue;
      // 市長 | 山田 太郎 below 出席者 of an open sheet goes on with its words
      if (rule.table.type == TableType::kMember && block.cell_count < 3 && lists_attendees()) continue;
      // 出席委員 山田会長 in a sheet is a label and its words
      const bool names_only = rule.table.type == TableType::kMember && rule.table.columns.size() == 1;
      if (names_only && !rule.rows && in_sheet_ && !line_sheet_) continue;
      if (rule.under && !rule.under->may_match(slice(text_, above_), 0)) continue;
      LineWords& line = pair ? seats : whole;
      if (line.pieces.empty()) read_words(text_, layout_, block, is_row || pair, line);
      const std::string_view words = words_for(rule, line.words);
      if (!rule.match.may_match(words, 0)) continue;
      if (rule.under && !rule.under->matches(slice(text_, above_))) continue;
      if (needs_name_above(rule) && (!rule.match.matches(words) || name_above_sum(i, rule).empty())) continue;
      std::size_t told = 0;  // bytes that the rows tell
      for (auto found = rule.match.find(words); found && found->end > found->begin;) {
        told += add_line_row(i, rule, *found, line.pieces);
        // the tab behind one cell is the one before the next
        const std::size_t shared = found->end < words.size() && words[found->end - 1] == '\t' ? 1 : 0;
        told -= shared;
        found = rule.match.find(words, found->end - shared);
      }
      if (told == 0) continue;
      line_read_ = i;
      // a sentence of which a row tells only a part stays in the prose
      if (told == words.size()) claim(i, Claim::kCard, rule.table.name);
      return true;
    }
  }
  return false;
}

TableMatch& Matcher::line_table(std::uint32_t i, const LineRule& rule) {
  if (!in_card_ && in_sheet_ && !line_sheet_) in_sheet_ = false;
  CardMatch& card = place(i);
  line_sheet_ = !in_card_;
  card.last_block = i;
  const bool same = !card.tables.empty() && card.tables.back().rule == &rule.table;
  if (same && (card.tables.back().title == above_ || !find_heading_year(slice(text_, above_))))
    return card.tables.back();
  TableMatch& table = add_table(card, {});
  table.rule = &rule.table;
  table.title = above_;
  table.unit = unit_;
  for (const ColumnRule& column : rule.table.columns) {
    ColumnMatch& match = table.columns.emplace_back();
    match.rule = &column;
    match.role = column.role;
    match.column = static_cast<std::uint16_t>(table.columns.size() - 1);
  }
  return table;
}

std::size_t Matcher::add_line_row(std::uint32_t i, const LineRule& rule, const PatternMatch& found,
                                  const std::vector<LinePiece>& pieces) {
  const std::vector<std::string> names = rule.match.group_names();
  const bool over_cells = rule.table.type == TableType::kMember;
  TableRow row;
  row.block = i;
  row.cells.resize(rule.table.columns.size());
  for (const auto& group : found.groups) {
    const auto at = std::find(names.begin(), names.end(), group.name);
    row.cells[static_cast<std::size_t>(at - names.begin())] = place_of(pieces, group.begin, group.end, over_cells);
  }
  if (rule.above) row.cells[names.size()] = needs_name_above(rule) ? name_above_sum(i, rule) : above_;
  if (rule.below) row.cells.back() = words_below(i, rule);
  line_table(i, rule).rows.push_back(std::move(row));
  return found.end - found.begin;
}

NormSpan Matcher::words_below(std::uint32_t i, const LineRule& rule) const {
  NormSpan out;
  for (std::uint32_t b = i + 1; b < layout_.blocks.size(); ++b) {
    const Block& block = layout_.blocks[b];
    if (block.kind == BlockKind::kBlank && out.empty()) continue;
    const bool item = block.kind == BlockKind::kListItem;
    if ((!item && block.kind != BlockKind::kText) || rule.match.matches(slice(text_, block.span))) break;
    if (out.empty() || item) out = out.empty() ? (item ? block.text : block.span) : cover(out, block.span);
    if (!item) break;
  }
  return out;
}

bool Matcher::prints_sum(const Block& line) const {
  return (line.kind == BlockKind::kText || line.kind == BlockKind::kPair) && slice(text_, line.span).ends_with("円");
}

void Matcher::note_heading(std::uint32_t i, const Block& block) {
  constexpr std::size_t kLongest = 150;  // bytes; some 50 characters
  const bool lone_row = block.kind == BlockKind::kRow && filled(block) == 1;
  if ((lone_row || block.kind == BlockKind::kPair) && counts_attendees(block)) {
    above_ = own_words(block);
    return;
  }
  if (block.kind == BlockKind::kRow) {
    // 「平成21年度」 alone in its row: the year of the rows below
    const NormSpan words = lone_row ? own_words(block) : NormSpan();
    if (out_.claims[i].claim != Claim::kCard && find_heading_year(slice(text_, words))) above_ = words;
    return;
  }
  // what a rule has read is no heading of the lines below it
  if (block.kind == BlockKind::kText && line_read_ == i) return;
  const std::string_view words = slice(text_, block.span);
  // 審議日程は、次のとおりです。 heads what follows
  const bool heads = words.ends_with("のとおりです。") || words.ends_with("のとおり。");
  // ※ and → begin a remark on the line above
  const bool sentence = (words.ends_with("。") && !heads) || block.span.size() > kLongest || words.starts_with("※") ||
                        words.starts_with("→") || words.starts_with("⇒");
  // ○出席委員 over rows of names, ●主な事業と予算額 over lines of sums
  const bool over_more = block.kind == BlockKind::kListItem && !sentence && i + 1 < layout_.blocks.size() &&
                         (layout_.blocks[i + 1].kind == BlockKind::kRow || prints_sum(layout_.blocks[i + 1]));
  if (block.kind == BlockKind::kHeading || over_more || (block.kind == BlockKind::kText && !sentence)) {
    above_ = block.span;
    const auto holds = [&](std::string_view word) { return words.find(word) != words.npos; };
    if ((holds("決算") || holds("予算") || holds("収支")) && find_heading_year(words)) accounts_ = block.span;
  }
  TableMatch named;
  take_unit(block.span, named);
  if (!named.unit.empty()) {
    unit_ = money_unit(slice(text_, named.unit)).empty() ? NormSpan{} : named.unit;
  } else if (block.kind == BlockKind::kHeading || sentence) {
    unit_ = {};
  }
}

}  // namespace torikomi

#include "torikomi/grammar/match.h"

#include <algorithm>
#include <optional>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using Kind = Grammar::LabelTarget::Kind;

/// Longer cells are never labels; spares the look-up of narratives.
constexpr std::size_t kLongestLabel = 150;

/// A cell whose words are a label of the grammar. One label can lead to several places (KPI: a table's title and a
/// column).
struct LabelHit {
  std::vector<Grammar::LabelTarget> targets;
  NormSpan label, note;

  [[nodiscard]] const Grammar::LabelTarget* to(Kind kind) const {
    for (const auto& target : targets)
      if (target.kind == kind) return &target;
    return nullptr;
  }
};

struct Cell {
  NormSpan span;
  std::uint16_t column = 0;
  std::optional<LabelHit> hit;
};

/// Splits 事業計画(平成29年度) into label and note.
void split_note(std::string_view text, NormSpan cell, NormSpan& label, NormSpan& note) {
  label = cell;
  note = {cell.end, cell.end};
  if (text[cell.end - 1] != ')') return;
  const std::size_t open = slice(text, cell).rfind('(');
  if (open == std::string_view::npos || open == 0) return;
  note = {cell.begin + static_cast<std::uint32_t>(open) + 1, cell.end - 1};
  label = {cell.begin, cell.begin + static_cast<std::uint32_t>(open)};
  while (label.end > label.begin && text[label.end - 1] == ' ') --label.end;
}

/// Reads blocks one after the other and keeps what is open: the card, a header row that waits for its rows, a field
/// that may go on.
class Matcher {
 public:
  Matcher(const NormText& norm, const Layout& layout, const Grammar& grammar)
      : text_(norm.text()), layout_(layout), grammar_(grammar) {
    out_.grammar = &grammar;
    out_.claims.resize(layout.blocks.size());
  }

  DocumentMatch run() {
    for (std::uint32_t i = 0; i < layout_.blocks.size(); ++i) read(i);
    return std::move(out_);
  }

 private:
  void read(std::uint32_t i) {
    const Block& block = layout_.blocks[i];
    if (block.kind == BlockKind::kBlank) {
      claim(i, Claim::kBlank, "");
      close_open_parts();
    } else if (const IgnoreRule* rule = ignored(block)) {
      claim(i, Claim::kIgnored, rule->name);
    } else if (block.kind == BlockKind::kSeparator) {
      claim(i, Claim::kIgnored, "separator");
    } else if (take_context(i, block)) {
      close_open_parts();
      in_card_ = false;
    } else if (block.kind == BlockKind::kRow) {
      read_row(i, block);
    } else {
      read_line(i, block);
    }
  }

  void claim(std::uint32_t block, Claim claim, std::string_view rule) { out_.claims[block] = {claim, rule}; }

  void close_open_parts() {
    header_.clear();
    table_ = nullptr;
  }

  [[nodiscard]] const IgnoreRule* ignored(const Block& block) const {
    for (const IgnoreRule& rule : grammar_.ignores)
      if (rule.match.matches(slice(text_, block.span))) return &rule;
    return nullptr;
  }

  bool take_context(std::uint32_t i, const Block& block) {
    if (block.kind == BlockKind::kRow) return false;
    for (const ContextRule& rule : grammar_.contexts) {
      const auto found = rule.match.find(slice(text_, block.span));
      if (!found) continue;
      for (const auto& group : found->groups) {
        std::erase_if(contexts_, [&](const ContextValue& value) { return value.name == group.name; });
        contexts_.push_back({group.name, {block.span.begin + group.begin, block.span.begin + group.end}});
      }
      claim(i, Claim::kContext, "context");
      return true;
    }
    return false;
  }

  // --- rows
  // -----------------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::vector<Cell> filled_cells(const Block& block) const {
    std::vector<Cell> cells;
    for (const GridCell& cell : layout_.cells_of(block)) {
      if (cell.span.empty()) continue;
      cells.push_back({cell.span, cell.column, find_label(cell.span)});
    }
    return cells;
  }

  [[nodiscard]] std::optional<LabelHit> find_label(NormSpan cell) const {
    if (cell.size() > kLongestLabel) return std::nullopt;
    LabelHit hit;
    split_note(text_, cell, hit.label, hit.note);
    if (look_up(cell, hit)) {
      hit.label = cell;
      hit.note = {cell.end, cell.end};
      return hit;
    }
    if (!hit.note.empty() && look_up(hit.label, hit)) return hit;
    return std::nullopt;
  }

  bool look_up(NormSpan label, LabelHit& hit) const {
    const auto [first, last] = grammar_.labels.equal_range(label_key(slice(text_, label)));
    for (auto at = first; at != last; ++at) hit.targets.push_back(at->second);
    return !hit.targets.empty();
  }

  void read_row(std::uint32_t i, const Block& block) {
    const std::vector<Cell> cells = filled_cells(block);
    if (cells.empty()) return;
    if (opens_card(cells)) open_card(i);
    if (!in_card_) return;
    if (open_table(i, cells) || take_pairs(i, cells) || open_header(i, cells) || take_table_row(i, cells) ||
        take_below_header(i, cells))
      out_.cards.back().last_block = i;
  }

  [[nodiscard]] bool opens_card(const std::vector<Cell>& cells) const {
    if (grammar_.card_start.empty()) return false;
    return std::all_of(grammar_.card_start.begin(), grammar_.card_start.end(), [&](const std::string& name) {
      return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
        const auto* target = cell.hit ? cell.hit->to(Kind::kField) : nullptr;
        return target != nullptr && grammar_.fields[target->index].name == name;
      });
    });
  }

  void open_card(std::uint32_t i) {
    close_open_parts();
    in_card_ = true;
    CardMatch& card = out_.cards.emplace_back();
    card.first_block = card.last_block = i;
    card.contexts = contexts_;
  }

  CardMatch& card() { return out_.cards.back(); }

  FieldMatch& add_field(const FieldRule& rule, const LabelHit& hit) {
    return card().fields.emplace_back(FieldMatch{&rule, hit.label, hit.note, {}});
  }

  /// A row of column labels that names a table: KPIの状況 | 指標 | 基準値 | 目標値.
  bool open_table(std::uint32_t i, const std::vector<Cell>& cells) {
    for (std::size_t t = 0; t < grammar_.tables.size(); ++t) {
      TableMatch match;
      match.rule = &grammar_.tables[t];
      bool all_known = true;
      for (const Cell& cell : cells) all_known = all_known && take_header_cell(cell, t, match);
      if (!all_known || match.columns.size() < match.rule->min_columns) continue;
      close_open_parts();
      card().tables.push_back(std::move(match));
      table_ = &card().tables.back();
      claim(i, Claim::kCard, table_->rule->name);
      return true;
    }
    return false;
  }

  bool take_header_cell(const Cell& cell, std::size_t table, TableMatch& match) const {
    if (!cell.hit) return false;
    bool known = false;
    for (const auto& target : cell.hit->targets) {
      if (target.index != table || target.kind == Kind::kField) continue;
      if (target.kind == Kind::kColumn && !known) {
        match.columns.push_back({&match.rule->columns[target.column], cell.hit->label, cell.hit->note, cell.column});
      } else if (target.kind == Kind::kTable && match.columns.empty() && match.title.empty()) {
        match.title = cell.span;
      }
      known = true;
    }
    return known;
  }

  /// 施策 | 産業の振興 | 事務事業 | 商談会: every label is followed by words that are none.
  bool take_pairs(std::uint32_t i, const std::vector<Cell>& cells) {
    const auto field_of = [](const Cell& cell) { return cell.hit ? cell.hit->to(Kind::kField) : nullptr; };
    if (field_of(cells.front()) == nullptr || cells.size() < 2) return false;
    if (std::all_of(cells.begin(), cells.end(), field_of)) return false;
    header_.clear();
    table_ = nullptr;
    FieldMatch* open = nullptr;
    for (const Cell& cell : cells) {
      if (const auto* target = field_of(cell)) {
        open = &add_field(grammar_.fields[target->index], *cell.hit);
      } else {
        open->texts.push_back(cell.span);
      }
    }
    claim(i, Claim::kCard, card().fields.back().rule->name);
    return true;
  }

  /// 事業計画 | これまでの取組実績 | 今後の課題: only labels; what stands below them is their text.
  bool open_header(std::uint32_t i, const std::vector<Cell>& cells) {
    for (const Cell& cell : cells)
      if (!cell.hit || cell.hit->to(Kind::kField) == nullptr) return false;
    close_open_parts();
    for (const Cell& cell : cells) {
      add_field(grammar_.fields[cell.hit->to(Kind::kField)->index], *cell.hit);
      header_.push_back({card().fields.size() - 1, cell.column});
    }
    claim(i, Claim::kCard, card().fields.back().rule->name);
    return true;
  }

  bool take_table_row(std::uint32_t i, const std::vector<Cell>& cells) {
    if (table_ == nullptr) return false;
    std::vector<std::uint16_t> columns;
    for (const ColumnMatch& column : table_->columns) columns.push_back(column.column);
    bool fits = true;
    const auto places = place_below(columns, cells, fits);
    if (!places) return false;
    TableRow row{i, std::vector<NormSpan>(columns.size()), fits};
    for (std::size_t c = 0; c < cells.size(); ++c) row.cells[(*places)[c]] = cells[c].span;
    table_->rows.push_back(std::move(row));
    claim(i, Claim::kCard, table_->rule->name);
    return true;
  }

  bool take_below_header(std::uint32_t i, const std::vector<Cell>& cells) {
    if (header_.empty()) return false;
    std::vector<std::uint16_t> columns;
    for (const HeaderCell& cell : header_) columns.push_back(cell.column);
    bool fits = true;
    const auto places = place_below(columns, cells, fits);
    if (!places) return false;
    for (std::size_t c = 0; c < cells.size(); ++c)
      card().fields[header_[(*places)[c]].field].texts.push_back(cells[c].span);
    claim(i, Claim::kCard, card().fields[header_.front().field].rule->name);
    return true;
  }

  /// For each cell the heading above it. Exact columns where they agree; else, where there are as many cells as
  /// headings, in order (extractors shift whole rows); else each under the last heading at or before it. Nothing where
  /// two would share one heading.
  static std::optional<std::vector<std::size_t>> place_below(const std::vector<std::uint16_t>& columns,
                                                             const std::vector<Cell>& cells, bool& fits) {
    std::vector<std::size_t> places;
    for (const Cell& cell : cells) {
      const auto at = std::find(columns.begin(), columns.end(), cell.column);
      if (at == columns.end()) break;
      places.push_back(static_cast<std::size_t>(at - columns.begin()));
    }
    if (places.size() == cells.size()) return places;
    fits = false;
    places.clear();
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells.size() == columns.size()) {
        places.push_back(c);
        continue;
      }
      const auto after = std::upper_bound(columns.begin(), columns.end(), cells[c].column);
      if (after == columns.begin()) return std::nullopt;
      const auto place = static_cast<std::size_t>(after - columns.begin()) - 1;
      if (!places.empty() && places.back() == place) return std::nullopt;
      places.push_back(place);
    }
    return places;
  }

  // --- lines without cells
  // --------------------------------------------------------------------------------------------------

  /// A label alone on its line waits for its words; other words go on with the field that is open.
  void read_line(std::uint32_t i, const Block& block) {
    if (!in_card_) return;
    if (auto hit = find_label(block.span); hit && hit->to(Kind::kField) != nullptr) {
      close_open_parts();
      add_field(grammar_.fields[hit->to(Kind::kField)->index], *hit);
      header_.push_back({card().fields.size() - 1, 0});
      claim(i, Claim::kCard, card().fields.back().rule->name);
    } else if (!header_.empty()) {
      card().fields[header_.back().field].texts.push_back(block.span);
      claim(i, Claim::kCard, card().fields[header_.back().field].rule->name);
    } else {
      return;
    }
    card().last_block = i;
  }

  struct HeaderCell {
    std::size_t field;  ///< in card().fields
    std::uint16_t column;
  };

  std::string_view text_;
  const Layout& layout_;
  const Grammar& grammar_;
  DocumentMatch out_;
  bool in_card_ = false;
  std::vector<ContextValue> contexts_;
  std::vector<HeaderCell> header_;  ///< labels that wait for the words below them
  TableMatch* table_ = nullptr;     ///< the table whose rows go on
};

}  // namespace

DocumentMatch match_cards(const NormText& text, const Layout& layout, const Grammar* grammar) {
  if (grammar != nullptr) return Matcher(text, layout, *grammar).run();
  DocumentMatch out;
  out.claims.resize(layout.blocks.size());
  for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
    if (layout.blocks[i].kind == BlockKind::kBlank) out.claims[i] = {Claim::kBlank, ""};
    if (layout.blocks[i].kind == BlockKind::kSeparator) out.claims[i] = {Claim::kIgnored, "separator"};
  }
  return out;
}

}  // namespace torikomi

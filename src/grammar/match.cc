#include "torikomi/grammar/match.h"

#include <algorithm>
#include <optional>

#include "header_row.h"
#include "label_finder.h"

namespace torikomi {
namespace {

/// Reads blocks one after the other and keeps what is open: the card or sheet, a header row that waits for its rows, a
/// field that may go on.
class Matcher {
 public:
  Matcher(const NormText& norm, const Layout& layout, const Grammar* family,
          std::span<const Grammar* const> supplements)
      : text_(norm.text()), layout_(layout), family_(family) {
    if (family != nullptr) grammars_.push_back(family);
    grammars_.insert(grammars_.end(), supplements.begin(), supplements.end());
    out_.grammar = family;
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
      after_blank_ = true;
      return;
    }
    if (const IgnoreRule* rule = ignored(block)) {
      claim(i, Claim::kIgnored, rule->name);
    } else if (block.kind == BlockKind::kSeparator) {
      claim(i, Claim::kIgnored, "separator");
      return;
    } else if (take_context(i, block)) {
      leave_card();
    } else if (block.kind == BlockKind::kRow) {
      read_row(i, block);
    } else {
      read_line(i, block);
    }
    after_blank_ = false;
  }

  void claim(std::uint32_t block, Claim claim, std::string_view rule) { out_.claims[block] = {claim, rule}; }

  void close_open_parts() {
    header_.clear();
    table_ = nullptr;
    open_field_ = kNoField;
  }

  void leave_card() {
    close_open_parts();
    in_card_ = false;
    in_sheet_ = false;
  }

  [[nodiscard]] const IgnoreRule* ignored(const Block& block) const {
    for (const Grammar* grammar : grammars_)
      for (const IgnoreRule& rule : grammar->ignores)
        if (rule.match.matches(slice(text_, block.span))) return &rule;
    return nullptr;
  }

  bool take_context(std::uint32_t i, const Block& block) {
    if (block.kind == BlockKind::kRow || family_ == nullptr) return false;
    for (const ContextRule& rule : family_->contexts) {
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

  // --- cards and sheets
  // -----------------------------------------------------------------------------------------------------

  void open_card(std::uint32_t i) {
    close_open_parts();
    in_card_ = true;
    in_sheet_ = false;
    section_ = {};
    CardMatch& opened = out_.cards.emplace_back();
    opened.first_block = opened.last_block = i;
    opened.contexts = contexts_;
  }

  /// Where fields and tables go: the card, or a sheet of its own outside of cards.
  CardMatch& place(std::uint32_t i) {
    if (in_card_) return out_.cards.back();
    if (!in_sheet_) {
      in_sheet_ = true;
      CardMatch& opened = out_.sheets.emplace_back();
      opened.first_block = i;
      opened.title = title_above(i);
    }
    return out_.sheets.back();
  }
  CardMatch& current() { return in_card_ ? out_.cards.back() : out_.sheets.back(); }

  /// The nearest line above that is neither a row nor blank.
  [[nodiscard]] NormSpan title_above(std::uint32_t i) const {
    constexpr std::uint32_t kFar = 4;
    for (std::uint32_t back = 1; back <= kFar && back <= i; ++back) {
      const Block& above = layout_.blocks[i - back];
      if (above.kind == BlockKind::kBlank) continue;
      if (above.kind == BlockKind::kRow && above.cell_count > 1 && filled(above) > 1) return {};
      if (above.kind == BlockKind::kSeparator) continue;
      return above.span;
    }
    return {};
  }

  [[nodiscard]] std::size_t filled(const Block& block) const {
    const auto cells = layout_.cells_of(block);
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const GridCell& cell) { return !cell.span.empty(); }));
  }

  /// The rule of a field here: a card knows the family's fields, a sheet those of the supplements as well.
  [[nodiscard]] const FieldRule* field_of(const std::optional<LabelHit>& hit) const {
    if (!hit) return nullptr;
    if (family_ != nullptr)
      if (const FieldRule* rule = hit->field(family_)) return rule;
    if (in_card_) return nullptr;
    for (const Grammar* grammar : grammars_)
      if (const FieldRule* rule = grammar == family_ ? nullptr : hit->field(grammar)) return rule;
    return nullptr;
  }

  FieldMatch& add_field(std::uint32_t i, const FieldRule& rule, const LabelHit& hit) {
    if (!in_card_ && in_sheet_ && repeats(rule)) in_sheet_ = false;
    CardMatch& card = place(i);
    card.last_block = i;
    open_field_ = card.fields.size();
    claim(i, Claim::kCard, rule.name);
    return card.fields.emplace_back(FieldMatch{&rule, hit.label, hit.note, section_, {}});
  }

  /// The same label again: the next sheet has begun.
  [[nodiscard]] bool repeats(const FieldRule& rule) const {
    const auto& fields = out_.sheets.back().fields;
    return std::any_of(fields.begin(), fields.end(), [&](const FieldMatch& field) { return field.rule == &rule; });
  }

  // --- rows
  // -----------------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::vector<RowCell> row_cells(const Block& block, const LabelFinder& labels) const {
    std::vector<RowCell> cells;
    for (const GridCell& cell : layout_.cells_of(block))
      if (!cell.span.empty()) cells.push_back({cell.span, cell.column, labels.find(cell.span)});
    return cells;
  }

  void read_row(std::uint32_t i, const Block& block) {
    const LabelFinder labels(text_, grammars_);
    std::vector<RowCell> cells = row_cells(block, labels);
    if (cells.empty()) return;
    if (opens_card(cells)) open_card(i);
    if (open_table(i, cells)) return;
    const bool sectioned = take_section_cell(cells);
    if (take_pairs(i, cells, labels) || take_labels(i, cells, sectioned) || take_table_row(i, cells) ||
        take_below_header(i, cells) || take_continuation(i, cells)) {
      current().last_block = i;
    } else if (!in_card_) {
      leave_card();
    }
  }

  [[nodiscard]] bool opens_card(const std::vector<RowCell>& cells) const {
    if (family_ == nullptr || family_->card_start.empty()) return false;
    const bool words = std::any_of(cells.begin(), cells.end(),
                                   [&](const RowCell& cell) { return !cell.hit || !cell.hit->field(family_); });
    return words && std::all_of(family_->card_start.begin(), family_->card_start.end(), [&](const std::string& name) {
             return std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) {
               const FieldRule* rule = cell.hit ? cell.hit->field(family_) : nullptr;
               return rule != nullptr && rule->name == name;
             });
           });
  }

  /// KPIの状況 | 指標 | 基準値 | 目標値: a row of headings of a known table.
  bool open_table(std::uint32_t i, const std::vector<RowCell>& cells) {
    auto match = match_header(text_, cells, grammars_);
    if (!match) return false;
    close_open_parts();
    if (!in_card_) in_sheet_ = false;
    find_title(i, *match);
    CardMatch& card = place(i);
    card.last_block = i;
    card.tables.push_back(std::move(*match));
    table_ = &card.tables.back();
    claim(i, Claim::kCard, table_->rule->name);
    return true;
  }

  /// The lines above the header: its title, and the unit that they name.
  void find_title(std::uint32_t i, TableMatch& table) const {
    constexpr std::uint32_t kFar = 4;
    for (std::uint32_t back = 1; back <= kFar && back <= i; ++back) {
      const Block& above = layout_.blocks[i - back];
      if (above.kind == BlockKind::kBlank || above.kind == BlockKind::kSeparator) continue;
      if (above.kind == BlockKind::kRow && filled(above) > 1) return;
      take_unit(above.span, table);
      if (table.title.empty() && !is_unit_line(above.span)) table.title = above.span;
      if (!table.title.empty()) return;
    }
  }

  [[nodiscard]] bool is_unit_line(NormSpan line) const {
    const std::string_view words = slice(text_, line);
    return words.starts_with("(単位") || words.starts_with("単位") || words.starts_with("[単位");
  }

  /// (単位:千円)
  void take_unit(NormSpan line, TableMatch& table) const {
    constexpr std::string_view kUnit = "単位";
    const std::string_view words = slice(text_, line);
    std::size_t at = words.find(kUnit);
    if (at == words.npos || !table.unit.empty()) return;
    at += kUnit.size();
    while (at < words.size() && (words[at] == ' ' || words[at] == ':')) ++at;
    const std::size_t end = std::min(words.find_first_of(")] ", at), words.size());
    table.unit = {line.begin + static_cast<std::uint32_t>(at), line.begin + static_cast<std::uint32_t>(end)};
  }

  [[nodiscard]] const SectionRule* section_of(NormSpan words) const {
    if (family_ == nullptr || !in_card_) return nullptr;
    for (const SectionRule& rule : family_->sections)
      if (rule.match.matches(slice(text_, words))) return &rule;
    return nullptr;
  }

  /// 令和3年度 | 予算額 | 100千円: the first cell is the heading of what follows. Taken off the row.
  bool take_section_cell(std::vector<RowCell>& cells) {
    if (cells.size() < 2 || field_of(cells[0].hit) != nullptr || field_of(cells[1].hit) == nullptr) return false;
    if (section_of(cells[0].span) == nullptr) return false;
    section_ = cells[0].span;
    cells.erase(cells.begin());
    return true;
  }

  /// 施策 | 産業の振興 | 事務事業 | 商談会: labels and words by turns. A label and its words may share a cell.
  bool take_pairs(std::uint32_t i, const std::vector<RowCell>& cells, const LabelFinder& labels) {
    if (field_of(cells.front().hit) == nullptr || cells.size() < 2) return false;
    if (std::all_of(cells.begin(), cells.end(), [&](const RowCell& cell) { return field_of(cell.hit) != nullptr; }))
      return false;
    if (!in_card_ && cells.size() > 4) return false;
    header_.clear();
    table_ = nullptr;
    FieldMatch* open = nullptr;
    for (const RowCell& cell : cells) {
      std::uint32_t rest = 0;
      if (const FieldRule* rule = field_of(cell.hit)) {
        open = &add_field(i, *rule, *cell.hit);
      } else if (const auto inside = in_card_ ? labels.find_at_begin(cell.span, rest) : std::nullopt;
                 field_of(inside) != nullptr) {
        open = &add_field(i, *field_of(inside), *inside);
        if (rest < cell.span.end) open->texts.push_back({rest, cell.span.end});
      } else {
        open->texts.push_back(cell.span);
      }
    }
    return true;
  }

  /// 事業計画 | これまでの取組実績 | 今後の課題: only labels; what stands below them is their text. Behind a section
  /// cell a label without words is an empty field.
  bool take_labels(std::uint32_t i, const std::vector<RowCell>& cells, bool sectioned) {
    if (!in_card_) return false;
    for (const RowCell& cell : cells)
      if (field_of(cell.hit) == nullptr) return false;
    close_open_parts();
    for (const RowCell& cell : cells) {
      add_field(i, *field_of(cell.hit), *cell.hit);
      if (!sectioned) header_.push_back({current().fields.size() - 1, cell.column});
    }
    return true;
  }

  bool take_table_row(std::uint32_t i, const std::vector<RowCell>& cells) {
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

  bool take_below_header(std::uint32_t i, const std::vector<RowCell>& cells) {
    if (header_.empty()) return false;
    std::vector<std::uint16_t> columns;
    for (const HeaderCell& cell : header_) columns.push_back(cell.column);
    bool fits = true;
    const auto places = place_below(columns, cells, fits);
    if (!places) return false;
    for (std::size_t c = 0; c < cells.size(); ++c)
      current().fields[header_[(*places)[c]].field].texts.push_back(cells[c].span);
    claim(i, Claim::kCard, current().fields[header_.front().field].rule->name);
    return true;
  }

  /// A row without labels whose first cell is empty goes on with the field above it.
  bool take_continuation(std::uint32_t i, const std::vector<RowCell>& cells) {
    if (open_field_ == kNoField || cells.front().column == 0) return false;
    if (std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) { return field_of(cell.hit) != nullptr; }))
      return false;
    FieldMatch& field = current().fields[open_field_];
    field.texts.push_back({cells.front().span.begin, cells.back().span.end});
    claim(i, Claim::kCard, field.rule->name);
    return true;
  }

  // --- lines without cells
  // --------------------------------------------------------------------------------------------------

  /// Opens a card, a section or a field that waits for its words; other words go on with the field that is open.
  void read_line(std::uint32_t i, const Block& block) {
    if (family_ != nullptr && family_->card_line && family_->card_line->matches(slice(text_, block.span))) {
      open_card(i);
      section_ = block.span;
      claim(i, Claim::kCard, "card");
      return;
    }
    if (section_of(block.span) != nullptr) {
      close_open_parts();
      section_ = block.span;
      claim(i, Claim::kCard, "section");
      current().last_block = i;
      return;
    }
    const auto hit = LabelFinder(text_, grammars_).find(block.span);
    if (const FieldRule* rule = in_card_ ? field_of(hit) : nullptr) {
      close_open_parts();
      add_field(i, *rule, *hit);
      header_.push_back({current().fields.size() - 1, 0});
    } else if (!header_.empty()) {
      add_text(i, header_.back().field, block);
    } else if (open_field_ != kNoField && in_sheet_ && !after_blank_ && block.kind != BlockKind::kHeading) {
      add_text(i, open_field_, block);
    } else {
      if (!in_card_) leave_card();
    }
  }

  void add_text(std::uint32_t i, std::size_t number, const Block& block) {
    FieldMatch& field = current().fields[number];
    field.texts.push_back(block.span);
    claim(i, Claim::kCard, field.rule->name);
    current().last_block = i;
  }

  struct HeaderCell {
    std::size_t field;  ///< in current().fields
    std::uint16_t column;
  };
  static constexpr std::size_t kNoField = static_cast<std::size_t>(-1);

  std::string_view text_;
  const Layout& layout_;
  const Grammar* family_;
  std::vector<const Grammar*> grammars_;  ///< the family, then the supplements
  DocumentMatch out_;
  bool in_card_ = false, in_sheet_ = false, after_blank_ = false;
  NormSpan section_;
  std::vector<ContextValue> contexts_;
  std::vector<HeaderCell> header_;     ///< labels that wait for the words below them
  TableMatch* table_ = nullptr;        ///< the table whose rows go on
  std::size_t open_field_ = kNoField;  ///< the field that a row or line may go on with
};

}  // namespace

DocumentMatch match_cards(const NormText& text, const Layout& layout, const Grammar* family,
                          std::span<const Grammar* const> supplements) {
  return Matcher(text, layout, family, supplements).run();
}

}  // namespace torikomi

// Cards that a cell or a line opens by its form: (1) 交流事業, in a list of what was done.
#include <algorithm>

#include "matcher.h"
#include "torikomi/value/body_list.h"

namespace torikomi {
namespace {

/// Without the mark of a Markdown list before it.
NormSpan without_dash(std::string_view text, NormSpan words) {
  if (slice(text, words).starts_with("- ")) words.begin += 2;
  return words;
}

}  // namespace

bool Matcher::take_card_cell(std::uint32_t i, const Block& block) {
  if (family_ == nullptr || family_->card.cells.empty() || cards_over_ || !holds(family_->card.needs)) return false;
  if (block.kind != BlockKind::kRow) return open_by(i, without_dash(text_, block.span), {});
  const LabelFinder labels(text_, grammars_);
  NormSpan before;
  for (const GridCell& cell : layout_.cells_of(block)) {
    if (cell.span.empty()) continue;
    // what stands behind a label is its words
    if (field_of(labels.find(cell.span)) != nullptr) return false;
    if (open_by(i, cell.span, before)) return true;
    before = cell.span;
  }
  return false;
}

bool Matcher::open_by(std::uint32_t i, NormSpan words, NormSpan group) {
  for (const Pattern& pattern : family_->card.cells) {
    const auto found = pattern.find(slice(text_, words));
    if (!found || !names_bodies(words, *found)) continue;
    if (!group.empty() && !family_->card.group.empty()) set_context(family_->card.group, group);
    open_card(i);
    CardMatch& card = out_.cards.back();
    card.title = words;
    for (const auto& named : found->groups) {
      const NormSpan part = {words.begin + named.begin, words.begin + named.end};
      if (named.name == "project") card.title = part;
      if (const FieldRule* field = family_->field(named.name); field != nullptr && field->type == FieldType::kBodies) {
        card.fields.push_back({field, part, {part.end, part.end}, {}, {part}, {}, false});
      } else {
        card.contexts.push_back({named.name, part});
      }
    }
    claim(i, Claim::kCard, "card");
    return true;
  }
  return false;
}

bool Matcher::names_bodies(NormSpan words, const PatternMatch& found) const {
  for (const auto& named : found.groups) {
    const FieldRule* field = family_->field(named.name);
    if (field == nullptr || field->type != FieldType::kBodies) continue;
    const BodyList list = read_bodies(slice(text_, NormSpan{words.begin + named.begin, words.begin + named.end}));
    if (std::none_of(list.bodies.begin(), list.bodies.end(),
                     [](const ListedBody& entry) { return !entry.candidates.empty(); }))
      return false;
  }
  return true;
}

void Matcher::set_context(std::string_view name, NormSpan words) {
  std::erase_if(contexts_, [&](const ContextValue& value) { return value.name == name; });
  contexts_.push_back({name, words});
}

bool Matcher::ends_cards(std::uint32_t i) const {
  if (family_ == nullptr || !family_->card.until) return false;
  const Block& block = layout_.blocks[i];
  // 5 収支決算, before any card: what it numbers is none
  if (!in_card_)
    return out_.cards.empty() && block.kind == BlockKind::kHeading && block.level == 1 && begins_details(block);
  // details right below the name of a card are its own
  const std::uint32_t opened = out_.cards.back().first_block;
  if (begins_details(block)) return neighbour(i, -1) != &layout_.blocks[opened];
  if (block.kind == BlockKind::kListItem || (block.kind == BlockKind::kRow && filled(block) > 1)) return false;
  const Block* next = neighbour(i, 1);
  return next != nullptr && begins_details(*next);
}

bool Matcher::begins_details(const Block& block) const {
  return family_->card.until->matches(slice(text_, first_words(block)));
}

const Block* Matcher::neighbour(std::uint32_t i, int step) const {
  for (std::int64_t at = std::int64_t{i} + step; at >= 0 && at < std::ssize(layout_.blocks); at += step) {
    const Block& block = layout_.blocks[static_cast<std::size_t>(at)];
    if (block.kind != BlockKind::kBlank && block.kind != BlockKind::kSeparator) return &block;
  }
  return nullptr;
}

NormSpan Matcher::first_words(const Block& block) const {
  if (!block.has_cells()) return block.span;
  for (const GridCell& cell : layout_.cells_of(block))
    if (!cell.span.empty()) return cell.span;
  return block.span;
}

bool Matcher::take_card_text(std::uint32_t i, const Block& block) {
  if (!in_card_ || family_->card.text.empty()) return false;
  CardMatch& card = out_.cards.back();
  NormSpan words = block.span;
  if (block.kind == BlockKind::kRow) {
    words = {};
    for (const GridCell& cell : layout_.cells_of(block)) {
      if (cell.span.empty()) continue;
      // the name of the group again, in the cell that a page break cut
      const bool again = std::any_of(card.contexts.begin(), card.contexts.end(), [&](const ContextValue& value) {
        return value.name == family_->card.group && slice(text_, value.text) == slice(text_, cell.span);
      });
      if (again) continue;
      if (!words.empty()) return false;  // several cells are a table
      words = cell.span;
    }
  }
  if (!words.empty()) card.texts.push_back(without_dash(text_, words));
  card.last_block = i;
  claim(i, Claim::kCard, family_->card.text);
  return true;
}

}  // namespace torikomi

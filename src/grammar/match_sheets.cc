// Sheets outside of cards: lines of labels and words, as the head of minutes or a form has them.
#include "heading.h"
#include "matcher.h"
#include "torikomi/core/utf8.h"

namespace torikomi {

namespace {

/// 次 of 議 事 次 第: the words go on in wide letters.
bool is_lone_letter(std::string_view text, std::uint32_t at) {
  const std::size_t end = at + utf8::decode(text, at).size;
  return end < text.size() && text[end] == ' ';
}

}  // namespace

std::optional<LabelHit> Matcher::sheet_label(NormSpan words) const {
  const LabelFinder labels(text_, grammars_);
  if (auto hit = labels.find(words)) return field_of(hit) == nullptr ? std::nullopt : hit;
  Heading heading = read_heading(text_, words, std::nullopt, labels);
  if (!heading.hit || heading.year.empty() || field_of(heading.hit) == nullptr) return std::nullopt;
  heading.hit->note = heading.year;
  return heading.hit;
}

bool Matcher::take_sheet_line(std::uint32_t i, const Block& block) {
  if (in_card_) return false;
  if (block.kind == BlockKind::kPair && block.cell_count == 2) {
    const auto cells = layout_.cells_of(block);
    const auto hit = sheet_label(cells[0].span);
    if (!hit) return false;
    add_sheet_field(i, *hit, cells[1].span);
    return true;
  }
  if (block.rule == "speech") return false;
  const NormSpan line = block.text.empty() ? block.span : block.text;
  std::uint32_t rest = 0;
  const LabelFinder labels(text_, grammars_);
  if (const auto hit = labels.find_at_begin(line, rest); field_of(hit) != nullptr && rest < line.end) {
    // only what a mark, a sheet or wide letters (日 時) make a label: a sentence may begin with such a word as well
    const bool wide = slice(text_, hit->label).find(' ') != std::string_view::npos && !is_lone_letter(text_, rest);
    if (block.marker.empty() && !in_sheet_ && !wide && text_[rest - 1] != ':') return false;
    add_sheet_field(i, *hit, {rest, line.end});
    open_level_ = block.kind == BlockKind::kHeading ? block.level : 0;
    return true;
  }
  if (!in_sheet_ && block.kind != BlockKind::kHeading) return false;
  const auto hit = sheet_label(line);
  // the words stand below, in a sheet that has begun with other labels
  if (!hit || out_.sheets.empty() || !in_sheet_ || out_.sheets.back().fields.empty()) return false;
  if (i + 1 >= layout_.blocks.size() || layout_.blocks[i + 1].kind == BlockKind::kBlank) return false;
  add_sheet_field(i, *hit, {line.end, line.end});
  open_level_ = block.kind == BlockKind::kHeading ? block.level : 0;
  return true;
}

void Matcher::add_sheet_field(std::uint32_t i, const LabelHit& hit, NormSpan words) {
  header_.clear();
  table_ = nullptr;
  FieldMatch& field = add_field(i, *field_of(hit), hit);
  if (!words.empty()) field.texts.push_back(words);
  current().last_block = i;
  open_level_ = 0;
}

}  // namespace torikomi

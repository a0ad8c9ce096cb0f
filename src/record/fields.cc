// Labelled fields and their items.
#include <fmt/format.h>

#include <algorithm>

#include "builder.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

/// The text cut before the headings of its parts: (岡山市の役割) begins an item wherever it stands.
std::vector<NormSpan> cut_at_parts(const Builder& builder, const FieldRule& rule, NormSpan text) {
  std::vector<std::uint32_t> begins = {text.begin};
  for (const PartRule& part : rule.parts) {
    const std::string_view words = builder.words(text);
    for (auto found = part.heading.find(words); found; found = part.heading.find(words, found->end))
      begins.push_back(text.begin + found->begin);
  }
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  std::vector<NormSpan> out;
  for (std::size_t i = 0; i < begins.size(); ++i)
    out.push_back({begins[i], i + 1 < begins.size() ? begins[i + 1] : text.end});
  return out;
}

void build_items(Builder& builder, const CardContext& card, const FieldRule& rule, Cell label,
                 const std::vector<NormSpan>& texts) {
  int number = 0;
  std::vector<NormSpan> parts;
  for (const NormSpan text : texts) {
    const std::vector<NormSpan> cut = cut_at_parts(builder, rule, text);
    parts.insert(parts.end(), cut.begin(), cut.end());
  }
  for (const NormSpan text : parts) {
    for (const CellItem& item : builder.items_of(text)) {
      const Cell words = builder.line_cell(item.text);
      const Cell marker = builder.line_cell(item.marker);
      Row row = builder.add(TableId::items);
      row[col::items::measure_id] = card.measure_id;
      row[col::items::label] = label;
      row[col::items::item_no] = ++number;
      row[col::items::level] = int{item.level};
      row[col::items::marker] = marker;
      row[col::items::text] = words;
      row[col::items::line] = builder.line_of(item.span);
    }
  }
}

}  // namespace

void build_fields(Builder& builder, const CardContext& card, const FieldMatch& field) {
  // a bracket behind a title has no label: its words are not their own
  const bool has_label = field.texts.empty() || !(field.label == field.texts.front());
  const Cell label =
      has_label ? builder.value_cell(builder.records.keep(label_key(builder.words(field.label))), field.label) : Cell();
  const Cell section = builder.line_cell(field.section);
  std::vector<NormSpan> texts = field.texts;
  std::erase_if(texts, [&](NormSpan text) { return text.empty() || is_none_mark(builder.words(text)); });
  const Cell words = builder.joined_cell(texts);
  const NormSpan last = field.texts.empty() ? field.label : field.texts.back();
  Row row = builder.add(TableId::fields);
  row[col::fields::measure_id] = card.measure_id;
  row[col::fields::section] = section;
  row[col::fields::label] = label;
  row[col::fields::text] = words;
  const bool below = field.heads_column && !field.texts.empty();
  row[col::fields::line_start] = builder.line_of(below ? field.texts.front() : field.label);
  row[col::fields::line_end] = builder.line_of(last.empty() ? last : NormSpan{last.end - 1, last.end});
  build_items(builder, card, *field.rule, label, texts);
}

}  // namespace torikomi

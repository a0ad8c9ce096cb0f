// Labelled fields and their items.
#include <fmt/format.h>

#include "builder.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

void build_items(Builder& builder, const CardContext& card, Cell label, const std::vector<NormSpan>& texts) {
  int number = 0;
  for (const NormSpan text : texts) {
    for (const CellItem& item : split_items(builder.text(), text)) {
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
  const Cell label = builder.value_cell(builder.records.keep(label_key(builder.words(field.label))), field.label);
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
  build_items(builder, card, label, texts);
}

}  // namespace torikomi

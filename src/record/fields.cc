// Labelled fields and their items.
#include <fmt/format.h>

#include "builder.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

void build_items(Builder& builder, const CardContext& card, Cell label, NormSpan text) {
  int number = 0;
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

}  // namespace

void build_fields(Builder& builder, const CardContext& card, const FieldMatch& field, NormSpan text) {
  const Cell label = builder.value_cell(builder.records.keep(label_key(builder.words(field.label))), field.label);
  const Cell words = builder.text_cell(text);
  const std::uint32_t line_end =
      text.empty() ? builder.line_of(field.label) : builder.line_of({text.end - 1, text.end});
  Row row = builder.add(TableId::fields);
  row[col::fields::measure_id] = card.measure_id;
  row[col::fields::label] = label;
  row[col::fields::text] = words;
  row[col::fields::line_start] = builder.line_of(field.label);
  row[col::fields::line_end] = line_end;
  if (!text.empty()) build_items(builder, card, label, text);
}

}  // namespace torikomi

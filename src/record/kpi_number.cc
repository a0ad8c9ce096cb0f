#include "kpi_number.h"

namespace torikomi {

Cell number_cell(Builder& builder, const std::optional<NumberValue>& number, NormSpan raw) {
  if (!number) return {};
  if (number->denominator) return builder.value_cell(builder.records.keep(number->value_text()), raw);
  return builder.value_cell(number->value, raw);
}

void fill_number(Builder& builder, Row row, const std::optional<NumberValue>& number, NormSpan raw) {
  if (!number) return;
  row[col::kpi_values::value] = number_cell(builder, number, raw);
  row[col::kpi_values::unit] = builder.records.keep(number->unit);
  row[col::kpi_values::per] = builder.records.keep(number->per);
  row[col::kpi_values::comparator] = name(number->comparator);
  row[col::kpi_values::cumulative] = number->cumulative;
  row[col::kpi_values::approximate] = number->approximate;
}

}  // namespace torikomi

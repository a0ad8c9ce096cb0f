// The number of a KPI value in the columns of kpis and kpi_values.
#pragma once

#include <optional>

#include "builder.h"
#include "torikomi/value/number.h"

namespace torikomi {

/// The value, read from `raw`; empty where there is no number. A fraction (3分の1) is text: no exact decimal holds it.
[[nodiscard]] Cell number_cell(Builder& builder, const std::optional<NumberValue>& number, NormSpan raw);

/// value, unit, per, comparator, cumulative and approximate of a row of kpi_values; nothing where there is no number.
void fill_number(Builder& builder, Row row, const std::optional<NumberValue>& number, NormSpan raw);

}  // namespace torikomi

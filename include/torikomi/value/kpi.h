// The cell of a KPI table: 85者(平成28年度), ▲862人 (平成28年度), 方針の決定(平成30年度), —
#pragma once

#include <optional>
#include <string_view>

#include "torikomi/value/date.h"
#include "torikomi/value/event.h"
#include "torikomi/value/number.h"

namespace torikomi {

/// Ranges are bytes of the cell. Everything is empty for a blank cell and for a lone dash, which means none.
struct KpiCell {
  TextRange raw;                      ///< the value with its qualifiers, without the date
  std::optional<NumberValue> number;  ///< nothing where the value is words (方針の決定); offsets from the begin of raw
  TextRange as_of_words;
  std::optional<DateValue> as_of;
  bool way = false;  ///< 0人から15人へ: the number is what it is to become
};

/// 男性 72.8%, 小学校:96.4%: the word for those whom a value counts, at its begin; empty where none stands there.
[[nodiscard]] std::string_view counted_class(std::string_view cell);

/// Pure. The date may stand in brackets behind the value or before it.
[[nodiscard]] KpiCell parse_kpi(std::string_view cell, const NumberContext& numbers, const DateContext& dates);

/// True for an indicator that counts from a fixed begin: 登録者数(累計), 累計登録者数.
[[nodiscard]] bool names_running_total(std::string_view indicator);

/// True for a cell that says "none": — - － ― … ・ alone, or blanks.
[[nodiscard]] bool is_none_mark(std::string_view cell);

}  // namespace torikomi

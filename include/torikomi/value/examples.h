// What the value types read, as tables of examples. docs/values.md is written from them, and a test reads every one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/value/date.h"
#include "torikomi/value/municipality.h"
#include "torikomi/value/number.h"

namespace torikomi {

/// One text and what is read from it. Static storage.
struct ValueExample {
  std::string_view text;     ///< as it may be printed; it is folded before it is read
  std::string_view context;  ///< fiscal_year=2017, previous=2017-05-19, unit=千円, prefecture=広島県; empty: none
  std::string_view reading;  ///< as describe() writes it; empty: the text holds no such value
};

/// Examples of one form, with what the form means.
struct ValueForm {
  Text2 title;
  Text2 rule;  ///< Markdown
  std::span<const ValueExample> examples;
};

[[nodiscard]] std::span<const ValueForm> date_forms();
[[nodiscard]] std::span<const ValueForm> number_forms();
[[nodiscard]] std::span<const ValueForm> name_forms();

/// One line that holds everything: "2017-05/2017-06-10 month", "XXXX-09-01 day", "none", "2025-03-11 day 13:30-17:00".
/// Several values are parted by "; ".
[[nodiscard]] std::string describe(std::span<const DateValue> values);
/// "250000000 円 approximate", "10000 台 per 日 >=", "2..3 回", "1/3".
[[nodiscard]] std::string describe(std::span<const NumberValue> values);

/// "332038", "282219 former"; "? 132063 342084" where the name is ambiguous.
[[nodiscard]] std::string describe(std::span<const NameMatch> values);

/// docs/values.md. REQUIRES of the caller: nothing; the text depends on the tables alone.
[[nodiscard]] std::string values_doc();

}  // namespace torikomi

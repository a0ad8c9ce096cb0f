// `torikomi parse date|number|name`: one JSON line for each text, with every value that it holds.
#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "torikomi/core/result.h"
#include "torikomi/value/date.h"
#include "torikomi/value/number.h"

namespace torikomi {

enum class ValueKind { kDate, kNumber, kName };
[[nodiscard]] std::optional<ValueKind> value_kind(std::string_view name);  ///< "date", "number", "name"

/// What a text cannot say itself. Owns its strings.
struct ValueContext {
  DateContext date;        ///< its document_date also tells which names were in force
  std::string unit;        ///< of a table heading: 千円
  std::string prefecture;  ///< for names: that of the publisher; empty or the name of one of the 47
};

/// Reads `fiscal_year=2017,date=2017-08-01,previous=2017-05-19,unit=千円,prefecture=岡山県`. Empty: no context. An
/// unknown key or a value that is none is a usage error.
[[nodiscard]] Result<ValueContext> read_value_context(std::string_view text);

/// `{"text":…,"found":[{"span":[b,e],"text":…,…}]}` without a line end. Spans are bytes of `text` as given; bytes that
/// are no UTF-8 read as U+FFFD, and spans then index what stands in "text". For numbers, figures of dates are left out.
/// A text that is one name as a whole (津 山 市) gives that name, any other the names that stand in it.
[[nodiscard]] std::string parse_line_json(ValueKind kind, std::string_view text, const ValueContext& context);

/// One line of JSON for each text, in order; with no texts, for each line of `input`.
void run_parse(ValueKind kind, std::span<const std::string> texts, std::istream& input, const ValueContext& context,
               std::ostream& output);

}  // namespace torikomi

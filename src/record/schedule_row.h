// One row of schedules, whatever it was read from: running text, a table, a sheet.
#pragma once

#include <optional>
#include <string_view>

#include "builder.h"
#include "torikomi/value/date.h"

namespace torikomi {

/// What is known of one event. Empty spans were not printed.
struct ScheduleRow {
  DateValue date;
  NormSpan date_words;
  std::string_view status;  ///< planned or done; empty: by the date of the document
  NormSpan activity, place, participants, host, content;
  NormSpan people;                          ///< whom `participants` means, where it says 同上
  bool persons = false;                     ///< the participants are persons
  NormSpan headcount;                       ///< words that hold the number, such as 23名
  std::optional<std::int64_t> head_number;  ///< the number itself, where already read
  std::optional<std::int64_t> ordinal;
  NormSpan ordinal_words;
  NormSpan at;                  ///< where the row stands, if not where its date does (the year of a heading)
  std::string_view place_text;  ///< overrides the words of `place` (同上 resolved)
};

/// Adds the row, and the participants that it names. Gives its id.
std::string_view add_schedule(Builder& builder, const CardContext& card, const ScheduleRow& event);

}  // namespace torikomi

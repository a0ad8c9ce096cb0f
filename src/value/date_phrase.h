// One phrase of dates: a date, a range, or a list of both, with the words that qualify them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "value/date_element.h"

namespace torikomi {

enum class Join : std::uint8_t { kEnd, kRange, kList };

struct PhraseItem {
  Element date;
  bool open_begin = false;  ///< まで, ~H28.3
  bool open_end = false;    ///< から, 以降, H29~
  bool exclusive = false;   ///< より前, より後: the open range does not hold the date itself
  Join join = Join::kEnd;   ///< to the next item
};

struct Phrase {
  static constexpr std::size_t kMost = 16;  ///< a longer list is read as several phrases
  std::array<PhraseItem, kMost> items;
  std::size_t count = 0;
  std::size_t end = 0;   ///< of all that was read, times included
  bool planned = false;  ///< 予定 follows
};

/// What a phrase without a month of its own can take it from.
struct Before {
  bool date = false;     ///< a date: 12日(水) can be read
  bool month = false;    ///< a month, open or of a known year: 下旬 can be read
  bool day_one = false;  ///< the first day of an event: 2日目 can be read
};

/// Reads the phrase that begins at `pos`. kImpossible: phrase.end is where the impossible date ends.
[[nodiscard]] LexOutcome read_phrase(std::string_view text, std::size_t pos, const Before& before, Phrase& phrase);

}  // namespace torikomi

// The inline labels of dated events: 於: 参加市町: (時期) …
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "torikomi/value/event.h"

namespace torikomi {

enum class EventLabel : std::uint8_t { kPlace, kParticipants, kContent, kWhen, kHeadcount, kHost, kAbsent };

struct LabelFound {
  EventLabel label;
  std::uint32_t begin = 0;  ///< of the label
  std::uint32_t value = 0;  ///< where its words begin
};

/// Every label in `range`, left to right. A label stands at the begin of a word and is followed by a colon, or stands
/// in brackets of its own, or (於, @) directly before its words, or (participants) before words in brackets:
/// 参加市町(連携市町).
[[nodiscard]] std::vector<LabelFound> find_labels(std::string_view text, TextRange range, const EventWords& words);

/// The label with which `range` begins.
[[nodiscard]] std::optional<LabelFound> first_label(std::string_view text, TextRange range, const EventWords& words);

}  // namespace torikomi

// Where the events of a line begin: the dates that date something, with the number of the meeting before them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "event_labels.h"
#include "torikomi/value/event.h"

namespace torikomi {

/// 第2回, 平成28年度第1回, 第3回以降は; also 平成29年度1回: where the 第 was lost.
struct Ordinal {
  std::uint32_t begin = 0;  ///< with a fiscal year that stands directly before it
  std::uint32_t end = 0;    ///< behind 目, 以降, 会議, は and a colon
  std::int64_t number = 0;
};

enum class AnchorForm : std::uint8_t {
  kHead,      ///< at the begin of a word: 第1回:平成29年5月19日, 平成29年7月19日 国土交通省
  kBracket,   ///< in brackets behind a title: 資料収集(平成29年6月~)
  kSentence,  ///< inside a sentence
};

struct Anchor {
  AnchorForm form = AnchorForm::kHead;
  std::uint32_t begin = 0;              ///< of the ordinal, the label or the date
  std::uint32_t date_end = 0;           ///< of the last date word
  std::uint32_t end = 0;                ///< behind words such as を予定 and the closing bracket
  bool attached = false;                ///< a word follows the date without a blank
  std::vector<const DateValue*> dates;  ///< several for a list (8月、9月)
  std::optional<Ordinal> ordinal;
};

/// The anchors among `dates` in one line, left to right. `dates` must outlive the result.
[[nodiscard]] std::vector<Anchor> find_anchors(std::string_view text, TextRange line, std::span<const DateValue> dates,
                                               std::span<const LabelFound> labels, const EventWords& words);

/// Every ordinal in `line`. A fiscal year that only numbers a meeting is part of it.
[[nodiscard]] std::vector<Ordinal> find_ordinals(std::string_view text, TextRange line,
                                                 std::span<const DateValue> dates);

[[nodiscard]] inline bool is_event_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\x1f' || c == '\n';
}

}  // namespace torikomi

// Dated events inside running text: 第1回:平成29年5月19日 於:岡山市 参加市町:全市町 内 容:… (出席者:23名)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/letter_set.h"
#include "torikomi/value/date.h"

namespace torikomi {

/// Bytes [begin, end) of the text of the cell.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The words that a report uses around dated events. Label words are in label form (without blanks and colon).
struct EventWords {
  std::vector<std::string> place, participants, content, when, headcount, host, absent;
  std::vector<std::string> tail;          ///< behind a date, saying nothing of the event: を予定, 開催
  std::vector<std::string> place_suffix;  ///< a bare word that ends so is a place: 会館, センター
  std::vector<std::string> aims;          ///< behind a period, making it an aim: に向け
  LetterSet label_begins;                 ///< the first letters of the label words
};

/// One line or list item of the cell, as the layout stage splits them.
struct EventLine {
  TextRange marker;  ///< ・ ① …; empty for a plain line
  TextRange text;    ///< the words behind the marker
};

/// One dated event. Ranges that are empty were not printed.
struct Event {
  DateValue date;
  std::optional<std::int64_t> ordinal;  ///< N of 第N回
  TextRange ordinal_words;
  TextRange activity;      ///< the nearest heading, or the words that name what is done
  TextRange place;         ///< as printed: 未定 and 同上 too
  TextRange participants;  ///< with an absent list behind them
  TextRange host;
  TextRange content;
  std::optional<std::int64_t> headcount;
  TextRange headcount_words;
};

/// The dated events of one cell, in reading order. Dates told in passing (numbers of meetings, years inside a name or a
/// 内容, aims) give no event. REQUIRES: `lines` lie in `text`, in order. Pure; linear in the text for a bounded number
/// of dates a line.
[[nodiscard]] std::vector<Event> read_events(std::string_view text, std::span<const EventLine> lines,
                                             const EventWords& words, const DateContext& context);

/// 第N回 at the begin of `text`, or in it where it stands only once; `end` is behind the blanks that follow it.
struct OrdinalNumber {
  std::uint32_t begin = 0, end = 0;
  std::int64_t number = 0;
};
[[nodiscard]] std::optional<OrdinalNumber> leading_ordinal(std::string_view text);

}  // namespace torikomi

// What names a dated event: the words before its date, or those behind it.
#pragma once

#include <span>
#include <string_view>

#include "event_anchor.h"
#include "event_labels.h"
#include "torikomi/value/event.h"

namespace torikomi {

/// What names an event, and the sentence that it was cut from or that explains it.
struct EventHeading {
  TextRange words, told;
};

/// `range` without blanks and colons at its ends.
[[nodiscard]] TextRange trim_event(std::string_view text, TextRange range);

/// True where `words` are names of municipalities with ・ between them, and nothing else.
[[nodiscard]] bool names_only(std::string_view words);

/// A second title in one line: 「甲」(平成29年6月3日)「乙」(時期未定). The word directly before the bracket, behind the
/// event before, which ends at `from`.
[[nodiscard]] TextRange bracket_title(std::string_view text, const Anchor& anchor, std::uint32_t from);

[[nodiscard]] TextRange first_event_line(std::string_view text, TextRange range);

/// The words before the first event of the group, which `anchor` dates.
[[nodiscard]] EventHeading own_heading(std::string_view text, TextRange group, const Anchor& anchor,
                                       std::span<const LabelFound> labels);

/// A heading is no sentence: 商談会の実施 …を巡る商談会を実施する。 gives 商談会の実施, and 会議を開催し、…協議した。
/// gives 会議.
[[nodiscard]] EventHeading heading_words(std::string_view text, TextRange words, AnchorForm form);

/// Where, if the words before a date only say that: ◆真庭市 平成29年9月2日; ①岡山市で1カ所開催 (時期)平成29年9月.
[[nodiscard]] TextRange place_of_heading(std::string_view text, TextRange words);

/// 「いきものフェスタ」(平成29年8月23日…: the name directly before the bracket of a date, not before `from`.
[[nodiscard]] TextRange quoted_before(std::string_view text, std::uint32_t date, std::uint32_t from);

/// The words behind a date in a sentence, its particle and verb left out; a name in 「」 where one follows the verb.
[[nodiscard]] TextRange what_is_done(std::string_view text, TextRange range);

}  // namespace torikomi

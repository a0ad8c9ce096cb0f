#include "event_heading.h"

#include <algorithm>
#include <array>

#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/municipality.h"
#include "value/scan.h"

namespace torikomi {

TextRange trim_event(std::string_view text, TextRange range) {
  const auto skip = [](char c) { return is_event_blank(c) || c == ':'; };
  while (range.begin < range.end && skip(text[range.begin])) ++range.begin;
  while (range.end > range.begin && skip(text[range.end - 1])) --range.end;
  return range;
}

bool names_only(std::string_view words) {
  while (!words.empty()) {
    const std::size_t dot = words.find("・");
    if (!parse_name(words.substr(0, dot))) return false;
    words = dot == words.npos ? std::string_view() : words.substr(dot + 3);
  }
  return true;
}

TextRange bracket_title(std::string_view text, const Anchor& anchor, std::uint32_t from) {
  if (anchor.form != AnchorForm::kBracket || anchor.begin <= from + 1) return {from, from};
  const std::string_view before = text.substr(from, anchor.begin - 1 - from);
  const std::size_t blank = before.find_last_of(" \v\n");
  const auto begin = from + static_cast<std::uint32_t>(blank == before.npos ? 0 : blank + 1);
  return trim_event(text, {begin, anchor.begin - 1});
}

TextRange first_event_line(std::string_view text, TextRange range) {
  const std::size_t stop = text.substr(range.begin, range.end - range.begin).find_first_of("\v\n");
  if (stop != std::string_view::npos) range.end = range.begin + static_cast<std::uint32_t>(stop);
  return trim_event(text, range);
}

EventHeading own_heading(std::string_view text, TextRange group, const Anchor& anchor,
                         std::span<const LabelFound> labels) {
  TextRange before = {group.begin, anchor.begin};
  if (anchor.form == AnchorForm::kBracket) --before.end;
  if (anchor.form == AnchorForm::kSentence) {
    // only whole words: the sentence itself is no heading
    const std::size_t blank = text.substr(before.begin, before.end - before.begin).find_last_of(" \v\n");
    if (blank == std::string_view::npos) return {};
    before.end = before.begin + static_cast<std::uint32_t>(blank);
  }
  for (const LabelFound& label : labels)
    if (label.begin >= before.begin && label.begin < before.end) before.end = label.begin;
  return heading_words(text, trim_event(text, before), anchor.form);
}

EventHeading heading_words(std::string_view text, TextRange words, AnchorForm form) {
  constexpr std::string_view kStop = "。";
  const std::size_t stop = find_words(words.of(text), kStop);
  if (stop == std::string_view::npos) return {words, {}};
  const std::string_view all = words.of(text);
  if (const std::size_t blank = scan::find_gap(all); blank < stop) {
    const std::uint32_t end = words.begin + static_cast<std::uint32_t>(blank);
    return {{words.begin, end}, trim_event(text, {end, words.end})};
  }
  // the last sentence is the one that the date belongs to
  const std::size_t last = all.size() > kStop.size() ? all.rfind(kStop, all.size() - kStop.size() - 1) : all.npos;
  const std::size_t begin = last == all.npos ? 0 : last + kStop.size();
  for (const std::string_view verb : {"を開催し", "を実施し", "を行い", "を行っ"}) {
    const std::size_t at = all.find(verb, begin);
    if (at != all.npos && at > begin)
      return {{words.begin + static_cast<std::uint32_t>(begin), words.begin + static_cast<std::uint32_t>(at)}, words};
  }
  // a sentence that ends before the next one names nothing of it
  if (form == AnchorForm::kSentence || !all.ends_with(kStop)) return {};
  return {words, {}};
}

TextRange place_of_heading(std::string_view text, TextRange words) {
  constexpr std::string_view kAt = "で";
  const TextRange none = {words.begin, words.begin};
  if (words.end - words.begin <= 30 && parse_name(words.of(text))) return words;
  const std::string_view all = words.of(text);
  const std::size_t at = find_words(all, kAt);
  if (!all.ends_with("開催") || at == all.npos || utf8::count(all) > 24) return none;
  const TextRange place = {words.begin, words.begin + static_cast<std::uint32_t>(at)};
  return !place.empty() && names_only(place.of(text)) ? place : none;
}

TextRange quoted_before(std::string_view text, std::uint32_t date, std::uint32_t from) {
  constexpr std::string_view kOpen = "「";
  constexpr std::string_view kClose = "」(";
  const std::string_view before = text.substr(from, date - from);
  const std::size_t open = before.rfind(kOpen);
  if (open == before.npos || !before.ends_with(kClose)) return {};
  return {from + static_cast<std::uint32_t>(open + kOpen.size()), date - static_cast<std::uint32_t>(kClose.size())};
}

TextRange what_is_done(std::string_view text, TextRange range) {
  auto [begin, end] = range;
  constexpr std::array<std::string_view, 9> kLead = {"に、", "された", "される", "した", "する",
                                                     "に",   "、",     "の",     "より"};
  constexpr std::array<std::string_view, 10> kTail = {
      "を実施した。", "を実施する。", "を開催した。", "を行った。",       "を行っている。",
      "を行った",     "している。",   "を予定。",     "を予定している。", "。"};
  for (const std::string_view lead : kLead) {
    if (!text.substr(begin, end - begin).starts_with(lead)) continue;
    begin += static_cast<std::uint32_t>(lead.size());
    break;
  }
  constexpr std::string_view kOpen = "「";
  constexpr std::string_view kClose = "」";
  if (text.substr(begin, end - begin).starts_with(kOpen)) {
    const std::size_t close = text.find(kClose, begin);
    if (close < end) return {begin + 3, static_cast<std::uint32_t>(close)};
  }
  for (const std::string_view tail : kTail) {
    if (!text.substr(begin, end - begin).ends_with(tail)) continue;
    end -= static_cast<std::uint32_t>(tail.size());
    break;
  }
  return trim_event(text, {begin, end});
}

}  // namespace torikomi

#include "event_labels.h"

#include <algorithm>
#include <optional>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// A label has at most so many characters.
constexpr int kLongest = 10;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\x1f' || c == '\n'; }

std::optional<EventLabel> label_of(std::string_view key, const EventWords& words) {
  const auto holds = [key](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), key) != list.end();
  };
  if (holds(words.place)) return EventLabel::kPlace;
  if (holds(words.participants)) return EventLabel::kParticipants;
  if (holds(words.content)) return EventLabel::kContent;
  if (holds(words.when)) return EventLabel::kWhen;
  if (holds(words.headcount)) return EventLabel::kHeadcount;
  if (holds(words.host)) return EventLabel::kHost;
  if (holds(words.absent)) return EventLabel::kAbsent;
  return std::nullopt;
}

/// The word that begins at `at`: its characters without single blanks, up to a colon or bracket. `end` is where it
/// stops.
std::string read_word(std::string_view text, std::uint32_t at, std::uint32_t limit, std::uint32_t& end) {
  std::string key;
  int letters = 0;
  end = at;
  while (end < limit && letters <= kLongest) {
    const auto c = utf8::decode(text, end);
    if (c.code_point == ':' || c.code_point == '(' || c.code_point == ')' || c.code_point == U'、' ||
        c.code_point == U'。')
      break;
    if (c.code_point == ' ') {
      // blanks inside a letter-spaced label (内 容) are single and stand between single letters
      if (end + 1 < limit && is_blank(text[end + 1])) break;
      ++end;
      continue;
    }
    if (is_blank(text[end])) break;
    utf8::append(key, c.code_point);
    end += c.size;
    ++letters;
  }
  return key;
}

/// 於 and @ need no colon.
std::optional<LabelFound> bare_label(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                     const EventWords& words) {
  const auto c = utf8::decode(text, at);
  if (c.code_point != U'於' && c.code_point != '@') return std::nullopt;
  if (!label_of(text.substr(at, c.size), words)) return std::nullopt;
  std::uint32_t value = at + c.size;
  while (value < limit && (text[value] == ' ' || text[value] == ':')) ++value;
  return LabelFound{EventLabel::kPlace, at, value};
}

std::optional<LabelFound> label_at(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                   const EventWords& words) {
  if (auto bare = bare_label(text, at, limit, words)) return bare;
  const bool bracket = text[at] == '(';
  std::uint32_t end = 0;
  const std::string key = read_word(text, bracket ? at + 1 : at, limit, end);
  if (key.empty() || end >= limit) return std::nullopt;
  if (text[end] != ':' && text[end] != (bracket ? ')' : '(')) return std::nullopt;
  const auto label = label_of(key, words);
  if (!label) return std::nullopt;
  if (text[end] == ':') {
    std::uint32_t value = end + 1;
    while (value < limit && text[value] == ' ') ++value;
    return LabelFound{*label, at, value};
  }
  if (bracket && text[end] == ')') return LabelFound{*label, at, end + 1};
  if (!bracket && text[end] == '(' && *label == EventLabel::kParticipants) return LabelFound{*label, at, end};
  return std::nullopt;
}

}  // namespace

std::vector<LabelFound> find_labels(std::string_view text, TextRange range, const EventWords& words) {
  std::vector<LabelFound> out;
  bool word_begins = true;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const char c = text[at];
    if (is_blank(c)) {
      word_begins = true;
      ++at;
      continue;
    }
    const auto letter = utf8::decode(text, at);
    const bool may_begin = c == '(' || words.label_begins.may_hold(letter.code_point);
    if (may_begin && (word_begins || c == '(' || c == '@')) {
      if (const auto found = label_at(text, at, range.end, words)) {
        out.push_back(*found);
        at = found->value > at ? found->value : at + 1;
        word_begins = true;
        continue;
      }
    }
    word_begins = c == '(' || c == ')' || c == ',';
    at += letter.size;
  }
  return out;
}

std::optional<LabelFound> first_label(std::string_view text, TextRange range, const EventWords& words) {
  if (range.begin >= range.end || is_blank(text[range.begin])) return std::nullopt;
  return label_at(text, range.begin, range.end, words);
}

}  // namespace torikomi

#include "people_lists.h"

#include <algorithm>
#include <array>

#include "torikomi/value/person.h"

namespace torikomi {
namespace {

constexpr std::string_view kComma = "、";
constexpr std::string_view kLineEnds = "\n\r\v\x1f";

constexpr std::array<std::string_view, 9> kMembers = {"委員",     "出席委員", "委員出席者", "構成員",    "議員",
                                                      "出席議員", "会員",     "審議会委員", "協議会委員"};
constexpr std::array<std::string_view, 4> kPresent = {"出席者", "出席", "参加者", "出席者氏名"};
constexpr std::array<std::string_view, 10> kAbsent = {"欠席者", "欠席",     "欠席委員", "欠席議員", "傍聴者",
                                                      "傍聴人", "傍聴者数", "傍聴",     "傍聴人数", "報道関係者"};
constexpr std::array<std::string_view, 3> kOffices = {"事務局", "説明員", "事務局職員"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Half of the entries and more are names by their form.
bool holds_names(std::string_view words) {
  std::size_t entries = 0;
  std::size_t names = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(kComma, at), words.size());
    const std::string_view entry = words.substr(at, end - at);
    const auto person = find_person(entry);
    ++entries;
    names += person && looks_like_person(entry.substr(person->begin, person->end - person->begin)) ? 1 : 0;
    at = end + kComma.size();
  }
  return names > 1 && names * 2 >= entries;
}

/// The label before the colon in the line that begins at `at`; empty where none is known.
std::string_view label_at(std::string_view words, std::size_t at) {
  constexpr std::size_t kLongest = 24;  // bytes
  const std::size_t colon = words.substr(at, kLongest).find(':');
  if (colon == words.npos) return {};
  std::string_view label = words.substr(at, colon);
  while (label.starts_with(' ')) label.remove_prefix(1);
  while (label.ends_with(' ')) label.remove_suffix(1);
  const bool known = is_one_of(label, kMembers) || is_one_of(label, kPresent) || is_one_of(label, kAbsent) ||
                     is_one_of(label, kOffices);
  return known ? label : std::string_view();
}

PeopleKind kind_of_list(std::string_view label, std::string_view words) {
  if (is_one_of(label, kMembers)) return PeopleKind::kPersons;
  if (is_one_of(label, kAbsent)) return PeopleKind::kAbsent;
  return is_one_of(label, kPresent) && holds_names(words) ? PeopleKind::kPersons : PeopleKind::kPlain;
}

}  // namespace

std::vector<PeopleList> people_lists(std::string_view words) {
  struct Begin {
    std::size_t line, words;
    std::string_view label;
  };
  std::vector<Begin> begins;
  if (words.find(':') != words.npos) {
    for (std::size_t at = 0; at < words.size(); at = std::min(words.find_first_of(kLineEnds, at), words.size() - 1) + 1)
      if (const std::string_view label = label_at(words, at); !label.empty())
        begins.push_back({at, words.find(':', at) + 1, label});
  }
  std::vector<PeopleList> out;
  const auto add = [&](PeopleKind kind, std::size_t begin, std::size_t end) {
    if (begin < end) out.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  add(PeopleKind::kPlain, 0, begins.empty() ? words.size() : begins.front().line);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1].line : words.size();
    add(kind_of_list(begins[i].label, words.substr(begins[i].words, end - begins[i].words)), begins[i].words, end);
  }
  return out;
}

}  // namespace torikomi

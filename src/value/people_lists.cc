#include "torikomi/value/people_lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "torikomi/core/utf8.h"
#include "torikomi/value/person.h"

namespace torikomi {
namespace {

constexpr std::string_view kComma = "、";
constexpr std::size_t kLongestLabel = 24;  // bytes
constexpr std::string_view kLineEnds = "\n\r\v\x1f";

constexpr std::array<std::string_view, 12> kMembers = {"委員",       "出席委員", "委員出席者", "構成員",
                                                       "議員",       "出席議員", "会員",       "審議会委員",
                                                       "協議会委員", "臨時委員", "専門委員",   "特別委員"};
constexpr std::array<std::string_view, 4> kPresent = {"出席者", "出席", "参加者", "出席者氏名"};
constexpr std::array<std::string_view, 10> kAbsent = {"欠席者", "欠席",     "欠席委員", "欠席議員", "傍聴者",
                                                      "傍聴人", "傍聴者数", "傍聴",     "傍聴人数", "報道関係者"};
constexpr std::array<std::string_view, 8> kPosts = {"会長", "副会長", "委員長", "副委員長",
                                                    "座長", "議長",   "部会長", "副部会長"};
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

/// 山田太郎、○鈴木花子、佐藤一郎、高橋次郎: names of persons and nothing else, so many that no bodies or groups are
/// meant.
bool holds_only_names(std::string_view words) {
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kShortest = 3;  // letters
  constexpr std::array<std::string_view, 5> kMarks = {"○", "◎", "〇", "●", " "};
  constexpr std::array<std::string_view, 15> kGroups = {"部", "協", "業", "師", "士",   "司",   "生",  "産",
                                                        "大", "科", "館", "園", "新聞", "放送", "銀行"};
  std::size_t entries = 0;
  for (std::size_t at = 0; at < words.size(); ++entries) {
    const std::size_t end = std::min(words.find(kComma, at), words.size());
    std::string_view entry = words.substr(at, end - at);
    for (const std::string_view mark : kMarks)
      if (entry.starts_with(mark)) entry.remove_prefix(mark.size());
    if (utf8::count(entry) < kShortest || !looks_like_person(entry)) return false;
    if (std::any_of(kGroups.begin(), kGroups.end(), [&](auto group) { return entry.ends_with(group); })) return false;
    at = end + kComma.size();
  }
  return entries >= kFewest;
}

/// A label at the begin of a line, and where its words begin; empty where none is known.
struct Label {
  std::string_view word;
  std::size_t behind = 0;
};

bool is_known(std::string_view label) {
  return is_one_of(label, kMembers) || is_one_of(label, kPresent) || is_one_of(label, kAbsent) ||
         is_one_of(label, kOffices) || is_one_of(label, kPosts);
}

/// (環境省), (市教委側): whose officers follow.
bool is_office(std::string_view label) {
  constexpr std::array<std::string_view, 5> kEnds = {"省", "庁", "局", "課", "側"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return label.ends_with(end); });
}

Label label_in_brackets(std::string_view words, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets = {
      {{"【", "】"}, {"(", ")"}, {"<", ">"}, {"[", "]"}}};
  for (const auto& [open, close] : kBrackets) {
    if (!words.substr(at).starts_with(open)) continue;
    const std::string_view inside = words.substr(at + open.size(), kLongestLabel);
    const std::size_t end = inside.find(close);
    if (end == inside.npos || !(is_known(inside.substr(0, end)) || is_office(inside.substr(0, end)))) return {};
    return {inside.substr(0, end), at + open.size() + end + close.size()};
  }
  return {};
}

Label label_at(std::string_view words, std::size_t at) {
  while (at < words.size() && words[at] == ' ') ++at;
  if (const Label inside = label_in_brackets(words, at); !inside.word.empty()) return inside;
  const std::size_t colon = words.substr(at, kLongestLabel).find(':');
  if (colon == words.npos) return {};
  std::string_view label = words.substr(at, colon);
  while (label.ends_with(' ')) label.remove_suffix(1);
  return is_known(label) ? Label{label, at + colon + 1} : Label{};
}

/// 会長 山田太郎、委員 鈴木花子、…
bool begins_with_post(std::string_view words) {
  while (words.starts_with(' ')) words.remove_prefix(1);
  const std::string_view post = words.substr(0, std::min(words.find(' '), words.size()));
  return is_one_of(post, kPosts) || is_one_of(post, kMembers);
}

PeopleKind kind_of_list(std::string_view label, std::string_view words) {
  if (is_one_of(label, kMembers) || is_one_of(label, kPosts)) return PeopleKind::kPersons;
  if (is_one_of(label, kAbsent)) return PeopleKind::kAbsent;
  return is_one_of(label, kPresent) && holds_names(words) ? PeopleKind::kPersons : PeopleKind::kPlain;
}

}  // namespace

bool opens_people_list(std::string_view line) {
  const Label label = label_in_brackets(line, 0);
  return !label.word.empty() && label.behind == line.size();
}

std::vector<PeopleList> people_lists(std::string_view words) {
  struct Begin {
    std::size_t line, words;
    std::string_view label;
  };
  std::vector<Begin> begins;
  for (std::size_t at = 0; at < words.size(); at = std::min(words.find_first_of(kLineEnds, at), words.size() - 1) + 1)
    if (const Label label = label_at(words, at); !label.word.empty()) begins.push_back({at, label.behind, label.word});
  std::vector<PeopleList> out;
  const auto add = [&](PeopleKind kind, std::size_t begin, std::size_t end) {
    if (begin < end) out.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  const std::size_t first = begins.empty() ? words.size() : begins.front().line;
  // 〔計4名〕(◎会長) behind the names of one line is a remark
  const std::size_t line_end = std::min(words.find_first_of(kLineEnds), first);
  const std::size_t remark = std::min(words.substr(0, line_end).find("〔"), line_end);
  if (holds_only_names(words.substr(0, remark))) {
    add(PeopleKind::kPersons, 0, remark);
    const std::size_t closed = words.substr(0, line_end).find("〕");
    if (closed != words.npos) add(PeopleKind::kPlain, remark, closed + std::string_view("〕").size());
    add(PeopleKind::kPlain, line_end, first);
  } else {
    const bool persons = begins_with_post(words) && holds_names(words.substr(0, first));
    add(persons ? PeopleKind::kPersons : PeopleKind::kPlain, 0, first);
  }
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1].line : words.size();
    add(kind_of_list(begins[i].label, words.substr(begins[i].words, end - begins[i].words)), begins[i].words, end);
  }
  return out;
}

}  // namespace torikomi

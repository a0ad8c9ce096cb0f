#include "torikomi/value/person_list.h"

#include <algorithm>
#include <array>
#include <string>

#include "torikomi/core/utf8.h"
#include "value/spread_names.h"

namespace torikomi {
namespace {

constexpr std::string_view kBlanks = " ,()\t";  ///< what parts names inside of one entry

/// ◎ of the chair, 12番 and 3番議員 of a seat: bytes of what stands before a name; 0: nothing.
std::uint32_t mark_of_member(std::string_view words) {
  for (const std::string_view mark : {"◎", "○", "〇", "●"})
    if (words.starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
  std::size_t end = 0;
  while (end < words.size() && words[end] >= '0' && words[end] <= '9') ++end;
  if (end == 0 || !words.substr(end).starts_with("番")) return 0;
  end += std::string_view("番").size();
  for (const std::string_view seat : {"議員", "委員"})
    if (words.substr(end).starts_with(seat)) return static_cast<std::uint32_t>(end + seat.size());
  return static_cast<std::uint32_t>(end);
}

/// Bytes of what parts two entries at the begin of `words`; 0: nothing.
std::uint32_t separator_at(std::string_view words, std::string_view separators) {
  const char c = words.front();
  if (separators.find(c) != separators.npos) return 1;
  if (c == '\v' || c == '\x1f' || c == '\n' || c == '\r') return 1;
  for (const std::string_view mark : {"、", "・", "及び", "並びに"})
    if (words.starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
  return 0;
}

/// The first entry at or behind `at`, where `parts(rest)` gives the bytes that part two of them.
template <class Parts>
std::pair<std::uint32_t, std::uint32_t> next_entry(std::string_view words, std::uint32_t at, Parts parts) {
  const auto size = static_cast<std::uint32_t>(words.size());
  while (at < size && parts(words.substr(at)) > 0) at += parts(words.substr(at));
  std::uint32_t end = at;
  while (end < size && parts(words.substr(end)) == 0) ++end;
  return {at, end};
}

/// 藤井副会長, 浅井委員: the family name alone.
bool names_member(std::string_view token) {
  constexpr std::array<std::string_view, 9> kMembers = {"部会長", "委員長", "会長", "職務代理者", "教育長",
                                                        "座長",   "議長",   "委員", "議員"};
  /// 農業委員, 副会長: of what kind the member is, and no name.
  constexpr std::array<std::string_view, 22> kKinds = {
      "副", "農業", "専門", "臨時", "公募", "市民", "特別", "教育", "民生", "児童", "運営",
      "各", "全",   "外部", "推進", "出席", "欠席", "代理", "署名", "名誉", "監査", "主任児童"};
  constexpr std::size_t kLongest = 7;  // letters
  if (token.find(' ') != token.npos || utf8::count(token) > kLongest) return false;
  const auto title = std::find_if(kMembers.begin(), kMembers.end(), [&](auto one) { return token.ends_with(one); });
  if (title == kMembers.end()) return false;
  const std::string_view name = token.substr(0, token.size() - title->size());
  return !name.empty() && std::find(kKinds.begin(), kKinds.end(), name) == kKinds.end();
}

/// 議会総務課長: what stands before the post is an office; a name has a blank in it (山田 太郎課長).
bool names_office(std::string_view token, const PersonSpan& found) {
  const std::string_view name = token.substr(found.begin, found.end - found.begin);
  const std::string_view behind = token.substr(found.end);
  return name.find(' ') == name.npos && (behind.starts_with("課長") || behind.starts_with("部長") ||
                                         behind.starts_with("局長") || behind.starts_with("室長"));
}

/// 中田 among 日野委員長、中田、保田の各委員.
bool is_family_name(std::string_view name) {
  return utf8::count(name) == 2 && utf8::is_han(utf8::decode(name, 0).code_point) &&
         utf8::is_han(utf8::decode_before(name, name.size()).code_point);
}

/// 助役 before 小森 清: what begins a line of spread letters and is no name.
bool is_office(std::string_view letters) {
  constexpr std::array<std::string_view, 16> kOffices = {"市長", "町長", "村長",   "助役", "収入役", "教育長",
                                                         "部長", "課長", "局長",   "次長", "室長",   "係長",
                                                         "所長", "書記", "副市長", "議長"};
  return std::find(kOffices.begin(), kOffices.end(), letters) != kOffices.end();
}

class EntryReader {
 public:
  EntryReader(std::string_view entry, bool family_names) : entry_(without_count(entry)), family_names_(family_names) {}

  std::vector<PersonSpan> run() {
    if (names_member(entry_) && take_titled({0, size()})) return people_;
    if (take_spaced_letters()) return people_;
    if (people_ = spread_names(entry_); !people_.empty()) return people_;
    if (close_letters(entry_)) {
      if (const auto found = find_person(entry_)) take(*found);
      return people_;
    }
    if (const std::size_t letters = single_letters(); letters > 0) {
      take_fours(letters);
      return people_;
    }
    if (const auto leading = find_leading_person(entry_)) {
      take(*leading);
      return people_;
    }
    if (take_between_gaps() || take_between_blanks() || take_pairs()) return people_;
    const auto found = find_person(entry_);
    if (found && !names_office(entry_, *found)) take(*found);
    return people_;
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entry_.size()); }
  [[nodiscard]] std::string_view words(PersonSpan span) const {
    return entry_.substr(span.begin, span.end - span.begin);
  }

  void take(PersonSpan name) {
    if (looks_like_person(words(name)) || (family_names_ && is_family_name(words(name)))) people_.push_back(name);
  }

  /// False where no title ends the word.
  bool take_titled(PersonSpan word) {
    const auto titled = find_titled(words(word));
    if (titled && titled->begin < titled->end)
      people_.push_back({word.begin + titled->begin, word.begin + titled->end});
    return titled.has_value();
  }

  /// How many letters stand in the entry, where each stands by itself, one blank apart, and they are more than a name
  /// has; else 0.
  [[nodiscard]] std::size_t single_letters() const {
    constexpr std::size_t kMostOfName = 6;
    std::size_t count = 0;
    for (std::size_t at = 0; at < entry_.size(); ++count) {
      const auto letter = utf8::decode(entry_, at);
      at += letter.size;
      if (at < entry_.size() && entry_[at++] != ' ') return 0;
    }
    return count > kMostOfName ? count : 0;
  }

  /// 木 下 大 助 重 田 元 子: nobody tells where a name ends, but most have four letters.
  void take_fours(std::size_t letters) {
    constexpr std::size_t kLetters = 4;
    if (letters % kLetters != 0) return;
    std::uint32_t begin = 0;
    std::uint32_t at = 0;
    for (std::size_t i = 1; i <= letters; ++i) {
      at += static_cast<std::uint32_t>(utf8::decode(entry_, at).size);
      if (i % kLetters == 0) {
        take({begin, at});
        begin = at + 1;
      }
      ++at;
    }
  }

  /// 大 森   聡   山 藤 芳 雄   小 沢 明 安: letters one blank apart, names with wide gaps between them, and the same
  /// gap before a given name of one letter. Nothing but such names stands in the entry.
  bool take_spaced_letters() {
    constexpr std::size_t kFewest = 3;  // letters of a name: 山 田   太 郎 is one person, not two
    std::vector<PersonSpan> names = parts_between_gaps();
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      if (letters_of(names[i]) > 2 || letters_of(names[i + 1]) != 1) continue;
      names[i].end = names[i + 1].end;
      names.erase(names.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    const bool all = std::all_of(names.begin(), names.end(), [&](PersonSpan name) {
      return letters_of(name) >= kFewest && close_letters(words(name)) && looks_like_person(words(name));
    });
    if (names.size() < 2 || !all) return false;
    people_ = std::move(names);
    return true;
  }

  /// The stretches of the entry that two blanks and more, or a tab, part.
  [[nodiscard]] std::vector<PersonSpan> parts_between_gaps() const {
    std::vector<PersonSpan> parts;
    for (std::uint32_t at = 0; at < size();) {
      while (at < size() && (entry_[at] == ' ' || entry_[at] == '\t')) ++at;
      const auto gap = static_cast<std::uint32_t>(
          std::min<std::size_t>({entry_.find("  ", at), entry_.find('\t', at), entry_.size()}));
      if (at < gap) parts.push_back({at, gap});
      at = gap;
    }
    return parts;
  }

  [[nodiscard]] std::size_t letters_of(PersonSpan part) const {
    const std::string_view letters = words(part);
    return utf8::count(letters) - static_cast<std::size_t>(std::count(letters.begin(), letters.end(), ' '));
  }

  /// 委員  新 田 加 代       野 口 たつお: names that wide gaps part, with blanks of their own.
  bool take_between_gaps() {
    std::vector<PersonSpan> names = parts_between_gaps();
    std::erase_if(names, [&](PersonSpan part) { return !looks_like_person(words(part)); });
    if (names.size() < 2) return false;
    for (const PersonSpan name : names) take(name);
    return true;
  }

  /// 山田太郎 鈴木花子: whole names that only blanks part.
  bool take_between_blanks() {
    std::vector<PersonSpan> names;
    for (std::uint32_t at = 0; at < size();) {
      const auto [begin, end] = next_person(entry_, at, kBlanks);
      if (begin >= size()) break;
      at = end;
      // the last of them may have the title of all: 田村富雄 清田謙次各委員
      if (names_member(words({begin, end}))) {
        names.push_back({begin, end});
        continue;
      }
      const auto person = find_person(words({begin, end}));
      if (!person || !looks_like_person(words({begin + person->begin, begin + person->end}))) return false;
      names.push_back({begin + person->begin, begin + person->end});
    }
    if (names.size() < 2) return false;
    for (const PersonSpan name : names)
      if (!names_member(words(name)) || !take_titled(name)) take(name);
    return true;
  }

  /// 大森 勉 斉田哲也 小山明夫: beside whole names two short words are family and given name, and so are those of a
  /// list of persons that are all short (大久根 典子 崎山 優子).
  bool take_pairs() {
    const std::vector<PersonSpan> parts = parts_of_names();
    const auto letters = [&](std::size_t i) { return utf8::count(words(parts[i])); };
    const bool whole = std::any_of(parts.begin(), parts.end(), [&](PersonSpan part) {
      return utf8::count(words(part)) > 3 && looks_like_person(words(part));
    });
    if (!whole && !(parts.size() > 3 && parts.size() % 2 == 0)) return false;
    std::vector<PersonSpan> names;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (letters(i) > 3) {
        names.push_back(parts[i]);
      } else if (i + 1 < parts.size() && letters(i + 1) < 4 && (whole || letters(i) + letters(i + 1) > 2)) {
        names.push_back({parts[i].begin, parts[i + 1].end});
        ++i;
      } else {
        return false;
      }
      if (!looks_like_person(words(names.back()))) return false;
    }
    for (const PersonSpan name : names) take(name);
    return true;
  }

  /// The words of the entry without a post before them: 委員 相田 好男 浅井 直之.
  [[nodiscard]] std::vector<PersonSpan> parts_of_names() const {
    std::vector<PersonSpan> parts;
    for (std::uint32_t at = 0; at < size();) {
      const auto [begin, end] = next_person(entry_, at, kBlanks);
      if (begin >= size()) break;
      at = end;
      const std::string_view word = words({begin, end});
      if (parts.empty() && (word.ends_with("委員") || word.ends_with("長"))) continue;
      parts.push_back({begin, end});
    }
    return parts;
  }

  std::string_view entry_;
  bool family_names_;
  std::vector<PersonSpan> people_;
};

}  // namespace

std::pair<std::uint32_t, std::uint32_t> next_name(std::string_view words, std::uint32_t at,
                                                  std::string_view separators) {
  return next_entry(words, at, [=](std::string_view rest) { return separator_at(rest, separators); });
}

std::pair<std::uint32_t, std::uint32_t> next_person(std::string_view words, std::uint32_t at,
                                                    std::string_view separators) {
  return next_entry(words, at, [=](std::string_view rest) {
    const std::uint32_t separator = separator_at(rest, separators);
    return separator > 0 ? separator : mark_of_member(rest);
  });
}

std::optional<PersonSpan> find_titled(std::string_view words) {
  constexpr std::array<std::string_view, 19> kTitles = {
      "の各委員", "各委員", "副部会長", "部会長", "副委員長", "委員長", "副会長", "職務代理者", "会長", "副座長",
      "教育長",   "座長",   "副議長",   "議長",   "委員",     "教授",   "先生",   "氏",         "様"};
  constexpr std::size_t kLongest = 5;  // characters of a family name, or of family and given name
  const auto title = std::find_if(kTitles.begin(), kTitles.end(), [&](auto one) { return words.ends_with(one); });
  if (title == kTitles.end()) return std::nullopt;
  const std::size_t name = words.size() - title->size();
  const std::uint32_t begin = std::min(mark_of_member(words), static_cast<std::uint32_t>(name));
  const bool named = utf8::count(words.substr(begin, name - begin)) <= kLongest;
  return PersonSpan{begin, named ? static_cast<std::uint32_t>(name) : begin};
}

std::optional<PersonSpan> find_spread_name(std::string_view words) {
  constexpr std::string_view kTitle = "君";
  constexpr std::size_t kFewest = 2, kMost = 6;  // letters
  if (!words.ends_with(kTitle)) return std::nullopt;
  PersonSpan name{0, 0};
  std::string closed;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < words.size() - kTitle.size();) {
    name.end = static_cast<std::uint32_t>(at + utf8::decode(words, at).size);
    closed += words.substr(at, name.end - at);
    at = words.find_first_not_of(" \t", name.end);
    if (at == name.end) return std::nullopt;
    ++letters;
    if (!is_office(closed)) continue;
    name.begin = static_cast<std::uint32_t>(at);
    closed.clear();
    letters = 0;
  }
  return letters >= kFewest && letters <= kMost ? std::optional(name) : std::nullopt;
}

std::string_view without_count(std::string_view entry) {
  constexpr std::string_view kInAll = "以上";
  const std::size_t at = entry.rfind(kInAll);
  const std::size_t digit = at == entry.npos ? at : entry.find_first_not_of(' ', at + kInAll.size());
  if (digit == entry.npos || entry[digit] < '0' || entry[digit] > '9') return entry;
  return entry.substr(0, entry.find_last_not_of(' ', at == 0 ? 0 : at - 1) + 1);
}

std::vector<PersonSpan> persons_in(std::string_view entry, bool family_names) {
  return EntryReader(entry, family_names).run();
}

}  // namespace torikomi

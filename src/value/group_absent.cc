// Names that a text takes out of its group.
#include <algorithm>
#include <iterator>
#include <span>

#include "name_gap.h"
#include "name_reading.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/group.h"

namespace torikomi {
namespace {

using names::Gap;

/// Words before the names. Longer ones before those that they begin with.
constexpr std::string_view kLabels[] = {"欠席市町村", "欠席市町", "欠席自治体", "欠席団体",
                                        "欠席者",     "欠席",     "不参加市町", "不参加"};
/// What joins them to the names; with なし the list is empty.
constexpr std::string_view kLinks[] = {"は", ":", "："};
constexpr std::string_view kNobody[] = {"なし", "無し", "無"};
/// Words behind the names.
constexpr std::string_view kBehind[] = {"を除く",     "を除き",     "を除い",     "は欠席",      "が欠席",
                                        "は不参加",   "が不参加",   "欠席",       "以外の全",    "以外の市町",
                                        "以外の関係", "以外の連携", "以外の構成", "以外のすべて"};

bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

std::size_t length_of_any(std::string_view text, std::span<const std::string_view> words) {
  const auto word = std::ranges::find_if(words, [&](std::string_view one) { return text.starts_with(one); });
  return word == words.end() ? 0 : word->size();
}

bool ends_list(char32_t c) {
  return c == 0 || c == U')' || c == U'）' || c == U'。' || (c >= U'\n' && c <= U'\r') || c == U'\t';
}

bool ends_name(char32_t c) {
  return ends_list(c) || names::is_blank(c) ||
         std::u32string_view(U"、，,・/／\x1f").find(c) != std::u32string_view::npos;
}

class AbsentFinder {
 public:
  AbsentFinder(std::string_view text, const NameContext& context) : text_(text), matches_(find_names(text, context)) {}

  std::vector<AbsentName> run() {
    find_labelled();
    labelled_ = absent_;
    find_excepted();
    std::ranges::stable_sort(absent_, {}, &AbsentName::begin);
    return std::move(absent_);
  }

 private:
  [[nodiscard]] char32_t at(std::size_t offset) const { return utf8::decode(text_, offset).code_point; }

  /// 欠席は津山市、早島町 / (欠席 津山市) / 欠席者なし.
  void find_labelled() {
    for (std::size_t i = 0; i < text_.size();) {
      const std::string_view rest = text_.substr(i);
      const std::size_t label = length_of_any(rest, kLabels);
      const std::size_t end = label > 0 ? read_labelled(i, i + label) : i;
      i = end > i ? end : i + utf8::decode(text_, i).size;
    }
  }

  /// Reads the list whose label is [begin, end); gives its end, or `end` where the words are no label.
  std::size_t read_labelled(std::size_t begin, std::size_t end) {
    const char32_t before = utf8::decode_before(text_, begin).code_point;
    const bool opened = before == U'(' || before == U'（';
    if (starts_with_any(text_.substr(end), kNobody)) {
      add_list(begin, end + length_of_any(text_.substr(end), kNobody), {});
      return end;
    }
    std::size_t at_name = end;
    const std::size_t link = length_of_any(text_.substr(end), kLinks);
    at_name += link;
    at_name = names::skip_blanks(text_, static_cast<std::uint32_t>(at_name));
    // Without a link the word may as well speak of the names before it (津山市欠席).
    if (link == 0 && !opened && (at_name == end || name_ends_at(begin) || !named(at_name, name_end(at_name))))
      return end;
    return read_names(begin, at_name);
  }

  /// The names from `at_name` on. After a blank the list goes on with names of bodies only.
  std::size_t read_names(std::size_t begin, std::size_t at_name) {
    std::vector<AbsentName> names;
    std::size_t list_end = at_name;
    bool blank_before = false;
    while (at_name < text_.size() && !ends_list(at(at_name))) {
      const std::size_t end = name_end(at_name);
      const std::string_view word = text_.substr(at_name, end - at_name);
      const bool label = word.find(':') != word.npos || word.find("：") != word.npos;
      if (label || (blank_before && !named(at_name, end))) break;
      const bool counts = !word.empty() && (word[0] >= '0' && word[0] <= '9');
      if (!word.empty() && !counts && !starts_with_any(word, kNobody))
        names.push_back({static_cast<std::uint32_t>(at_name), static_cast<std::uint32_t>(end), 0, 0});
      list_end = end;
      at_name = next_name(end, blank_before);
    }
    add_list(begin, list_end, std::move(names));
    return list_end;
  }

  /// Where the word at `begin` ends. "と" and "及び" divide only names of bodies.
  [[nodiscard]] std::size_t name_end(std::size_t begin) const {
    std::size_t end = begin;
    while (!ends_name(at(end))) end += utf8::decode(text_, end).size;
    for (const NameMatch& match : matches_from(begin)) {
      if (match.begin != begin || match.end >= end) break;
      const std::string_view after = text_.substr(match.end);
      if (after.starts_with("と") || after.starts_with("及び") || after.starts_with("並びに")) return match.end;
      break;
    }
    return end;
  }

  [[nodiscard]] std::size_t next_name(std::size_t end, bool& blank_before) const {
    blank_before = true;
    while (end < text_.size() && !ends_list(at(end))) {
      const std::size_t word = length_of_any(text_.substr(end), std::span<const std::string_view>(kJoints));
      const utf8::Decoded c = utf8::decode(text_, end);
      if (word == 0 && !ends_name(c.code_point)) break;
      if (!names::is_blank(c.code_point)) blank_before = false;
      end += word > 0 ? word : c.size;
    }
    return end;
  }

  [[nodiscard]] std::span<const NameMatch> matches_from(std::size_t offset) const {
    const auto first = std::ranges::lower_bound(matches_, offset, {}, &NameMatch::begin);
    return std::span(matches_).subspan(static_cast<std::size_t>(first - matches_.begin()));
  }

  [[nodiscard]] bool named(std::size_t begin, std::size_t end) const {
    const auto matches = matches_from(begin);
    return !matches.empty() && matches.front().begin == begin && matches.front().end == end;
  }

  [[nodiscard]] bool name_ends_at(std::size_t offset) const {
    const auto match = std::ranges::lower_bound(matches_, offset, {}, &NameMatch::end);
    return match != matches_.end() && match->end == offset;
  }

  /// 津山市、早島町を除く / 津山市は欠席.
  void find_excepted() {
    for (std::size_t first = 0; first < matches_.size();) {
      const std::size_t last = list_end(first);
      const std::uint32_t end = matches_[last - 1].end;
      const std::size_t word = length_of_any(text_.substr(end), kBehind);
      if (word > 0 && !is_label(end) && !taken(matches_[first].begin)) {
        std::vector<AbsentName> names;
        for (std::size_t one = first; one < last; ++one)
          names.push_back({matches_[one].begin, matches_[one].end, 0, 0});
        add_list(matches_[first].begin, end + word, std::move(names));
      }
      first = last;
    }
  }

  /// One past the last name of the list that begins with the name `first`.
  [[nodiscard]] std::size_t list_end(std::size_t first) const {
    std::size_t last = first + 1;
    while (last < matches_.size()) {
      const std::uint32_t gap_begin = matches_[last - 1].end;
      const std::string_view gap = text_.substr(gap_begin, matches_[last].begin - gap_begin);
      if (names::gap_of(gap) == Gap::kOther || gap.find_first_of("(:\n\v") != gap.npos) break;
      ++last;
    }
    return last;
  }

  /// The word behind a name is the label of the next list (岡山市 欠席:津山市).
  [[nodiscard]] bool is_label(std::size_t begin) const {
    const auto list = std::ranges::lower_bound(labelled_, begin, {}, &AbsentName::list_begin);
    return list != labelled_.end() && list->list_begin == begin;
  }

  /// The name at `offset` stands in a list that a label has taken.
  [[nodiscard]] bool taken(std::size_t offset) const {
    const auto after = std::ranges::upper_bound(labelled_, offset, {}, &AbsentName::list_begin);
    return after != labelled_.begin() && offset < std::prev(after)->list_end;
  }

  /// Adds the names of one list; its brackets belong to it where they hold nothing else.
  void add_list(std::size_t begin, std::size_t end, std::vector<AbsentName> names) {
    const utf8::Decoded before = utf8::decode_before(text_, begin);
    const utf8::Decoded after = utf8::decode(text_, end);
    const bool open = before.code_point == U'(' || before.code_point == U'（';
    const bool close = after.code_point == U')' || after.code_point == U'）';
    if (open && close) {
      begin -= before.size;
      end += after.size;
    }
    if (names.empty()) names.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin), 0, 0});
    for (AbsentName& name : names) {
      name.list_begin = static_cast<std::uint32_t>(begin);
      name.list_end = static_cast<std::uint32_t>(end);
      absent_.push_back(name);
    }
  }

  static constexpr std::string_view kJoints[] = {"と", "及び", "並びに"};

  std::string_view text_;
  std::vector<NameMatch> matches_;
  std::vector<AbsentName> absent_;
  std::vector<AbsentName> labelled_;  // those with a label, in order
};

}  // namespace

std::vector<AbsentName> find_absent(std::string_view text, const NameContext& context) {
  // Most texts take nobody out; then no name need be looked for.
  if (text.find("欠席") == text.npos && text.find("不参加") == text.npos && text.find("を除") == text.npos &&
      text.find("以外の") == text.npos)
    return {};
  return AbsentFinder(text, context).run();
}

}  // namespace torikomi

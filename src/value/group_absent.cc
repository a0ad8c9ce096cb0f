// Names that a text takes out of its group.
#include <algorithm>
#include <span>

#include "name_gap.h"
#include "torikomi/value/group.h"

namespace torikomi {
namespace {

using names::Gap;

/// Words behind the names: 津山市、早島町を除く. Longer ones before those that they begin with.
constexpr std::string_view kBehind[] = {"を除く",     "を除き",     "を除い",     "は欠席",      "が欠席",
                                        "は不参加",   "が不参加",   "欠席",       "以外の全",    "以外の市町",
                                        "以外の関係", "以外の連携", "以外の構成", "以外のすべて"};
/// Words before the names, with what may follow them.
constexpr std::string_view kBefore[] = {"欠席市町村", "欠席市町", "欠席自治体", "欠席団体",
                                        "欠席者",     "欠席",     "不参加市町", "不参加"};
constexpr std::string_view kAfterBefore[] = {":", "：", "は", " ", "\u3000", "・"};

class AbsentFinder {
 public:
  AbsentFinder(std::string_view text, std::vector<NameMatch> matches) : text_(text), matches_(std::move(matches)) {}

  std::vector<AbsentName> run() {
    for (std::size_t at = 0; at < matches_.size();) {
      const std::size_t end = list_end(at);
      if (stands_behind(matches_[at].begin) || stands_before(matches_[end - 1].end))
        for (std::size_t one = at; one < end; ++one) absent_.push_back({matches_[one].begin, matches_[one].end});
      at = end;
    }
    return std::move(absent_);
  }

 private:
  /// One past the last name of the list that begins with the name `at`. A new label (欠席:) ends a list.
  [[nodiscard]] std::size_t list_end(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < matches_.size()) {
      const std::uint32_t gap_begin = matches_[end - 1].end;
      const std::string_view gap = text_.substr(gap_begin, matches_[end].begin - gap_begin);
      if (names::gap_of(gap) == Gap::kOther || gap.find_first_of("(:\n") != gap.npos) break;
      ++end;
    }
    return end;
  }

  /// The word that takes the names before it out stands at `end`.
  [[nodiscard]] bool stands_before(std::uint32_t end) {
    const std::string_view after = text_.substr(end);
    const auto word = std::ranges::find_if(kBehind, [&](std::string_view one) { return after.starts_with(one); });
    if (word == std::ranges::end(kBehind)) return false;
    // "岡山市欠席:津山市" speaks of the names behind the colon.
    if (*word == "欠席" && begins_list(after.substr(word->size()))) return false;
    taken_ = end + static_cast<std::uint32_t>(word->size());
    return true;
  }

  /// The names at `begin` stand behind a word that takes them out, unless that word has taken those before it.
  [[nodiscard]] bool stands_behind(std::uint32_t begin) const {
    std::string_view before = text_.substr(0, begin);
    const auto drop = [&](std::string_view one) {
      if (!before.ends_with(one)) return false;
      before.remove_suffix(one.size());
      return true;
    };
    while (std::ranges::any_of(kAfterBefore, drop)) continue;
    return before.size() > taken_ &&
           std::ranges::any_of(kBefore, [&](std::string_view one) { return before.ends_with(one); });
  }

  static bool begins_list(std::string_view after) {
    return after.starts_with(":") || after.starts_with("：") || after.starts_with("は");
  }

  std::string_view text_;
  std::vector<NameMatch> matches_;
  std::vector<AbsentName> absent_;
  std::uint32_t taken_ = 0;  // end of the last word that took the names before it
};

}  // namespace

std::vector<AbsentName> find_absent(std::string_view text, const NameContext& context) {
  // Most texts take nobody out; then no name need be looked for.
  if (text.find("欠席") == text.npos && text.find("不参加") == text.npos && text.find("を除") == text.npos &&
      text.find("以外の") == text.npos)
    return {};
  return AbsentFinder(text, find_names(text, context)).run();
}

}  // namespace torikomi

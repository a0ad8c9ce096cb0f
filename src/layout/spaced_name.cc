#include "layout/spaced_name.h"

#include <algorithm>
#include <array>

#include "layout/cell_words.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// 1,391,301 or 37.1: what no number of a row or of a seat looks like.
bool is_grouped_number(std::string_view words) {
  return is_value(words) && words.find_first_of("0123456789") != words.npos && words.find_first_of(",.") != words.npos;
}

/// Posts that lists of members print as wide before a name: 会   長   小 林   みどり.
constexpr std::array<std::string_view, 14> kPosts = {"会長", "副会長", "委員長", "副委員長", "委員", "座長", "副座長",
                                                     "議長", "副議長", "幹事",   "幹事長",   "監事", "理事", "部会長"};

/// Blanks between the letters of one name, as the widths of letters are rounded; two names stand further apart.
struct Gaps {
  std::uint32_t least = UINT32_MAX, most = 0;

  void take(std::uint32_t gap) {
    least = std::min(least, gap);
    most = std::max(most, gap);
  }

  [[nodiscard]] bool are_alike() const {
    constexpr std::uint32_t kWide = 3;  // gaps of the page itself, which differ more
    return most <= least * (least < kWide ? 3 : 5);
  }
};

}  // namespace

bool is_letter(std::string_view words) {
  const auto c = utf8::decode(words, 0);
  return c.size == words.size() &&
         (utf8::is_han(c.code_point) || utf8::is_katakana(c.code_point) || utf8::is_hiragana(c.code_point));
}

std::size_t post_letters(std::string_view letters) {
  std::size_t longest = 0;
  for (const std::string_view post : kPosts)
    if (letters.starts_with(post)) longest = std::max(longest, utf8::count(post));
  return longest;
}

namespace {

/// The letters of words [first, end) as one part, where they are alike spread and a sum stands behind them.
void join_name(std::string_view text, const WordLine& line, std::uint32_t first, std::uint32_t end,
               std::vector<Segment>& parts) {
  const auto own = [&](std::uint32_t word) { return slice(text, line.words[word].span); };
  const auto count = static_cast<std::uint32_t>(line.words.size());
  Gaps gaps;
  for (std::uint32_t w = first + 1; w < end; ++w) gaps.take(line.words[w].gap);
  if (end < first + 2 || end == count || !gaps.are_alike()) return;
  const std::uint32_t sum = end + (line.words[end].sign ? 1 : 0);
  bool grouped = false;
  for (std::uint32_t w = sum; w < count; ++w) grouped = grouped || is_grouped_number(own(w));
  if (!grouped || !is_value(own(std::min(sum, count - 1)))) return;
  // 1 市        税: the number may stand so near that it is one part with the first letter
  const auto begins_in_name = [&](const Segment& part) { return part.last >= first && part.first < end; };
  const auto begin = std::find_if(parts.begin(), parts.end(), begins_in_name);
  const auto behind = std::find_if_not(begin, parts.end(), begins_in_name);
  if (begin == parts.end() || (behind - 1)->last >= end) return;
  begin->last = end - 1;
  parts.erase(begin + 1, behind);
}

/// ・人 of ・人    件    費, 1市 of 1市    税.
bool is_marked_letter(std::string_view words) {
  constexpr std::size_t kDigits = 2;
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  if (digits > 0 && digits <= kDigits) return is_letter(words.substr(digits));
  const auto marker = read_marker(words);
  return marker && marker->kind == MarkerKind::kBullet && marker->text_at < words.size() &&
         is_letter(words.substr(marker->text_at));
}

}  // namespace

void join_names_before_sums(std::string_view text, const WordLine& line, std::vector<Segment>& parts) {
  const auto own = [&](std::uint32_t word) { return slice(text, line.words[word].span); };
  const auto count = static_cast<std::uint32_t>(line.words.size());
  for (std::uint32_t first = 0; first + 2 < count;) {
    std::uint32_t end = first + (is_marked_letter(own(first)) ? 1 : 0);
    while (end < count && is_letter(own(end))) ++end;
    if (end > first) join_name(text, line, first, end, parts);
    first = end + 1;
  }
}

}  // namespace torikomi::shapes

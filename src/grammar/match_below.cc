// 商工費, and in the line below it 2,454億円: sums below what they are of.
#include "matcher.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

enum class Part { kEnd, kSum, kShare, kName, kOther };

/// (3.7%), 100.0%.
bool is_share(std::string_view words) {
  if (words.starts_with('(') && words.ends_with(')')) words = words.substr(1, words.size() - 2);
  return words.ends_with('%') && words.find_first_not_of("0123456789.%") == words.npos;
}

/// Few letters without a number, no sentence and no remark in brackets.
bool is_name(std::string_view words) {
  constexpr std::size_t kLongest = 20;  // characters
  if (words.empty() || utf8::count(words) > kLongest || words.find_first_of("0123456789(:") != words.npos) return false;
  for (const std::string_view end : {"。", "、", "※", "円"})
    if (words.ends_with(end) || words.starts_with(end)) return false;
  return true;
}

}  // namespace

/// The name right above the sum in line `i`. Sums may as well stand above their names: a run of lines tells only where
/// it begins with a name, every sum in it follows one, and it does not end with one. Empty where it does not tell.
NormSpan Matcher::name_above_sum(std::uint32_t i, const LineRule& rule) const {
  constexpr std::uint32_t kFar = 40;  // lines on either side
  const auto part = [&](std::uint32_t b) {
    const Block& block = layout_.blocks[b];
    const std::string_view words = slice(text_, block.text.empty() ? block.span : block.text);
    if (block.kind == BlockKind::kHeading) return is_name(words) ? Part::kName : Part::kOther;
    if (block.kind != BlockKind::kText) return Part::kEnd;
    if (rule.match.matches(words)) return Part::kSum;
    if (is_share(words)) return Part::kShare;
    return is_name(words) ? Part::kName : Part::kOther;
  };
  const auto ends = [&](std::uint32_t b) { return b >= layout_.blocks.size() || part(b) == Part::kEnd; };
  const auto heads = [&](std::uint32_t b) { return layout_.blocks[b].kind == BlockKind::kHeading; };
  std::uint32_t first = i;
  while (first > 0 && i - first < kFar && !ends(first - 1) && !heads(first)) --first;
  std::uint32_t last = i;
  while (last - i < kFar && !ends(last + 1) && !heads(last + 1)) ++last;
  for (std::uint32_t b = first; b <= last; ++b)
    if (part(b) == Part::kSum && (b == first || part(b - 1) != Part::kName)) return {};
  if (part(last) == Part::kName) return {};
  const Block& name = layout_.blocks[i - 1];
  return name.text.empty() ? name.span : name.text;
}

}  // namespace torikomi

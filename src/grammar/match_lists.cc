#include "match_lists.h"

#include <algorithm>

#include "torikomi/value/body_list.h"
#include "torikomi/value/cue_amount.h"

namespace torikomi {
namespace {

/// A list is read as a whole, so its length is bounded. Blocks.
constexpr std::uint32_t kLongestList = 200;

class ListMatcher {
 public:
  ListMatcher(std::string_view text, const Layout& layout, const Grammar& family, DocumentMatch& out)
      : text_(text), layout_(layout), family_(family), out_(out) {}

  void run() {
    for (std::uint32_t i = 0; i < layout_.blocks.size(); ++i) {
      const Block& block = layout_.blocks[i];
      if (is_gap(block) || is_taken(i)) continue;
      if (bodies_ != nullptr && take_bodies(i)) continue;
      note_headings(i, block);
      take_amounts(i, block);
    }
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }
  [[nodiscard]] bool is_taken(std::uint32_t i) const { return out_.claims[i].claim != Claim::kNone; }
  [[nodiscard]] static bool is_gap(const Block& block) {
    return block.kind == BlockKind::kBlank || block.kind == BlockKind::kSeparator;
  }
  void claim(std::uint32_t i, std::string_view rule) { out_.claims[i] = {Claim::kCard, rule}; }

  void note_headings(std::uint32_t i, const Block& block) {
    if (block.kind == BlockKind::kRow) return;
    const std::string_view line = words(block.span);
    for (const BodiesRule& rule : family_.bodies)
      if (rule.under.matches(line)) bodies_ = &rule;
    if (family_.amounts.until && family_.amounts.until->matches(line)) year_ = {};
    if (family_.amounts.year)
      if (const auto found = family_.amounts.year->find(line); found && !found->groups.empty())
        year_ = {block.span.begin + found->groups.front().begin, block.span.begin + found->groups.front().end};
    if (family_.indicators.under && family_.indicators.under->matches(line)) take_indicators(i + 1);
  }

  // --- bodies
  // -------------------------------------------------------------------------------------------------------

  /// The run of lines that begins here, as far as it lists bodies. Notes (※…) may stand between heading and list; other
  /// words end what the heading says.
  bool take_bodies(std::uint32_t i) {
    const Block& block = layout_.blocks[i];
    const std::string_view line = words(block.span);
    if (line.starts_with("※") || line.starts_with("(※")) return false;
    std::uint32_t end = i;
    while (end < layout_.blocks.size() && end - i < kLongestList && is_list_line(layout_.blocks[end])) ++end;
    for (; end > i; --end) {
      BodiesMatch match = items_of(i, end);
      if (!lists_bodies(match, layout_.blocks[i].kind == BlockKind::kListItem)) {
        // one more try without what follows the first lines that are no list
        end = std::min(end, first_foreign(i, end) + 1);
        continue;
      }
      for (std::uint32_t b = i; b < end; ++b) claim(b, bodies_->name);
      out_.bodies.push_back(std::move(match));
      return true;
    }
    bodies_ = nullptr;
    return false;
  }

  [[nodiscard]] static bool is_list_line(const Block& block) {
    return block.kind == BlockKind::kText || block.kind == BlockKind::kListItem || block.kind == BlockKind::kPair ||
           block.kind == BlockKind::kRow;
  }

  /// In a list of items organisations may stand beside municipalities.
  [[nodiscard]] bool lists_bodies(const BodiesMatch& match, bool items) const {
    std::size_t pure = 0;
    for (const NormSpan item : match.items) {
      const BodyList list = read_bodies(words(item));
      if (!list.pure && !(items && list.organizations)) return false;
      pure += list.pure ? 1 : 0;
    }
    return pure > 0;
  }

  [[nodiscard]] bool is_pure(NormSpan item) const { return read_bodies(words(item)).pure; }

  /// The first line from which on the list is none, line by line.
  [[nodiscard]] std::uint32_t first_foreign(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = begin;
    while (at < end && is_pure(text_of(layout_.blocks[at]))) ++at;
    return at;
  }

  [[nodiscard]] static NormSpan text_of(const Block& block) {
    return block.kind == BlockKind::kListItem ? block.text : block.span;
  }

  [[nodiscard]] BodiesMatch items_of(std::uint32_t begin, std::uint32_t end) const {
    BodiesMatch match{bodies_, {}};
    for (std::uint32_t i = begin; i < end; ++i) {
      const Block& block = layout_.blocks[i];
      const bool goes_on = block.kind == BlockKind::kText && !match.items.empty();
      if (goes_on) {
        match.items.back() = cover(match.items.back(), block.span);
      } else {
        match.items.push_back(text_of(block));
      }
    }
    return match;
  }

  // --- amounts
  // ------------------------------------------------------------------------------------------------------

  void take_amounts(std::uint32_t i, const Block& block) {
    if (block.kind == BlockKind::kRow && block.cell_count > 2) return;
    for (const AmountRule& rule : family_.amounts.cues) {
      const CueAmounts found = find_cue_amounts(words(block.span), rule.cues);
      for (const CueAmount& amount : found.amounts) add_amount(rule, block.span, amount);
      if (found.whole) claim(i, "amount");
      if (const TextRange cue = amount_cue(words(block.span), rule.cues); found.amounts.empty() && !cue.empty())
        take_amount_below(i, rule, {block.span.begin + cue.begin, block.span.begin + cue.end});
    }
  }

  void add_amount(const AmountRule& rule, NormSpan line, const CueAmount& amount) {
    const auto global = [&](TextRange range) { return NormSpan{line.begin + range.begin, line.begin + range.end}; };
    // 補助額は100万円を上限とする: the first rule that knows a word for it counts
    if (std::any_of(out_.amounts.rbegin(), out_.amounts.rend(),
                    [&](const AmountMatch& known) { return known.amount == global(amount.amount); }))
      return;
    out_.amounts.push_back({&rule, global(amount.cue), global(amount.amount), global(amount.note),
                            amount.year.empty() ? year_ : global(amount.year)});
  }

  /// <概算要求額>, and below it 2.0億円.
  void take_amount_below(std::uint32_t i, const AmountRule& rule, NormSpan cue) {
    std::uint32_t below = i + 1;
    while (below < layout_.blocks.size() && is_gap(layout_.blocks[below])) ++below;
    if (below == layout_.blocks.size()) return;
    const NormSpan line = layout_.blocks[below].span;
    const TextRange amount = leading_amount(words(line));
    if (amount.empty()) return;
    const NormSpan sum = {line.begin + amount.begin, line.begin + amount.end};
    out_.amounts.push_back({&rule, cue, sum, {}, year_});
    claim(i, "amount");
    if (sum == line) claim(below, "amount");
  }

  // --- indicators
  // ---------------------------------------------------------------------------------------------------

  void take_indicators(std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < layout_.blocks.size() && !ends_indicators(layout_.blocks[end])) ++end;
    if (begin == end) return;
    const NormSpan all = cover(layout_.blocks[begin].span, layout_.blocks[end - 1].span);
    std::vector<EventLine> lines;
    for (std::uint32_t i = begin; i < end; ++i) lines.push_back(line_of(layout_.blocks[i], all.begin));
    for (Indicator& indicator : read_indicators(words(all), lines, family_.indicators.words)) {
      for (std::uint32_t line = indicator.first_line; line <= indicator.last_line; ++line)
        claim(begin + line, "indicator");
      out_.indicators.push_back({&family_.indicators, all, std::move(indicator)});
    }
  }

  [[nodiscard]] bool ends_indicators(const Block& block) const {
    if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kRow) return true;
    if (block.kind == BlockKind::kBlank) return false;
    const std::string_view line = words(block.span);
    return family_.indicators.under->matches(line) ||
           (family_.indicators.until && family_.indicators.until->matches(line));
  }

  /// A pair (NAME:値) is cut at its colon by the reader of indicators.
  [[nodiscard]] static EventLine line_of(const Block& block, std::uint32_t base) {
    const auto local = [base](NormSpan span) { return TextRange{span.begin - base, span.end - base}; };
    if (block.kind == BlockKind::kBlank || block.kind == BlockKind::kSeparator) return {{}, {}};
    if (block.marker.empty()) return {{}, local(block.span)};
    std::uint32_t begin = block.marker.end;
    if (!block.text.empty()) begin = std::max(begin, block.text.begin);
    return {local(block.marker), local({begin, block.span.end})};
  }

  std::string_view text_;
  const Layout& layout_;
  const Grammar& family_;
  DocumentMatch& out_;
  const BodiesRule* bodies_ = nullptr;  ///< whose heading stands above
  NormSpan year_;                       ///< of the heading above, for amounts
};

}  // namespace

void match_lists(std::string_view text, const Layout& layout, const Grammar& family, DocumentMatch& out) {
  if (family.bodies.empty() && family.amounts.cues.empty() && !family.indicators.under) return;
  ListMatcher(text, layout, family, out).run();
}

}  // namespace torikomi

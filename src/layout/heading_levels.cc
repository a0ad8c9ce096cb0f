// How deep each heading stands.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "layout/heading_style.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
/// 編, 部, 章, 節 end whatever stands before them; 条 and 第1 may be inside of an annex.
constexpr int kLastChapterRank = kChapterRank + 3;
/// 参考資料 heads what follows, はじめに only its own text.
constexpr std::uint32_t kAnnex = 1, kForeword = 2;

struct Heading {
  std::size_t block = 0;
  Style style;
  int number = 0;            ///< in its series; 0: none
  std::size_t next = kNone;  ///< the next heading of the same style
};

using StyleKey = std::pair<int, std::uint32_t>;
StyleKey key(const Style& style) { return {style.rank, style.form}; }

Style style_in(std::string_view words, const Block& block) {
  const Style style = style_of(words, block);
  if (style.rank < kAnywhereRank || !block.marker.empty()) return style;
  switch (part_of(slice(words, block.span))) {
    case Part::kAnnex:
      return {kChapterRank, kAnnex};
    case Part::kForeword:
      return {kChapterRank, kForeword};
    default:
      return style;
  }
}

int number_in(std::string_view words, const Block& block) {
  if (block.kind != BlockKind::kHeading) {
    const auto named = named_number(slice(words, block.span));
    return named ? named->number : 0;
  }
  return number_of(slice(words, block.marker));
}

/// Where the headings begin that a table of contents has named: its own lines are no chapters.
class Contents {
 public:
  explicit Contents(const Context& context) : context_(context) {
    const auto& blocks = context.layout.blocks;
    for (std::size_t i = 0; i < std::min(blocks.size(), kFirstBlocks); ++i) {
      if (!is_title(slice(context.words, blocks[i].span))) continue;
      begin_ = blocks[i].span.end;
      return;
    }
  }
  /// True for the first heading that the table of contents holds; false for all others.
  [[nodiscard]] bool end_at(const Block& block) {
    if (begin_ == kNone || block.span.begin < begin_ || ++looked_ > kMostHeadings) return false;
    const std::string_view words = slice(context_.words, block.text);
    const std::size_t size = std::min<std::size_t>(block.span.begin - begin_, kLongest);
    if (words.size() < kShortest || context_.words.substr(begin_, size).find(words) == words.npos) return false;
    begin_ = kNone;
    return true;
  }

 private:
  static constexpr std::size_t kFirstBlocks = 80, kMostHeadings = 200, kLongest = 16'384, kShortest = 9;

  static bool is_title(std::string_view words) {
    if (words.size() > 24) return false;
    std::string bare;
    for (const char c : words)
      if (!is_blank(c)) bare += c;
    return bare == "目次" || bare == "もくじ" || bare == "【目次】";
  }

  const Context& context_;
  std::size_t begin_ = kNone;
  std::size_t looked_ = 0;
};

/// Levels by what is open: a heading closes those of its own style and of higher rank, and stands below what is left. A
/// series that begins inside of another one, which goes on behind it, closes nothing: I and II below (2), before 3.
class Levels {
 public:
  explicit Levels(Context& context) : context_(context), contents_(context) {
    const auto& blocks = context.layout.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::kHeading && (blocks[i].kind != BlockKind::kText || blocks[i].level == 0))
        continue;
      if (colon_in_brackets(context.words, blocks[i])) continue;  // a label and its words head nothing
      headings_.push_back({i, style_in(context.words, blocks[i]), number_in(context.words, blocks[i]), kNone});
    }
    std::map<StyleKey, std::size_t> next;
    for (std::size_t i = headings_.size(); i-- > 0;) {
      const auto [at, fresh] = next.try_emplace(key(headings_[i].style), i);
      headings_[i].next = fresh ? kNone : std::exchange(at->second, i);
    }
  }

  void run() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      Block& block = context_.layout.blocks[headings_[i].block];
      if (contents_.end_at(block)) open_.clear();
      block.level = i == 0 && is_title() ? 1 : level_of(i);
    }
  }

 private:
  struct Open {
    std::size_t heading;
    std::uint8_t level;
    bool whole;  ///< its series began with 1; 7 alone may be the label of a form
  };

  /// A plain first line may be the title, below which everything stands: it opens no level.
  [[nodiscard]] bool is_title() const {
    const auto& blocks = context_.layout.blocks;
    const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(headings_.front().block);
    return headings_.front().style.rank == kPlainRank &&
           std::all_of(blocks.begin(), first, [](const Block& block) { return !block.has_words(); });
  }

  [[nodiscard]] const Style& style(const Open& open) const { return headings_[open.heading].style; }

  /// The next heading of its style is the next of its series.
  [[nodiscard]] bool goes_on(const Open& open) const {
    const Heading& own = headings_[open.heading];
    return own.number > 0 && own.next != kNone && headings_[own.next].number == own.number + 1;
  }

  std::uint8_t level_of(std::size_t i) {
    const Style& own = headings_[i].style;
    if (own.rank == kHashRank) {
      while (!open_.empty() && !(style(open_.back()).rank == kHashRank && style(open_.back()).form < own.form))
        open_.pop_back();
      return push(i, own.form);
    }
    if (own.rank >= kAnywhereRank) close_what_begins_anew(i);
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (!(style(open_[k]) == own)) continue;
      if (own.rank == kPlainRank && is_inside(k)) break;
      open_.resize(k + 1);
      open_.back().heading = i;
      return open_.back().level;
    }
    if (!begins_inside(i))
      while (!open_.empty() && closes(own, style(open_.back()))) open_.pop_back();
    return push(i, (open_.empty() ? 0 : open_.back().level) + 1U);
  }

  /// What stands below the plain heading at `k` holds the next one as well: a chapter, or a series that goes on.
  [[nodiscard]] bool is_inside(std::size_t k) const {
    if (k + 1 < open_.size() && style(open_[k + 1]).rank <= kNumberRank && open_[k + 1].whole) return true;
    return std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(k), open_.end(),
                       [&](const Open& open) { return goes_on(open); });
  }

  /// A heading without a number right above 1 heads a new series: that of before is over.
  void close_what_begins_anew(std::size_t i) {
    if (i + 1 >= headings_.size() || headings_[i + 1].number != 1) return;
    for (std::size_t k = 0; k < open_.size(); ++k) {
      if (!(style(open_[k]) == headings_[i + 1].style)) continue;
      open_.resize(k);
      return;
    }
  }

  /// The first of a series that would close another one, which goes on behind it.
  [[nodiscard]] bool begins_inside(std::size_t i) const {
    if (headings_[i].number != 1) return false;
    for (std::size_t k = open_.size(); k-- > 0 && closes(headings_[i].style, style(open_[k]));)
      if (goes_on(open_[k])) return true;
    return false;
  }

  /// Marks without a rank (■, 【】) stand wherever they come up; only chapters and lines without a mark end them.
  static bool closes(const Style& own, const Style& open) {
    if (own.rank == kPlainRank && own.form == 0) return open.rank == kAnywhereRank;
    if (own.rank >= kAnywhereRank || open.rank == kHashRank) return false;
    if (open.rank == kPlainRank) return own.rank <= kLastChapterRank || own.rank == kNamedRank;
    if (open.rank == kAnywhereRank) return own.rank < kNumberRank - 1;
    if (open.rank == kChapterRank && open.form == kForeword) return true;
    if (open.rank == kChapterRank && open.form == kAnnex) return own.rank <= kLastChapterRank;
    return open.rank >= own.rank;
  }

  std::uint8_t push(std::size_t heading, std::uint32_t level) {
    constexpr std::uint32_t kDeepest = 9;
    open_.push_back({heading, static_cast<std::uint8_t>(std::min(level, kDeepest)),
                     headings_[heading].number <= 1 || headings_[heading].style.rank < kNumberRank});
    return open_.back().level;
  }

  Context& context_;
  Contents contents_;
  std::vector<Heading> headings_;
  std::vector<Open> open_;
};

}  // namespace

void settle_levels(Context& context) { Levels(context).run(); }

}  // namespace torikomi::shapes

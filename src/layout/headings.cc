// Headings within the document: which numbered lines are headings and which are items of a list, and how deep each
// heading stands.
#include <vector>

#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// What two headings of one level have in common: the kind of mark, and what stands around its number.
struct Style {
  int rank =
      0;  ///< by the usual order of official documents (公用文作成の要領): 第1章, 第1節, 第1, 1, (1), ア, (ア), a, (a)
  std::uint32_t form = 0;
  friend bool operator==(const Style&, const Style&) = default;
};

constexpr int kHash = 0, kChapter = 1, kNumber = 10, kAnywhere = 100;

/// 第1編 第1部 第1章 第1節 第1款 第1項 第1条 and 第1 alone.
Style chapter_style(std::string_view mark) {
  int rank = kChapter;
  for (const std::string_view unit : {"編", "部", "章", "節", "款", "項", "条"}) {
    if (mark.ends_with(unit)) return {rank, 0};
    ++rank;
  }
  return {rank, 0};
}

/// (1), (ア), (a): by what stands in the brackets.
Style bracket_style(std::string_view mark) {
  const auto inside = utf8::decode(mark, 1).code_point;
  if (utf8::is_katakana(inside)) return {kNumber + 3, 1};
  if (inside >= 'a' && inside <= 'z') return {kNumber + 5, 1};
  return {kNumber + 1, inside >= '0' && inside <= '9' ? 1U : 2U};
}

Style style_of(std::string_view words, const Block& block) {
  const std::string_view mark = words.substr(block.marker.begin, block.marker.size());
  if (mark.empty()) return {kAnywhere, utf8::decode(words, block.span.begin).code_point};
  if (mark.front() == '#') return {kHash, static_cast<std::uint32_t>(mark.size())};
  const auto marker = read_marker(slice(words, block.span));
  if (!marker) return {kAnywhere, 0};
  switch (marker->kind) {
    case MarkerKind::kChapter:
      return chapter_style(mark);
    case MarkerKind::kRoman:
      return {kNumber - 1, 0};
    case MarkerKind::kNumber:
      return {kNumber, static_cast<std::uint32_t>(static_cast<unsigned char>(mark.back()) > '9' ? mark.back() : 0)};
    case MarkerKind::kBracket:
      return bracket_style(mark);
    case MarkerKind::kKana:
      return {kNumber + 2, 0};
    case MarkerKind::kCircled:
      return {kNumber + 4, 0};
    default:
      return {kAnywhere, utf8::decode(mark, 0).code_point};
  }
}

/// Levels by what is open: a heading closes those of its own style and of higher rank, and stands below what is left.
class Levels {
 public:
  std::uint8_t of(const Style& style) {
    if (style.rank == kHash) {
      while (!open_.empty() && !(open_.back().style.rank == kHash && open_.back().style.form < style.form))
        open_.pop_back();
      return push(style, style.form);
    }
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (!(open_[i].style == style)) continue;
      open_.resize(i + 1);
      return open_.back().level;
    }
    while (!open_.empty() && closes(style, open_.back().style)) open_.pop_back();
    return push(style, (open_.empty() ? 0 : open_.back().level) + 1U);
  }

 private:
  struct Open {
    Style style;
    std::uint8_t level;
  };

  /// Marks without a rank (■, 【】) stand wherever they come up; only chapters end them.
  static bool closes(const Style& own, const Style& open) {
    if (own.rank == kAnywhere || open.rank == kHash) return false;
    if (open.rank == kAnywhere) return own.rank < kNumber - 1;
    return open.rank >= own.rank;
  }

  std::uint8_t push(const Style& style, std::uint32_t level) {
    constexpr std::uint32_t kDeepest = 9;
    open_.push_back({style, static_cast<std::uint8_t>(std::min(level, kDeepest))});
    return open_.back().level;
  }

  std::vector<Open> open_;
};

/// Numbered lines that follow each other line by line are the items of a list: a heading has something below it.
class ListFinder {
 public:
  explicit ListFinder(Context& context) : context_(context) {}

  void run() {
    auto& blocks = context_.layout.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!is_numbered(i)) continue;
      std::size_t end = i + 1;
      while (end < blocks.size() && is_numbered(end) && same(i, end)) ++end;
      // the last of them may be the heading of what follows
      if (end - i >= kFewestItems && !has_body(i, end)) make_items(i, end);
      i = end - 1;
    }
  }

 private:
  static constexpr std::size_t kFewestItems = 3;

  [[nodiscard]] bool is_numbered(std::size_t i) const {
    const Block& block = context_.layout.blocks[i];
    return block.kind == BlockKind::kHeading && !block.marker.empty() && context_.words[block.marker.begin] != '#' &&
           !(read_marker(slice(context_.words, block.span)) &&
             read_marker(slice(context_.words, block.span))->kind == MarkerKind::kChapter);
  }
  [[nodiscard]] bool same(std::size_t a, std::size_t b) const {
    const auto& blocks = context_.layout.blocks;
    return style_of(context_.words, blocks[a]) == style_of(context_.words, blocks[b]);
  }
  /// What stands right behind the last one belongs to it; so do headings of lower rank.
  [[nodiscard]] bool has_body(std::size_t item, std::size_t i) const {
    const auto& blocks = context_.layout.blocks;
    if (i >= blocks.size() || blocks[i].kind == BlockKind::kBlank || blocks[i].kind == BlockKind::kFurniture)
      return false;
    return blocks[i].kind != BlockKind::kHeading ||
           style_of(context_.words, blocks[i]).rank > style_of(context_.words, blocks[item]).rank;
  }
  void make_items(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Block& block = context_.layout.blocks[i];
      block.kind = BlockKind::kListItem;
      block.level = 0;
    }
  }

  Context& context_;
};

}  // namespace

void settle_headings(Context& context) {
  ListFinder(context).run();
  Levels levels;
  for (Block& block : context.layout.blocks)
    if (block.kind == BlockKind::kHeading) block.level = levels.of(style_of(context.words, block));
}

}  // namespace torikomi::shapes

// Headings within the document: which numbered lines are headings and which are items of a list, and how deep each
// heading stands.
#include <cstddef>
#include <vector>

#include "layout/heading_style.h"
#include "layout/lines.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

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
  find_plain_headings(context);
  settle_levels(context);
}

}  // namespace torikomi::shapes

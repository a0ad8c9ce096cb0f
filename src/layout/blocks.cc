#include "torikomi/layout/block.h"

#include "layout/html_table.h"
#include "layout/lines.h"

namespace torikomi {
namespace {

using shapes::Context;

/// Lets the readers of the single shapes take the lines one after the other; the first that knows the shape has them.
class Splitter {
 public:
  explicit Splitter(const NormText& norm) : context_(norm), html_(html::find_tables(context_.words)) {}

  Layout run() {
    context_.layout.blocks.reserve(context_.lines.size());
    for (std::size_t line = 0; line < context_.lines.size();) line += read(line);
    shapes::mark_furniture(context_);
    shapes::settle_headings(context_);
    shapes::find_tables(context_);
    return std::move(context_.layout);
  }

 private:
  std::size_t read(std::size_t line) {
    if (next_html_ < html_.size() && html_[next_html_].begin < context_.lines[line].end)
      return html::read_tables(context_, line, html_, next_html_);
    if (const std::size_t rows = shapes::read_tab_rows(context_, line)) return rows;
    if (const std::size_t one = read_empty(line)) return one;
    if (const std::size_t rows = shapes::read_bar_rows(context_, line)) return rows;
    if (const std::size_t rows = shapes::read_aligned_rows(context_, line)) return rows;
    if (const std::size_t one = shapes::read_pair(context_, line)) return one;
    shapes::read_prose(context_, line);
    return 1;
  }

  std::size_t read_empty(std::size_t line) {
    Block block = context_.block(BlockKind::kBlank, line, line, context_.lines[line].span());
    if (!block.span.empty()) {
      if (!shapes::is_ruling(slice(context_.words, block.span))) return 0;
      block.kind = BlockKind::kSeparator;
    }
    context_.add(block);
    return 1;
  }

  Context context_;
  std::vector<NormSpan> html_;
  std::size_t next_html_ = 0;
};

}  // namespace

Layout split_blocks(const NormText& text) { return Splitter(text).run(); }

}  // namespace torikomi

#include "torikomi/layout/block.h"

#include "layout/html_table.h"
#include "layout/lines.h"

namespace torikomi {
namespace {

using shapes::Context;

/// A row of a table without words.
bool only_bars(std::string_view words) { return words.front() == '|' && words.find_first_not_of("| ") == words.npos; }

/// Lets the readers of the single shapes take the lines one after the other; the first that knows the shape has them.
class Splitter {
 public:
  explicit Splitter(NormText& norm) : context_(norm), html_(html::find_tables(norm.body())) {}

  Layout run() {
    context_.layout.blocks.reserve(context_.lines.size());
    shapes::find_furniture(context_);
    for (std::size_t line = 0; line < context_.lines.size();) line += read(line);
    context_.settle_joins();
    shapes::settle_speeches(context_);
    shapes::settle_headings(context_);
    shapes::join_split_names(context_);
    shapes::find_tables(context_);
    shapes::join_cut_rows(context_);
    shapes::split_double_columns(context_);
    return std::move(context_.layout);
  }

 private:
  std::size_t read(std::size_t line) {
    if (next_html_ < html_.size() && html_[next_html_].begin < context_.lines[line].end)
      return html::read_tables(context_, line, html_, next_html_);
    if (const std::size_t one = read_furniture(line)) return one;
    if (const std::size_t rows = shapes::read_tab_rows(context_, line)) return rows;
    if (const std::size_t lines = shapes::read_broken_row(context_, line)) return lines;
    if (const std::size_t one = read_empty(line)) return one;
    if (const std::size_t rows = shapes::read_bar_rows(context_, line)) return rows;
    if (const std::size_t rows = shapes::read_aligned_rows(context_, line)) return rows;
    if (const std::size_t rows = shapes::read_spaced_rows(context_, line)) return rows;
    if (const std::size_t one = shapes::read_pair(context_, line)) return one;
    shapes::read_prose(context_, line);
    return 1;
  }

  std::size_t read_furniture(std::size_t line) {
    const auto& all = context_.furniture;
    while (next_furniture_ < all.size() && all[next_furniture_].line < line) ++next_furniture_;
    if (next_furniture_ == all.size() || all[next_furniture_].line != line) return 0;
    Block block = context_.block(BlockKind::kFurniture, line, line, context_.lines[line].span());
    block.rule = all[next_furniture_].rule;
    context_.add(block);
    return 1;
  }

  std::size_t read_empty(std::size_t line) {
    Block block = context_.block(BlockKind::kBlank, line, line, context_.lines[line].span());
    if (!block.span.empty()) {
      if (!shapes::is_ruling(slice(context_.words, block.span)) && !only_bars(slice(context_.words, block.span)))
        return 0;
      block.kind = BlockKind::kSeparator;
    }
    context_.add(block);
    return 1;
  }

  Context context_;
  std::vector<NormSpan> html_;
  std::size_t next_html_ = 0, next_furniture_ = 0;
};

}  // namespace

Layout split_blocks(NormText& text) { return Splitter(text).run(); }

}  // namespace torikomi

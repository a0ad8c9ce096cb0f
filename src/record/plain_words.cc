#include "plain_words.h"

#include <algorithm>

namespace torikomi {
namespace {

/// What of `cell` lies in `span`.
NormSpan common(NormSpan cell, NormSpan span) {
  return {std::max(cell.begin, span.begin), std::min(cell.end, span.end)};
}

void append(std::string& out, char glue, std::string_view words) {
  if (words.empty()) return;
  if (!out.empty()) out += glue;
  out += words;
}

std::string row_words(const NormText& text, std::span<const GridCell> cells, NormSpan span) {
  std::string out;
  for (const GridCell& cell : cells) {
    if (cell.continued) continue;
    if (const NormSpan part = common(cell.span, span); part.begin < part.end) append(out, ' ', text.slice(part));
  }
  return out;
}

}  // namespace

bool has_marked_rows(const Layout& layout) {
  return std::any_of(layout.blocks.begin(), layout.blocks.end(),
                     [](const Block& block) { return block.form == RowForm::kBars || block.form == RowForm::kHtml; });
}

std::string plain_words(const NormText& text, const Layout& layout, NormSpan span) {
  const auto ends_before = [](const Block& block, std::uint32_t at) { return block.span.end <= at; };
  auto block = std::lower_bound(layout.blocks.begin(), layout.blocks.end(), span.begin, ends_before);
  std::string out;
  for (; block != layout.blocks.end() && block->span.begin < span.end; ++block) {
    const NormSpan part = common(block->span, span);
    append(out, '\n',
           block->kind == BlockKind::kRow ? row_words(text, layout.cells_of(*block), part)
                                          : std::string(text.slice(part)));
  }
  return out.empty() ? std::string(text.slice(span)) : out;
}

}  // namespace torikomi

// Any text: every line lies in a block, cells lie in the text, tables do not share rows, and every letter of a row is
// in one of its cells.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/require.h"
#include "text/utf8_check.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/block.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !utf8::is_continuation(text[at]));
}

void check_span(const NormText& text, NormSpan span) {
  REQUIRE(span.begin <= span.end && span.end <= text.text().size());
  REQUIRE(is_boundary(text.text(), span.begin) && is_boundary(text.text(), span.end));
  const Span source = text.to_source(span);
  REQUIRE(source.begin <= source.end && source.end <= text.source().text().size());
}

void check_lines(const Source& source, const Layout& layout) {
  std::uint32_t next = 1;
  for (const Block& block : layout.blocks) {
    REQUIRE(block.line_end >= block.line && block.line <= next);
    if (block.line_end >= next) next = block.line_end + 1;
  }
  REQUIRE(source.text().empty() || next == source.line_count() + 1);
}

void check_tables(const Layout& layout) {
  std::uint32_t behind = 0;
  for (const TableUnit& unit : layout.tables) {
    REQUIRE(unit.first_block >= behind && unit.last_block >= unit.first_block);
    REQUIRE(unit.last_block < layout.blocks.size());
    REQUIRE(layout.blocks[unit.first_block].kind == BlockKind::kRow);
    REQUIRE(layout.blocks[unit.last_block].kind == BlockKind::kRow);
    behind = unit.last_block + 1;
  }
  for (const Block& block : layout.blocks) REQUIRE((block.kind == BlockKind::kRow) == (block.table != kNoTable));
}

void check(std::string_view bytes) {
  std::vector<BadBytes> bad;
  const Source source("input", repair_utf8(bytes, bad));
  NormText text = normalize(source);
  const Layout layout = split_blocks(text);
  check_lines(source, layout);
  check_tables(layout);
  for (const Block& block : layout.blocks) {
    check_span(text, block.span);
    check_span(text, block.marker);
    check_span(text, block.text);
    REQUIRE(std::size_t{block.first_cell} + block.cell_count <= layout.cells.size());
    for (const GridCell& cell : layout.cells_of(block)) {
      check_span(text, cell.span);
      for (const CellItem& item : split_items(text.text(), cell.span)) REQUIRE(!item.span.empty());
    }
  }
}

}  // namespace
}  // namespace torikomi

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  torikomi::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

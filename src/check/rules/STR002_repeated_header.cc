// STR002: a header row comes again among the data.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// A header has words in several cells and no numbers.
bool is_header(const CheckInput& input, const Block& block) {
  std::size_t words = 0;
  for (const GridCell& cell : input.layout.cells_of(block)) {
    const std::string_view text = input.text.slice(cell.span);
    if (text.find_first_of("0123456789") != text.npos) return false;
    words += text.size() > 3 ? 1 : 0;
  }
  constexpr std::size_t kFewestCells = 3;
  return words >= kFewestCells;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const auto& blocks = input.layout.blocks;
  for (const Grid& grid : input.facts.grids) {
    const Block& header = blocks[grid.first];
    if (!is_header(input, header)) continue;
    for (std::uint32_t i = grid.first + 2; i <= grid.last; ++i) {
      if (input.text.slice(blocks[i].span) != input.text.slice(header.span)) continue;
      diagnostics.add("STR002", source_span(input, blocks[i].span), header.line);
    }
  }
}

}  // namespace

extern const Rule rule_STR002;
const Rule rule_STR002 = {
    {.code = "STR002",
     .name = "repeated-header",
     .severity = Severity::kWarning,
     .summary = {"見出し行がデータの途中で繰り返されている", "a header row comes again among the data"},
     .message = {"この行は {} 行目の見出しと同じです。改ページで繰り返された見出しではありませんか",
                 "this row is the header of line {} again; a page break may have repeated it"},
     .explain = {"ページごとに印刷された見出しは、表の途中にデータとして混じります。集計の前に取り除いてください。",
                 "A header that is printed on every page ends up among the data. Take it out before you count."},
     .bad = "指標\t基準値\t現状値\n会員数\t85者\t125者\n指標\t基準値\t現状値\n参加者数\t10人\t20人",
     .good = "指標\t基準値\t現状値\n会員数\t85者\t125者\n参加者数\t10人\t20人"},
    run};

}  // namespace torikomi

// STR002: a header row comes again among the data.
#include <algorithm>
#include <map>
#include <vector>

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

/// Headers of tables that come again within the same run of rows.
void check_tables(const CheckInput& input, Diagnostics& diagnostics) {
  const auto& blocks = input.layout.blocks;
  for (const Grid& grid : input.facts.grids) {
    const Block& header = blocks[grid.first];
    const bool plain = is_header(input, header);
    for (std::uint32_t i = grid.first + 2; i <= grid.last; ++i) {
      const bool again =
          blocks[i].repeated_header || (plain && input.text.slice(blocks[i].span) == input.text.slice(header.span));
      if (again) diagnostics.add("STR002", source_span(input, blocks[i].span), header.line);
    }
  }
}

/// True for a line that stands by itself between blank lines and names a year, as the header of a page does.
bool may_head_pages(const CheckInput& input, std::size_t i) {
  const auto& blocks = input.layout.blocks;
  if (blocks[i].kind != BlockKind::kText && blocks[i].kind != BlockKind::kHeading) return false;
  constexpr std::uint32_t kShortest = 30, kLongest = 200;
  if (blocks[i].span.size() < kShortest || blocks[i].span.size() > kLongest) return false;
  const bool alone = (i == 0 || blocks[i - 1].kind == BlockKind::kBlank) && i + 1 < blocks.size() &&
                     blocks[i + 1].kind == BlockKind::kBlank;
  const std::string_view words = input.text.slice(blocks[i].span);
  return alone && words.find("。") == words.npos && words.find("年度") != words.npos;
}

/// Lines that a measure claims are labels of its form, which every measure repeats.
bool is_in_measure(const CheckInput& input, std::uint32_t line) {
  const Table& measures = input.records[TableId::measures];
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto first = measures.row(i)[col::measures::line_start].integer();
    const auto last = measures.row(i)[col::measures::line_end].integer();
    if (first && last && *first <= line && line <= *last && *first != *last) return true;
  }
  return false;
}

/// The header of a page, which stands before every part of a table that goes on over several pages.
void check_pages(const CheckInput& input, Diagnostics& diagnostics) {
  constexpr std::size_t kFewest = 3;
  const auto& blocks = input.layout.blocks;
  std::map<std::string_view, std::vector<std::size_t>> lines;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (may_head_pages(input, i)) lines[input.text.slice(blocks[i].span)].push_back(i);
  for (const auto& [words, places] : lines) {
    if (places.size() < kFewest) continue;
    const bool label =
        std::any_of(places.begin(), places.end(), [&](std::size_t i) { return is_in_measure(input, blocks[i].line); });
    for (std::size_t k = 1; k < places.size() && !label; ++k)
      diagnostics.add("STR002", source_span(input, blocks[places[k]].span), blocks[places.front()].line);
  }
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  check_tables(input, diagnostics);
  check_pages(input, diagnostics);
}

}  // namespace

extern const Rule rule_STR002;
const Rule rule_STR002 = {
    {.code = "STR002",
     .name = "repeated-header",
     .severity = Severity::kWarning,
     .summary = {"表や頁の見出しがデータの途中で繰り返されている",
                 "the header of a table or page comes again among the data"},
     .message = {"この行は {} 行目と同じ見出しです。改ページで繰り返された見出しではありませんか",
                 "this is the header of line {} again; a page break may have repeated it"},
     .explain = {"ページごとに印刷された見出しは、表の途中にデータとして混じります。集計の前に取り除いてください。",
                 "A header that is printed on every page ends up among the data. Take it out before you count."},
     .bad = "指標\t基準値\t現状値\n会員数\t85者\t125者\n指標\t基準値\t現状値\n参加者数\t10人\t20人",
     .good = "指標\t基準値\t現状値\n会員数\t85者\t125者\n参加者数\t10人\t20人"},
    run};

}  // namespace torikomi

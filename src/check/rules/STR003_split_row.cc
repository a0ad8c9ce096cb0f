// STR003: one row was split into two.
#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::uint32_t kShortestSentence = 30;  ///< bytes: ten kanji

/// The one cell of the row that holds words, if there is just one and it is not the first.
const GridCell* only_cell(const TextInput& input, const Block& block) {
  const GridCell* found = nullptr;
  for (const GridCell& cell : input.layout.cells_of(block)) {
    if (cell.span.empty()) continue;
    if (found != nullptr || cell.column == 0) return nullptr;
    found = &cell;
  }
  return found;
}

const GridCell* cell_in(const TextInput& input, const Block& block, std::uint16_t column) {
  for (const GridCell& cell : input.layout.cells_of(block))
    if (cell.column == column && !cell.span.empty()) return &cell;
  return nullptr;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const auto& blocks = input.layout.blocks;
  const std::string_view text = input.text.text();
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::kRow || blocks[i - 1].kind != BlockKind::kRow) continue;
    const GridCell* rest = only_cell(input, blocks[i]);
    if (rest == nullptr || !utf8::is_hiragana(utf8::decode(text, rest->span.begin).code_point)) continue;
    const GridCell* above = cell_in(input, blocks[i - 1], rest->column);
    if (above == nullptr || above->span.size() < kShortestSentence) continue;
    const auto last = utf8::decode_before(text, above->span.end);
    if (!utf8::is_han(last.code_point) && !utf8::is_hiragana(last.code_point)) continue;
    const Span tail = word_around(text, {above->span.end - last.size, above->span.end}, 3);
    diagnostics.add("STR003", source_span(input, rest->span), slice(text, tail));
  }
}

}  // namespace

extern const Rule rule_STR003;
const Rule rule_STR003 = {
    {.code = "STR003",
     .name = "split-row",
     .severity = Severity::kWarning,
     .summary = {"一つの行が改ページなどで二つに分かれている", "one row was split into two"},
     .message = {"この行は上の行の続きと思われます (上の行は「{}」で途切れています)",
                 "this row seems to go on from the row above, which breaks off at \"{}\""},
     .explain = {"改ページで分かれた行は、表計算では別の行になります。上の行につないでください。",
                 "A row that a page break split becomes two rows in a spreadsheet. Join it to the row above."},
     .bad = "企画課\t移住希望者への情報発信に関\n\tする協議を行った。",
     .good = "企画課\t移住希望者への情報発信に関する協議を行った。"},
    run};

}  // namespace torikomi

// STR009: a cell longer than a spreadsheet can hold.
#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// Excel specifications and limits: characters a cell can contain.
constexpr std::size_t kMostCharacters = 32767;

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const GridCell& cell : input.layout.cells) {
    if (cell.span.size() <= kMostCharacters) continue;
    const std::size_t characters = utf8::count(input.text.slice(cell.span));
    if (characters > kMostCharacters) diagnostics.add("STR009", source_span(input, cell.span), characters);
  }
}

}  // namespace

extern const Rule rule_STR009;
const Rule rule_STR009 = {{.code = "STR009",
                           .name = "over-long-cell",
                           .severity = Severity::kWarning,
                           .summary = {"表計算のセルに入らない長さ", "a cell longer than a spreadsheet can hold"},
                           .message = {"このセルは {} 文字あり、表計算ソフトの上限 32,767 文字を超えます",
                                       "this cell has {} characters; spreadsheets hold 32,767"},
                           .explain = {"長いセルは表計算ソフトで切り捨てられます。items 表には一項目ずつ入ります。",
                                       "Spreadsheets cut long cells. The table items has one item a row."},
                           .bad = "32,768 文字以上のセル",
                           .good = "短いセル"},
                          run};

}  // namespace torikomi

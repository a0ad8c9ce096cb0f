// MAC001: text that a spreadsheet would run as a formula.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Block& block : input.layout.blocks) {
    if (block.kind != BlockKind::kRow) continue;
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c) {
      const NormSpan span = input.layout.cells[c].span;
      const std::string_view words = input.text.slice(span);
      constexpr std::string_view kStarts = "=+-@";
      if (words.size() < 2 || kStarts.find(words.front()) == kStarts.npos || input.facts.numbers[c]) continue;
      diagnostics.add("MAC001", source_span(input, {span.begin, span.begin + 1}), words.substr(0, 1));
    }
  }
}

}  // namespace

extern const Rule rule_MAC001;
const Rule rule_MAC001 = {
    {.code = "MAC001",
     .name = "formula-start",
     .severity = Severity::kWarning,
     .summary = {"表計算で数式と見なされる書き出し", "text that a spreadsheet would run as a formula"},
     .message = {"「{}」で始まるセルは、表計算ソフトで数式として扱われます",
                 "a spreadsheet takes a cell that begins with \"{}\" for a formula"},
     .explain = {"= + - @ で始まる文字のセルは数式として実行される恐れがあります。CSV は --profile excel "
                 "で書くと印を付けて防ぎます。",
                 "Text that begins with = + - or @ may be run as a formula. The profile excel of CSV guards it."},
     .bad = "=1+1",
     .good = "1+1"},
    run,
    RuleGroup::kMachineReadable};

}  // namespace torikomi

// MAC006: a value is left out by a ditto mark.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Block& block : input.layout.blocks) {
    if (block.kind != BlockKind::kRow) continue;
    for (const GridCell& cell : input.layout.cells_of(block)) {
      const std::string_view words = input.text.slice(cell.span);
      if (words == "同上" || words == "〃" || words == "同左" || words == "々")
        diagnostics.add("MAC006", source_span(input, cell.span), words);
    }
  }
}

}  // namespace

extern const Rule rule_MAC006;
const Rule rule_MAC006 = {
    {.code = "MAC006",
     .name = "ditto",
     .severity = Severity::kInfo,
     .summary = {"「同上」や「〃」で値を略している", "a value is left out by a ditto mark"},
     .message = {"「{}」は上の値を指しています。値を書いてください",
                 "\"{}\" points at the value above; print the value"},
     .explain = {"機械可読性のルールでは、値を省略しません (総務省 2020)。並べ替えると意味が失われます。",
                 "The rules for machine-readable data leave nothing out (総務省 2020): sorting destroys a ditto."},
     .bad = "同上",
     .good = "久留米市役所"},
    run,
    RuleGroup::kMachineReadable};

}  // namespace torikomi

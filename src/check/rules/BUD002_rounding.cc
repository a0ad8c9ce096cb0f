// BUD002: a total differs by no more than rounding.
#include "check/facts.h"
#include "check/totals.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Total& total : find_totals(input)) {
    const auto off = total.printed.minus(total.sum);
    if (total.sum == total.printed || !is_rounding(total) || !off) continue;
    diagnostics.add("BUD002", source_span(input, total.span), total.sum.to_string(), input.text.slice(total.span),
                    off->to_string());
  }
}

}  // namespace

extern const Rule rule_BUD002;
const Rule rule_BUD002 = {
    {.code = "BUD002",
     .name = "rounding",
     .severity = Severity::kInfo,
     .summary = {"合計の差は端数処理の範囲", "a total differs by no more than rounding"},
     .message = {"内訳の合計は {} で「{}」との差は {} です。表示単位の端数の範囲です",
                 "the items add up to {}, the total says {}; the difference of {} is within rounding"},
     .explain = {"千円などで表示した表では、端数処理のため内訳と合計が合わないことがあります。",
                 "In tables in 千円 and the like items and total may differ by rounding."},
     .bad = "12,345千円 + 1千円 = 12,347千円",
     .good = "12,345千円 + 1千円 = 12,346千円"},
    run};

}  // namespace torikomi

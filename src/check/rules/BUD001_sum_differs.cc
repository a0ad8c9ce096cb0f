// BUD001: the items do not add up to the total.
#include <string>

#include "check/facts.h"
#include "check/totals.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Total& total : find_totals(input)) {
    if (is_rounding(total) || total.sum == total.printed) continue;
    const auto off = total.printed.minus(total.sum);
    diagnostics.add("BUD001", source_span(input, total.span), total.sum.to_string(), input.text.slice(total.span),
                    off ? off->to_string() : std::string(), total.addends);
  }
}

}  // namespace

extern const Rule rule_BUD001;
const Rule rule_BUD001 = {
    {.code = "BUD001",
     .name = "sum-differs",
     .severity = Severity::kError,
     .summary = {"内訳の合計が合わない", "the items do not add up to the total"},
     .message = {"内訳の合計は {} ですが「{}」と書かれています (差 {}): {}",
                 "the items add up to {}, but the total says {} (difference {}): {}"},
     .explain =
         {"内訳を足した数と合計の欄が、表示単位の端数では説明できないほど違います。数字の入れ替わりや行の抜けを確かめて"
          "ください。",
          "The items and the total differ by more than rounding explains: look for swapped digits or a lost row."},
     .bad = "111,570 + 620,000 = 731,507",
     .good = "111,570 + 620,000 = 731,570"},
    run};

}  // namespace torikomi

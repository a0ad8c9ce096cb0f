// DAT012: the year of the era and the year of the common era disagree.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const FoundDate& date : input.facts.dates)
    if (!date.value.pair_agrees) diagnostics.add("DAT012", source_span(input, date.span), input.text.slice(date.span));
}

}  // namespace

extern const Rule rule_DAT012;
const Rule rule_DAT012 = {
    {.code = "DAT012",
     .name = "year-pair",
     .severity = Severity::kError,
     .summary = {"和暦と西暦が食い違う", "the year of the era and the year of the common era disagree"},
     .message = {"「{}」の和暦と西暦は同じ年ではありません", "the two years of \"{}\" are not the same"},
     .explain = {"令和6年は2024年、平成30年は2018年です。", "令和6年 is 2024 and 平成30年 is 2018."},
     .bad = "令和6年(2023年)",
     .good = "令和6年(2024年)"},
    run};

}  // namespace torikomi

// DAT006: a period ends before it begins.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const FoundDate& date : input.facts.dates) {
    const DateValue& value = date.value;
    if (value.first && value.last && *value.last < *value.first)
      diagnostics.add("DAT006", source_span(input, date.span), input.text.slice(date.span), value.edtf);
    if (value.start_time && value.end_time && *value.end_time < *value.start_time) {
      const NormSpan span = {date.line.begin + value.time_begin, date.line.begin + value.time_end};
      diagnostics.add("DAT006", source_span(input, span), input.text.slice(span),
                      format_time(*value.start_time) + "/" + format_time(*value.end_time));
    }
  }
}

}  // namespace

extern const Rule rule_DAT006;
const Rule rule_DAT006 = {{.code = "DAT006",
                           .name = "period-reversed",
                           .severity = Severity::kError,
                           .summary = {"期間の終わりが始まりより前", "a period ends before it begins"},
                           .message = {"「{}」は終わりが始まりより前です ({})", "\"{}\" ends before it begins ({})"},
                           .explain = {"期間の両端が入れ替わっているか、どちらかが誤っています。",
                                       "The ends are swapped or one of them is wrong."},
                           .bad = "平成30年2月～平成29年12月",
                           .good = "平成29年12月～平成30年2月"},
                          run};

}  // namespace torikomi

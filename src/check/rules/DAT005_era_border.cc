// DAT005: a date before the beginning of its era.
#include <array>
#include <chrono>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

struct EraBegin {
  std::string_view words;
  Day begins;
  std::string_view before;  ///< the last year of the era before
};

const std::array kBegins = {
    EraBegin{"令和元年", Day(std::chrono::year(2019), std::chrono::month(5), std::chrono::day(1)), "平成31年"},
    EraBegin{"令和1年", Day(std::chrono::year(2019), std::chrono::month(5), std::chrono::day(1)), "平成31年"},
    EraBegin{"平成元年", Day(std::chrono::year(1989), std::chrono::month(1), std::chrono::day(8)), "昭和64年"},
    EraBegin{"平成1年", Day(std::chrono::year(1989), std::chrono::month(1), std::chrono::day(8)), "昭和64年"},
};

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const FoundDate& date : input.facts.dates) {
    if (!date.value.era_overflow || !date.value.last) continue;
    const std::string_view printed = input.text.slice(date.span);
    for (const EraBegin& era : kBegins) {
      if (!printed.starts_with(era.words) || *date.value.last >= era.begins) continue;
      diagnostics.add("DAT005", source_span(input, date.span), printed, date.value.edtf).suggestion =
          std::string(era.before) + std::string(printed.substr(era.words.size()));
    }
  }
}

}  // namespace

extern const Rule rule_DAT005;
const Rule rule_DAT005 = {
    {.code = "DAT005",
     .name = "era-border",
     .severity = Severity::kWarning,
     .summary = {"元号の始まりより前の日付", "a date before the beginning of its era"},
     .message = {"「{}」は元号が始まる前です ({})", "\"{}\" is before its era began ({})"},
     .explain = {"令和は2019年5月1日、平成は1989年1月8日からです。令和元年4月は平成31年4月と書きます。",
                 "令和 began on 2019-05-01 and 平成 on 1989-01-08. 令和元年4月 is 平成31年4月."},
     .bad = "令和元年4月",
     .good = "平成31年4月"},
    run};

}  // namespace torikomi

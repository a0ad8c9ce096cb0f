// DAT003: a year beyond the end of its era.
#include "check/era_overflow.h"
#include "check/facts.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  if (input.published.after_heisei == true) report_era_overflow(input, "DAT003", diagnostics);
}

}  // namespace

extern const Rule rule_DAT003;
const Rule rule_DAT003 = {{.code = "DAT003",
                           .name = "era-overflow",
                           .severity = Severity::kWarning,
                           .summary = {"終わった元号の年が使われている", "a year beyond the end of its era"},
                           .message = {"「{}」は平成が終わった後の年です (西暦では {}、{} か所)",
                                       "\"{}\" lies beyond the end of its era (it is {}; {}×)"},
                           .explain = {"2019年5月1日より後の文書では、平成33年度は令和3年度と書きます (平成31年4月1日 "
                                       "改元に伴う元号による年表示の取扱いについて)。",
                                       "Documents dated on or after 2019-05-01 write 令和3年度 for 平成33年度 "
                                       "(agreement of the ministries of 2019-04-01)."},
                           .bad = "令和2年4月1日\n\n平成33年度",
                           .good = "令和2年4月1日\n\n令和3年度"},
                          run};

}  // namespace torikomi

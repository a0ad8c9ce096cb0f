// DAT004: a year beyond the end of its era, valid when it was written.
#include "check/era_overflow.h"
#include "check/facts.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  if (input.published.after_heisei == false) report_era_overflow(input, "DAT004", diagnostics);
}

}  // namespace

extern const Rule rule_DAT004;
const Rule rule_DAT004 = {
    {.code = "DAT004",
     .name = "era-overflow-then-valid",
     .severity = Severity::kInfo,
     .summary = {"改元前の文書にある、平成31年より後の年",
                 "a year beyond the end of its era, valid when it was written"},
     .message = {"「{}」は西暦では {} です ({} か所)。文書の日付では正しい書き方です",
                 "\"{}\" is {} ({}×); it was right at the date of the document"},
     .explain =
         {"改元前に作られた文書の平成33年度はそのまま有効です。表では西暦に直しています。",
          "A document from before the change of era may say 平成33年度. The tables give the year of the common era."},
     .bad = "平成29年8月1日\n\n平成33年度",
     .good = "平成29年8月1日\n\n平成30年度"},
    run};

}  // namespace torikomi

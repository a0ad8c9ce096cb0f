#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_PAR006;
const Rule rule_PAR006 = {
    {.code = "PAR006",
     .name = "group-words",
     .severity = Severity::kInfo,
     .summary = {"まとめた言い方の数が名簿と合わない", "a count of bodies disagrees with the roster"},
     .message = {"「{}」は {} 団体ですが、名簿には {} 団体あります", "\"{}\" means {} bodies, the roster holds {}"},
     .explain = {"3市5町 や 12市町 のような数は、名簿の数と比べます。合わないときは、どちらかが古いか誤っています。",
                 "A count such as 3市5町 is compared with the roster. Where they differ one of the two is out of date "
                 "or wrong."},
     .bad = "3市4町",
     .good = "3市5町"},
    nullptr};

}  // namespace torikomi

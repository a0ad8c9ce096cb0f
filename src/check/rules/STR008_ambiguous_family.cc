#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_STR008;
const Rule rule_STR008 = {
    {.code = "STR008",
     .name = "ambiguous-family",
     .severity = Severity::kInfo,
     .summary = {"複数の様式に同じ程度当てはまる", "several report families fit equally well"},
     .message = {"様式 {} と {} が同じ点数です。{} を使いました。--grammar で指定できます",
                 "the families {} and {} score the same; {} was used; choose with --grammar"},
     .explain = {"様式は本文中の目印で選びます。同点のときは名前の順で選び、知らせます。",
                 "A family is chosen by the lines that occur in the text. A tie is decided by name and reported."},
     .bad = "二つの様式が同点になる文書",
     .good = "--grammar で様式を指定"},
    nullptr};

}  // namespace torikomi

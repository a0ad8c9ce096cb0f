#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_INP002;
const Rule rule_INP002 = {{.code = "INP002",
                           .name = "duplicate-input",
                           .severity = Severity::kInfo,
                           .summary = {"同じ内容の入力", "an input with the same bytes as an earlier one"},
                           .message = {"{}", "{}"},
                           .explain = {"同じ内容を二度数えないよう、二つ目は読みません。",
                                       "Nothing is counted twice: the second copy is not read."},
                           .bad = "a.txt と同じ内容の b.txt",
                           .good = "a.txt"},
                          nullptr};

}  // namespace torikomi

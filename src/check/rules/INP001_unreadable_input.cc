#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_INP001;
const Rule rule_INP001 = {
    {.code = "INP001",
     .name = "unreadable-input",
     .severity = Severity::kError,
     .summary = {"読めない入力", "the input cannot be read"},
     .message = {"{}", "{}"},
     .explain =
         {"ファイルがない、権限がない、文章ではない（PDF など）入力は表になりません。ほかの入力は続けて処理します。",
          "An input that is missing, not permitted or no text (a PDF, say) gives no tables. The others are still "
          "done."},
     .bad = "report.pdf",
     .good = "pdftotext -layout report.pdf report.txt"},
    nullptr};

}  // namespace torikomi

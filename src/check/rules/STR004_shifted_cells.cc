#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_STR004;
const Rule rule_STR004 = {
    {.code = "STR004",
     .name = "shifted-cells",
     .severity = Severity::kWarning,
     .summary = {"行のセルが見出しの列とずれている", "the cells of a row do not stand below their headings"},
     .message = {"この行のセルは見出しと列が合いません。並び順で対応させました",
                 "the cells of this row do not stand below their headings; they were matched in order"},
     .explain =
         {"抽出でタブが増減すると、値が別の見出しの下に移ります。セルの数が見出しと同じときだけ並び順で対応させます。",
          "An extractor that adds or drops a tab moves values below other headings. They are matched in order only "
          "where there are as many cells as headings."},
     .bad = "a row of 4 cells below 4 headings, moved by one column",
     .good = "the same cells below their headings"},
    nullptr};

}  // namespace torikomi

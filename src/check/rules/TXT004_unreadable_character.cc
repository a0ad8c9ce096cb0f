#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_TXT004;
const Rule rule_TXT004 = {
    {.code = "TXT004",
     .name = "unreadable-character",
     .severity = Severity::kError,
     .summary = {"読めない文字・置換文字", "unreadable or replacement character"},
     .message = {"位置 {} の {} バイトは {} として読めません。U+FFFD としました",
                 "{1} bytes at offset {0} are not valid {2}; they became U+FFFD"},
     .explain =
         {"文字コードとして正しくないバイトは U+FFFD (�) にして、その位置を知らせます。黙って ? "
          "にすることはありません。",
          "Bytes that are not valid in the encoding become U+FFFD (�), and their place is reported; never a silent ?."},
     .bad = "事�業",
     .good = "事業"},
    nullptr};

}  // namespace torikomi

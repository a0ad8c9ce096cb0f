#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_PAR008;
const Rule rule_PAR008 = {
    {.code = "PAR008",
     .name = "marks-and-names",
     .severity = Severity::kWarning,
     .summary = {"印の数と団体名の数が合わない", "the number of marks differs from the number of names"},
     .message = {"印が {} 個、団体名が {} 個あります。名前の前にある印だけを読みました",
                 "{} marks for {} names; only marks that stand before a name were read"},
     .explain = {"抽出で余分なチェック欄が凡例の前などに現れることがあります。印が一つずつずれている恐れもあるため、原"
                 "本で確かめてください。",
                 "Extraction can leave a stray box, often before the legend. The marks may also have slipped by one "
                 "place: look at the original."},
     .bad = "☑津山市 ☐玉野市 ☑ ※提案市町は★印",
     .good = "☑津山市 ☐玉野市 ※提案市町は★印"},
    nullptr};

}  // namespace torikomi

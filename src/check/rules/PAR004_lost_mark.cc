#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_PAR004;
const Rule rule_PAR004 = {
    {.code = "PAR004",
     .name = "lost-mark",
     .severity = Severity::kWarning,
     .summary = {"凡例にある印が名簿から読み取れない", "the legend declares a mark that the roster does not hold"},
     .message = {"凡例は「{}」印を定めていますが、この行はチェック欄だけです。{} は分からないため、印の付いた団体は "
                 "partner としています",
                 "the legend declares the mark {} but this row holds check boxes only; which bodies are {} is unknown, "
                 "checked ones are partner"},
     .explain = {"PDF からの抽出で ★ "
                 "などの印がチェック欄に置き換わると、提案市町が分からなくなります。推測はせず、印の付いた団体を "
                 "partner とします。原本で確かめてください。",
                 "An extractor that turns marks into check boxes loses who proposed. Nothing is guessed: checked "
                 "bodies are partners. Look at the original."},
     .bad = "☑津山市 ☐玉野市 ※提案市町は★印",
     .good = "★津山市 □玉野市 ※提案市町は★印"},
    nullptr};

}  // namespace torikomi

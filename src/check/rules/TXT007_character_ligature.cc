// TXT007: an era, unit or company squeezed into one character.
#include <string>

#include "check/facts.h"
#include "check/hits.h"
#include "torikomi/check/check.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const auto& [character, place] : by_character(input, CharClass::kLigature)) {
    const std::string_view printed = input.text.source().slice(place.first);
    const std::string right = fold(printed);
    diagnostics.add("TXT007", place.first, printed, place.count, right).suggestion = right;
  }
}

}  // namespace

extern const Rule rule_TXT007;
const Rule rule_TXT007 = {
    {.code = "TXT007",
     .name = "character-ligature",
     .severity = Severity::kWarning,
     .summary = {"元号・単位・会社などの合字", "an era, unit or company squeezed into one character"},
     .message = {"合字「{}」が {} か所にあります。「{}」と書くと検索できます",
                 "the ligature {} stands here ({}×); searches find \"{}\""},
     .explain =
         {"㍻ や ㈱ は 1 文字で、「平成」「(株)」では見つかりません。古い環境では表示できないこともあります。`--fix` "
          "で直せます。",
          "㍻ and ㈱ are one character and are not found by 平成 or (株). Old systems may not show them. `--fix` mends "
          "them."},
     .bad = "㍻29年度",
     .good = "平成29年度"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

// TXT009: a blank stands inside a date or a number.
#include <vector>

#include "check/facts.h"
#include "check/repair_scan.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::vector<Span> places = spaced_dates(input.text.source().text());
  if (places.empty()) return;
  diagnostics.add("TXT009", places.front(), input.text.source().slice(places.front()), places.size());
}

}  // namespace

extern const Rule rule_TXT009;
const Rule rule_TXT009 = {
    {.code = "TXT009",
     .name = "spaced-date",
     .severity = Severity::kInfo,
     .summary = {"日付や数の中に空白がある", "a blank stands inside a date or a number"},
     .message = {"「{}」のように空白の入った日付や数が {} か所あります",
                 "dates or numbers such as \"{}\" ({}×) have blanks inside"},
     .explain =
         {"平成 30 年 3 月 のような空白は読み取りには差し支えありませんが、検索や置換で見落とします。`--fix` "
          "で詰められます。",
          "Blanks as in 平成 30 年 3 月 do no harm to torikomi, but searches miss them. `--fix` closes them up."},
     .bad = "平成 30 年 3 月",
     .good = "平成30年3月"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

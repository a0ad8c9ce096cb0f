// TXT005: half-width kana or a dakuten apart from its kana.
#include <string>

#include "check/facts.h"
#include "check/hits.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

bool is_wanted(const CharHit& hit) { return hit.kind == CharClass::kHalfKana || hit.kind == CharClass::kCombining; }

void run(const TextInput& input, Diagnostics& diagnostics) {
  by_line(input, is_wanted, [&](const CharHit& first, Span span, int count) {
    const Source& source = input.text.source();
    if (first.kind == CharClass::kCombining) span.begin -= utf8::decode_before(source.text(), span.begin).size;
    const std::string right = fold(source.slice(span));
    diagnostics.add("TXT005", span, source.slice(span), count, right).suggestion = right;
  });
}

}  // namespace

extern const Rule rule_TXT005;
const Rule rule_TXT005 = {
    {.code = "TXT005",
     .name = "half-width-kana",
     .severity = Severity::kWarning,
     .summary = {"半角カナ、または分かれた濁点", "half-width kana or a dakuten apart from its kana"},
     .message = {"「{}」は半角カナまたは分かれた濁点です (この行に {} 文字)。「{}」と書きます",
                 "\"{}\" has half-width kana or a dakuten of its own ({} characters on this line); write {}"},
     .explain =
         {"半角カナや、かな と濁点 (U+3099) に分かれた文字は、同じ言葉として検索できません。`--fix` で直せます。",
          "Half-width kana, and kana with a separate dakuten (U+3099), are not found by a search for the word. `--fix` "
          "mends them."},
     .bad = "ﾃﾞｰﾀの活用",
     .good = "データの活用"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

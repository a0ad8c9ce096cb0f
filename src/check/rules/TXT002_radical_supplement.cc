// TXT002: a CJK radical of the supplement stands for a kanji.
#include "check/facts.h"
#include "check/hits.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const auto& [character, place] : by_character(input, CharClass::kRadical)) {
    Diagnostic& finding = diagnostics.add("TXT002", place.first, input.text.source().slice(place.first),
                                          static_cast<std::uint32_t>(character), place.count);
    if (const auto kanji = ideograph_of(character)) utf8::append(finding.suggestion, *kanji);
  }
}

}  // namespace

extern const Rule rule_TXT002;
const Rule rule_TXT002 = {
    {.code = "TXT002",
     .name = "radical-supplement",
     .severity = Severity::kError,
     .summary = {"CJK部首補助の文字が漢字の代わりに使われている", "a CJK radical of the supplement stands for a kanji"},
     .message = {"部首「{}」(U+{:04X}) が {} か所にあります。漢字ではないため検索や照合に掛かりません",
                 "the radical {} (U+{:04X}, {}×) is no kanji, and no search will find it"},
     .explain =
         {"⺠ や ⻑ のような CJK部首補助の文字は、NFKC 正規化をしても漢字になりません。`--fix` で漢字に直せます。",
          "Characters of the CJK Radicals Supplement such as ⺠ and ⻑ survive NFKC. `--fix` mends them by the table "
          "of Unicode."},
     .bad = "⺠間事業者",
     .good = "民間事業者"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

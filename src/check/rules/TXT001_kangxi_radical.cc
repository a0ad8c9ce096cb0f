// TXT001: a Kangxi radical stands for a kanji.
#include "check/facts.h"
#include "check/hits.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const auto& [character, place] : by_character(input, CharClass::kKangxi)) {
    const auto kanji = ideograph_of(character);
    Diagnostic& finding = diagnostics.add("TXT001", place.first, input.text.source().slice(place.first),
                                          static_cast<std::uint32_t>(character), place.count);
    if (kanji) utf8::append(finding.suggestion, *kanji);
  }
}

}  // namespace

extern const Rule rule_TXT001;
const Rule rule_TXT001 = {
    {.code = "TXT001",
     .name = "kangxi-radical",
     .severity = Severity::kError,
     .summary = {"部首の文字が漢字の代わりに使われている", "a Kangxi radical stands for a kanji"},
     .message = {"部首「{}」(U+{:04X}) が {} か所にあります。漢字ではないため検索や照合に掛かりません",
                 "the radical {} (U+{:04X}, {}×) is no kanji, and no search will find it"},
     .explain = {"PDF のフォントによっては、抽出すると ⼤ (U+2F24) "
                 "のような部首の文字が現れます。見た目は同じでも別の文字です。`--fix` で漢字に直せます。",
                 "Some fonts of PDFs give radicals such as ⼤ (U+2F24) for kanji. They look alike but are other "
                 "characters. `--fix` mends them."},
     .bad = "⼤阪府との連携",
     .good = "大阪府との連携"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

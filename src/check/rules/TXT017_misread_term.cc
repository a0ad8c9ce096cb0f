// TXT017: one kanji of a common term of administration is another one that sounds or looks alike.
#include <algorithm>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  const auto& known = input.facts.near_duplicates;  // TXT014 has spoken of these
  for (const MisreadTerm& found : input.facts.misread_terms) {
    const bool told =
        std::any_of(known.begin(), known.end(), [&](const NearDuplicate& pair) { return pair.letter == found.letter; });
    if (told) continue;
    diagnostics.add("TXT017", source_span(input, found.letter), input.text.slice(found.printed), found.term)
        .suggestion = std::string(found.right);
  }
}

}  // namespace

extern const Rule rule_TXT017;
const Rule rule_TXT017 = {
    {.code = "TXT017",
     .name = "misread-term",
     .severity = Severity::kWarning,
     .summary = {"行政用語の一文字が、音や形の似た別の字になっている",
                 "one kanji of a common term is another one that sounds or looks alike"},
     .message = {"「{}」は「{}」の誤りではありませんか", "\"{}\" seems to be {}"},
     .explain = {"よく使われる行政用語 (地方創生、事業実績、国民健康保険 "
                 "など) の一文字だけが、同じ音の字や形の似た字に替わっています。変換の誤りか、抽出の読み誤りです。",
                 "One kanji of a term that reports often use (地方創生, 事業実績, 国民健康保険 …) is another kanji "
                 "that sounds or looks the same: mistyped or misread."},
     .bad = "後期高齢者医寮の保険料",
     .good = "後期高齢者医療の保険料"},
    run};

}  // namespace torikomi

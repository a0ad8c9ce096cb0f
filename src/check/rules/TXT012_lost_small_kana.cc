// TXT012: a reading has lost its small kana.
#include <string>

#include "check/facts.h"
#include "check/readings.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  for (const LostSmallKana& lost : find_lost_small_kana(text)) {
    const std::string_view reading = slice(text, lost.reading);
    std::string right(reading);
    right.replace(lost.letter.begin - lost.reading.begin, lost.letter.size(), "ょ");
    diagnostics.add("TXT012", lost.reading, reading, right, lost.name).suggestion = right;
  }
}

}  // namespace

extern const Rule rule_TXT012;
const Rule rule_TXT012 = {
    {.code = "TXT012",
     .name = "lost-small-kana",
     .severity = Severity::kWarning,
     .summary = {"読み仮名の小書きが大きくなっている", "a reading has lost its small kana"},
     .message = {"読み仮名「{}」は「{}」の誤りと思われます ({})", "the reading \"{}\" is most probably \"{}\" ({})"},
     .explain = {"抽出すると振り仮名が団体名の前に付き、小さい「ょ」が「よ」になることがあります。名前は読めますが、読"
                 "み仮名の列は誤ったままになります。",
                 "An extractor puts ruby before the name and often makes small kana large. The name is read, but a "
                 "column of readings would be wrong."},
     .bad = "すみたちよう 住田町",
     .good = "すみたちょう 住田町"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

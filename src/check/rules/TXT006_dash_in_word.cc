// TXT006: a dash, minus or the kanji 一 stands for the long vowel mark.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  for (const CharHit& hit : input.facts.characters) {
    if (hit.kind != CharClass::kDash) continue;
    constexpr int kReach = 8;
    const Span word = word_around(text, hit.span(), kReach);
    diagnostics.add("TXT006", hit.span(), slice(text, word)).suggestion = "ー";
  }
}

}  // namespace

extern const Rule rule_TXT006;
const Rule rule_TXT006 = {
    {.code = "TXT006",
     .name = "dash-in-word",
     .severity = Severity::kWarning,
     .summary = {"長音記号の代わりに別の線や「一」が使われている",
                 "a dash, minus or the kanji 一 stands for the long vowel mark"},
     .message = {"「{}」の線は長音記号「ー」ではありません", "the line inside \"{}\" is not the long vowel mark"},
     .explain = {"サ−ビス や サ一ビス は見た目は近くても「サービス」とは別の言葉です。`--fix` で「ー」にできます。",
                 "サ−ビス and サ一ビス look right but are not the word サービス. `--fix` writes ー."},
     .bad = "サ−ビスの向上",
     .good = "サービスの向上"},
    run,
    RuleGroup::kDefault,
    true};

}  // namespace torikomi

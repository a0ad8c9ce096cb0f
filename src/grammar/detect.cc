#include <algorithm>

#include "torikomi/grammar/match.h"

namespace torikomi {
namespace {

FamilyScore score(const NormText& text, const Grammar& grammar) {
  FamilyScore out{&grammar, 0, 0, true, {}, {}};
  for (const DetectRule& rule : grammar.detect) {
    out.possible += rule.weight;
    const bool hit = rule.match.matches(text.text());
    (hit ? out.matched : out.missing).push_back(rule.match.source());
    if (hit) out.score += rule.weight;
    if (!hit && rule.required) out.required_met = false;
  }
  if (!out.required_met) out.score = 0;
  return out;
}

}  // namespace

std::vector<FamilyScore> score_families(const NormText& text, std::span<const Grammar> grammars) {
  std::vector<FamilyScore> out;
  for (const Grammar& grammar : grammars)
    if (!grammar.detect.empty()) out.push_back(score(text, grammar));
  std::stable_sort(out.begin(), out.end(),
                   [](const FamilyScore& a, const FamilyScore& b) { return a.score > b.score; });
  return out;
}

}  // namespace torikomi

// TXT014: one letter differs in a phrase that occurs elsewhere.
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// One finding for a misread letter and a line.
void report(const TextInput& input, const std::vector<NearDuplicate>& pairs, Diagnostics& diagnostics) {
  const std::string_view text = input.text.body();
  const NearDuplicate* last = nullptr;
  for (const NearDuplicate& pair : pairs) {
    const bool again = last != nullptr && slice(text, last->letter) == slice(text, pair.letter) &&
                       slice(text, last->usual_letter) == slice(text, pair.usual_letter) &&
                       text.substr(last->letter.end, pair.letter.begin - last->letter.end).find('\n') == text.npos;
    last = &pair;
    if (again) {
      diagnostics.all().back().places.push_back(source_span(input, pair.letter));
      continue;
    }
    Diagnostic& finding = diagnostics.add("TXT014", source_span(input, pair.letter), slice(text, pair.phrase),
                                          pair.others, slice(text, pair.usual));
    finding.places = {source_span(input, pair.letter)};
    if (pair.others > 1) finding.suggestion = std::string(slice(text, pair.usual_letter));
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  report(input, input.facts.near_duplicates, diagnostics);
  report(input, input.facts.missing_letters, diagnostics);
}

}  // namespace

extern const Rule rule_TXT014;
const Rule rule_TXT014 = {
    {.code = "TXT014",
     .name = "near-duplicate",
     .severity = Severity::kWarning,
     .summary = {"同じ言い回しの中で一文字だけ違う", "one letter differs in a phrase that occurs elsewhere"},
     .message = {"「{}」は、ほかの {} か所では「{}」です。どちらかの読み誤りではありませんか",
                 "\"{0}\" is \"{2}\" elsewhere ({1}×); one of them may be misread"},
     .explain = {"同じ言い回しの中でその一文字だけが違い、その字の組み合わせが文書のほかの所に現れないときに知らせます"
                 "。担当国会議 (担当者会議) のような読み誤りが見つかります。",
                 "Reported where a phrase recurs with one other letter, and that letter stands beside these neighbours "
                 "nowhere else. Finds misreadings such as 担当国会議 for 担当者会議."},
     .bad = "・担当国会議の開催",
     .good = "・担当者会議の開催"},
    run};

}  // namespace torikomi

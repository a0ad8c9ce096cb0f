// TXT011: a simplified or old form of a kanji, or a look-alike.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// 會津 and 慶應 are names that keep the old form; 國 and 學 are in names of schools and shrines.
bool is_name(std::string_view text, Span run) {
  const std::string_view form = slice(text, run);
  if (form == "會") return text.substr(run.end).starts_with("津");
  if (form == "應") return text.substr(0, run.begin).ends_with("慶");
  return form == "國" || form == "學" || form == "國學";
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  const auto& hits = input.facts.characters;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (hits[i].kind != CharClass::kHanForm) continue;
    Span run = hits[i].span();
    std::string right;
    utf8::append(right, modern_form(hits[i].code_point));
    while (i + 1 < hits.size() && hits[i + 1].kind == CharClass::kHanForm && hits[i + 1].begin == run.end) {
      ++i;
      run.end = hits[i].end;
      utf8::append(right, modern_form(hits[i].code_point));
    }
    if (is_name(text, run)) continue;
    constexpr int kReach = 3;
    const Span word = word_around(text, run, kReach);
    const std::string whole = std::string(text.substr(word.begin, run.begin - word.begin)) + right +
                              std::string(text.substr(run.end, word.end - run.end));
    diagnostics.add("TXT011", run, slice(text, word), whole).suggestion = right;
  }
}

}  // namespace

extern const Rule rule_TXT011;
const Rule rule_TXT011 = {
    {.code = "TXT011",
     .name = "kanji-form",
     .severity = Severity::kWarning,
     .summary = {"簡体字・旧字体、または形の似た別の字", "a simplified or old form of a kanji, or a look-alike"},
     .message = {"「{}」には簡体字・旧字体、または形の似た別の字があります。「{}」ではありませんか",
                 "\"{}\" has a simplified, old or look-alike form; perhaps \"{}\""},
     .explain = {"抽出の際に 习 (習) や 會 (会) のような字に化けることがあります。人名・地名の旧字体 (髙 﨑 澤 など) "
                 "は対象外です。原本で確かめてください。",
                 "Extraction may turn 習 into 习 or 会 into 會. Old forms that names use (髙 﨑 澤 …) are left alone. "
                 "Look at the original."},
     .bad = "交流学习",
     .good = "交流学習"},
    run};

}  // namespace torikomi

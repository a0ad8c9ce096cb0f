// TXT010: a letter of another script inside a Japanese word.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// The only other word of the text that differs in this letter alone, if there is one.
std::string find_whole_word(std::string_view text, Span word, Span letter) {
  const std::string_view before = text.substr(word.begin, letter.begin - word.begin);
  const std::string_view after = text.substr(letter.end, word.end - letter.end);
  if (before.size() + after.size() < 9) return {};
  const std::string_view anchor = before.size() >= after.size() ? before : after;
  for (std::size_t at = text.find(anchor); at != text.npos; at = text.find(anchor, at + 1)) {
    const std::size_t middle = anchor.data() == before.data() ? at + before.size() : at;
    const auto between =
        anchor.data() == before.data() ? utf8::decode(text, middle) : utf8::decode_before(text, middle);
    const std::size_t begin = anchor.data() == before.data() ? middle : middle - between.size;
    if (begin == letter.begin || between.size == 0) continue;
    if (begin < before.size() || text.substr(begin - before.size(), before.size()) != before) continue;
    if (text.substr(begin + between.size, after.size()) != after) continue;
    if (!utf8::is_katakana(between.code_point) && !utf8::is_hiragana(between.code_point) &&
        !utf8::is_han(between.code_point))
      continue;
    return std::string(text.substr(begin - before.size(), before.size() + between.size + after.size()));
  }
  return {};
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  const auto& hits = input.facts.characters;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const CharHit& hit = hits[i];
    if (hit.kind != CharClass::kForeign) continue;
    // one letter is a slip; several are a word of that script
    const bool joined =
        (i > 0 && hits[i - 1].end == hit.begin) || (i + 1 < hits.size() && hits[i + 1].begin == hit.end);
    if (joined) continue;
    constexpr int kReach = 8;
    const Span word = word_around(text, hit.span(), kReach);
    // A word that is written in the other script has no Japanese letter beside it.
    if (word.begin == hit.begin || word.end == hit.end) continue;
    diagnostics
        .add("TXT010", hit.span(), slice(text, word), slice(text, hit.span()),
             static_cast<std::uint32_t>(hit.code_point))
        .suggestion = find_whole_word(text, word, hit.span());
  }
}

}  // namespace

extern const Rule rule_TXT010;
const Rule rule_TXT010 = {
    {.code = "TXT010",
     .name = "foreign-letter",
     .severity = Severity::kWarning,
     .summary = {"日本語の言葉の中に他言語の文字がある", "a letter of another script inside a Japanese word"},
     .message = {"「{}」の中の {} (U+{:04X}) は日本語で使わない文字です",
                 "{1} (U+{2:04X}) inside \"{0}\" is a letter that Japanese does not use"},
     .explain = {"OCR や画像認識による抽出では、形の似た他言語の文字が混じることがあります。原本で確かめてください。",
                 "Extraction by OCR or image models may put in letters of other scripts that look alike. Look at the "
                 "original."},
     .bad = "スタងダード",
     .good = "スタンダード"},
    run};

}  // namespace torikomi

// TXT016: a katakana stands for the kanji that looks like it, or the other way round.
#include <array>
#include <string>
#include <utility>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/letter_set.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

struct Pair {
  char32_t katakana, kanji;
};
constexpr std::array<Pair, 8> kPairs = {{{U'カ', U'力'},
                                         {U'ロ', U'口'},
                                         {U'ニ', U'二'},
                                         {U'ハ', U'八'},
                                         {U'エ', U'工'},
                                         {U'タ', U'夕'},
                                         {U'ト', U'卜'},
                                         {U'チ', U'千'}}};

constexpr LetterSet kLookAlikes = [] {
  LetterSet out;
  for (const Pair& pair : kPairs) {
    out.add(pair.katakana);
    out.add(pair.kanji);
  }
  return out;
}();

bool is_kana_letter(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; }

/// 三カ年, 前号ロ: behind numbers and articles of law the katakana is meant.
bool takes_katakana(char32_t before) {
  constexpr std::u32string_view kBefore = U"一二三四五六七八九十百千数何幾各号項条款目式表第イ";
  return kBefore.find(before) != kBefore.npos;
}

/// Katakana that are also counters (カ所, カ国, カ月, カ年) or parts of names of places.
bool is_counter(char32_t behind) {
  constexpr std::u32string_view kCounted = U"所国月年条村町市地箇";
  return kCounted.find(behind) != kCounted.npos;
}

/// A lone katakana between kanji, or before an ending in hiragana.
bool is_lone_katakana(char32_t before, char32_t c, char32_t behind) {
  return c != U'ハ' && c != U'ニ' && c != U'チ' && utf8::is_han(before) &&
         (utf8::is_han(behind) || utf8::is_hiragana(behind)) && !takes_katakana(before) && !is_counter(behind);
}

/// The look-alike of a kanji between katakana on both sides, or of a lone katakana between kanji; else 0.
char32_t meant(char32_t before, char32_t c, char32_t behind) {
  const bool between_kana = is_kana_letter(before) && is_kana_letter(behind);
  if (is_kana_letter(c) ? between_kana : !between_kana) return 0;
  for (const Pair& pair : kPairs) {
    if (c == pair.kanji) return pair.katakana;
    if (c == pair.katakana) return is_lone_katakana(before, c, behind) ? pair.kanji : 0;
  }
  return 0;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  char32_t before = 0;
  auto letter = utf8::decode(text, 0);
  for (std::uint32_t at = 0; letter.size > 0;) {
    const Span span = {at, at + letter.size};
    const auto behind = utf8::decode(text, span.end);
    const bool look = kLookAlikes.may_hold(letter.code_point);
    if (const char32_t right = look ? meant(before, letter.code_point, behind.code_point) : 0; right != 0) {
      constexpr int kReach = 4;
      std::string suggestion;
      utf8::append(suggestion, right);
      diagnostics.add("TXT016", span, slice(text, word_around(text, span, kReach)), slice(text, span), suggestion)
          .suggestion = suggestion;
    }
    before = letter.code_point;
    letter = behind;
    at = span.end;
  }
}

}  // namespace

extern const Rule rule_TXT016;
const Rule rule_TXT016 = {
    {.code = "TXT016",
     .name = "look-alike",
     .severity = Severity::kWarning,
     .summary = {"形の似た片仮名と漢字の取り違え",
                 "a katakana stands for the kanji that looks like it, or the reverse"},
     .message = {"「{}」の「{}」は、形の似た「{}」ではありませんか",
                 "the {1} in \"{0}\" seems to be the {2} that looks like it"},
     .explain = {"OCR は 力 と カ、口 と ロ、工 と エ、夕 と タ などを取り違えます。検索や集計では別の言葉になります。",
                 "OCR confuses 力 and カ, 口 and ロ, 工 and エ, 夕 and タ. Searches take the word for another one."},
     .bad = "協カ体制、イベン卜ホール",
     .good = "協力体制、イベントホール"},
    run};

}  // namespace torikomi

// TXT012: a reading has lost its small kana.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::string_view kLarge = "ちよう", kSmall = "ちょう";

/// The kanji name behind the reading, with the blank between them.
std::string_view name_behind(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 60);
  if (!rest.starts_with(" ") && !rest.starts_with("\u3000")) return {};
  std::size_t end = rest.starts_with(" ") ? 1 : 3;
  const std::size_t begin = end;
  while (utf8::is_han(utf8::decode(rest, end).code_point)) end += utf8::decode(rest, end).size;
  return rest.substr(begin, end - begin);
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  for (std::size_t at = text.find(kLarge); at != text.npos; at = text.find(kLarge, at + 1)) {
    const std::string_view name = name_behind(text, at + kLarge.size());
    const std::size_t town = name.find("町");
    if (town == name.npos || town == 0) continue;
    std::size_t begin = at;
    while (begin > 0 && utf8::is_hiragana(utf8::decode_before(text, begin).code_point))
      begin -= utf8::decode_before(text, begin).size;
    const std::string_view reading = text.substr(begin, at + kLarge.size() - begin);
    const std::string right = std::string(reading.substr(0, reading.size() - kLarge.size())) + std::string(kSmall);
    const Span span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + kLarge.size())};
    diagnostics.add("TXT012", span, reading, right, name).suggestion = right;
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

// STY004: digits of full width.
#include <string_view>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::string_view kZero = "０";

bool is_wide_digit(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == kZero.substr(0, 2) && text.size() > at + 2 && text[at + 2] >= kZero[2] &&
         text[at + 2] <= static_cast<char>(kZero[2] + 9);
}

/// One finding a line: its first run of digits.
void run(const TextInput& input, Diagnostics& diagnostics) {
  const Source& source = input.text.source();
  const std::string_view text = source.text();
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span whole = source.line_span(line);
    Span first;
    int runs = 0;
    for (std::uint32_t at = whole.begin; at + 2 < whole.end;) {
      if (!is_wide_digit(text, at)) {
        ++at;
        continue;
      }
      const std::uint32_t begin = at;
      while (at + 2 < whole.end && is_wide_digit(text, at)) at += 3;
      if (runs++ == 0) first = {begin, at};
    }
    if (runs > 0) diagnostics.add("STY004", first, slice(text, first), runs);
  }
}

}  // namespace

extern const Rule rule_STY004;
const Rule rule_STY004 = {
    {.code = "STY004",
     .name = "digit-width",
     .severity = Severity::kInfo,
     .summary = {"全角の数字を使っている", "digits of full width"},
     .message = {"全角の数字「{}」は半角で書きます (この行に {} か所)",
                 "write the full-width digits \"{}\" in half width ({} on this line)"},
     .explain =
         {"公用文作成の考え方 (2022年1月) と JTF "
          "日本語標準スタイルガイドでは、横書きの数字は半角を使います。一桁を全角にする慣行もあるため、知らせるのは "
          "style を選んだときだけです。",
          "The 2022 guide to official documents and the JTF style guide want digits of half width in horizontal text."},
     .bad = "２０２４年",
     .good = "2024年"},
    run,
    RuleGroup::kStyle};

}  // namespace torikomi

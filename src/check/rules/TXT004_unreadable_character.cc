// TXT004: an unreadable or invisible character.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "check/facts.h"
#include "check/hits.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_wanted(const CharHit& hit) { return hit.kind == CharClass::kUnreadable; }

void run(const TextInput& input, Diagnostics& diagnostics) {
  by_line(input, is_wanted, [&](const CharHit& first, Span span, int count) {
    const std::string name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(first.code_point));
    if (!std::binary_search(input.reported.begin(), input.reported.end(), first.begin))
      diagnostics.add("TXT004", span, name, fmt::format("×{}", count));
  });
}

}  // namespace

extern const Rule rule_TXT004;
const Rule rule_TXT004 = {
    {.code = "TXT004",
     .name = "unreadable-character",
     .severity = Severity::kError,
     .summary = {"読めない文字・見えない文字", "an unreadable or invisible character"},
     .message = {"{} は読めない文字です ({})", "{} is no readable character ({})"},
     .explain = {"文字コードとして正しくないバイトは U+FFFD (�) にして、その位置を知らせます。黙って ? "
                 "にすることはありません。外字、制御文字、幅のない文字も、ほかの人には読めません。",
                 "Bytes that are not valid in the encoding become U+FFFD (�), and their place is reported; never a "
                 "silent ?. Private, control and zero-width characters cannot be read by others either."},
     .bad = "事�業",
     .good = "事業"},
    run};

}  // namespace torikomi

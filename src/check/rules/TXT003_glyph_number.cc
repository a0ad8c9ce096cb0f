// TXT003: a glyph number stands for a character.
#include "check/facts.h"
#include "check/hits.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_wanted(const CharHit& hit) { return hit.kind == CharClass::kCid; }

void run(const TextInput& input, Diagnostics& diagnostics) {
  by_line(input, is_wanted, [&](const CharHit& /*first*/, Span span, int count) {
    diagnostics.add("TXT003", span, input.text.source().slice(span), count);
  });
}

}  // namespace

extern const Rule rule_TXT003;
const Rule rule_TXT003 = {
    {.code = "TXT003",
     .name = "glyph-number",
     .severity = Severity::kError,
     .summary = {"文字の代わりにグリフ番号が残っている", "a glyph number stands for a character"},
     .message = {"「{}」は文字ではなくグリフ番号です (この行に {} 個)。PDF から抽出し直してください",
                 "\"{}\" is a glyph number, not a character ({} on this line); extract the PDF again"},
     .explain = {"フォントに文字の対応表がない PDF から抽出すると (cid:3821) "
                 "のような番号が残ります。元の文字は分からないため、別の方法 (OCR など) で抽出し直してください。",
                 "A PDF whose font has no character map gives numbers such as (cid:3821). What they stood for is lost: "
                 "extract again by other means, such as OCR."},
     .bad = "(cid:3821)業の実施",
     .good = "事業の実施"},
    run};

}  // namespace torikomi

// STR006: a numbered run has a gap or a repeat.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr char32_t kFirst = 0x2460, kLast = 0x2473;  ///< ① to ⑳

/// Circled numbers of one line that open an item: after a blank, a bracket, a sign or at its begin.
void check_line(const CheckInput& input, NormSpan line, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  char32_t before = 0;
  for (std::size_t at = text.find("\xE2\x91", line.begin); at < line.end; at = text.find("\xE2\x91", at + 3)) {
    const char32_t number = utf8::decode(text, at).code_point;
    if (number < kFirst || number > kLast) return;
    const char32_t left = at == line.begin ? U' ' : utf8::decode_before(text, at).code_point;
    const bool opens = left <= U' ' || left == U'。' || left == U'、' || left == U')';
    if (!opens) return;
    const NormSpan span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)};
    const bool jumps = before != 0 && number != before + 1 && number != kFirst;
    if (jumps) {
      std::string last;
      utf8::append(last, before);
      diagnostics.add("STR006", source_span(input, span), last, text.substr(at, 3));
    }
    before = number;
  }
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  for (const Block& block : input.layout.blocks) {
    if (block.kind != BlockKind::kRow) {
      check_line(input, block.span, diagnostics);
      continue;
    }
    for (const GridCell& cell : input.layout.cells_of(block)) check_line(input, cell.span, diagnostics);
  }
}

}  // namespace

extern const Rule rule_STR006;
const Rule rule_STR006 = {
    {.code = "STR006",
     .name = "numbering-gap",
     .severity = Severity::kWarning,
     .summary = {"番号の付いた並びに抜けや重なりがある", "a numbered run has a gap or a repeat"},
     .message = {"{} の次が {} です。間が抜けているか、番号の誤りではありませんか",
                 "after {} comes {}; something may be missing, or a number be wrong"},
     .explain = {"①② のような項目番号が飛んでいます。抽出で失われた項目がないか確かめてください。",
                 "The numbers of the items jump. See whether an item was lost by extraction."},
     .bad = "①誘致 ②支援 ④広報",
     .good = "①誘致 ②支援 ③広報"},
    run};

}  // namespace torikomi

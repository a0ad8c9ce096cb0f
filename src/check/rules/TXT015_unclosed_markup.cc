// TXT015: a list or paragraph in HTML is opened and never closed.
#include "check/facts.h"
#include "check/markup.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// One finding a line, which is a row of its table.
void run(const CheckInput& input, Diagnostics& diagnostics) {
  const Source& source = input.text.source();
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span span = source.line_span(line);
    for (const MarkupPlace& place : find_markup_faults(source.slice(span), span.begin)) {
      if (place.fault != MarkupFault::kUnclosed) continue;
      diagnostics.add("TXT015", place.span, source.slice(place.span));
      break;
    }
  }
}

}  // namespace

extern const Rule rule_TXT015;
const Rule rule_TXT015 = {
    {.code = "TXT015",
     .name = "unclosed-markup",
     .severity = Severity::kInfo,
     .summary = {"HTML の箇条書きや段落が閉じていない", "a list or paragraph in HTML is opened and never closed"},
     .message = {"「{}」に対応する終わりのタグがこの行にありません。項目の切れ目が失われている恐れがあります",
                 "\"{}\" is not closed on this line; where its items end may have been lost"},
     .explain = {"抽出ツールがセルの中の箇条書きを HTML で書き始め、<li> "
                 "や終わりのタグを書かないことがあります。項目が続けて書かれるため、行の「・」などで分けて読みます。",
                 "Some extractors open a list inside a cell and write neither <li> nor its end. The items run together "
                 "and are told apart by their marks (・) where there are any."},
     .bad = "<ul>・相談会の開催 ・広報",
     .good = "<ul><li>相談会の開催</li><li>広報</li></ul>"},
    run};

}  // namespace torikomi

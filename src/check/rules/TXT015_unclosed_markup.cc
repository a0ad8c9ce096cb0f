// TXT015: a list or paragraph in HTML is opened and never closed.
#include <optional>

#include "check/facts.h"
#include "check/markup.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// The first tag of the line that is not closed on it.
std::optional<Span> unclosed_tag(const Source& source, std::uint32_t line) {
  const Span span = source.line_span(line);
  for (const MarkupPlace& place : find_markup_faults(source.slice(span), span.begin))
    if (place.fault == MarkupFault::kUnclosed) return place.span;
  return std::nullopt;
}

/// One finding for the lines that follow each other, which are the rows of one table. It stands at the first tag: what
/// lies between the tags is not at fault.
void run(const TextInput& input, Diagnostics& diagnostics) {
  const Source& source = input.text.source();
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const auto first = unclosed_tag(source, line);
    if (!first) continue;
    int count = 1;
    for (; line < source.line_count() && unclosed_tag(source, line + 1); ++line) ++count;
    diagnostics.add("TXT015", *first, source.slice(*first), count);
  }
}

}  // namespace

extern const Rule rule_TXT015;
const Rule rule_TXT015 = {
    {.code = "TXT015",
     .name = "unclosed-markup",
     .severity = Severity::kInfo,
     .summary = {"HTML の箇条書きや段落が閉じていない", "a list or paragraph in HTML is opened and never closed"},
     .message = {"「{}」に対応する終わりのタグが行の中にありません (この行から {} "
                 "行)。項目の切れ目が失われている恐れがあります",
                 "\"{}\" is not closed on its line (lines in a row: {}); where its items end may have been lost"},
     .explain = {"抽出ツールがセルの中の箇条書きを HTML で書き始め、<li> "
                 "や終わりのタグを書かないことがあります。項目が続けて書かれるため、行の「・」などで分けて読みます。",
                 "Some extractors open a list inside a cell and write neither <li> nor its end. The items run together "
                 "and are told apart by their marks (・) where there are any."},
     .bad = "<ul>・相談会の開催 ・広報",
     .good = "<ul><li>相談会の開催</li><li>広報</li></ul>"},
    run};

}  // namespace torikomi

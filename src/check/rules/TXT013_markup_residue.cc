// TXT013: markup is left in the text.
#include <algorithm>

#include "check/facts.h"
#include "check/markup.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::size_t kLongestTag = 80;

bool is_tag_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Tags of tables are structure, which the layout reads.
bool is_table_tag(std::string_view inside) {
  if (inside.starts_with('/')) inside.remove_prefix(1);
  for (const std::string_view tag : {"table", "thead", "tbody", "tfoot", "caption", "tr", "td", "th"}) {
    if (inside == tag) return true;
    if (inside.starts_with(tag) && !is_tag_letter(inside[tag.size()])) return true;
  }
  return false;
}

/// <A:人と地域の共創>: brackets of a heading. Tags hold no letters beyond ASCII but in values of attributes.
bool is_heading(std::string_view inside) {
  return inside.find('=') == inside.npos &&
         std::any_of(inside.begin(), inside.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Tags that the layout did not understand and left in the text.
void check_unknown_tags(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.body();
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::size_t name = at + 1 + (text.substr(at + 1).starts_with('/') ? 1 : 0);
    if (name >= text.size() || !is_tag_letter(text[name])) continue;
    const std::string_view rest = text.substr(at, kLongestTag);
    const std::size_t close = rest.find_first_of(">\n");
    if (close == rest.npos || rest[close] != '>' || is_table_tag(rest.substr(1, close - 1))) continue;
    if (is_heading(rest.substr(1, close - 1))) continue;
    const NormSpan span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + close + 1)};
    diagnostics.add("TXT013", source_span(input, span), rest.substr(0, close + 1));
  }
}

/// Of tags that belong to no pair, one finding a line.
void check_orphans(const TextInput& input, Diagnostics& diagnostics) {
  const Source& source = input.text.source();
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span span = source.line_span(line);
    for (const MarkupPlace& place : find_markup_faults(source.slice(span), span.begin)) {
      if (place.fault == MarkupFault::kUnclosed) continue;
      diagnostics.add("TXT013", place.span, source.slice(place.span));
      break;
    }
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  check_unknown_tags(input, diagnostics);
  check_orphans(input, diagnostics);
}

}  // namespace

extern const Rule rule_TXT013;
const Rule rule_TXT013 = {{.code = "TXT013",
                           .name = "markup-residue",
                           .severity = Severity::kWarning,
                           .summary = {"HTML や Markdown の書式が本文に残っている", "markup is left in the text"},
                           .message = {"「{}」は書式の残りです", "\"{}\" is left-over markup"},
                           .explain = {"表や箇条書きの HTML は torikomi が読み取りますが、知らないタグ、対のないタグ "
                                       "(リストの外の <li> など)、閉じていない"
                                       "強調 (**) は書式の残りです。",
                                       "torikomi understands the HTML of tables and lists; unknown tags, tags without "
                                       "their pair (such as <li> outside a "
                                       "list) and unclosed emphasis (**) are left-overs."},
                           .bad = "<custom>管理</custom>",
                           .good = "管理"},
                          run};

}  // namespace torikomi

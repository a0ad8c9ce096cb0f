// Patterns that a document may need, made ready on another thread while the first of them are used.
#include "torikomi/grammar/match.h"

namespace torikomi {
namespace {

/// Calls `visit` with every pattern that match_cards tries on lines and cells, in the order in which it asks for them.
template <class Visit>
void for_each_pattern(const Grammar& grammar, const Visit& visit) {
  const auto maybe = [&](const std::optional<Pattern>& pattern) {
    if (pattern) visit(*pattern);
  };
  for (const BodiesRule& rule : grammar.bodies) visit(rule.under);
  maybe(grammar.amounts.year);
  maybe(grammar.amounts.until);
  maybe(grammar.indicators.under);
  maybe(grammar.indicators.until);
  for (const IgnoreRule& rule : grammar.ignores) visit(rule.match);
  for (const ContextRule& rule : grammar.contexts) visit(rule.match);
  for (const Pattern& cell : grammar.card.cells) visit(cell);
  maybe(grammar.card.line);
  maybe(grammar.card.until);
  for (const SectionRule& rule : grammar.sections) visit(rule.match);
  for (const LineRule& rule : grammar.lines) rule.under ? visit(*rule.under) : visit(rule.match);
  for (const TableRule& rule : grammar.tables) {
    maybe(rule.title);
    for (const ColumnRule& column : rule.columns) maybe(column.match);
  }
  for (const FieldRule& rule : grammar.fields)
    for (const PartRule& part : rule.parts) visit(part.heading);
}

}  // namespace

void prepare_patterns(const Grammar& family, std::string_view text) {
  for_each_pattern(family, [text](const Pattern& pattern) { pattern.prepare(text); });
}

}  // namespace torikomi

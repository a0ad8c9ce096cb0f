// Parts of a grammar file: headings, lists of bodies, tables of cards, and what lines tell outside of cards. Errors are
// thrown as GrammarFault.
#pragma once

#include "toml_reader.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

[[nodiscard]] ContextRule read_context(const TomlReader& reader);
/// role, inner_role and names_card of a field.
void read_body_keys(const TomlReader& reader, FieldRule& field);
/// The fields that tables of cards name are there, and only they do without labels. REQUIRES: fields, tables and card
/// of `grammar` are read.
void check_card_tables(const TomlReader& reader, const Grammar& grammar);
[[nodiscard]] BodiesRule read_bodies_rule(const TomlReader& reader);
[[nodiscard]] AmountRules read_amount_rules(const TomlReader& reader);
[[nodiscard]] IndicatorRules read_indicator_rules(const TomlReader& reader);

}  // namespace torikomi

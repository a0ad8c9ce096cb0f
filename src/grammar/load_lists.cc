#include "load_lists.h"

#include "load_words.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

std::optional<Pattern> pattern_or_none(const TomlReader& reader, std::string_view key) {
  if (!reader.has(key)) return std::nullopt;
  return reader.pattern(key);
}

}  // namespace

ContextRule read_context(const TomlReader& reader) {
  reader.allow_only({"match", "longest", "resets", "needs", "recall"});
  ContextRule rule{reader.line_pattern("match"), reader.texts("resets"), reader.texts("needs"),
                   reader.flag_or("recall", false)};
  if (rule.match.group_names().empty() && rule.resets.empty())
    reader.fail("match", say("値になる部分を (?P<列名>…) で囲んでください",
                             "put (?P<column>…) around the part that is the value"));
  return rule;
}

void read_body_keys(const TomlReader& reader, FieldRule& field) {
  const bool bodies = field.type == FieldType::kBodies;
  for (const std::string_view key : {"role", "inner_role", "names_card"})
    if (!bodies && reader.has(key))
      reader.fail(key, say("type = \"bodies\" の欄でだけ使えます", "has a meaning only in a field of type \"bodies\""));
  if (!bodies) return;
  field.role = role_word(reader, "role", "recipient");
  field.inner_role = role_word(reader, "inner_role", field.role);
  field.names_card = reader.flag_or("names_card", false);
}

namespace {

/// A column of a table of cards, or a group of a pattern that opens a card, is this field.
bool is_named(const Grammar& grammar, const std::string& field) {
  for (const TableRule& table : grammar.tables)
    for (const ColumnRule& column : table.columns)
      if (column.field == field) return true;
  for (const Pattern& cell : grammar.card.cells)
    for (const std::string& group : cell.group_names())
      if (group == field) return true;
  return false;
}

}  // namespace

void check_card_tables(const TomlReader& reader, const Grammar& grammar) {
  for (const TomlReader& field : reader.tables("field"))
    if (field.texts("labels").empty() && !is_named(grammar, field.text("name")))
      field.fail("labels", say("見出しの語を 1 つ以上書いてください", "give at least one label"));
  std::vector<std::string_view> names;
  for (const FieldRule& field : grammar.fields) names.push_back(field.name);
  const auto check = [&](const TomlReader& place, std::string_view key, const std::string& name) {
    if (grammar.field(name) != nullptr) return;
    place.fail(key, say("[[field]] に「{}」がありません。近い名前: {}",
                        "no [[field]] is called \"{}\"; the nearest: {}", name, nearest(name, names)));
  };
  for (const TomlReader& table : reader.tables("table")) {
    const bool cards = table.text("type") == "cards";
    for (const TomlReader& column : table.tables("column")) {
      const std::string field = column.text_or("field", "");
      if (!field.empty()) check(column, "field", field);
      if (!field.empty() && !cards)
        column.fail("field",
                    say("type = \"cards\" の表でだけ使えます", "has a meaning only in a table of type \"cards\""));
    }
    if (cards)
      for (const std::string& name : table.texts("required")) check(table, "required", name);
  }
}

BodiesRule read_bodies_rule(const TomlReader& reader) {
  reader.allow_only({"name", "under", "role", "inner_role"});
  BodiesRule rule{reader.text("name"), reader.pattern("under"), role_word(reader, "role", "recipient"), {}};
  rule.inner_role = role_word(reader, "inner_role", rule.role);
  return rule;
}

AmountRules read_amount_rules(const TomlReader& reader) {
  reader.allow_only({"cue", "year", "until"});
  AmountRules rules;
  for (const TomlReader& cue : reader.tables("cue")) {
    cue.allow_only({"kind", "before", "behind"});
    AmountRule rule{kind_word(cue), {folded(cue.texts("before")), folded(cue.texts("behind"))}};
    if (rule.cues.before.empty() && rule.cues.behind.empty())
      cue.fail("before", say("金額の前 (before) か後ろ (behind) に立つ語を 1 つ以上書いてください",
                             "give at least one word that stands before or behind the amount"));
    rules.cues.push_back(std::move(rule));
  }
  if (rules.cues.empty())
    reader.fail("cue", say("[[amounts.cue]] を 1 つ以上書いてください", "give at least one [[amounts.cue]]"));
  rules.year = pattern_or_none(reader, "year");
  const std::vector<std::string> groups = rules.year ? rules.year->group_names() : std::vector<std::string>{"year"};
  if (groups != std::vector<std::string>{"year"})
    reader.fail("year", say("年度の部分を (?P<year>…) で囲んでください", "put (?P<year>…) around the fiscal year"));
  rules.until = pattern_or_none(reader, "until");
  return rules;
}

IndicatorRules read_indicator_rules(const TomlReader& reader) {
  reader.allow_only({"under", "until", "role", "baseline", "current", "target", "actual"});
  IndicatorRules rules;
  rules.under = reader.pattern("under");
  rules.until = pattern_or_none(reader, "until");
  rules.role = word_of(reader, "role", {"baseline", "current", "target"}, "");
  rules.words = {folded(reader.texts("baseline")), folded(reader.texts("current")), folded(reader.texts("target")),
                 folded(reader.texts("actual"))};
  return rules;
}

}  // namespace torikomi

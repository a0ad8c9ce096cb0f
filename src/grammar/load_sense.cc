#include "load_sense.h"

#include <map>
#include <set>

#include "torikomi/core/nearest.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using Target = Grammar::LabelTarget;

std::string owner(const Grammar& grammar, const Target& target) {
  return target.kind == Target::Kind::kField ? "field " + grammar.fields[target.index].name
                                             : "table " + grammar.tables[target.index].name;
}

/// Adds the labels of one rule. The rule is looked up in the file only where one of them is taken already.
template <typename Place>
void add_labels(Grammar& grammar, const std::vector<std::string>& labels, Target target, const Place& place) {
  for (const std::string& label : labels) {
    const auto [first, last] = grammar.labels.equal_range(label);
    for (auto at = first; at != last; ++at) {
      const bool same_place = target.kind == Target::Kind::kField || at->second.index == target.index;
      if (at->second.kind == target.kind && same_place)
        place().fail("labels", say("見出し「{}」が二重に定義されています (先に {} にあります)。片方から消してください",
                                   "the label \"{}\" is defined twice (first in {}); take it out of one of them", label,
                                   owner(grammar, at->second)));
    }
    grammar.labels.emplace(label, target);
    grammar.label_begins.add(utf8::decode(label, 0).code_point);
  }
}

void refuse_twice(const TomlReader& reader, std::string_view key) {
  std::map<std::string, std::uint32_t> seen;
  for (const TomlReader& rule : reader.tables(key)) {
    const auto [at, fresh] = seen.try_emplace(rule.text("name"), rule.line());
    if (!fresh)
      rule.fail("name",
                say("[[{0}]] の名前「{1}」は {2} 行目にもあります。別の名前にするか、1 つにまとめてください",
                    "a [[{0}]] is called \"{1}\" in line {2} as well; give it another name, or make one of them", key,
                    at->first, at->second));
  }
}

/// Contexts that hold once the contexts in `held` do.
bool hold_more(const Grammar& grammar, std::set<std::string>& held) {
  const std::size_t before = held.size();
  for (const ContextRule& rule : grammar.contexts)
    if (std::all_of(rule.needs.begin(), rule.needs.end(), [&](const auto& need) { return held.contains(need); }))
      for (const std::string& group : rule.match.group_names()) held.insert(group);
  return held.size() > before;
}

/// A heading may need what others say, but not what none says before it.
void refuse_unmet(const TomlReader& reader, const Grammar& grammar) {
  std::set<std::string> held;
  while (hold_more(grammar, held)) {
  }
  const auto check = [&](const TomlReader& rule) {
    for (const std::string& need : rule.texts("needs"))
      if (!held.contains(need))
        rule.fail("needs",
                  say("「{}」は、これを必要としない [[context]] の (?P<{}>…) からしか得られません。それがありません",
                      "\"{}\" must come from a [[context]] with (?P<{}>…) that does not need this one; there "
                      "is none",
                      need, need));
  };
  for (const TomlReader& context : reader.tables("context")) check(context);
  if (const auto card = reader.table("card")) check(*card);
}

}  // namespace

void index_labels(const TomlReader& reader, Grammar& grammar) {
  using Kind = Target::Kind;
  for (std::size_t f = 0; f < grammar.fields.size(); ++f)
    add_labels(grammar, grammar.fields[f].labels, {Kind::kField, static_cast<std::uint16_t>(f), 0},
               [&] { return reader.tables("field")[f]; });
  for (std::size_t t = 0; t < grammar.tables.size(); ++t) {
    const auto table = static_cast<std::uint16_t>(t);
    const TableRule& rule = grammar.tables[t];
    add_labels(grammar, rule.labels, {Kind::kTable, table, 0}, [&] { return reader.tables("table")[t]; });
    for (std::size_t c = 0; c < rule.columns.size(); ++c)
      add_labels(grammar, rule.columns[c].labels, {Kind::kColumn, table, static_cast<std::uint16_t>(c)},
                 [&] { return reader.tables("table")[t].tables("column")[c]; });
    for (std::size_t r = 0; r < rule.rows.size(); ++r)
      add_labels(grammar, rule.rows[r].labels, {Kind::kRow, table, static_cast<std::uint16_t>(r)},
                 [&] { return reader.tables("table")[t].tables("row")[r]; });
  }
}

void check_sense(const TomlReader& reader, const Grammar& grammar) {
  for (const std::string_view key : {"field", "table", "line", "bodies", "ignore", "example"})
    refuse_twice(reader, key);
  refuse_unmet(reader, grammar);
}

}  // namespace torikomi

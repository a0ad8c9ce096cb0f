#include "load_card.h"

#include "load_words.h"

namespace torikomi {
namespace {

/// One pattern, or an array of them.
std::vector<Pattern> patterns(const TomlReader& reader, std::string_view key) {
  const auto node = reader.find(key);
  if (!node) return {};
  if (node->kind() != NodeKind::kArray) return {reader.pattern(key)};
  std::vector<Pattern> out;
  for (const std::string& text : reader.texts(key)) out.push_back(reader.compile(key, text));
  return out;
}

}  // namespace

void read_card(const TomlReader& reader, Grammar& grammar) {
  reader.allow_only({"start", "line", "cell", "group", "until", "text", "fiscal_year", "needs"});
  CardRule& card = grammar.card;
  if (reader.has("line")) card.line = reader.pattern("line");
  card.start = reader.texts("start");
  for (const std::string& name : card.start) {
    if (grammar.field(name) != nullptr) continue;
    std::vector<std::string_view> names;
    for (const FieldRule& field : grammar.fields) names.push_back(field.name);
    reader.fail("start", say("[[field]] に「{}」がありません。近い名前: {}",
                             "no [[field]] is called \"{}\"; the nearest: {}", name, nearest(name, names)));
  }
  card.cells = patterns(reader, "cell");
  card.group = reader.text_or("group", "");
  if (reader.has("until")) card.until = reader.pattern("until");
  card.text = reader.text_or("text", "");
  card.document_year =
      choice<std::string_view>(reader, "fiscal_year", {{"document", "document"}}, std::string_view()) == "document";
  card.needs = reader.texts("needs");
  for (const std::string_view key : {"group", "until", "needs"})
    if (card.cells.empty() && reader.has(key))
      reader.fail(key, say("cell のあるときだけ書けます", "has a meaning only beside cell"));
}

namespace {

ColumnRole role_called(const TomlReader& reader, std::string_view key, const ColumnRoles& roles,
                       std::string_view word) {
  std::vector<std::string_view> names;
  for (const auto& [name, role] : roles) {
    if (name == word) return role;
    names.push_back(name);
  }
  reader.fail(key, say("「{}」という役割はありません。近い名前: {}", "there is no role \"{}\"; the nearest: {}", word,
                       nearest(word, names)));
}

}  // namespace

LineRule read_line_rule(const TomlReader& reader, const ColumnRoles& roles) {
  reader.allow_only(
      {"name", "match", "longest", "under", "type", "status", "kind", "above", "below", "rows", "people"});
  LineRule line{reader.line_pattern("match"), std::nullopt, {}};
  if (reader.has("under")) line.under = reader.pattern("under");
  line.rows = reader.flag_or("rows", false);
  line.table.name = reader.text("name");
  line.table.type = choice<TableType>(reader, "type",
                                      {{"kpi", TableType::kKpi},
                                       {"schedule", TableType::kSchedule},
                                       {"amount", TableType::kAmount},
                                       {"member", TableType::kMember}});
  line.table.status =
      choice<std::string_view>(reader, "status", {{"planned", "planned"}, {"done", "done"}}, std::string_view());
  line.table.people = people_word(reader);
  const std::vector<std::string> groups = line.match.group_names();
  if (groups.empty())
    reader.fail("match", say("値になる部分を (?P<役割>…) で囲んでください (例: (?P<date>…))",
                             "put (?P<role>…) around the parts that are values, such as (?P<date>…)"));
  const std::string kind = !reader.has("kind") ? std::string() : kind_word(reader);
  for (const std::string& group : groups) {
    ColumnRule column;
    column.role = role_called(reader, "match", roles, group);
    if (column.role == ColumnRole::kAmount) column.kind = kind;
    line.table.columns.push_back(std::move(column));
  }
  const auto beside = [&](std::string_view key) {
    if (!reader.has(key)) return false;
    ColumnRule column;
    column.role = role_called(reader, key, roles, reader.text(key));
    line.table.columns.push_back(std::move(column));
    return true;
  };
  line.above = beside("above");
  line.below = beside("below");
  return line;
}

}  // namespace torikomi

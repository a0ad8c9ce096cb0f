#include "load_table.h"

#include <algorithm>

#include "load_words.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

const ColumnRoles& column_roles() {
  static const ColumnRoles by_word = {
      {"indicator", ColumnRole::kIndicator}, {"unit", ColumnRole::kUnit},
      {"baseline", ColumnRole::kBaseline},   {"current", ColumnRole::kCurrent},
      {"target", ColumnRole::kTarget},       {"actual", ColumnRole::kActual},
      {"milestone", ColumnRole::kMilestone}, {"year", ColumnRole::kYear},
      {"row_kind", ColumnRole::kRowKind},    {"row_year", ColumnRole::kRowYear},
      {"month", ColumnRole::kMonth},         {"date", ColumnRole::kDate},
      {"time", ColumnRole::kTime},           {"ordinal", ColumnRole::kOrdinal},
      {"activity", ColumnRole::kActivity},   {"place", ColumnRole::kPlace},
      {"content", ColumnRole::kContent},     {"participants", ColumnRole::kParticipants},
      {"headcount", ColumnRole::kHeadcount}, {"events", ColumnRole::kEventList},
      {"item", ColumnRole::kLineItem},       {"category", ColumnRole::kCategory},
      {"amount", ColumnRole::kAmount},       {"difference", ColumnRole::kDifference},
      {"note", ColumnRole::kNote},           {"organization", ColumnRole::kOrganization},
      {"post", ColumnRole::kPost},           {"name", ColumnRole::kName},
      {"presence", ColumnRole::kPresence},   {"field", ColumnRole::kField},
      {"other", ColumnRole::kOther}};
  return by_word;
}

namespace {

ColumnRule read_column(const TomlReader& reader) {
  reader.allow_only(
      {"role", "labels", "kind", "field", "year", "match", "first_unknown", "money", "rest", "party", "ends"});
  ColumnRule rule;
  rule.field = reader.text_or("field", "");
  rule.role = rule.field.empty() ? choice<ColumnRole>(reader, "role", column_roles()) : ColumnRole::kField;
  rule.labels = label_keys(reader, "labels");
  if (rule.role == ColumnRole::kAmount && reader.has("kind")) rule.kind = kind_word(reader);
  if (reader.has("year")) rule.year = static_cast<int>(reader.integer_in("year", -100, 100, 0));
  if (reader.has("match")) rule.match = reader.pattern("match");
  rule.first_unknown = reader.flag_or("first_unknown", false);
  rule.money = reader.flag_or("money", false);
  for (const std::string& end : reader.texts("ends")) rule.ends.push_back(fold(end));
  rule.party = reader.flag_or("party", false);
  rule.rest = reader.flag_or("rest", false);
  // a year is known by its form, not by a word
  if (rule.labels.empty() && !rule.match && rule.ends.empty() && !rule.first_unknown && !rule.rest &&
      rule.role != ColumnRole::kYear)
    reader.fail("labels", say("見出しの語を 1 つ以上書いてください", "give at least one label"));
  return rule;
}

RowRule read_row_rule(const TomlReader& reader) {
  reader.allow_only({"labels", "role", "kind", "beside"});
  RowRule rule;
  rule.labels = label_keys(reader, "labels");
  rule.beside = label_key(fold(reader.text_or("beside", "")));
  rule.role = choice<ColumnRole>(reader, "role", column_roles(), ColumnRole::kOther);
  if (reader.has("kind")) rule.kind = kind_word(reader);
  return rule;
}

std::vector<ColumnRole> read_roles(const TomlReader& reader, std::string_view key) {
  std::vector<ColumnRole> out;
  for (const std::string& word : reader.texts(key)) {
    const auto& roles = column_roles();
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const auto& role) { return role.first == word; });
    if (found == roles.end()) reader.fail(key, say("「{}」という役割はありません", "there is no role \"{}\"", word));
    out.push_back(found->second);
  }
  return out;
}

}  // namespace

TableRule read_table(const TomlReader& reader) {
  reader.allow_only({"name", "labels", "type", "status", "column", "row", "required", "any", "min_columns", "open",
                     "group", "title", "money", "numbers", "values", "people", "undated"});
  TableRule table;
  table.name = reader.text("name");
  table.labels = label_keys(reader, "labels");
  table.type = choice<TableType>(reader, "type",
                                 {{"kpi", TableType::kKpi},
                                  {"schedule", TableType::kSchedule},
                                  {"amount", TableType::kAmount},
                                  {"member", TableType::kMember},
                                  {"cards", TableType::kCards}});
  table.status =
      choice<std::string_view>(reader, "status", {{"planned", "planned"}, {"done", "done"}}, std::string_view());
  table.min_columns = static_cast<std::uint32_t>(reader.integer_in("min_columns", 1, 1000, 2));
  table.open = reader.flag_or("open", false);
  if (table.type == TableType::kCards) {
    table.required_fields = reader.texts("required");
    table.group = reader.text_or("group", "");
  } else {
    table.required = read_roles(reader, "required");
    if (reader.has("group"))
      reader.fail("group",
                  say("type = \"cards\" の表でだけ使えます", "has a meaning only in a table of type \"cards\""));
  }
  table.any = read_roles(reader, "any");
  if (reader.has("title")) table.title = reader.pattern("title");
  table.people = people_word(reader);
  table.money = reader.flag_or("money", false);
  table.values = reader.flag_or("values", false);
  table.numbers = reader.flag_or("numbers", false);
  table.undated = reader.flag_or("undated", false);
  for (const TomlReader& row : reader.tables("row")) table.rows.push_back(read_row_rule(row));
  for (const TomlReader& column : reader.tables("column")) table.columns.push_back(read_column(column));
  if (table.columns.empty())
    reader.fail("column", say("[[table.column]] を 1 つ以上書いてください", "give at least one [[table.column]]"));
  return table;
}

}  // namespace torikomi

#include "torikomi/record/tables_doc.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "torikomi/record/dictionary.h"

namespace torikomi {
namespace {

std::string key_of(const TableInfo& table, std::size_t column) {
  if (primary_key(table) == column) return "primary key";
  for (const ForeignKey& key : foreign_keys(table))
    if (key.column == column) return fmt::format("→ {}", key.table->name);
  return {};
}

/// A bar would end the cell.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

void add_table(std::string& out, const TableInfo& table) {
  const auto to = std::back_inserter(out);
  const Text2 what = describe(table.id);
  fmt::format_to(to, "\n## {} / {}\n\n{}\n{}\n\n", table.name, table.title.ja, what.en, what.ja);
  out += "| column | 見出し | type | key | meaning | 意味 |\n|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnInfo& column = table.columns[i];
    const Text2 meaning = describe(table.id, column.name);
    fmt::format_to(to, "| `{}` | {} | {} | {} | {} | {} |\n", column.name, cell(column.title.ja),
                   describe(column.type).en, key_of(table, i), cell(meaning.en), cell(meaning.ja));
  }
  for (const ColumnInfo& column : table.columns) {
    const auto words = terms(table.id, column.name);
    if (words.empty()) continue;
    fmt::format_to(to, "\n| `{}` | means | 意味 |\n|---|---|---|\n", column.name);
    for (const Term& word : words)
      fmt::format_to(to, "| `{}` | {} | {} |\n", word.value, cell(word.meaning.en), cell(word.meaning.ja));
  }
}

}  // namespace

std::string tables_doc() {
  std::string out =
      "# Tables and columns / 表と列\n\n"
      "<!-- Written from include/torikomi/record/tables.def and the dictionary beside it; do not edit. -->\n\n"
      "Every output format has these tables. Names of tables, columns and code words never change with the language; "
      "the Japanese headings come with `--header ja`. An empty cell means unknown.\n"
      "どの出力形式にもこれらの表があります。空のセルは「不明」です。\n";
  for (const TableInfo& table : all_tables()) add_table(out, table);
  return out;
}

}  // namespace torikomi

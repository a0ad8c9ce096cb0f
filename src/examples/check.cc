#include "torikomi/examples.h"

#include <algorithm>
#include <optional>

#include "torikomi/core/nearest.h"
#include "torikomi/pipeline.h"

namespace torikomi {
namespace {

using ExpectedRow = std::vector<ExpectedTable::ExpectedCell>;

std::string text_of(const Cell& cell) {
  std::string out;
  cell.append_to(out);
  return out;
}

std::optional<std::size_t> column_number(const TableInfo& table, std::string_view name) {
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (table.columns[c].name == name) return c;
  return std::nullopt;
}

/// How many of the expected cells a row holds.
std::size_t agreement(const TableInfo& table, ConstRow row, const ExpectedRow& expected) {
  return static_cast<std::size_t>(std::count_if(expected.begin(), expected.end(), [&](const auto& cell) {
    const auto column = column_number(table, cell.column);
    return column && text_of(row[*column]) == cell.text;
  }));
}

class ExampleChecker {
 public:
  ExampleChecker(const Grammar& grammar, const Example& example, std::vector<Message>& out)
      : grammar_(grammar), example_(example), out_(out) {}

  void run() {
    const auto document = ingest({example_.name, example_.input}, {{}, &grammar_, Language::kEn});
    if (!document) {
      complain(document.error().message);
      return;
    }
    for (const ExpectedTable& expected : example_.expected) check(expected, *document);
  }

 private:
  void complain(const Message& message) {
    const std::string place = fmt::format("{}:{}: example \"{}\": ", grammar_.origin, example_.line, example_.name);
    out_.push_back({place + message.ja, place + message.en});
  }

  void check(const ExpectedTable& expected, const Document& document) {
    std::vector<std::string_view> names;
    for (const TableInfo& info : all_tables()) names.push_back(info.name);
    const auto found = std::find(names.begin(), names.end(), expected.table);
    if (found == names.end()) {
      complain(say("表「{}」はありません (近い名前: {})", "there is no table \"{}\" (nearest: {})", expected.table,
                   nearest(expected.table, names)));
      return;
    }
    const Table& table = document.records[static_cast<TableId>(found - names.begin())];
    std::vector<bool> taken(table.size());
    for (const ExpectedRow& row : expected.rows) {
      if (!columns_exist(table.info(), row)) continue;
      find_row(table, row, taken);
    }
  }

  bool columns_exist(const TableInfo& table, const ExpectedRow& row) {
    for (const auto& cell : row) {
      if (column_number(table, cell.column)) continue;
      std::vector<std::string_view> names;
      for (const ColumnInfo& column : table.columns) names.push_back(column.name);
      complain(say("表 {} に列「{}」はありません (近い名前: {})", "table {} has no column \"{}\" (nearest: {})",
                   table.name, cell.column, nearest(cell.column, names)));
      return false;
    }
    return true;
  }

  void find_row(const Table& table, const ExpectedRow& expected, std::vector<bool>& taken) {
    std::size_t best = table.size();
    std::size_t best_agreement = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (taken[i]) continue;
      const std::size_t agree = agreement(table.info(), table.row(i), expected);
      if (agree == expected.size()) {
        taken[i] = true;
        return;
      }
      if (best == table.size() || agree > best_agreement) {
        best = i;
        best_agreement = agree;
      }
    }
    if (best == table.size()) {
      complain(say("表 {} に行がありません", "table {} has no such row", table.info().name));
      return;
    }
    for (const auto& cell : expected) {
      const std::string got = text_of(table.row(best)[*column_number(table.info(), cell.column)]);
      if (got != cell.text)
        complain(say("{}.{} は「{}」のはずですが「{}」でした", "{}.{} should be \"{}\" but is \"{}\"",
                     table.info().name, cell.column, cell.text, got));
    }
  }

  const Grammar& grammar_;
  const Example& example_;
  std::vector<Message>& out_;
};

}  // namespace

std::vector<Message> check_examples(const Grammar& grammar) {
  std::vector<Message> out;
  for (const Example& example : grammar.examples) ExampleChecker(grammar, example, out).run();
  return out;
}

}  // namespace torikomi

#include "torikomi/examples.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "torikomi/core/nearest.h"
#include "torikomi/pipeline.h"

namespace torikomi {
namespace {

using ExpectedRow = ExpectedTable::ExpectedRow;
using Place = ExpectedTable::Place;

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
  return static_cast<std::size_t>(std::count_if(expected.cells.begin(), expected.cells.end(), [&](const auto& cell) {
    const auto column = column_number(table, cell.column);
    return column && text_of(row[*column]) == cell.text;
  }));
}

/// What may have been meant by a name that is none of `names`.
Message hint(std::string_view word, const std::vector<std::string_view>& names) {
  const std::string_view near = nearest(word, names);
  if (!near.empty()) return say("{} のことですか", "did you mean {}?", near);
  const std::string all = fmt::format("{}", fmt::join(names, ", "));
  return say("使える名前: {}", "known: {}", all);
}

class ExampleChecker {
 public:
  ExampleChecker(const Grammar& grammar, const Example& example, std::vector<Message>& out)
      : grammar_(grammar), example_(example), out_(out) {}

  void run() {
    const auto document = ingest({example_.name, example_.input}, {{}, &grammar_, Language::kEn});
    if (!document) {
      complain({example_.line, 1}, document.error().message);
      return;
    }
    if (example_.expected.empty())
      complain({example_.line, 1}, say("期待する行がありません。[[example.fields]] などに 1 行以上書いてください",
                                       "expects no row; write at least one, such as [[example.fields]]"));
    for (const ExpectedTable& expected : example_.expected) check(expected, *document);
  }

 private:
  void complain(const Place& at, const Message& message) {
    const std::string place =
        fmt::format("{}:{}:{}: example \"{}\": ", grammar_.origin, at.line, at.column, example_.name);
    out_.push_back({place + message.ja, place + message.en});
  }

  void check(const ExpectedTable& expected, const Document& document) {
    std::vector<std::string_view> names;
    for (const TableInfo& info : all_tables()) names.push_back(info.name);
    const auto found = std::find(names.begin(), names.end(), expected.table);
    if (found == names.end()) {
      const Place at = expected.rows.empty() ? Place{example_.line, 1} : expected.rows.front().place;
      const Message near = hint(expected.table, names);
      complain(at, {fmt::format("表「{}」はありません。{}", expected.table, near.ja),
                    fmt::format("there is no table \"{}\"; {}", expected.table, near.en)});
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
    for (const auto& cell : row.cells) {
      if (column_number(table, cell.column)) continue;
      std::vector<std::string_view> names;
      for (const ColumnInfo& column : table.columns) names.push_back(column.name);
      const Message near = hint(cell.column, names);
      complain(cell.place, {fmt::format("表 {} に列「{}」はありません。{}", table.name, cell.column, near.ja),
                            fmt::format("table {} has no column \"{}\"; {}", table.name, cell.column, near.en)});
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
      if (agree == expected.cells.size()) {
        taken[i] = true;
        return;
      }
      if (best == table.size() || agree > best_agreement) {
        best = i;
        best_agreement = agree;
      }
    }
    if (best == table.size()) {
      complain(expected.place,
               table.size() == 0
                   ? say("この入力は表 {} の行を 1 つも出しません (--dump cards で見られます)",
                         "the input gives no row of table {} at all (see convert --dump cards)", table.info().name)
                   : say("表 {} の行は {} 行しかなく、この行はありません",
                         "table {} has {} rows, and this one is not among them", table.info().name, table.size()));
      return;
    }
    for (const auto& cell : expected.cells) {
      const std::string got = text_of(table.row(best)[*column_number(table.info(), cell.column)]);
      if (got != cell.text)
        complain(cell.place, say("{}.{} は「{}」のはずですが「{}」でした", "{}.{} should be \"{}\" but is \"{}\"",
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

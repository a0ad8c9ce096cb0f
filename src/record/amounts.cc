// Rows of amounts: from labelled fields (予算額 100千円) and from tables (項目 | 金額, (単位:円)).
#include <array>
#include <optional>

#include "builder.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::string_view kYen = "円";

struct AmountRow {
  Cell fiscal_year, item, note;
  std::string_view kind;
};

/// 1円, 1,000円, 100万円: the units that a bare amount may stand in. A unit that is no money gives nothing.
std::optional<NumberValue> read_money(std::string_view words, std::string_view unit) {
  NumberContext context;
  context.unit = unit;
  auto number = parse_number(words, context);
  if (!number || number->denominator) return std::nullopt;
  const bool bare = number->unit.empty() && unit.empty();
  if (!number->is_money && number->unit != kYen && !bare) return std::nullopt;
  if (bare) return std::nullopt;
  return number;
}

void add_amount(Builder& builder, const CardContext& card, NormSpan words, std::string_view unit,
                const AmountRow& facts) {
  using namespace col::amounts;
  if (is_none_mark(builder.words(words))) return;
  const auto number = read_money(builder.words(words), unit);
  if (!number) return;
  const std::string_view id = builder.next_id('a');
  Row row = builder.add(TableId::amounts);
  row[measure_id] = card.measure_id;
  row[amount_id] = id;
  row[fiscal_year] = facts.fiscal_year;
  row[kind] = facts.kind;
  row[item] = facts.item;
  row[raw] = builder.raw_cell(words);
  row[value_yen] = builder.value_cell(number->value, words);
  row[approximate] = number->approximate;
  row[note] = facts.note;
  row[line] = builder.line_of(words);
}

/// Totals are kind other, so that a sum by kind does not count twice (contract).
bool is_total(std::string_view item) {
  constexpr std::array<std::string_view, 7> kTotals = {"合計", "計", "総計", "小計", "差引", "差引額", "差引残額"};
  const std::string key = label_key(item);
  for (const std::string_view total : kTotals)
    if (key == total) return true;
  return false;
}

/// 収入の部, 支出: what the title of a table says of its amounts.
std::string_view kind_of_title(std::string_view title) {
  for (const std::string_view word : {"収入", "歳入"})
    if (title.find(word) != title.npos) return "income";
  for (const std::string_view word : {"支出", "歳出"})
    if (title.find(word) != title.npos) return "expense";
  return "other";
}

class AmountTable {
 public:
  AmountTable(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder), card_(card), table_(table), title_kind_(kind_of_title(builder.words(table.title))) {}

  void run() {
    for (const TableRow& row : table_.rows) build(row);
  }

 private:
  [[nodiscard]] NormSpan cell(const TableRow& row, ColumnRole role) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (table_.columns[c].role == role) return row.cells[c];
    return {};
  }

  void build(const TableRow& row) {
    NormSpan item = cell(row, ColumnRole::kLineItem);
    const NormSpan category = cell(row, ColumnRole::kCategory);
    if (item.empty()) item = category;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const ColumnMatch& column = table_.columns[c];
      if (column.role != ColumnRole::kAmount || row.cells[c].empty()) continue;
      AmountRow facts;
      facts.item = builder_.line_cell(item);
      facts.note = builder_.line_cell(cell(row, ColumnRole::kNote));
      facts.kind = column.rule->kind.empty() ? title_kind_ : std::string_view(column.rule->kind);
      if (is_total(builder_.words(item)) || is_total(builder_.words(category))) facts.kind = "other";
      if (card_.fiscal_year) facts.fiscal_year = *card_.fiscal_year;
      add_amount(builder_, card_, row.cells[c], unit_of(column), facts);
    }
  }

  /// 予算額(千円) beats (単位:円) above the table.
  [[nodiscard]] std::string_view unit_of(const ColumnMatch& column) const {
    const std::string_view note = builder_.words(column.note);
    if (note.ends_with(kYen)) return note;
    const std::string_view unit = builder_.words(table_.unit);
    return unit.ends_with(kYen) ? unit : std::string_view();
  }

  Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  std::string_view title_kind_;
};

}  // namespace

void build_amount_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  AmountTable(builder, card, table).run();
}

void build_amount_field(Builder& builder, const CardContext& card, const FieldMatch& field, NormSpan text) {
  AmountRow facts;
  facts.item = builder.line_cell(field.label);
  facts.kind = field.rule->kind;
  if (const auto year = fiscal_year_of(builder.words(field.section))) {
    facts.fiscal_year = builder.value_cell(*year, field.section);
  } else if (card.fiscal_year) {
    facts.fiscal_year = *card.fiscal_year;
  }
  // 交付額(千円) beats (単位:円) above the table
  const std::string_view note = builder.words(field.note);
  const std::string_view unit = note.ends_with(kYen) ? note : builder.words(field.unit);
  add_amount(builder, card, text, unit.ends_with(kYen) ? unit : std::string_view(), facts);
}

std::optional<int> fiscal_year_of(std::string_view words) {
  for (const DateValue& date : find_dates(words)) {
    if (date.precision != Precision::kFiscalYear || !date.first) continue;
    return static_cast<int>(date.first->year());
  }
  return std::nullopt;
}

}  // namespace torikomi

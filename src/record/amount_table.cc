// Rows of amounts from tables: 項目 | 金額, 款 | 本年度 | 前年度 | 比較, 区分 | 令和3年度決算 | 令和4年度予算.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "amount_columns.h"
#include "amount_items.h"
#include "amount_notes.h"
#include "amount_remarks.h"
#include "amount_row.h"
#include "amount_units.h"
#include "amount_words.h"
#include "amount_years.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

class AmountTable {
 public:
  AmountTable(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder),
        card_(card),
        table_(table),
        items_(builder, table),
        years_(builder, card, table),
        units_(builder, table),
        notes_(builder, table),
        title_kind_(kind_of_title(builder.words(table.title))) {
    // of a whole document only what it is: one book holds both sides
    if (title_kind_.empty()) {
      std::string title(title_of_document());  // 歳 入 歳 出 予 算
      std::erase(title, ' ');
      title_kind_ = kind_of_title(title);
    }
    if (title_kind_ == "income" || title_kind_ == "expense") title_kind_ = side_of(builder.words(table.title));
    if (title_kind_.empty()) title_kind_ = "other";
    settles_side_ = !side_of(builder.words(table.title)).empty() && is_statement();
  }

  void run() {
    for (const TableRow& row : table_.rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        if (is_item(table_.columns[c].role)) labels_.push_back(label_key(without_unit(builder_.words(row.cells[c]))));
    }
    for (const TableRow& row : table_.rows)
      if (!build(row)) builder_.rest.push_back({row.block, &table_});
  }

 private:
  [[nodiscard]] std::string_view title_of_document() const {
    const Table& documents = builder_.records[TableId::documents];
    return documents.size() == 0 ? std::string_view() : documents.row(0)[col::documents::title].text();
  }

  /// 収支決算書, or tables that are called 収入 and 支出: contract: settlements are income or expense, by the side that
  /// the title of the table names.
  [[nodiscard]] bool is_statement() const {
    constexpr std::string_view kStatement = "収支";
    const std::string_view title = builder_.words(table_.title);
    if (title_of_document().find(kStatement) != title.npos || title.find(kStatement) != title.npos) return true;
    std::string_view side = title;
    if (const auto marker = read_marker(side); marker && marker->text_at < side.size())
      side.remove_prefix(marker->text_at);
    const std::string key = label_key(side.substr(0, side.find('(')));
    return key == "収入" || key == "支出" || key == "収入の部" || key == "支出の部";
  }

  /// 管理委託費の状況: a title that is no year and no remark in brackets.
  [[nodiscard]] bool names_sums(NormSpan title) const {
    const std::string_view words = builder_.words(title);
    return !words.empty() && !words.starts_with('[') && !words.starts_with('(') && !find_heading_year(words);
  }

  [[nodiscard]] NormSpan span_without_unit(NormSpan heading) const {
    return {heading.begin, heading.begin + static_cast<std::uint32_t>(without_unit(builder_.words(heading)).size())};
  }

  /// True where a cell of the row gave an amount.
  bool build(const TableRow& row) {
    bool gave = false;
    items_.hold(row);
    years_.take_side(row);
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (is_sum(table_.columns[c].role) && !row.cells[c].empty()) gave = build_sum(row, c) || gave;
    for (std::size_t c = 0; c < row.cells.size() && !gave; ++c)
      if (is_sum_in_note(row, c)) gave = build_sum(row, c);
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (table_.columns[c].role == ColumnRole::kNote && !row.cells[c].empty()) gave = build_remark(row, c) || gave;
    return gave;
  }

  /// The sums that a remark lists, where 千円 stands over it or where they make the sum beside it.
  bool build_remark(const TableRow& row, std::size_t c) {
    const std::vector<RemarkSum> sums = sums_in_remark(builder_, row.cells[c]);
    if (sums.empty()) return false;
    std::size_t beside = c;
    while (beside > 0 && !is_sum(table_.columns[beside - 1].role)) --beside;
    AmountRow facts;
    facts.unit = units_.unit_over(c);
    if (facts.unit.empty()) {
      if (beside == 0 || !adds_up(builder_, sums, row.cells[beside - 1])) return false;
      facts.unit = units_.unit_of(row, beside - 1, {});
    }
    facts.kind = beside == 0 ? title_kind_ : kind_of(row, table_.columns[beside - 1]);
    facts.note = builder_.label_cell(items_.item_of(row, c).words);
    if (beside > 0) facts.fiscal_year = years_.year_of_column(table_.columns[beside - 1]);
    bool gave = false;
    for (const RemarkSum& sum : sums) {
      facts.item = builder_.label_cell(without_bullet(builder_, sum.item));
      gave = add_amount(builder_, card_, sum.sum, facts) || gave;
    }
    return gave;
  }

  /// 役務費 |  | 910 below 区分 | 金額 | 説明, where 千円 stands over 説明 too: a sum one column to the right.
  [[nodiscard]] bool is_sum_in_note(const TableRow& row, std::size_t c) const {
    return table_.columns[c].role == ColumnRole::kNote && !row.cells[c].empty() && !units_.unit_over(c).empty() &&
           is_data_only(builder_.words(row.cells[c]));
  }

  bool build_sum(const TableRow& row, std::size_t c) {
    const ColumnMatch& column = table_.columns[c];
    const NormSpan cell = row.cells[c];
    if (counts_else(column)) return false;
    AmountItem item = items_.item_of(row, c);
    const RowYear year = years_.year_of_row(row, item.words);
    // 駅前広場整備事業 | 令和4年度, and below it 令和5年度 alone
    if (item.words.empty() && year.year) item = last_;
    last_ = item;
    if (is_told(c, {cell, item.words})) return true;
    AmountRow facts;
    facts.unit = units_.unit_of(row, c, item.words);
    if (!holds_sum(cell, builder_.words(item.words), facts.unit) || (item.words.empty() && loses_item(row)))
      return false;
    facts.item = builder_.label_cell(name_of(item, year, column));
    facts.kind = item.total || years_.side_is_difference() ? "other" : kind_of(row, column);
    facts.fiscal_year = years_.year_of_sum(column, item.words, year);
    facts.note = note_of(row, c, item, year, facts.kind);
    facts.rates = builder_.words(cell).find('/') != std::string_view::npos;  // 299 円/人
    facts.money_by_label = column.role != ColumnRole::kYear;
    return add_amount(builder_, card_, units_.value_of(cell), facts);
  }

  /// The sum of an item that reaches down over several rows is told once. Remembers those of this row.
  bool is_told(std::size_t c, std::pair<NormSpan, NormSpan> sum_and_item) {
    told_.resize(table_.columns.size());
    return std::exchange(told_[c], sum_and_item) == sum_and_item;
  }

  /// What the sum is for stands below sums: the head was not understood.
  [[nodiscard]] bool loses_item(const TableRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string_view words = builder_.words(row.cells[c]);
      if (is_sum(table_.columns[c].role) && holds_letters(words) && !parse_number(words)) return true;
    }
    return false;
  }

  /// 構成比 over 本年度, or % below it: no sums of money.
  [[nodiscard]] bool counts_else(const ColumnMatch& column) const {
    const std::string_view unit = builder_.words(column.unit);
    if (unit == "%" || unit == "人" || unit == "件") return true;
    if (column.role == ColumnRole::kDifference && !money_unit(unit).empty()) return false;  // below 対前年度比
    return std::any_of(column.heads.begin(), column.heads.end(),
                       [&](NormSpan head) { return is_share(builder_.words(head)); });
  }

  /// Not 職員数(人), a count or a share among sums.
  [[nodiscard]] bool holds_sum(NormSpan cell, std::string_view item, std::string_view unit) const {
    if (!unit_of_item(item).empty()) return !money_unit(unit).empty() && !units_.is_decimal_share(cell, unit);
    if (names_count(item) && !items_.is_money(cell)) return false;
    if (units_.is_decimal_share(cell, unit)) return false;
    const bool share = years_.any_columns() || builder_.words(cell).find('.') != std::string_view::npos;
    return !share || !is_share(item);
  }

  /// 年度 | 歳入 | 歳出: the headings say what the sums of a year are for.
  [[nodiscard]] bool heading_names(const AmountItem& item, const RowYear& year, const ColumnMatch& column) const {
    const bool by_year = (year.year && year.is_item) || year.short_item || years_.is_side(item.words);
    return by_year && column.role != ColumnRole::kYear && !notes_.words_over(column).empty();
  }

  [[nodiscard]] NormSpan name_of(const AmountItem& item, const RowYear& year, const ColumnMatch& column) const {
    if (heading_names(item, year, column)) return span_without_unit(notes_.words_over(column).back());
    // 平成19年度 4,568千円 in lines below 補助金の推移
    const bool by_title = year.year && year.is_item && column.heads.empty() && names_sums(table_.title);
    if (by_title) return without_bullet(builder_, table_.title);
    return items_.any() ? without_bullet(builder_, item.words) : table_.title;
  }

  [[nodiscard]] Cell note_of(const TableRow& row, std::size_t c, const AmountItem& item, const RowYear& year,
                             std::string_view kind) const {
    const ColumnMatch& column = table_.columns[c];
    if (years_.is_side(item.words)) return builder_.line_cell(years_.side());
    if (heading_names(item, year, column)) return builder_.line_cell(notes_.remark_of(row, c));
    // 25年度 of no era that is known, 前年度 of no year
    const bool names_year = (column.role == ColumnRole::kYear && !column.year.empty()) ||
                            (!year.year && column.rule != nullptr && column.rule->year);
    const bool year_lost = names_year && years_.year_of_column(column).empty();
    return notes_.note_of(row, {c, kind, item.part.empty() ? years_.side() : item.part, year_lost});
  }

  [[nodiscard]] std::string_view kind_of(const TableRow& row, const ColumnMatch& column) const {
    if (column.role == ColumnRole::kDifference) return "other";
    if (row.rule != nullptr && !row.rule->kind.empty()) {
      const std::string& beside = row.rule->beside;
      // 一般財源1(=総額-特定財源)
      const auto stands = [&](const std::string& label) {
        return label.starts_with(beside) || label == "うち" + beside;
      };
      if (beside.empty() || std::any_of(labels_.begin(), labels_.end(), stands)) return row.rule->kind;
    }
    if (const std::string_view side = side_over(column); !side.empty()) return side;
    if (column.rule == nullptr || column.rule->kind.empty())
      return title_kind_ == "other" && parts_budget(column) ? "budget" : title_kind_;
    return settles_side_ && column.rule->kind == "settlement" ? title_kind_ : std::string_view(column.rule->kind);
  }

  /// 収入 over the names and the sums of a statement, 支出 beside it.
  [[nodiscard]] std::string_view side_over(const ColumnMatch& column) const {
    const bool named = &column > table_.columns.data() && (&column)[-1].heads == column.heads;
    return named && !column.heads.empty() && is_statement() ? side_of(builder_.words(column.heads.back()))
                                                            : std::string_view();
  }

  /// 節 | 金額 beside 本年度予算額: what the budget of a 目 is made of.
  [[nodiscard]] bool parts_budget(const ColumnMatch& column) const {
    constexpr std::string_view kSection = "節";
    if (column.heads.empty() || !label_key(builder_.words(column.heads.front())).starts_with(kSection)) return false;
    const auto has = [&](std::string_view kind) {
      return std::any_of(table_.columns.begin(), table_.columns.end(), [&](const ColumnMatch& other) {
        return is_sum(other.role) && other.rule != nullptr && other.rule->kind == kind;
      });
    };
    return has("budget") && !has("settlement");
  }

  Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  AmountItems items_;
  AmountYears years_;
  AmountUnits units_;
  AmountNotes notes_;
  AmountItem last_;                                  ///< of the sum before
  std::vector<std::pair<NormSpan, NormSpan>> told_;  ///< by column, the last sum and its item
  std::string_view title_kind_;
  bool settles_side_ = false;        ///< a settlement is the income or expense that title_kind_ names
  std::vector<std::string> labels_;  ///< the items of all rows, in label form
};

}  // namespace

void build_amount_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  AmountTable(builder, card, table).run();
}

}  // namespace torikomi

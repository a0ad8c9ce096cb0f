// Rows of amounts from tables: 項目 | 金額, 款 | 本年度 | 前年度 | 比較, 区分 | 令和3年度決算 | 令和4年度予算.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "amount_row.h"
#include "amount_words.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

bool is_item(ColumnRole role) { return role == ColumnRole::kLineItem || role == ColumnRole::kCategory; }

bool is_sum(ColumnRole role) {
  return role == ColumnRole::kAmount || role == ColumnRole::kDifference || role == ColumnRole::kYear;
}

class AmountTable {
 public:
  AmountTable(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder), card_(card), table_(table), title_kind_(kind_of_title(builder.words(table.title))) {
    // of a whole document only what it is: one book holds both sides
    if (title_kind_.empty()) title_kind_ = kind_of_title(title_of_document());
    if (title_kind_ == "income" || title_kind_ == "expense") title_kind_ = side_of(builder.words(table.title));
    if (title_kind_.empty()) title_kind_ = "other";
    settles_side_ = !side_of(builder.words(table.title)).empty() && is_statement();
    const auto year = find_heading_year(builder.words(table.title));
    fiscal_year_ = year ? fiscal_year_of_heading(*year) : std::nullopt;
    if (!fiscal_year_) fiscal_year_ = card.fiscal_year;
    for (const ColumnMatch& column : table.columns)
      if (table_unit_.empty() && !is_sum(column.role)) table_unit_ = money_unit(builder.words(column.unit));
    if (const std::string_view unit = money_unit(builder.words(table.unit)); !unit.empty()) table_unit_ = unit;
    for (const ColumnMatch& column : table.columns) {
      has_years_ = has_years_ || column.role == ColumnRole::kYear;
      if (years_unit_.empty()) years_unit_ = money_unit(builder.words(column.unit));
    }
    read_units();
    dates_.fiscal_year = builder.document.fiscal_year;
    dates_.document_date = builder.document.date ? builder.document.date : builder.document.title_day;
    if (!dates_.fiscal_year && !dates_.document_date) dates_.document_date = day_of_a_heading();
    has_items_ = std::any_of(table.columns.begin(), table.columns.end(), [](const auto& c) { return is_item(c.role); });
  }

  void run() {
    for (const TableRow& row : table_.rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        if (is_item(table_.columns[c].role)) items_.push_back(label_key(without_unit(builder_.words(row.cells[c]))));
    }
    for (const TableRow& row : table_.rows)
      if (!build(row)) builder_.rest.push_back({row.block, &table_});
  }

 private:
  /// 円 over the first number of a column (円<br>1,000), or in a row of its own above it: the unit of the column.
  void read_units() {
    constexpr std::size_t kRows = 2;
    units_.resize(table_.columns.size());
    for (std::size_t r = 0; r < std::min(kRows, table_.rows.size()); ++r) {
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const NormSpan cell = table_.rows[r].cells[c];
        const auto end = static_cast<std::uint32_t>(money_unit_line(builder_.words(cell)));
        if (is_sum(table_.columns[c].role) && units_[c].empty()) units_[c] = {cell.begin, cell.begin + end};
      }
    }
  }

  [[nodiscard]] NormSpan trimmed_cell(NormSpan cell) const {
    while (cell.begin < cell.end && builder_.text()[cell.begin] == ' ') ++cell.begin;
    while (cell.end > cell.begin && builder_.text()[cell.end - 1] == ' ') --cell.end;
    return cell;
  }

  /// The cell without the unit over its number, and without the brackets of a group ([5,000]).
  [[nodiscard]] NormSpan value_of(NormSpan cell) const {
    const std::string_view words = builder_.words(cell);
    if (words.size() > 2 && words.starts_with('[') && words.ends_with(']'))
      return trimmed_cell({cell.begin + 1, cell.end - 1});
    // 5,753 over a sentence about it
    const std::size_t line = words.find(kBreak);
    if (line != words.npos && parse_number(words.substr(0, line)) && !parse_number(words))
      return {cell.begin, cell.begin + static_cast<std::uint32_t>(line)};
    const std::size_t unit = money_unit_line(words);
    return unit == 0 || unit == cell.size() ? cell
                                            : NormSpan{cell.begin + static_cast<std::uint32_t>(unit) + 1, cell.end};
  }

  struct Item {
    NormSpan words;
    NormSpan part;  ///< 使用料 beside the item 会議室: a class of its sums; or empty
    bool total = false;
  };

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

  /// ・防災事業: the mark of a list is no part of its name.
  [[nodiscard]] NormSpan without_bullet(NormSpan item) const {
    const auto marker = read_marker(builder_.words(item));
    const bool bullet = marker && marker->kind == MarkerKind::kBullet && marker->text_at < item.size();
    return bullet && builder_.words(item).front() != '-' ? NormSpan{item.begin + marker->text_at, item.end} : item;
  }

  /// 管理委託費の状況: a title that is no year and no remark in brackets.
  [[nodiscard]] bool names_sums(NormSpan title) const {
    const std::string_view words = builder_.words(title);
    return !words.empty() && !words.starts_with('[') && !words.starts_with('(') && !find_heading_year(words);
  }

  [[nodiscard]] NormSpan span_without_unit(NormSpan heading) const {
    return {heading.begin, heading.begin + static_cast<std::uint32_t>(without_unit(builder_.words(heading)).size())};
  }

  /// The items nearest before `column`, else behind it: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> item_columns(std::size_t column) const {
    std::size_t last = column;
    while (last > 0 && !is_item(table_.columns[last - 1].role)) --last;
    if (last == 0) {  // the items stand behind
      last = column;
      while (last < table_.columns.size() && !is_item(table_.columns[last].role)) ++last;
      while (last < table_.columns.size() && is_item(table_.columns[last].role)) ++last;
    }
    std::size_t first = last;
    while (first > 0 && is_item(table_.columns[first - 1].role)) --first;
    return {first, last};
  }

  /// The deepest of them: 款 | 項 | 目 | amount, 節 | amount. 室名 | 区分 | amount: the class parts the sums of the
  /// item.
  [[nodiscard]] Item item_of(const TableRow& row, std::size_t column) const {
    Item item;
    NormSpan count;  // 1回 beside スポットライト
    const auto [first, last] = item_columns(column);
    for (std::size_t at = last; at > first; --at) {
      NormSpan words = row.cells[at - 1];
      // a merged cell holds for all of its classes
      if (words.empty() && !item.part.empty() && !item.total) words = held_[at - 1];
      if (words.empty() || is_money(words)) continue;
      item.total = item.total || is_total(builder_.words(words));
      const bool is_class = parts_items(table_.columns[at - 1]);
      if (is_count(words)) {
        count = words;
      } else if (item.words.empty()) {
        item.words = words;
        if (is_class) item.part = words;
      } else if (!item.part.empty() && !is_class && !fiscal_year_of_cell(words) && holds_letters(words)) {
        item.words = words;
        return item;
      }
    }
    if (item.words.empty()) item.words = count;
    item.part = {};
    return item;
  }

  [[nodiscard]] static bool parts_items(const ColumnMatch& column) {
    return column.role == ColumnRole::kCategory || (column.rule != nullptr && column.rule->party);
  }

  /// Not ①, (1) or Ⅰ, which number what stands beside them.
  [[nodiscard]] bool holds_letters(NormSpan words) const {
    const std::string_view own = builder_.words(words);
    for (std::size_t at = 0; at < own.size();) {
      const auto letter = utf8::decode(own, at);
      if (utf8::is_han(letter.code_point) || utf8::is_hiragana(letter.code_point) ||
          utf8::is_katakana(letter.code_point))
        return true;
      at += letter.size;
    }
    return false;
  }

  /// 1回, 2人: a number with a unit that is known.
  [[nodiscard]] bool is_count(NormSpan words) const {
    const auto number = parse_number(builder_.words(words));
    return number && number->per.empty() && is_heading_unit(number->unit);
  }

  /// 110千円 below 経費 is no item.
  [[nodiscard]] bool is_money(NormSpan words) const {
    const auto number = parse_number(builder_.words(words));
    return number && number->is_money;
  }

  /// 合計 | 4団体 | 2,838,200: the total is told by a column before that of the items.
  void take_total(const TableRow& row, Item& item) const {
    for (std::size_t c = 0; c < row.cells.size() && !is_sum(table_.columns[c].role); ++c) {
      if (is_item(table_.columns[c].role) || row.cells[c].empty() || !is_total(builder_.words(row.cells[c]))) continue;
      item = {row.cells[c], {}, true};
      return;
    }
  }

  /// 令和2年度 as an item: the year of the row.
  [[nodiscard]] std::optional<int> fiscal_year_of_cell(NormSpan words) const {
    if (words.empty()) return std::nullopt;
    const auto dates = find_dates(builder_.words(words));
    if (dates.size() != 1 || dates.front().begin != 0 || dates.front().end != words.size()) return std::nullopt;
    if (dates.front().precision != Precision::kFiscalYear || !dates.front().first || !dates.front().last ||
        dates.front().last->year() - dates.front().first->year() != std::chrono::years{1})
      return std::nullopt;
    return static_cast<int>(dates.front().first->year());
  }

  /// 本年度, 前年度 or 比較 before the items of a row: it holds for the rows below, too.
  void take_side(const TableRow& row) {
    for (std::size_t c = 0; c < row.cells.size() && !is_sum(table_.columns[c].role); ++c) {
      const auto side = side_of_cell(row.cells[c]);
      if (!side) continue;
      side_ = side;
      side_words_ = row.cells[c];
      return;
    }
  }

  struct Side {
    std::optional<int> years;  ///< from the fiscal year of the document; nothing: a difference
  };
  [[nodiscard]] std::optional<Side> side_of_cell(NormSpan words) const {
    constexpr std::size_t kLongest = 30;
    if (words.empty() || words.size() > kLongest) return std::nullopt;
    const std::string key = label_key(builder_.words(words));
    if (key == "本年度" || key == "今年度" || key == "当年度") return Side{0};
    if (key == "前年度") return Side{-1};
    if (key == "比較" || key == "増減" || key == "増減額" || key == "比較増減") return Side{std::nullopt};
    return std::nullopt;
  }

  /// 2018 as an item, or 21年度 of a document that tells its era.
  [[nodiscard]] std::optional<int> bare_year(NormSpan words) const {
    constexpr std::size_t kDigits = 4;
    const bool year_alone = words.size() == kDigits || is_short_year(words);
    const auto year = year_alone ? find_heading_year(builder_.words(words), dates_) : std::nullopt;
    return year ? fiscal_year_of_heading(*year) : std::nullopt;
  }

  /// 21年度 and nothing else.
  [[nodiscard]] bool is_short_year(NormSpan words) const {
    constexpr std::string_view kYear = "年度";
    const std::string_view own = builder_.words(words);
    const std::size_t digits = std::min(own.find_first_not_of("0123456789"), own.size());
    return digits > 0 && digits <= 2 && own.substr(digits) == kYear;
  }

  /// 97.8 among sums in whole yen, or beside (単位:円、%): a share.
  [[nodiscard]] bool is_decimal_share(NormSpan cell, std::string_view unit) const {
    const std::string_view units = builder_.words(table_.unit);
    const bool whole = unit == "円" || (unit == "千円" && units.find('%') != units.npos);
    const std::string_view own = builder_.words(cell);
    return whole && unit == table_unit_ && own.find('.') != own.npos && is_data_only(own);
  }

  /// 設置年度, 建築年度: when something began or ended, which is not the year of its sums.
  [[nodiscard]] bool tells_a_beginning(const ColumnMatch& column) const {
    for (const std::string_view word : {"設置", "開始", "始期", "終了", "終期", "建築", "建設", "竣工", "取得", "創設",
                                        "設立", "完成", "整備", "築", "制定", "策定"})
      if (builder_.words(column.label).find(word) != std::string_view::npos) return true;
    return false;
  }

  /// The item where it is a year, else the only cell beside the sums that is one: 年度 | 寄附金額.
  [[nodiscard]] NormSpan year_cell(const TableRow& row, const Item& item) const {
    if (fiscal_year_of_cell(item.words) || bare_year(item.words)) return item.words;
    NormSpan found;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const ColumnRole role = table_.columns[c].role;
      if (is_sum(role) || is_item(role) || role == ColumnRole::kNote || !fiscal_year_of_cell(row.cells[c])) continue;
      if (tells_a_beginning(table_.columns[c])) continue;
      if (!found.empty()) return {};
      found = row.cells[c];
    }
    return found;
  }

  [[nodiscard]] NormSpan note_of(const TableRow& row, std::size_t column) const {
    for (std::size_t c = column + 1; c < row.cells.size() && !is_item(table_.columns[c].role); ++c)
      if (table_.columns[c].role == ColumnRole::kNote) return row.cells[c];
    // 1通あたり before the price, 摘要 before 金額
    return column > 0 && table_.columns[column - 1].role == ColumnRole::kNote ? row.cells[column - 1] : NormSpan();
  }

  /// True where a cell of the row gave an amount.
  bool build(const TableRow& row) {
    bool gave = false;
    held_.resize(row.cells.size());
    take_side(row);
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (table_.columns[c].role == ColumnRole::kLineItem && !row.cells[c].empty()) held_[c] = row.cells[c];
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const ColumnMatch& column = table_.columns[c];
      if (!is_sum(column.role) || row.cells[c].empty()) continue;
      Item item = item_of(row, c);
      if (!item.total) take_total(row, item);
      const NormSpan year = year_cell(row, item);
      const auto row_year = year == item.words && bare_year(year) ? bare_year(year) : fiscal_year_of_cell(year);
      if (row_year) side_.reset();
      AmountRow facts;
      const TextRange own = unit_of_item(builder_.words(item.words));
      facts.unit = own.empty() ? unit_of(row, c) : own.of(builder_.words(item.words));
      // うち国県支出金 is part of the row above, 事業費(千円)
      if (own.empty() && facts.unit.empty() &&
          (is_part(builder_.words(item.words)) || is_source(row) || adds_signs(builder_.words(item.words))))
        facts.unit = row_unit_;
      if (!own.empty()) row_unit_ = facts.unit;
      if (!own.empty() && money_unit(facts.unit).empty()) continue;  // 職員数(人)
      if (own.empty() && names_count(builder_.words(item.words)) && !is_money(row.cells[c])) continue;
      if (is_decimal_share(row.cells[c], facts.unit)) continue;
      const bool share = has_years_ || builder_.words(row.cells[c]).find('.') != std::string_view::npos;
      if (own.empty() && share && is_share(builder_.words(item.words))) continue;
      // 年度 | 歳入 | 歳出: the headings say what the sums of a year are for
      const bool by_side = side_ && side_of_cell(item.words).has_value();
      const bool by_year = ((row_year && year == item.words) || is_short_year(item.words) || by_side) &&
                           column.role != ColumnRole::kYear && !column.heads.empty();
      // 平成19年度 4,568千円 in lines below 補助金の推移
      const bool by_title = row_year && year == item.words && column.heads.empty() && names_sums(table_.title);
      const NormSpan named = by_year      ? span_without_unit(column.heads.back())
                             : by_title   ? without_bullet(table_.title)
                             : has_items_ ? without_bullet(item.words)
                                          : table_.title;
      facts.item = builder_.label_cell(named);
      facts.kind = item.total ? "other" : kind_of(row, column);
      facts.fiscal_year =
          row_year && column.role != ColumnRole::kYear ? builder_.value_cell(*row_year, year) : year_of(column);
      if (const NormSpan own_year = year_of_item(item.words); !row_year && column.year.empty() && !own_year.empty())
        facts.fiscal_year = year_cell_of(own_year);
      if (!row_year && is_short_year(item.words)) facts.fiscal_year = {};
      if (side_ && column.year.empty()) facts.fiscal_year = year_of_side();
      if (side_ && !side_->years) facts.kind = "other";
      const NormSpan part = side_ && item.part.empty() ? side_words_ : item.part;
      facts.note = by_year && !by_side ? builder_.line_cell(note_of(row, c))
                   : by_side           ? builder_.line_cell(side_words_)
                                       : note_cell(c, facts.kind, part, note_of(row, c));
      facts.rates = builder_.words(row.cells[c]).find('/') != std::string_view::npos;  // 299 円/人
      facts.money_by_label = column.role != ColumnRole::kYear;
      gave = add_amount(builder_, card_, value_of(row.cells[c]), facts) || gave;
    }
    return gave;
  }

  /// 国庫支出金, 一般財源 below 事業費(千円): where its money comes from.
  [[nodiscard]] static bool is_source(const TableRow& row) {
    return row.rule != nullptr && (row.rule->kind == "earmarked" || row.rule->kind == "other");
  }

  /// 千円 in a column of units; 予算額(千円) beats (単位:円) above the table. 総事業費(千円) | R6 | R7: the years have
  /// the unit of the heading that has one.
  [[nodiscard]] std::string_view unit_of(const TableRow& row, std::size_t number) const {
    const ColumnMatch& column = table_.columns[number];
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (table_.columns[c].role == ColumnRole::kUnit && !row.cells[c].empty()) return builder_.words(row.cells[c]);
    const std::string_view own = money_unit(builder_.words(column.unit));
    if (!own.empty()) return own;
    if (!units_[number].empty()) return builder_.words(units_[number]);
    return table_unit_.empty() && column.role == ColumnRole::kYear ? years_unit_ : table_unit_;
  }

  [[nodiscard]] std::string_view kind_of(const TableRow& row, const ColumnMatch& column) const {
    if (column.role == ColumnRole::kDifference) return "other";
    if (row.rule != nullptr && !row.rule->kind.empty()) {
      const std::string& beside = row.rule->beside;
      if (beside.empty() || std::find(items_.begin(), items_.end(), beside) != items_.end()) return row.rule->kind;
    }
    if (column.rule == nullptr || column.rule->kind.empty()) return title_kind_;
    return settles_side_ && column.rule->kind == "settlement" ? title_kind_ : std::string_view(column.rule->kind);
  }

  [[nodiscard]] Cell year_of_side() const {
    if (!fiscal_year_ || !side_->years) return {};
    return builder_.value_cell(*fiscal_year_ + *side_->years, side_words_);
  }

  /// 平成26年度 of 平成26年度当初予算額: the year of a row that says what money it is.
  [[nodiscard]] NormSpan year_of_item(NormSpan item) const {
    const std::string_view words = builder_.words(item);
    const auto year = find_heading_year(words, dates_);
    if (!year || year->words.begin != 0 || year->words.end == words.size()) return {};
    const bool money = words.ends_with("額") || words.ends_with("予算") || words.ends_with("決算");
    return money ? within(item, 0, year->words.end) : NormSpan();
  }

  [[nodiscard]] Cell year_cell_of(NormSpan words) const {
    const auto year = find_heading_year(builder_.words(words), dates_);
    const auto number = year ? fiscal_year_of_heading(*year) : std::nullopt;
    return number ? builder_.value_cell(*number, words) : Cell();
  }

  /// 25年度 beside 平成24年度: the first heading that prints its era tells that of the others.
  [[nodiscard]] std::optional<Day> day_of_a_heading() const {
    for (const ColumnMatch& column : table_.columns) {
      for (const NormSpan head : column.heads) {
        const std::string_view words = builder_.words(head);  // H22/H21: the era of the first is enough
        const auto year = find_heading_year(words.substr(0, words.find('/')));
        if (year && year->date) return year->date->first;
      }
    }
    return std::nullopt;
  }

  /// A difference of two years is of none, nor is a sum beside years.
  [[nodiscard]] Cell year_of(const ColumnMatch& column) const {
    if (column.role == ColumnRole::kDifference) return {};
    // the era of 2年度 is that of the document
    if (const auto year = find_heading_year(builder_.words(column.year), dates_); year) {
      const auto number = fiscal_year_of_heading(*year);
      return number ? builder_.value_cell(*number, within(column.year, year->words.begin, year->words.end)) : Cell();
    }
    const bool is_own = column.rule != nullptr && column.rule->year;
    if (!fiscal_year_ || (has_years_ && !is_own)) return {};
    return *fiscal_year_ + (column.rule == nullptr ? 0 : column.rule->year.value_or(0));
  }

  /// The class of the item, the heading where kind and year do not tell the amount from its neighbours, and the remark
  /// of the row.
  [[nodiscard]] Cell note_cell(std::size_t number, std::string_view kind, NormSpan part, NormSpan remark) {
    const ColumnMatch& column = table_.columns[number];
    const bool alone = std::none_of(table_.columns.begin(), table_.columns.end(), [&](const ColumnMatch& other) {
      return &other != &column && other.heads != column.heads && is_sum(other.role) && same_facts(column, other);
    });
    // an ending says less than a label
    const bool by_label = column.rule == nullptr || !column.rule->labels.empty() || sums() == 1;
    const bool year_lost = column.role == ColumnRole::kYear && !column.year.empty() && year_of(column).empty();
    const bool tells = (column.role == ColumnRole::kYear && !year_lost) ||
                       ((alone || column.heads.empty()) && by_label && (kind != "other" || sums() == 1));
    std::vector<NormSpan> parts;
    if (!part.empty()) parts.push_back(part);
    // a heading that no label tells says what it says together with those above it: 報酬 below 給与費
    const std::vector<NormSpan> heads = words_over(column);
    const bool unknown =
        column.rule == nullptr || column.rule->rest || (heads.size() > 1 && heads.back().begin > column.label.end);
    if (year_lost) parts.push_back(column.year);
    if (!tells && !year_lost && unknown) parts.insert(parts.end(), heads.begin(), heads.end());
    if (!tells && !year_lost && !unknown && !column.label.empty()) parts.push_back(column.label);
    if (!remark.empty()) parts.push_back(remark);
    if (parts.empty()) return builder_.line_cell(remark);
    if (parts.size() == 1) return builder_.line_cell(parts.front());
    std::string joined;
    for (const NormSpan words : parts) joined += (joined.empty() ? "" : "\n") + line_text(builder_.words(words));
    return builder_.value_cell(builder_.records.keep(joined), parts.back());
  }

  /// The headings of a column without units, the year and signs such as A-B.
  [[nodiscard]] std::vector<NormSpan> words_over(const ColumnMatch& column) const {
    std::vector<NormSpan> out;
    for (const NormSpan head : column.heads)
      if (!is_heading_unit(builder_.words(head)) && !(head == column.year) && holds_letters(head)) out.push_back(head);
    return out;
  }

  /// How many headings stand over sums.
  [[nodiscard]] std::size_t sums() const {
    std::size_t count = 0;
    const std::vector<NormSpan>* before = nullptr;
    for (const ColumnMatch& column : table_.columns) {
      if (!is_sum(column.role)) continue;
      count += before == nullptr || column.heads.empty() || *before != column.heads ? 1 : 0;
      before = &column.heads;
    }
    return count;
  }

  [[nodiscard]] bool same_facts(const ColumnMatch& a, const ColumnMatch& b) const {
    const auto kind = [](const ColumnMatch& c) {
      return c.rule == nullptr ? std::string_view() : std::string_view(c.rule->kind);
    };
    const auto offset = [](const ColumnMatch& c) { return c.rule == nullptr ? 0 : c.rule->year.value_or(0); };
    return a.role == b.role && kind(a) == kind(b) && offset(a) == offset(b) &&
           label_key(builder_.words(a.year)) == label_key(builder_.words(b.year));
  }

  Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  std::string_view title_kind_;
  bool settles_side_ = false;       ///< a settlement is the income or expense that title_kind_ names
  std::string_view table_unit_;     ///< money, or empty
  std::string_view years_unit_;     ///< the first that a heading names, or empty
  bool has_years_ = false;          ///< columns of single years
  std::string_view row_unit_;       ///< that the item of the last row with one names: 千円 of 事業費(千円)
  std::optional<int> fiscal_year_;  ///< of the title of the table, else of the document
  std::vector<std::string> items_;  ///< of all rows, in label form
  DateContext dates_;
  std::optional<Side> side_;  ///< of two years that the rows belong to, or their difference
  NormSpan side_words_;
  std::vector<NormSpan> units_;  ///< by column, printed over its first number; or empty
  std::vector<NormSpan> held_;   ///< by column, the last item that was printed
  bool has_items_ = false;       ///< a column names what the amounts are for; else the title does
};

}  // namespace

void build_amount_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  AmountTable(builder, card, table).run();
}

}  // namespace torikomi

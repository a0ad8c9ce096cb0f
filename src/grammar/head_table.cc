#include "head_table.h"

#include <algorithm>

#include "head_name.h"
#include "head_sums.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

using Kind = Grammar::LabelTarget::Kind;

/// Tries one table of one grammar on the columns of a head.
class HeadMatcher {
 public:
  HeadMatcher(std::string_view text, const HeadGrid& grid, std::span<const RowCells> rows, const Grammar& grammar,
              std::size_t table, const HeadContext& context, const LabelFinder& labels)
      : text_(text),
        labels_(labels),
        grid_(grid),
        body_(rows.subspan(grid.rows)),
        grammar_(grammar),
        table_(table),
        context_(context),
        sums_(text, body_, context, match_) {
    match_.rule = &grammar.tables[table];
    match_.grammar = &grammar;
  }

  std::optional<TableMatch> run() {
    if (rule().title && !rule().title->matches(slice(text_, context_.title))) return std::nullopt;
    for (const HeadColumn& column : grid_.columns)
      if (!take(column)) return std::nullopt;
    settle_row_kinds();
    settle_indicator();
    if (rule().type == TableType::kKpi) named_in_head_ = HeadName(text_, body_, labels_, match_).take();
    if (rule().type == TableType::kAmount) sums_.settle();
    if (rule().type == TableType::kSchedule) settle_days();
    settle_unknown();
    return meets_demands() ? std::optional(std::move(match_)) : std::nullopt;
  }

 private:
  [[nodiscard]] const TableRule& rule() const { return *match_.rule; }
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }

  [[nodiscard]] bool has(ColumnRole role) const {
    return std::any_of(match_.columns.begin(), match_.columns.end(), [role](const ColumnMatch& column) {
      // a column that nobody knows is of no role
      return column.role == role && (column.rule == nullptr ? role != ColumnRole::kOther : !column.rule->party);
    });
  }

  /// 事業名 | 契約相手方: what stands behind who is paid is no name of an item.
  [[nodiscard]] std::size_t first_party() const {
    const auto found = std::find_if(match_.columns.begin(), match_.columns.end(), [](const ColumnMatch& column) {
      return column.rule != nullptr && column.rule->party;
    });
    return static_cast<std::size_t>(found - match_.columns.begin());
  }

  [[nodiscard]] bool has_field(const std::string& field) const {
    return std::any_of(match_.columns.begin(), match_.columns.end(), [&](const ColumnMatch& column) {
      return column.rule != nullptr && column.rule->field == field;
    });
  }

  [[nodiscard]] const ColumnRule* column_rule(const Heading& heading) const {
    for (const LabelTarget& target : heading.hit ? heading.hit->targets : std::vector<LabelTarget>())
      if (target.grammar == &grammar_ && target.at.index == table_ && target.at.kind == Kind::kColumn)
        return &rule().columns[target.at.column];
    for (const ColumnRule& column : rule().columns) {
      if (column.match && column.match->matches(words(heading.words))) return &column;
      if (ends_like(words(heading.words), column)) return &column;
    }
    return nullptr;
  }

  [[nodiscard]] bool names_table(const Heading& heading) const {
    return heading.hit &&
           std::any_of(heading.hit->targets.begin(), heading.hit->targets.end(), [&](const auto& target) {
             return target.grammar == &grammar_ && target.at.index == table_ && target.at.kind == Kind::kTable;
           });
  }

  /// False where the column cannot stand in this table.
  bool take(const HeadColumn& column) {
    if (column.heads.empty()) {
      if (rule().open) match_.columns.push_back({nullptr, ColumnRole::kOther, {}, {}, column.column, {}, {}, {}});
      return true;
    }
    const Heading* named = nullptr;
    const Heading* lowest = nullptr;
    ColumnMatch out;
    out.column = column.column;
    for (auto at = column.heads.rbegin(); at != column.heads.rend(); ++at) {
      if (out.year.empty()) out.year = at->year;
      if (out.unit.empty()) out.unit = at->unit;
      if (at->unit == at->words) continue;
      if (lowest == nullptr) lowest = &*at;
      const bool parted = out.rule == nullptr && at + 1 != column.heads.rend() && is_parted(*(at + 1), *at);
      if (parted) out.rule = parted_rule(*(at + 1), *at);
      if (out.rule == nullptr && !parted) out.rule = column_rule(*at);
      if (out.rule != nullptr && named == nullptr) named = &*at;
    }
    if (lowest == nullptr) lowest = &column.heads.front();
    const bool plain_sum = out.rule != nullptr && out.rule->role == ColumnRole::kAmount && out.rule->kind.empty();
    for (const Heading& upper : column.heads) {
      const ColumnRule* group = plain_sum && out.year.empty() ? difference_over(upper) : nullptr;
      if (group == nullptr) continue;
      out.rule = group;
      named = &upper;
    }
    if (out.rule == nullptr && match_.columns.empty() && match_.title.empty() && names_table(*lowest)) {
      match_.title = lowest->words;
      return true;
    }
    // 年度 over 26年度 | 25年度
    const bool names_years = out.rule != nullptr && !holds_value(out.rule->role) && named != lowest;
    if (lowest->only_year && (out.rule == nullptr || names_years) && year_rule() != nullptr) out.rule = year_rule();
    if (out.rule == nullptr && !rule().open) return false;
    const Heading& heading = named == nullptr ? *lowest : *named;
    const NormSpan none = {heading.words.end, heading.words.end};
    out.role = out.rule == nullptr ? ColumnRole::kOther : out.rule->role;
    out.label = heading.hit ? heading.hit->label : heading.words;
    out.note = heading.hit ? heading.hit->note : none;
    for (const Heading& head : column.heads) out.heads.push_back(head.words);
    match_.columns.push_back(std::move(out));
    return true;
  }

  /// 金額 below 増減, and below 対前年度比 beside 増減率.
  [[nodiscard]] const ColumnRule* difference_over(const Heading& upper) const {
    const ColumnRule* group = column_rule(upper);
    if (group != nullptr && group->role == ColumnRole::kDifference) return group;
    const std::string key = label_key(words(upper.words));
    if (!key.ends_with("前年度比") && !key.ends_with("前年比") && !key.ends_with("前年度対比")) return nullptr;
    const auto found = std::find_if(rule().columns.begin(), rule().columns.end(),
                                    [](const ColumnRule& column) { return column.role == ColumnRole::kDifference; });
    return found == rule().columns.end() ? nullptr : &*found;
  }

  /// 目標 below 基本 is no 目標, whatever table knows 基本目標; nor is 活動実績 below 活動指標及び.
  [[nodiscard]] bool is_parted(const Heading& upper, const Heading& lower) const {
    return words(upper.words).ends_with("及び") || labels_.find_parted(upper.words, lower.words).has_value();
  }

  /// 予算額 below 本年度.
  [[nodiscard]] const ColumnRule* parted_rule(const Heading& upper, const Heading& lower) const {
    Heading whole = lower;
    whole.hit = labels_.find_parted(upper.words, lower.words);
    return whole.hit ? column_rule(whole) : nullptr;
  }

  [[nodiscard]] const ColumnRule* year_rule() const {
    for (const ColumnRule& column : rule().columns)
      if (column.role == ColumnRole::kYear) return &column;
    return nullptr;
  }

  [[nodiscard]] bool is_row_word(const RowCell& cell) const {
    return cell.hit && std::any_of(cell.hit->targets.begin(), cell.hit->targets.end(), [&](const LabelTarget& target) {
             return target.grammar == &grammar_ && target.at.index == table_ && target.at.kind == Kind::kRow;
           });
  }

  /// Below one heading, or below the same words printed twice.
  [[nodiscard]] bool same_heads(const ColumnMatch& a, const ColumnMatch& b) const {
    return !a.heads.empty() && std::equal(a.heads.begin(), a.heads.end(), b.heads.begin(), b.heads.end(),
                                          [&](NormSpan x, NormSpan y) { return words(x) == words(y); });
  }

  /// A column whose cells say what the values of their rows are.
  void settle_row_kinds() {
    if (rule().rows.empty() || rule().type != TableType::kKpi) return;
    for (std::size_t c = 0; c < match_.columns.size(); ++c) {
      ColumnMatch& column = match_.columns[c];
      const bool names = c > 0 && column.role == ColumnRole::kIndicator;
      // 成果指標 over two columns: what it is, and in the second what the values are
      const bool second = names && same_heads(match_.columns[c - 1], column);
      const bool slipped = names && match_.columns[c - 1].heads.empty() && match_.columns[c - 1].rule == nullptr;
      // 年度 above 計画 | 実績 is the heading of the years beside it
      const bool year = column.role == ColumnRole::kRowYear;
      // 成果指標名 | 実施済校数 above 目標値 | 10: its words are beside the label
      const bool label = c == 0 && column.role == ColumnRole::kIndicator;
      if (column.rule != nullptr && column.role != ColumnRole::kRowKind && !second && !slipped && !year && !label)
        continue;
      const bool kinds = holds_kinds(column.column);
      if (kinds && slipped) {
        match_.columns[c - 1].role = column.role;
        match_.columns[c - 1].rule = column.rule;
      }
      if (kinds)
        column.role = ColumnRole::kRowKind;
      else if (!names && !year && !label)
        column.role = ColumnRole::kOther;
    }
  }

  [[nodiscard]] bool holds_kinds(std::uint16_t column) const {
    std::size_t kinds = 0;
    for (const RowCells& row : body_) {
      for (std::size_t k = 0; k < row.size(); ++k) {
        // a cell over both columns may be printed twice
        if (row[k].column != column || (k > 0 && words(row[k].span) == words(row[k - 1].span))) continue;
        if (!is_row_word(row[k])) return false;
        ++kinds;
      }
    }
    return kinds > 0;
  }

  /// 目標 above 健診の受診率 where another 目標 has the values: words stand below a heading of values before the first
  /// values, so it names what they are of.
  void settle_indicator() {
    if (rule().type != TableType::kKpi || has(ColumnRole::kIndicator) || match_.columns.empty()) return;
    const auto name = std::find_if(rule().columns.begin(), rule().columns.end(),
                                   [](const ColumnRule& column) { return column.role == ColumnRole::kIndicator; });
    ColumnMatch& first = match_.columns.front();
    if (name == rule().columns.end() || !names_values(first)) return;
    first.role = name->role;
    first.rule = &*name;
  }

  [[nodiscard]] bool names_values(const ColumnMatch& column) const {
    return holds_value(column.role) && column.rule != nullptr && column.year.empty() && column.rule->kind.empty() &&
           !holds_data(column.column);
  }

  [[nodiscard]] std::size_t first_value() const {
    std::size_t at = 0;
    while (at < match_.columns.size() && !holds_value(match_.columns[at].role) &&
           match_.columns[at].role != ColumnRole::kUnit)
      ++at;
    return at;
  }

  /// Values in half of its cells and more: 1人当たりのごみ排出量 among other indicators is none.
  [[nodiscard]] bool holds_data(std::uint16_t column) const {
    std::size_t data = 0;
    std::size_t others = 0;
    for (const RowCells& row : body_)
      for (const RowCell& cell : row)
        if (cell.column == column) ++(is_data(words(cell.span)) && !is_numbered(words(cell.span)) ? data : others);
    return data > 0 && data >= others;
  }

  /// Short words without digits, or no heading at all: a date or a sentence is no heading.
  [[nodiscard]] bool is_plain_heading(const ColumnMatch& column) const {
    constexpr std::size_t kLongest = 90;  // bytes
    return std::all_of(column.heads.begin(), column.heads.end(), [&](NormSpan head) {
      const std::string_view heading = words(head);
      return heading.size() <= kLongest &&
             (rule().type != TableType::kSchedule || heading.find_first_of("0123456789") == std::string_view::npos);
    });
  }

  /// Columns before the values whose headings say nothing have the role that no heading named: of an indicator the
  /// nearest, of an item all of them.
  void settle_unknown() {
    for (const ColumnRule& column : rule().columns) {
      if (!column.first_unknown || has(column.role)) continue;
      for (std::size_t at = std::min(first_value(), first_party()); at-- > 0;) {
        ColumnMatch& before = match_.columns[at];
        if (before.rule != nullptr || before.role != ColumnRole::kOther || holds_data(before.column)) continue;
        if (!is_plain_heading(before) || goes_down(before) || names_unit(before)) continue;
        before.role = column.role;
        before.rule = &column;
        if (column.role == ColumnRole::kIndicator) break;
      }
    }
  }

  /// Nothing over days in the first column, and headings of events over the others.
  void settle_days() {
    const bool known = std::any_of(match_.columns.begin(), match_.columns.end(),
                                   [](const ColumnMatch& column) { return column.rule != nullptr; });
    if (!known || has(ColumnRole::kDate) || match_.columns.size() < 2) return;
    ColumnMatch& first = match_.columns.front();
    if (!first.heads.empty() || first.column != 0 || !holds_days(0)) return;
    for (const ColumnRule& rule : rule().columns) {
      if (rule.role != ColumnRole::kDate) continue;
      first.role = rule.role;
      first.rule = &rule;
      return;
    }
  }

  /// 4月1日 in more than half of its cells.
  [[nodiscard]] bool holds_days(std::uint16_t column) const {
    std::size_t days = 0;
    std::size_t others = 0;
    for (const RowCells& row : body_)
      for (const RowCell& cell : row)
        if (cell.column == column) ++(names_day(words(cell.span)) ? days : others);
    return days > others;
  }
  [[nodiscard]] static bool names_day(std::string_view words) {
    const std::size_t month = words.find("月");
    return month != std::string_view::npos && month > 0 && words[month - 1] >= '0' && words[month - 1] <= '9' &&
           words.find("日", month) != std::string_view::npos;
  }

  /// 予算内訳 in a cell beside the head and all rows: its words come again in every row, or not at all.
  [[nodiscard]] bool goes_down(const ColumnMatch& column) const {
    std::size_t again = 0;
    for (const RowCells& row : body_) {
      for (const RowCell& cell : row) {
        if (cell.column != column.column) continue;
        if (column.heads.empty() || words(cell.span) != words(column.heads.back())) return false;
        ++again;
      }
    }
    return again > 0;
  }

  /// 予算内訳, and below it (単位:百万円): the name of the part beside its rows.
  [[nodiscard]] bool names_unit(const ColumnMatch& column) const {
    return std::any_of(body_.begin(), body_.end(), [&](const RowCells& row) {
      return std::any_of(row.begin(), row.end(), [&](const RowCell& cell) {
        return cell.column == column.column && words(cell.span).find("(単位") != std::string_view::npos;
      });
    });
  }

  [[nodiscard]] bool meets_demands() const {
    const auto known = std::count_if(match_.columns.begin(), match_.columns.end(),
                                     [](const auto& c) { return c.rule != nullptr || c.role == ColumnRole::kAmount; });
    if (static_cast<std::uint32_t>(known) < rule().min_columns) return false;
    const auto is_there = [&](ColumnRole role) {
      return has(role) || (role == ColumnRole::kIndicator && named_in_head_);
    };
    if (!std::all_of(rule().required.begin(), rule().required.end(), is_there)) return false;
    for (const std::string& field : rule().required_fields)
      if (!has_field(field)) return false;
    const auto counts = [&](ColumnRole role) { return is_told(role); };
    if (!rule().any.empty() && std::none_of(rule().any.begin(), rule().any.end(), counts)) return false;
    if (rule().type == TableType::kAmount && sums_.counts_others()) return false;
    return (!rule().money || sums_.speaks_of_money()) && (!rule().numbers || holds_numbers());
  }

  /// A column of this role by a word that is enough for it, or by one that is where money is meant.
  [[nodiscard]] bool is_told(ColumnRole role) const {
    return std::any_of(match_.columns.begin(), match_.columns.end(), [&](const ColumnMatch& column) {
      return column.role == role && (column.rule == nullptr || !column.rule->money || sums_.speaks_of_money());
    });
  }

  /// 1)会費収入, 2 総務費: words behind their number.
  [[nodiscard]] static bool is_numbered(std::string_view words) {
    const auto marker = read_marker(words);
    return (marker && marker->kind != MarkerKind::kBullet && marker->text_at < words.size() &&
            !is_data(words.substr(marker->text_at)) && !parse_number(words)) ||
           is_numbered_account(words);
  }

  /// 1人件費, 4普通建設事業: the number of an account right before its name.
  [[nodiscard]] static bool is_numbered_account(std::string_view words) {
    const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    if (digits == 0 || digits > 2 || parse_number(words)) return false;
    for (const std::string_view end : {"費", "費等", "金", "税", "料", "債", "事業", "収入", "支出"})
      if (words.ends_with(end) && words.size() > digits + end.size()) return true;
    return false;
  }

  /// Most of what stands below the headings of values.
  [[nodiscard]] bool holds_numbers() const {
    int numbers = 0;
    int others = 0;
    for (const RowCells& row : body_) {
      for (const RowCell& cell : row) {
        const auto column = std::find_if(match_.columns.begin(), match_.columns.end(),
                                         [&](const ColumnMatch& c) { return c.column == cell.column; });
        if (column == match_.columns.end() || !holds_value(column->role) || is_none_mark(words(cell.span))) continue;
        ++(is_data(words(cell.span)) ? numbers : others);
      }
    }
    return numbers > 0 && numbers >= others;
  }

  std::string_view text_;
  const LabelFinder& labels_;
  const HeadGrid& grid_;
  std::span<const RowCells> body_;
  const Grammar& grammar_;
  std::size_t table_;
  const HeadContext& context_;
  TableMatch match_;
  HeadSums sums_;
  bool named_in_head_ = false;  ///< match_.title is the indicator
};

}  // namespace

std::optional<TableMatch> match_head_table(std::string_view text, const HeadGrid& grid, std::span<const RowCells> rows,
                                           const Grammar& grammar, std::size_t table, const HeadContext& context,
                                           const LabelFinder& labels) {
  return HeadMatcher(text, grid, rows, grammar, table, context, labels).run();
}

bool ends_like(std::string_view heading, const ColumnRule& column) {
  if (column.ends.empty()) return false;
  while (!heading.empty()) {
    const std::size_t open = heading.back() == ')' ? heading.rfind('(') : heading.npos;
    if (open == 0) return false;
    if (open == heading.npos && heading.back() != ' ' && heading.back() != '/' && heading.back() != '\v') break;
    heading = heading.substr(0, open == heading.npos ? heading.size() - 1 : open);
  }
  heading = slice(heading, without_sign(heading, {0, static_cast<std::uint32_t>(heading.size())}));
  return std::any_of(column.ends.begin(), column.ends.end(),
                     [&](const std::string& end) { return heading.ends_with(end); });
}

}  // namespace torikomi

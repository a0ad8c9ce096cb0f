#include "mixed_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "amount_columns.h"
#include "amount_words.h"
#include "kpi_roles.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

bool is_indicated(ColumnRole role) { return is_kpi_value(role) || role == ColumnRole::kYear; }

/// 事業費, 人件費: words with which the costs of a project begin.
bool names_cost(std::string_view key) {
  for (const std::string_view word : {"事業費", "人件費", "コスト", "経費", "財源内訳", "決算額", "予算額"})
    if (key.find(word) != key.npos) return true;
  return false;
}

class Parter {
 public:
  Parter(const Builder& builder, const TableMatch& table) : builder_(builder), table_(table) {}

  std::optional<MixedTable> run() {
    if (table_.grammar == nullptr || table_.rows.size() < 2) return std::nullopt;
    const TableType type = table_.rule->type;
    if (type != TableType::kKpi && type != TableType::kAmount) return std::nullopt;
    first_value_ = first_value();
    if (first_value_ == 0 || first_value_ == table_.columns.size()) return std::nullopt;
    const TableRule* other = other_rule(type == TableType::kKpi ? TableType::kAmount : TableType::kKpi);
    const std::vector<bool> sums = other == nullptr ? std::vector<bool>() : find_sums();
    const auto count = std::count(sums.begin(), sums.end(), true);
    if (count == 0 || count == static_cast<std::ptrdiff_t>(sums.size())) return std::nullopt;
    MixedTable out{table_, table_};
    out.kpis.rows.clear();
    out.sums.rows.clear();
    for (std::size_t i = 0; i < sums.size(); ++i) (sums[i] ? out.sums : out.kpis).rows.push_back(table_.rows[i]);
    if (type == TableType::kKpi) {
      make_sums(out.sums, *other);
    } else {
      make_kpis(out.kpis, *other);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string key_of(NormSpan cell) const { return label_key(without_unit(builder_.words(cell))); }

  [[nodiscard]] bool holds_values(const ColumnMatch& column) const {
    return table_.rule->type == TableType::kKpi ? is_indicated(column.role) : is_sum(column.role);
  }

  [[nodiscard]] std::size_t first_value() const {
    const auto found = std::find_if(table_.columns.begin(), table_.columns.end(),
                                    [&](const ColumnMatch& column) { return holds_values(column); });
    return static_cast<std::size_t>(found - table_.columns.begin());
  }

  /// The table of the other type whose rows their words tell apart in the most ways.
  [[nodiscard]] const TableRule* other_rule(TableType type) const {
    const TableRule* found = nullptr;
    for (const TableRule& rule : table_.grammar->tables)
      if (rule.type == type && rule.rows.size() > (found == nullptr ? 0 : found->rows.size())) found = &rule;
    return found;
  }

  template <class Test>
  [[nodiscard]] bool any_lead(const TableRow& row, Test test) const {
    for (std::size_t c = 0; c < first_value_; ++c)
      if (!row.cells[c].empty() && test(key_of(row.cells[c]), c)) return true;
    return false;
  }

  /// 千円 in a cell before the values, in the words there, or over the table.
  [[nodiscard]] bool counts_yen(const TableRow& row) const {
    bool unit = false;
    for (std::size_t c = 0; c < first_value_; ++c) {
      const std::string_view words = builder_.words(row.cells[c]);
      const std::string_view own = is_heading_unit(words) ? words : unit_of_item(words).of(words);
      if (own.empty()) continue;
      if (!money_unit(own).empty()) return true;
      unit = true;
    }
    return !unit && !prints_other_unit(row) && !money_unit(builder_.words(table_.unit)).empty();
  }

  /// 1,363件 below (単位:千円).
  [[nodiscard]] bool prints_other_unit(const TableRow& row) const {
    return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(first_value_), row.cells.end(),
                       [&](NormSpan cell) {
                         const KpiCell value = parse_kpi(builder_.words(cell), {}, {});
                         return value.number && !value.number->is_money && !value.number->unit.empty();
                       });
  }

  /// By row, whether it is one of sums: those from the first cost on, up to the next row that calls itself an
  /// indicator.
  [[nodiscard]] std::vector<bool> find_sums() const {
    std::vector<bool> out;
    bool sums = table_.rule->type == TableType::kAmount;
    for (const TableRow& row : table_.rows) {
      const bool indicator =
          any_lead(row, [](const std::string& key, std::size_t) { return key.find("指標") != key.npos; });
      const bool cost = any_lead(row, [](const std::string& key, std::size_t) { return names_cost(key); });
      if (indicator && !counts_yen(row)) sums = false;
      if (cost && !indicator && counts_yen(row)) sums = true;
      out.push_back(sums);
    }
    return out;
  }

  template <class Test>
  [[nodiscard]] static const ColumnRule* column_rule(const TableRule& rule, Test test) {
    const auto found = std::find_if(rule.columns.begin(), rule.columns.end(), test);
    return found == rule.columns.end() ? nullptr : &*found;
  }

  [[nodiscard]] const RowRule* row_rule(const TableRow& row, const TableRule& rule) const {
    for (std::size_t c = first_value_; c-- > 0;) {
      if (row.cells[c].empty() || table_.columns[c].role == ColumnRole::kUnit) continue;
      const std::string key = key_of(row.cells[c]);
      for (const RowRule& one : rule.rows)
        if (std::find(one.labels.begin(), one.labels.end(), key) != one.labels.end()) return &one;
      return nullptr;
    }
    return nullptr;
  }

  /// 計画 | 実績 of a year are its budget and its settlement.
  void make_sums(TableMatch& sums, const TableRule& rule) const {
    sums.rule = &rule;
    const auto amount_of = [&](std::string_view kind) {
      return column_rule(rule, [=](const ColumnRule& column) {
        return column.role == ColumnRole::kAmount && column.kind == kind && !column.year && !column.money;
      });
    };
    for (std::size_t c = 0; c < sums.columns.size(); ++c) {
      ColumnMatch& column = sums.columns[c];
      if (c < first_value_) {
        if (column.role == ColumnRole::kUnit) continue;
        column.role = ColumnRole::kLineItem;
        column.rule = column_rule(rule, [](const ColumnRule& one) { return one.role == ColumnRole::kLineItem; });
      } else if (column.role == ColumnRole::kYear) {
        column.rule = column_rule(rule, [](const ColumnRule& one) { return one.role == ColumnRole::kYear; });
      } else if (is_indicated(column.role)) {
        const bool planned = column.role == ColumnRole::kTarget;
        column.rule = amount_of(planned ? "budget" : column.role == ColumnRole::kActual ? "settlement" : "");
        column.role = ColumnRole::kAmount;
      }
    }
    for (TableRow& row : sums.rows) row.rule = row_rule(row, rule);
  }

  /// The column before the values that says what they are (目標値 | 実績値), if there is one.
  [[nodiscard]] std::optional<std::size_t> kind_column(const TableMatch& kpis, const TableRule& rule) const {
    for (std::size_t c = first_value_; c-- > 0;) {
      const bool tells = std::any_of(kpis.rows.begin(), kpis.rows.end(), [&](const TableRow& row) {
        return !row.cells[c].empty() && row_rule(row, rule) != nullptr && is_last_lead(row, c);
      });
      if (tells) return c;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_last_lead(const TableRow& row, std::size_t column) const {
    for (std::size_t c = column + 1; c < first_value_; ++c)
      if (!row.cells[c].empty() && table_.columns[c].role != ColumnRole::kUnit) return false;
    return true;
  }

  void make_kpis(TableMatch& kpis, const TableRule& rule) const {
    const std::optional<std::size_t> kind = kind_column(kpis, rule);
    kpis.rule = &rule;
    for (std::size_t c = 0; c < kpis.columns.size(); ++c) {
      ColumnMatch& column = kpis.columns[c];
      if (c < first_value_) {
        if (column.role == ColumnRole::kUnit) continue;
        column.role = c == kind ? ColumnRole::kRowKind : ColumnRole::kIndicator;
        column.rule = column_rule(rule, [&](const ColumnRule& one) { return one.role == column.role; });
        continue;
      }
      if (column.role == ColumnRole::kDifference || !holds_values(column)) {
        column.role = ColumnRole::kOther;
        continue;
      }
      const std::string_view told = column.rule == nullptr ? std::string_view() : std::string_view(column.rule->kind);
      column.role = kind || told.empty()   ? ColumnRole::kYear
                    : told == "settlement" ? ColumnRole::kActual
                                           : ColumnRole::kTarget;
      column.rule = column_rule(rule, [&](const ColumnRule& one) { return one.role == column.role; });
    }
    for (TableRow& row : kpis.rows) row.rule = kind ? row_rule(row, rule) : nullptr;
  }

  const Builder& builder_;
  const TableMatch& table_;
  std::size_t first_value_ = 0;  ///< the first column of values
};

}  // namespace

std::optional<MixedTable> part_mixed(const Builder& builder, const TableMatch& table) {
  return Parter(builder, table).run();
}

}  // namespace torikomi

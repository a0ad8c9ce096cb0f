#include "head_grid.h"

#include <algorithm>
#include <map>

#include "head_rows.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

class GridReader {
 public:
  GridReader(std::string_view text, std::span<const RowCells> rows, std::vector<HeadRow> heads)
      : text_(text), rows_(rows), heads_(std::move(heads)) {}

  HeadGrid run() {
    spread_groups();
    put_below_parts();
    put_below_gap();
    put_units_right();
    make_room();
    widen();
    HeadGrid grid{heads_.size(), {}};
    for (const auto& [column, headed] : columns()) grid.columns.push_back(column_of(column));
    share_heads(grid);
    // behind the last heading stand only cells that have left their places
    while (!grid.columns.empty() && grid.columns.back().heads.empty() && !holds_yen(grid.columns.back().column) &&
           !stands_beside_head(grid))
      grid.columns.pop_back();
    return grid;
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }

  /// 歳入 |  | 歳出 |  : the last column is to 歳出 what the one before is to 歳入.
  [[nodiscard]] static bool stands_beside_head(const HeadGrid& grid) {
    const std::size_t count = grid.columns.size();
    if (count < 4 || count % 2 > 0) return false;
    for (std::size_t c = 0; c < count; ++c)
      if (grid.columns[c].heads.empty() != (c % 2 > 0)) return false;
    return true;
  }

  /// 令和4年度 | 令和5年度 above 目標 | 実績 | 目標 | 実績, written without the empty cells: the headings of the lower
  /// row are dealt out to the years, or to the last headings where they come again (科目 | 本年度 | 前年度 above 金額 |
  /// 構成比 | 金額 | 構成比), where that makes as many columns as the rows have.
  void spread_groups() {
    if (heads_.size() != 2 || !is_dense(heads_[0]) || !is_dense(heads_[1])) return;
    const auto is_year = [](const Head& head) { return head.heading.only_year; };
    const auto years = static_cast<std::size_t>(std::count_if(heads_[0].begin(), heads_[0].end(), is_year));
    if (years > 0) {
      if (makes_columns(years, 0)) deal_out(years, 0, is_year);
      return;
    }
    for (std::size_t groups = heads_[0].size() - 1; groups > 1; --groups) {
      const std::size_t first = heads_[0].size() - groups;
      for (const std::size_t numbers : {0U, 1U})
        if (comes_again(groups) && makes_columns(groups, numbers))
          return deal_out(groups, numbers, [&](const Head& head) { return head.column >= first; });
    }
  }

  /// `groups` headings with as many of the lower row each, and `numbers` columns of row numbers before the others.
  [[nodiscard]] bool makes_columns(std::size_t groups, std::size_t numbers) const {
    return heads_[1].size() % groups == 0 && heads_[1].size() / groups > 1 &&
           heads_[0].size() - groups + numbers + heads_[1].size() == body_columns();
  }

  /// The first two groups of the lower row begin with the same heading, which no group has twice.
  [[nodiscard]] bool comes_again(std::size_t groups) const {
    const std::size_t each = heads_[1].size() / groups;
    if (each < 2) return false;
    const auto key = [&](std::size_t k) { return label_key(words(heads_[1][k].heading.words)); };
    for (std::size_t k = 1; k < each; ++k)
      if (key(k) == key(0)) return false;
    return key(each) == key(0);
  }

  template <class IsGroup>
  void deal_out(std::size_t groups, std::size_t numbers, IsGroup is_group) {
    const std::size_t each = heads_[1].size() / groups;
    std::size_t column = 0;
    std::size_t next = 0;
    for (Head& head : heads_[0]) {
      const bool group = is_group(head);
      if (group || column == 0) head.width = static_cast<std::uint16_t>(group ? each : 1 + numbers);
      head.column = static_cast<std::uint16_t>(column);
      if (group)
        for (std::size_t k = 0; k < each; ++k) heads_[1][next++].column = static_cast<std::uint16_t>(column + k);
      column += head.width;
    }
  }

  /// 節 |  | 説明 above 区分 | 金額, which begin their row because the empty cells in front of them are lost: the only
  /// heading that goes on over as many columns is theirs.
  void put_below_gap() {
    if (heads_.size() < 2 || heads_[1].size() < 2 || !is_dense(heads_[1])) return;
    const Head* group = nullptr;
    for (std::size_t k = 0; k < heads_[0].size(); ++k) {
      const Head& head = heads_[0][k];
      const std::size_t next = k + 1 < heads_[0].size() ? heads_[0][k + 1].column : body_columns();
      if (next != std::size_t{head.column} + heads_[1].size()) continue;
      if (group != nullptr) return;
      group = &head;
    }
    if (group == nullptr || group->column < heads_[1].size()) return;
    for (Head& head : heads_[1]) head.column = static_cast<std::uint16_t>(head.column + group->column);
  }

  /// 項目別集計 over 研修費 | 広報費, written without the empty cells.
  void put_below_parts() {
    if (heads_.size() != 2 || !is_dense(heads_[1])) return;
    const auto group = find_parted_head(text_, heads_[0], heads_[1].size(), body_columns());
    if (!group) return;
    const auto more = static_cast<std::uint16_t>(heads_[1].size() - 1);
    heads_[0][*group].width = static_cast<std::uint16_t>(more + 1);
    for (Head& head : heads_[1]) head.column = static_cast<std::uint16_t>(head.column + heads_[0][*group].column);
    for (std::size_t k = *group + 1; k < heads_[0].size(); ++k)
      heads_[0][k].column = static_cast<std::uint16_t>(heads_[0][k].column + more);
  }

  /// 千円 | 千円 | % from the begin of its row on: the names of the rows have no unit, and the empty cells over them
  /// are lost.
  void put_units_right() {
    constexpr std::size_t kMostLost = 2;
    for (std::size_t r = 1; r < heads_.size(); ++r) {
      HeadRow& row = heads_[r];
      const std::size_t columns = body_columns();
      const bool units = std::all_of(row.begin(), row.end(),
                                     [&](const Head& head) { return is_heading_unit(words(head.heading.words)); });
      if (row.size() < 2 || !units || !is_dense(row) || row.size() >= columns || columns - row.size() > kMostLost)
        continue;
      for (Head& head : row) head.column = static_cast<std::uint16_t>(head.column + columns - row.size());
    }
  }

  /// 節 | 説明 above 区分 | 金額, where 区分 stands below 節, written without the empty cells: headings that stand
  /// below another one push those behind it to the right, where that makes as many columns as the rows have.
  void make_room() {
    if (heads_.size() < 2 || width(heads_) >= body_columns()) return;
    std::vector<HeadRow> moved = heads_;
    for (std::size_t r = moved.size() - 1; r > 0; --r) {
      const std::uint16_t first = moved[r].front().column;
      if (first == 0) return;
      if (says_one_word(moved[r])) continue;
      const int more = moved[r].back().column + moved[r].back().width - first - 1;
      for (Head& head : moved[r - 1])
        if (head.column > first) head.column = static_cast<std::uint16_t>(head.column + more);
    }
    if (width(moved) == body_columns()) heads_ = std::move(moved);
  }

  /// 予算額 | 予算額 below 本年度 | 前年度: each goes on the heading above it.
  [[nodiscard]] bool says_one_word(const HeadRow& row) const {
    return row.size() > 1 && std::all_of(row.begin(), row.end(), [&](const Head& head) {
             return label_key(words(head.heading.words)) == label_key(words(row.front().heading.words));
           });
  }

  [[nodiscard]] static std::size_t width(const std::vector<HeadRow>& rows) {
    std::size_t out = 0;
    for (const HeadRow& row : rows)
      if (!row.empty()) out = std::max<std::size_t>(out, std::size_t{row.back().column} + row.back().width);
    return out;
  }

  /// As many columns as the fullest row below the head has.
  [[nodiscard]] std::size_t body_columns() const {
    std::size_t most = 0;
    for (std::size_t r = heads_.size(); r < rows_.size(); ++r)
      if (!rows_[r].empty()) most = std::max<std::size_t>(most, rows_[r].back().column + std::size_t{1});
    return most;
  }

  /// 指標名 over two columns, whose width was lost: one heading before the values gets the columns that are missing,
  /// where values then stand below what they are and did not before.
  void widen() {
    constexpr std::size_t kFewest = 3;  // a head and two rows: one row alone may be what has left its place
    if (heads_.size() != 1 || rows_.size() < kFewest || !is_dense(heads_[0])) return;
    const std::size_t wanted = body_columns();
    const std::size_t missing = wanted > heads_[0].size() ? wanted - heads_[0].size() : 0;
    if (missing == 0 || missing > 2) return;
    int best = fit(heads_[0].size(), 0);
    std::size_t place = heads_[0].size();
    for (std::size_t k = 0; k + 1 < heads_[0].size(); ++k) {
      if (stands_over_values(heads_[0][k].heading)) continue;
      if (const int score = fit(k, missing); score > best) {
        best = score;
        place = k;
      }
    }
    if (place == heads_[0].size()) return;
    heads_[0][place].width = static_cast<std::uint16_t>(missing + 1);
    for (std::size_t k = place + 1; k < heads_[0].size(); ++k)
      heads_[0][k].column = static_cast<std::uint16_t>(k + missing);
  }

  /// How many cells below agree with their headings, less those that do not, with `missing` columns behind heading
  /// `wide`.
  [[nodiscard]] int fit(std::size_t wide, std::size_t missing) const {
    int score = 0;
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      for (const RowCell& cell : rows_[r]) {
        std::size_t k = cell.column;
        if (k > wide) k = k <= wide + missing ? wide : k - missing;
        score += k < heads_[0].size() ? agrees(heads_[0][k].heading, words(cell.span)) : 0;
      }
    }
    return score;
  }

  /// 25年度決算, 目標.
  [[nodiscard]] static bool stands_over_values(const Heading& heading) { return agrees(heading, "1") > 0; }

  [[nodiscard]] static int agrees(const Heading& heading, std::string_view cell) {
    if (is_none_mark(cell)) return 0;
    bool values = heading.only_year || (leads_to_table(heading.hit) && !heading.year.empty());
    bool unit = false;
    bool names = false;
    for (const LabelTarget& target : heading.hit ? heading.hit->targets : std::vector<LabelTarget>()) {
      if (target.at.kind != Grammar::LabelTarget::Kind::kColumn) continue;
      const ColumnRole role = target.grammar->tables[target.at.index].columns[target.at.column].role;
      values = values || role == ColumnRole::kTarget || role == ColumnRole::kActual || role == ColumnRole::kAmount ||
               role == ColumnRole::kBaseline || role == ColumnRole::kCurrent || role == ColumnRole::kDifference;
      unit = unit || role == ColumnRole::kUnit;
      names = names || role == ColumnRole::kIndicator || role == ColumnRole::kLineItem;
    }
    if (unit) return is_heading_unit(cell) || cell == "%" ? 2 : (is_data(cell) ? -1 : 0);
    if (values) return is_data(cell) ? 1 : -1;
    return names && is_data(cell) ? -1 : 0;
  }

  /// Every column that a heading or a cell below the head stands in.
  [[nodiscard]] std::map<std::uint16_t, bool> columns() const {
    std::map<std::uint16_t, bool> out;
    for (const HeadRow& row : heads_)
      for (const Head& head : row) out[head.column] = true;
    for (std::size_t r = heads_.size(); r < rows_.size(); ++r)
      for (const RowCell& cell : rows_[r]) out.emplace(cell.column, false);
    return out;
  }

  [[nodiscard]] HeadColumn column_of(std::uint16_t column) const {
    HeadColumn out{column, {}};
    for (std::size_t r = 0; r < heads_.size(); ++r) {
      const Head* above = nullptr;
      for (const Head& head : heads_[r])
        if (head.column <= column) above = &head;
      if (above == nullptr || !(above->column == column || reaches(*above, r, column))) continue;
      const bool again = std::any_of(out.heads.begin(), out.heads.end(), [&](const Heading& heading) {
        return heading.words == above->heading.words || words(heading.words) == words(above->heading.words);
      });
      if (!again) out.heads.push_back(above->heading);
    }
    return out;
  }

  /// 予算額 over 1,000 and, one column to the right, the [5,000] of groups: numbers that never stand beside those below
  /// the heading before them are below it, too.
  void share_heads(HeadGrid& grid) const {
    for (std::size_t c = 1; c < grid.columns.size(); ++c) {
      HeadColumn& own = grid.columns[c];
      const HeadColumn& before = grid.columns[c - 1];
      if (!own.heads.empty() || before.heads.empty() || before.column + 1 != own.column) continue;
      const bool names = c + 1 < grid.columns.size() && names_on(before, own.column);
      if (names || alternate(before.column, own.column)) own.heads = before.heads;
    }
  }

  /// Every cell below the head prints yen.
  [[nodiscard]] bool holds_yen(std::uint16_t column) const {
    std::size_t sums = 0;
    for (std::size_t r = heads_.size(); r < rows_.size(); ++r) {
      for (const RowCell& cell : rows_[r]) {
        if (cell.column != column) continue;
        if (!is_data(words(cell.span)) || !words(cell.span).ends_with("円")) return false;
        ++sums;
      }
    }
    return sums > 1;
  }

  /// 項目 over 収入 and, one column to the right, 料金収入: words below a heading of names and below nothing.
  [[nodiscard]] bool names_on(const HeadColumn& before, std::uint16_t own) const {
    const auto names = [](const Heading& heading) {
      return heading.hit &&
             std::any_of(heading.hit->targets.begin(), heading.hit->targets.end(), [](const auto& target) {
               if (target.at.kind != Grammar::LabelTarget::Kind::kColumn) return false;
               const ColumnRole role = target.grammar->tables[target.at.index].columns[target.at.column].role;
               return role == ColumnRole::kLineItem || role == ColumnRole::kCategory;
             });
    };
    if (std::none_of(before.heads.begin(), before.heads.end(), names)) return false;
    std::size_t words_below = 0;
    for (std::size_t r = heads_.size(); r < rows_.size(); ++r) {
      for (const RowCell& cell : rows_[r]) {
        if (cell.column != own) continue;
        if (is_data(words(cell.span))) return false;
        ++words_below;
      }
    }
    return words_below > 1;
  }

  [[nodiscard]] bool alternate(std::uint16_t left, std::uint16_t right) const {
    bool any_left = false;
    bool any_right = false;
    for (std::size_t r = heads_.size(); r < rows_.size(); ++r) {
      bool in_left = false;
      bool in_right = false;
      for (const RowCell& cell : rows_[r]) {
        if (cell.column != left && cell.column != right) continue;
        if (!is_data(words(cell.span)) || is_none_mark(words(cell.span))) return false;
        (cell.column == left ? in_left : in_right) = true;
      }
      if (in_left && in_right) return false;
      any_left = any_left || in_left;
      any_right = any_right || in_right;
    }
    return any_left && any_right;
  }

  /// A wide heading, or one that goes on over empty cells because headings stand below it.
  [[nodiscard]] bool reaches(const Head& head, std::size_t row, std::uint16_t column) const {
    if (column < head.column + head.width) return true;
    // 年度末現在高 in a higher row has its column to itself, and what is behind it
    for (std::size_t r = 0; r < row; ++r)
      for (const Head& other : heads_[r])
        if (other.column > head.column && other.column <= column) return false;
    const auto below = [&](std::uint16_t at) {
      for (std::size_t r = row + 1; r < heads_.size(); ++r)
        for (const Head& other : heads_[r])
          if (other.column == at && !(other.heading.words == head.heading.words)) return true;
      return false;
    };
    return below(head.column) && below(column);
  }

  std::string_view text_;
  std::span<const RowCells> rows_;
  std::vector<HeadRow> heads_;
};

}  // namespace

HeadGrid read_head_grid(std::string_view text, std::span<const RowCells> rows, const LabelFinder& labels) {
  return GridReader(text, rows, read_head_rows(text, rows, labels)).run();
}

}  // namespace torikomi

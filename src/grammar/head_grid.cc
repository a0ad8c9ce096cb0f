#include "head_grid.h"

#include <algorithm>
#include <map>

#include "torikomi/core/utf8.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

/// No printed head is higher.
constexpr std::size_t kMostRows = 4;
/// Characters; longer words are text.
constexpr std::size_t kLongestHeading = 24;

bool leads_to_table(const std::optional<LabelHit>& hit) {
  return hit && std::any_of(hit->targets.begin(), hit->targets.end(), [](const LabelTarget& target) {
           return target.at.kind == Grammar::LabelTarget::Kind::kColumn ||
                  target.at.kind == Grammar::LabelTarget::Kind::kTable;
         });
}

class GridReader {
 public:
  GridReader(std::string_view text, std::span<const RowCells> rows, const LabelFinder& labels)
      : text_(text), rows_(rows), labels_(labels) {}

  HeadGrid run() {
    heads_.push_back(read(rows_[0]));
    while (heads_.size() < kMostRows && goes_on(heads_.size())) heads_.push_back(read(rows_[heads_.size()]));
    spread_groups();
    put_below_gap();
    put_units_right();
    make_room();
    widen();
    HeadGrid grid{heads_.size(), {}};
    for (const auto& [column, headed] : columns()) grid.columns.push_back(column_of(column));
    share_heads(grid);
    // behind the last heading stand only cells that have left their places
    while (!grid.columns.empty() && grid.columns.back().heads.empty() && !holds_yen(grid.columns.back().column))
      grid.columns.pop_back();
    return grid;
  }

 private:
  struct Head {
    Heading heading;
    std::uint16_t column = 0, width = 1;
  };
  using HeadRow = std::vector<Head>;

  [[nodiscard]] HeadRow read(const RowCells& cells) const {
    HeadRow row;
    for (const RowCell& cell : cells)
      row.push_back({read_heading(text_, cell.span, cell.hit, labels_), cell.column, cell.width});
    return row;
  }

  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }

  /// Another row of headings: no values, something that is known, and a group above that it tells apart.
  [[nodiscard]] bool goes_on(std::size_t number) const {
    if (number + 1 >= rows_.size()) return false;
    if (says_when(number) || fills_gaps(number) || reckons(number) || counts_year(number)) return true;
    const bool parts = parts_group(number);
    std::size_t known = 0;
    std::size_t cells = 0;
    for (const RowCell& cell : rows_[number]) {
      const RowCell* over = cell_over(rows_[number - 1], cell.column);
      if (parts && over != nullptr && same_words(*over, cell)) continue;
      if (!parts && says_again(cell, number)) return false;
      ++cells;
      if (is_reckoned(words(cell.span)) || is_letter_in_brackets(words(cell.span))) {
        ++known;
        continue;
      }
      if (is_data(words(cell.span)) || utf8::count(words(cell.span)) > kLongestHeading) return false;
      const Heading heading = read_heading(text_, cell.span, cell.hit, labels_);
      const bool told = leads_to_table(heading.hit) || heading.only_year || heading.unit == cell.span;
      known += told || goes_on_below(cell, number) ? 1 : 0;
    }
    if (known == 0) return false;
    if (known == cells) return cells > 1 || below_group(number);
    if (parts && known > 0) return below_group(number);
    return known * 2 >= cells && below_group(number) && !stands_below_own(number);
  }

  /// 活動 | 利用者数 | 人 | 目標 below headings of their own, the first column among them: a row whose values are
  /// missing.
  [[nodiscard]] bool stands_below_own(std::size_t number) const {
    const HeadRow& above = heads_[number - 1];
    const RowCells& row = rows_[number];
    const auto has_own = [&](const RowCell& cell) {
      return std::any_of(above.begin(), above.end(),
                         [&](const Head& head) { return head.column == cell.column && head.width == 1; });
    };
    return row.size() > 2 && row.front().column == 0 && is_dense(above) && std::all_of(row.begin(), row.end(), has_own);
  }

  /// 対前年度 over 増減額: a heading that is known with the words below it.
  [[nodiscard]] bool goes_on_below(const RowCell& cell, std::size_t number) const {
    const RowCells& next = rows_[number + 1];
    const auto below =
        std::find_if(next.begin(), next.end(), [&](const RowCell& other) { return other.column == cell.column; });
    return below != next.end() && leads_to_table(labels_.find_parted(cell.span, below->span));
  }

  /// 午前9時~正午 below 午前: every cell says from when to when the heading above it is.
  [[nodiscard]] bool says_when(std::size_t number) const {
    const RowCells& row = rows_[number];
    return row.size() > 1 && std::all_of(row.begin(), row.end(), [&](const RowCell& cell) {
             const std::string_view own = words(cell.span);
             const bool hours = own.find('~') != own.npos && own.find_first_of("0123456789") != own.npos &&
                                (own.find("時") != own.npos || own.find(':') != own.npos);
             const bool after = own.find("時間") != own.npos || own.find("以降") != own.npos;
             return (hours || after) && utf8::count(own) <= kLongestHeading &&
                    std::any_of(heads_[number - 1].begin(), heads_[number - 1].end(),
                                [&](const Head& head) { return head.column == cell.column; });
           });
  }

  /// A | B | A-B, (3)/(1) | (3)/(2): the signs of the columns and what is reckoned from them.
  [[nodiscard]] bool reckons(std::size_t number) const {
    constexpr std::size_t kFewest = 3;  // A | B may be marks for what was reached
    bool reckoned = false;
    std::vector<std::string_view> letters;
    for (const RowCell& cell : rows_[number]) {
      const RowCell* over = cell_over(rows_[number - 1], cell.column);
      if (over != nullptr && same_words(*over, cell)) continue;
      const std::string_view own = words(cell.span);
      if (!is_sign(own)) return false;
      reckoned = reckoned || is_reckoned(own);
      if (own.size() == 1 && (letters.empty() || letters.back() < own)) letters.push_back(own);
    }
    return (reckoned || (letters.size() >= kFewest && letters.size() == rows_[number].size())) && below_group(number);
  }

  /// A, (3), B/A.
  [[nodiscard]] static bool is_sign(std::string_view words) {
    if (words.find_first_not_of("ABCDEFGHIJKLMNabcdefgh()+-/=* 0123456789") != words.npos) return false;
    return words.size() <= kLongestHeading &&
           (words.find_first_not_of("()+-/=* 0123456789") != words.npos || words.starts_with('('));
  }

  /// (B): a mark for what was reached has no brackets.
  [[nodiscard]] static bool is_letter_in_brackets(std::string_view words) {
    return words.size() == 3 && words.front() == '(' && words.back() == ')' && words[1] >= 'A' && words[1] <= 'Z';
  }

  [[nodiscard]] static bool is_reckoned(std::string_view words) {
    return words.size() > 2 && is_sign(words) && words.find_first_of("+-/=*") != words.npos;
  }

  /// 5 | 年度 below 目標年度: the number of a year in a cell of its own.
  [[nodiscard]] bool counts_year(std::size_t number) const {
    bool year = false;
    for (const RowCell& cell : rows_[number]) {
      const std::string_view own = words(cell.span);
      const RowCell* over = cell_over(rows_[number - 1], cell.column);
      if (over != nullptr && same_words(*over, cell)) continue;
      const bool digits = own.size() <= 4 && own.find_first_not_of("0123456789") == own.npos;
      if (!digits && !is_none_mark(own) && own != "年度" && own != "年") return false;
      year = year || own == "年度";
    }
    return year && below_group(number);
  }

  /// 千円 | 千円 | %.
  [[nodiscard]] bool holds_units(const RowCells& row) const {
    return std::all_of(row.begin(), row.end(), [&](const RowCell& cell) { return is_heading_unit(words(cell.span)); });
  }

  /// 報酬 | 給料 | 手当 below 給与費, which goes on over empty cells: words in the gaps of the head, nothing over the
  /// names of the rows, and rows with names and values behind it.
  [[nodiscard]] bool fills_gaps(std::size_t number) const {
    const HeadRow& above = heads_[number - 1];
    const RowCells& row = rows_[number];
    if (row.size() < 2 || row.front().column == 0) return false;
    bool gaps = false;
    for (const RowCell& cell : row) {
      if (is_data(words(cell.span)) || utf8::count(words(cell.span)) > kLongestHeading) return false;
      gaps = gaps ||
             std::none_of(above.begin(), above.end(), [&](const Head& head) { return head.column == cell.column; });
    }
    std::size_t below = number + 1;
    while (below + 1 < rows_.size() && holds_units(rows_[below])) ++below;
    const RowCells& next = rows_[below];
    const auto values =
        std::count_if(next.begin(), next.end(), [&](const RowCell& cell) { return is_data(words(cell.span)); });
    return gaps && below_group(number) && next.front().column == 0 && !parse_number(words(next.front().span)) &&
           static_cast<std::size_t>(values) * 2 > next.size();
  }

  /// 現状値 below 現状値: the head of another table.
  [[nodiscard]] bool says_again(const RowCell& cell, std::size_t number) const {
    return std::any_of(heads_[number - 1].begin(), heads_[number - 1].end(), [&](const Head& head) {
      return head.column == cell.column && !(head.heading.words == cell.span) &&
             label_key(words(head.heading.words)) == label_key(words(cell.span));
    });
  }

  /// 決算額 | 増減額 below H25 | H25 or below a wide H25: a heading that is printed over each of its columns is told
  /// apart here, so words that come again in other columns are headings of two rows.
  [[nodiscard]] bool parts_group(std::size_t number) const {
    const RowCells& above = rows_[number - 1];
    const RowCells& row = rows_[number];
    for (std::size_t c = 1; c < row.size(); ++c) {
      const RowCell* left = cell_over(above, row[c - 1].column);
      const RowCell* right = cell_over(above, row[c].column);
      if (left == nullptr || right == nullptr || !same_words(*left, *right)) continue;
      if (!same_words(row[c - 1], row[c]) && !same_words(*left, row[c - 1]) && !same_words(*right, row[c])) return true;
    }
    return false;
  }

  [[nodiscard]] static const RowCell* cell_over(const RowCells& row, std::uint16_t column) {
    const auto found = std::find_if(row.begin(), row.end(), [&](const RowCell& cell) {
      return cell.column <= column && column < cell.column + cell.width;
    });
    return found == row.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool same_words(const RowCell& a, const RowCell& b) const {
    return a.span == b.span || label_key(words(a.span)) == label_key(words(b.span));
  }

  /// Every cell stands below a heading that goes on over empty cells, or below one of its own column; headings in
  /// the middle of the height of the head may begin the row.
  [[nodiscard]] bool below_group(std::size_t number) const {
    const HeadRow& above = heads_[number - 1];
    return std::all_of(rows_[number].begin(), rows_[number].end(), [&](const RowCell& cell) {
      return std::any_of(above.begin(), above.end(), [&](const Head& head) { return head.column <= cell.column; }) ||
             number == 1;
    });
  }

  /// 令和4年度 | 令和5年度 above 目標 | 実績 | 目標 | 実績, written without the empty cells: the headings of the lower
  /// row are dealt out to the years, where that makes as many columns as the rows have.
  void spread_groups() {
    if (heads_.size() != 2 || !is_dense(heads_[0]) || !is_dense(heads_[1])) return;
    const auto is_group = [](const Head& head) { return head.heading.only_year; };
    const auto groups = static_cast<std::size_t>(std::count_if(heads_[0].begin(), heads_[0].end(), is_group));
    if (groups == 0 || heads_[1].size() % groups != 0) return;
    const std::size_t each = heads_[1].size() / groups;
    if (each < 2 || heads_[0].size() - groups + heads_[1].size() != body_columns()) return;
    std::uint16_t column = 0;
    std::size_t next = 0;
    for (Head& head : heads_[0]) {
      head.column = column;
      if (is_group(head)) {
        head.width = static_cast<std::uint16_t>(each);
        for (std::size_t k = 0; k < each; ++k) heads_[1][next++].column = static_cast<std::uint16_t>(column + k);
      }
      column = static_cast<std::uint16_t>(column + head.width);
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

  [[nodiscard]] static bool is_dense(const HeadRow& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i].column != i) return false;
    return !row.empty();
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
  const LabelFinder& labels_;
  std::vector<HeadRow> heads_;
};

}  // namespace

HeadGrid read_head_grid(std::string_view text, std::span<const RowCells> rows, const LabelFinder& labels) {
  return GridReader(text, rows, labels).run();
}

}  // namespace torikomi

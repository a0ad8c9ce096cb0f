#include "head_rows.h"

#include <algorithm>

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

class RowReader {
 public:
  RowReader(std::string_view text, std::span<const RowCells> rows, const LabelFinder& labels)
      : text_(text), rows_(rows), labels_(labels) {}

  std::vector<HeadRow> run() {
    heads_.push_back(read(rows_[0]));
    while (heads_.size() < kMostRows && goes_on(heads_.size())) heads_.push_back(read(rows_[heads_.size()]));
    return std::move(heads_);
  }

 private:
  [[nodiscard]] HeadRow read(const RowCells& cells) const {
    HeadRow row;
    for (const RowCell& cell : cells)
      row.push_back({read_heading(text_, cell.span, cell.hit, labels_), cell.column, cell.width});
    return row;
  }

  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(text_, span); }

  /// Another row of headings: no values, something that is known, and a group above that it tells apart.
  [[nodiscard]] bool goes_on(std::size_t number) const {
    if (number + 1 >= rows_.size() || names_member(text_, rows_[number])) return false;
    if (says_when(number) || fills_gaps(number) || reckons(number) || counts_year(number)) return true;
    if (parts_heading(number)) return true;
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
      known += told || goes_on_below(cell, number) || goes_on_above(cell, number) ? 1 : 0;
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

  /// 対前年度 over 増減額, some rows above it as well: a heading that is known with the next words of its column.
  [[nodiscard]] bool goes_on_below(const RowCell& cell, std::size_t number) const {
    for (std::size_t next = number + 1; next < std::min(rows_.size(), kMostRows); ++next)
      if (const RowCell* below = cell_at(rows_[next], cell.column))
        return leads_to_table(labels_.find_parted(cell.span, below->span));
    return false;
  }

  /// The same from the lower one of the two.
  [[nodiscard]] bool goes_on_above(const RowCell& cell, std::size_t number) const {
    for (std::size_t above = number; above-- > 0;)
      if (const RowCell* upper = cell_at(rows_[above], cell.column))
        return leads_to_table(labels_.find_parted(upper->span, cell.span));
    return false;
  }

  [[nodiscard]] static const RowCell* cell_at(const RowCells& row, std::uint16_t column) {
    const auto found = std::find_if(row.begin(), row.end(), [&](const RowCell& cell) { return cell.column == column; });
    return found == row.end() ? nullptr : &*found;
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

  /// 研修費 | 広報費 from the begin of the row on, below 会派 | 交付額 | 項目別集計: what one heading is made of.
  [[nodiscard]] bool parts_heading(std::size_t number) const {
    const RowCells& row = rows_[number];
    if (number != 1 || rows_[number + 1].empty()) return false;
    for (std::size_t c = 0; c < row.size(); ++c)
      if (row[c].column != c || is_data(words(row[c].span)) || utf8::count(words(row[c].span)) > kLongestHeading)
        return false;
    const std::size_t columns = std::size_t{rows_[number + 1].back().column} + 1;
    return find_parted_head(text_, heads_[0], row.size(), columns).has_value();
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
    const std::uint16_t first = first_column();
    return number == 1 || std::all_of(rows_[number].begin(), rows_[number].end(),
                                      [&](const RowCell& cell) { return first <= cell.column; });
  }

  /// Of all headings so far.
  [[nodiscard]] std::uint16_t first_column() const {
    std::uint16_t out = UINT16_MAX;
    for (const HeadRow& row : heads_)
      if (!row.empty()) out = std::min(out, row.front().column);
    return out;
  }

  std::string_view text_;
  std::span<const RowCells> rows_;
  const LabelFinder& labels_;
  std::vector<HeadRow> heads_;
};

}  // namespace

std::vector<HeadRow> read_head_rows(std::string_view text, std::span<const RowCells> rows, const LabelFinder& labels) {
  return RowReader(text, rows, labels).run();
}

std::optional<std::size_t> find_parted_head(std::string_view text, const HeadRow& upper, std::size_t parts,
                                            std::size_t columns) {
  if (!is_dense(upper) || parts < 2 || upper.size() + parts - 1 != columns) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t k = 0; k < upper.size(); ++k) {
    const std::string_view name = slice(text, upper[k].heading.words);
    if (!name.ends_with("内訳") && !name.ends_with("集計") && !name.ends_with("明細")) continue;
    if (found) return std::nullopt;
    found = k;
  }
  return found;
}

bool is_dense(const HeadRow& row) {
  for (std::size_t i = 0; i < row.size(); ++i)
    if (row[i].column != i) return false;
  return !row.empty();
}

bool leads_to_table(const std::optional<LabelHit>& hit) {
  return hit && std::any_of(hit->targets.begin(), hit->targets.end(), [](const LabelTarget& target) {
           return target.at.kind == Grammar::LabelTarget::Kind::kColumn ||
                  target.at.kind == Grammar::LabelTarget::Kind::kTable;
         });
}

}  // namespace torikomi

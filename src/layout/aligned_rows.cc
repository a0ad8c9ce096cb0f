// Rows whose cells stand below each other, parted by blanks only, as `pdftotext -layout` writes tables.
#include <algorithm>

#include "layout/aligned_grid.h"
#include "layout/cell_words.h"
#include "layout/row_words.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// Lines of one row beyond the first.
constexpr std::size_t kMostLines = 12;
/// A number of two digits may reach so far below the name that stands behind it.
constexpr std::uint32_t kNumberSlack = 1;
/// Bytes by which the rest of a cell may be longer than the line above it.
constexpr std::size_t kLongerRest = 6;
/// Bytes: below shorter words (names, posts) stands another row, although they fill their column.
constexpr std::size_t kShortestWrapped = 24;

/// Lines of a table -> rows: lines that only go on the cells above them are joined, where that is clear.
class RowJoiner {
 public:
  RowJoiner(Context& context, const Grid& grid) : context_(context), grid_(grid) {
    while (first_value_ < grid.lines.size() && !has_number(grid.lines[first_value_])) ++first_value_;
  }

  void run() {
    std::size_t begin = 0;
    std::size_t next_line = grid_.lines.front().line;
    for (std::size_t i = 1; i <= grid_.lines.size(); ++i) {
      if (i < grid_.lines.size() && goes_on(begin, i)) continue;
      add_row(begin, i, next_line);
      next_line = grid_.lines[i - 1].line + 1;
      begin = i;
    }
  }

 private:
  [[nodiscard]] std::string_view words(const TableLine& line, const Fit& fit) const {
    return slice(context_.words, line.words.span(fit.segment));
  }

  struct Above {
    std::string_view words;
    bool fills = false;
    std::size_t line = 0;
    std::size_t width = 1;
  };

  /// The last words of the row [begin, end) in `column`; empty if there are none.
  [[nodiscard]] Above above(std::size_t begin, std::size_t end, std::size_t column) const {
    for (std::size_t i = end; i-- > begin;) {
      const TableLine& line = grid_.lines[i];
      for (std::size_t f = 0; f < line.fits.size(); ++f)
        if (line.fits[f].column <= column && column < line.fits[f].column + line.fits[f].width)
          return {words(line, line.fits[f]), line.fills[f], i, line.fits[f].width};
    }
    return {};
  }

  /// True if line `i` belongs to the row that begins at `begin`.
  [[nodiscard]] bool goes_on(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.line != grid_.lines[i - 1].line + 1 || i - begin > kMostLines) return false;
    bool beside = true;    // no cell stands below a filled one
    bool wrapped = true;   // every cell below a filled one goes on words that reached the edge of their column
    bool bracket = false;  // a cell below a filled one says more about it: (平成29年度)
    bool alone = false;    // a cell stands below nothing, or below a wider one: 目標 | 実績 below 令和5年度
    for (const Fit& fit : line.fits) {
      const Above before = above(begin, i, fit.column);
      if (before.words.empty()) {
        alone = true;
        continue;
      }
      beside = false;
      alone = alone || before.width > fit.width;
      const std::string_view own = words(line, fit);
      if (is_remark(own) && !before.words.starts_with("(") && fit.column > 0) {
        bracket = true;
      } else if (!before.fills || before.words.size() < kShortestWrapped || is_number(own) || is_number(before.words) ||
                 read_marker(own) || before.words.ends_with("。") || explains(before.words, own)) {
        wrapped = false;
      }
    }
    if (is_number_of_name(begin, i) || is_sum_of_total(begin, i) || stands_in_brackets(begin, i)) return true;
    if (is_rest_of_sums(begin, i)) return true;
    if (names_total(line) || (i == begin + 1 && is_line_of_units(grid_.lines[begin]))) return false;
    if (i + 1 < grid_.lines.size() && is_number_of_name(i, i + 1)) return false;
    if (is_rest_of_key(begin, i)) return true;
    if (is_rest_of_range(begin, i) || is_item_of_cell(begin, i)) return true;
    if (!beside && is_around(begin, i)) return true;
    if (is_rest_of_name(begin, i)) return true;
    if (!beside && opens_next(i)) return false;
    if (!beside && (is_wrapped_below(begin, i) || is_wrapped_beside_group(begin, i))) return true;
    if (beside && opens_next(i) && has_values(begin, i)) return false;
    if (beside) return is_piece(begin, i) || opens_next(i - 1) || (is_head_line(i) && stands_before(begin, i));
    if (bracket && alone && is_head_line(i)) return false;
    if (bracket) return line.fits.front().column > 0 || above(begin, i, 0).words.empty() || (wrapped && i > begin + 1);
    if (!wrapped || above(begin, i, 0).words.empty()) return false;
    return line.fits.front().column > 0 || goes_on_key(begin, i);
  }

  /// (アウトプット) | (当初見込み) | (1,700), or below headings 実績 | (24年度): every cell but the first is a bracket
  /// below words.
  [[nodiscard]] bool stands_in_brackets(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    std::size_t brackets = 0;
    for (const Fit& fit : line.fits) {
      const std::string_view own = words(line, fit);
      const bool bracket = own.starts_with("(") && own.ends_with(")");
      if (!bracket && (fit.column > 0 || !is_head_line(i))) return false;
      brackets += bracket && fit.column > 0 && !above(begin, i, fit.column).words.empty() ? 1 : 0;
    }
    return brackets > 0 && line.fits.size() > 1 && is_row(grid_.lines[begin]);
  }

  /// 3,222,441, | 2,941,301, and below them 000 | 000: sums that were cut behind a comma.
  [[nodiscard]] bool is_rest_of_sums(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    return i == begin + 1 && std::all_of(line.fits.begin(), line.fits.end(), [&](const Fit& fit) {
             return is_rest_of_sum(above(begin, i, fit.column).words, words(line, fit));
           });
  }

  /// A value; (H28) below a heading is none.
  [[nodiscard]] bool has_number(const TableLine& line) const {
    return std::any_of(line.fits.begin(), line.fits.end(), [&](const Fit& fit) {
      return is_value(words(line, fit)) && !words(line, fit).starts_with('(');
    });
  }

  [[nodiscard]] bool has_values(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (has_number(grid_.lines[i])) return true;
    return false;
  }

  [[nodiscard]] static bool has_column(const TableLine& line, std::size_t column) {
    return std::any_of(line.fits.begin(), line.fits.end(),
                       [=](const Fit& fit) { return fit.column <= column && column < fit.column + fit.width; });
  }

  /// The next line is a row of values that lacks what stands here: words of two lines about the height of their values.
  [[nodiscard]] bool opens_next(std::size_t i) const {
    if (i + 1 >= grid_.lines.size() || grid_.lines[i + 1].line != grid_.lines[i].line + 1) return false;
    const TableLine& line = grid_.lines[i];
    const TableLine& next = grid_.lines[i + 1];
    return is_row(next) && has_number(next) && !is_row(line) && !has_number(line) &&
           std::none_of(line.fits.begin(), line.fits.end(),
                        [&](const Fit& fit) { return has_column(next, fit.column); });
  }

  /// Few words and no value, each the rest of words of its column with the line of the values between them.
  [[nodiscard]] bool is_around(std::size_t begin, std::size_t i) const {
    const bool head = is_head_line(i) && !opens_next(i);
    return is_row(grid_.lines[i - 1]) && (head || has_number(grid_.lines[i - 1])) &&
           may_go_on(begin, i, [&](const Fit&, const Above& before) { return before.line + 1 < i; });
  }

  /// The same directly below a row of values that has no value in it.
  [[nodiscard]] bool is_wrapped_below(std::size_t begin, std::size_t i) const {
    const TableLine& main = grid_.lines[i - 1];
    // 市債 | 千円 below 府支出金 | 千円 | 942 lacks its value; words that are cut fill the line above as well
    return is_row(main) && has_number(main) && may_go_on(begin, i, [&](const Fit& fit, const Above& before) {
             const std::string_view own = words(grid_.lines[i], fit);
             if (explains(before.words, own) || are_spread(before.words, own)) return false;
             const bool longer = !before.fills && own.size() > before.words.size() + kLongerRest;
             return fit.column > 0 && before.line + 1 == i && !is_unit_word(own) && !longer;
           });
  }

  /// The same beside the name of a group of rows, which stands in the middle of their height: 総務課 | 交付金, where
  /// the row above has no first cell and its name filled its column.
  [[nodiscard]] bool is_wrapped_beside_group(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    const TableLine& main = grid_.lines[i - 1];
    if (line.fits.size() != 2 || has_number(line) || !is_row(main) || !has_number(main) || has_column(main, 0))
      return false;
    const Fit& group = line.fits.front();
    const Fit& rest = line.fits.back();
    const Above before = above(begin, i, rest.column);
    return group.column == 0 && group.width == 1 && above(begin, i, 0).words.empty() && rest.column == 1 &&
           before.fills && before.line + 1 == i && !is_value(before.words) && !read_marker(words(line, rest));
  }

  template <class Test>
  [[nodiscard]] bool may_go_on(std::size_t begin, std::size_t i, Test test) const {
    const TableLine& line = grid_.lines[i];
    if (is_row(line) || has_number(line)) return false;
    return std::all_of(line.fits.begin(), line.fits.end(), [&](const Fit& fit) {
      const Above before = above(begin, i, fit.column);
      return !before.words.empty() && fit.width == 1 && !is_value(before.words) && !before.words.ends_with("。") &&
             !read_marker(words(line, fit)) && test(fit, before);
    });
  }

  /// 名称 | 単位 in the line below 令和4年度 | 令和5年度: headings to the left of those in the line above. A single one
  /// (款) stands between two lines of headings.
  [[nodiscard]] bool stands_before(std::size_t begin, std::size_t i) const {
    const bool between = i + 1 < grid_.lines.size() && is_head_line(i + 1) && grid_.lines[i + 1].fits.size() > 1;
    return (grid_.lines[i].fits.size() > 1 || between) &&
           grid_.lines[i].fits.front().column < grid_.lines[begin].fits.front().column;
  }

  /// Above the first value of the table.
  [[nodiscard]] bool is_head_line(std::size_t i) const { return i < first_value_; }

  /// 市税, and in the next line its number: 1 | 48,352,400. The number stands a little lower than the name behind it.
  [[nodiscard]] bool is_number_of_name(std::size_t begin, std::size_t i) const {
    const TableLine& name = grid_.lines[begin];
    const TableLine& number = grid_.lines[i];
    if (i != begin + 1 || name.fits.size() != 1 || number.fits.size() < 2 || !has_number(number)) return false;
    const Fit& fit = name.fits.front();
    const Fit& own = number.fits.front();
    return fit.column == own.column && fit.width == 1 && !is_number(words(name, fit)) &&
           is_row_number(words(number, own)) &&
           number.words.words[own.segment.last].to[0] <= name.words.words[fit.segment.first].from[0] + kNumberSlack;
  }

  /// 歳入合計, and in the next line nothing but the sum.
  [[nodiscard]] bool is_sum_of_total(std::size_t begin, std::size_t i) const {
    const TableLine& sum = grid_.lines[i];
    return i == begin + 1 && names_total(grid_.lines[begin]) && sum.fits.size() == 1 && has_number(sum);
  }

  [[nodiscard]] bool names_total(const TableLine& line) const {
    return line.fits.size() == 1 && is_total_word(words(line, line.fits.front()));
  }

  /// 千円 | 千円 below headings.
  [[nodiscard]] bool is_line_of_units(const TableLine& line) const {
    return std::all_of(line.fits.begin(), line.fits.end(),
                       [&](const Fit& fit) { return is_unit_word(words(line, fit)); });
  }

  /// ~31日(日) alone below 7月30日(土).
  [[nodiscard]] bool is_rest_of_range(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.fits.size() != 1 || !words(line, line.fits.front()).starts_with('~')) return false;
    return !above(begin, i, line.fits.front().column).words.empty();
  }

  /// ・素案について, alone below 第2回策定委員会: an item of a list in that cell.
  [[nodiscard]] bool is_item_of_cell(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.fits.size() != 1 || line.fits.front().column == 0 || line.fits.front().width != 1) return false;
    const auto marker = read_marker(words(line, line.fits.front()));
    return marker && marker->kind == MarkerKind::kBullet && grid_.lines[begin].fits.size() > 1 &&
           has_column(grid_.lines[begin], line.fits.front().column);
  }

  /// The end of a key that filled its column, alone in its line; the row below has a key of its own.
  [[nodiscard]] bool is_rest_of_key(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.fits.size() != 1 || line.fits.front().column != 0 || line.fits.front().width != 1) return false;
    const Above key = above(begin, i, 0);
    const std::string_view own = words(line, line.fits.front());
    if (!key.fills || key.line + 1 != i || own.size() * 2 > key.words.size() || read_marker(own)) return false;
    if (i + 1 == grid_.lines.size() || grid_.lines[i + 1].line != line.line + 1) return true;
    const TableLine& next = grid_.lines[i + 1];
    return next.fits.size() > 1 && next.fits.front().column == 0;
  }

  /// 2 …感染症対策 | 2,000, and alone below it 地方税減収補填特別交付金: the rest of a name that filled its column or
  /// bears a number, beside a sum.
  [[nodiscard]] bool is_rest_of_name(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.fits.size() != 1 || line.fits.front().column == 0 || line.fits.front().width != 1) return false;
    const Above name = above(begin, i, line.fits.front().column);
    const std::string_view own = words(line, line.fits.front());
    const bool filled = name.fills && name.words.size() >= kShortestWrapped && own.size() < name.words.size();
    const bool numbered = is_row_number(name.words.substr(0, name.words.find(' '))) &&
                          !is_row_number(own.substr(0, 1)) && utf8::count(own) <= utf8::count(name.words) &&
                          !are_spread(name.words, own);
    return name.line + 1 == i && has_values(begin, i) && !is_value(name.words) && !is_value(own) && !read_marker(own) &&
           !explains(name.words, own) && (filled || numbered);
  }

  /// A key of several lines: its first one stood in a line by itself or beside cells that go on here as well.
  [[nodiscard]] bool goes_on_key(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    const Above key = above(begin, i, 0);
    if (!key.fills || i == begin + 1) return false;
    const bool alone = grid_.lines[key.line].fits.size() == 1;
    return (line.fits.size() == 1 && alone) || (line.fits.size() > 1 && !is_row(line));
  }

  /// Cells that stand beside what the row has so far: a cell in the middle of its row's height.
  [[nodiscard]] bool is_piece(std::size_t begin, std::size_t i) const {
    const bool key_above = !above(begin, i, 0).words.empty();
    if (grid_.lines[i].fits.front().column == 0) return !key_above;
    return key_above;
  }

  /// Half of the columns and more are filled.
  [[nodiscard]] bool is_row(const TableLine& line) const {
    return line.fits.size() * 2 >= grid_.columns && line.fits.size() > 1;
  }

  void add_row(std::size_t begin, std::size_t end, std::size_t first_line) {
    for (; first_line < grid_.lines[begin].line; ++first_line)
      context_.add(context_.block(BlockKind::kBlank, first_line, first_line, context_.lines[first_line].span()));
    const TableLine& last = grid_.lines[end - 1];
    Block block = context_.block(BlockKind::kRow, grid_.lines[begin].line, last.line,
                                 {context_.lines[grid_.lines[begin].line].begin, context_.lines[last.line].end});
    block.form = RowForm::kAligned;
    std::vector<Piece> pieces;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t f = 0; f < grid_.lines[i].fits.size(); ++f)
        pieces.push_back({&grid_.lines[i].fits[f], grid_.lines[i].words.span(grid_.lines[i].fits[f].segment),
                          grid_.lines[i].fills[f]});
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.fit->column < b.fit->column; });
    for (std::size_t first = 0, next = 0; first < pieces.size(); first = next) {
      while (next < pieces.size() && pieces[next].fit->column == pieces[first].fit->column) ++next;
      add_cell(std::span(pieces).subspan(first, next - first));
    }
    context_.add(block);
  }

  /// Words of one cell in one line.
  struct Piece {
    const Fit* fit;
    NormSpan span;
    bool fills;
  };

  void add_cell(std::span<Piece> pieces) {
    const bool numbered = pieces.size() == 2 && is_row_number(slice(context_.words, pieces[1].span)) &&
                          !is_number(slice(context_.words, pieces[0].span));
    if (numbered) std::swap(pieces[0], pieces[1]);
    std::vector<CellPiece> words;
    std::size_t width = 1;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      width = std::max(width, pieces[p].fit->width);
      const std::string_view between =
          p == 0 || numbered ? " " : glue(context_.words, pieces[p - 1].span, pieces[p - 1].fills, pieces[p].span);
      words.push_back({pieces[p].span, between});
    }
    if (words.size() > 1) context_.join_cell(context_.layout.cells.size(), words);
    context_.layout.cells.push_back({pieces.front().span, static_cast<std::uint16_t>(pieces.front().fit->column),
                                     static_cast<std::uint16_t>(width), false});
  }

  Context& context_;
  const Grid& grid_;
  std::size_t first_value_ = 0;  ///< the first line with a value
};

/// Words far from the left edge, above a line with columns: 予算額 above (千円), in the middle of a head of two lines.
bool may_top_columns(const Context& context, std::size_t line) {
  constexpr std::size_t kFarRight = 8;
  const std::string_view words = context.line(line);
  const std::size_t indent = words.find_first_not_of(' ');
  return indent != words.npos && indent >= kFarRight && words.size() - indent <= 60 &&
         line + 1 < context.lines.size() && has_inner_gap(context.line(line + 1)) &&
         !is_other_shape(context.line(line + 1)) && !is_title_or_unit(words.substr(indent)) &&
         words.find('\t') == words.npos;
}

/// Several words far apart that share no columns with their neighbours: still no prose, but a row by itself.
std::size_t read_lone_row(Context& context, std::size_t line) {
  constexpr std::size_t kFewestCells = 3;
  constexpr std::ptrdiff_t kFewestSums = 2;
  const WordLine words = read_words(context.norm, context.lines[line].span());
  if (words.segments.size() < kFewestCells || is_caption(context, words)) return 0;
  const auto own = [&](Segment segment) { return slice(context.words, words.span(segment)); };
  const auto sums = std::count_if(words.segments.begin() + 1, words.segments.end(),
                                  [&](Segment segment) { return is_value(own(segment)); });
  // 4 利子割交付金     110,000     80,000: the number of a row, not of a heading
  const bool numbered = read_marker(own(words.segments.front())) && sums < kFewestSums;
  if (is_sentence(own(words.segments.back())) || numbered) return 0;
  context.table_starts.push_back(static_cast<std::uint32_t>(context.layout.blocks.size()));
  Block block = context.block(BlockKind::kRow, line, line, context.lines[line].span());
  block.form = RowForm::kAligned;
  for (std::size_t c = 0; c < words.segments.size(); ++c) context.add_cell(words.span(words.segments[c]), c);
  context.add(block);
  return 1;
}

}  // namespace

std::size_t read_aligned_rows(Context& context, std::size_t line) {
  const bool gap = has_inner_gap(context.line(line)) && !is_other_shape(context.line(line));
  if (line < context.no_columns_before) return gap ? read_lone_row(context, line) : 0;
  if (!gap && !may_top_columns(context, line)) return 0;
  const Grid grid = grow_grid(context, gap ? line : line + 1, !gap);
  if (!is_table(context, grid)) {
    if (gap) context.no_columns_before = grid.end;
    return gap ? read_lone_row(context, line) : 0;
  }
  context.table_starts.push_back(static_cast<std::uint32_t>(context.layout.blocks.size()));
  RowJoiner(context, grid).run();
  return grid.end - line;
}

}  // namespace torikomi::shapes

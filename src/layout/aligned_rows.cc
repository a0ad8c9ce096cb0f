// Rows whose cells stand below each other, parted by blanks only, as `pdftotext -layout` writes tables.
#include <algorithm>

#include "layout/columns.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// Lines with words in one column only that may stand between two lines of a table.
constexpr std::size_t kMostSingles = 4;
constexpr std::size_t kMostBlankLines = 2;

/// One line of a table.
struct TableLine {
  std::size_t line = 0;
  WordLine words;
  std::vector<Fit> fits;
};

struct Grid {
  std::vector<TableLine> lines;
  std::size_t end = 0;      ///< first line behind the table
  std::size_t rows = 0;     ///< lines with words in several columns
  std::size_t columns = 0;
};

bool has_inner_gap(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \f");
  if (begin == line.npos) return false;
  const std::size_t end = line.find_last_not_of(" \r");
  return line.substr(begin, end - begin).find("  ") != line.npos;
}

/// A line that cannot belong to a table of blanks.
bool is_other_shape(std::string_view line) { return line.find_first_of("\t|") != line.npos || line.find("│") != line.npos; }

bool is_sentence(std::string_view words) { return words.ends_with("。") || words.ends_with("、"); }

bool is_title_or_unit(std::string_view words) {
  for (const std::string_view head : {"(単位", "単位", "【", "〔", "《", "第", "※", "#", "<", "("})
    if (words.starts_with(head)) return true;
  return false;
}

class Grower {
 public:
  Grower(const Context& context, Measure measure) : context_(context), measure_(measure) {}

  Grid run(std::size_t start) {
    Grid grid;
    grid.end = start;
    TableLine first{start, read_words(context_.norm, context_.lines[start].span()), {}};
    if (first.words.segments.size() < 2) return grid;
    Columns columns(first.words, measure_);
    grid.lines.push_back(std::move(first));
    grid.rows = 1;
    grid.end = start + 1;
    std::vector<TableLine> pending;
    std::size_t blanks = 0;
    for (std::size_t at = start + 1; at < context_.lines.size(); ++at) {
      const std::string_view line = context_.line(at);
      if (context_.is_blank_line(at)) {
        if (line.find('\f') != line.npos || ++blanks > kMostBlankLines || !pending.empty()) break;
        continue;
      }
      if (is_other_shape(line) || line.find('\f') != line.npos) break;
      TableLine next{at, read_words(context_.norm, context_.lines[at].span()), {}};
      if (is_ruling(slice(context_.words, trimmed(context_.words, context_.lines[at].span())))) break;
      if (next.words.segments.size() < 2) {
        if (blanks > 0 || pending.size() == kMostSingles || !fits_one_column(columns, next)) break;
        pending.push_back(std::move(next));
        continue;
      }
      if (!takes(columns, next, blanks)) break;
      for (TableLine& single : pending) grid.lines.push_back(std::move(single));
      pending.clear();
      grid.lines.push_back(std::move(next));
      ++grid.rows;
      grid.end = at + 1;
      blanks = 0;
    }
    take_last_lines(grid, pending);
    settle(grid, columns);
    return grid;
  }

 private:
  bool takes(Columns& columns, const TableLine& next, std::size_t blanks) const {
    Columns grown = columns;
    const auto fits = grown.add(next.words);
    if (!fits) return false;
    std::size_t wide = 0;
    for (const Fit& fit : *fits) wide += fit.width > 1 ? 1 : 0;
    // words over several columns are heads or totals; many of them mean another table
    if (wide > 0 && (fits->size() < 2 || wide * 2 > fits->size())) return false;
    if (blanks > 0 && fits->size() < 2) return false;
    if (blanks > 1 && grown.size() != columns.size()) return false;
    columns = std::move(grown);
    return true;
  }

  /// Words in one column only: part of a cell of several lines, if they keep to their column.
  bool fits_one_column(const Columns& columns, const TableLine& next) const {
    if (next.words.segments.empty()) return false;
    const auto fits = columns.fit(next.words);
    if (!fits || fits->size() != 1 || fits->front().width != 1) return false;
    const std::string_view words = slice(context_.words, next.words.span(next.words.segments.front()));
    return fits->front().column > 0 || (!is_title_or_unit(words) && !is_sentence(words));
  }

  /// Single lines behind the last row go on one of its cells, if they stand to the right of the first column.
  void take_last_lines(Grid& grid, std::vector<TableLine>& pending) const {
    for (TableLine& single : pending) {
      if (single.line != grid.end) return;
      const auto& first = grid.lines.front().words;
      const auto m = static_cast<std::size_t>(measure_);
      if (single.words.words.front().from[m] + 2 < first.words[first.segments[1].first].from[m]) return;
      grid.end = single.line + 1;
      grid.lines.push_back(std::move(single));
    }
  }

  static void settle(Grid& grid, const Columns& columns) {
    grid.columns = columns.size();
    for (TableLine& line : grid.lines) {
      if (auto fits = columns.fit(line.words)) {
        line.fits = std::move(*fits);
        continue;
      }
      for (const Segment segment : line.words.segments) line.fits.push_back({segment, std::min(line.fits.size(), columns.size() - 1), 1});
    }
  }

  const Context& context_;
  Measure measure_;
};

/// Lines of a table -> rows: lines that only go on the cells above them are joined, where that is clear.
class RowJoiner {
 public:
  RowJoiner(Context& context, const Grid& grid) : context_(context), grid_(grid) {}

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

  /// The last words of the row [begin, end) in `column`.
  [[nodiscard]] std::string_view above(std::size_t begin, std::size_t end, std::size_t column) const {
    for (std::size_t i = end; i-- > begin;)
      for (const Fit& fit : grid_.lines[i].fits)
        if (fit.column <= column && column < fit.column + fit.width) return words(grid_.lines[i], fit);
    return {};
  }

  static bool has_digits_only(std::string_view words) {
    return words.find_first_not_of("0123456789.,%-+ ") == words.npos;
  }

  /// True if line `i` belongs to the row that begins at `begin`.
  [[nodiscard]] bool goes_on(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.line != grid_.lines[i - 1].line + 1 || i - begin > 8) return false;
    bool apart = true;    // no cell stands below a filled one
    bool wrapped = true;  // every cell below a filled one is text without number, mark or key
    bool bracket = false; // a cell below a filled one says more about it: (平成29年度)
    for (const Fit& fit : line.fits) {
      const std::string_view before = above(begin, i, fit.column);
      if (before.empty()) continue;
      apart = false;
      const std::string_view own = words(line, fit);
      if (own.starts_with("(") && !before.starts_with("(")) {
        bracket = true;
      } else if (fit.column == 0 || has_digits_only(own) || has_digits_only(before) || read_marker(own) || before.ends_with("。")) {
        wrapped = false;
      }
    }
    if (apart) return is_piece(begin, i);
    if (bracket) return true;
    return wrapped && line.fits.front().column > 0 && !above(begin, i, 0).empty() && !is_row(line);
  }

  /// Cells that stand beside what the row has so far: a cell in the middle of its row's height. Clear only where the row
  /// or the line has a single cell, or the row had no key yet.
  [[nodiscard]] bool is_piece(std::size_t begin, std::size_t i) const {
    const bool key_above = !above(begin, i, 0).empty();
    const bool key_here = grid_.lines[i].fits.front().column == 0;
    if (key_here) return !key_above;
    return key_above && (i - begin == 1 || grid_.lines[i].fits.size() == 1 || !is_row(grid_.lines[i])) ;
  }

  /// Half of the columns and more are filled.
  [[nodiscard]] bool is_row(const TableLine& line) const { return line.fits.size() * 2 >= grid_.columns && line.fits.size() > 1; }

  void add_row(std::size_t begin, std::size_t end, std::size_t first_line) {
    for (; first_line < grid_.lines[begin].line; ++first_line)
      context_.add(context_.block(BlockKind::kBlank, first_line, first_line, context_.lines[first_line].span()));
    const TableLine& last = grid_.lines[end - 1];
    Block block = context_.block(BlockKind::kRow, grid_.lines[begin].line, last.line,
                                 {context_.lines[grid_.lines[begin].line].begin, context_.lines[last.line].end});
    block.form = RowForm::kAligned;
    std::vector<GridCell> cells;
    for (std::size_t i = begin; i < end; ++i)
      for (const Fit& fit : grid_.lines[i].fits)
        cells.push_back({grid_.lines[i].words.span(fit.segment), static_cast<std::uint16_t>(fit.column),
                         static_cast<std::uint16_t>(fit.width), false, false});
    std::stable_sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) { return a.column < b.column; });
    for (std::size_t c = 1; c < cells.size(); ++c) cells[c].part = cells[c].column == cells[c - 1].column;
    context_.layout.cells.insert(context_.layout.cells.end(), cells.begin(), cells.end());
    context_.add(block);
  }

  Context& context_;
  const Grid& grid_;
};

/// Two columns of prose with a wide blank here and there look like a table of two columns; so do numbered paragraphs.
bool is_table(const Context& context, const Grid& grid) {
  if (grid.rows < 2 || grid.columns < 2) return false;
  std::size_t sentences = 0;
  std::size_t marks = 0;
  for (const TableLine& line : grid.lines) {
    if (line.fits.size() < 2) continue;
    const std::string_view first = slice(context.words, line.words.span(line.fits.front().segment));
    sentences += is_sentence(first) ? 1 : 0;
    const auto marker = read_marker(first);
    marks += (marker && marker->text_at >= first.size()) || first.find_first_not_of("0123456789.") == first.npos ? 1 : 0;
  }
  return sentences * 2 < grid.rows && (grid.columns > 2 || marks * 2 < grid.rows);
}

Grid grow(const Context& context, std::size_t line) {
  Grid characters = Grower(context, Measure::kCharacters).run(line);
  Grid screen = Grower(context, Measure::kScreen).run(line);
  if (screen.rows > characters.rows || (screen.rows == characters.rows && screen.lines.size() > characters.lines.size())) return screen;
  return characters;
}

}  // namespace

std::size_t read_aligned_rows(Context& context, std::size_t line) {
  if (line < context.no_columns_before || !has_inner_gap(context.line(line))) return 0;
  const Grid grid = grow(context, line);
  if (!is_table(context, grid)) {
    context.no_columns_before = grid.end;
    return 0;
  }
  RowJoiner(context, grid).run();
  return grid.end - line;
}

}  // namespace torikomi::shapes

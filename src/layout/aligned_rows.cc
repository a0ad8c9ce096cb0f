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
/// Lines of one row beyond the first.
constexpr std::size_t kMostLines = 12;

/// One line of a table.
struct TableLine {
  std::size_t line = 0;
  WordLine words;
  std::vector<Fit> fits;
  std::vector<bool> fills;  ///< parallel: the words reach the right edge of their column, as wrapped ones do
};

struct Grid {
  std::vector<TableLine> lines;
  std::size_t end = 0;   ///< first line behind the table
  std::size_t rows = 0;  ///< lines with words in several columns
  std::size_t columns = 0;
};

bool has_inner_gap(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \f");
  if (begin == line.npos) return false;
  const std::size_t end = line.find_last_not_of(" \r");
  return line.substr(begin, end - begin).find("  ") != line.npos;
}

/// A line that cannot belong to a table of blanks.
bool is_other_shape(std::string_view line) {
  return line.find_first_of("\t|") != line.npos || line.find("│") != line.npos;
}

bool is_sentence(std::string_view words) { return words.ends_with("。") || words.ends_with("、"); }

bool is_title_or_unit(std::string_view words) {
  for (const std::string_view head : {"(単位", "単位", "【", "〔", "《", "第", "※", "#", "<", "("})
    if (words.starts_with(head)) return true;
  return false;
}

class Grower {
 public:
  Grower(const Context& context, Measure measure) : context_(context), measure_(measure) {}

  /// The table whose first line with several columns is `start`; the line `start` - 1 may hold part of its head.
  Grid run(std::size_t start, bool with_line_above) {
    Grid grid;
    grid.end = start;
    TableLine first{start, read_words(context_.norm, context_.lines[start].span()), {}, {}};
    if (first.words.segments.size() < 2) return grid;
    Columns columns(first.words, measure_);
    if (with_line_above) {
      TableLine above{start - 1, read_words(context_.norm, context_.lines[start - 1].span()), {}, {}};
      if (above.words.segments.size() != 1 || !columns.insert(above.words)) return grid;
      grid.lines.push_back(std::move(above));
    }
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
      TableLine next{at, read_words(context_.norm, context_.lines[at].span()), {}, {}};
      if (is_ruling(slice(context_.words, trimmed(context_.words, context_.lines[at].span())))) break;
      if (next.words.segments.size() < 2) {
        if (blanks > 0 || pending.size() == kMostSingles || next.words.segments.empty()) break;
        // below a head, words in no column open one of their own
        if (grid.rows > 1 || is_unit(next) || !columns.insert(next.words))
          if (!fits_one_column(columns, next)) break;
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
    take_last_lines(grid, columns, pending);
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
    if (wide * 2 > fits->size()) return false;
    // words parted by a wide blank do not share a cell, and behind blank lines it takes the very same columns
    if (fits->size() < 2 || next.words.segments.size() > fits->size()) return false;
    if (blanks > 0 && (grown.size() != columns.size() || columns.overlaps(next.words, *fits) < fits->size()))
      return false;
    if (blanks > 1 && fits->size() < columns.size()) return false;
    columns = std::move(grown);
    return true;
  }

  bool is_unit(const TableLine& next) const {
    return slice(context_.words, next.words.words.front().span).find("単位") != std::string_view::npos;
  }

  /// Words in one column only: part of a cell of several lines, if they keep to their column.
  bool fits_one_column(Columns& columns, const TableLine& next) const {
    Columns grown = columns;
    const auto fits = grown.add(next.words);
    if (!fits || fits->size() != 1 || fits->front().width != 1) return false;
    const std::string_view words = slice(context_.words, next.words.span(next.words.segments.front()));
    if (fits->front().column == 0 && (is_title_or_unit(words) || is_sentence(words))) return false;
    if (grown.size() < columns.size()) columns = std::move(grown);
    return true;
  }

  /// Single lines behind the last row go on one of its cells, if they stand to the right of the first column; a key
  /// stands between two of them.
  void take_last_lines(Grid& grid, const Columns& columns, std::vector<TableLine>& pending) const {
    const auto is_key = [&](const TableLine& single) {
      const auto fits = columns.fit(single.words);
      return !fits || fits->front().column == 0;
    };
    std::vector<bool> keys;
    for (const TableLine& single : pending) keys.push_back(is_key(single));
    for (std::size_t i = 0; i < pending.size(); ++i) {
      TableLine& single = pending[i];
      if (single.line != grid.end) return;
      if (keys[i] && (i == 0 || i + 1 == pending.size() || keys[i - 1] || keys[i + 1])) return;
      grid.end = single.line + 1;
      grid.lines.push_back(std::move(single));
    }
  }

  static void settle(Grid& grid, Columns& columns) {
    grid.columns = columns.size();
    for (TableLine& line : grid.lines) {
      if (auto fits = columns.fit(line.words)) {
        line.fits = std::move(*fits);
      } else {
        line.fits.push_back({{line.words.segments.front().first, line.words.segments.back().last}, 0, columns.size()});
      }
      for (const Fit& fit : line.fits)
        line.fills.push_back(
            columns.fills(fit.column, line.words.words[fit.segment.first], line.words.words[fit.segment.last]));
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

  struct Above {
    std::string_view words;
    bool fills = false;
    std::size_t line = 0;
  };

  /// The last words of the row [begin, end) in `column`; empty if there are none.
  [[nodiscard]] Above above(std::size_t begin, std::size_t end, std::size_t column) const {
    for (std::size_t i = end; i-- > begin;) {
      const TableLine& line = grid_.lines[i];
      for (std::size_t f = 0; f < line.fits.size(); ++f)
        if (line.fits[f].column <= column && column < line.fits[f].column + line.fits[f].width)
          return {words(line, line.fits[f]), line.fills[f], i};
    }
    return {};
  }

  static bool is_number(std::string_view words) { return words.find_first_not_of("0123456789.,%-+ ") == words.npos; }

  /// True if line `i` belongs to the row that begins at `begin`.
  [[nodiscard]] bool goes_on(std::size_t begin, std::size_t i) const {
    const TableLine& line = grid_.lines[i];
    if (line.line != grid_.lines[i - 1].line + 1 || i - begin > kMostLines) return false;
    bool beside = true;    // no cell stands below a filled one
    bool wrapped = true;   // every cell below a filled one goes on words that reached the edge of their column
    bool bracket = false;  // a cell below a filled one says more about it: (平成29年度)
    for (const Fit& fit : line.fits) {
      const Above before = above(begin, i, fit.column);
      if (before.words.empty()) continue;
      beside = false;
      const std::string_view own = words(line, fit);
      if (own.starts_with("(") && !before.words.starts_with("(") && fit.column > 0) {
        bracket = true;
      } else if (!before.fills || is_number(own) || is_number(before.words) || read_marker(own) ||
                 before.words.ends_with("。")) {
        wrapped = false;
      }
    }
    if (beside) return is_piece(begin, i);
    if (bracket) return line.fits.front().column > 0 || above(begin, i, 0).words.empty() || (wrapped && i > begin + 1);
    if (!wrapped || above(begin, i, 0).words.empty()) return false;
    return line.fits.front().column > 0 || goes_on_key(begin, i);
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
    std::vector<GridCell> cells;
    for (std::size_t i = begin; i < end; ++i)
      for (const Fit& fit : grid_.lines[i].fits)
        cells.push_back({grid_.lines[i].words.span(fit.segment), static_cast<std::uint16_t>(fit.column),
                         static_cast<std::uint16_t>(fit.width), false, false});
    std::stable_sort(cells.begin(), cells.end(),
                     [](const GridCell& a, const GridCell& b) { return a.column < b.column; });
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
    marks +=
        (marker && marker->text_at >= first.size()) || first.find_first_not_of("0123456789.") == first.npos ? 1 : 0;
  }
  return sentences * 2 < grid.rows && (grid.columns > 2 || marks * 2 < grid.rows);
}

Grid grow(const Context& context, std::size_t line, bool with_line_above) {
  Grid characters = Grower(context, Measure::kCharacters).run(line, with_line_above);
  Grid screen = Grower(context, Measure::kScreen).run(line, with_line_above);
  if (screen.lines.size() != characters.lines.size())
    return screen.lines.size() > characters.lines.size() ? screen : characters;
  const auto wide = [](const Grid& grid) {
    std::size_t count = 0;
    for (const TableLine& one : grid.lines)
      for (const Fit& fit : one.fits) count += fit.width > 1 ? 1 : 0;
    return count;
  };
  return wide(screen) < wide(characters) ? screen : characters;
}

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

}  // namespace

std::size_t read_aligned_rows(Context& context, std::size_t line) {
  if (line < context.no_columns_before) return 0;
  const bool gap = has_inner_gap(context.line(line));
  if (!gap && !may_top_columns(context, line)) return 0;
  const Grid grid = grow(context, gap ? line : line + 1, !gap);
  if (!is_table(context, grid)) {
    if (gap) context.no_columns_before = grid.end;
    return 0;
  }
  RowJoiner(context, grid).run();
  return grid.end - line;
}

}  // namespace torikomi::shapes

// Which lines belong to one table of blanks, and which columns they have in common.
#include "layout/aligned_grid.h"

#include <algorithm>
#include <array>
#include <string>

#include "layout/aligned_heads.h"
#include "layout/aligned_measure.h"
#include "layout/aligned_numbers.h"
#include "layout/aligned_projection.h"
#include "layout/aligned_totals.h"
#include "layout/cell_words.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// Lines with words in one column only that may stand between two lines of a table: in the first one, in another.
constexpr std::size_t kMostSingles = 4, kMostSinglesOfCell = 16;
/// Behind so many blank lines come more rows, and behind one more a total.
constexpr std::size_t kMostBlankLines = 2;
/// Lines of one table; a longer one goes on as the next. Keeps memory bounded.
constexpr std::size_t kMostTableLines = 10000;

/// 収             入: which side of the accounts stands below.
bool names_side(const Context& context, const WordLine& words) {
  constexpr std::array<std::string_view, 4> kSides = {"歳入", "歳出", "収入", "支出"};
  if (words.words.size() != 2) return false;
  std::string side;
  for (const Word& word : words.words) side += slice(context.words, word.span);
  return std::find(kSides.begin(), kSides.end(), side) != kSides.end();
}

class Grower {
 public:
  Grower(const Context& context, Measure measure) : context_(context), measure_(measure) {}

  /// The table whose first line with several columns is `start`; the line `start` - 1 may hold part of its head.
  Grid run(std::size_t start, bool with_line_above) {
    Grid grid = grow(start, with_line_above, {});
    if (grid.rows == 1 && !with_line_above && start + 1 < context_.lines.size() &&
        !is_other_shape(context_.line(start + 1))) {
      Grid below = grow(start + 1, false, {});
      if (below.rows > 2 && add_groups(below, start)) grid = std::move(below);
    }
    auto better = grow_projected(grid, start, with_line_above);
    return better ? std::move(*better) : std::move(grid);
  }

 private:
  /// The same table with the columns that all its lines show together, if it has more of them than the first line tells
  /// and its words fit better.
  std::optional<Grid> grow_projected(const Grid& grid, std::size_t start, bool with_line_above) {
    const std::vector<Places> columns = project_columns(context_, with_line_above ? start - 1 : start, measure_);
    if (columns.size() < 3 || columns.size() <= grid.columns) return std::nullopt;
    Grid other = grow(start, with_line_above, columns);
    const bool all = other.lines.size() >= grid.lines.size() && other.rows > 2;
    // one in so many lines, where it has more of them
    const std::size_t off = misfits(other, measure_) * grid.lines.size() / std::max<std::size_t>(other.lines.size(), 1);
    // a head alone is no table, whatever it fits
    const bool no_table = grid.rows == 1 && misfits(other, measure_) * 4 <= other.lines.size();
    if (!all || (off > misfits(grid, measure_) && !no_table)) return std::nullopt;
    return other;
  }

  /// `known`: the columns, or nothing where the first line tells them.
  Grid grow(std::size_t start, bool with_line_above, const std::vector<Places>& known) {
    Grid grid;
    grid.end = start;
    TableLine first{start, read_words(context_.norm, context_.lines[start].span()), {}, {}};
    if (first.words.segments.size() < 2 || is_caption(context_, first.words)) return grid;
    Columns columns = known.empty() ? Columns(first.words, measure_) : Columns(known, measure_);
    if (!known.empty() && !columns.add(first.words)) return grid;
    if (with_line_above) {
      TableLine above{start - 1, read_words(context_.norm, context_.lines[start - 1].span()), {}, {}};
      const bool fits = known.empty() ? columns.insert(above.words) : columns.add(above.words).has_value();
      if (above.words.segments.size() != 1 || !fits) return grid;
      grid.lines.push_back(std::move(above));
    }
    grid.lines.push_back(std::move(first));
    grid.rows = 1;
    grid.end = start + 1;
    std::vector<TableLine> pending;
    std::size_t blanks = 0;
    for (std::size_t at = start + 1; at < context_.lines.size() && at - start < kMostTableLines; ++at) {
      const std::string_view line = context_.line(at);
      if (context_.is_blank_line(at)) {
        if (line.find('\f') != line.npos || ++blanks > kMostBlankLines + 1) break;
        if (!pending.empty() && !(grid.rows == 1 && pending.size() == 1 && is_unit(pending.front()))) break;
        continue;
      }
      if (is_other_shape(line) || line.find('\f') != line.npos || context_.is_furniture(at)) break;
      TableLine next{at, read_words(context_.norm, context_.lines[at].span()), {}, {}};
      if (is_ruling(slice(context_.words, trimmed(context_.words, context_.lines[at].span())))) break;
      if (names_side(context_, next.words) || (blanks > 0 && is_caption(context_, next.words))) break;
      if (grid.rows == 1 && ends_with_unit(context_, next.words)) break;
      if ((grid.rows > 1 || holds_text(grid.lines.back())) && heads_years(context_, next.words)) break;
      if (next.words.segments.size() < 2) {
        if (blanks > 0 || next.words.segments.empty() || is_too_many(columns, next, pending)) break;
        // below a head, words in no column open one of their own
        if (grid.rows > 1 || is_unit(next) || !columns.insert(next.words))
          if (!fits_one_column(columns, next)) break;
        pending.push_back(std::move(next));
        continue;
      }
      if (!takes(columns, next, blanks, grid)) break;
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

  /// 目 | 本年度 | 本年度の財源内訳 above a line with headings below the last of them alone: puts it on top of `grid`
  /// if every heading stands over columns of its own, and one over several headings.
  bool add_groups(Grid& grid, std::size_t start) const {
    const TableLine first = grid.lines.front();
    TableLine groups{start, read_words(context_.norm, context_.lines[start].span()), {}, {}};
    if (groups.words.segments.size() < 2 || is_caption(context_, groups.words)) return false;
    const std::vector<Places> columns = extents(grid, static_cast<std::size_t>(measure_));
    std::size_t next = 0;
    for (const Segment segment : groups.words.segments) {
      const Places own = extent(groups, segment);
      while (next < columns.size() && columns[next].to <= own.from) ++next;
      std::size_t end = next;
      while (end < columns.size() && columns[end].from < own.to) ++end;
      if (end == next) return false;
      groups.fits.push_back({segment, next, end - next});
      next = end;
    }
    if (!spread_groups(groups, first, columns.size())) return false;
    groups.fills.assign(groups.fits.size(), false);
    grid.lines.insert(grid.lines.begin(), std::move(groups));
    return true;
  }

  /// A heading over one of the headings in the line below holds for those beside it, up to the next one of its own
  /// line.
  static bool spread_groups(TableLine& groups, const TableLine& below, std::size_t columns) {
    std::vector<bool> headed(columns, false);
    for (const Fit& fit : below.fits)
      if (fit.width == 1) headed[fit.column] = true;
    bool group = false;
    for (std::size_t f = 0; f < groups.fits.size(); ++f) {
      Fit& fit = groups.fits[f];
      if (!headed[fit.column]) {
        if (fit.width > 1) return false;
        continue;
      }
      const std::size_t lowest = f == 0 ? 0 : groups.fits[f - 1].column + groups.fits[f - 1].width;
      const std::size_t end = f + 1 == groups.fits.size() ? columns : groups.fits[f + 1].column;
      while (fit.column > lowest && headed[fit.column - 1]) --fit.column, ++fit.width;
      while (fit.column + fit.width < end && headed[fit.column + fit.width]) ++fit.width;
      group = group || fit.width > 1;
    }
    return group;
  }

  [[nodiscard]] Places extent(const TableLine& line, Segment segment) const {
    const auto m = static_cast<std::size_t>(measure_);
    return {line.words.words[segment.first].from[m], line.words.words[segment.last].to[m]};
  }

  /// Nothing but headings so far, and `next` is a row of sums that has columns for all of them.
  [[nodiscard]] bool is_first_row(const Grid& grid, const TableLine& next) const {
    constexpr std::size_t kFewest = 3;
    const auto values = [&](const TableLine& line) {
      return static_cast<std::size_t>(
          std::count_if(line.words.segments.begin(), line.words.segments.end(),
                        [&](Segment segment) { return is_value(slice(context_.words, line.words.span(segment))); }));
    };
    const std::size_t headings = grid.lines.back().words.segments.size();
    return values(next) >= std::max(kFewest, headings) &&
           std::all_of(grid.lines.begin(), grid.lines.end(), [&](const TableLine& line) { return values(line) == 0; });
  }

  bool takes(Columns& columns, const TableLine& next, std::size_t blanks, const Grid& grid) const {
    Columns grown = columns;
    const auto fits = grown.add(next.words);
    if (!fits) return false;
    std::size_t wide = 0;
    for (const Fit& fit : *fits) wide += fit.width > 1 ? 1 : 0;
    // words over several columns are heads or totals; many of them mean another table
    if (wide * 2 > fits->size()) return false;
    // words parted by a wide blank do not share a cell, and behind blank lines it takes the very same columns
    if (fits->size() < 2 || next.words.segments.size() > fits->size()) return false;
    const bool same = grown.size() == columns.size() && columns.overlaps(next.words, *fits) == fits->size();
    if (blanks > 0 && !same && !(blanks == 1 && is_first_row(grid, next))) return false;
    const bool total = is_total_word(slice(context_.words, next.words.span(next.words.segments.front())));
    if (blanks > kMostBlankLines && !total) return false;
    if (blanks > 1 && fits->size() + (total ? 1 : 0) < columns.size()) return false;
    columns = std::move(grown);
    return true;
  }

  [[nodiscard]] static bool is_too_many(const Columns& columns, const TableLine& next,
                                        const std::vector<TableLine>& singles) {
    if (singles.size() < kMostSingles) return false;
    const auto fits = columns.fit(next.words);
    return singles.size() >= kMostSinglesOfCell || !fits || fits->front().column == 0;
  }

  /// Words too long for a heading.
  [[nodiscard]] bool holds_text(const TableLine& line) const {
    constexpr std::size_t kLongest = 60;  // bytes
    return std::any_of(line.words.segments.begin(), line.words.segments.end(),
                       [&](Segment segment) { return line.words.span(segment).size() > kLongest; });
  }

  bool is_unit(const TableLine& next) const {
    const std::string_view words = slice(context_.words, next.words.words.front().span);
    return words.find("単位") != std::string_view::npos || (next.words.words.size() == 1 && is_unit_word(words));
  }

  /// Words in one column only: part of a cell of several lines, if they keep to their column.
  bool fits_one_column(Columns& columns, const TableLine& next) const {
    Columns grown = columns;
    const auto fits = grown.add(next.words);
    if (!fits || fits->size() != 1 || fits->front().width != 1) return false;
    const std::string_view words = slice(context_.words, next.words.span(next.words.segments.front()));
    const bool title = is_title_or_unit(words) && !words.starts_with("第");
    const bool left = fits->front().column == 0 || next.words.words.front().from[0] == 0;
    if (left && (title || is_sentence(words))) return false;
    if (grown.size() < columns.size()) columns = std::move(grown);
    return true;
  }

  /// Single lines behind the last row go on one of its cells, if they stand to the right of the first column; a key
  /// stands between two of them.
  void take_last_lines(Grid& grid, const Columns& columns, std::vector<TableLine>& pending) const {
    const auto is_key = [&](const TableLine& single) {
      const auto fits = columns.fit(single.words);
      return !fits || fits->front().column == 0 || single.words.words.front().from[0] == 0;
    };
    std::vector<bool> keys;
    keys.reserve(pending.size());
    for (const TableLine& single : pending) keys.push_back(is_key(single));
    for (std::size_t i = 0; i < pending.size(); ++i) {
      TableLine& single = pending[i];
      if (single.line != grid.end) return;
      if (is_bare_number(single) && !(i > 0 && is_total_and_sum(pending, i - 1))) return;
      if (is_total_and_sum(pending, i)) keys[i] = false;
      if (keys[i] && (i == 0 || i + 1 == pending.size() || keys[i - 1] || keys[i + 1]) &&
          !(i == 0 && goes_on_last_key(grid, columns, single)))
        return;
      grid.end = single.line + 1;
      grid.lines.push_back(std::move(single));
    }
  }

  /// 12 alone below a table is the number of its page.
  [[nodiscard]] bool is_bare_number(const TableLine& single) const {
    constexpr std::size_t kLongest = 3;
    const std::string_view words = slice(context_.words, single.words.span(single.words.segments.front()));
    return words.size() <= kLongest && words.find_first_not_of("0123456789") == words.npos;
  }

  /// 歳入合計, and its sum in the next line.
  [[nodiscard]] bool is_total_and_sum(const std::vector<TableLine>& singles, std::size_t i) const {
    const auto own = [&](std::size_t k) {
      return slice(context_.words, singles[k].words.span(singles[k].words.segments.front()));
    };
    return i + 1 < singles.size() && is_total_word(own(i)) && is_value(own(i + 1));
  }

  /// The key of the last row filled its column, and the words below it are few: the rest of that key.
  [[nodiscard]] bool goes_on_last_key(const Grid& grid, const Columns& columns, const TableLine& single) const {
    const TableLine& last = grid.lines.back();
    const auto fits = columns.fit(last.words);
    const auto own = columns.fit(single.words);
    if (!fits || fits->front().column != 0 || fits->front().width != 1 || !own || own->front().width != 1) return false;
    const Segment key = fits->front().segment;
    const NormSpan words = single.words.span(single.words.segments.front());
    return columns.fills(0, last.words.words[key.first], last.words.words[key.last]) &&
           words.size() * 2 <= last.words.span(key).size() && words.begin > context_.lines[single.line].begin &&
           !read_marker(slice(context_.words, words));
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

}  // namespace

bool has_inner_gap(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \f");
  if (begin == line.npos) return false;
  const std::size_t end = line.find_last_not_of(" \r");
  return line.substr(begin, end - begin).find("  ") != line.npos;
}

bool is_other_shape(std::string_view line) {
  return line.find_first_of("\t|") != line.npos || line.find("│") != line.npos || line.find("<table") != line.npos ||
         spaced_label_end(line) != line.npos;
}

bool is_sentence(std::string_view words) { return words.ends_with("。") || words.ends_with("、"); }

bool ends_with_unit(const Context& context, const WordLine& words) {
  if (words.segments.size() < 2 || words.segments.size() > 3) return false;
  const std::string_view last = slice(context.words, words.span(words.segments.back()));
  return last.starts_with("(単位") || last.starts_with("単位:") || last.starts_with("単位(") ||
         last.starts_with("[単位");
}

bool is_caption(const Context& context, const WordLine& words) {
  const auto own = [&](const Segment& segment) { return slice(context.words, words.span(segment)); };
  // 第    1       表   歳入歳出予算, or 第1表
  if (words.segments.empty()) return false;
  const std::string_view first = own({words.segments.front().first, words.segments.front().first});
  if (first == "第" || (first.starts_with("第") && first.ends_with("表"))) return true;
  if (words.segments.size() < 2 || words.segments.size() > 3) return false;
  if (ends_with_unit(context, words) || names_side(context, words)) return true;
  const auto marker = read_marker(std::string(own(words.segments.front())) + " x");
  return words.segments.size() == 2 && marker && marker->kind != MarkerKind::kBullet &&
         marker->size >= own(words.segments.front()).size();
}

bool heads_years(const Context& context, const WordLine& words) {
  constexpr std::size_t kFewest = 3;
  std::size_t years = 0;
  for (const Segment segment : words.segments) {
    const std::string_view own = slice(context.words, words.span(segment));
    if (is_year(own) || own == "単位")
      ++years;
    else if (is_value(own))
      return false;
  }
  return years >= kFewest;
}

bool is_title_or_unit(std::string_view words) {
  for (const std::string_view head : {"(単位", "単位", "【", "〔", "《", "第", "※", "#", "<", "("})
    if (words.starts_with(head)) return true;
  return false;
}

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

Grid grow_grid(Context& context, std::size_t start, bool with_line_above) {
  settle_places(context);
  Grid characters = Grower(context, Measure::kCharacters).run(start, with_line_above);
  Grid screen = Grower(context, Measure::kScreen).run(start, with_line_above);
  const bool by_screen = counts_screen(context, characters, screen);
  Grid grid = by_screen ? std::move(screen) : std::move(characters);
  if (!is_table(context, grid)) return grid;
  join_total_column(context, grid);
  join_numbers(context, grid);
  spread_headings(context, grid, by_screen ? Measure::kScreen : Measure::kCharacters);
  return grid;
}

}  // namespace torikomi::shapes

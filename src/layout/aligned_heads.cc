#include "layout/aligned_heads.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "layout/cell_words.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kMostHeads = 6;  ///< lines
constexpr std::int64_t kSlack = 6;     ///< twice the places by which a heading may be off the middle
constexpr std::int64_t kFlush = 2;     ///< what several columns cost a heading that begins where the first of them does
constexpr std::int64_t kNever = INT64_MAX / 4;
constexpr std::size_t kMostColumns = 60;

class HeadSpreader {
 public:
  HeadSpreader(const Context& context, Grid& grid, Measure measure)
      : context_(context), grid_(grid), measure_(static_cast<std::size_t>(measure)), columns_(grid.columns) {}

  void run() {
    while (heads_ < kMostHeads && heads_ < grid_.lines.size() && !has_value(heads_)) ++heads_;
    if (columns_.size() > kMostColumns) return;
    for (std::size_t i = 0; i + 1 < heads_; ++i)
      if (!deal_out(i)) spread_line(i);
  }

 private:
  [[nodiscard]] bool has_value(std::size_t line) const {
    const TableLine& one = grid_.lines[line];
    return std::any_of(one.fits.begin(), one.fits.end(),
                       [&](const Fit& fit) { return is_value(slice(context_.words, one.words.span(fit.segment))); });
  }

  /// By column, the headings of all lines below `line`.
  [[nodiscard]] std::vector<std::string> words_below(std::size_t line) const {
    std::vector<std::string> out(columns_.size());
    for (std::size_t i = line + 1; i < heads_; ++i)
      for (const Fit& fit : grid_.lines[i].fits)
        if (fit.width == 1) out[fit.column] += slice(context_.words, grid_.lines[i].words.span(fit.segment));
    return out;
  }

  /// H25 | H26 over 決算額 | 増減額 | 決算額 | 増減額, which come again as often as there are headings in the line:
  /// each holds for its own ones, however far it is off their middle.
  bool deal_out(std::size_t line) {
    std::vector<Fit>& fits = grid_.lines[line].fits;
    const std::vector<std::string> below = words_below(line);
    for (std::size_t each = 2; fits.size() > 1 && each * fits.size() <= below.size(); ++each) {
      for (std::size_t first = 0; first + each * fits.size() <= below.size(); ++first) {
        if (!comes_again(below, first, each, fits.size()) || !stand_in(fits, first, each)) continue;
        for (std::size_t f = 0; f < fits.size(); ++f) {
          fits[f].column = first + f * each;
          fits[f].width = each;
        }
        return true;
      }
    }
    return false;
  }

  /// The words of the columns from `first` on are `times` the same ones, `each` at a time.
  static bool comes_again(const std::vector<std::string>& words, std::size_t first, std::size_t each,
                          std::size_t times) {
    for (std::size_t c = first; c < first + each * times; ++c)
      if (words[c].empty() || words[c] != words[first + (c - first) % each]) return false;
    return true;
  }

  /// Every heading stands over one of its own columns.
  static bool stand_in(const std::vector<Fit>& fits, std::size_t first, std::size_t each) {
    for (std::size_t f = 0; f < fits.size(); ++f)
      if (fits[f].column < first + f * each || fits[f].column >= first + (f + 1) * each) return false;
    return true;
  }

  /// The line of the first heading below `line` in the column, where none stands above; 0 if there is no such line.
  [[nodiscard]] std::size_t line_below(std::size_t line, std::size_t column) const {
    for (std::size_t i = 0; i < heads_; ++i) {
      const std::vector<Fit>& fits = grid_.lines[i].fits;
      const bool has = std::any_of(fits.begin(), fits.end(),
                                   [column](const Fit& fit) { return fit.column == column && fit.width == 1; });
      if (i == line || !has) continue;
      return i < line ? 0 : i;
    }
    return 0;
  }

  /// Gives every heading of the line the columns that it stands in the middle of: those that together are least off
  /// their middles and leave the fewest headings of the line below without one above.
  void spread_line(std::size_t line) {
    std::vector<Fit>& fits = grid_.lines[line].fits;
    columns_ = extents(grid_, measure_, line + 1);
    below_.assign(columns_.size(), 0);
    for (std::size_t c = 0; c < columns_.size(); ++c) below_[c] = line_below(line, c);
    // by heading and by the column behind its last one
    std::vector<std::vector<Step>> steps(fits.size() + 1, std::vector<Step>(columns_.size() + 1));
    steps[0][0].cost = 0;
    for (std::size_t f = 0; f < fits.size(); ++f) {
      for (std::size_t from = 0; from <= fits[f].column; ++from)
        if (steps[f][from].cost < kNever) place(line, f, from, steps);
    }
    std::size_t end = columns_.size();
    std::int64_t best = kNever;
    for (std::size_t e = 0; e <= columns_.size(); ++e) {
      const std::int64_t cost = steps.back()[e].cost + bare(e, columns_.size());
      if (cost < best) best = cost, end = e;
    }
    if (best == kNever) return;
    for (std::size_t f = fits.size(); f-- > 0;) {
      const Step& step = steps[f + 1][end];
      fits[f].column = step.first;
      fits[f].width = end - step.first;
      end = step.before;
    }
  }

  /// The cheapest way to an end: the first column of the heading, and the end of the heading before it.
  struct Step {
    std::int64_t cost = kNever;
    std::size_t first = 0, before = 0;
  };

  /// All ranges of heading `f` behind a heading that ends at `from`.
  void place(std::size_t line, std::size_t f, std::size_t from, std::vector<std::vector<Step>>& steps) const {
    const Fit& fit = grid_.lines[line].fits[f];
    const std::size_t own_end = fit.column + fit.width;
    const std::size_t limit =
        f + 1 < grid_.lines[line].fits.size() ? grid_.lines[line].fits[f + 1].column : columns_.size();
    const std::size_t below = below_[fit.column];
    for (std::size_t a = fit.column;; --a) {
      for (std::size_t b = own_end; b <= std::max(limit, own_end); ++b) {
        if (b > own_end && (below == 0 || below_[b - 1] != below)) break;
        const bool wider = b - a > fit.width;
        const std::int64_t off = is_flush(line, fit, a) ? (wider ? kFlush : 0) : off_middle(line, fit, a, b);
        const std::int64_t cost = steps[f][from].cost + bare(from, a) + std::min(off, kSlack);
        if ((off <= kSlack || !wider) && cost < steps[f + 1][b].cost) steps[f + 1][b] = {cost, a, from};
      }
      if (a <= from || below == 0 || below_[a - 1] != below) return;
    }
  }

  /// What headings of a lower line in the columns [first, end) cost that have none above. The names of the rows, which
  /// come first, have none more often.
  [[nodiscard]] std::int64_t bare(std::size_t first, std::size_t end) const {
    const std::int64_t each = first == 0 ? 2 : 4;
    std::int64_t out = 0;
    for (std::size_t c = first; c < end; ++c) out += below_[c] > 0 ? each : 0;
    return out;
  }

  /// A heading over several columns that begins where the first of them does.
  [[nodiscard]] bool is_flush(std::size_t line, const Fit& fit, std::size_t first) const {
    const WordLine& words = grid_.lines[line].words;
    return words.words[fit.segment.first].from[measure_] == columns_[first].from;
  }

  /// Twice the distance of the words from the middle of the columns [first, end).
  [[nodiscard]] std::int64_t off_middle(std::size_t line, const Fit& fit, std::size_t first, std::size_t end) const {
    const WordLine& words = grid_.lines[line].words;
    const std::int64_t own = std::int64_t{words.words[fit.segment.first].from[measure_]} +
                             std::int64_t{words.words[fit.segment.last].to[measure_]};
    const std::int64_t off = std::int64_t{columns_[first].from} + std::int64_t{columns_[end - 1].to} - own;
    return off < 0 ? -off : off;
  }

  const Context& context_;
  Grid& grid_;
  std::size_t measure_;
  std::vector<Places> columns_;
  std::size_t heads_ = 0;           ///< lines before the first value
  std::vector<std::size_t> below_;  ///< by column, the line of the heading below the line in hand; 0: none
};

}  // namespace

std::vector<Places> extents(const Grid& grid, std::size_t measure, std::size_t first_line) {
  std::vector<Places> out(grid.columns, {UINT32_MAX, 0});
  for (std::size_t i = first_line; i < grid.lines.size(); ++i) {
    const TableLine& line = grid.lines[i];
    for (const Fit& fit : line.fits) {
      if (fit.width > 1) continue;
      Places& column = out[fit.column];
      column.from = std::min(column.from, line.words.words[fit.segment.first].from[measure]);
      column.to = std::max(column.to, line.words.words[fit.segment.last].to[measure]);
    }
  }
  return out;
}

void spread_headings(const Context& context, Grid& grid, Measure measure) {
  if (grid.columns > 0) HeadSpreader(context, grid, measure).run();
}

}  // namespace torikomi::shapes

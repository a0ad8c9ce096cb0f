#include "layout/aligned_heads.h"

#include <algorithm>
#include <cstdint>

#include "layout/cell_words.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kMostHeads = 6;  ///< lines
constexpr std::int64_t kSlack = 6;     ///< twice the places by which a heading may be off the middle

class HeadSpreader {
 public:
  HeadSpreader(const Context& context, Grid& grid, Measure measure)
      : context_(context),
        grid_(grid),
        measure_(static_cast<std::size_t>(measure)),
        columns_(extents(grid, measure_)) {}

  void run() {
    while (heads_ < kMostHeads && heads_ < grid_.lines.size() && !has_value(heads_)) ++heads_;
    for (std::size_t i = 0; i + 1 < heads_; ++i) {
      std::vector<Fit>& fits = grid_.lines[i].fits;
      for (std::size_t f = 0; f < fits.size(); ++f) {
        const std::size_t lowest = f == 0 ? 0 : fits[f - 1].column + fits[f - 1].width;
        const std::size_t end = f + 1 == fits.size() ? columns_.size() : fits[f + 1].column;
        if (line_below(i, fits[f].column) > 0) spread(i, fits[f], lowest, end);
      }
    }
  }

 private:
  [[nodiscard]] bool has_value(std::size_t line) const {
    const TableLine& one = grid_.lines[line];
    return std::any_of(one.fits.begin(), one.fits.end(),
                       [&](const Fit& fit) { return is_value(slice(context_.words, one.words.span(fit.segment))); });
  }

  /// The line of the only heading below `line` in the column, where none stands above; 0 if there is no such line.
  [[nodiscard]] std::size_t line_below(std::size_t line, std::size_t column) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < heads_; ++i) {
      const std::vector<Fit>& fits = grid_.lines[i].fits;
      const bool has = std::any_of(fits.begin(), fits.end(),
                                   [column](const Fit& fit) { return fit.column == column && fit.width == 1; });
      if (i == line || !has) continue;
      if (i < line || found > 0) return 0;
      found = i;
    }
    return found;
  }

  void spread(std::size_t line, Fit& fit, std::size_t lowest, std::size_t end) const {
    const Fit before = fit;
    const std::size_t behind = before.column + before.width;
    const std::size_t below = line_below(line, before.column);
    std::size_t first = before.column;
    std::size_t last = behind;
    while (first > lowest && line_below(line, first - 1) == below) --first;
    while (last < end && line_below(line, last) == below) ++last;
    std::int64_t best = off_middle(line, fit, before.column, behind);
    for (std::size_t a = first; a <= before.column; ++a) {
      for (std::size_t b = behind; b <= last; ++b) {
        const std::int64_t off = off_middle(line, fit, a, b);
        // of ranges about the same middle it is the widest that needs a heading over all of it
        if (off > best + kSlack || (off >= best && b - a <= fit.width)) continue;
        best = std::min(best, off);
        fit.column = a;
        fit.width = b - a;
      }
    }
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
  std::size_t heads_ = 0;  ///< lines before the first value
};

}  // namespace

std::vector<Places> extents(const Grid& grid, std::size_t measure) {
  std::vector<Places> out(grid.columns, {UINT32_MAX, 0});
  for (const TableLine& line : grid.lines) {
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

#include "layout/aligned_measure.h"

#include <algorithm>
#include <array>
#include <map>

#include "layout/cell_words.h"

namespace torikomi::shapes {
namespace {

/// 本年度の財源内訳 above 国県支出金 and 地方債: a heading over several columns.
bool heads_group(const Grid& grid, std::size_t line, const Fit& fit) {
  constexpr std::size_t kMostHeads = 3;  // lines
  if (line >= kMostHeads || line + 1 == grid.lines.size()) return false;
  const auto& below = grid.lines[line + 1].fits;
  return std::count_if(below.begin(), below.end(), [&](const Fit& other) {
           return other.column >= fit.column && other.column + other.width <= fit.column + fit.width;
         }) > 1;
}

/// Whether words stand beside all other words of their column: put there by their number alone.
bool is_misplaced(const Grid& grid, std::size_t line, const Fit& fit, std::size_t measure) {
  const auto from = [&](const TableLine& of, const Fit& one) {
    return of.words.words[one.segment.first].from[measure];
  };
  const auto to = [&](const TableLine& of, const Fit& one) { return of.words.words[one.segment.last].to[measure]; };
  bool others = false;
  for (std::size_t i = 0; i < grid.lines.size(); ++i) {
    for (const Fit& other : grid.lines[i].fits) {
      if (i == line || other.column != fit.column || other.width > 1) continue;
      others = true;
      if (from(grid.lines[i], other) < to(grid.lines[line], fit) &&
          from(grid.lines[line], fit) < to(grid.lines[i], other))
        return false;
    }
  }
  return others;
}

/// How many cells end, or else begin, exactly where most others of their column do.
std::size_t flush_cells(const Grid& grid, Measure measure) {
  const auto m = static_cast<std::size_t>(measure);
  std::vector<std::map<std::uint32_t, std::size_t>> ends(grid.columns), begins(grid.columns);
  for (const TableLine& line : grid.lines) {
    for (const Fit& fit : line.fits) {
      if (fit.width > 1) continue;
      ++ends[fit.column][line.words.words[fit.segment.last].to[m]];
      ++begins[fit.column][line.words.words[fit.segment.first].from[m]];
    }
  }
  const auto most = [](const std::map<std::uint32_t, std::size_t>& places) {
    std::size_t out = 0;
    for (const auto& [place, count] : places) out = std::max(out, count);
    return out;
  };
  std::size_t flush = 0;
  for (std::size_t c = 0; c < grid.columns; ++c) flush += std::max(most(ends[c]), most(begins[c]));
  return flush;
}

}  // namespace

std::size_t misfits(const Grid& grid, Measure measure) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < grid.lines.size(); ++i) {
    const TableLine& one = grid.lines[i];
    for (const Fit& fit : one.fits) count += fit.width > 1 && !heads_group(grid, i, fit) ? 1 : 0;
    if (one.words.segments.size() > one.fits.size()) count += one.words.segments.size() - one.fits.size();
    if (i > 0) continue;
    for (const Fit& fit : one.fits)
      count += fit.width == 1 && is_misplaced(grid, i, fit, static_cast<std::size_t>(measure)) ? 1 : 0;
  }
  return count;
}

void settle_places(Context& context) {
  constexpr std::size_t kMostLines = 100;  // with wide blanks
  constexpr std::size_t kEnough = 40;      // numbers
  if (context.places) return;
  std::array<std::size_t, 2> votes{};
  std::vector<Word> above;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < context.lines.size() && lines < kMostLines && votes[0] + votes[1] < kEnough; ++i) {
    std::vector<Word> numbers;
    if (has_inner_gap(context.line(i)) && !is_other_shape(context.line(i))) {
      ++lines;
      const WordLine words = read_words(context.norm, context.lines[i].span());
      for (const Segment segment : words.segments)
        if (is_value(slice(context.words, words.span(segment)))) numbers.push_back(words.words[segment.last]);
    }
    for (std::size_t m = 0; m < votes.size(); ++m)
      for (const Word& word : numbers)
        votes[m] += std::any_of(above.begin(), above.end(), [&](const Word& one) { return one.to[m] == word.to[m]; });
    above = std::move(numbers);
  }
  const bool screen = votes[1] * 8 > votes[0] * 9;
  const bool characters = votes[0] * 8 > votes[1] * 9;
  context.places = screen ? 1 : characters ? -1 : 0;
}

bool counts_screen(const Context& context, const Grid& characters, const Grid& screen) {
  const std::size_t by_screen = flush_cells(screen, Measure::kScreen);
  const std::size_t by_characters = flush_cells(characters, Measure::kCharacters);
  // more lines show more of a table only where their words stand below each other
  if (context.places == 1 && screen.rows > 1 && by_screen * 8 >= by_characters * 7) return true;
  if (context.places == -1 && characters.rows > 1 && by_characters * 8 >= by_screen * 7) return false;
  if (screen.lines.size() != characters.lines.size()) return screen.lines.size() > characters.lines.size();
  // numbers end below each other where places are counted as they were written
  if (by_screen * 8 > by_characters * 9) return true;
  if (by_characters * 8 > by_screen * 9) return false;
  return misfits(screen, Measure::kScreen) < misfits(characters, Measure::kCharacters);
}

}  // namespace torikomi::shapes

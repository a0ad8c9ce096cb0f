#include "layout/aligned_projection.h"

#include <algorithm>

#include "layout/aligned_grid.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kFewestLines = 4;
constexpr std::size_t kMostLines = 60;  ///< so many show where the columns are
constexpr std::size_t kWidest = 400;    ///< places; a longer line is no row
constexpr std::size_t kOneOf = 7;       ///< one line of so many may reach over a gap: a head over several columns
constexpr std::uint32_t kNarrowestGap = 2;

/// How many lines have words at each place.
class Ink {
 public:
  explicit Ink(Measure measure) : measure_(static_cast<std::size_t>(measure)), places_(kWidest) {}

  bool add(const WordLine& line) {
    if (lines_ == 0)
      for (const Segment segment : line.segments) heads_.push_back(extent(line, segment));
    for (const Segment segment : line.segments) {
      const Places own = extent(line, segment);
      if (own.to > kWidest) return false;
      if (reaches_over(own)) continue;
      for (std::uint32_t at = own.from; at < own.to; ++at) ++places_[at];
    }
    ++lines_;
    return true;
  }

  [[nodiscard]] std::size_t lines() const { return lines_; }

  [[nodiscard]] std::vector<Places> columns() const {
    std::vector<Places> out;
    std::uint32_t gap = kNarrowestGap;
    for (std::uint32_t at = 0; at < kWidest; ++at) {
      if (places_[at] * kOneOf <= lines_) {
        ++gap;
        continue;
      }
      if (gap >= kNarrowestGap || out.empty()) out.push_back({at, at});
      out.back().to = at + 1;
      gap = 0;
    }
    return out;
  }

 private:
  [[nodiscard]] Places extent(const WordLine& line, Segment segment) const {
    return {line.words[segment.first].from[measure_], line.words[segment.last].to[measure_]};
  }

  /// Words below several headings of the first line: they show no column.
  [[nodiscard]] bool reaches_over(Places own) const {
    constexpr std::ptrdiff_t kFewest = 3;
    return std::count_if(heads_.begin(), heads_.end(),
                         [&](Places head) { return head.from < own.to && own.from < head.to; }) >= kFewest;
  }

  std::size_t measure_;
  std::vector<Places> heads_;  ///< of the first line
  std::vector<std::size_t> places_;
  std::size_t lines_ = 0;
};

}  // namespace

std::vector<Places> project_columns(const Context& context, std::size_t start, Measure measure) {
  Ink ink(measure);
  for (std::size_t at = start; at < context.lines.size() && ink.lines() < kMostLines; ++at) {
    if (context.is_blank_line(at) || is_other_shape(context.line(at)) || context.is_furniture(at)) break;
    const WordLine words = read_words(context.norm, context.lines[at].span());
    if (ink.lines() > 1 && heads_years(context, words)) break;
    if (!ink.add(words)) return {};
  }
  return ink.lines() < kFewestLines ? std::vector<Places>() : ink.columns();
}

}  // namespace torikomi::shapes

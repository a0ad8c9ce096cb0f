#include "layout/aligned_numbers.h"

#include <algorithm>

#include "layout/cell_words.h"
#include "layout/row_words.h"

namespace torikomi::shapes {
namespace {

class NumberJoiner {
 public:
  NumberJoiner(const Context& context, Grid& grid) : context_(context), grid_(grid) {}

  void run() {
    for (TableLine& line : grid_.lines)
      for (std::size_t f = 0; f + 1 < line.fits.size(); ++f)
        if (stands_before_name(line, f) && holds_names(line.fits[f].column)) join(line, f);
  }

 private:
  [[nodiscard]] std::string_view words(const TableLine& line, const Fit& fit) const {
    return slice(context_.words, line.words.span(fit.segment));
  }

  [[nodiscard]] bool stands_before_name(const TableLine& line, std::size_t f) const {
    constexpr std::uint32_t kWidest = 6;  // blanks
    const Fit& next = line.fits[f + 1];
    return is_row_number(words(line, line.fits[f])) && next.column == line.fits[f].column + 1 && next.width == 1 &&
           line.words.words[next.segment.first].gap <= kWidest && !is_value(words(line, next));
  }

  /// A row of the table has a name in this column, and nothing in the next one.
  [[nodiscard]] bool holds_names(std::size_t column) const {
    return std::any_of(grid_.lines.begin(), grid_.lines.end(), [&](const TableLine& line) {
      const auto own = std::find_if(line.fits.begin(), line.fits.end(),
                                    [=](const Fit& fit) { return fit.column == column && fit.width == 1; });
      if (own == line.fits.end() || own + 1 == line.fits.end() || (own + 1)->column == column + 1) return false;
      const std::string_view name = words(line, *own);
      return !is_row_number(name) && !is_value(name) && !is_total_word(name) && is_value(words(line, line.fits.back()));
    });
  }

  static void join(TableLine& line, std::size_t f) {
    line.fits[f + 1].segment.first = line.fits[f].segment.first;
    line.fits.erase(line.fits.begin() + static_cast<std::ptrdiff_t>(f));
    line.fills.erase(line.fills.begin() + static_cast<std::ptrdiff_t>(f));
  }

  const Context& context_;
  Grid& grid_;
};

}  // namespace

void join_numbers(const Context& context, Grid& grid) { NumberJoiner(context, grid).run(); }

}  // namespace torikomi::shapes

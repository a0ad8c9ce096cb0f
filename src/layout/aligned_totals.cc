#include "layout/aligned_totals.h"

#include <algorithm>

#include "layout/cell_words.h"

namespace torikomi::shapes {
namespace {

/// 項目 and 合計 in the middle of the column of the names, which are shorter: no column of its own, where nothing but
/// totals stands below its heading, never beside a name.
class TotalColumn {
 public:
  TotalColumn(const Context& context, Grid& grid) : context_(context), grid_(grid) {}

  void join() {
    bool heads = true;
    std::size_t totals = 0;
    for (const TableLine& line : grid_.lines) {
      const bool value = holds_value(line);
      heads = heads && !value;
      const bool name = line.fits.front().column == 0;
      const Fit* total = cell(line, 1);
      if (line.fits.front().width > 1 || (heads ? name : (name == (total != nullptr)))) return;
      if (total == nullptr || heads) continue;
      if (!is_total_word(words(line, *total))) return;
      ++totals;
    }
    if (totals > 0 && grid_.columns > 2) shift();
  }

 private:
  [[nodiscard]] std::string_view words(const TableLine& line, const Fit& fit) const {
    return slice(context_.words, line.words.span(fit.segment));
  }
  [[nodiscard]] bool holds_value(const TableLine& line) const {
    return std::any_of(line.fits.begin(), line.fits.end(), [&](const Fit& fit) { return is_value(words(line, fit)); });
  }
  [[nodiscard]] static const Fit* cell(const TableLine& line, std::size_t column) {
    const auto found = std::find_if(line.fits.begin(), line.fits.end(), [=](const Fit& fit) {
      return fit.column <= column && column < fit.column + fit.width;
    });
    return found == line.fits.end() ? nullptr : &*found;
  }
  void shift() {
    for (TableLine& line : grid_.lines)
      for (Fit& fit : line.fits)
        if (fit.column > 0) --fit.column;
    --grid_.columns;
  }

  const Context& context_;
  Grid& grid_;
};

}  // namespace

void join_total_column(const Context& context, Grid& grid) { TotalColumn(context, grid).join(); }

}  // namespace torikomi::shapes

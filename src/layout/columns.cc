#include "layout/columns.h"

#include <algorithm>

namespace torikomi::shapes {
namespace {

/// By how many places an extractor moves a cell, because it rounds the widths of letters.
constexpr std::uint32_t kSlack = 2;

}  // namespace

Columns::Columns(const WordLine& line, Measure measure) : measure_(static_cast<std::size_t>(measure)) {
  for (const Segment segment : line.segments) columns_.push_back({from(line, segment), to(line, segment)});
}

Columns::Columns(const std::vector<Places>& columns, Measure measure)
    : measure_(static_cast<std::size_t>(measure)), lines_(2) {
  for (const Places& column : columns) columns_.push_back({column.from, column.to, 2});
}

std::optional<std::vector<Fit>> Columns::fit(const WordLine& line, const std::vector<Segment>& segments) const {
  if (segments.empty()) return std::nullopt;
  if (auto found = in_order(line, segments)) return found;
  return by_place(line, segments);
}

/// Letters that stand apart are read as labels unless they fit better one by one (有   無   有 below three heads).
std::optional<std::vector<Fit>> Columns::fit(const WordLine& line) const {
  auto joined = fit(line, line.segments);
  if (line.apart.size() == line.segments.size()) return joined;
  auto apart = fit(line, line.apart);
  if (!joined || !apart) return joined ? joined : apart;
  return overlaps(line, *apart) * joined->size() > overlaps(line, *joined) * apart->size() ? apart : joined;
}

std::size_t Columns::overlaps(const WordLine& line, const std::vector<Fit>& fits) const {
  return static_cast<std::size_t>(std::count_if(fits.begin(), fits.end(), [&](const Fit& fit) {
    const Column& column = columns_[fit.column];
    return fit.width == 1 && from(line, fit.segment) < column.to + kSlack &&
           column.from < to(line, fit.segment) + kSlack;
  }));
}

std::optional<std::vector<Fit>> Columns::add(const WordLine& line) {
  if (line.segments.empty()) return std::nullopt;
  if (line.segments.size() > columns_.size()) static_cast<void>(widen(line, line.segments));
  auto fits = fit(line);
  if (fits && fits->size() < line.segments.size() && split(line)) fits = fit(line);
  if (fits && merge_thin(*fits)) fits = fit(line);
  if (fits) grow(line, *fits);
  if (fits && fits->size() > 1) ++lines_;
  return fits;
}

/// 活動指標 in the middle over 招致者数 | 活動実績: below the first lines, words that a wide blank parts make a column
/// each where the heading over them stands in their middle.
bool Columns::split(const WordLine& line) {
  constexpr std::int64_t kOff = 8;  // twice the places
  if (lines_ > 2) return false;
  std::vector<Column> out;
  std::size_t next = 0;
  for (const Column& column : columns_) {
    const std::size_t first = next;
    while (next < line.segments.size() && (&column == &columns_.back() || !is_nearer_to_next(line, next, column)))
      ++next;
    const std::size_t count = next - first;
    if (count > 2) return false;
    if (count < 2) {
      out.push_back(column);
      continue;
    }
    const std::int64_t off = std::int64_t{from(line, line.segments[first])} + to(line, line.segments[first + 1]) -
                             std::int64_t{column.from} - column.to;
    if (line.words[line.segments[first].first].digits || line.words[line.segments[first + 1].first].digits)
      return false;
    if (off > kOff || off < -kOff || column.from < from(line, line.segments[first]) ||
        column.to > to(line, line.segments[first + 1]))
      return false;
    for (std::size_t k = first; k < next; ++k)
      out.push_back({from(line, line.segments[k]), to(line, line.segments[k]), 2});
  }
  const bool more = out.size() > columns_.size();
  columns_ = std::move(out);
  return more;
}

/// Whether a segment stands nearer to the column behind `column`.
bool Columns::is_nearer_to_next(const WordLine& line, std::size_t segment, const Column& column) const {
  const Column& behind = *(&column + 1);
  const std::int64_t middle =
      std::int64_t{from(line, line.segments[segment])} + std::int64_t{to(line, line.segments[segment])};
  const auto off = [&](const Column& one) {
    const std::int64_t d = std::int64_t{one.from} + one.to - middle;
    return d < 0 ? -d : d;
  };
  return off(behind) < off(column);
}

bool Columns::insert(const WordLine& line) {
  const Column own{from(line, line.segments.front()), to(line, line.segments.back())};
  std::size_t k = 0;
  while (k < columns_.size() && columns_[k].from < own.from) ++k;
  if (k == 0 || columns_[k - 1].to + kSlack > own.from) return false;
  if (k < columns_.size() && own.to + kSlack > columns_[k].from) return false;
  columns_.insert(columns_.begin() + static_cast<std::ptrdiff_t>(k), own);
  return true;
}

/// Words that reach over columns of which all but one have a single line: no columns, but a wide blank in that line.
bool Columns::merge_thin(const std::vector<Fit>& fits) {
  for (const Fit& fit : fits) {
    if (fit.width == 1 || lines_ + 1 < fit.width) continue;
    std::size_t thick = 0;
    for (std::size_t k = fit.column; k < fit.column + fit.width; ++k) thick += columns_[k].lines > 1 ? 1 : 0;
    if (thick != 1 || columns_.size() - fit.width < 1) continue;
    Column& first = columns_[fit.column];
    for (std::size_t k = fit.column + 1; k < fit.column + fit.width; ++k) {
      first.to = std::max(first.to, columns_[k].to);
      first.lines = std::max(first.lines, columns_[k].lines);
    }
    const auto begin = columns_.begin() + static_cast<std::ptrdiff_t>(fit.column);
    columns_.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(fit.width));
    return true;
  }
  return false;
}

/// True where the words stand in no place of their column, but in that of another one.
bool Columns::is_elsewhere(const WordLine& line, Segment segment, std::size_t column) const {
  const auto overlaps = [&](const Column& one) { return from(line, segment) < one.to && one.from < to(line, segment); };
  return !overlaps(columns_[column]) && std::any_of(columns_.begin(), columns_.end(), overlaps);
}

/// As many segments as columns: the n-th belongs to the n-th, if the columns stay apart.
std::optional<std::vector<Fit>> Columns::in_order(const WordLine& line, const std::vector<Segment>& segments) const {
  if (segments.size() != columns_.size()) return std::nullopt;
  constexpr std::size_t kFewest = 2;  // one cell may have moved
  std::vector<Fit> out;
  std::uint32_t end = 0;
  std::size_t elsewhere = 0;
  for (std::size_t k = 0; k < segments.size(); ++k) {
    if (end > std::min(columns_[k].from, from(line, segments[k])) + kSlack) return std::nullopt;
    elsewhere += is_elsewhere(line, segments[k], k) ? 1 : 0;
    end = std::max(columns_[k].to, to(line, segments[k]));
    out.push_back({segments[k], k, 1});
  }
  return elsewhere < kFewest ? std::optional(std::move(out)) : std::nullopt;
}

/// Each segment goes to the column that it overlaps most, else to the nearest; two in one column are one cell.
std::optional<std::vector<Fit>> Columns::by_place(const WordLine& line, const std::vector<Segment>& segments) const {
  std::vector<Fit> out;
  for (const Segment segment : segments) place(line, segment, out);
  if (segments.size() > 1 && out.size() < 2) return std::nullopt;
  if (out.size() < segments.size()) take_free_columns(line, segments, out);
  return out;
}

/// 予算額   構成比 over 469,887 千円     0.5 %: the second of two in one column belongs to the next one if it reaches
/// that and nothing else stands there.
void Columns::take_free_columns(const WordLine& line, const std::vector<Segment>& segments,
                                std::vector<Fit>& out) const {
  for (std::size_t f = 0; f < out.size(); ++f) {
    const Fit fit = out[f];
    const std::size_t next = fit.column + 1;
    if (fit.width > 1 || next == columns_.size() || (f + 1 < out.size() && out[f + 1].column == next)) continue;
    const auto second = std::find_if(segments.begin(), segments.end(), [&](const Segment& segment) {
      return segment.first > fit.segment.first && segment.last == fit.segment.last;
    });
    if (second == segments.end() || second == segments.begin() || (second - 1)->first != fit.segment.first) continue;
    if (to(line, *second) + kSlack < columns_[next].from || from(line, *second) < columns_[fit.column].from) continue;
    out[f].segment.last = (second - 1)->last;
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(f) + 1, {*second, next, 1});
  }
}

void Columns::place(const WordLine& line, Segment segment, std::vector<Fit>& out) const {
  for (bool again = true; again;) {
    const std::uint32_t begin = from(line, segment);
    const std::uint32_t end = to(line, segment);
    const std::size_t lowest = out.empty() ? 0 : out.back().column + out.back().width - 1;
    std::size_t best = lowest;
    std::int64_t best_score = INT64_MIN;
    for (std::size_t k = lowest; k < columns_.size(); ++k) {
      const std::int64_t score =
          std::int64_t{std::min(end, columns_[k].to)} - std::int64_t{std::max(begin, columns_[k].from)};
      if (score > best_score) best = k;
      best_score = std::max(score, best_score);
      if (columns_[k].from > end) break;
    }
    std::size_t first = best;
    std::size_t last = best;
    while (first > lowest && begin < columns_[first - 1].to + kSlack) --first;
    // words before the begin of their column may be those of an empty one to its left
    if (first == best && first > lowest && begin + kSlack < columns_[best].from) --first;
    while (last + 1 < columns_.size() && end > columns_[last + 1].from) ++last;
    again = first < last && cut(line, segment, first, last, out);
    if (again) continue;
    while (first < best && begin + kSlack >= columns_[first].to) ++first;
    while (last > best && end <= columns_[last].from + kSlack) --last;
    if (!out.empty() && first == out.back().column + out.back().width - 1) {
      out.back().segment.last = segment.last;
      out.back().width = last - out.back().column + 1;
    } else {
      out.push_back({segment, first, last - first + 1});
    }
  }
}

/// 予 算 現 額 over several columns: one word.
bool Columns::is_letter_spaced(const WordLine& line, Segment segment) {
  constexpr std::uint32_t kFewest = 3;
  for (std::uint32_t w = segment.first; w <= segment.last; ++w)
    if (line.words[w].to[0] - line.words[w].from[0] != 1) return false;
  return segment.last + 1 - segment.first >= kFewest;
}

/// Words that reach into the next column are parted at a single blank if one stands at its begin, else behind a number.
/// Leaves in `segment` what is not yet placed.
bool Columns::cut(const WordLine& line, Segment& segment, std::size_t first, std::size_t last,
                  std::vector<Fit>& out) const {
  if (is_letter_spaced(line, segment)) return false;
  const auto cut_at = [&](std::uint32_t w, std::size_t k) {
    if (!out.empty() && out.back().column + out.back().width > first) return false;
    out.push_back({{segment.first, w - 1}, first, k - first});
    segment.first = w;
    return true;
  };
  for (std::uint32_t w = segment.first + 1; w <= segment.last; ++w) {
    if (line.words[w - 1].sign) continue;
    const std::uint32_t place = line.words[w].from[measure_];
    for (std::size_t k = first + 1; k <= last; ++k)
      if (place + kSlack >= columns_[k].from && place <= columns_[k].from + kSlack) return cut_at(w, k);
  }
  for (std::uint32_t w = segment.first + 1; w <= segment.last; ++w)
    if (line.words[w].behind_number) return cut_at(w, last);
  return false;
}

/// Every column so far with one of the `wider` ones, of which there is one more, where they stand over each other in
/// order: the one that is left out is new.
bool Columns::pair(std::vector<Column>& wider) {
  const auto fits_without = [&](std::size_t left_out) {
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      const Column& other = wider[k + (k >= left_out ? 1 : 0)];
      if (columns_[k].from > other.to || other.from > columns_[k].to) return false;
    }
    return true;
  };
  std::size_t left_out = 0;
  while (left_out < wider.size() && !fits_without(left_out)) ++left_out;
  if (left_out == wider.size()) return false;
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    Column& one = wider[k + (k >= left_out ? 1 : 0)];
    one = {std::min(one.from, columns_[k].from), std::max(one.to, columns_[k].to), columns_[k].lines};
  }
  columns_ = std::move(wider);
  return true;
}

/// A line with more segments than columns: the columns so far must each stand over one of them, or, in the first lines
/// (heads over several columns), over some of them.
bool Columns::widen(const WordLine& line, const std::vector<Segment>& segments) {
  std::vector<Column> wider;
  wider.reserve(segments.size());
  for (const Segment segment : segments) wider.push_back({from(line, segment), to(line, segment), 0});
  std::size_t k = 0;
  std::size_t taken = 0;  // behind the last one that a column stands over
  for (const Column& old : columns_) {
    while (k + 1 < wider.size() && wider[k].to <= old.from && wider[k + 1].from < old.to) ++k;
    std::size_t last = k;
    while (last + 1 < wider.size() && old.to > wider[last + 1].from + kSlack) ++last;
    if (last > k && lines_ > 2) return false;
    // one more than before, and two of those before at the same one
    const bool one_more = lines_ > 1 && wider.size() == columns_.size() + 1;
    if (last == k && taken > k && last + 1 < wider.size() && one_more && pair(wider)) return true;
    taken = last + 1;
    if (last == k) {
      if (k > 0 && old.from + kSlack < wider[k - 1].to) return false;
      wider[k] = {std::min(wider[k].from, old.from), std::max(wider[k].to, old.to), old.lines};
    }
    k = last;
  }
  columns_ = std::move(wider);
  return true;
}

void Columns::grow(const WordLine& line, const std::vector<Fit>& fits) {
  for (const Fit& fit : fits) {
    if (fit.width != 1) continue;
    Column& column = columns_[fit.column];
    std::uint32_t begin = std::min(column.from, from(line, fit.segment));
    std::uint32_t end = std::max(column.to, to(line, fit.segment));
    if (fit.column > 0) begin = std::max(begin, std::min(column.from, columns_[fit.column - 1].to));
    if (fit.column + 1 < columns_.size()) end = std::min(end, std::max(column.to, columns_[fit.column + 1].from));
    column = {begin, end, column.lines + 1};
  }
}

bool Columns::fills(std::size_t column, const Word& first, const Word& last) const {
  const Column& own = columns_[column];
  const std::uint32_t length = last.to[measure_] - first.from[measure_];
  return last.to[measure_] + kSlack >= own.to && length * 4 >= (own.to - own.from) * 3;
}

}  // namespace torikomi::shapes

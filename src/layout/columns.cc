#include "layout/columns.h"

#include <algorithm>
#include <array>
#include <string>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

/// More columns than any printed page has; a line with more is no row.
constexpr std::size_t kMostColumns = 64;
/// By how many places an extractor moves a cell, because it rounds the widths of letters.
constexpr std::uint32_t kSlack = 2;
/// Letters of one label stand at most so far apart: 備      考.
constexpr std::uint32_t kWidestLetterGap = 12;
/// The same of a heading that is known: 説             明.
constexpr std::uint32_t kWidestLabelGap = 30;

bool is_gap(char c) { return c == ' '; }

/// One kanji or kana by itself.
bool is_letter(std::string_view words) {
  const auto c = utf8::decode(words, 0);
  return c.size == words.size() &&
         (utf8::is_han(c.code_point) || utf8::is_katakana(c.code_point) || utf8::is_hiragana(c.code_point));
}

/// 1,200 or △3.5, with one digit and more. A unit behind a blank (29 年) is no number.
bool is_number(std::string_view words) {
  for (const std::string_view sign : {"△", "▲", "-", "+"})
    if (words.starts_with(sign)) words.remove_prefix(sign.size());
  return !words.empty() && words.find_first_not_of("0123456789.,%") == words.npos;
}

/// 12,400 14,000: cells of narrow columns; 1 000 may be one number.
bool are_amounts(std::string_view before, std::string_view word) {
  const auto grouped = [](std::string_view one) { return is_number(one) && one.find_first_of(",.%") != one.npos; };
  return grouped(before) && grouped(word);
}

/// 令和4年度 令和5年度: headings of narrow columns.
bool are_years(std::string_view text, NormSpan before, NormSpan word) {
  const auto year = [&](NormSpan one) { return one.size() < 24 && is_year(slice(text, one)); };
  return year(word) && year(before);
}

/// Gives every word its place in the source line, since folding changes widths.
class Ruler {
 public:
  Ruler(const NormText& norm, NormSpan line) : norm_(norm), at_(norm.to_source(line).begin) {}

  void take(Word& word) {
    const Span source = norm_.to_source(word.span);
    go_to(source.begin);
    word.from[0] = characters_;
    word.from[1] = screen_;
    go_to(source.end);
    word.to[0] = characters_;
    word.to[1] = screen_;
  }

 private:
  void go_to(std::uint32_t place) {
    if (place <= at_) return;
    const std::string_view passed = norm_.source().slice({at_, place});
    characters_ += static_cast<std::uint32_t>(utf8::count(passed));
    screen_ += static_cast<std::uint32_t>(display_width(passed));
    at_ = place;
  }

  const NormText& norm_;
  std::uint32_t at_;
  std::uint32_t characters_ = 0, screen_ = 0;
};

/// 区 分     氏 名     所 属 ・ 役 職: one blank within the labels, several between them.
bool parts_by_wide_gaps(const WordLine& line) {
  constexpr std::uint32_t kWide = 3;
  bool narrow = false;
  for (std::size_t i = 1; i < line.apart.size(); ++i) {
    const std::uint32_t gap = line.words[line.apart[i].first].gap;
    if (gap > 1 && gap < kWide) return false;
    narrow = narrow || gap == 1;
  }
  return narrow && line.apart.size() > 2;
}

void join_narrow_gaps(WordLine& line) {
  for (const Segment& segment : line.apart) {
    if (!line.segments.empty() && line.words[segment.first].gap == 1) {
      line.segments.back().last = segment.last;
    } else {
      line.segments.push_back(segment);
    }
  }
}

/// 東 田   英 君, 山之上   悠 君: the letters before 君 at the end of a line, and a word before them, are one name,
/// however wide it is printed.
void join_to_honorific(std::string_view text, const WordLine& line, std::vector<Segment>& parts) {
  constexpr std::uint32_t kWidest = 6;                         // blanks inside a name
  constexpr std::size_t kMostLetters = 6, kLongestFamily = 3;  // letters
  const std::string_view last = parts.empty() ? std::string_view() : slice(text, line.words[parts.back().last].span);
  if (last != "君" && last != "氏" && last != "様" && last != "殿") return;
  const auto letters = [&](std::uint32_t word) { return utf8::count(slice(text, line.words[word].span)); };
  std::size_t count = parts.back().last - parts.back().first;
  while (parts.size() > 1 && line.words[parts.back().first].gap <= kWidest) {
    const Segment before = parts[parts.size() - 2];
    const bool single = before.first == before.last && letters(before.last) == 1;
    const bool family = count < 3 && letters(before.last) > 1 && letters(before.last) <= kLongestFamily;
    if (!(single && ++count <= kMostLetters) && !family) return;
    parts[parts.size() - 2].last = parts.back().last;
    parts.pop_back();
    if (family) return;
  }
}

/// 新 田 加 代       野 口 たつお: letters one blank apart, and a word behind them, are a name where other gaps are
/// wider.
std::vector<Segment> join_names(std::string_view text, const WordLine& line) {
  constexpr std::uint32_t kFewest = 3;
  const auto gap = [&](std::size_t i) { return line.words[line.apart[i].first].gap; };
  const auto starts_with_letter = [&](const Segment& part) {
    return is_letter(slice(text, line.words[part.first].span));
  };
  bool wide = false;
  for (std::size_t i = 1; i < line.apart.size(); ++i) wide = wide || gap(i) > 1;
  if (!wide) return line.apart;
  std::vector<Segment> out;
  for (std::size_t i = 0; i < line.apart.size();) {
    std::size_t end = i + 1;
    while (end < line.apart.size() && gap(end) == 1 && line.apart[end - 1].first == line.apart[end - 1].last &&
           starts_with_letter(line.apart[end - 1]) && starts_with_letter(line.apart[end]))
      ++end;
    const Segment chain{line.apart[i].first, line.apart[end - 1].last};
    if (end - i > 1 && chain.last - chain.first + 1 >= kFewest) {
      out.push_back(chain);
      i = end;
    } else {
      out.push_back(line.apart[i++]);
    }
  }
  join_to_honorific(text, line, out);
  return out;
}

/// Headings that tables print wide, letter by letter: 本   年   度    前   年   度    比   較.
constexpr std::array<std::string_view, 83> kWideLabels = {
    "本年度", "前年度", "当年度", "今年度", "翌年度", "予算額", "決算額", "予算現額", "比較", "増減", "増減額",
    "増減率", "説明", "摘要", "備考", "区分", "金額", "氏名", "職名", "役職", "年月日", "項目", "科目", "種別", "単位",
    "合計", "小計", "総計", "一般財源", "特定財源", "地方債", "市債", "その他", "国庫支出金", "県支出金", "道支出金",
    "内訳", "財源内訳", "収入額", "支出額", "執行率", "限度額", "利率", "期間", "番号", "会計", "償還の方法",
    "起債の方法", "起債の目的", "本年度予算額", "前年度予算額", "款", "項", "目", "節", "計",
    // the names of 款 that the law gives a budget (地方自治法施行規則, 別記 予算の様式)
    "市税", "町税", "村税", "県税", "道税", "市債", "町債", "県債", "寄附金", "繰入金", "繰越金", "諸収入", "財産収入",
    "県支出金", "議会費", "総務費", "民生費", "衛生費", "労働費", "商工費", "土木費", "消防費", "教育費", "公債費",
    "諸支出金", "予備費", "職員費"};

/// The words [first, last) of single letters as such headings: how many letters each has. Empty where they are others.
std::vector<std::size_t> wide_labels(std::string_view letters) {
  constexpr std::size_t kLetter = 3;  // bytes of a kanji or kana
  std::vector<std::size_t> out;
  while (!letters.empty()) {
    std::size_t longest = 0;
    for (const std::string_view label : kWideLabels)
      if (letters.starts_with(label)) longest = std::max(longest, label.size());
    if (longest == 0) return {};
    out.push_back(longest / kLetter);
    letters.remove_prefix(longest);
  }
  return out;
}

/// Labels of two letters are printed wide: runs of single letters are read in pairs, odd ones as one label if their
/// gaps are alike.
void join_letters(std::string_view text, WordLine& line, std::uint32_t widest_gap) {
  const auto letter = [&](const Segment& segment) {
    return segment.first == segment.last && is_letter(slice(text, line.words[segment.first].span));
  };
  if (parts_by_wide_gaps(line)) {
    join_narrow_gaps(line);
    return;
  }
  const std::vector<Segment> parts = join_names(text, line);
  const auto gap = [&](std::size_t i) { return line.words[parts[i].first].gap; };
  const auto run_from = [&](std::size_t i, std::uint32_t widest) {
    std::size_t end = i;
    while (end < parts.size() && letter(parts[end]) && (end == i || gap(end) <= widest)) ++end;
    return end;
  };
  for (std::size_t i = 0; i < parts.size();) {
    if (const std::size_t end = run_from(i, std::max(widest_gap, kWidestLabelGap)); end > i + 1) {
      std::string letters;
      for (std::size_t k = i; k < end; ++k) letters += slice(text, line.words[parts[k].first].span);
      const std::vector<std::size_t> labels = wide_labels(letters);
      for (const std::size_t size : labels) {
        line.segments.push_back({parts[i].first, parts[i + size - 1].last});
        i += size;
      }
      if (!labels.empty()) continue;
    }
    const std::size_t end = run_from(i, widest_gap);
    const std::size_t run = end - i;
    if (run < 2) {
      line.segments.push_back(parts[i++]);
      continue;
    }
    bool even_gaps = true;
    for (std::size_t k = i + 2; k < end; ++k)
      even_gaps = even_gaps && gap(k) <= gap(i + 1) + 1 && gap(k) + 1 >= gap(i + 1);
    const std::size_t step = run % 2 == 0 && !(even_gaps && run > 2 && gap(i + 1) < 3) ? 2 : (even_gaps ? run : 1);
    for (; i < end; i += step) {
      if (step == 1 || gap(i + 1) > widest_gap) {
        for (std::size_t k = i; k < i + step; ++k) line.segments.push_back(parts[k]);
      } else {
        line.segments.push_back({parts[i].first, parts[i + step - 1].last});
      }
    }
  }
}

/// 款          項          金　　額: an extractor parts columns with blanks of its own and leaves those of the page,
/// which are ideographic, inside the words. True where the line has wide blanks of both kinds.
bool mark_wide_gaps(const NormText& norm, std::vector<Word>& words) {
  constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";
  bool wide = false;
  bool narrow = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].gap < 2) continue;
    const std::string_view between =
        norm.source().slice({norm.to_source(words[i - 1].span).end, norm.to_source(words[i].span).begin});
    words[i].wide_gap = between.size() == words[i].gap * kIdeographicSpace.size() && between.front() != ' ';
    (words[i].wide_gap ? wide : narrow) = true;
  }
  return wide && narrow;
}

}  // namespace

WordLine read_words(const NormText& norm, NormSpan line) {
  WordLine out;
  const std::string_view text = norm.text();
  Ruler places(norm, line);
  std::uint32_t gap = 0;
  for (std::uint32_t at = line.begin; at < line.end;) {
    if (is_blank(text[at])) {
      gap += is_gap(text[at]) ? 1 : 0;
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < line.end && !is_blank(text[end])) ++end;
    Word word{{at, end}, {0, 0}, {0, 0}, gap};
    word.digits = text[at] >= '0' && text[at] <= '9';
    word.sign = text.substr(at, end - at) == "△" || text.substr(at, end - at) == "▲";
    places.take(word);
    out.words.push_back(word);
    gap = 0;
    at = end;
  }
  const bool typed = mark_wide_gaps(norm, out.words);
  for (std::uint32_t i = 0; i < out.words.size(); ++i) {
    if (i > 0)
      out.words[i].behind_number =
          is_number(slice(text, out.words[i - 1].span)) && !is_number(slice(text, out.words[i].span));
    const bool letters =
        i > 0 && is_letter(slice(text, out.words[i].span)) && is_letter(slice(text, out.words[i - 1].span));
    const bool joined = i > 0 && out.words[i].gap < 2 && !are_years(text, out.words[i - 1].span, out.words[i].span) &&
                        !are_amounts(slice(text, out.words[i - 1].span), slice(text, out.words[i].span)) && !letters;
    if (joined || (letters && typed && out.words[i].wide_gap)) {
      out.apart.back().last = i;
    } else {
      out.apart.push_back({i, i});
    }
  }
  if (out.apart.size() > kMostColumns) {
    out.apart.clear();
  } else {
    join_letters(text, out, typed ? 1 : kWidestLetterGap);
  }
  return out;
}

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
  return out;
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

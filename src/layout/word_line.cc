#include "layout/word_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "layout/member_names.h"
#include "layout/spaced_name.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

/// More columns than any printed page has; a line with more is no row.
constexpr std::size_t kMostColumns = 64;
/// Letters of one label stand at most so far apart: 備      考.
constexpr std::uint32_t kWidestLetterGap = 12;
/// The same of a heading that is known: 説             明.
constexpr std::uint32_t kWidestLabelGap = 30;

bool is_gap(char c) { return c == ' '; }

/// 1,200 or △3.5, with one digit and more. A unit behind a blank (29 年) is no number.
bool is_number(std::string_view words) {
  for (const std::string_view sign : {"△", "▲", "-", "+"})
    if (words.starts_with(sign)) words.remove_prefix(sign.size());
  return words.find_first_of("0123456789") != words.npos && words.find_first_not_of("0123456789.,%") == words.npos;
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

/// 三好  昇君: a given name of one letter or two with its title, and the family name before it.
void join_to_titled(std::string_view text, const WordLine& line, std::vector<Segment>& parts) {
  constexpr std::uint32_t kWidest = 3;                     // blanks inside a name
  constexpr std::size_t kMostFamily = 3, kMostTitled = 3;  // letters
  const auto own = [&](std::size_t i) { return slice(text, line.words[parts[i].first].span); };
  for (std::size_t i = parts.size(); i-- > 1;) {
    if (parts[i].first != parts[i].last || !own(i).ends_with("君") || utf8::count(own(i)) > kMostTitled) continue;
    if (utf8::count(own(i)) < 2 || line.words[parts[i].first].gap > kWidest) continue;
    if (parts[i - 1].first != parts[i - 1].last || utf8::count(own(i - 1)) > kMostFamily || own(i - 1).ends_with("君"))
      continue;
    if (static_cast<unsigned char>(own(i - 1).front()) < 0x80) continue;
    parts[i - 1].last = parts[i].last;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// 新 田 加 代       野 口 たつお   たけだ 三 郎: letters one blank apart, and a word before or behind them, are a name
/// where other gaps are wider.
std::vector<Segment> join_names(std::string_view text, const WordLine& line) {
  constexpr std::uint32_t kFewest = 3;
  const auto gap = [&](std::size_t i) { return line.words[line.apart[i].first].gap; };
  const auto is_letter_at = [&](std::uint32_t word) { return is_letter(slice(text, line.words[word].span)); };
  bool wide = false;
  for (std::size_t i = 1; i < line.apart.size(); ++i) wide = wide || gap(i) > 1;
  if (!wide) return line.apart;
  std::vector<Segment> out;
  for (std::size_t i = 0; i < line.apart.size();) {
    std::size_t end = i + 1;
    while (end < line.apart.size() && gap(end) == 1 && is_letter_at(line.apart[end - 1].last) &&
           is_letter_at(line.apart[end].first))
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
  join_to_titled(text, line, out);
  return out;
}

/// Headings that tables print wide, letter by letter: 本   年   度    前   年   度    比   較.
constexpr std::array<std::string_view, 121> kWideLabels = {
    "本年度", "前年度", "当年度", "今年度", "翌年度", "予算額", "決算額", "予算現額", "比較", "増減", "増減額",
    "増減率", "説明", "摘要", "備考", "区分", "金額", "氏名", "職名", "役職", "所属", "所属等", "団体名", "年月日",
    "項目", "科目", "種別", "単位", "合計", "小計", "総計", "一般財源", "特定財源", "地方債", "市債", "その他",
    "国庫支出金", "県支出金", "道支出金", "内訳", "財源内訳", "収入額", "支出額", "執行率", "限度額", "利率", "期間",
    "番号", "会計", "償還の方法", "起債の方法", "起債の目的", "歳入", "歳出", "歳入合計", "歳出合計", "収入合計",
    "支出合計", "本年度予算額", "前年度予算額", "款", "項", "目", "節", "計", "本月分", "前月分", "累計", "会計別",
    "会計名", "収入済額", "支出済額", "調定額", "収入未済額", "不納欠損額", "不用額", "翌年度繰越額", "繰越額",
    "構成比", "収入率", "補正額", "補正前の額", "補正後の額", "比較増減", "差引", "差引額", "残額", "事業名", "事業費",
    "款別", "目的別", "性質別", "科目別", "対前年度比",
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

/// How many letters each of the headings has that the single letters from part `i` on make; empty where they make none.
std::vector<std::size_t> labels_from(std::string_view text, const WordLine& line, const std::vector<Segment>& parts,
                                     std::size_t i) {
  const auto own = [&](std::size_t k) { return slice(text, line.words[parts[k].first].span); };
  std::string letters;
  std::size_t end = i;
  for (; end < parts.size() && parts[end].first == parts[end].last && is_letter(own(end)); ++end) {
    if (end > i && line.words[parts[end].first].gap > kWidestLabelGap) break;
    letters += own(end);
  }
  if (end < i + 2) return {};
  std::vector<std::size_t> labels = wide_labels(letters);
  const std::size_t post = labels.empty() ? post_letters(letters) : 0;
  if (post == 0) return labels;
  const auto gap = [&](std::size_t k) { return line.words[parts[k].first].gap; };
  for (std::size_t k = i + 1; k < i + post; ++k)
    if (i + post < parts.size() && gap(k) > gap(i + post)) return labels;
  return {post};
}

/// 前            年    度 over the columns of 予算額 and 構成比: letters that make a known heading of so many are never
/// cells of their own.
void keep_whole(WordLine& line, Segment label) {
  constexpr std::uint32_t kFewest = 3;
  if (label.last - label.first + 1 < kFewest) return;
  const auto begins_in = [&](const Segment& part) { return part.first >= label.first && part.first <= label.last; };
  const auto begin = std::find_if(line.apart.begin(), line.apart.end(), begins_in);
  const auto end = std::find_if_not(begin, line.apart.end(), begins_in);
  if (begin == line.apart.end()) return;
  *begin = label;
  line.apart.erase(begin + 1, end);
}

/// 本 年 度      前 年 度      比   較: what one blank parts is one label, and so are letters that make a known one.
void join_narrow_gaps(std::string_view text, WordLine& line) {
  std::vector<Segment> parts;
  for (const Segment& segment : line.apart) {
    if (!parts.empty() && line.words[segment.first].gap == 1) {
      parts.back().last = segment.last;
    } else {
      parts.push_back(segment);
    }
  }
  for (std::size_t i = 0; i < parts.size();) {
    const std::vector<std::size_t> labels = labels_from(text, line, parts, i);
    for (const std::size_t size : labels) {
      line.segments.push_back({parts[i].first, parts[i + size - 1].last});
      keep_whole(line, line.segments.back());
      i += size;
    }
    if (labels.empty()) line.segments.push_back(parts[i++]);
  }
}

/// Labels of two letters are printed wide: runs of single letters are read in pairs, odd ones as one label if their
/// gaps are alike.
void join_letters(std::string_view text, WordLine& line, std::uint32_t widest_gap) {
  const auto letter = [&](const Segment& segment) {
    return segment.first == segment.last && is_letter(slice(text, line.words[segment.first].span));
  };
  join_names_before_sums(text, line, line.apart);
  if (parts_by_wide_gaps(line)) {
    join_narrow_gaps(text, line);
    join_names_of_members(text, line);
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
    const std::vector<std::size_t> labels = labels_from(text, line, parts, i);
    for (const std::size_t size : labels) {
      line.segments.push_back({parts[i].first, parts[i + size - 1].last});
      keep_whole(line, line.segments.back());
      i += size;
    }
    if (!labels.empty()) continue;
    const std::size_t end = run_from(i, widest_gap);
    const std::size_t run = end - i;
    if (run < 2) {
      line.segments.push_back(parts[i++]);
      continue;
    }
    bool even_gaps = true;
    for (std::size_t k = i + 2; k < end; ++k)
      even_gaps = even_gaps && gap(k) <= gap(i + 1) + 1 && gap(k) + 1 >= gap(i + 1);
    if (run == 3 && !even_gaps) {  // 三 浦   剛: the two letters that stand closer
      const std::size_t pair = gap(i + 1) < gap(i + 2) ? i : i + 1;
      if (pair > i) line.segments.push_back(parts[i]);
      line.segments.push_back({parts[pair].first, parts[pair + 1].last});
      if (pair == i) line.segments.push_back(parts[i + 2]);
      i = end;
      continue;
    }
    const std::size_t step = run % 2 == 0 && !(even_gaps && run > 2 && gap(i + 1) < 3) ? 2 : (even_gaps ? run : 1);
    for (; i < end; i += step) {
      if (step == 1 || gap(i + 1) > widest_gap) {
        for (std::size_t k = i; k < i + step; ++k) line.segments.push_back(parts[k]);
      } else {
        line.segments.push_back({parts[i].first, parts[i + step - 1].last});
      }
    }
  }
  join_names_of_members(text, line);
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
    const std::string_view own = slice(text, out.words[i].span);
    if (i > 0)
      out.words[i].behind_number =
          is_number(slice(text, out.words[i - 1].span)) && !is_number(own) && !is_unit_word(own);
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

}  // namespace torikomi::shapes

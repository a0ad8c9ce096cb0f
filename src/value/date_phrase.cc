#include "value/date_phrase.h"

#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::eat;
using scan::eat_any;
using scan::skip_blanks;

class PhraseReader {
 public:
  PhraseReader(std::string_view text, Phrase& phrase) : text_(text), reader_(text), phrase_(phrase) {}

  LexOutcome read(std::size_t pos, const Before& before) {
    phrase_.items[0] = PhraseItem{};
    begin_ = pos;
    Element& first = phrase_.items[0].date;
    const LexOutcome outcome = reader_.read(pos, nullptr, first);
    phrase_.end = first.end;
    if (outcome != LexOutcome::kYes) return outcome;
    phrase_.count = 1;
    if (first.event_day != 0 && !before.day_one) return LexOutcome::kNo;
    if (lone_day(first) && first.day == 0) {
      if (!before.month) return LexOutcome::kNo;
    } else if (lone_day(first)) {
      reader_.read_weekday(first);
      if (!before.date || !first.weekday) return LexOutcome::kNo;
    }
    while (true) {
      PhraseItem& item = phrase_.items[phrase_.count - 1];
      qualify(item);
      if (impossible_) return LexOutcome::kImpossible;
      if (phrase_.count == Phrase::kMost || !next_item(item)) break;
    }
    if (impossible_) return LexOutcome::kImpossible;
    read_planned();
    return LexOutcome::kYes;
  }

 private:
  static bool lone_day(const Element& e) {
    return e.same_month && !e.same_day && e.year_kind == YearKind::kNone && e.dots == 0;
  }

  /// Weekday, second calendar, 頃, 現在, time.
  void qualify(PhraseItem& item) {
    Element& e = item.date;
    reader_.read_pair(e);
    const bool one_day = e.day != 0 || e.same_day || e.event_day != 0;
    if (one_day) reader_.read_weekday(e);
    bool more = true;
    while (more) more = approximate(e) || reference(e) || begin_of_range(e);
    if (one_day) time(e);
    if (approximate(e)) (void)reference(e);
    phrase_.end = e.time.found() ? e.time.end : e.end;
  }

  bool approximate(Element& e) const {
    std::size_t pos = skip_blanks(text_, e.end, 1);
    if (!eat_any(text_, pos,
                 {"頃", "ごろ", "ころ", "程度", "前後", "ぐらい", "くらい", "半ば", "なかば", "中頃", "中ごろ"}))
      return false;
    e.approximate = true;
    e.end = pos;
    return true;
  }

  /// 6月頭から, 6月初め~: the word says no more than から does.
  bool begin_of_range(Element& e) const {
    static constexpr scan::CharSet kFirst(u"初始は頭当");
    std::size_t pos = e.end;
    if (!kFirst.contains(utf8::decode(text_, pos).code_point)) return false;
    if (e.day != 0 || e.part != Part::kWhole || (e.month == 0 && e.year_kind == YearKind::kNone)) return false;
    if (!eat_any(text_, pos, {"初頭", "初旬", "初め", "始め", "はじめ", "頭", "当初"})) return false;
    if (!at_any(text_, skip_blanks(text_, pos, 1), {"から", "より", "~", "以降", "以後"})) return false;
    e.end = pos;
    return true;
  }

  bool reference(Element& e) const {
    std::size_t pos = skip_blanks(text_, e.end, 1);
    if (eat_any(text_, pos, {"現在", "時点"})) {
      e.end = pos;
      return true;
    }
    // 9月中: in the course of it. 中 also begins many words.
    pos = e.end;
    if ((e.month == 0 || e.day != 0 || e.part != Part::kWhole) || !eat(text_, pos, "中")) return false;
    const char32_t next = utf8::decode(text_, pos).code_point;
    if (utf8::is_han(next) || utf8::is_katakana(next)) return false;
    e.end = pos;
    return true;
  }

  void time(Element& e) const {
    std::size_t pos = skip_blanks(text_, e.end);
    if (at(text_, pos, "\v")) pos = skip_blanks(text_, pos + 1);
    if (!(e.event_day != 0 && eat(text_, pos, ":"))) (void)eat_any(text_, pos, {"、", ",", "T", "の"});
    pos = skip_blanks(text_, pos);
    const bool bracket = eat(text_, pos, "(");
    if (bracket) pos = skip_blanks(text_, pos, 1);
    TimeSpan span = read_time(text_, pos, true);
    if (!span.found()) return;
    if (bracket) {
      std::size_t close = skip_blanks(text_, span.end, 1);
      if (eat(text_, close, ")")) span.end = close;
    }
    e.time = span;
  }

  /// から, まで, ~, 、 after an item: opens it or joins it to the next. False where the phrase ends.
  bool next_item(PhraseItem& item) {
    const std::size_t here = phrase_.end;
    std::size_t pos = skip_blanks(text_, here, 1);
    const std::size_t word = pos;
    std::size_t edge = pos;  // 2月またはそれ以前
    (void)eat_any(text_, edge, {"またはそれ", "又はそれ", "もしくはそれ", "若しくはそれ"});
    if (eat_any(text_, edge, {"以降", "以後", "以来"})) return closed_range(item, edge) || open_end(item, edge);
    if (eat_any(text_, edge, {"までに", "まで", "迄", "以前"})) return open_begin(item, edge);
    if (eat_any(text_, pos, {"から", "より"})) {
      if (join(item, pos, Join::kRange)) return true;
      if (impossible_) return false;
      if (!at(text_, word, "より")) return open_end(item, pos);
      if (before_or_after(item, pos)) return false;
      return compares(pos) ? false : open_end(item, pos);
    }
    if (eat(text_, pos, "~")) {
      if (join(item, pos, Join::kRange)) return true;
      return impossible_ ? false : open_end(item, pos);
    }
    if (at(text_, pos, "\v~")) return range_over_lines(item, pos + 2);
    if (eat_any(text_, pos, {"ー", "―", "—", "─", "–", "至"})) return join(item, pos, Join::kRange);
    if (at(text_, pos, "(~")) return bracketed_end(item, pos + 2);
    if (at(text_, pos, "-") && pos == here && item.date.dot != '-') return join(item, pos + 1, Join::kRange);
    if (eat_any(text_, pos, {"、", "・", ",", "及び", "および", "並びに", "と", "又は", "または", "/"})) {
      return join(item, pos, Join::kList);
    }
    return stands_behind_from(begin_) && joins_until(item, here);
  }

  /// 自 or 自: before `pos`, which a second date behind 至 goes with.
  [[nodiscard]] bool stands_behind_from(std::size_t pos) const {
    constexpr int kWide = 8;
    pos = scan::skip_blanks_before(text_, pos, kWide);
    if (pos > 0 && text_[pos - 1] == ':') --pos;
    return scan::before(text_, pos, "自");
  }

  /// 自 4月1日 至 9月30日, 至 also in the line below. `pos` is the end of the first date.
  bool joins_until(PhraseItem& item, std::size_t pos) {
    constexpr int kWide = 8;
    pos = skip_blanks(text_, pos, kWide);
    if (at(text_, pos, "\v")) pos = skip_blanks(text_, pos + 1, kWide);
    if (!eat(text_, pos, "至")) return false;
    pos = skip_blanks(text_, pos, kWide);
    (void)eat(text_, pos, ":");
    return range_over_lines(item, skip_blanks(text_, pos, kWide));
  }

  /// ~30日 in the line below 3月26日. What is no date there belongs to another thing of its own.
  bool range_over_lines(PhraseItem& item, std::size_t pos) {
    const std::size_t here = phrase_.end;
    if (join(item, pos, Join::kRange)) return true;
    impossible_ = false;
    phrase_.end = here;
    return false;
  }

  /// 4月以降9月まで: since the first and until the second. Without a word that ends it, the second is another date.
  bool closed_range(PhraseItem& item, std::size_t pos) {
    (void)eat(text_, pos, "、");
    if (!join(item, pos, Join::kRange)) {
      impossible_ = false;  // what stands behind is read, or not, by itself
      return false;
    }
    Element second = phrase_.items[phrase_.count - 1].date;
    reader_.read_weekday(second);
    if (at_any(text_, skip_blanks(text_, second.end, 1),
               {"まで", "迄", "以前", "いっぱい", "一杯", "にかけて", "の間"}))
      return true;
    --phrase_.count;
    item.join = Join::kEnd;
    return false;
  }

  /// 平成28年度より増加: than, not since.
  [[nodiscard]] bool compares(std::size_t pos) const {
    return at_any(
        text_, pos,
        {"も", "増", "減", "高", "低", "多", "少", "大き", "小さ", "前", "後", "早", "遅", "良", "悪", "上回", "下回"});
  }

  /// 平成28年度より前, 2021年3月よりも後. `pos` is the end of より.
  bool before_or_after(PhraseItem& item, std::size_t pos) {
    (void)eat(text_, pos, "も");
    const bool before = at(text_, pos, "前");
    if (!eat_any(text_, pos, {"前", "後"}) || utf8::is_han(utf8::decode(text_, pos).code_point)) return false;
    item.exclusive = true;
    item.open_begin = before;
    item.open_end = !before;
    close(item, pos);
    return true;
  }

  bool open_end(PhraseItem& item, std::size_t end) {
    item.open_end = true;
    close(item, end);
    return list_after(item);
  }

  bool open_begin(PhraseItem& item, std::size_t end) {
    item.open_begin = true;
    close(item, end);
    return false;
  }

  /// H28~、H29~
  bool list_after(PhraseItem& item) {
    std::size_t pos = phrase_.end;
    return eat_any(text_, pos, {"、", "・"}) && join(item, pos, Join::kList);
  }

  void close(PhraseItem& item, std::size_t end) {
    if (!item.date.time.found()) item.date.end = end;
    phrase_.end = end;
  }

  /// 平成30年2月16日(~3月2日)
  bool bracketed_end(PhraseItem& item, std::size_t pos) {
    if (!join(item, pos, Join::kRange)) return false;
    Element& second = phrase_.items[phrase_.count - 1].date;
    std::size_t close = skip_blanks(text_, second.end, 1);
    if (eat(text_, close, ")")) {
      second.end = close;
      return true;
    }
    --phrase_.count;
    item.join = Join::kEnd;
    return false;
  }

  bool join(PhraseItem& item, std::size_t pos, Join kind) {
    pos = skip_blanks(text_, pos);
    if (at(text_, pos, "\v")) pos = skip_blanks(text_, pos + 1);
    std::size_t later = pos;  // 11月から翌2006年7月
    if (kind == Join::kRange && !is_month_of_next_year(text_, later) && eat_any(text_, later, {"翌", "同"}) &&
        scan::digit_at(text_, later))
      pos = later;
    PhraseItem& next = phrase_.items[phrase_.count];
    next = PhraseItem{};
    const LexOutcome outcome = reader_.read(pos, &item.date, next.date);
    if (outcome == LexOutcome::kImpossible) {
      impossible_ = true;
      phrase_.end = next.date.end;
    }
    if (outcome != LexOutcome::kYes || !fits(item.date, next.date, kind)) return false;
    item.join = kind;
    ++phrase_.count;
    return true;
  }

  /// A day alone needs a day before it; a list does not go from a day to a bare length.
  static bool fits(const Element& before, const Element& after, Join kind) {
    if ((before.event_day != 0) != (after.event_day != 0)) return false;
    if (lone_day(after) && after.day != 0) return before.day != 0 || before.same_day;
    if (after.year_kind == YearKind::kShort && !after.fiscal && after.month == 0) {
      const bool year_before = before.year_kind != YearKind::kNone && before.month == 0 && !before.fiscal;
      return year_before && (kind == Join::kRange || before.year_kind == YearKind::kShort || after.bare);
    }
    return true;
  }

  void read_planned() {
    std::size_t pos = skip_blanks(text_, phrase_.end, 1);
    (void)eat_any(text_, pos, {"(", "に", "を", "の"});
    (void)eat_any(text_, pos, {"開催", "実施"});
    (void)eat_any(text_, pos, {"を", "の"});
    phrase_.planned = at(text_, pos, "予定");
  }

  std::string_view text_;
  ElementReader reader_;
  Phrase& phrase_;
  bool impossible_ = false;
  std::size_t begin_ = 0;  ///< of the first date
};

}  // namespace

LexOutcome read_phrase(std::string_view text, std::size_t pos, const Before& before, Phrase& phrase) {
  phrase.count = 0;
  phrase.planned = false;
  phrase.end = pos;
  return PhraseReader(text, phrase).read(pos, before);
}

}  // namespace torikomi

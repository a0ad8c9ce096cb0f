#include "torikomi/value/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "value/date_phrase.h"
#include "value/date_resolve.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::before;
using scan::eat;
using scan::is_digit;
using scan::is_letter;
using scan::Numeral;
using scan::numeral_at;
using scan::skip_blanks;
using scan::skip_blanks_before;

/// Every character that a date can be found by: figures (its era stands before them) and the first of each word.
constexpr scan::CharSet kStarts(
    u"0123456789〇零一二三四五六七八九十廿卄卅丗卌千元壱弐参拾同翌今本当来次前昨年上下旬春夏秋冬第午正随未調晦AP");

/// Reads one text from left to right.
class DateFinder {
 public:
  DateFinder(std::string_view text, const DateContext& context, std::vector<DateValue>& out)
      : text_(text), resolver_(context), out_(out) {}

  void run() {
    for (std::size_t pos = kStarts.find(text_, 0); pos < text_.size(); pos = kStarts.find(text_, pos)) {
      pos = std::max(step(pos), pos + 1);
    }
  }

 private:
  /// Tries what begins at `pos`; gives where to go on.
  std::size_t step(std::size_t pos) {
    if (is_digit(text_[pos])) return figures(pos);
    if (scan::kanji_numeral_at(text_, pos) >= 0) return figures(pos);
    if (at(text_, pos, "元") || scan::legal_numeral(utf8::decode(text_, pos).code_point) > 0) {
      std::size_t begin = era_before(pos);
      const bool named = begin == pos && at_any(text_, pos, {"元日", "元旦"}) && knows_a_year();
      return (begin < pos || named) && begin >= done_ ? phrase(begin, pos + 3) : pos + 3;
    }
    if (is_letter(text_[pos])) return at_any(text_, pos, {"AM", "PM"}) ? time(pos, pos + 2) : pos + 1;
    if (at_any(text_, pos, {"午前", "午後", "正午"})) return time(pos, pos + 6);
    if (at_any(text_, pos, {"随", "未", "調"})) return no_date(pos);
    if (at(text_, pos, "旬")) return third(pos);
    if (at(text_, pos, "晦")) return last_of_year(pos);
    if (at_any(text_, pos, {"上旬", "下旬"})) return pos + 3;  // by its last letter
    if (at(text_, pos, "第")) {
      if (const EventDay counted = event_day_at(text_, pos); counted.found()) return event_day(pos, counted);
    }
    return phrase(pos, pos + 3);
  }

  std::size_t figures(std::size_t pos) {
    const Numeral n = numeral_at(text_, pos);
    std::size_t begin = pos;
    if (at(text_, skip_blanks(text_, n.end, 1), "日目")) {
      if (const EventDay counted = event_day_at(text_, pos); counted.found() && may_begin(pos, n))
        return event_day(pos, counted);
    }
    if (n.digits <= 4) begin = era_before(pos);
    if (begin < done_) begin = pos;
    if (is_doubled_era(pos, begin)) return done_ = rest_of_date(n.end);
    if (begin == pos) {
      if (before_our_era(pos, n) || has_unknown_era(pos, n)) return done_ = rest_of_date(n.end);
      if (!may_begin(pos, n)) return n.end;
      if (const std::size_t month = named_month_before(text_, pos); month < pos && month >= done_) {
        const std::size_t next = phrase(month, n.end);
        if (done_ > pos) return next;
      }
      if (at(text_, n.end, "四半期")) {
        if (before(text_, pos, "第")) return n.end;  // 第 has been tried
      } else if (before(text_, pos, "第")) {
        return n.end;
      }
    }
    const std::size_t next = phrase(begin, n.end);
    if (next != n.end || begin != pos || n.kanji()) return next;
    return time(pos, n.end);
  }

  /// True where the figures at `pos` are not the tail of a longer number or word.
  [[nodiscard]] bool may_begin(std::size_t pos, const Numeral& n) const {
    if (pos == 0) return true;
    const char c = text_[pos - 1];
    if (is_letter(c) || is_digit(c)) return false;
    if (c == '.' || c == ',' || c == '/' || c == '-' || c == ':') return pos < 2 || !digit_or_letter(text_[pos - 2]);
    if (n.digits == 0 || pos < 3) return true;
    return !before(text_, pos, "第") && (!before(text_, pos, "約") || ends_word_of_promise(pos));
  }
  /// 契約2024年, 予約5月3日: 約 ends a word and makes nothing of the year approximate.
  [[nodiscard]] bool ends_word_of_promise(std::size_t pos) const {
    static constexpr scan::CharSet kFirst(u"契予規公条節誓成解婚要制協特");
    return kFirst.contains(utf8::decode_before(text_, pos - std::string_view("約").size()).code_point);
  }
  /// 紀元前4年7月, 西暦99年5月: before any calendar that is known here, and its month and day none of another year.
  [[nodiscard]] bool before_our_era(std::size_t pos, const Numeral& n) const {
    constexpr int kFirstWesternYear = 1000;
    const std::size_t end = skip_blanks_before(text_, pos, 1);
    if (before(text_, end, "紀元前")) return true;
    return before(text_, end, "西暦") && n.in(0, kFirstWesternYear - 1) &&
           at(text_, skip_blanks(text_, n.end, 1), "年");
  }
  /// 架空5年1月1日: an era that is none, or none that is known, and its month and day none of another year. In a
  /// context the word may as well be a label, and the era that of the context.
  [[nodiscard]] bool has_unknown_era(std::size_t pos, const Numeral& n) const {
    constexpr int kLastShortYear = 99;
    if (!n.in(1, kLastShortYear) || !at(text_, n.end, "年") || resolver_.has_context()) return false;
    static constexpr scan::CharSet kNoEra(u"同翌昨今本当前来日月年間期度約第");
    const char32_t prior = utf8::decode_before(text_, pos).code_point;
    return utf8::is_han(prior) && !kNoEra.contains(prior);
  }
  [[nodiscard]] static bool digit_or_letter(char c) { return is_digit(c) || is_letter(c); }

  /// 平成令和2年, 西暦令和2年, 令和西暦2020年: nobody can tell which of the two is meant. `begin` is that of the era of
  /// the figures at `pos`, or `pos`.
  [[nodiscard]] bool is_doubled_era(std::size_t pos, std::size_t begin) const {
    constexpr std::string_view kWestern = "西暦";
    const bool western = begin == pos && before(text_, pos, kWestern);
    if (begin == pos && !western) return false;
    const std::size_t end = western ? pos - kWestern.size() : begin;
    if (!western && before(text_, end, kWestern)) return true;
    const EraWord other = EraTable::get().before(text_, end);
    return other.era != nullptr && !other.letter && !other.short_form && other.era->year >= kFirstModernEra;
  }

  /// 5年, 元年, 3~5年.
  [[nodiscard]] bool year_ahead(std::size_t pos) const {
    constexpr int kMostShared = 4;
    if (at(text_, pos, "元")) return true;
    for (int i = 0; i < kMostShared; ++i) {
      const Numeral n = numeral_at(text_, pos);
      if (!n.found()) return false;
      pos = skip_blanks(text_, n.end);
      if (at(text_, pos, "年")) return true;
      if (!scan::eat_any(text_, pos, {"~", "・", "、", "から"})) return false;
      pos = skip_blanks(text_, pos);
    }
    return false;
  }

  /// Where the era before the figures at `pos` begins (平成, H); `pos` where there is none.
  [[nodiscard]] std::size_t era_before(std::size_t pos) const {
    const std::size_t end = skip_blanks_before(text_, pos);
    if (end == 0 ||
        (static_cast<unsigned char>(text_[end - 1]) < 0x80 && !is_letter(text_[end - 1]) && text_[end - 1] != '.'))
      return pos;
    if (before(text_, end, "皇紀")) return end - std::string_view("皇紀").size();
    const EraWord word = EraTable::get().before(text_, end);
    if (word.era == nullptr) return pos;
    if (word.era->year < kFirstModernEra && !year_ahead(pos)) return pos;
    const std::size_t begin = end - word.size;
    if (begin == 0) return begin;
    const char prior = text_[begin - 1];
    const bool leader = before(text_, begin, "..");  // 開催日…R6.5.1
    if (word.letter && !leader && (digit_or_letter(prior) || at_any(text_, begin - 1, {"-", "_", ".", "&", "+", "'"})))
      return pos;
    if (word.short_form && !word.letter) {  // 平29.5.19, but not 高平29
      const char32_t c = utf8::decode_before(text_, begin).code_point;
      if (utf8::is_han(c) || (utf8::is_katakana(c) && c != U'・')) return pos;
    }
    return begin;
  }

  /// 2日目. Where the date itself stands behind it (1日目:8月1日), that is the value, and day one is counted from it.
  std::size_t event_day(std::size_t pos, const EventDay& counted) {
    std::size_t beside = skip_blanks(text_, counted.end, 1);
    (void)scan::eat_any(text_, beside, {":", "(", "[", "は", "の", "・"});
    beside = skip_blanks(text_, beside, 1);
    Element date;
    if (ElementReader(text_).read(beside, nullptr, date) == LexOutcome::kYes && date.day != 0) {
      marked_ = {beside, date.end, counted.number};
      return beside;
    }
    return phrase(pos, counted.end);
  }

  /// 8月2日(2日目): the words behind a date that make it a day of its event are no date of their own. Without a bracket
  /// only the first day is sure: 8月1日 2日目 may go on with what happens on the second.
  void event_day_behind() {
    std::size_t pos = skip_blanks(text_, phrase_.end, 1);
    const bool bracket = scan::eat_any(text_, pos, {"(", "["});
    if (!bracket) (void)scan::eat_any(text_, pos, {":", "・", "\v"});
    EventDay counted = event_day_at(text_, pos);
    if (at(text_, pos, "初日")) counted = {pos, pos + std::string_view("初日").size(), 1};
    if (!counted.found() || (!bracket && counted.number != 1 && !resolver_.is_event_day(counted.number))) return;
    resolver_.mark_event_day(counted.number);
    phrase_.end = counted.end;
  }

  [[nodiscard]] static bool is_one_day(const DateValue& value) {
    return value.precision == Precision::kDay && value.event_day == 0 && value.edtf.find('/') == std::string::npos;
  }

  /// 上旬, 中旬, 下旬 without a month, found by their last letter, since the first ones begin many words. Not
  /// 毎月、下旬: a month between that is no date says that another one is meant.
  std::size_t third(std::size_t pos) {
    constexpr std::size_t kLetter = std::string_view("下").size(), kReach = 90;
    const std::size_t begin = pos - std::min(pos, kLetter);
    if (begin < done_ || !resolver_.before().month || !at_any(text_, begin, {"上旬", "中旬", "下旬", "初旬"}))
      return pos + kLetter;
    const std::size_t from = std::max(done_, begin - std::min(begin, kReach));
    const bool other = text_.substr(from, begin - from).find("月") != std::string_view::npos;
    return other || before(text_, begin, "の") ? pos + kLetter : phrase(begin, pos + kLetter);
  }

  /// Like 春, a day that is a word alone is one only where its year can be told.
  [[nodiscard]] bool knows_a_year() const { return resolver_.has_context() || resolver_.before().date; }

  /// 大晦日, found by its rarest letter.
  std::size_t last_of_year(std::size_t pos) {
    constexpr std::size_t kLetter = std::string_view("大").size();
    const std::size_t begin = pos - std::min(pos, kLetter);
    return begin >= done_ && at(text_, begin, "大晦日") && knows_a_year() ? phrase(begin, pos + kLetter)
                                                                          : pos + kLetter;
  }

  /// ~ or 毎年 before `begin` belongs to the date.
  void before_phrase(std::size_t begin) {
    PhraseItem& first = phrase_.items[0];
    std::size_t pos = skip_blanks_before(text_, begin, 1);
    for (const std::string_view word : {"例年", "毎年"}) {
      if (!before(text_, pos, word) || first.date.year_kind != YearKind::kNone) continue;
      first.date.begin = pos - word.size();
      first.date.recurring = true;
      first.date.year_kind = YearKind::kElsewhere;
      return;
    }
    if (!before(text_, pos, "~") || first.join == Join::kRange || first.open_end) return;
    const std::size_t tilde = pos - 1;
    pos = skip_blanks_before(text_, tilde, 1);
    const bool free = pos == 0 || pos <= done_ || tilde != pos || static_cast<unsigned char>(text_[pos - 1]) < 0x20 ||
                      at_any(text_, pos - 1, {"(", "[", ":", ",", "/"}) || before(text_, pos, "、") ||
                      before(text_, pos, "「") || before(text_, pos, "〔") || before(text_, pos, "・");
    if (!free || pos < done_) return;
    first.open_begin = true;
    first.date.begin = tilde;
  }

  std::size_t phrase(std::size_t begin, std::size_t otherwise) {
    const LexOutcome outcome = read_phrase(text_, begin, resolver_.before(), phrase_);
    if (outcome == LexOutcome::kNo) return otherwise;
    if (outcome == LexOutcome::kImpossible) return done_ = rest_of_date(std::max(phrase_.end, otherwise));
    if (outcome == LexOutcome::kYes) {
      before_phrase(begin);
      const std::size_t found = out_.size();
      resolver_.resolve(phrase_, out_);
      if (out_.size() > found && is_one_day(out_.back())) {
        if (marked_.number != 0 && marked_.begin == begin) {
          resolver_.mark_event_day(marked_.number);
        } else {
          event_day_behind();
        }
      }
    }
    done_ = std::max(phrase_.end, otherwise);
    return done_;
  }

  /// Of an impossible date nothing is read, also not the parts that would be possible alone.
  [[nodiscard]] std::size_t rest_of_date(std::size_t pos) const {
    while (true) {
      std::size_t next = skip_blanks(text_, pos, 1);
      if (const Numeral n = numeral_at(text_, next); n.found()) {
        next = n.end;
      } else if (!scan::eat_any(text_, next, {"年", "月", "日", ".", "/", "-"})) {
        return pos;
      }
      pos = next;
    }
  }

  /// Where 朝, 夕方, 夜 begins that tells which half of the day the figures at `pos` are of; `pos` where none does.
  [[nodiscard]] std::size_t part_of_day_before(std::size_t pos) const {
    static constexpr scan::CharSet kLast(u"朝方夜晩明昼");
    if (!kLast.contains(utf8::decode_before(text_, pos).code_point)) return pos;
    for (const std::string_view word : {"早朝", "朝", "夕方", "深夜", "夜", "晩", "未明", "昼"}) {
      if (before(text_, pos, word) && pos - word.size() >= done_) return pos - word.size();
    }
    return pos;
  }

  /// A time without a date.
  std::size_t time(std::size_t pos, std::size_t otherwise) {
    if (is_digit(text_[pos])) pos = part_of_day_before(pos);
    const TimeSpan span = read_time(text_, pos, false);
    if (!span.found()) {  // 午後12時 may mean noon or midnight, and its figures nothing by themselves
      const Numeral n = numeral_at(text_, skip_blanks(text_, otherwise, 1));
      return is_digit(text_[pos]) || !n.found() ? otherwise : n.end;
    }
    DateValue value;
    value.begin = value.time_begin = static_cast<std::uint32_t>(span.begin);
    value.end = value.time_end = static_cast<std::uint32_t>(span.end);
    value.start_time = span.start;
    value.end_time = span.stop;
    out_.push_back(std::move(value));
    done_ = span.end;
    return span.end;
  }

  /// 随時, 未定, 未実施, 調整中: a time is meant, but none is named. Letter-spaced too (随 時).
  std::size_t no_date(std::size_t pos) {
    struct Word {
      std::string_view first, rest;
    };
    constexpr std::array<Word, 4> kWords = {{{"随", "時"}, {"未", "定"}, {"未", "実施"}, {"調", "整中"}}};
    for (const Word& word : kWords) {
      std::size_t end = pos;
      if (!eat(text_, end, word.first)) continue;
      end = skip_blanks(text_, end);
      if (!eat(text_, end, word.rest) || at_any(text_, end, {"義", "稿"})) continue;
      DateValue value;
      value.begin = static_cast<std::uint32_t>(pos);
      value.end = static_cast<std::uint32_t>(end);
      out_.push_back(std::move(value));
      done_ = end;
      return end;
    }
    return pos + 3;
  }

  std::string_view text_;
  DateResolver resolver_;
  std::vector<DateValue>& out_;
  Phrase phrase_;
  std::size_t done_ = 0;  ///< end of the last date
  EventDay marked_;       ///< where the date begins whose day of the event stands before it
};

}  // namespace

std::string_view name(Precision precision) {
  constexpr std::array<std::string_view, 9> kNames = {"day",  "part_of_month", "month",       "season", "quarter",
                                                      "half", "year",          "fiscal_year", "none"};
  return kNames[static_cast<std::size_t>(precision)];
}

std::string format_time(MinuteOfDay time) { return fmt::format("{:02}:{:02}", time / 60, time % 60); }

std::vector<DateValue> find_dates(std::string_view text, const DateContext& context) {
  std::vector<DateValue> out;
  DateFinder(text, context, out).run();
  return out;
}

namespace {

bool is_blank(char c) { return c == ' ' || static_cast<unsigned char>(c) < 0x20; }

/// 20170519 (ISO 8601 basic form) and R060308 with hyphens; empty where `text` is neither. Elsewhere than as the whole
/// of a text such figures are as well a number or a name.
std::string with_hyphens(std::string_view text) {
  constexpr std::size_t kDigits = 8, kEraDigits = 6;
  const bool era = at_any(text, 0, {"R", "H", "S", "T", "M"});
  const Numeral n = numeral_at(text, era ? 1 : 0);
  if (n.end != text.size() || n.digits != (era ? kEraDigits : kDigits)) return {};
  std::string out(text);
  return out.insert(out.size() - 2, "-").insert(out.size() - 5, "-");
}

/// 2021,7,18: no number is grouped in this way.
std::string comma_date(std::string_view text) {
  const Numeral year = numeral_at(text, 0);
  const Numeral month = numeral_at(text, std::min<std::size_t>(year.end + 1, text.size()));
  const Numeral day = numeral_at(text, std::min<std::size_t>(month.end + 1, text.size()));
  constexpr int kYearDigits = 4;
  const auto is_part = [](const Numeral& n) { return n.digits == 1 || n.digits == 2; };
  if (year.digits != kYearDigits || !is_part(month) || !is_part(day) || day.end != text.size()) return {};
  if (text[year.end] != ',' || text[month.end] != ',') return {};
  std::string out(text);
  std::replace(out.begin(), out.end(), ',', '-');
  return out;
}

/// Forms that are dates only where they are the whole of the text.
std::optional<DateValue> basic_date(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  while (text.size() > begin && is_blank(text.back())) text.remove_suffix(1);
  const std::string_view body = text.substr(begin);
  std::string hyphens = with_hyphens(body);
  if (hyphens.empty()) hyphens = comma_date(body);
  if (hyphens.empty()) return std::nullopt;
  std::optional<DateValue> value = parse_date(hyphens);
  if (!value || value->precision != Precision::kDay || value->lunisolar || value->era_overflow) return std::nullopt;
  value->begin = static_cast<std::uint32_t>(begin);
  value->end = static_cast<std::uint32_t>(text.size());
  return value;
}

}  // namespace

std::optional<DateValue> parse_date(std::string_view text, const DateContext& context) {
  std::vector<DateValue> found = find_dates(text, context);
  if (found.empty()) return basic_date(text);
  if (found.size() != 1) return std::nullopt;
  const DateValue& value = found.front();
  const std::size_t end = std::max(value.end, value.time_end);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((i < value.begin || i >= end) && !is_blank(text[i])) return std::nullopt;
  }
  return std::move(found.front());
}

}  // namespace torikomi

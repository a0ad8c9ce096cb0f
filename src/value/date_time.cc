// Times of day: 13:30~16:30, 午後1時半, 正午, 10時から12時まで.
#include "value/date_element.h"
#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at;
using scan::at_any;
using scan::digit_at;
using scan::eat;
using scan::eat_any;
using scan::Numeral;
using scan::numeral_at;
using scan::skip_blanks;

enum class Half : std::uint8_t { kNone, kMorning, kAfternoon, kAm, kPm, kMidday, kEvening, kNight, kSmallHours };

struct TimePoint {
  int minutes = -1;  ///< -1: no time
  Half half = Half::kNone;
  std::size_t end = 0;
};

Half read_latin_half(std::string_view text, std::size_t& pos) {
  if (eat_any(text, pos, {"AM", "am", "a.m."})) return Half::kAm;
  if (eat_any(text, pos, {"PM", "pm", "p.m."})) return Half::kPm;
  return Half::kNone;
}

Half read_half(std::string_view text, std::size_t& pos) {
  if (eat(text, pos, "午前")) return Half::kMorning;
  if (eat(text, pos, "午後")) return Half::kAfternoon;
  if (const Half latin = read_latin_half(text, pos); latin != Half::kNone) return latin;
  static constexpr scan::CharSet kFirst(u"早朝昼夕夜晩深未");
  if (!kFirst.contains(utf8::decode(text, pos).code_point)) return Half::kNone;
  if (eat_any(text, pos, {"早朝", "朝"})) return Half::kMorning;
  if (eat(text, pos, "昼")) return Half::kMidday;
  if (eat(text, pos, "夕方")) return Half::kEvening;
  if (eat_any(text, pos, {"夜", "晩"})) return Half::kNight;
  if (eat_any(text, pos, {"深夜", "未明"})) return Half::kSmallHours;
  return Half::kNone;
}

/// 夕方5時, 昼1時, 夜7時, 深夜2時 as hours of the day; -1 where the words may mean either half (夜12時, 夜3時).
int hour_of_day(int hour, Half half) {
  constexpr int kNoon = 12, kFirstOfNight = 5, kLastOfMidday = 4, kLateNight = 10;
  if (half == Half::kMidday)
    return hour == kNoon || hour == kNoon - 1 ? hour : (hour <= kLastOfMidday ? hour + kNoon : -1);
  if (half == Half::kSmallHours) {
    if (hour <= kFirstOfNight || hour >= kNoon + kLateNight) return hour;
    return hour == kLateNight || hour == kLateNight + 1 ? hour + kNoon : -1;
  }
  if (hour > kNoon) return hour;
  return hour == kNoon || hour < (half == Half::kNight ? kFirstOfNight : 1) ? -1 : hour + kNoon;
}

/// Minutes after midnight, -1 where there is no such time. 午前12時 is noon and 午後12時 midnight by law
/// (明治5年太政官布告第337号) but not in common use, so both are left unread.
int minutes_of(int hour, int minute, Half half) {
  if ((half == Half::kAm || half == Half::kPm) && hour == 12) hour = 0;
  if (half >= Half::kMidday) hour = hour_of_day(hour, half);
  if (hour < 0) return -1;
  if (half == Half::kAm) half = Half::kMorning;
  if (half == Half::kPm) half = Half::kAfternoon;
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) return -1;
  if (half == Half::kMorning && hour > 11) return -1;
  if (half == Half::kAfternoon && (hour == 12 && minute == 0)) return -1;
  if (half == Half::kAfternoon && hour < 12) hour += 12;
  return hour * 60 + minute;
}

/// +09:00, +0900 or Z behind a time (ISO 8601). The time stays as printed.
std::size_t zone_end(std::string_view text, std::size_t pos) {
  if (at(text, pos, "Z") && !scan::letter_at(text, pos + 1)) return pos + 1;
  if (!at(text, pos, "+")) return pos;
  const Numeral hour = numeral_at(text, pos + 1);
  if (hour.digits == 4) return hour.end;
  const bool colon = hour.digits == 2 && at(text, hour.end, ":");
  return colon && numeral_at(text, hour.end + 1).digits == 2 ? hour.end + 3 : pos;
}

/// HH:MM or HH:MM:SS after the hour.
TimePoint clock_time(std::string_view text, const Numeral& hour, Half half) {
  TimePoint out{.half = half};
  const Numeral minute = numeral_at(text, hour.end + 1);
  if (minute.digits != 2 || hour.digits > 2 || !hour.in(0, 24)) return out;
  std::size_t end = minute.end;
  if (at(text, end, ":")) {
    const Numeral second = numeral_at(text, end + 1);
    if (second.digits != 2 || second.value > 59) return out;
    end = second.end;
    if (at(text, end, ".") && digit_at(text, end + 1)) end = numeral_at(text, end + 1).end;
  }
  end = zone_end(text, end);
  if (digit_at(text, end) || (at_any(text, end, {":", "."}) && digit_at(text, end + 1))) return out;
  if (half == Half::kNone) {
    std::size_t after = skip_blanks(text, end, 1);
    half = read_latin_half(text, after);
    if (half != Half::kNone) end = after;
  }
  out.minutes = minutes_of(hour.value, minute.value, half);
  out.half = half;
  out.end = end;
  return out;
}

/// N時, N時半, N時M分 after the hour.
TimePoint spoken_time(std::string_view text, const Numeral& hour, std::size_t pos, Half half) {
  TimePoint out{.half = half};
  if (at_any(text, pos, {"間", "点", "代", "期", "限", "報", "給", "短", "価", "差", "系"})) return out;
  int minute = 0;
  const std::size_t at_minute = skip_blanks(text, pos, 1);
  const Numeral minutes = numeral_at(text, at_minute);
  if (at(text, pos, "半") && !at_any(text, pos, {"半期", "半分"})) {
    minute = 30;
    pos += 3;
  } else if (minutes.found()) {
    std::size_t after = skip_blanks(text, minutes.end, 1);
    if (eat(text, after, "分") && !at(text, after, "の")) {
      minute = minutes.value;
      pos = after;
    } else if (at(text, after, "秒")) {
      return out;  // 23時59秒
    }
  }
  if (!hour.in(0, 24) || minute < 0) return out;
  out.minutes = minutes_of(hour.value, minute, half);
  out.end = pos;
  return out;
}

TimePoint time_point(std::string_view text, std::size_t pos, bool kanji) {
  if (eat(text, pos, "正午")) return {12 * 60, Half::kNone, pos};
  const Half half = read_half(text, pos);
  if (half != Half::kNone) pos = skip_blanks(text, pos, 1);
  const Numeral hour = numeral_at(text, pos);
  if (!hour.found() || (hour.kanji() && !kanji && half == Half::kNone)) return {};
  if (at(text, hour.end, ":") && !hour.kanji()) return clock_time(text, hour, half);
  std::size_t after = skip_blanks(text, hour.end, 1);
  if (eat(text, after, "時")) return spoken_time(text, hour, after, half);
  return {};
}

/// The second time of a span takes 午後 from the first, and never lies before it.
int after_first(const TimePoint& first, TimePoint second) {
  constexpr int kHalfDay = 12 * 60;
  if (second.half != Half::kNone || first.half == Half::kNone) return second.minutes;
  const bool afternoon = first.half == Half::kAfternoon || (first.half >= Half::kPm && first.minutes >= kHalfDay);
  if (afternoon && second.minutes < kHalfDay) return second.minutes + kHalfDay;
  if (second.minutes < first.minutes && second.minutes < kHalfDay) return second.minutes + kHalfDay;
  return second.minutes;
}

}  // namespace

TimeSpan read_time(std::string_view text, std::size_t pos, bool after_date) {
  TimeSpan out;
  out.begin = out.end = pos;
  if (after_date && eat(text, pos, "~")) {
    const TimePoint stop = time_point(text, skip_blanks(text, pos), true);
    if (stop.minutes < 0) return out;
    out.stop = static_cast<MinuteOfDay>(stop.minutes);
    out.end = stop.end;
    return out;
  }
  const TimePoint first = time_point(text, pos, after_date);
  if (first.minutes < 0) return out;
  out.start = static_cast<MinuteOfDay>(first.minutes);
  out.end = first.end;
  std::size_t next = skip_blanks(text, first.end);
  if (eat_any(text, next, {"まで", "迄"})) {
    out.stop = out.start;
    out.start.reset();
    out.end = next;
  } else if (eat_any(text, next, {"~", "-", "から", "より"})) {
    const bool words = !at_any(text, next - 1, {"~", "-"});
    std::size_t at_second = skip_blanks(text, next);
    (void)eat(text, at_second, "同");  // 午後1時半から同3時半
    const TimePoint second = time_point(text, at_second, true);
    const int stop = second.minutes < 0 ? -1 : after_first(first, second);
    if (stop >= 0) {
      out.stop = static_cast<MinuteOfDay>(stop);
      out.end = second.end;
      (void)eat_any(text, out.end, {"まで", "迄"});
    } else if (words) {
      out.end = next;  // 13時から: the word belongs to the time, not to the day before it
    } else if (next = out.end; eat(text, next, "~") && !digit_at(text, skip_blanks(text, next))) {
      out.end = next;
    }
  }
  return out;
}

}  // namespace torikomi

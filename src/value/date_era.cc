#include "value/date_era.h"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>

#include "value/scan.h"

namespace torikomi {
namespace {

constexpr std::size_t kKanji = 3;  // bytes of one kanji in UTF-8
constexpr std::size_t kPlane = 0x10000;

Day previous_day(Day day) { return std::chrono::sys_days(day) - std::chrono::days(1); }

/// The first day of era number `era`, from the calendar's own rules.
Day first_day(icu::Calendar& calendar, int era, UErrorCode& status) {
  constexpr double kMillisPerDay = 86'400'000.0;
  calendar.clear();
  calendar.set(UCAL_ERA, era);
  calendar.set(UCAL_YEAR, 1);
  const double millis = calendar.getTime(status);
  return std::chrono::sys_days(std::chrono::days(static_cast<int>(std::floor(millis / kMillisPerDay))));
}

/// The last day that may bear the name. The change of 1912 and 1926 took effect on the day itself, so it bears both
/// names; those of 1989 and 2019 on the day after (昭和64年政令第1号, 平成31年政令第143号).
Day last_day(Day next_start) {
  constexpr int kFirstChangeOnDayAfter = 1989;
  return static_cast<int>(next_start.year()) < kFirstChangeOnDayAfter ? next_start : previous_day(next_start);
}

}  // namespace

EraTable::EraTable() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale("ja_JP@calendar=japanese");
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), locale, status));
  // Only a format hands out the symbols of its calendar; the symbols of a locale alone are the Gregorian ones.
  const icu::SimpleDateFormat format(icu::UnicodeString("G"), locale, status);
  if (U_FAILURE(status)) return;
  const icu::DateFormatSymbols& symbols = *format.getDateFormatSymbols();
  std::int32_t count = 0;
  std::int32_t narrow_count = 0;
  const icu::UnicodeString* names = symbols.getEras(count);
  const icu::UnicodeString* letters = symbols.getNarrowEras(narrow_count);
  for (int i = 0; i < count; ++i) {
    Era era;
    names[i].toUTF8String(era.name);
    if (i < narrow_count && letters[i].length() == 1 && letters[i][0] < 0x80)
      era.letter = static_cast<char>(letters[i][0]);
    era.start = first_day(*calendar, i, status);
    if (U_FAILURE(status) || era.name.size() < 2 * kKanji) continue;
    era.year = static_cast<int>(era.start.year());
    if (!eras_.empty()) eras_.back().end = last_day(era.start);
    eras_.push_back(std::move(era));
  }
  begins_.resize(kPlane);
  touches_.resize(kPlane);
  for (const Era& era : eras_) {
    const std::size_t first = utf8::decode(era.name, 0).code_point;
    const std::size_t last = utf8::decode_before(era.name, era.name.size()).code_point;
    if (first < kPlane) begins_[first] = touches_[first] = true;
    if (last < kPlane) touches_[last] = true;
  }
  by_name_.resize(eras_.size());
  for (std::size_t i = 0; i < by_name_.size(); ++i) by_name_[i] = i;
  std::sort(by_name_.begin(), by_name_.end(),
            [this](std::size_t a, std::size_t b) { return eras_[a].name < eras_[b].name; });
}

const EraTable& EraTable::get() {
  static const EraTable table;
  return table;
}

const Era* EraTable::by_name(std::string_view name) const {
  const auto it = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                   [this](std::size_t i, std::string_view n) { return eras_[i].name < n; });
  return it != by_name_.end() && eras_[*it].name == name ? &eras_[*it] : nullptr;
}

const Era* EraTable::by_letter(char letter) const {
  for (auto it = eras_.rbegin(); it != eras_.rend() && it->letter != 0; ++it) {
    if (it->letter == letter) return &*it;
  }
  return nullptr;
}

/// `candidate` is the words of an era as a whole, or nothing.
EraWord EraTable::words(std::string_view candidate) const {
  if (candidate.size() == 2 * kKanji || candidate.size() == 4 * kKanji) return {by_name(candidate), candidate.size()};
  if (candidate.size() == 2 * kKanji + 1 && candidate[kKanji] == ' ') {  // letter-spaced
    const std::string name = std::string(candidate.substr(0, kKanji)) + std::string(candidate.substr(kKanji + 1));
    const Era* era = by_name(name);
    return {era != nullptr && era->letter != 0 ? era : nullptr, candidate.size()};
  }
  if (candidate.size() == kKanji) {
    for (auto it = eras_.rbegin(); it != eras_.rend() && it->letter != 0; ++it) {
      if (it->name.starts_with(candidate)) return {&*it, kKanji, false, true};
    }
  }
  return {};
}

EraWord EraTable::at(std::string_view text, std::size_t pos) const {
  if (scan::letter_at(text, pos)) {
    const Era* era = by_letter(static_cast<char>(text[pos] & ~0x20));
    const bool dot = scan::at(text, pos + 1, ".");
    return {era, era == nullptr ? 0U : (dot ? 2U : 1U), true, dot};
  }
  const char32_t first = utf8::decode(text, pos).code_point;
  if (first >= begins_.size() || !begins_[first]) return {};
  for (const std::size_t size : {4 * kKanji, 2 * kKanji, 2 * kKanji + 1, kKanji}) {
    if (pos > text.size() || text.size() - pos < size) continue;
    if (const EraWord word = words(text.substr(pos, size)); word.era != nullptr) return word;
  }
  return {};
}

EraWord EraTable::before(std::string_view text, std::size_t pos) const {
  if (pos == 0) return {};
  const bool dot = pos >= 2 && text[pos - 1] == '.' && scan::is_letter(text[pos - 2]);
  if (dot || scan::is_letter(text[pos - 1])) {
    const Era* era = by_letter(static_cast<char>(text[pos - (dot ? 2 : 1)] & ~0x20));
    return {era, era == nullptr ? 0U : (dot ? 2U : 1U), true, dot};
  }
  if (!utf8::is_continuation(text[pos - 1])) return {};
  const char32_t last = utf8::decode_before(text, pos).code_point;
  if (last >= touches_.size() || !touches_[last]) return {};
  for (const std::size_t size : {4 * kKanji, 2 * kKanji, 2 * kKanji + 1, kKanji}) {
    if (pos < size || utf8::is_continuation(text[pos - size])) continue;
    if (const EraWord word = words(text.substr(pos - size, size)); word.era != nullptr) return word;
  }
  return {};
}

const Era* EraTable::next(const Era& era) const {
  const auto index = static_cast<std::size_t>(&era - eras_.data());
  return index + 1 < eras_.size() ? &eras_[index + 1] : nullptr;
}

}  // namespace torikomi

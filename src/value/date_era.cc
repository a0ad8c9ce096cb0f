#include "value/date_era.h"

#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <initializer_list>

#include "value/scan.h"

namespace torikomi {
namespace {

constexpr std::size_t kKanji = 3;  // bytes of one kanji in UTF-8
constexpr std::size_t kPlane = 0x10000;

Day previous_day(Day day) { return std::chrono::sys_days(day) - std::chrono::days(1); }

/// A place in ICU's data. The data of an era are read straight from there: ICU's Japanese Calendar and SimpleDateFormat
/// give the same (a test compares them), but cost the start of every run more than a small report does.
class Resource {
 public:
  Resource(const char* bundle, UErrorCode& status) : at_(ures_openDirect(nullptr, bundle, &status)) {}
  Resource(const Resource&) = delete;
  Resource& operator=(const Resource&) = delete;
  ~Resource() { ures_close(at_); }

  /// Moves to the entry below that has this key.
  void enter(std::initializer_list<const char*> keys, UErrorCode& status) {
    for (const char* key : keys) at_ = ures_getByKey(at_, key, at_, &status);
  }
  [[nodiscard]] std::int32_t size() const { return ures_getSize(at_); }
  [[nodiscard]] UResourceBundle* get() const { return at_; }

 private:
  UResourceBundle* at_;
};

/// Entry `index` of a list of texts.
std::string text_at(const Resource& list, std::int32_t index, UErrorCode& status) {
  std::int32_t units = 0;
  const UChar* text = ures_getStringByIndex(list.get(), index, &units, &status);
  std::array<char, 64> bytes{};
  std::int32_t size = 0;
  u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &size, text, units, &status);
  return U_FAILURE(status) ? std::string() : std::string(bytes.data(), static_cast<std::size_t>(size));
}

/// The first day of era number `index` (its key; the entries are not in that order): year, month and day of the
/// Gregorian calendar, proleptic too.
Day start_at(const Resource& eras, std::int32_t index, UErrorCode& status) {
  UResourceBundle* era = ures_getByKey(eras.get(), std::to_string(index).c_str(), nullptr, &status);
  era = ures_getByKey(era, "start", era, &status);
  std::int32_t size = 0;
  const std::int32_t* parts = ures_getIntVector(era, &size, &status);
  Day out{};
  if (U_SUCCESS(status) && size >= 3) {
    out = Day(std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])),
              std::chrono::day(static_cast<unsigned>(parts[2])));
  }
  ures_close(era);
  return out;
}

/// Characters of the names of eras in their older form: 慶應, 寶永.
struct OldForm {
  std::string_view old, now;
};
constexpr std::array<OldForm, 12> kOldForms = {{{"應", "応"},
                                                {"德", "徳"},
                                                {"寶", "宝"},
                                                {"萬", "万"},
                                                {"龜", "亀"},
                                                {"寬", "寛"},
                                                {"齊", "斉"},
                                                {"觀", "観"},
                                                {"靈", "霊"},
                                                {"曆", "暦"},
                                                {"祿", "禄"},
                                                {"壽", "寿"}}};

/// `name` without them; empty where it has none, which is known without a copy.
std::string in_new_forms(std::string_view name) {
  static constexpr scan::CharSet kOld(u"應德寶萬龜寬齊觀靈曆祿壽");
  bool old = false;
  for (std::size_t pos = 0; pos < name.size(); pos += kKanji)
    old = old || kOld.contains(utf8::decode(name, pos).code_point);
  if (!old) return {};
  std::string out(name);
  for (std::size_t pos = 0; pos + kKanji <= out.size(); pos += kKanji) {
    for (const OldForm& form : kOldForms) {
      if (scan::at(out, pos, form.old)) out.replace(pos, kKanji, form.now);
    }
  }
  return out;
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
  Resource starts("supplementalData", status);
  starts.enter({"calendarData", "japanese", "eras"}, status);
  Resource names("ja", status);
  names.enter({"calendar", "japanese", "eras", "abbreviated"}, status);
  Resource letters("ja", status);
  letters.enter({"calendar", "japanese", "eras", "narrow"}, status);
  if (U_FAILURE(status)) return;
  for (std::int32_t i = 0; i < std::min(starts.size(), names.size()); ++i) {
    Era era;
    era.name = text_at(names, i, status);
    const std::string letter = i < letters.size() ? text_at(letters, i, status) : "";
    if (letter.size() == 1) era.letter = letter.front();
    era.start = start_at(starts, i, status);
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
    seconds_.add(utf8::decode(era.name, kKanji).code_point);
  }
  for (const OldForm& form : kOldForms) {
    const std::size_t now = utf8::decode(form.now, 0).code_point;
    const std::size_t old = utf8::decode(form.old, 0).code_point;
    begins_[old] = begins_[now];
    touches_[old] = touches_[now];
    if (seconds_.may_hold(static_cast<char32_t>(now))) seconds_.add(static_cast<char32_t>(old));
  }
  by_name_.resize(eras_.size());
  for (std::size_t i = 0; i < by_name_.size(); ++i) by_name_[i] = i;
  std::sort(by_name_.begin(), by_name_.end(),
            [this](std::size_t a, std::size_t b) { return eras_[a].name < eras_[b].name; });
}

void prepare_eras() { (void)EraTable::get(); }

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
  if (candidate.size() == 2 * kKanji || candidate.size() == 4 * kKanji) {
    if (!seconds_.may_hold(utf8::decode(candidate, kKanji).code_point)) return {};
    if (const Era* era = by_name(candidate)) return {era, candidate.size()};
    const std::string newer = in_new_forms(candidate);  // short enough to need no memory of its own
    return {newer.empty() ? nullptr : by_name(newer), candidate.size()};
  }
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

// The eras read from ICU's data are those of ICU's own Japanese calendar.
#include <gtest/gtest.h>
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <chrono>
#include <cmath>
#include <memory>
#include <string>

#include "value/date_era.h"

namespace torikomi {
namespace {

TEST(EraTable, HoldsEveryEraOfTheCalendarWithItsFirstDayAndLetter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale("ja_JP@calendar=japanese");
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), locale, status));
  const icu::SimpleDateFormat format(icu::UnicodeString("G"), locale, status);
  ASSERT_TRUE(U_SUCCESS(status));
  std::int32_t count = 0;
  std::int32_t narrow_count = 0;
  const icu::UnicodeString* names = format.getDateFormatSymbols()->getEras(count);
  const icu::UnicodeString* letters = format.getDateFormatSymbols()->getNarrowEras(narrow_count);
  ASSERT_EQ(EraTable::get().all().size(), static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const Era& era = EraTable::get().all()[static_cast<std::size_t>(i)];
    std::string name;
    names[i].toUTF8String(name);
    EXPECT_EQ(era.name, name);
    const bool has_letter = i < narrow_count && letters[i].length() == 1 && letters[i][0] < 0x80;
    EXPECT_EQ(era.letter, has_letter ? static_cast<char>(letters[i][0]) : 0) << name;
    if (era.year < kFirstSolarYear - 5) continue;  // 明治 and later: before, only the year counts
    calendar->clear();
    calendar->set(UCAL_ERA, i);
    calendar->set(UCAL_YEAR, 1);
    const auto days = static_cast<int>(std::floor(calendar->getTime(status) / 86'400'000.0));
    EXPECT_EQ(std::chrono::sys_days(era.start).time_since_epoch().count(), days) << name;
  }
}

TEST(EraTable, YearOneOfAnEraIsThatOfTheCalendar) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("ja_JP@calendar=japanese"), status));
  ASSERT_TRUE(U_SUCCESS(status));
  int index = 0;
  for (const Era& era : EraTable::get().all()) {
    calendar->clear();
    calendar->set(UCAL_ERA, index++);
    calendar->set(UCAL_YEAR, 1);
    EXPECT_EQ(era.year, calendar->get(UCAL_EXTENDED_YEAR, status)) << era.name;
  }
}

}  // namespace
}  // namespace torikomi

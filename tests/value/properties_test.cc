// What holds for every day and for every text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <ctime>
#include <string>

#include "torikomi/value/date.h"
#include "torikomi/value/number.h"
#include "value/wareki.h"

namespace torikomi {
namespace {

/// Characters and words that dates and numbers are made of, and some that break them.
rc::Gen<std::string> anything() {
  static const std::vector<std::string> kParts = {
      // clang-format off
      "平成", "令和", "昭和", "H", "R", "元", "年", "年度", "月", "日", "29", "5",
      "31", "2017", "1", "0", ".", "/", "-", "~", "、", "・", ",", "(",
      ")", "金", "頃", "から", "まで", "上旬", "末", "秋", "随", "時", " ", "\v",
      "万", "億", "千", "百", "十", "二", "人", "円", "▲", "約", "%", "分の",
      "割", "半", "以上", "累", "計", "第", "四半期", "同", "翌年", "例年", "13:30", "午後",
      "\xE5", "\xFF", "\xF0\x9F", "𠮷", "ｱ", "99999999999999999999", "一二三四五六七八九",
      // clang-format on
  };
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kParts)), [](const auto& parts) {
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
  });
}

template <class Value>
void check_spans(const std::string& text, const std::vector<Value>& values) {
  std::uint32_t at = 0;
  for (const Value& value : values) {
    RC_ASSERT(value.begin >= at);
    RC_ASSERT(value.begin < value.end);
    RC_ASSERT(value.end <= text.size());
    at = value.end;
  }
}

// Every day since the calendar is Gregorian is read back from every spelling, with no remark.
TEST(DateProperty, EveryDayIsReadBack) {
  using std::chrono::sys_days;
  using namespace std::chrono_literals;
  const sys_days last = sys_days(2100y / 12 / 31);
  for (sys_days day = sys_days(1873y / 1 / 1); day <= last; day += std::chrono::days(1)) {
    for (const std::string& text : spellings(day)) {
      const auto value = parse_date(text);
      ASSERT_TRUE(value) << text;
      ASSERT_EQ(value->first, Day(day)) << text;
      ASSERT_EQ(value->last, Day(day)) << text;
      ASSERT_EQ(value->precision, Precision::kDay) << text;
      ASSERT_EQ(value->end - value->begin, text.size()) << text;
      ASSERT_TRUE(!value->era_overflow && !value->year_inferred && value->weekday_agrees && value->pair_agrees) << text;
    }
  }
}

// The end of an era may be written in its name, the day after may not.
TEST(DateProperty, EveryEraEndsOnItsDay) {
  for (const Era& era : EraTable::get().all()) {
    if (!era.end || era.letter == 0) continue;
    for (const int after : {0, 1}) {
      const Day day = std::chrono::sys_days(*era.end) + std::chrono::days(after);
      const auto value = parse_date(fmt::format("{}{}年{}月{}日", era.name, static_cast<int>(day.year()) - era.year + 1,
                                                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())));
      ASSERT_TRUE(value) << era.name;
      EXPECT_EQ(value->first, day) << era.name;
      EXPECT_EQ(value->era_overflow, after == 1) << era.name;
    }
  }
}

RC_GTEST_PROP(DateProperty, AnyTextIsReadInOrder, ()) {
  const std::string text = *anything();
  check_spans(text, find_dates(text));
  DateContext context;
  context.fiscal_year = 2017;
  for (const DateValue& value : find_dates(text, context)) {
    if (value.first && value.first->year() > std::chrono::year(1872)) RC_ASSERT(value.first->ok());
    if (value.last && value.first && value.edtf.find('/') == std::string::npos) RC_ASSERT(*value.first <= *value.last);
    RC_ASSERT(value.precision != Precision::kNone || value.edtf.empty());
  }
}

RC_GTEST_PROP(NumberProperty, AnyTextIsReadInOrder, ()) {
  const std::string text = *anything();
  check_spans(text, find_numbers(text));
  for (const NumberValue& value : find_numbers(text)) {
    RC_ASSERT(value.low.has_value() == value.high.has_value());
    if (value.low) RC_ASSERT(*value.low <= *value.high);
  }
}

RC_GTEST_PROP(NumberProperty, GroupedFiguresAreReadBack, (std::int32_t n)) {
  std::string text = fmt::format("{}", n < 0 ? -static_cast<std::int64_t>(n) : n);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  const auto value = parse_number((n < 0 ? "▲" : "") + text + "人");
  RC_ASSERT(value.has_value());
  RC_ASSERT(value->value == Decimal(n));
  RC_ASSERT(value->unit == "人");
}

/// 12345678 as 一千二百三十四万五千六百七十八.
std::string all_kanji(std::int64_t n) {
  std::string out;
  constexpr std::array<std::pair<std::int64_t, const char*>, 3> kBig = {{{100'000'000, "億"}, {10'000, "万"}, {1, ""}}};
  for (const auto& [unit, word] : kBig) {
    const auto section = static_cast<int>(n / unit % 10'000);
    if (section == 0) continue;
    if (section >= 2000) out += in_kanji(section / 1000);
    if (section >= 1000) out += "千";
    if (section / 100 % 10 >= 2) out += in_kanji(section / 100 % 10);
    if (section / 100 % 10 >= 1) out += "百";
    out += in_kanji(section % 100) + word;
  }
  return out;
}

RC_GTEST_PROP(NumberProperty, KanjiNumbersAreReadBack, ()) {
  const auto n = *rc::gen::inRange<std::int64_t>(1, 999'999'999'999);
  const auto value = parse_number(all_kanji(n) + "円");
  RC_ASSERT(value.has_value());
  RC_ASSERT(value->value == Decimal(n));
}

/// Seconds of processor time, which other programs on the machine do not lengthen.
double seconds_for(std::string_view part, std::size_t size) {
  std::string text;
  while (text.size() < size) text += part;
  const std::clock_t begin = std::clock();
  const std::size_t values = find_dates(text).size() + find_numbers(text).size();
  EXPECT_LE(values, size);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Texts that tempt a reader to look at the same bytes again and again. Quadratic time would take minutes.
TEST(ValueProperty, TimeIsLinearInTheText) {
  constexpr std::size_t kSmall = std::size_t{1} << 16;
  constexpr std::size_t kLarge = std::size_t{1} << 20;
  for (const char* part : {"1",
                           "1~",
                           "1、",
                           "1・2",
                           "一",
                           "二十",
                           " ",
                           "(",
                           "平成",
                           "平成29~",
                           "H28・",
                           "~",
                           "年",
                           "R6.5.",
                           "1/",
                           "1,",
                           "1,2",
                           "5月1日、",
                           "2017-",
                           "13:30~",
                           "同",
                           "第",
                           "千",
                           "万",
                           "1人当たり",
                           "(土",
                           "平成29年5月19日(",
                           "1.",
                           "約",
                           "▲",
                           "1と",
                           "1分の",
                           "二・",
                           "1-",
                           "a-",
                           "a1",
                           "平 成 ",
                           "例年",
                           "1000,",
                           "2017年(",
                           "令和6年(2024年)",
                           "1億",
                           "123、",
                           "¥123、",
                           "1万 ",
                           "1 ",
                           "平 成 1 ",
                           "29・5・",
                           "壱",
                           "(うち3人(",
                           "一 ",
                           "百 ",
                           "1.123,",
                           "二、三、",
                           "一人一人",
                           "1m 2",
                           "(1) ",
                           "平成弐",
                           "紀元前4年",
                           "午後1時半から同"}) {
    ASSERT_LT(seconds_for(part, kSmall), 1.0) << part;
    ASSERT_LT(seconds_for(part, kLarge), 4.0) << part;
  }
}

}  // namespace
}  // namespace torikomi

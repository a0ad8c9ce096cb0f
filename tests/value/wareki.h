// Writes days in the Japanese calendar, to be read again.
#pragma once

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "value/date_era.h"

namespace torikomi {

/// 1..99 by value: 二十九.
inline std::string in_kanji(int n) {
  constexpr std::array<const char*, 10> kDigits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out;
  if (n >= 20) out += kDigits[static_cast<std::size_t>(n / 10)];
  if (n >= 10) out += "十";
  return out + kDigits[static_cast<std::size_t>(n % 10)];
}

/// The era of a day from 1868 on. REQUIRES: eras are in order.
inline const Era& era_of(Day day) {
  const auto& eras = EraTable::get().all();
  auto it = eras.end();
  while ((--it)->start > day) {
  }
  return *it;
}

/// The spellings of one day that reports use.
inline std::vector<std::string> spellings(Day day) {
  const Era& era = era_of(day);
  const int western = static_cast<int>(day.year());
  const int year = western - era.year + 1;
  const int month = static_cast<int>(static_cast<unsigned>(day.month()));
  const int number = static_cast<int>(static_cast<unsigned>(day.day()));
  const std::string in_era = year == 1 ? "元" : fmt::format("{}", year);
  constexpr std::array<const char*, 7> kWeekdays = {"日", "月", "火", "水", "木", "金", "土"};
  const char* weekday = kWeekdays[std::chrono::weekday(day).c_encoding()];
  return {fmt::format("{}{}年{}月{}日", era.name, in_era, month, number),
          fmt::format("{} {} 年 {} 月 {} 日({})", era.name, year, month, number, weekday),
          fmt::format("{}{}年{}月{}日", era.name, year == 1 ? "元" : in_kanji(year), in_kanji(month), in_kanji(number)),
          fmt::format("{}{}.{}.{}", era.letter, year, month, number),
          fmt::format("{}{}. {}. {}", era.letter, in_era, month, number),
          fmt::format("{}年({}{}年){}月{}日", western, era.name, in_era, month, number),
          fmt::format("{}年{}月{}日{}曜日", western, month, number, weekday),
          fmt::format("{:04}-{:02}-{:02}", western, month, number)};
}

}  // namespace torikomi

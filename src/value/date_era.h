// The Japanese eras, as ICU knows them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/letter_set.h"
#include "torikomi/value/date.h"

namespace torikomi {

/// One era. A new one comes with ICU: nothing here names an era.
struct Era {
  std::string name;        ///< 平成
  char letter = 0;         ///< H; 0 before 明治
  int year = 0;            ///< Gregorian year of its year 1
  Day start;               ///< first day (proleptic Gregorian is not meant before 1873: only `year` counts there)
  std::optional<Day> end;  ///< last day that may bear its name; nothing for the present era
};

/// The words of an era as they are printed.
struct EraWord {
  const Era* era = nullptr;  ///< nullptr: no era is printed here
  std::size_t size = 0;      ///< bytes of its words
  bool letter = false;       ///< H
  bool short_form = false;   ///< 平 of 平29.5.19, H. of H.29.5.19: only a whole date follows it
};

/// Every era, oldest first. Read from ICU once, on first need; thread-safe, immutable.
class EraTable {
 public:
  [[nodiscard]] static const EraTable& get();

  [[nodiscard]] const Era* by_name(std::string_view name) const;
  [[nodiscard]] const Era* by_letter(char letter) const;
  /// The era that is printed at byte `pos` of `text`: 平成, 平 成, 平, H, H.
  [[nodiscard]] EraWord at(std::string_view text, std::size_t pos) const;
  /// The era whose words end at byte `pos`.
  [[nodiscard]] EraWord before(std::string_view text, std::size_t pos) const;
  /// The era after `era`; nullptr for the present one.
  [[nodiscard]] const Era* next(const Era& era) const;
  [[nodiscard]] const std::vector<Era>& all() const { return eras_; }

 private:
  EraTable();
  [[nodiscard]] EraWord words(std::string_view candidate) const;
  std::vector<Era> eras_;
  std::vector<std::size_t> by_name_;  ///< indexes of eras_, sorted by name
  /// One bit a character of the Basic Multilingual Plane: it begins the name of an era; it begins or ends one. Most
  /// characters beside figures do neither, and are not looked up.
  std::vector<bool> begins_, touches_;
  LetterSet seconds_;  ///< the second letters of their names
};

/// 1873-01-01: from here on the calendar is Gregorian (明治5年太政官布告第337号); before, days cannot be computed.
inline constexpr int kFirstSolarYear = 1873;
/// 明治. The names of older eras are words as well (延長, 文化), so only 年 makes a year of the figures behind them.
inline constexpr int kFirstModernEra = 1868;

}  // namespace torikomi

// The parts of reading one number: its figures, what follows them and what stands before them.
#pragma once

#include <cstddef>
#include <string_view>

#include "torikomi/value/number.h"
#include "value/number_amount.h"

namespace torikomi {

/// Words such as 1人当たり and 1日 of 1日3回, which hold for the number after them.
struct PerUnit {
  std::string_view unit;           ///< 人; empty: there is none
  std::string_view outer;          ///< 人 of 1人1日当たり, whose unit is 日
  std::size_t begin = 0, end = 0;  ///< its words
};

/// Reads what stands to the right of the figures of `amount`: fraction, range, unit, per, qualifiers. Gives where to go
/// on; value.end stays 0 where the whole counts nothing (2回目, 国道2号). 1人当たり sets `per` and gives no value.
[[nodiscard]] std::size_t read_after(std::string_view text, const Amount& amount, NumberValue& value, PerUnit& per);

/// Reads what stands to the left of the figures, which begin at `pos`: signs, 約, 最大, 累計, 年(4回), 1人当たり. Sets
/// value.begin. Nothing before `floor` is looked at.
void read_before(std::string_view text, std::size_t pos, std::size_t floor, const PerUnit& per, NumberValue& value);

/// The sign or code of a currency before `pos`, and the unit that it stands for; size 0 where there is none.
struct Currency {
  std::size_t size = 0;  ///< bytes, with the blank behind it
  std::string_view unit;
};
[[nodiscard]] Currency currency_before(std::string_view text, std::size_t pos);

/// Bytes of a hyphen at `pos`, or of a ー that is typed for one; 0 where neither stands there.
[[nodiscard]] std::size_t hyphen_size(std::string_view text, std::size_t pos);

/// Bytes of 負 or 負の before `pos`, which make the number behind them negative; 0 where none stands there (自負3).
[[nodiscard]] std::size_t negative_word_before(std::string_view text, std::size_t pos);

/// 一人一人, 1件1件: each of them, not one.
[[nodiscard]] bool is_repeated(std::string_view text, const Amount& amount);

/// Nothing but blanks stands beside the figures of `amount`.
[[nodiscard]] bool is_whole_text(std::string_view text, const Amount& amount);

/// Two rising kanji figures without a multiplier: 二三, 五六.
[[nodiscard]] bool is_few(const Amount& amount);

/// Where figures that count nothing end (times, telephone numbers, names with figures, 第3); amount.begin where they do
/// count.
[[nodiscard]] std::size_t identifier_end(std::string_view text, const Amount& amount);

/// 岡山県津山市山北520, 荻野7丁目15: figures without a unit that stand glued behind the name of a place.
[[nodiscard]] bool ends_address(std::string_view text, const Amount& amount);

/// 5・6年生, 1・2・3年目: where the last of the figures ends that share what makes names of them all; amount.end where
/// `amount` is not the first of such a list.
[[nodiscard]] std::size_t named_list_end(std::string_view text, const Amount& amount);

/// True where the kanji numerals of `amount` are a number and not part of a word (一般, 三重, 四万十).
[[nodiscard]] bool is_kanji_number(std::string_view text, const Amount& amount);

}  // namespace torikomi

// What the mark of a heading says: its rank in the usual order of official documents, and its place in a series.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "torikomi/layout/block.h"

namespace torikomi::shapes {

/// What two headings of one level have in common: the kind of mark, and what stands around its number.
struct Style {
  int rank =
      0;  ///< by the usual order of official documents (公用文作成の要領): 第1章, 第1節, 第1, 1, (1), ア, (ア), a, (a)
  std::uint32_t form = 0;
  friend bool operator==(const Style&, const Style&) = default;
};

inline constexpr int kHashRank = 0, kChapterRank = 1, kNumberRank = 10;
inline constexpr int kNamedRank = 8;       ///< 基本目標1, 施策2: as 第1
inline constexpr int kAnywhereRank = 100;  ///< ■, 【】: they stand wherever they come up
inline constexpr int kPlainRank = 101;     ///< a line without any mark

/// The style of a heading block; `words` is the normalised text.
[[nodiscard]] Style style_of(std::string_view words, const Block& block);

/// 第3章 3, (2) 2, ウ 3, IV 4, ③ 3: the place in the series; 0 where the mark has none.
[[nodiscard]] int number_of(std::string_view mark);

/// 基本目標1 働く場をつくる, 施策2-1 …: a word for parts of plans with its number, before the words of the heading.
struct NamedNumber {
  std::uint32_t word = 0;  ///< bytes of 基本目標
  int number = 0;          ///< the last one: 1 of 2-1
};
[[nodiscard]] std::optional<NamedNumber> named_number(std::string_view words);

/// Parts of a document beside its numbered chapters: 参考資料, 〔資料編〕; はじめに, おわりに.
enum class Part : std::uint8_t { kNone, kAnnex, kForeword };
[[nodiscard]] Part part_of(std::string_view words);

}  // namespace torikomi::shapes

// How the headings of a table could have stood side by side before they were written one a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace torikomi {

/// What a heading is like, as far as the form of a head depends on it.
enum class HeadingKind : std::uint8_t { kUnknown, kKnown, kYear };

struct HeadingWords {
  HeadingKind kind = HeadingKind::kUnknown;
  std::string key;  ///< its words in label form
};

struct HeadCell {
  std::uint16_t column = 0, width = 1;
  std::uint8_t row = 0;
};

struct HeadForm {
  std::vector<HeadCell> cells;  ///< parallel to the headings
  std::size_t columns = 0;
  std::optional<std::uint16_t> kinds;  ///< a column without a heading in which 目標 or 実績 stands
};

/// The plain form first. `kinds`: words such as 目標 and 実績 stand below.
[[nodiscard]] std::vector<HeadForm> head_forms(const std::vector<HeadingWords>& headings, bool kinds);

}  // namespace torikomi

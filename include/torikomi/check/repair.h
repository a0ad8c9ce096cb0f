// Safe repairs of the text: what `validate --fix` changes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

/// One stretch of the decoded text and what is to stand there.
struct Repair {
  Span span;
  std::string text;
  std::string_view code;  ///< of the rule that finds it
};

/// Every repair that changes characters only and no value: radicals, half-width kana, long vowel marks, ligatures,
/// blanks inside dates, small kana of readings. In order, none overlaps another, none holds a line end. Pure and
/// linear.
[[nodiscard]] std::vector<Repair> find_repairs(std::string_view text);

/// The text with the repairs made. find_repairs() of the result is empty where all were made.
[[nodiscard]] std::string apply_repairs(std::string_view text, std::span<const Repair> repairs);

}  // namespace torikomi

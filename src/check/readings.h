// Readings before the names of towns that have lost their small kana: すみたちよう 住田町.
#pragma once

#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

struct LostSmallKana {
  Span reading;           ///< すみたちよう
  Span letter;            ///< the よ that is to be ょ
  std::string_view name;  ///< 住田町
};

/// Every such place, in order.
[[nodiscard]] std::vector<LostSmallKana> find_lost_small_kana(std::string_view text);

}  // namespace torikomi

// How many people came: 23名, 委員15名中13名出席.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace torikomi {

struct Headcount {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text that was searched: the number with its unit
  std::int64_t people = 0;
};

/// The first number of people in `words` (normalised). The whole of which a part came (15名中) is none.
[[nodiscard]] std::optional<Headcount> find_headcount(std::string_view words);

}  // namespace torikomi

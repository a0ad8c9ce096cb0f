// What stands between two names of one list.
#pragma once

#include <string_view>

namespace torikomi::names {

enum class Gap {
  kNone,     ///< nothing: glued
  kHeading,  ///< blanks, an opening bracket, a colon, の, 内の: what may follow the prefecture that heads a list
  kComma,    ///< 、 ・ と 及び or a mark, besides those
  kOther,    ///< anything else: the list has ended
};
[[nodiscard]] Gap gap_of(std::string_view between);

}  // namespace torikomi::names

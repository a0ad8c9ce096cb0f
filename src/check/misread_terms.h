// Terms of administration in which one kanji was taken for another.
#pragma once

#include <string_view>
#include <vector>

#include "check/letters.h"

namespace torikomi {

struct MisreadTerm {
  NormSpan letter;         ///< the kanji that is wrong
  NormSpan printed;        ///< the whole term around it
  std::string_view right;  ///< the kanji that is meant
  std::string_view term;   ///< the whole term as it should be
};

/// Every place where a known term would stand if one kanji were another one that sounds or looks alike
/// (方 and 法, 績 and 積), in order. A printed word that is a known term itself (保険 beside 保健) is none of them.
[[nodiscard]] std::vector<MisreadTerm> find_misread_terms(const Letters& letters);

}  // namespace torikomi

// What was made of the texts that were asked for last.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "torikomi/layout/items.h"

namespace torikomi {

/// One narrative of a card is a column of measures, a field, its items and its events: it is split once.
class TextMemo {
 public:
  struct Entry {
    NormSpan span;
    std::vector<CellItem> items;
    std::string_view words;  ///< the contract's form, once somebody has asked for it and kept it
  };

  /// The entry of `span`, a range of `text`. Good until the next call.
  Entry& of(std::string_view text, NormSpan span);

 private:
  static constexpr std::size_t kEntries = 16;  ///< the narratives of a card

  std::array<Entry, kEntries> entries_;
  std::size_t oldest_ = 0;
};

}  // namespace torikomi
